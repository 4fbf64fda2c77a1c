#include "store/rows.h"

namespace kontor::store {

std::string parameters(std::size_t count) {
  std::string out;
  for (std::size_t n = 1; n <= count; ++n) out += fmt::format("{}${}", n == 1 ? "" : ", ", n);
  return out;
}

}  // namespace kontor::store
