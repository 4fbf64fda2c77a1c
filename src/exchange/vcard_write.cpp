#include "exchange/vcard_write.h"

#include <fmt/format.h>

#include "exchange/calendar_line.h"

namespace kontor::exchange {

namespace {

std::string full_name(const ContactCard& card) {
  return card.given_name.empty()    ? card.family_name
         : card.family_name.empty() ? card.given_name
                                    : card.given_name + " " + card.family_name;
}

std::string compact_time(base::Instant instant) {
  std::string text = base::format(instant);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

void add_card(std::string& out, const ContactCard& card, VcardVersion version,
              base::Instant changed_at) {
  const auto add = [&](std::string_view name, const std::string& text) {
    if (!text.empty()) add_calendar_line(out, name, calendar_text(text));
  };
  const bool four = version == VcardVersion::Four;
  add_calendar_line(out, "BEGIN", "VCARD");
  add_calendar_line(out, "VERSION", four ? "4.0" : "3.0");
  add_calendar_line(out, "PRODID", "-//Kontor//Kontor 1//EN");
  if (four) add_calendar_line(out, "UID", "urn:uuid:" + card.uid);
  if (!four) add_calendar_line(out, "UID", card.uid);
  if (four) add_calendar_line(out, "KIND", "individual");
  add("FN", full_name(card));
  add_calendar_line(
      out, "N",
      fmt::format("{};{};;;", calendar_text(card.family_name), calendar_text(card.given_name)));
  add("ORG", card.organisation);
  add("TITLE", card.function);
  add("NOTE", card.note);
  if (four)
    for (std::size_t i = 0; i < card.languages.size(); ++i)
      add_calendar_line(out, fmt::format("LANG;PREF={}", i + 1), base::code(card.languages[i]));
  add_calendar_line(out, "REV", compact_time(changed_at));
  add_calendar_line(out, "END", "VCARD");
}

}  // namespace

std::string write_vcards(const std::vector<ContactCard>& cards, VcardVersion version,
                         base::Instant changed_at) {
  std::string out;
  for (const ContactCard& card : cards) add_card(out, card, version, changed_at);
  return out;
}

}  // namespace kontor::exchange
