#pragma once
#include <cstdint>
#include <span>
#include <utility>

namespace kontor::base {

// A small random generator whose draws are the same on every platform: SplitMix64 (Steele, Lea,
// Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, figure 17).
class Rng {
 public:
  explicit Rng(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  // A uniform whole number in [0, n), n > 0: Lemire's multiplication with rejection of the bias
  // ("Fast random integer generation in an interval", ACM TOMACS 2019, algorithm 5).
  std::uint64_t below(std::uint64_t n) {
    __extension__ using Wide = unsigned __int128;
    const std::uint64_t threshold = (0 - n) % n;
    for (;;) {
      const Wide product = static_cast<Wide>(next()) * n;
      if (static_cast<std::uint64_t>(product) >= threshold)
        return static_cast<std::uint64_t>(product >> 64U);
    }
  }

  // A uniform whole number in [low, high].
  int between(int low, int high) {
    return low + static_cast<int>(below(static_cast<std::uint64_t>(high - low) + 1));
  }

  // True in `of_thousand` of 1000 draws.
  bool chance(int of_thousand) { return below(1000) < static_cast<std::uint64_t>(of_thousand); }

  // A generator of its own for part `stream` of the work, independent of the order of the parts.
  Rng split(std::uint64_t stream) const {
    Rng seeded(state_ ^ (stream * 0xD1342543DE82EF95U));
    return Rng(seeded.next());
  }

  template <class T>
  void shuffle(std::span<T> items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace kontor::base
