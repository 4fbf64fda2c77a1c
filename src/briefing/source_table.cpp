#include "briefing/source_table.h"

#include <array>

#include "briefing/place_code.h"

namespace kontor::briefing {

namespace {

constexpr std::array table{
    Source{"eurostat", "Eurostat Comext (database)",
           "Source: Eurostat; CC BY 4.0 (Commission Decision 2011/833/EU); say what was changed.",
           "curl -o comext.csv 'https://ec.europa.eu/eurostat/api/comext/dissemination/sdmx/2.1/"
           "data/DS-059341/A.{reporter}.{partner}+WORLD.TOTAL.1+2.VALUE_EUR"
           "?startPeriod={from}&endPeriod={to}&format=SDMX-CSV'\n"
           "For ranks leave the partner's place empty, one year at a time; never leave the "
           "product's empty: that answers every level at once."},
    Source{"comext-bulk", "Eurostat Comext (bulk)",
           "Source: Eurostat; CC BY 4.0 (Commission Decision 2011/833/EU); say what was changed.",
           "curl -o full.7z 'https://ec.europa.eu/eurostat/api/dissemination/files"
           "?file=comext%2FCOMEXT_DATA%2FPRODUCTS%2Ffull_v2_{to}52.7z'\n"
           "7z x full.7z    # full_v2_{to}52.dat, the year; YYYYMM are months"},
    Source{"comtrade", "UN Comtrade",
           "UN Comtrade: re-dissemination is restricted; import for your own use.",
           "curl -o comtrade.json 'https://comtradeapi.un.org/data/v1/get/C/A/HS"
           "?reporterCode={reporter_number}&partnerCode={partner_number}&period={to}&flowCode=M,X"
           "&cmdCode=TOTAL&partner2Code=0&customsCode=C00&motCode=0&includeDesc=TRUE'"
           " -H 'Ocp-Apim-Subscription-Key: YOUR KEY'"},
    Source{"census", "US Census Bureau, USA Trade", "US Census Bureau; public domain.",
           "curl -o census-exports.json 'https://api.census.gov/data/timeseries/intltrade/exports/"
           "statehs?get=STATE,CTY_CODE,CTY_NAME,ALL_VAL_YR&CTY_CODE={schedule_c}&time={to}-12"
           "&key=YOUR KEY'\n"
           "curl -o census-imports.json 'https://api.census.gov/data/timeseries/intltrade/imports/"
           "statehs?get=STATE,CTY_CODE,CTY_NAME,GEN_VAL_YR&CTY_CODE={schedule_c}&time={to}-12"
           "&key=YOUR KEY'"},
    Source{"nbb", "National Bank of Belgium", "Source: National Bank of Belgium (NBB.Stat).",
           "curl -o nbb-national.csv -H 'Accept: application/vnd.sdmx.data+csv;version=1.0.0' "
           "'https://nsidisseminate-stat.nbb.be/rest/data/BE2,DF_EXTTRADEBENAT_Overview,1.0/"
           "{reporter}.{partner}+A1..I+X.NAT.VAL.A?startPeriod={from}&endPeriod={to}'\n"
           "curl -o nbb-community.csv -H 'Accept: application/vnd.sdmx.data+csv;version=1.0.0' "
           "'https://nsidisseminate-stat.nbb.be/rest/data/BE2,DF_EXTTRADEBECOM_Overview,1.0/"
           "{reporter}.{partner}+A1..I+X.COM.VAL.A?startPeriod={from}&endPeriod={to}'"},
    Source{"nbb-rates", "National Bank of Belgium, exchange rates",
           "Source: National Bank of Belgium (NBB.Stat).",
           "curl -o nbb-rates.csv -H 'Accept: application/vnd.sdmx.data+csv;version=1.0.0' "
           "'https://nsidisseminate-stat.nbb.be/rest/data/BE2,DF_EXR,1.0/A.USD"
           "?startPeriod={from}&endPeriod={to}'"},
    Source{"ecb", "European Central Bank, reference rates",
           "Source: European Central Bank; free reuse with the source.",
           "curl -o ecb-rates.csv 'https://data-api.ecb.europa.eu/service/data/EXR/"
           "A.USD.EUR.SP00.A?startPeriod={from}&endPeriod={to}&format=csvdata'"},
    Source{"statement", "Published statement",
           "A statement quoted from its publisher, not a statistic.",
           "Write it into a figures file: docs/briefing.md."},
};

void replace(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
}

}  // namespace

std::span<const Source> sources() {
  return table;
}

std::optional<Source> source_of(std::string_view key) {
  for (const Source& source : table)
    if (source.key == key) return source;
  return std::nullopt;
}

std::string recipe(const Source& source, const Fetch& fetch) {
  std::string text(source.recipe);
  const auto number = [](std::string_view place) {
    return to_comtrade(place).value_or("NUMBER OF " + std::string(place));
  };
  replace(text, "{reporter_number}", number(fetch.reporter));
  replace(text, "{partner_number}", number(fetch.partner));
  const bool from_us = fetch.reporter == "US";
  const std::string& other = from_us || fetch.partner != "US" ? fetch.partner : fetch.reporter;
  replace(text, "{schedule_c}", to_schedule_c(other).value_or("CODE OF " + other));
  replace(text, "{reporter}", fetch.reporter);
  replace(text, "{partner}", fetch.partner);
  replace(text, "{from}", fetch.from);
  replace(text, "{to}", fetch.to);
  return text + "\n";
}

}  // namespace kontor::briefing
