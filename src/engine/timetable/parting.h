#pragma once
#include <optional>
#include <span>
#include <vector>

#include "engine/timetable/problem.h"

namespace kontor::engine::timetable {

// Keeping those apart in coaches whom rules/not_same_vehicle.h keeps apart.

// Whether a rule has two who go to `activity` by coach sit in different ones.
bool parts_riders(const Problem& problem, int activity);
bool must_part(const Problem& problem, int activity, int person, int other);

// A seat for each of `riders` who must not share a coach with another of them.
struct PartedRider {
  int person = 0;
  int coach = 0;
};

// Seats for all such riders in `coaches`, none of which gets more than it has seats for; nothing
// where there is no way, or none is found in `most_part_nodes` steps of an exhaustive search, those
// who must avoid most first. The order of the arguments does not matter.
inline constexpr int most_part_nodes = 20'000;
std::optional<std::vector<PartedRider>> part(const Problem& problem, int activity,
                                             std::span<const int> coaches,
                                             std::span<const int> riders);

}  // namespace kontor::engine::timetable
