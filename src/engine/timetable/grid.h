#pragma once
#include <vector>

#include "engine/timetable/problem.h"

namespace kontor::engine::timetable {

// A stay at a place, `ends_at` excluded.
struct Stay {
  int starts_at = 0;
  int ends_at = 0;
  int place = 0;
};

// Whether one person can make both stays: one ends before the other starts, and early enough to
// travel. Two cities cannot be reached on one local day, except by way of a place of leg -1.
bool compatible(const Problem& problem, const Stay& a, const Stay& b);

// Whether `person` takes part in the city of `stay` and is not absent meanwhile.
bool present(const Problem& problem, int person, const Stay& stay);

// The day on the clocks of the city, counted from any; of a place that has a city.
int local_day(const Problem& problem, const Stay& stay);

// When and where the activity itself takes place.
Stay stay_of(const Problem& problem, int activity, int option);
// What it takes of the day of its coaches: from departure to return, at the boarding place; in time
// for whoever must come earliest, and until the last may leave.
Stay ride_of(const Problem& problem, int activity, int option);

// Whether `person` takes the coach to `activity`.
bool rides(const Problem& problem, int activity, int person);

// The same for an option that the activity need not have.
Stay stay_of(const Problem& problem, int activity, const Option& option);
Stay ride_of(const Problem& problem, int activity, const Option& option);
Stay stay_of(const Problem& problem, int activity, const Option& option, int person);

// How much longer than an activity somebody is there, by its waits: as `person`, and as whoever
// comes earliest or leaves last, for whom its coaches run.
struct Margin {
  int early_minutes = 0;
  int late_minutes = 0;
};
Margin margin_of(const Problem& problem, int activity, int person);
Margin margin_of_coaches(const Problem& problem, int activity);

// What it takes of the day of `person`: the ride, or for those on their own the activity, longer by
// its waits.
Stay stay_of(const Problem& problem, int activity, int option, int person);

// One slot of one session; slots of all sessions are numbered through.
struct Slot {
  int session = 0;
  int number = 0;
  Stay stay;
};

// A run of instants, `to` excluded.
struct Instants {
  int from = 0;
  int to = 0;
};

// What follows from a problem and does not change. An instant is a time at which something may
// start. Of stays that overlap in pairs one starts while all others last, so that a person is in
// one place at a time, but for travel, exactly when it is so at each instant.
struct Grid {
  std::vector<Slot> slots;
  std::vector<int> first_slot;  // of each session
  std::vector<int> instants;    // increasing
  std::vector<Instants> slot_instants;
  std::vector<std::vector<Instants>> option_instants;  // [activity][option]
  std::vector<std::vector<Instants>> ride_instants;    // likewise, of those who come by coach
  std::vector<std::vector<int>> duty_riders;           // likewise: those bound to come by coach
  std::vector<std::vector<char>> may_meet;             // [person][slot]: sits somewhere, is present
  std::vector<std::vector<int>> wishes_of_activity;    // attendance wishes
  std::vector<std::vector<int>> wishes_of;             // attendance wishes of each person
  std::vector<std::vector<int>> meetings_of;           // of each organisation
  std::vector<std::vector<int>> rules_of;              // that name each person
  std::vector<std::vector<int>> expected_at;           // where each person is one of everyone
};

Grid make_grid(const Problem& problem);

}  // namespace kontor::engine::timetable
