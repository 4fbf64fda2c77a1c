#pragma once
#include <algorithm>
#include <cstdint>
#include <set>

#include "base/rng.h"
#include "engine/fair/problem.h"

namespace kontor::engine::fair {

// Which rules a random problem has.
struct Rules {
  bool two_sides = false;
  bool absences = false;
  bool seats = false;
  bool tables_differ = false;
  bool own_tables = false;
  bool promises = false;
  bool caps = false;
  bool fixed = false;
  bool precedences = false;
  bool spans_sessions = false;
};

// The `number`-th mixture of rules, all 1024 in turn.
inline Rules mixture(std::uint64_t number) {
  const auto bit = [number](int which) { return (number >> which & 1U) != 0; };
  return {bit(0), bit(1), bit(2), bit(3), bit(4), bit(5), bit(6), bit(7), bit(8), bit(9)};
}

struct Size {
  int participants = 5;
  int meetings = 6;
  int slots = 3;
  int tables = 2;
};

inline void add_random_meetings(Problem& problem, const Rules& rules, const Size& size,
                                base::Rng& rng) {
  std::set<std::pair<int, int>> pairs;
  for (int tries = 0; tries < 20 * size.meetings; ++tries) {
    const int a = rng.between(0, size.participants - 1);
    const int b = rng.between(0, size.participants - 1);
    if (a == b || (rules.two_sides && (a + b) % 2 == 0)) continue;
    if (static_cast<int>(pairs.size()) == size.meetings) return;
    if (!pairs.insert({std::min(a, b), std::max(a, b)}).second) continue;
    Meeting it;
    it.first = a;
    it.second = b;
    it.points = rng.between(0, 3);
    it.musts = rng.chance(250) ? rng.between(1, 2) : 0;
    it.first_asked = rng.chance(700);
    it.second_asked = !it.first_asked || rng.chance(200);
    if (rules.fixed && rng.chance(200)) it.fixed_slot = rng.between(0, size.slots - 1);
    if (rules.own_tables && rng.chance(400)) it.host = rng.chance(500) ? a : b;
    problem.meetings.push_back(it);
  }
}

inline Problem random_problem(std::uint64_t seed, const Rules& rules, const Size& size) {
  base::Rng rng(seed);
  Problem problem;
  problem.breaks_span_sessions = rules.spans_sessions;
  for (int t = 0; t < size.slots; ++t)
    problem.slots.push_back(
        {t * 2 / size.slots, rules.tables_differ ? rng.between(0, size.tables) : size.tables});
  for (int p = 0; p < size.participants; ++p) {
    Participant it;
    if (rules.seats && rng.chance(300)) it.seats = 2;
    if (rules.promises && rng.chance(400)) it.least = rng.between(1, 2);
    if (rules.caps && rng.chance(400)) it.most = rng.between(std::max(1, it.least), 3);
    for (int t = 0; t < size.slots && rules.absences; ++t)
      if (rng.chance(250)) it.absent_slots.push_back(t);
    problem.participants.push_back(it);
  }
  add_random_meetings(problem, rules, size, rng);
  const int meetings = static_cast<int>(problem.meetings.size());
  for (int m = 1; m < meetings && rules.precedences; ++m)
    if (rng.chance(250)) problem.precedences.push_back({rng.between(0, m - 1), m});
  return problem;
}

}  // namespace kontor::engine::fair
