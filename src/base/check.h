#pragma once
#include <stdexcept>

namespace kontor::base {

// A fault of ours. Ends the request or job in which it was found, never the server.
class Bug : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void report_bug(const char* condition, const char* file, int line);

}  // namespace kontor::base

// Always on: `condition` must hold, or this program is wrong.
#define CHECK(condition) \
  ((condition) ? void(0) : ::kontor::base::report_bug(#condition, __FILE__, __LINE__))
