#include "exchange/dzn_syntax.h"

#include <charconv>
#include <optional>
#include <utility>

namespace kontor::exchange {

namespace {

constexpr int deepest_nesting = 4;  // values within values

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

class DznReader {
 public:
  DznReader(std::string_view text, const std::string& file, base::Issues& issues)
      : text_(text), file_(file), issues_(issues) {}

  DznValues read() {
    DznValues values;
    for (skip_space(); !at_end() && issues_.size() < most_dzn_issues; skip_space())
      if (!read_assignment(values)) skip_statement();
    return values;
  }

 private:
  bool read_assignment(DznValues& values) {
    const base::Place place = here();
    const std::string name = read_name();
    if (name.empty()) return fail("a name such as nMeetings is expected here");
    if (!accept('=')) return fail("after \"" + name + "\" an = is expected");
    std::optional<DznValue> value = read_value(0);
    if (!value) return false;
    if (!accept(';')) return fail("after the value of " + name + " a ; is expected");
    const auto [at, added] = values.emplace(name, std::move(*value));
    if (!added)
      issues_.push_back(
          {"duplicate_id", "the file", name, {{"first", line_of(at->second.place)}}, place});
    return true;
  }

  std::optional<DznValue> read_value(int depth) {
    skip_space();
    DznValue value;
    value.place = here();
    if (depth > deepest_nesting) return stop("values are nested too deeply");
    if (accept('{')) return read_items(std::move(value), DznValue::Kind::Set, '}', depth);
    if (accept('[')) {
      if (!at_end() && text_[at_] == '|') return read_rows(std::move(value), depth);
      return read_items(std::move(value), DznValue::Kind::List, ']', depth);
    }
    return read_number(std::move(value));
  }

  std::optional<DznValue> read_items(DznValue value, DznValue::Kind kind, char end, int depth) {
    value.kind = kind;
    while (!accept(end)) {
      std::optional<DznValue> item = read_value(depth + 1);
      if (!item) return std::nullopt;
      value.items.push_back(std::move(*item));
      if (accept(',')) continue;
      if (!accept(end)) return stop(std::string("a comma or ") + end + " is expected here");
      break;
    }
    return value;
  }

  std::optional<DznValue> read_rows(DznValue table, int depth) {
    table.kind = DznValue::Kind::Table;
    accept('|');
    while (!accept(']')) {
      skip_space();
      DznValue row;
      row.place = here();
      std::optional<DznValue> read = read_items(std::move(row), DznValue::Kind::List, '|', depth);
      if (!read) return std::nullopt;
      table.items.push_back(std::move(*read));
    }
    return table;
  }

  std::optional<DznValue> read_number(DznValue value) {
    const char* begin = text_.data() + at_;
    const char* end = text_.data() + text_.size();
    const auto [next, error] = std::from_chars(begin, end, value.number);
    if (error == std::errc::result_out_of_range) return stop("this number is too large");
    if (error != std::errc()) return stop("a whole number, {, [ or [| is expected here");
    at_ += next - begin;
    return value;
  }

  std::string read_name() {
    const std::size_t begin = at_;
    while (!at_end() && (is_letter(text_[at_]) || (at_ > begin && is_digit(text_[at_])))) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  bool accept(char expected) {
    skip_space();
    if (at_end() || text_[at_] != expected) return false;
    ++at_;
    return true;
  }

  void skip_space() {
    while (!at_end() && (is_space(text_[at_]) || text_[at_] == '%')) {
      if (text_[at_] == '%')
        while (!at_end() && text_[at_] != '\n') ++at_;
      else
        ++at_;
    }
  }

  void skip_statement() {
    while (!at_end() && text_[at_] != ';') ++at_;
    if (!at_end()) ++at_;
  }

  bool fail(const std::string& reason) {
    issues_.push_back({"bad_syntax", "the file", "", {{"reason", reason}}, here()});
    return false;
  }

  std::nullopt_t stop(const std::string& reason) {
    fail(reason);
    return std::nullopt;
  }

  // Line and column are counted on from the last place asked for, so that reading stays linear.
  base::Place here() {
    for (; counted_ < at_; ++counted_) {
      if (text_[counted_] == '\n') {
        ++line_;
        line_begin_ = counted_ + 1;
      }
    }
    return {file_, line_, static_cast<int>(at_ - line_begin_) + 1};
  }

  static std::string line_of(const base::Place& place) {
    return "line " + std::to_string(place.line);
  }

  bool at_end() const { return at_ >= text_.size(); }

  std::string_view text_;
  const std::string& file_;
  base::Issues& issues_;
  std::size_t at_ = 0;
  std::size_t counted_ = 0;
  std::size_t line_begin_ = 0;
  int line_ = 1;
};

}  // namespace

DznValues read_dzn_syntax(std::string_view text, const std::string& file, base::Issues& issues) {
  return DznReader(text, file, issues).read();
}

}  // namespace kontor::exchange
