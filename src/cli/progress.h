#pragma once
#include <cstdint>
#include <cstdio>
#include <string>

#include "planning/plan.h"

namespace kontor::cli {

// "2,214"
std::string grouped(std::int64_t number);

// How far `value` is from `bound` in words: "proven best", "within 0.7 % of the proven best".
std::string distance(std::int64_t value, std::int64_t bound);

// Shows a running plan: on a terminal one line that is drawn again, elsewhere a line each tenth.
class ProgressBar {
 public:
  explicit ProgressBar(std::FILE* out);
  void show(const planning::Progress& progress);
  // Ends the line; `seconds` is how long it took.
  void finish(double seconds);

 private:
  std::FILE* out_;
  bool terminal_;
  int shown_permille_ = -1000;
};

}  // namespace kontor::cli
