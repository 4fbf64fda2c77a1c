#include "exchange/calendar_line.h"

namespace kontor::exchange {

namespace {

constexpr std::size_t longest_line = 75;

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The most bytes of `text`, at most `limit`, that end with a whole character; `limit` where the
// text is not UTF-8, so that a line always takes something.
std::size_t whole_characters(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text.size();
  std::size_t end = limit;
  while (limit - end < 4 && continues_character(text[end])) --end;
  return limit - end < 4 ? end : limit;
}

}  // namespace

std::string calendar_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\\' || c == ',' || c == ';')
      (out += '\\') += c;
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
      out += c;
  }
  return out;
}

void add_calendar_line(std::string& out, std::string_view name, std::string_view value) {
  std::string line(name);
  line += ':';
  line += value;
  std::string_view rest = line;
  std::size_t room = longest_line;
  while (!rest.empty()) {
    const std::size_t size = whole_characters(rest, room);
    out += rest.substr(0, size);
    out += "\r\n";
    rest.remove_prefix(size);
    if (!rest.empty()) out += ' ';
    room = longest_line - 1;
  }
}

}  // namespace kontor::exchange
