#pragma once
#include <boost/json/value.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "base/text.h"
#include "base/time.h"
#include "mission/acting.h"
#include "mission/words.h"

// The primitives that the generated readers of messages.h call. Nobody else includes this.

namespace kontor::wire {

// A value of parsed JSON, where it stands (JSON pointer, RFC 6901), and where faults are noted.
struct Node {
  const boost::json::value* value;
  std::string path;
  base::Issues* issues;
};

// JSON of at most 64 levels, or the one fault that keeps it from being read.
base::Checked<boost::json::value> parse(std::string_view json);

// Whether `node` is an object; notes members that are not among `known`.
bool is_object(const Node& node, std::span<const std::string_view> known);
// The member `name`; nothing, and a fault where it is `required`, if it is missing or null.
std::optional<Node> member(const Node& node, std::string_view name, bool required);
// The elements of a list; notes a fault where it is none.
std::vector<Node> elements(const Node& node);
// Calls `parse` with the word at `node`; notes a fault where it is none of the `known` ones.
void read_word(const Node& node, std::string known,
               const std::function<bool(std::string_view)>& parse);

void read(const Node& node, std::string& value);
void read(const Node& node, std::int64_t& value);
void read(const Node& node, bool& value);
void read(const Node& node, base::Text& value);
void read(const Node& node, base::LocalDate& value);
void read(const Node& node, base::LocalDateTime& value);
void read(const Node& node, base::Instant& value);

template <class T>
void read(const Node& node, std::vector<T>& list) {
  for (const Node& element : elements(node)) {
    T value{};
    read(element, value);
    list.push_back(std::move(value));
  }
}

template <class T>
void get(const Node& node, std::string_view name, T& value) {
  if (const auto found = member(node, name, true)) read(*found, value);
}

template <class T>
void get(const Node& node, std::string_view name, std::optional<T>& value) {
  if (const auto found = member(node, name, false)) read(*found, value.emplace());
}

template <class T>
base::Checked<T> read_whole(std::string_view json) {
  const auto parsed = parse(json);
  if (!parsed) return std::unexpected(parsed.error());
  base::Issues issues;
  T value{};
  read(Node{&*parsed, "", &issues}, value);
  if (!issues.empty()) return std::unexpected(std::move(issues));
  return value;
}

}  // namespace kontor::wire
