#pragma once
#include <optional>

#include "plan.h"

namespace kontor_verify {
// A span of time at a place that a person spends, or a room is used, for an activity or a slot.
struct Stay {
  Minute from = 0, to = 0;       // of UTC
  int leg = none, venue = none;  // none: on the way; at a host's own place
  int activity = none, session = none, slot = 0, room = none;  // none: none of ours
};

__extension__ typedef __int128 Points;  // times the scale; no sum of what files hold overflows it

// Goes through the rules of docs/plan-file.md and reports every place where one does not hold.
class Judge {
 public:
  Judge(const Mission& mission, const Plan& plan, Report& report);

  // The parts of docs/plan-file.md, "What is re-added"; score() gives the bound.
  void programme();
  void attendances();
  void meetings();
  void days();
  void wishes();
  std::int64_t score(PlanText& text);

 private:
  void must(bool good, const std::string& place, const std::string& what,
            const std::string& stated = "", const std::string& found = "") {
    if (!good) report_.fault(place, what, stated, found);
  }
  // schedule.cpp: who can and must be where and when.
  Stay stay_at(int activity, int room, Minute from) const;
  Stay stay_at(const Entry& placed) const {
    return stay_at(placed.activity, placed.room, placed.starts_at);
  }
  Stay stay_in(int session, int slot) const;
  bool by_coach(int person, int activity) const;
  Stay ride(const Stay& there) const;            // what an activity means for its coaches
  Stay of(int person, const Stay& there) const;  // and for the day of a person
  bool open(const Stay& stay) const;             // the room, and it has what the activity needs
  Minute way(int from, int to) const;            // between two venues
  std::string names(const Stay& stay, const Stay& other) const;
  bool fit(const Stay& a, const Stay& b) const;   // into one person's day
  bool free(int person, const Stay& stay) const;  // takes part there and is not absent
  bool on_duty(int person, int activity) const;   // by office or with the delegation
  std::vector<int> duties(int person) const;      // in this plan
  int places(int activity, int room) const;       // for guests
  bool single_start(int activity) const;

  bool holds(const Entry& unplaced) const;
  void waiting();
  std::map<std::string, std::int64_t> count() const;
  // bound.cpp: what is left of points after paying the prices.
  using Costs = std::vector<std::optional<Points>>;
  Points time(const Prices::Rows& rows, int key, std::int64_t from, std::int64_t to) const;
  std::int64_t bound();
  const Costs& cheapest(int organisation);
  Points left_of_meeting(int first, int second, Points points);
  Points left_of_activity(int activity) const;
  Points left_of_wishes(const Stay& there) const;

  const Mission& mission_;
  const Plan& plan_;
  Report& report_;
  std::vector<Stay> slots_;                  // of all sessions
  std::vector<std::vector<Stay>> possible_;  // [activity]: what the mission leaves open
  std::map<int, int> guests_;                // of each activity: who comes by wish alone
  std::set<int> granted_;                    // wishes
  std::map<int, Costs> cheapest_;            // of each organisation, in each slot
};
}  // namespace kontor_verify
