#pragma once
#include <string>
#include <string_view>

namespace kontor::exchange {

// `text` between quotes, as a JSON string (RFC 8259).
std::string json_string(std::string_view text);

// JSON piece by piece, with two blanks of indentation for each level.
class JsonLines {
 public:
  // An object or array: as a member where it has a name, as the whole or an item where not.
  void open(char bracket, std::string_view name = {});
  void close();
  void add(std::string_view name, std::string_view text) { add_raw(name, json_string(text)); }
  // Nothing where the text is empty.
  void add_unless_empty(std::string_view name, std::string_view text) {
    if (!text.empty()) add(name, text);
  }
  // What is JSON already; without a name an item.
  void add_raw(std::string_view name, std::string_view json);
  std::string take() { return std::move(out_) + "\n"; }

 private:
  void begin_line(std::string_view name);

  std::string out_;
  std::string open_;   // the brackets that close what is open
  bool fresh_ = true;  // nothing stands yet in what was opened last
};

}  // namespace kontor::exchange
