#include "exchange/json_write.h"

#include <fmt/format.h>

namespace kontor::exchange {

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += {'\\', c};
    else if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) < 0x20)
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      out += c;
  }
  return out + '"';
}

void JsonLines::begin_line(std::string_view name) {
  if (!fresh_) out_ += ',';
  if (!open_.empty()) out_ += '\n' + std::string(2 * open_.size(), ' ');
  if (!name.empty()) out_ += json_string(name) + ": ";
  fresh_ = false;
}

void JsonLines::open(char bracket, std::string_view name) {
  begin_line(name);
  out_ += bracket;
  open_ += bracket == '{' ? '}' : ']';
  fresh_ = true;
}

void JsonLines::close() {
  const char bracket = open_.back();
  open_.pop_back();
  if (!fresh_) out_ += '\n' + std::string(2 * open_.size(), ' ');
  out_ += bracket;
  fresh_ = false;
}

void JsonLines::add_raw(std::string_view name, std::string_view json) {
  begin_line(name);
  out_ += json;
}

}  // namespace kontor::exchange
