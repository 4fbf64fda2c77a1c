// Readers of statistics: each format read exactly, and nothing dropped or doubled silently.
#include "exchange/figures.h"

#include <gtest/gtest.h>

#include "exchange/figures_file.h"

namespace kontor::exchange::testing {

namespace {

using briefing::Ledger;
using briefing::Observation;

const std::string csv_1 =
    "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,"
    "OBS_FLAG\r\n"
    "ESTAT:DS-059341(1.0),15/09/25 11:00:00,A,BE,US,TOTAL,2,VALUE_EUR,2024,32929000000,p\r\n"
    "ESTAT:DS-059341(1.0),15/09/25 11:00:00,A,BE,US,93,2,VALUE_EUR,2024,,c\r\n"
    "ESTAT:DS-059341(1.0),15/09/25 11:00:00,A,BE,US,94,2,VALUE_EUR,2024,,\r\n"
    "ESTAT:DS-059341(1.0),15/09/25 11:00:00,A,BE,US,95,2,VALUE_EUR,2024,0,bep\r\n";

void expect_adds_up(const ImportReport& r) {
  EXPECT_EQ(r.rows, (r.summed == 0 ? r.added : r.summed) + r.repeated + r.left_out + r.breakdowns +
                        r.quarantined)
      << r.file;
}

TEST(SdmxCsv, KeepsZeroAbsentAndSuppressedApart) {
  Ledger ledger;
  const auto report = import_text(csv_1, ledger);
  ASSERT_TRUE(report);
  expect_adds_up(*report);
  ASSERT_EQ(ledger.size(), 4U);
  const Observation total = ledger.at(0);
  EXPECT_EQ(format(total.value), "32929000000");
  EXPECT_EQ(total.flags, "p");
  EXPECT_EQ(total.vintage, "2025-09-15 11:00");
  EXPECT_EQ(total.dataset, "DS-059341");
  EXPECT_EQ(total.trade_concept, briefing::TradeConcept::Community);
  EXPECT_EQ(total.valuation, briefing::Valuation::Fob);
  EXPECT_EQ(ledger.at(1).state, briefing::State::Suppressed);
  EXPECT_EQ(ledger.at(2).state, briefing::State::Absent);
  EXPECT_EQ(ledger.at(3).state, briefing::State::Known);
  EXPECT_EQ(ledger.at(3).flags, "bep");
}

TEST(SdmxCsv, ReadInSingleBytesIsTheSame) {
  Ledger whole, pieces;
  ASSERT_TRUE(import_text(csv_1, whole));
  ASSERT_TRUE(import_text(csv_1, pieces, {}, "a file", 1));
  ASSERT_EQ(whole.size(), pieces.size());
  for (std::size_t i = 0; i < whole.size(); ++i) EXPECT_EQ(whole.at(i), pieces.at(i));
}

TEST(SdmxCsv, TheSameFileTwiceDoublesNothingAndAnotherValueIsQuarantined) {
  Ledger ledger;
  ASSERT_TRUE(import_text(csv_1, ledger));
  const auto again = import_text(csv_1, ledger);
  EXPECT_EQ(again->repeated, 4);
  std::string other = csv_1;
  other.replace(other.find("32929000000"), 11, "32929000001");
  const auto third = import_text(other, ledger);
  EXPECT_EQ(third->quarantined, 1);
  ASSERT_EQ(third->faults.size(), 1U);
  EXPECT_EQ(third->faults[0].code, "conflicting_figure");
  EXPECT_EQ(third->faults[0].value, "32929000001");
  EXPECT_EQ(third->faults[0].parameters.at("first"), "32929000000");
  EXPECT_EQ(ledger.size(), 4U);
}

TEST(SdmxCsv, UnknownColumnsWarnAndUnknownCodesAreQuarantinedWithTheirLine) {
  Ledger ledger;
  const auto report = import_text(
      "STRUCTURE,STRUCTURE_ID,ACTION,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,"
      "OBS_VALUE,WEATHER\n"
      "dataflow,ESTAT:DS-059341(1.0),I,A,BE,US,TOTAL,1,VALUE_EUR,2024,5,fine\n"
      "dataflow,ESTAT:DS-059341(1.0),I,A,BE,9Z,TOTAL,1,VALUE_EUR,2024,5,fine\n"
      "dataflow,ESTAT:DS-059341(1.0),D,A,BE,FR,TOTAL,1,VALUE_EUR,2024,5,fine\n"
      "dataflow,ESTAT:DS-059341(1.0),I,A,BE,NL,TOTAL,1,VALUE_EUR,2024,five,fine\n"
      "dataflow,ESTAT:DS-059341(1.0),I,A,BE,NL,TOTAL,1\n",
      ledger);
  ASSERT_TRUE(report);
  expect_adds_up(*report);
  ASSERT_EQ(report->warnings.size(), 1U);
  EXPECT_EQ(report->warnings[0].code, "unknown_column");
  EXPECT_EQ(report->warnings[0].path, "WEATHER");
  ASSERT_EQ(report->faults.size(), 4U);
  EXPECT_EQ(report->faults[0].code, "unknown_code");
  EXPECT_EQ(report->faults[0].value, "9Z");
  EXPECT_EQ(report->faults[0].place.line, 3);
  EXPECT_EQ(report->faults[1].code, "deleting_row");
  EXPECT_EQ(report->faults[2].code, "bad_number");
  EXPECT_EQ(report->faults[3].code, "wrong_cells");
  EXPECT_EQ(report->added, 1);
}

TEST(SdmxCsv, ReadsSemicolonsLabelsAndDecimalCommas) {
  Ledger ledger;
  const auto report = import_text(
      "STRUCTURE[|];STRUCTURE_ID;ACTION;REPORTING: Reporter;COUNTRY: Country;PRODUCT: P;FLOW: F;"
      "CONCEPT: C;DATATYPE: D;FREQ: Q;TIME_PERIOD: T;OBS_VALUE: Value\n"
      "dataflow;BE2:DF_EXTTRADEBENAT(1.0): Trade;I;BE: Belgium;A1: World;IV: Food;X: Exports;"
      "NAT: National;VAL: Value;Q: Quarterly;2024-Q1: 2024;12,5\n",
      ledger);
  ASSERT_TRUE(report);
  ASSERT_EQ(ledger.size(), 1U) << (report->faults.empty() ? "" : report->faults[0].path);
  const Observation o = ledger.at(0);
  EXPECT_EQ(format(o.value), "12.5");
  EXPECT_EQ(o.partner, "WORLD");
  EXPECT_EQ(o.classification, "SECTION");
  EXPECT_EQ(o.product, "04");
  EXPECT_EQ(o.trade_concept, briefing::TradeConcept::National);
  EXPECT_EQ(o.period, "2024-Q1");
}

TEST(SdmxCsv, SaysWhichColumnIsMissing) {
  Ledger ledger;
  const auto report = import_text("DATAFLOW,reporter,TIME_PERIOD\nX,Y,Z\n", ledger);
  ASSERT_FALSE(report);
  ASSERT_EQ(report.error().size(), 1U);
  EXPECT_EQ(report.error()[0].path, "OBS_VALUE");
}

TEST(EurostatTsv, ReadsFlagsBehindAndBesideNumbers) {
  Ledger ledger;
  const auto report = import_text(
      "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\t2023 \t2024 \n"
      "A,BE,US,TOTAL,1,VALUE_EUR\t33210000000 \t31437000000 p\n"
      "A,BE,US,93,2,VALUE_EUR\t: c\t: \n"
      "A,BE,US,9930,2,VALUE_EUR\t0n \t12 bu \n",
      ledger, {}, "estat_ds-059341.tsv");
  ASSERT_TRUE(report);
  ASSERT_EQ(ledger.size(), 6U);
  EXPECT_EQ(ledger.at(0).dataset, "DS-059341");
  EXPECT_EQ(ledger.at(1).flags, "p");
  EXPECT_EQ(ledger.at(2).state, briefing::State::Suppressed);
  EXPECT_EQ(ledger.at(3).state, briefing::State::Absent);
  EXPECT_EQ(ledger.at(4).flags, "n");
  EXPECT_EQ(format(ledger.at(4).value), "0");
  EXPECT_EQ(ledger.at(5).flags, "bu");
}

TEST(JsonStat, ReadsSparseValuesAndStatusesInRowMajorOrder) {
  Ledger ledger;
  const auto report = import_text(
      R"({"version":"2.0","class":"dataset","updated":"2025-09-15T11:00:00Z",
          "id":["freq","reporter","partner","product","flow","indicators","time"],
          "size":[1,1,1,1,2,1,2],
          "value":{"0":31437000000,"2":32929000000.10},"status":{"0":"p","3":"c"},
          "dimension":{"freq":{"category":{"index":["A"]}},
            "reporter":{"category":{"index":{"BE":0}}},"partner":{"category":{"index":{"US":0}}},
            "product":{"category":{"label":{"TOTAL":"all"}}},
            "flow":{"category":{"index":{"2":1,"1":0}}},
            "indicators":{"category":{"index":["VALUE_EUR"]}},
            "time":{"category":{"index":{"2023":0,"2024":1}}}},
          "extension":{"id":"DS-059341"}})",
      ledger);
  ASSERT_TRUE(report) << base::sentence(report.error()[0]);
  ASSERT_EQ(ledger.size(), 3U);
  EXPECT_EQ(ledger.at(0).flow, briefing::Flow::Import);
  EXPECT_EQ(ledger.at(0).period, "2023");
  EXPECT_EQ(ledger.at(0).flags, "p");
  EXPECT_EQ(format(ledger.at(1).value), "32929000000.1");
  EXPECT_EQ(ledger.at(1).flow, briefing::Flow::Export);
  EXPECT_EQ(ledger.at(2).period, "2024");
  EXPECT_EQ(ledger.at(2).state, briefing::State::Suppressed);
}

const std::string bulk_header =
    "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA21,PRODUCT_CPA22,PRODUCT_BEC,"
    "PRODUCT_BEC5,PRODUCT_SECTION,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,"
    "QUANTITY_KG,QUANTITY_SUPPL_UNIT\n";

Observation bulk(const std::string& product, const std::string& partner = "US") {
  Observation o{.source = "comext-bulk", .dataset = "full", .reporter = "BE", .partner = partner};
  o.flow = briefing::Flow::Export;
  o.classification = product == "TOTAL" ? "TOTAL" : product.size() == 2 ? "HS2" : "CN8";
  o.product = product;
  o.trade_concept = briefing::TradeConcept::Community;
  o.valuation = briefing::Valuation::Fob;
  o.measure = "value";
  o.unit = "EUR";
  o.period = "2024";
  return o;
}

TEST(ComextBulk, SumsOverProceduresAndCountsMaskedRowsInTheirChapter) {
  Ledger ledger;
  const auto report =
      import_text(bulk_header +
                      "BE,US,E,30024100,54163,2120,2120,630,.....,06,2,1,NO_SU,202452,100,100,1,0\n"
                      "BE,US,E,30024100,54163,2120,2120,630,.....,06,2,2,NO_SU,202452,20,20,1,0\n"
                      "BE,US,E,39XXXXXX,582XX,XXXX,XXXX,700,31XXXX,07,2,1,NO_SU,202452,3,3,1,0\n"
                      "BE,QZ,E,71XXXXXX,667XX,XXXX,XXXX,700,.....,14,2,1,NO_SU,202452,9,9,0,0\n"
                      "BE,US,E,30024100,54163,2120,2120,630,.....,06,2,1,NO_SU,202452,100,100,1,0\n"
                      "BE,US,E,30024100,54163,2120,2120,630,.....,06,2,2,NO_SU,202452,21,20,1,0\n"
                      "BE,US,E,3002410,54163,2120,2120,630,.....,06,2,2,NO_SU,202452,21,20,1,0\n",
                  ledger);
  ASSERT_TRUE(report);
  expect_adds_up(*report);
  EXPECT_EQ(report->summed, 4);
  EXPECT_EQ(report->repeated, 1);
  EXPECT_EQ(report->quarantined, 2);
  EXPECT_EQ(report->masked, 2);
  EXPECT_EQ(format(ledger.at(*ledger.find(bulk("TOTAL"))).value), "123");
  EXPECT_EQ(format(ledger.at(*ledger.find(bulk("30"))).value), "120");
  EXPECT_EQ(format(ledger.at(*ledger.find(bulk("39"))).value), "3");
  EXPECT_EQ(format(ledger.at(*ledger.find(bulk("TOTAL", "QZ"))).value), "9");
  EXPECT_FALSE(ledger.find(bulk("30024100")));
}

TEST(ComextBulk, ReadsTheOlderLayoutWithItsRegimesAndWithoutSections) {
  Ledger ledger;
  const auto report = import_text(
      "DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_REGIME,"
      "SUPP_UNIT,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY\n"
      "017,BE,0400,US,E,30024100,2,1,,199801,7,1,0\n"
      "017,BE,0400,US,E,30024100,2,4,,199801,7,1,0\n",
      ledger);
  ASSERT_TRUE(report) << base::sentence(report.error()[0]);
  expect_adds_up(*report);
  EXPECT_EQ(report->breakdowns, 1);
  EXPECT_EQ(ledger.at(0).reporter, "BLEU") << "BE was Belgium and Luxembourg until 1998";
  EXPECT_EQ(ledger.at(0).period, "1998-01");
  bool section = false;
  for (std::size_t i = 0; i < ledger.size(); ++i)
    section = section || (ledger.at(i).classification == "SECTION" && ledger.at(i).product == "06");
  EXPECT_TRUE(section);
}

TEST(ComextBulk, SelectsReportersAndGoesDownToProducts) {
  Ledger ledger;
  const std::string row = ",US,E,30024100,54163,2120,2120,630,.....,06,2,1,NO_SU,202452,5,5,1,0\n";
  const auto report = import_text(bulk_header + "BE" + row + "FR" + row, ledger,
                                  {.reporters = {"BE"},
                                   .partners = {},
                                   .years = {},
                                   .retrieved = "2025-10-01",
                                   .by_product = true});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->left_out, 1);
  ASSERT_TRUE(ledger.find(bulk("30024100")));
  EXPECT_EQ(ledger.at(0).retrieved, "2025-10-01");
}

const std::string comtrade_record =
    R"({"typeCode":"C","freqCode":"A","period":"2024","reporterCode":56,"flowCode":"M",)"
    R"("partnerCode":842,"partner2Code":0,"classificationCode":"H6","cmdCode":"TOTAL",)"
    R"("customsCode":"C00","motCode":0,"primaryValue":34030000000.0})";

TEST(Comtrade, TakesTotalsOnceAndCountsTheirBreakdowns) {
  Ledger ledger;
  std::string part = comtrade_record;
  part.replace(part.find("C00"), 3, "C05");
  std::string unknown = comtrade_record;
  unknown.replace(unknown.find("842"), 3, "995");
  const auto report = import_text("{\"elapsedTime\":\"1\",\"count\":3,\"data\":[" +
                                      comtrade_record + "," + part + "," + unknown + "]}",
                                  ledger);
  ASSERT_TRUE(report);
  expect_adds_up(*report);
  EXPECT_EQ(report->breakdowns, 1);
  EXPECT_EQ(report->quarantined, 1);
  ASSERT_EQ(ledger.size(), 1U);
  EXPECT_EQ(ledger.at(0).partner, "US") << "the UN's 842 is ISO's 840";
  EXPECT_EQ(ledger.at(0).valuation, briefing::Valuation::Cif);
  EXPECT_EQ(format(ledger.at(0).value), "34030000000");
}

TEST(Comtrade, ReadsItsCsvLikeItsJson) {
  Ledger from_json, from_csv;
  ASSERT_TRUE(import_text("{\"elapsedTime\":\"1\",\"data\":[" + comtrade_record + "]}", from_json));
  ASSERT_TRUE(
      import_text("typeCode,freqCode,period,reporterCode,flowCode,partnerCode,partner2Code,"
                  "classificationCode,cmdCode,customsCode,motCode,primaryValue\n"
                  "C,A,2024,56,M,842,0,H6,TOTAL,C00,0,34030000000.0\n",
                  from_csv));
  ASSERT_EQ(from_csv.size(), 1U);
  EXPECT_EQ(from_json.at(0), from_csv.at(0));
}

TEST(Census, ReadsStatesAsReportersAndBlocsAsNoCountry) {
  Ledger ledger;
  const auto report = import_text(
      R"([["STATE","CTY_CODE","CTY_NAME","ALL_VAL_YR","time","MOOD"],
          ["CA","4231","BELGIUM","2146000000","2024-12",""],
          ["-","4231","BELGIUM","33990000000","2024-12",""],
          ["CA","4231","BELGIUM","100","2025-03",""],
          ["CA","0003","EUROPEAN UNION","9","2024-12",""],
          ["ZZ","4231","BELGIUM","9","2024-12",""]])",
      ledger);
  ASSERT_TRUE(report);
  expect_adds_up(*report);
  ASSERT_EQ(ledger.size(), 4U);
  EXPECT_EQ(ledger.at(0).reporter, "US-CA");
  EXPECT_EQ(ledger.at(0).period, "2024");
  EXPECT_EQ(ledger.at(0).valuation, briefing::Valuation::Fas);
  EXPECT_EQ(ledger.at(1).reporter, "US");
  EXPECT_EQ(ledger.at(2).measure, "value_year_to_date");
  EXPECT_EQ(ledger.at(3).partner, "EU");
  EXPECT_EQ(report->quarantined, 1);
  EXPECT_EQ(report->warnings.size(), 1U);
}

TEST(Rates, AreReadFromSdmxJsonXmlAndCsvAlike) {
  Ledger ledger;
  const auto from_json = import_text(
      R"json({"meta":{"prepared":"2026-04-12T16:07:17Z"},"data":{"dataSets":[{"links":[{"urn":
         "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=BE2:DSD_EXR(1.0)"}],
         "series":{"0:0":{"observations":{"0":[1.0824,0]}}}}],
         "structures":[{"dimensions":{"series":[{"id":"FREQ","values":[{"id":"A"}]},
         {"id":"EXR_CURRENCY","values":[{"id":"USD"}]}],
         "observation":[{"id":"TIME_PERIOD","values":[{"id":"2024"}]}]},
         "attributes":{"observation":[{"id":"OBS_STATUS","values":[{"id":"A"}]}]}}]}})json",
      ledger);
  ASSERT_TRUE(from_json);
  ASSERT_TRUE(
      import_text("<?xml version=\"1.0\"?><m:GenericData><m:DataSet structureRef=\"ECB_EXR1\">"
                  "<g:Series><g:SeriesKey><g:Value id=\"CURRENCY\" value=\"USD\"/>"
                  "<g:Value id=\"CURRENCY_DENOM\" value=\"EUR\"/></g:SeriesKey>"
                  "<g:Obs><g:ObsDimension value=\"2024\"/><g:ObsValue value=\"1.0824\"/></g:Obs>"
                  "</g:Series></m:DataSet></m:GenericData>",
                  ledger));
  ASSERT_TRUE(import_text(
      "KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
      "EXR.A.USD.EUR.SP00.A,A,USD,EUR,SP00,A,2024,1.0824,A\n",
      ledger));
  ASSERT_EQ(ledger.size(), 3U);
  for (std::size_t i = 0; i < ledger.size(); ++i) {
    EXPECT_EQ(format(ledger.at(i).value), "1.0824");
    EXPECT_EQ(ledger.at(i).unit, "USD per EUR");
    EXPECT_EQ(ledger.at(i).measure, "exchange_rate");
    EXPECT_EQ(ledger.at(i).flags, "");
  }
}

TEST(FiguresFile, WrittenAndReadAgainIsTheSameLedger) {
  Ledger ledger, again;
  ASSERT_TRUE(import_text(csv_1, ledger, {}, "a \"file\", quoted"));
  std::string text = figures_header();
  for (std::size_t i = 0; i < ledger.size(); ++i) text += figures_row(ledger.at(i));
  ASSERT_TRUE(import_text(text, again));
  ASSERT_EQ(again.size(), ledger.size());
  for (std::size_t i = 0; i < ledger.size(); ++i) EXPECT_EQ(again.at(i), ledger.at(i));
}

TEST(Figures, FilesThatAreNoStatisticsAreRefusedWithTheReason) {
  Ledger ledger;
  EXPECT_EQ(import_text("", ledger).error()[0].code, "empty_file");
  EXPECT_EQ(import_text("<!DOCTYPE html><html>", ledger).error()[0].code, "web_page");
  EXPECT_EQ(import_text("hello", ledger).error()[0].code, "unknown_format");
  EXPECT_EQ(import_text("{\"flowCode\": ", ledger).error()[0].code, "bad_syntax");
}

TEST(Figures, RubbishNeverCrashesAReader) {
  const std::vector<std::string> seeds{
      csv_1, bulk_header + "BE,US,E,30024100,1,2,3,4,5,06,2,1,NO_SU,202452,5,5,1,0\n",
      "{\"elapsedTime\":\"1\",\"data\":[" + comtrade_record + "]}",
      R"([["STATE","CTY_CODE","ALL_VAL_YR","time"],["CA","4231","2146","2024-12"]])",
      "a,reporter\\TIME_PERIOD\t2023\nA,BE\t5 p\n"};
  std::uint64_t state = 1;
  const auto draw = [&](std::size_t n) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>((state >> 33U) % n);
  };
  for (int round = 0; round < 400; ++round) {
    std::string text = seeds[draw(seeds.size())];
    for (std::size_t k = 0; k < 1 + draw(6); ++k)
      text[draw(text.size())] = "\",\n\t{}[]:9a\\"[draw(12)];
    Ledger ledger;
    const auto report = import_text(text.substr(0, 1 + draw(text.size())), ledger);
    if (report) expect_adds_up(*report);
  }
}

// Real and invented files of the measured material.
TEST(Figures, RealSamplesAreReadWhole) {
  const std::filesystem::path folder = shared() / "data/trade";
  if (!std::filesystem::exists(folder)) {
    GTEST_SKIP() << "SKIPPED: " << folder << " is not there";
  }
  const std::vector<std::pair<std::string, std::int64_t>> files{
      {"eurostat-comext-bulk/full_v2_202402.sample.dat", 13},
      {"eurostat-comext-sdmx/DS-045409.real-extract.sdmx-csv-1.0.csv", 4},
      {"nbb/DF_EXR.sdmx-json-2.0.real.json", 597},
      {"ecb-exr/M.USD.EUR.SP00.A.sdmx-ml-2.1-generic.xml", 252},
      {"synthetic/comtrade.SYNTHETIC.json", 4},
      {"synthetic/comtrade.SYNTHETIC.csv", 4},
      {"synthetic/census-exports-statehs.SYNTHETIC.json", 6},
      {"synthetic/eurostat-bulk.SYNTHETIC.tsv", 12},
      {"synthetic/nbb-DF_EXTTRADE_Overview.SYNTHETIC.sdmx-csv-1.0.csv", 5}};
  for (const auto& [name, rows] : files) {
    Ledger ledger;
    const auto report = import_text(text_of(folder / name), ledger, {}, name);
    ASSERT_TRUE(report) << name;
    EXPECT_EQ(report->rows, rows) << name;
    EXPECT_EQ(report->quarantined, 0) << name;
    EXPECT_TRUE(report->warnings.empty()) << name << report->warnings[0].path;
    expect_adds_up(*report);
  }
}

}  // namespace

}  // namespace kontor::exchange::testing
