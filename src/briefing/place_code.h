#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kontor::briefing {

// Places as statistics code them, made one: ISO 3166 letters, "US-CA", "BE-VLG", WORLD, EU, EA,
// EXTRA_EU, INTRA_EU. Each function gives nothing for a code that it does not know.

// Two letters of GEONOM or ISO, and Eurostat's aggregates; `year` decides that BE was Belgium and
// Luxembourg ("BLEU") until 1998. Codes of suppressed partners (QX, QY, QZ …) stay as they are.
std::optional<std::string> eurostat_place(std::string_view code, int year);
// NBB's two letters, A1 the world, D0 the EU, and its regions VL, WL, BX as reporters.
std::optional<std::string> nbb_place(std::string_view code);
// The UN's numbers, which are ISO's but for five, and 0 for the world.
std::optional<std::string> comtrade_place(std::string_view number);
// Schedule C of the US Census: "4231" is BE, "-" the world, "0003" the European Union.
std::optional<std::string> schedule_c_place(std::string_view code);
// "CA" of the US becomes "US-CA"; "-" the US itself; "XX" stays unidentified as "US-XX".
std::optional<std::string> us_state(std::string_view code);
// Three letters of ISO 3166.
std::optional<std::string> iso3_place(std::string_view code);

// The way back: the UN's number and the number of Schedule C for two letters.
std::optional<std::string> to_comtrade(std::string_view place);
std::optional<std::string> to_schedule_c(std::string_view place);

// Whether a rank among countries may count this place: no aggregate, no suppressed partner.
bool is_country(std::string_view place);
bool is_eu_member(std::string_view place);
bool is_us_state(std::string_view place);

}  // namespace kontor::briefing
