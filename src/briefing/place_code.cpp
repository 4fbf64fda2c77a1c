#include "briefing/place_code.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

#include "briefing/iso_table.h"

namespace kontor::briefing {

namespace {

using Codes = std::map<std::string_view, std::string_view>;

// The trading partners that missions go to; other numbers of Schedule C are quarantined.
const Codes schedule_c{
    {"1220", "CA"}, {"2010", "MX"}, {"4120", "GB"}, {"4190", "IE"}, {"4210", "NL"}, {"4231", "BE"},
    {"4239", "LU"}, {"4279", "FR"}, {"4280", "DE"}, {"4330", "AT"}, {"4351", "CZ"}, {"4359", "SK"},
    {"4370", "HU"}, {"4419", "CH"}, {"4550", "PL"}, {"4621", "RU"}, {"4623", "UA"}, {"4700", "ES"},
    {"4710", "PT"}, {"4759", "IT"}, {"4840", "GR"}, {"4890", "TR"}, {"5081", "IL"}, {"5330", "IN"},
    {"5490", "TH"}, {"5520", "VN"}, {"5570", "MY"}, {"5590", "SG"}, {"5600", "ID"}, {"5650", "PH"},
    {"5700", "CN"}, {"5800", "KR"}, {"5820", "HK"}, {"5830", "TW"}, {"5880", "JP"}, {"6021", "AU"},
    {"6141", "NZ"}, {"3510", "BR"}, {"3570", "AR"}, {"3370", "CL"}, {"3010", "CO"}, {"3330", "PE"},
    {"4010", "SE"}, {"4039", "NO"}, {"4050", "FI"}, {"4099", "DK"}, {"4000", "IS"}, {"5170", "SA"},
    {"5200", "AE"}, {"7910", "ZA"}, {"7290", "EG"}, {"7140", "MA"}, {"4791", "HR"}, {"4792", "SI"},
    {"4850", "RO"}, {"4870", "BG"}, {"4470", "EE"}, {"4490", "LV"}, {"4510", "LT"}, {"4730", "MT"},
    {"4910", "CY"}, {"0003", "EU"}, {"-", "WORLD"},
};

// Where the UN's numbers differ from ISO's, and its aggregates.
const Codes comtrade_numbers{{"842", "US"},  {"251", "FR"},  {"757", "CH"},
                             {"579", "NO"},  {"699", "IN"},  {"490", "TW"},
                             {"58", "BLEU"}, {"0", "WORLD"}, {"97", "EU"}};

// GEONOM where it leaves ISO, and Eurostat's aggregates.
const Codes geonom{{"EL", "GR"},
                   {"UK", "GB"},
                   {"XK", "XK"},
                   {"XS", "RS"},
                   {"XC", "XC"},
                   {"XL", "XL"},
                   {"XI", "XI"},
                   {"XU", "XU"},
                   {"WORLD", "WORLD"},
                   {"EU27_2020", "EU"},
                   {"EU", "EU"},
                   {"EXT_EU27_2020", "EXTRA_EU"},
                   {"INT_EU27_2020", "INTRA_EU"},
                   {"EXT_EU", "EXTRA_EU"},
                   {"INT_EU", "INTRA_EU"},
                   {"EA20", "EA"},
                   {"EA", "EA"}};

const Codes nbb_codes{{"A1", "WORLD"},  {"D0", "EU"},     {"A6", "EA"}, {"VL", "BE-VLG"},
                      {"WL", "BE-WAL"}, {"BX", "BE-BRU"}, {"EL", "GR"}, {"UK", "GB"}};

constexpr std::string_view eu_members =
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";
constexpr std::string_view unidentified = "\x58X";
constexpr std::string_view us_states =
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ "
    "NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR VI";

// Stores, high seas, places that are not determined or kept secret.
bool is_special(std::string_view code) {
  return code.size() == 2 && code[0] == 'Q' && code >= "QP" && code <= "QZ" && code != "QT";
}

bool listed(std::string_view words, std::string_view word) {
  const std::size_t at = words.find(word);
  return word.size() == 2 && at != std::string_view::npos && at % 3 == 0;
}

bool is_iso2(std::string_view code) {
  return std::ranges::any_of(iso_countries, [&](auto row) { return row.substr(0, 2) == code; });
}

std::optional<std::string> look_up(const Codes& codes, std::string_view code) {
  const auto found = codes.find(code);
  if (found == codes.end()) return std::nullopt;
  return std::string(found->second);
}

}  // namespace

std::optional<std::string> eurostat_place(std::string_view code, int year) {
  if (code == "BE" && year < 1999) return "BLEU";
  if (auto place = look_up(geonom, code)) return place;
  if (is_iso2(code) || is_special(code)) return std::string(code);
  return std::nullopt;
}

std::optional<std::string> nbb_place(std::string_view code) {
  if (auto place = look_up(nbb_codes, code)) return place;
  return eurostat_place(code, 2000);
}

std::optional<std::string> comtrade_place(std::string_view number) {
  if (auto place = look_up(comtrade_numbers, number)) return place;
  const std::string padded = fmt::format("{:0>3}", number);
  for (const std::string_view row : iso_countries)
    if (row.substr(7) == padded) return std::string(row.substr(0, 2));
  return std::nullopt;
}

std::optional<std::string> schedule_c_place(std::string_view code) {
  return look_up(schedule_c, code);
}

std::optional<std::string> us_state(std::string_view code) {
  if (code == "-") return "US";
  if (listed(us_states, code) || code == unidentified) return fmt::format("US-{}", code);
  return std::nullopt;
}

std::optional<std::string> iso3_place(std::string_view code) {
  if (code == "W00") return "WORLD";
  for (const std::string_view row : iso_countries)
    if (row.substr(3, 3) == code) return std::string(row.substr(0, 2));
  return std::nullopt;
}

std::optional<std::string> to_comtrade(std::string_view place) {
  for (const auto& [number, held] : comtrade_numbers)
    if (held == place && number != "490") return std::string(number);
  for (const std::string_view row : iso_countries)
    if (row.substr(0, 2) == place) return std::to_string(std::stoi(std::string(row.substr(7))));
  return std::nullopt;
}

std::optional<std::string> to_schedule_c(std::string_view place) {
  for (const auto& [code, held] : schedule_c)
    if (held == place) return std::string(code);
  return std::nullopt;
}

bool is_country(std::string_view place) {
  return place == "XK" || is_iso2(place);
}

bool is_eu_member(std::string_view place) {
  return listed(eu_members, place);
}

bool is_us_state(std::string_view place) {
  return place.starts_with("US-") && listed(us_states, place.substr(3));
}

}  // namespace kontor::briefing
