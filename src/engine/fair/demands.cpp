#include "engine/fair/demands.h"

#include <algorithm>

namespace kontor::engine::fair {

namespace {

// Slots of presence, [participant × slots + slot].
std::vector<char> presence(const Problem& problem) {
  const std::size_t slots = problem.slots.size();
  std::vector<char> present(problem.participants.size() * slots, 1);
  for (std::size_t p = 0; p < problem.participants.size(); ++p)
    for (const int t : problem.participants[p].absent_slots) present[p * slots + t] = 0;
  return present;
}

// Takes away meetings before which no other must come until only circles, and what hangs on them,
// are left; then the same from the other end.
std::vector<char> in_circles(const Problem& problem) {
  std::vector<char> left(problem.meetings.size(), 1);
  for (const bool forward : {true, false}) {
    std::vector<std::vector<int>> next(left.size());
    std::vector<int> waits(left.size());
    for (const Precedence& it : problem.precedences) {
      if (left[it.earlier] == 0 || left[it.later] == 0) continue;
      next[forward ? it.earlier : it.later].push_back(forward ? it.later : it.earlier);
      ++waits[forward ? it.later : it.earlier];
    }
    std::vector<int> ready;
    for (int m = 0; m < static_cast<int>(left.size()); ++m)
      if (left[m] != 0 && waits[m] == 0) ready.push_back(m);
    for (std::size_t i = 0; i < ready.size(); ++i) {
      left[ready[i]] = 0;
      for (const int m : next[ready[i]])
        if (--waits[m] == 0) ready.push_back(m);
    }
  }
  return left;
}

void add_circles(const Problem& problem, std::vector<Violation>& found) {
  if (problem.precedences.empty()) return;
  const std::vector<char> left = in_circles(problem);
  for (const Precedence& it : problem.precedences)
    if (left[it.earlier] != 0 && left[it.later] != 0) found.push_back({"circle", it.later, -1, -1});
}

}  // namespace

std::vector<int> most_possible(const Problem& problem) {
  const std::size_t slots = problem.slots.size();
  const std::vector<char> present = presence(problem);
  std::vector<int> partners(problem.participants.size());
  for (const Meeting& it : problem.meetings) {
    bool fits = it.fixed_slot >= 0;
    for (std::size_t t = 0; t < slots && !fits; ++t)
      fits = present[it.first * slots + t] != 0 && present[it.second * slots + t] != 0 &&
             (it.host >= 0 || problem.slots[t].tables > 0);
    partners[it.first] += fits ? 1 : 0;
    partners[it.second] += fits ? 1 : 0;
  }
  for (std::size_t p = 0; p < partners.size(); ++p) {
    const Participant& it = problem.participants[p];
    const auto here = present.begin() + static_cast<std::ptrdiff_t>(p * slots);
    const auto open = std::count(here, here + static_cast<std::ptrdiff_t>(slots), 1);
    partners[p] = std::min(partners[p], static_cast<int>(open) * it.seats);
    if (it.most >= 0) partners[p] = std::min(partners[p], it.most);
  }
  return partners;
}

std::vector<Violation> contradictions(const Problem& problem) {
  std::vector<Violation> found = fixed_conflicts(problem);
  add_circles(problem, found);
  const std::vector<int> possible = most_possible(problem);
  for (int p = 0; p < static_cast<int>(possible.size()); ++p)
    if (problem.participants[p].least > possible[p]) found.push_back({"least", -1, p, -1});
  return found;
}

bool only_promises(const std::vector<Violation>& contradictions) {
  return std::all_of(contradictions.begin(), contradictions.end(),
                     [](const Violation& it) { return it.rule == "least"; });
}

std::int64_t all_promised(const Problem& problem) {
  std::int64_t sum = 0;
  for (const Participant& it : problem.participants) sum += it.least;
  return sum;
}

}  // namespace kontor::engine::fair
