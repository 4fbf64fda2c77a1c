#include "exchange/import_value.h"

#include <algorithm>
#include <array>

namespace kontor::exchange {

namespace {

bool is_decimal_digit(char c) {
  return c >= '0' && c <= '9';
}

// The digits of `text`, of which nothing else but `between` may stand beside them.
std::expected<std::string, char> digits_of(std::string_view text, std::string_view between) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_decimal_digit(text[at]))
      out += text[at];
    else if (text.substr(at).starts_with("\xC2\xA0"))
      ++at;
    else if (between.find(text[at]) == between.npos)
      return std::unexpected(text[at]);
  }
  return out;
}

// How a country dials: its code, what stands before national numbers, and how many digits follow.
struct Dialling {
  std::string_view country, code, trunk;
  std::size_t least, most;
};
// National numbering plans as the ITU publishes them (E.164, national plans).
constexpr std::array diallings{Dialling{"BE", "32", "0", 8, 9},  Dialling{"NL", "31", "0", 9, 9},
                               Dialling{"LU", "352", "", 6, 11}, Dialling{"FR", "33", "0", 9, 9},
                               Dialling{"DE", "49", "0", 6, 11}, Dialling{"GB", "44", "0", 9, 10},
                               Dialling{"US", "1", "1", 10, 10}, Dialling{"CA", "1", "1", 10, 10}};

bool fits(const Dialling& dialling, std::size_t digits) {
  return digits >= dialling.least && digits <= dialling.most;
}

CellValue international(std::string digits) {
  for (const Dialling& dialling : diallings) {
    if (!digits.starts_with(dialling.code)) continue;
    std::string_view national = std::string_view(digits).substr(dialling.code.size());
    if (dialling.trunk == "0" && national.starts_with('0')) {  // "+32 (0)2 …"
      digits.erase(dialling.code.size(), 1);
      national = std::string_view(digits).substr(dialling.code.size());
    }
    if (!fits(dialling, national.size())) return std::unexpected("bad_phone");
    return "+" + digits;
  }
  if (digits.size() < 7 || digits.size() > 15 || digits.starts_with('0'))
    return std::unexpected("bad_phone");
  return "+" + digits;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  constexpr std::string_view no_break = "\xC2\xA0";
  for (bool again = true; again;) {
    const std::size_t before = text.size();
    while (!text.empty() && blanks.find(text.front()) != blanks.npos) text.remove_prefix(1);
    while (!text.empty() && blanks.find(text.back()) != blanks.npos) text.remove_suffix(1);
    if (text.starts_with(no_break)) text.remove_prefix(no_break.size());
    if (text.ends_with(no_break)) text.remove_suffix(no_break.size());
    again = text.size() != before;
  }
  return text;
}

CellValue enterprise_number(std::string_view text) {
  text = trimmed(text);
  if (text.size() > 2 && (text[0] == 'B' || text[0] == 'b') && (text[1] == 'E' || text[1] == 'e'))
    text.remove_prefix(2);
  auto digits = digits_of(text, " .-/");
  if (!digits) return std::unexpected("bad_enterprise_number");
  if (digits->size() == 9) digits->insert(0, 1, '0');
  if (digits->size() != 10 || digits->front() > '1')
    return std::unexpected("bad_enterprise_number");
  int rest = 0;
  for (const char digit : digits->substr(0, 8)) rest = (rest * 10 + (digit - '0')) % 97;
  const int check = ((*digits)[8] - '0') * 10 + ((*digits)[9] - '0');
  if (97 - rest != check) return std::unexpected("wrong_check_digits");
  return *digits;
}

CellValue foreign_number(std::string_view text) {
  if (text.size() > 40 || text.find_first_of("\t\r\n") != text.npos)
    return std::unexpected("bad_enterprise_number");
  return std::string(text);
}

CellValue phone_number(std::string_view text, std::string_view country) {
  text = trimmed(text);
  const bool plus = text.starts_with('+');
  if (plus) text.remove_prefix(1);
  auto digits = digits_of(text, " .-/()");
  if (!digits || digits->empty()) return std::unexpected("bad_phone");
  if (plus) return international(*digits);
  if (digits->starts_with("00")) return international(digits->substr(2));
  const auto* const dialling = std::ranges::find(diallings, country, &Dialling::country);
  if (dialling == diallings.end()) return std::unexpected("phone_without_country");
  if (dialling->trunk == "0" && !digits->starts_with('0')) return std::unexpected("bad_phone");
  if (!dialling->trunk.empty() && digits->starts_with(dialling->trunk)) digits->erase(0, 1);
  if (!fits(*dialling, digits->size())) return std::unexpected("bad_phone");
  return "+" + std::string(dialling->code) + *digits;
}

CellValue mail_address(std::string_view text) {
  text = trimmed(text);
  const std::size_t at = text.find('@');
  const bool good = at != text.npos && at > 0 && text.find('@', at + 1) == text.npos &&
                    text.find_first_of(" \t\r\n,;<>\"()") == text.npos &&
                    text.find('.', at + 2) != text.npos && !text.ends_with('.') &&
                    text.size() <= 254;
  if (!good) return std::unexpected("bad_mail");
  return std::string(text);
}

}  // namespace kontor::exchange
