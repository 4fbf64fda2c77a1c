// libFuzzer's door: the environment's KONTOR_FUZZ_TARGET names the reader that is fuzzed.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/targets.h"

namespace {

const kontor::fuzz::Target& chosen() {
  const char* name = std::getenv("KONTOR_FUZZ_TARGET");
  for (const auto& target : kontor::fuzz::targets())
    if (name != nullptr && target.name == name) return target;
  std::fputs("KONTOR_FUZZ_TARGET names no target of tests/fuzz/targets.cpp\n", stderr);
  std::exit(2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const kontor::fuzz::Target& target = chosen();
  target.run({reinterpret_cast<const char*>(data), size});
  return 0;
}
