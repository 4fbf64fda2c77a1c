#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kontor::exchange {

// What two spellings of one name have in common: folded, without blanks and legal forms ("S.A.",
// "bv"), words in their order.
std::string name_core(std::string_view name);
// The same with words sorted: "Dupont Jean" is "Jean Dupont".
std::string sorted_core(std::string_view name);

// Finds names of which the cores are equal or, from six letters on, differ by one letter (missing,
// added, other or swapped with its neighbour); their digits must be equal. Each name is kept under
// what is left without any one of its letters (Bocek, Hunt, Wang 2007), so that finding takes time
// with its length alone.
class NearNames {
 public:
  void add(std::string core, std::size_t item);
  // The first such item, of those with the same core before others.
  std::optional<std::size_t> find(const std::string& core) const;

 private:
  std::vector<std::pair<std::string, std::size_t>> names_;
  std::unordered_multimap<std::uint64_t, std::uint32_t> by_hash_;
};

}  // namespace kontor::exchange
