#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
  // A name under one of its hashes, and the entry before it in the same slot.
  struct Entry {
    std::uint64_t hash;
    std::uint32_t name, before;
  };
  std::size_t slot_of(std::uint64_t hash) const;
  void enter(std::uint64_t hash, std::uint32_t name);

  std::vector<std::pair<std::string, std::size_t>> names_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // the latest entry of each; their number is a power of two
};

}  // namespace kontor::exchange
