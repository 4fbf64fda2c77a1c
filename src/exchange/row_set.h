#pragma once
#include <cstdint>
#include <vector>

namespace kontor::exchange {

// Hashes of the keys of rows with a hash of their values, to find rows that stand twice.
class RowSet {
 public:
  enum class Outcome { New, Repeated, Conflicting };

  Outcome add(std::uint64_t key, std::uint32_t values) {
    if ((count_ + 1) * 5 > slots_.size() * 4) grow();
    key = key == 0 ? 1 : key;
    const std::size_t slot = find(key);
    if (slots_[slot] == 0) {
      slots_[slot] = key;
      values_[slot] = values;
      ++count_;
      return Outcome::New;
    }
    return values_[slot] == values ? Outcome::Repeated : Outcome::Conflicting;
  }

 private:
  std::size_t find(std::uint64_t key) const {
    std::size_t slot = key & (slots_.size() - 1);
    while (slots_[slot] != 0 && slots_[slot] != key) slot = (slot + 1) & (slots_.size() - 1);
    return slot;
  }

  void grow() {
    std::vector<std::uint64_t> slots(slots_.empty() ? 1U << 16U : slots_.size() * 2);
    std::vector<std::uint32_t> values(slots.size());
    slots.swap(slots_);
    values.swap(values_);
    for (std::size_t i = 0; i < slots.size(); ++i)
      if (slots[i] != 0) {
        const std::size_t slot = find(slots[i]);
        slots_[slot] = slots[i];
        values_[slot] = values[i];
      }
  }

  std::vector<std::uint64_t> slots_;
  std::vector<std::uint32_t> values_;
  std::size_t count_ = 0;
};

}  // namespace kontor::exchange
