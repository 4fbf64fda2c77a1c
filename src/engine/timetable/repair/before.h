#pragma once
#include <span>
#include <vector>

#include "engine/timetable/repair.h"

namespace kontor::engine::timetable {

// One thing that a person did before: a meeting in a slot, or an activity in an option (-1: one
// that the problem no longer has).
struct Done {
  Kind kind = Kind::Meeting;  // Duty for any activity, attended by wish or duty
  int index = 0;              // meeting or activity
  int where = 0;              // slot or option
};

// What everybody did before, and who is disturbed by a timetable that differs.
class Before {
 public:
  Before(const Problem& problem, const Solution& before, const std::vector<char>& newcomers,
         Disturbance disturbance);

  std::span<const Done> of(int person) const { return done_[person]; }
  bool counts(int person) const { return newcomers_.empty() || newcomers_[person] == 0; }
  Disturbance disturbance() const { return disturbance_; }
  bool disturbed(const State& state, int person) const;
  std::vector<int> disturbed(const State& state) const;

 private:
  std::vector<std::vector<Done>> done_;
  std::vector<char> newcomers_;
  Disturbance disturbance_;
};

}  // namespace kontor::engine::timetable
