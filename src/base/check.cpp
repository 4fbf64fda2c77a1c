#include "base/check.h"

#include <fmt/format.h>

namespace kontor::base {

void report_bug(const char* condition, const char* file, int line) {
  throw Bug(fmt::format("{}:{}: {} does not hold", file, line, condition));
}

}  // namespace kontor::base
