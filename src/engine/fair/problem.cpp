#include "engine/fair/problem.h"

#include <algorithm>

namespace kontor::engine::fair {

namespace {

struct Totals {
  double points = 0;
  double musts = 0;
  double promises = 0;
};

Totals totals(const Problem& problem) {
  Totals sum;
  for (const Meeting& meeting : problem.meetings) {
    sum.points += static_cast<double>(meeting.points);
    sum.musts += meeting.musts;
  }
  for (const Participant& participant : problem.participants) sum.promises += participant.least;
  return sum;
}

}  // namespace

Weights weights(const Problem& problem) {
  std::int64_t points = 0;
  std::int64_t promises = 0;
  for (const Meeting& meeting : problem.meetings) points += meeting.points;
  for (const Participant& participant : problem.participants) promises += participant.least;
  Weights out;
  out.promise = points + 1;
  out.must = out.promise * promises + points + 1;
  return out;
}

double largest_sum(const Problem& problem) {
  const Totals sum = totals(problem);
  const double promise = sum.points + 1;
  const double must = promise * sum.promises + sum.points + 1;
  const double nodes = 2.0 * static_cast<double>(problem.participants.size()) + 3;
  return must * (sum.musts + 2 * nodes) + promise * sum.promises + sum.points;
}

}  // namespace kontor::engine::fair
