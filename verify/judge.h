#pragma once
#include <optional>

#include "plan.h"

namespace kontor_verify {

// A span of time at a place that a person spends, or a room is used, for an activity or a slot.
struct Stay {
  Minute from = 0, to = 0;       // of UTC
  int leg = none, venue = none;  // none: on the way; at a host's own place
  int activity = none, session = none, slot = 0;
};

__extension__ typedef __int128 Points;  // times the scale; no sum of what files hold overflows it

// Goes through the rules of docs/plan-file.md and reports every place where one does not hold.
class Judge {
 public:
  Judge(const Mission& mission, const Plan& plan, Report& report);

  // Every activity is placed as its timing, rooms and duration allow, or listed as unplaced; no
  // room is used twice at a time.
  void programme();
  // Who must attend does, others by a wish that the audience rule and the places allow.
  void attendances();
  // Meetings stand at their session's tables, once a table, once a pair, with people of both sides.
  void meetings();
  // Nobody is in two places, absent, or without the time to travel.
  void days();
  // Each wish is granted once, by what does what it asks, or listed with a cause that holds, a
  // never neither; who misses a full activity waits for it.
  void wishes();
  // Every figure of the score and of the head of the certificate, counted anew; gives the bound.
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
  std::string names(const Stay& stay, const Stay& other) const;
  bool fit(const Stay& a, const Stay& b) const;        // into one person's day
  bool free(int person, const Stay& stay) const;       // takes part there and is not absent
  bool on_duty(int person, int activity) const;        // by office or with the delegation
  std::vector<int> duties(int person) const;           // in this plan
  bool kept_away(int person, const Stay& stay) const;  // by a certain duty elsewhere
  int places(int activity, int room) const;            // for guests
  void find_certain_duties(int person);
  enum class Fits { None, Some, All };
  Fits fits(int activity, int other) const;

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
  Points left_of_wishes(int activity, int room, const Stay& stay) const;
  bool possible(int activity, int room, const Stay& stay) const;

  const Mission& mission_;
  const Plan& plan_;
  Report& report_;
  std::vector<Stay> slots_;                  // of all sessions
  std::vector<std::vector<Stay>> possible_;  // [activity]: what the mission leaves open
  std::vector<std::vector<int>> certain_;    // [person]: duties at activities of one start
  std::map<int, int> guests_;                // of each activity: who comes by wish alone
  std::set<int> granted_;                    // wishes
  std::map<int, Costs> cheapest_;            // of each organisation, in each slot
};

}  // namespace kontor_verify
