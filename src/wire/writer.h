#pragma once
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "mission/acting.h"
#include "mission/words.h"

namespace kontor::wire {

// Appends JSON (RFC 8259) to one string, without a tree in between. Calls must nest as JSON does;
// commas are its own business.
class Writer {
 public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_list() { open('['); }
  void end_list() { close(']'); }
  void key(std::string_view name);

  void string(std::string_view text);  // bytes that are no UTF-8 become U+FFFD
  void integer(std::int64_t number);   // |number| < 2^53, which JavaScript reads exactly
  void boolean(bool truth);
  void null();

  // The text so far; the writer is empty afterwards.
  std::string take();

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();

  std::string out_;
  bool comma_ = false;  // whether the next value or key follows another
};

// A text is one string where it is the same in all languages, else an object of those it has.
void write(Writer& out, const base::Text& text);
void write(Writer& out, base::LocalDate date);
void write(Writer& out, base::LocalDateTime time);
void write(Writer& out, base::Instant instant);
inline void write(Writer& out, std::string_view text) {
  out.string(text);
}
inline void write(Writer& out, const std::string& text) {
  out.string(text);
}
void write(Writer& out, std::same_as<bool> auto truth) {
  out.boolean(truth);
}
void write(Writer& out, std::same_as<std::int64_t> auto number) {
  out.integer(number);
}

template <class E>
  requires std::is_enum_v<E>
void write(Writer& out, E value) {
  using mission::word;
  out.string(word(value));
}

template <class T>
void write(Writer& out, const std::vector<T>& list);

template <class T>
void write(Writer& out, const std::optional<T>& value) {
  if (value)
    write(out, *value);
  else
    out.null();
}

template <class T>
void write(Writer& out, const std::vector<T>& list) {
  out.begin_list();
  for (const T& value : list) write(out, value);
  out.end_list();
}

// One member of an object.
template <class T>
void put(Writer& out, std::string_view name, const T& value) {
  out.key(name);
  write(out, value);
}

// `value` as JSON.
template <class T>
std::string to_json(const T& value) {
  Writer out;
  write(out, value);
  return out.take();
}

}  // namespace kontor::wire
