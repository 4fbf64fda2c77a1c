#pragma once
#include <cstdint>
#include <functional>
#include <string>

#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::planning {

struct Options {
  std::uint64_t seed = 1;
  int iterations = 40'000;  // moves of the search: more take longer and plan better
  // No group of the fairness ledger below this percentage of the mean, where it can be
  // (fairness_minimum.h); 0: no minimum.
  int minimum_share_percent = 0;
};

struct Progress {
  std::int64_t value = 0;  // points of the best plan so far
  std::int64_t bound = 0;  // no plan can be worth more
  int musts_placed = 0;
  int musts_asked = 0;
  int wishes_placed = 0;  // musts and wants
  int wishes_asked = 0;
  int permille_done = 0;
};

// Plans a valid mission: every activity its start and room, every granted wish its place, one
// timetable for everybody, with the certificate of its bound. `input_hash` names the mission's text
// and is only copied. Calls `on_progress` some hundred times, and `stop` as often: once it says so
// the best plan so far is returned. Both may be empty. The same mission, seed and iterations give
// the same plan.
mission::Plan make_plan(const mission::Mission& mission, const std::string& input_hash,
                        const Options& options, const std::function<bool()>& stop,
                        const std::function<void(const Progress&)>& on_progress);

}  // namespace kontor::planning
