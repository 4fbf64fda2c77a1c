#pragma once
#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

namespace kontor::engine::timetable {

// Where a meeting is held: slot of the grid, table from 1, and who sits there. slot -1: not held.
struct Seating {
  int slot = -1;
  int table = 0;
  int first_person = -1;
  int second_person = -1;

  bool operator==(const Seating&) const = default;
};

// A person bound to be at an activity, by office or with the whole delegation.
struct Duty {
  int activity = 0;
  int person = 0;

  auto operator<=>(const Duty&) const = default;
};

// A person's seat in a coach to an activity and back.
struct Ride {
  int activity = 0;
  int coach = 0;
  int person = 0;

  auto operator<=>(const Ride&) const = default;
};

// A timetable: the option of each activity (-1: not held), each meeting's seating, whether each
// attendance wish is granted, the duties in order, the coaches of each activity and, once
// coaches.h has given them, everybody's seats in those.
struct Solution {
  std::vector<int> options;
  std::vector<Seating> meetings;
  std::vector<bool> attends;
  std::vector<Duty> duties;
  std::vector<std::vector<int>> coaches{};
  std::vector<Ride> rides{};

  bool operator==(const Solution&) const = default;
};

// What a timetable is worth, better first by shortage, then points, unfairness, breaks.
struct Worth {
  std::int64_t points = 0;
  std::int64_t unfairness = 0;  // see rules/fairness.h
  std::int64_t breaks = 0;      // see rules/breaks.h
  std::int64_t shortage = 0;    // see rules/least_granted.h

  bool operator==(const Worth&) const = default;
};

// Whether `a` is worth more than `b`.
constexpr bool better(const Worth& a, const Worth& b) {
  if (a.shortage != b.shortage) return a.shortage < b.shortage;
  if (a.points != b.points) return a.points > b.points;
  if (a.unfairness != b.unfairness) return a.unfairness < b.unfairness;
  return a.breaks < b.breaks;
}

}  // namespace kontor::engine::timetable
