#pragma once
#include <algorithm>
#include <unordered_map>
#include <vector>

namespace kontor::planning {

// The place of each noun in its list, by its key: numbers<mission::PersonId>(mission.people).
template <class Key, class Noun>
std::unordered_map<Key, int> numbers(const std::vector<Noun>& nouns) {
  std::unordered_map<Key, int> out;
  for (std::size_t i = 0; i < nouns.size(); ++i) out[nouns[i].id] = static_cast<int>(i);
  return out;
}

// The number of `key` in such a table; -1: it is not there.
template <class Key>
int number(const std::unordered_map<Key, int>& numbers, const Key& key) {
  const auto found = numbers.find(key);
  return found == numbers.end() ? -1 : found->second;
}

// The noun with that key; null: there is none.
template <class Nouns, class Key>
auto* find(Nouns& nouns, const Key& key) {
  const auto found = std::ranges::find(nouns, key, &Nouns::value_type::id);
  return found == nouns.end() ? nullptr : &*found;
}

}  // namespace kontor::planning
