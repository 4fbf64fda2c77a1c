#pragma once
#include <string>
#include <vector>

#include "base/issue.h"
#include "mission/fair_problem.h"

namespace kontor::exchange {

// Collects faults of a fair file: the first most_fair_issues, and how many more there are.
class FairFaults {
 public:
  explicit FairFaults(std::string file) : file_(std::move(file)) {}

  bool empty() const { return issues_.empty(); }
  void add(base::Issue issue);
  base::Issues issues() const;

 private:
  std::string file_;
  base::Issues issues_;
  std::size_t more_ = 0;
};

// The lines on which the entries of a fair's lists stand.
struct FairLines {
  std::vector<int> wishes, nevers, fixed, orders;
};

// What needs the whole file: entries that stand twice, orders of meetings that nobody wishes.
// Demands that contradict each other are no faults of the file; planning names them.
void check_pairs(const mission::Fair& fair, const FairLines& lines, FairFaults& faults);

}  // namespace kontor::exchange
