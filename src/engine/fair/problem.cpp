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
  std::int64_t musts = 0;
  for (const Meeting& meeting : problem.meetings) {
    points += meeting.points;
    musts += meeting.musts;
  }
  const std::int64_t must = points + 1;
  return {.must = must, .promise = must * (musts + 1)};
}

double largest_sum(const Problem& problem) {
  const Totals sum = totals(problem);
  const double must = sum.points + 1;
  const double promise = must * (sum.musts + 1);
  const double nodes = 2.0 * static_cast<double>(problem.participants.size()) + 3;
  const double dearest = sum.promises > 0 ? promise : must;
  return promise * sum.promises + must * sum.musts + sum.points + 2 * nodes * dearest;
}

}  // namespace kontor::engine::fair
