#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/fair/solve.h"
#include "mission/fair_problem.h"
#include "planning/fair_translate.h"

namespace kontor::planning {

// A plan of a fair in terms of its wishes.
struct FairReport {
  std::vector<int> slots;   // of each wish, from 1; 0: not granted
  std::vector<int> tables;  // of each wish, from 1; 0: not granted, or at a table of their own
  int placed = 0;           // wishes granted
  int musts = 0;            // of them musts
  int unplaced_musts = 0;
  std::int64_t want_points = 0;
  std::int64_t want_bound = 0;  // most points of any plan with as many musts and promises
  // Shares of own wishes granted, in thousandths; of those who have wishes.
  int least_share = 1000;
  int mean_share = 1000;
  std::vector<int> group_shares;  // -1 for a group without wishes
  // Wishes not granted by their first true cause: "never" the pair must not meet · "no_common_slot"
  // they are never both present · "most_reached" one of them has all the meetings it may have ·
  // "participant_full" one of them has no seat free in any slot of its presence · "tables_full"
  // where both are free there is no table · "no_slot_left" no slot suits both beside their other
  // meetings.
  std::map<std::string, int> unplaced;
};

// `answer` must not be infeasible.
FairReport report(const mission::Fair& fair, const FairTranslation& translation,
                  const engine::fair::Answer& answer);

}  // namespace kontor::planning
