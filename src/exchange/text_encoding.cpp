#include "exchange/text_encoding.h"

#include <array>

#include "base/text.h"

namespace kontor::exchange {

namespace {

void add_utf8(std::string& out, char32_t point) {
  const auto add = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (point < 0x80) return add(point);
  if (point < 0x800) {
    add(0xC0 | point >> 6);
  } else {
    if (point < 0x10000) {
      add(0xE0 | point >> 12);
    } else {
      add(0xF0 | point >> 18);
      add(0x80 | (point >> 12 & 0x3F));
    }
    add(0x80 | (point >> 6 & 0x3F));
  }
  add(0x80 | (point & 0x3F));
}

// Bytes 0x80 … 0x9F; 0: not used. https://encoding.spec.whatwg.org/index-windows-1252.txt without
// the five that stand for control characters there.
constexpr std::array<char16_t, 32> windows_1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<std::string> of_windows_1252(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const char32_t point = byte >= 0x80 && byte < 0xA0 ? windows_1252.at(byte - 0x80U) : byte;
    if (point == 0) return std::nullopt;
    add_utf8(out, point);
  }
  return out;
}

std::optional<std::string> of_utf16(std::string_view bytes, bool big_end_first) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::string out;
  char32_t high = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    const char32_t unit =
        big_end_first ? first * 256U + second : static_cast<char32_t>(second * 256U + first);
    const bool is_low = unit >= 0xDC00 && unit < 0xE000;
    if (is_low != (high != 0) || unit == 0) return std::nullopt;
    if (unit >= 0xD800 && unit < 0xDC00) {
      high = unit;
    } else {
      add_utf8(out, is_low ? 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00) : unit);
      high = 0;
    }
  }
  if (high != 0) return std::nullopt;
  return out;
}

// Latin text in UTF-16 without a mark: nearly all bytes at even (or odd) places are zero.
bool mostly_zero(std::string_view bytes, std::size_t first) {
  std::size_t zeros = 0, all = 0;
  for (std::size_t at = first; at < bytes.size() && at < 2000; at += 2, ++all)
    if (bytes[at] == '\0') ++zeros;
  return all > 0 && zeros * 10 >= all * 7;
}

}  // namespace

std::optional<std::string> text_of_any_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF"))
    bytes.remove_prefix(3);
  else if (bytes.starts_with("\xFF\xFE"))
    return of_utf16(bytes.substr(2), false);
  else if (bytes.starts_with("\xFE\xFF"))
    return of_utf16(bytes.substr(2), true);
  else if (mostly_zero(bytes, 1))
    return of_utf16(bytes, false);
  else if (mostly_zero(bytes, 0))
    return of_utf16(bytes, true);
  if (bytes.find('\0') != bytes.npos) return std::nullopt;
  if (base::is_utf8(bytes)) return std::string(bytes);
  return of_windows_1252(bytes);
}

}  // namespace kontor::exchange
