#include "exchange/json_text.h"

#include <algorithm>

#include "base/text.h"

namespace kontor::exchange {

namespace {

constexpr int deepest_value = 64;

void append_utf8(std::string& out, unsigned point) {
  const auto byte = [&](unsigned value) { out += static_cast<char>(value); };
  if (point < 0x80) {
    byte(point);
  } else if (point < 0x800) {
    byte(0xC0U | (point >> 6U));
    byte(0x80U | (point & 0x3FU));
  } else if (point < 0x10000) {
    byte(0xE0U | (point >> 12U));
    byte(0x80U | ((point >> 6U) & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  } else {
    byte(0xF0U | (point >> 18U));
    byte(0x80U | ((point >> 12U) & 0x3FU));
    byte(0x80U | ((point >> 6U) & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  }
}

}  // namespace

const JsonValue& JsonValue::operator[](std::string_view name) const {
  static const JsonValue null;
  if (kind != Kind::Object) return null;
  const auto found = std::ranges::find(names, name);
  return found == names.end() ? null : items[static_cast<std::size_t>(found - names.begin())];
}

void JsonText::skip_space() {
  while (at_ < text_.size() &&
         (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t'))
    ++at_;
}

char JsonText::peek() {
  skip_space();
  return failed_ || at_ >= text_.size() ? '\0' : text_[at_];
}

bool JsonText::enter(char bracket) {
  if (peek() != bracket) return false;
  ++at_;
  fresh_ = true;
  return true;
}

bool JsonText::more(char closing) {
  const char c = peek();
  const bool first = std::exchange(fresh_, false);
  if (c == closing) {
    ++at_;
    return false;
  }
  if (first && c != '\0') return true;
  if (c != ',') {
    fail();
    return false;
  }
  ++at_;
  return true;
}

bool JsonText::next_name(std::string& name) {
  if (!more('}')) return false;
  if (peek() != '"') fail();
  name.clear();
  string(name);
  if (peek() != ':') fail();
  ++at_;
  return !failed_;
}

bool JsonText::next_item() {
  return more(']') && !failed_;
}

unsigned JsonText::hexadecimal() {
  unsigned point = 0;
  for (int i = 0; i < 4; ++i, ++at_) {
    const char c = at_ < text_.size() ? text_[at_] : '\0';
    const bool digit = c >= '0' && c <= '9';
    const char lower = static_cast<char>(c | 0x20);
    if (!digit && (lower < 'a' || lower > 'f')) {
      fail();
      return 0;
    }
    point = point * 16 + static_cast<unsigned>(digit ? c - '0' : lower - 'a' + 10);
  }
  return point;
}

void JsonText::escape(std::string& out) {
  const char c = at_ < text_.size() ? text_[at_++] : '\0';
  constexpr std::string_view from = "\"\\/bfnrt", to = "\"\\/\b\f\n\r\t";
  if (const std::size_t known = from.find(c); c != '\0' && known != std::string_view::npos) {
    out += to[known];
    return;
  }
  if (c != 'u') return fail();
  unsigned point = hexadecimal();
  if (point >= 0xD800 && point < 0xDC00 && text_.substr(at_, 2) == "\\u") {
    at_ += 2;
    const unsigned low = hexadecimal();
    if (low < 0xDC00 || low > 0xDFFF) return fail();
    point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
  }
  if (point >= 0xD800 && point < 0xE000) return fail();
  append_utf8(out, point);
}

void JsonText::string(std::string& out) {
  ++at_;
  while (!failed_) {
    const std::size_t stop = text_.find_first_of("\"\\", at_);
    if (stop == std::string_view::npos) return fail();
    out.append(text_.substr(at_, stop - at_));
    at_ = stop + 1;
    if (text_[stop] == '"') break;
    escape(out);
  }
  if (!base::is_utf8(out)) fail();
}

void JsonText::word(std::string_view word) {
  if (text_.substr(at_, word.size()) != word) return fail();
  at_ += word.size();
}

void JsonText::number(std::string& out) {
  const std::size_t end = std::min(text_.find_first_not_of("+-.0123456789eE", at_), text_.size());
  out = text_.substr(at_, end - at_);
  if (out.find_first_of("0123456789") == std::string::npos) fail();
  at_ = end;
}

JsonValue JsonText::value() {
  return value(0);
}

JsonValue JsonText::value(int depth) {
  using Kind = JsonValue::Kind;
  JsonValue out;
  const char c = peek();
  if (depth > deepest_value) fail();
  if (failed_) return out;
  if (c == '{') {
    out.kind = Kind::Object;
    enter('{');
    for (std::string name; next_name(name);) {
      out.names.push_back(name);
      out.items.push_back(value(depth + 1));
    }
  } else if (c == '[') {
    out.kind = Kind::Array;
    enter('[');
    while (next_item()) out.items.push_back(value(depth + 1));
  } else if (c == '"') {
    out.kind = Kind::Text;
    string(out.text);
  } else if (c == 't' || c == 'f' || c == 'n') {
    out.kind = c == 't' ? Kind::True : c == 'f' ? Kind::False : Kind::Null;
    word(c == 't' ? "true" : c == 'f' ? "false" : "null");
  } else {
    out.kind = Kind::Number;
    number(out.text);
  }
  return out;
}

bool JsonText::at_end() {
  skip_space();
  return at_ >= text_.size();
}

std::int64_t JsonText::line() const {
  return 1 + std::count(text_.begin(),
                        text_.begin() + static_cast<std::ptrdiff_t>(std::min(at_, text_.size())),
                        '\n');
}

base::Issue JsonText::fault(const std::string& file) const {
  return {.code = "bad_syntax",
          .path = "",
          .value = "",
          .parameters = {{"reason", "The text is no JSON from here on"}},
          .place = {file, static_cast<int>(line()), 1}};
}

}  // namespace kontor::exchange
