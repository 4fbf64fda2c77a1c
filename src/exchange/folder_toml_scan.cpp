#include "exchange/folder_toml_scan.h"

#include <algorithm>

#include "exchange/folder_tree.h"

namespace kontor::exchange {

namespace {

constexpr std::string_view too_deep = "This is nested too deeply";
constexpr std::string_view outside_quotes =
    "Outside quotes only ASCII letters may stand; put the text in quotes";
constexpr std::string_view after_backslash =
    "Behind a backslash at the end of a line an ASCII letter must follow";

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {
    if (text.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  std::optional<Unparsable> run() {
    while (at_ < text_.size() && reason_.empty()) step();
    if (reason_.empty()) return std::nullopt;
    const std::string_view before = text_.substr(0, at_);
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    return Unparsable{reason_, static_cast<int>(std::ranges::count(before, '\n')) + 1,
                      static_cast<int>(at_ - line_start) + 1};
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '"' || c == '\'') return skip_string();
    if (c == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size());
      return;
    }
    if (!is_ascii(at_)) return stop(outside_quotes);
    if (c == '.') ++dots_;
    if (c == '=' || c == ',' || c == '\n') dots_ = 0;
    if (c == '[' || c == '{') ++brackets_;
    if (c == ']' || c == '}') --brackets_;
    if (dots_ > deepest_nesting || brackets_ > deepest_nesting) return stop(too_deep);
    ++at_;
  }

  // Past the string that starts here, its closing quotes included.
  void skip_string() {
    const char quote = text_[at_];
    const bool many_lines = is_triple(quote);
    at_ += many_lines ? 3 : 1;
    while (at_ < text_.size() && reason_.empty()) {
      if (quote == '"' && text_[at_] == '\\') {
        skip_escape();
      } else if (many_lines ? is_triple(quote) : text_[at_] == quote) {
        at_ += many_lines ? 3 : 1;
        // One or two quotes may stand before the closing three.
        for (int more = 0; many_lines && more < 2 && is_at(quote); ++more) ++at_;
        return;
      } else if (!many_lines && text_[at_] == '\n') {
        return;
      } else {
        ++at_;
      }
    }
  }

  void skip_escape() {
    std::size_t next = at_ + 1;
    const bool ends_line = next < text_.size() && is_blank(text_[next]);
    while (ends_line && next < text_.size() && is_blank(text_[next])) ++next;
    if (next < text_.size() && !is_ascii(next)) return stop(after_backslash);
    at_ = ends_line ? next : next + 1;
  }

  bool is_at(char c) const { return at_ < text_.size() && text_[at_] == c; }
  bool is_triple(char quote) const {
    return text_.substr(at_, 3) == std::string_view(quote == '"' ? "\"\"\"" : "'''");
  }
  bool is_ascii(std::size_t at) const { return static_cast<unsigned char>(text_[at]) < 0x80; }
  void stop(std::string_view reason) { reason_ = reason; }

  std::string_view text_;
  std::size_t at_ = 0;
  int dots_ = 0;
  int brackets_ = 0;
  std::string_view reason_;
};

}  // namespace

std::optional<Unparsable> find_unparsable(std::string_view text) {
  return Scan(text).run();
}

}  // namespace kontor::exchange
