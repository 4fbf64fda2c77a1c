#pragma once
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clock.h"
#include "report.h"

namespace kontor_verify {

// The part of a mission that a plan is judged by, as its folder tells it. Nouns refer to each other
// by their numbers in these lists; `none` where there is nothing. Minutes are of UTC.
inline constexpr int none = -1;

struct Room {
  std::string key;
  int venue = none, capacity = 0;  // 0: unknown
};

struct Organisation {
  std::string kind, side, region;
  std::set<std::string> sectors;
};

struct Person {
  std::string key, role;
  int organisation = none;
  std::set<int> legs;                               // empty: all
  std::vector<std::pair<Minute, Minute>> absences;  // from, to
};

struct Activity {
  std::string key, kind;
  int leg = none, minutes = 0, capacity = 0;      // 0: unknown; the room's
  std::vector<Minute> starts;                     // none where it cannot be planned
  std::vector<int> rooms;                         // where it may be; only `none`: at its host's
  std::set<std::string> kinds, regions, sectors;  // of its audience
  bool whole_delegation = false;
  std::set<int> holders, everyone;  // who must be there: by office, and with the whole delegation
};

struct Session {
  std::string key;
  int room = none, slot_minutes = 20, slots = 0, tables = 0;
  Minute starts_at = 0;
};

struct Wish {
  std::string key;
  bool must = false, never = false;
  int rank = 1;
  int organisation = none, counterpart = none;  // of a wish for a meeting
  int person = none, activity = none;           // of a wish for an activity
};

struct Mission {
  std::string key;
  int default_travel_minutes = 30;
  std::vector<Zone> legs;
  std::vector<int> venues;  // the leg of each
  std::vector<Room> rooms;
  std::vector<Organisation> organisations;
  std::vector<Person> people;
  std::vector<Activity> activities;
  std::vector<Session> sessions;
  std::vector<Wish> wishes;
  std::map<std::pair<int, int>, int> travel_minutes;  // between two venues, the smaller first
  std::set<std::pair<int, int>> meeting_nevers;       // organisations, the smaller first
  std::set<std::pair<int, int>> activity_nevers;      // person, activity
  std::int64_t must_points = 1;                       // more than all wants together
  std::map<std::string, std::map<std::string, int, std::less<>>, std::less<>> numbers;  // of keys

  // The number of the `noun` with this key, such as "person" and "P7".
  int number(std::string_view noun, std::string_view wanted) const;
  std::int64_t points(const Wish& wish) const { return wish.must ? must_points : 10 - wish.rank; }
  bool never(int one, int other) const { return meeting_nevers.contains(std::minmax(one, other)); }
  // Whether the audience rule of `activity` lets `person` attend.
  bool in_audience(const Person& person, const Activity& activity) const;
};

using Files = std::map<std::string, std::string>;  // the text of each, by name

// Reads the mission of `files`. What cannot be judged is reported, and the mission not to be used
// then: syntax, keys unknown or used twice, numbers out of range, contradicting wishes.
Mission read_mission(const Files& files, Report& report);

}  // namespace kontor_verify
