#include "wire/writer.h"

#include <charconv>
#include <fmt/format.h>
#include <iterator>
#include <utility>

#include "base/check.h"

namespace kontor::wire {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// How many bytes of `text` from `at` form one character; 0 where they are no UTF-8.
std::size_t character_at(std::string_view text, std::size_t at) {
  for (std::size_t length = 1; length <= 4 && at + length <= text.size(); ++length)
    if (base::is_utf8(text.substr(at, length))) return length;
  return 0;
}

void escape(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<int>(c));
  }
}

bool is_plain(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

void append_escaped(std::string& out, std::string_view text) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_plain(text[i])) continue;
    out += text.substr(from, i - from);
    escape(out, text[i]);
    from = i + 1;
  }
  out += text.substr(from);
}

std::string repaired(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character_at(text, i);
    out += length == 0 ? replacement : text.substr(i, length);
    i += length == 0 ? 1 : length;
  }
  return out;
}

}  // namespace

void Writer::separate() {
  if (comma_) out_ += ',';
  comma_ = true;
}

void Writer::open(char bracket) {
  separate();
  out_ += bracket;
  comma_ = false;
}

void Writer::close(char bracket) {
  out_ += bracket;
  comma_ = true;
}

void Writer::key(std::string_view name) {
  string(name);
  out_ += ':';
  comma_ = false;
}

void Writer::string(std::string_view text) {
  separate();
  out_ += '"';
  if (base::is_utf8(text))
    append_escaped(out_, text);
  else
    append_escaped(out_, repaired(text));
  out_ += '"';
}

void Writer::integer(std::int64_t number) {
  constexpr std::int64_t limit = std::int64_t{1} << 53;
  CHECK(number < limit && number > -limit);
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", number);
}

void Writer::boolean(bool truth) {
  separate();
  out_ += truth ? "true" : "false";
}

void Writer::null() {
  separate();
  out_ += "null";
}

std::string Writer::take() {
  comma_ = false;
  return std::exchange(out_, {});
}

void write(Writer& out, const base::Text& text) {
  if (text.is_same_everywhere()) return out.string(text.in(base::Language::En));
  out.begin_object();
  for (const base::Language language : base::all_languages)
    if (!text.in(language).empty()) put(out, base::code(language), text.in(language));
  out.end_object();
}

void write(Writer& out, base::LocalDate date) {
  CHECK(date.ok());
  out.string(base::format(date));
}

void write(Writer& out, base::LocalDateTime time) {
  CHECK(time.date.ok());
  out.string(base::format(time));
}

void write(Writer& out, base::Instant instant) {
  out.string(base::format(instant));
}

}  // namespace kontor::wire
