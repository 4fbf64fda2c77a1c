#include "briefing/reading/folded.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace kontor::briefing {

namespace {

// The character at `at` and its length in bytes; a broken one is one byte of U+FFFD.
char32_t decode(std::string_view text, std::size_t at, std::size_t& length) {
  const auto lead = static_cast<unsigned char>(text[at]);
  length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (lead < 0x80) return lead;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) {
    length = 1;
    return 0xFFFD;
  }
  char32_t point = lead & (0x7FU >> length);
  for (std::size_t k = 1; k < length; ++k)
    point = (point << 6U) | (static_cast<unsigned char>(text[at + k]) & 0x3FU);
  return point;
}

constexpr std::u32string_view accented = U"àáâãäåçèéêëìíîïñòóôõöøùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ";
constexpr std::string_view plain = "aaaaaaceeeeiiiinoooooouuuuyyaaaaaaceeeeiiiinoooooouuuuy";

// Raised letters of ordinals: 1ᵉʳ, 2ⁿᵈ, 3ʳᵈ, 4ᵗʰ, 7ᵉ, 1º, 1ª, 15ᵐᵉ, 1ˢᵗ.
constexpr std::u32string_view raised = U"\u1D49\u02B3\u1D48\u1D50\u207F\u02E2\u1D57\u02B0ºª";
constexpr std::string_view lowered = "erdmnsthee";

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

bool is_left_out(char32_t c) {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ||
         c == 0xAD || c == 0x200B || c == 0xFEFF;
}

// " 1/2" for U+00BD and so on; "" for other characters.
std::string_view vulgar_fraction(char32_t c) {
  static constexpr std::array<std::string_view, 15> from_2150{
      " 1/7", " 1/9", " 1/10", " 1/3", " 2/3", " 1/5", " 2/5", " 3/5",
      " 4/5", " 1/6", " 5/6",  " 1/8", " 3/8", " 5/8", " 7/8"};
  static constexpr std::array<std::string_view, 3> from_bc{" 1/4", " 1/2", " 3/4"};
  if (c >= 0xBC && c <= 0xBE) return from_bc[c - 0xBC];
  if (c >= 0x2150 && c <= 0x215E) return from_2150[c - 0x2150];
  return {};
}

// What stands for a character; nothing where it stands for itself.
std::string_view folded(char32_t c) {
  static constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
  if (c >= 'A' && c <= 'Z') return letters.substr(c - 'A', 1);
  if (c < 0x80) return {};
  if (is_blank(c)) return " ";
  if (const auto at = accented.find(c); at != accented.npos) return plain.substr(at, 1);
  if (const auto at = raised.find(c); at != raised.npos) return lowered.substr(at, 1);
  if (c == U'ß' || c == 0x1E9E) return "ss";
  if (c == U'œ' || c == U'Œ') return "oe";
  if (c == U'æ' || c == U'Æ') return "ae";
  if (c == 0x2019 || c == 0x2018 || c == 0x02BC) return "'";
  if (const auto part = vulgar_fraction(c); !part.empty()) return part;
  if (c == 0x2212) return "-";
  if (c == 0x2010 || c == 0x2011) return "-";
  return {};
}

struct Entity {
  std::size_t length = 0;
  char32_t character = 0;
};

Entity entity(std::string_view text) {
  static const std::map<std::string_view, char32_t> names{
      {"nbsp", 0xA0},    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},
      {"quot", '"'},     {"apos", '\''},     {"euro", 0x20AC},  {"pound", 0xA3},
      {"eacute", 0xE9},  {"egrave", 0xE8},   {"agrave", 0xE0},  {"ccedil", 0xE7},
      {"ouml", 0xF6},    {"uuml", 0xFC},     {"auml", 0xE4},    {"szlig", 0xDF},
      {"rsquo", 0x2019}, {"thinsp", 0x2009}, {"ndash", 0x2013}, {"mdash", 0x2014},
      {"minus", 0x2212}, {"hellip", 0x2026}};
  const std::size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 2) return {};
  const std::string_view name = text.substr(1, end - 1);
  if (const auto known = names.find(name); known != names.end()) return {end + 1, known->second};
  if (name[0] != '#') return {};
  const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
  unsigned point = 0;
  const auto [stop, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), point, hexadecimal ? 16 : 10);
  if (error != std::errc{} || stop != digits.data() + digits.size()) return {};
  return {end + 1, point};
}

// The length of the tag that starts here; 0 for none. Scripts and styles go whole.
std::size_t tag(std::string_view text, bool& block) {
  static constexpr std::array<std::string_view, 14> blocks{
      "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "td", "th", "tr", "table", "br"};
  if (text.starts_with("<!--")) {
    const std::size_t end = text.find("-->");
    return end == text.npos ? 0 : end + 3;
  }
  const bool closes = text.substr(1, 1) == "/";
  const std::string_view rest = text.substr(closes ? 2 : 1);
  const std::size_t name_end = std::min(rest.find_first_of(" >/\t\n"), rest.size());
  std::string name(rest.substr(0, name_end));
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  if (name.empty() || name[0] < 'a' || name[0] > 'z') return 0;
  block = std::ranges::find(blocks, name) != blocks.end();
  const std::size_t end = text.find('>');
  if (end == text.npos) return 0;
  if (closes || (name != "script" && name != "style")) return end + 1;
  const std::size_t close = text.find("</" + name, end);
  return close == text.npos ? text.size() : text.find('>', close) + 1;
}

void append(Folded& out, std::string_view bytes, std::size_t begin, std::size_t end) {
  out.text += bytes;
  out.begin.resize(out.text.size(), static_cast<std::uint32_t>(begin));
  out.end.resize(out.text.size(), static_cast<std::uint32_t>(end));
  out.capital.resize(out.text.size());
}

// Capital letters of ASCII and of the accented ones above.
bool is_capital(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || c == U'Œ';
}

}  // namespace

Folded fold(std::string_view original, bool markup) {
  Folded out;
  out.text.reserve(original.size());
  out.begin.reserve(original.size());
  out.end.reserve(original.size());
  for (std::size_t at = 0; at < original.size();) {
    bool block = false;
    if (markup && original[at] == '<')
      if (const std::size_t skip = tag(original.substr(at), block); skip != 0) {
        if (block) append(out, "\n\n", at, at + skip);
        at += skip;
        continue;
      }
    std::size_t length = 1;
    char32_t c = decode(original, at, length);
    if (markup && c == '&')
      if (const Entity found = entity(original.substr(at)); found.length != 0) {
        length = found.length;
        c = found.character;
      }
    if (c != '\r' && !is_left_out(c)) {
      const std::string_view stands = folded(c);
      const std::string_view itself = c == 0x20AC ? "\xE2\x82\xAC"
                                      : c == 0xA3 ? "\xC2\xA3"
                                                  : original.substr(at, length);
      append(out, stands.empty() ? itself : stands, at, at + length);
      if (is_capital(c)) out.capital.back() = true;
    }
    at += length;
  }
  return out;
}

std::vector<Token> tokens_of(const Folded& folded) {
  const std::string& text = folded.text;
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 4);
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  bool spaced = true, broken = true;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == ' ' || c == '\n') {
      broken = broken || (c == '\n' && at > 0 && text[at - 1] == '\n');
      spaced = true;
      ++at;
      continue;
    }
    Token token{.begin = static_cast<std::uint32_t>(at), .spaced = spaced, .broken = broken};
    std::size_t end = at + 1;
    if (is_letter(c)) {
      token.kind = Token::Kind::Word;
      while (end < text.size() && is_letter(text[end])) ++end;
    } else if (is_digit(c)) {
      token.kind = Token::Kind::Digits;
      while (end < text.size() && is_digit(text[end])) ++end;
    } else {
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    }
    token.end = static_cast<std::uint32_t>(end);
    tokens.push_back(token);
    spaced = broken = false;
    at = end;
  }
  return tokens;
}

}  // namespace kontor::briefing
