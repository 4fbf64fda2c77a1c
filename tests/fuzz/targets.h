#pragma once
#include <span>
#include <string_view>

namespace kontor::fuzz {

// A reader of what strangers send, to be called with any bytes. What a reader promises of its
// result is checked; a broken promise, like a crash, ends the process.
struct Target {
  std::string_view name;  // also that of its folder in tests/fuzz/corpus
  void (*run)(std::string_view bytes);
};

std::span<const Target> targets();

}  // namespace kontor::fuzz
