#pragma once
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"
#include "base/time.h"
#include "mission/acting.h"
#include "mission/agreement.h"
#include "mission/delegation.h"
#include "mission/place.h"
#include "mission/record.h"
#include "store/columns.h"

// How each type of field becomes columns: a number, a text or NULL; language maps are four texts.
// Keys, words and languages of a list are joined by spaces. A line of Lines ends with "\n";
// "\" and line ends within it are escaped by "\".

namespace kontor::store {

// Takes columns in order: a bound statement, a digest.
template <class S>
concept Sink = requires(S sink) {
  sink.null();
  sink.integer(std::int64_t{});
  sink.text(std::string_view{});
};

std::string lines_text(const std::vector<std::string>& lines);
std::vector<std::string> lines_of(std::string_view text);
std::vector<std::string> words_in(std::string_view text);  // between single spaces

std::vector<std::string> to_lines(const std::vector<std::string>& texts);
std::vector<std::string> to_lines(const std::vector<mission::Source>& sources);
std::vector<std::string> to_lines(const std::vector<mission::Absence>& absences);
std::vector<std::string> to_lines(const std::vector<mission::Clearance>& clearances);
std::vector<std::string> to_lines(const std::vector<mission::Opening>& openings);
std::vector<std::string> to_lines(const std::vector<mission::Document>& documents);
// Whether `lines` could be read.
bool from_lines(std::vector<std::string> lines, std::vector<std::string>& texts);
bool from_lines(std::vector<std::string> lines, std::vector<mission::Source>& sources);
bool from_lines(std::vector<std::string> lines, std::vector<mission::Absence>& absences);
bool from_lines(std::vector<std::string> lines, std::vector<mission::Clearance>& clearances);
bool from_lines(std::vector<std::string> lines, std::vector<mission::Opening>& openings);
bool from_lines(std::vector<std::string> lines, std::vector<mission::Document>& documents);

// The column text of a single-text field, and back; parse gives whether `text` could be read.
inline std::string_view text_of(const std::string& text) {
  return text;
}
template <class Tag>
std::string_view text_of(const base::Id<Tag>& id) {
  return id.value;
}
template <class E>
  requires std::is_enum_v<E>
std::string_view text_of(E value) {
  if constexpr (std::same_as<E, base::Language>)
    return base::code(value);
  else
    return mission::word(value);
}
inline std::string text_of(base::LocalDate date) {
  return date == base::LocalDate{} ? std::string() : base::format(date);
}
inline std::string text_of(base::LocalDateTime time) {
  return time == base::LocalDateTime{} ? std::string() : base::format(time);
}
inline std::string text_of(base::Instant instant) {
  return base::format(instant);
}
inline std::string text_of(base::Decimal number) {
  return base::format(number);
}

template <class T>
bool assign(std::optional<T> parsed, T& field) {
  if (parsed) field = *std::move(parsed);
  return parsed.has_value();
}
inline bool parse(std::string text, std::string& field) {
  field = std::move(text);
  return true;
}
template <class Tag>
bool parse(std::string text, base::Id<Tag>& id) {
  id.value = std::move(text);
  return true;
}
template <class E>
  requires std::is_enum_v<E>
bool parse(const std::string& text, E& field) {
  if constexpr (std::same_as<E, base::Language>)
    return assign(base::language_of(text), field);
  else if constexpr (std::same_as<E, mission::Role>)
    return assign(mission::parse_role(text), field);
  else
    return assign(mission::parse_word<E>(text), field);
}
inline bool parse(const std::string& text, base::LocalDate& date) {
  date = {};
  return text.empty() || assign(base::parse_date(text), date);
}
inline bool parse(const std::string& text, base::LocalDateTime& time) {
  time = {};
  return text.empty() || assign(base::parse_local(text), time);
}
inline bool parse(const std::string& text, base::Instant& instant) {
  return assign(base::parse_instant(text), instant);
}
inline bool parse(const std::string& text, base::Decimal& number) {
  return assign(base::parse_decimal(text), number);
}

template <class T>
concept SingleText = requires(const T& field) {
  { text_of(field) } -> std::convertible_to<std::string_view>;
};

}  // namespace kontor::store
