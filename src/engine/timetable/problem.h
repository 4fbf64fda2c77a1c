#pragma once
#include <cstdint>
#include <limits>
#include <vector>

namespace kontor::engine::timetable {

// One timetable of activities, attendance and meetings. Everything is numbered from 0 within its
// list; -1 is "none". Times are minutes from an origin of the caller's choice. Immutable.

inline constexpr int unlimited = std::numeric_limits<int>::max();

// A stretch of time, `to` excluded.
struct Span {
  int from = 0;
  int to = 0;
};

// A city with its own clock: time + offset_minutes are the minutes since some midnight there, the
// same day for all cities.
struct Leg {
  int offset_minutes = 0;
};

// Where people can be. A place of leg -1 is on the way between cities and near everything.
struct Place {
  int leg = -1;
};

struct Person {
  int organisation = -1;
  std::vector<int> legs;  // where they take part
  std::vector<Span> absences;
};

// One way to hold an activity: when, in which room (-1: none of ours), and for how many by wish.
struct Option {
  int starts_at = 0;
  int room = -1;
  int place = 0;
  int places = unlimited;
};

// An activity is held in one of its options, or not at all. Whoever is `required` must be there;
// `everyone` is there unless absent or bound by another duty (commitments.h says which).
struct Activity {
  int minutes = 0;
  std::vector<Option> options;
  std::vector<int> required;
  std::vector<int> everyone;
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

struct Problem {
  std::int64_t must_points = 0;  // that a must is worth: more than all wants together
  std::vector<Leg> legs;
  std::vector<Place> places;
  std::vector<std::vector<int>> travel_minutes;  // [place][place], symmetric, 0 on the diagonal
  int rooms = 0;
  std::vector<Person> people;
  std::vector<std::vector<int>> seats;  // of each organisation: who may sit at its meetings
  std::vector<Activity> activities;
  std::vector<Session> sessions;
  std::vector<MeetingWish> meetings;        // at most one for each pair
  std::vector<AttendanceWish> attendances;  // at most one for each person and activity
};

}  // namespace kontor::engine::timetable
