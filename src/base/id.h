#pragma once
#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace kontor::base {

// A stable, human-readable key such as "O13" or "s-f-ballroom-a". `Tag` makes the keys of different
// nouns different types. Allowed characters: A-Z a-z 0-9 '-' '_' '.'; at most 64 of them.
template <class Tag>
struct Id {
  std::string value;

  bool empty() const { return value.empty(); }
  auto operator<=>(const Id&) const = default;
};

// Whether `text` may serve as an Id.
bool is_id(std::string_view text);

}  // namespace kontor::base

template <class Tag>
struct std::hash<kontor::base::Id<Tag>> {
  std::size_t operator()(const kontor::base::Id<Tag>& id) const {
    return std::hash<std::string>{}(id.value);
  }
};
