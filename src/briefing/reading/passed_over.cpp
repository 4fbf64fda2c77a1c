#include "briefing/reading/passed_over.h"

#include <algorithm>

#include "briefing/reading/claim_words.h"

namespace kontor::briefing {

namespace {

bool is_month(const TextView& view, std::size_t token) {
  if (!view.is_word(token) || !listed(WordList::Month, view.text(token))) return false;
  // "mars" and "may" are words of their own; months in English and German are capitals.
  const bool named = view.folded.capital[view.tokens[token].begin];
  return named || view.language == base::Language::Fr || view.language == base::Language::Nl;
}

bool is_day(const TextView& view, std::size_t token) {
  if (!view.is_digits(token) || view.text(token).size() > 2) return false;
  const int day = std::atoi(std::string(view.text(token)).c_str());
  return day >= 1 && day <= 31;
}

bool is_year(const TextView& view, std::size_t token) {
  if (!view.is_digits(token) || view.text(token).size() != 4) return false;
  return view.text(token) >= "1800" && view.text(token) <= "2100";
}

bool is_attached(const TextView& view, std::size_t token) {
  return token < view.size() && !view.tokens[token].spaced;
}

// "er", "st", "." and such behind the number of a day.
std::size_t past_day(const TextView& view, std::size_t token) {
  std::size_t at = token + 1;
  if (at < view.size() && is_attached(view, at)) {
    if (view.is(at, ".")) return at + 1;
    for (const char* ending : {"er", "st", "nd", "rd", "th", "e", "ste", "de"})
      if (view.is(at, ending)) return at + 1;
  }
  return at;
}

// "5 octobre 2025", "5. bis 8. Oktober", "les 9, 10 et 11 mai": days, then a month.
std::size_t days_and_month(const TextView& view, std::size_t token) {
  std::size_t at = token;
  for (int days = 0; days < 6 && is_day(view, at); ++days) {
    at = past_day(view, at);
    if (at >= view.size()) return token;
    if (view.is(at, "de") || view.is(at, "of")) ++at;
    if (is_month(view, at)) {
      ++at;
      if (view.is(at, ".") && is_attached(view, at) && view.text(at - 1).size() <= 4) ++at;
      if (is_year(view, at)) ++at;
      // "5 octobre au 8 octobre" goes on.
      if (at + 1 < view.size() && listed(WordList::And, view.text(at)) && is_day(view, at + 1)) {
        const std::size_t more = days_and_month(view, at + 1);
        if (more != at + 1) return more;
      }
      return at;
    }
    const bool joined = view.is_word(at) && listed(WordList::And, view.text(at));
    const bool sign = view.is(at, ",") || view.is(at, "-") || view.is(at, "\xE2\x80\x93") ||
                      view.is(at, "/") || view.is(at, "&");
    if (!joined && !sign) return token;
    ++at;
    while (view.is(at, "le") || view.is(at, "les") || view.is(at, "the") || view.is(at, "den"))
      ++at;
  }
  return token;
}

// "October 5-8, 2025", "May 2024".
std::size_t month_and_days(const TextView& view, std::size_t token) {
  if (!is_month(view, token)) return token;
  std::size_t at = token + 1;
  if (view.is(at, ".") && is_attached(view, at)) ++at;
  if (is_year(view, at)) return at + 1;
  if (view.language != base::Language::En || !is_day(view, at)) return token;
  at = past_day(view, at);
  while (
      at + 1 < view.size() && is_day(view, at + 1) &&
      (view.is(at, "-") || view.is(at, "\xE2\x80\x93") || view.is(at, "to") || view.is(at, "and")))
    at = past_day(view, at + 1);
  if (view.is(at, ",") && is_year(view, at + 1)) return at + 2;
  return is_year(view, at) ? at + 1 : at;
}

// "2025-10-05", "05/10/2025", "5.10.2025", "09:30", "9h30", "14 h".
std::size_t written_date_or_time(const TextView& view, std::size_t token) {
  const auto part = [&](std::size_t at, const char* sign) {
    return view.is(at, sign) && is_attached(view, at) && view.is_digits(at + 1) &&
           is_attached(view, at + 1);
  };
  for (const char* sign : {"-", "/", "."})
    if (part(token + 1, sign) && part(token + 3, sign) &&
        (is_year(view, token) || is_year(view, token + 4) || view.text(token + 4).size() == 2) &&
        view.text(token + 2).size() <= 2)
      return token + 5;
  if (part(token + 1, ":") && view.text(token + 2).size() == 2) return token + 3;
  const bool hour =
      (view.is(token + 1, "h") || view.is(token + 1, "u")) && view.text(token).size() <= 2;
  if (hour && view.is_digits(token + 2) && is_attached(view, token + 2)) return token + 3;
  if (hour) return token + 2;
  if (view.is(token + 1, "uhr")) return token + 2;
  // "2024-2025", "2019/20"
  const bool years =
      is_year(view, token) && is_attached(view, token + 1) &&
      (view.is(token + 1, "-") || view.is(token + 1, "/") || view.is(token + 1, "\xE2\x80\x93"));
  if (years && view.is_digits(token + 2) && view.text(token + 2).size() <= 4) return token + 3;
  return token;
}

bool has_unit_behind(const TextView& view, std::size_t at) {
  if (at >= view.size()) return false;
  const std::string_view next = view.text(at);
  return !counted_unit(next).empty() || !currency_of(next).empty() ||
         listed(WordList::Percent, next) || next == "million" || next == "millions" ||
         next == "milliards" || next == "miljoen" || next == "millionen";
}

std::size_t year(const TextView& view, std::size_t token) {
  if (!is_year(view, token) || has_unit_behind(view, token + 1)) return token;
  if (token > 0 && !currency_of(view.text(token - 1)).empty()) return token;
  const bool grouped = is_attached(view, token + 1) &&
                       (view.is(token + 1, ",") || view.is(token + 1, ".")) &&
                       view.is_digits(token + 2) && is_attached(view, token + 2);
  return grouped ? token : token + 1;
}

// "+32 2 555 01 02", "Tel. 02 555 01 02".
std::size_t telephone(const TextView& view, std::size_t token) {
  const bool plus = view.is(token, "+") && view.is_digits(token + 1) &&
                    is_attached(view, token + 1) && view.text(token + 1).size() <= 3;
  const bool lead = view.is_word(token) && listed(WordList::PhoneLead, view.text(token));
  if (!plus && !lead) return token;
  std::size_t at = token + 1, digits = 0;
  while (at < view.size() && !view.tokens[at].broken &&
         (view.is_digits(at) || view.is(at, ".") || view.is(at, "/") || view.is(at, "(") ||
          view.is(at, ")") || view.is(at, "-") || view.is(at, ":") || view.is(at, "+"))) {
    digits += view.is_digits(at) ? view.text(at).size() : 0;
    ++at;
  }
  return digits >= 6 ? at : token;
}

// Words with digits in them and behind a hyphen: B2B, CO2, UE-27, A380, 3D, and addresses.
std::size_t code(const TextView& view, std::size_t token) {
  if (view.is_word(token)) {
    const bool address = view.is(token + 1, ":") && view.is(token + 2, "/");
    if (address || view.is(token, "www") ||
        (view.is(token + 1, "@") && is_attached(view, token + 1))) {
      std::size_t at = token + 1;
      while (at < view.size() && is_attached(view, at)) ++at;
      return at;
    }
    std::size_t at = token + 1;
    if (view.is(at, "-") && is_attached(view, at)) ++at;
    if (!view.is_digits(at) || !is_attached(view, at)) return token;
    if (!currency_of(view.text(token)).empty()) return token;
    while (at < view.size() && is_attached(view, at) &&
           (view.is_digits(at) || view.is_word(at) || view.is(at, "-")))
      ++at;
    return at;
  }
  return token;
}

std::size_t led_code(const TextView& view, std::size_t token) {
  if (!view.is_digits(token) || token == 0) return token;
  std::size_t lead = token - 1;
  if (lead > 0 && (view.is(lead, ".") || view.is(lead, "\xC2\xB0") || view.is(lead, ":"))) --lead;
  const std::string_view word = view.text(lead);
  const bool prefixed = view.is_word(lead) && listed(WordList::CodeLead, word) && word != "en" &&
                        !has_unit_behind(view, token + 1);
  const bool number_sign = view.is(token - 1, "\xC2\xB0") || view.is(token - 1, "#");
  if (!prefixed && !number_sign) return token;
  std::size_t at = token + 1;
  while (at + 1 < view.size() && is_attached(view, at) && is_attached(view, at + 1) &&
         (view.is(at, ".") || view.is(at, "-") || view.is(at, "/")) && view.is_digits(at + 1))
    at += 2;
  return at;
}

// "1000 Bruxelles", "B-1000 Brussel": four or five digits before a town.
std::size_t postal_code(const TextView& view, std::size_t token) {
  if (!view.is_digits(token) || !view.is_word(token + 1) || !view.tokens[token + 1].spaced)
    return token;
  const std::size_t size = view.text(token).size();
  if ((size != 4 && size != 5) || !view.folded.capital[view.tokens[token + 1].begin]) return token;
  const bool town = listed(WordList::City, view.text(token + 1));
  const bool likely = view.language != base::Language::De && !has_unit_behind(view, token + 1) &&
                      (token == 0 || view.tokens[token].broken || view.is(token - 1, ",") ||
                       view.is(token - 1, "-"));
  return town || likely ? token + 1 : token;
}

// "industrie 4.0": a point where the language writes a comma, before a zero.
std::size_t version(const TextView& view, std::size_t token) {
  const bool dotted = view.is_digits(token) && view.is(token + 1, ".") &&
                      is_attached(view, token + 1) && view.is(token + 2, "0") &&
                      is_attached(view, token + 2);
  if (!dotted || token == 0 || view.text(token).size() > 1) return token;
  if (has_unit_behind(view, token + 3) || !view.is_word(token - 1)) return token;
  if (listed(WordList::FunctionWord, view.text(token - 1))) return token;
  const bool named = view.text(token - 1).starts_with("indust") || view.is(token - 1, "web");
  return named || view.language != base::Language::En ? token + 3 : token;
}

std::size_t century(const TextView& view, std::size_t token) {
  bool near = false;
  for (std::size_t at = token + 1; at < token + 6 && at < view.size(); ++at)
    near = near || (view.is_word(at) && listed(WordList::Century, view.text(at)));
  if (!near) return token;
  const auto reading = read_number(view, token);
  if (!reading || reading->kind != NumberReading::Kind::Ordinal) return token;
  const bool names =
      view.is_word(reading->last) && listed(WordList::Century, view.text(reading->last));
  return names ? reading->last + 1 : token;
}

}  // namespace

std::size_t passed_over(const TextView& view, std::size_t token) {
  using Reader = std::size_t (*)(const TextView&, std::size_t);
  if (view.is_digits(token)) {
    for (const Reader reader :
         {Reader(days_and_month), Reader(written_date_or_time), Reader(century),
          Reader(postal_code), Reader(version), Reader(year), Reader(led_code)})
      if (const std::size_t end = reader(view, token); end != token) return end;
    return token;
  }
  for (const Reader reader :
       {Reader(month_and_days), Reader(telephone), Reader(code), Reader(century)})
    if (const std::size_t end = reader(view, token); end != token) return end;
  return token;
}

}  // namespace kontor::briefing
