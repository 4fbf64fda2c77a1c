#pragma once
#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace kontor::engine::timetable {

inline bool contains(const std::vector<int>& numbers, int number) {
  return std::ranges::find(numbers, number) != numbers.end();
}

// One timetable of activities, attendance and meetings. Everything is numbered from 0 within its
// list; -1 is "none". Times are minutes from an origin of the caller's choice. Immutable.

inline constexpr int unlimited = std::numeric_limits<int>::max();

// A stretch of time, `to` excluded.
struct Span {
  int from = 0;
  int to = 0;
};

// From a minute on the clocks of a city are so far ahead of the origin's time.
struct ClockChange {
  int from = 0;
  int offset_minutes = 0;
};

// A city with its own clock: time + offset_minutes are the minutes since some midnight there, the
// same day for all cities; from each change on, in the order of time, its own offset holds.
struct Leg {
  int offset_minutes = 0;
  std::vector<ClockChange> changes{};
};

// Where people can be. A place of leg -1 is on the way between cities and near everything.
struct Place {
  int leg = -1;
};

struct Person {
  int organisation = -1;
  std::vector<int> legs;  // where they take part
  std::vector<Span> absences;
  bool rides = false;  // takes the coach to activities that are reached by coach
  int region = -1;     // groups of rules/turns.h
  int size = -1;
};

// Serves one activity at a time, from departure to return.
struct Coach {
  int leg = 0;
  int seats = 0;
};

// One way to hold an activity: when, in which room (-1: none of ours), and for how many by wish.
struct Option {
  int starts_at = 0;
  int room = -1;
  int place = 0;
  int places = unlimited;
};

// Where one of `people` is expected, the others come that much before it starts and stay that much
// after it ends; or only those who are not required.
struct Wait {
  int early_minutes = 0;
  int late_minutes = 0;
  bool guests_only = false;
  std::vector<int> people;
};

// An activity is held in one of its options, or not at all. Whoever is `required` must be there,
// and with any of them their company by rules/always_with.h; `everyone` is there unless duties.h
// excuses them; nobody is among them whom a clearance_needed rule keeps away.
struct Activity {
  int minutes = 0;
  std::vector<Option> options;
  std::vector<int> required;
  std::vector<int> everyone;
  int boards_at = -1;  // place where its coaches leave and return; -1: everybody comes on their own
  std::vector<Wait> waits{};
};

// What a rule of protocol asks; rules/ has a file for each.
enum class RuleKind {
  AlwaysWith,
  AtLeastOneOf,
  NeverWith,
  NotSameVehicle,
  ArrivesLast,
  LeavesFirst,
  GuestsInPlace,
  Rest,
  AtMostADay,
  ClearanceNeeded
};

struct Rule {
  RuleKind kind = RuleKind::AlwaysWith;
  std::vector<int> people;
  std::vector<int> others;   // of those that speak of two
  std::vector<char> covers;  // each activity
  bool meetings = false;     // whether it speaks of meetings too
  int minutes = 0;
  int every_minutes = 0;
  int most = 0;

  bool operator==(const Rule&) const = default;
};

// `slots` consecutive slots of equal length at `tables` tables; the room is taken throughout.
struct Session {
  int room = -1;
  int place = 0;
  int starts_at = 0;
  int slot_minutes = 20;
  int slots = 0;
  int tables = 0;
};

// Two organisations that may meet once, and what that is worth. Parallel seats: an organisation
// can hold as many meetings at once as it has people free there.
struct MeetingWish {
  int first = 0;
  int second = 0;
  std::int64_t points = 0;
  int musts = 0;
  int asked_first = 0;  // wishes of `first` that the meeting grants
  int asked_second = 0;
};

// A person who wishes to attend an activity.
struct AttendanceWish {
  int person = 0;
  int activity = 0;
  std::int64_t points = 0;
  int musts = 0;
};

// Organisations of whose wishes at least so many are to be granted (rules/least_granted.h).
struct Group {
  std::vector<int> organisations;
  int least = 0;
};

struct Problem {
  std::int64_t must_points = 0;  // that a must is worth: more than all wants together
  std::vector<Leg> legs;
  std::vector<Place> places;
  std::vector<std::vector<int>> travel_minutes;  // [place][place], symmetric, 0 on the diagonal
  int rooms = 0;
  std::vector<Coach> coaches;
  std::vector<Person> people;
  std::vector<std::vector<int>> seats;  // of each organisation: who may sit at its meetings
  std::vector<Activity> activities;
  std::vector<Session> sessions;
  std::vector<MeetingWish> meetings;        // at most one for each pair
  std::vector<AttendanceWish> attendances;  // at most one for each person and activity
  std::vector<Rule> rules{};                // hard, all of them
  std::vector<Group> groups{};
};

}  // namespace kontor::engine::timetable
