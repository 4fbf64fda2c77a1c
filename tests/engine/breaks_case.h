#pragma once
#include <vector>

#include "base/rng.h"
#include "engine/breaks/problem.h"

namespace kontor::engine::breaks {

// A problem without any restriction but `slots` and `tables`.
inline Problem plain(int participants, int slots, int tables, std::vector<Meeting> meetings) {
  Problem problem;
  problem.participants = participants;
  problem.slots = slots;
  problem.tables = tables;
  problem.meetings = std::move(meetings);
  problem.session.assign(problem.meetings.size(), first_slots(slots));
  problem.fixed.assign(problem.meetings.size(), -1);
  problem.forbidden.assign(participants, 0);
  return problem;
}

// A tiny problem with any mixture of restrictions, small enough to try every schedule.
inline Problem random_tiny(std::uint64_t seed) {
  base::Rng rng(seed);
  const int participants = rng.between(2, 5);
  std::vector<Meeting> meetings(rng.between(0, 6));
  for (Meeting& meeting : meetings) {
    meeting.first = rng.between(0, participants - 1);
    meeting.second = (meeting.first + rng.between(1, participants - 1)) % participants;
  }
  Problem problem = plain(participants, rng.between(2, 6), rng.between(1, 3), std::move(meetings));
  problem.fairness = rng.between(0, 3);
  const int morning = rng.between(1, problem.slots - 1);
  const bool sessions = rng.chance(400);
  const bool fixed = rng.chance(400);
  for (std::size_t m = 0; m < problem.meetings.size(); ++m) {
    if (sessions && rng.chance(500))
      problem.session[m] = rng.chance(500) ? first_slots(morning)
                                           : first_slots(problem.slots) & ~first_slots(morning);
    if (fixed && rng.chance(300)) problem.fixed[m] = rng.between(0, problem.slots - 1);
  }
  if (rng.chance(400))
    for (SlotSet& forbidden : problem.forbidden)
      if (rng.chance(400)) forbidden = SlotSet{1} << rng.below(problem.slots);
  if (rng.chance(400))
    for (std::size_t m = 1; m < problem.meetings.size(); ++m)
      if (rng.chance(300)) problem.precedences.emplace_back(rng.below(m), static_cast<int>(m));
  return problem;
}

}  // namespace kontor::engine::breaks
