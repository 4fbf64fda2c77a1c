#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/fair/solve.h"
#include "mission/fair_problem.h"
#include "planning/fair_translate.h"

namespace kontor::planning {

struct BrokenPromise {
  int participant = 0;
  int least = 0;     // meetings promised
  int held = 0;      // meetings that it has
  int possible = 0;  // that it could have at most, were it alone
};

// A plan of a fair in terms of its wishes.
struct FairReport {
  std::vector<int> slots;   // of each wish, from 1; 0: not granted
  std::vector<int> tables;  // of each wish, from 1; 0: not granted, or at a table of their own
  int placed = 0;           // wishes granted
  int musts = 0;            // of them musts
  int unplaced_musts = 0;
  // Shares of own wishes granted, in thousandths; of those who have wishes that no never forbids.
  int least_share = 1000;
  int worst_off = 0;  // participants with the least share
  int mean_share = 1000;
  std::vector<int> group_shares;  // -1 for a group without wishes
  int worst_share_bound = 1000;   // no plan worth as much gives everybody more
  std::vector<BrokenPromise> broken_promises;
  // Wishes not granted by their first true cause: "never" the pair must not meet · "no_common_slot"
  // they are never both present · "most_reached" one of them has all the meetings it may have ·
  // "participant_full" one of them has no seat free in any slot of its presence · "tables_full"
  // where both are free there is no table · "no_slot_left" no slot suits both beside their other
  // meetings.
  std::map<std::string, int> unplaced;
};

// `answer` must have a plan.
FairReport report(const mission::Fair& fair, const FairTranslation& translation,
                  const engine::fair::Answer& answer);

}  // namespace kontor::planning
