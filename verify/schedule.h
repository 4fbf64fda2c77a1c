#pragma once
#include <optional>
#include <string>
#include <vector>

#include "mission.h"
#include "plan.h"

namespace kontor_verify {

// A span of time at a place that a person spends, or a room is used, for an activity or a slot.
struct Stay {
  Minute from = 0, to = 0;       // of UTC
  int leg = none, venue = none;  // none: on the way; at a host's own place
  int activity = none, session = none, slot = 0;
};

// Who can and must be where and when, as docs/plan-file.md defines it: from the mission, and from
// which activities the plan holds.
class Schedule {
 public:
  Schedule(const Mission& mission, const Plan& plan);

  Stay of(int activity, int room, Minute from) const;
  Stay of(const Entry& placement) const;
  Stay of_slot(int session, int slot) const;
  std::string names(const Stay& stay, const Stay& other) const;

  // Whether one person can be at both: one ends before the other begins, with the time to travel
  // between; stays in two cities lie on different days.
  bool fit(const Stay& a, const Stay& b) const;
  // Whether the person takes part in that city and is not absent.
  bool free(int person, const Stay& stay) const;
  // Whether the person is among those who must be at an activity whatever they wish.
  bool on_duty(int person, int activity) const;
  // The activities of this plan at which a person must be.
  std::vector<int> duties(int person) const;
  // Whether a duty elsewhere, one that the person has whatever is chosen, rules `stay` out.
  bool kept_away(int person, const Stay& stay) const;
  // Places for those who come by wish; nothing where there is no limit.
  std::optional<int> places(int activity, int room) const;

 private:
  std::vector<int> certain_duties(int person) const;
  // How many of the stays that two activities may be fit each other: all, some or none.
  enum class Fits { None, Some, All };
  Fits fits(int activity, int other) const;

  const Mission& mission_;
  const Plan& plan_;
  std::vector<std::vector<Stay>> possible_;  // [activity]: the stays that the mission leaves open
  std::vector<std::vector<int>> certain_;    // [person]: duties at activities of a single start
};

}  // namespace kontor_verify
