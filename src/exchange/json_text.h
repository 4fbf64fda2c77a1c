#pragma once
#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/issue.h"

namespace kontor::exchange {

// A JSON value (RFC 8259) whose numbers stay the text they were, so that no digit is lost.
struct JsonValue {
  enum class Kind { Null, False, True, Number, Text, Array, Object };

  Kind kind = Kind::Null;
  std::string text;                // of a number as written, of a text decoded
  std::vector<JsonValue> items;    // of an array; of an object the values
  std::vector<std::string> names;  // of an object, beside items

  // The member, or a null for none and for what is no object.
  const JsonValue& operator[](std::string_view name) const;
  bool is(Kind other) const { return kind == other; }
};

// Reads JSON piece by piece from text in memory. After a fault every further call gives nothing.
class JsonText {
 public:
  explicit JsonText(std::string_view text) : text_(text) {}

  // Into the object or array that stands next; false where it is none.
  bool enter(char bracket);
  // The name of the next member of the object entered; false at its end, which is consumed.
  bool next_name(std::string& name);
  // Whether another item of the array entered stands next; false at its end, which is consumed.
  bool next_item();
  // The whole value that stands next, at most 64 deep.
  JsonValue value();
  bool at_end();
  bool failed() const { return failed_; }
  // The fault as an issue with its line.
  base::Issue fault(const std::string& file) const;
  std::int64_t line() const;

 private:
  void skip_space();
  char peek();
  void fail() { failed_ = true; }
  bool more(char closing);
  JsonValue value(int depth);
  void string(std::string& out);
  void escape(std::string& out);
  unsigned hexadecimal();
  void word(std::string_view word);
  void number(std::string& out);

  std::string_view text_;
  std::size_t at_ = 0;
  bool failed_ = false;
  bool fresh_ = false;  // just entered: no comma stands before the first member
};

}  // namespace kontor::exchange
