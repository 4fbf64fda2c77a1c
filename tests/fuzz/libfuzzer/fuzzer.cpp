// libFuzzer's door: KONTOR_FUZZ_TARGET names the target of this program.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const auto& target : kontor::fuzz::targets())
    if (target.name == KONTOR_FUZZ_TARGET) target.run({reinterpret_cast<const char*>(data), size});
  return 0;
}
