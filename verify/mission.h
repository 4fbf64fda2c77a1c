#pragma once
#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <utility>

#include "text.h"

namespace kontor_verify {
// The part of a mission that a plan is judged by, as its folder tells it. Nouns refer to each other
// by their numbers in these lists; `none` where there is nothing. Minutes are of UTC.
inline constexpr int none = -1;
using Spans = std::vector<std::pair<Minute, Minute>>;  // from, to

struct Room {
  std::string key;
  int venue = none, capacity = 0;  // 0: unknown
  std::set<std::string> equipment;
  std::array<Spans, 2> hours;  // when its venue and it are open; empty: always
};

struct Coach {
  std::string key;
  int leg = none, seats = 0;
};

using Traits = std::array<std::set<std::string>, 3>;  // kinds, regions, sectors

struct Organisation {
  std::string side;
  Traits traits;
};

struct Person {
  std::string key, role;
  int organisation = none;
  std::set<int> legs;  // empty: all
  Spans absences;
  std::multimap<std::string, Minute> cleared;  // sites, and the day by which all was filed
};

// A rule of protocol that binds `who` at the activities that it covers.
struct Rule {
  std::string name, kind;     // "R3 rest"
  std::set<int> who, covers;  // people, activities
  int minutes = 0, every_minutes = 0, most = 0;
  bool meetings = false;  // counts them too
};
using Pairs = std::map<std::pair<int, int>, std::string>;  // of people: the rule's name
inline std::string find(const Pairs& pairs, const std::pair<int, int>& wanted) {
  return pairs.contains(wanted) ? pairs.at(wanted) : "";
}

struct Activity {
  std::string key, kind;
  int leg = none, minutes = 0, capacity = 0;  // 0: unknown; the room's
  std::vector<Minute> starts;                 // none where it cannot be planned
  std::set<int> rooms;                        // where it may be; only `none`: at its host's
  Traits audience;                            // those it is for; empty: all
  bool whole_delegation = false, by_coach = false;
  int boards_at = none, seats = 0;  // the venue where coaches leave and return; seats of its city
  std::set<std::string> equipment;  // that its room must have
  // Who must be there: by office or as a speaker, and with the whole delegation.
  std::set<int> holders, everyone;
  // Who must come where another is; who must not, and not in the same coach, both ways round.
  Pairs company, apart, parted;
  std::vector<Rule> choices, waits;  // somebody of whom comes; where others come early or stay late
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

  bool meets() const { return activity == none; }
  // Of a meeting the two organisations, the smaller first; else person and activity.
  std::pair<int, int> pair() const {
    if (meets()) return std::minmax(organisation, counterpart);
    return {person, activity};
  }
};

struct Mission {
  std::string key;
  int default_travel_minutes = 30, buffer_minutes = 0;  // both count between any two places
  std::vector<Zone> legs;
  std::vector<int> venues;  // the leg of each
  std::vector<Room> rooms;
  std::vector<Coach> coaches;
  std::vector<Organisation> organisations;
  std::vector<Person> people;
  std::vector<Activity> activities;
  std::vector<Session> sessions;
  std::vector<Wish> wishes;
  std::map<std::pair<int, int>, int> travel_minutes;  // between two venues, the smaller first
  std::set<std::pair<int, int>> meeting_nevers;       // organisations, the smaller first
  Pairs barred;       // person, activity: by a never of theirs, or a clearance that they lack
  Pairs table_apart;  // who must not sit together, both ways round
  std::vector<Rule> limits;            // rest, at_most_a_day
  std::int64_t must_points = 1;        // more than all wants together
  std::map<std::string, int> numbers;  // of "person/P7"

  // The number of the `noun` with this key, such as "person" and "P7".
  int number(const std::string& noun, std::string_view wanted) const {
    const auto found = numbers.find(noun + "/" + std::string(wanted));
    return found == numbers.end() ? none : found->second;
  }
  std::int64_t points(const Wish& wish) const { return wish.must ? must_points : 10 - wish.rank; }
  bool never(int one, int other) const { return meeting_nevers.contains(std::minmax(one, other)); }
  // Whether the audience rule of `activity` lets `person` attend.
  bool in_audience(int person, int activity) const;
};

using Files = std::map<std::string, std::string>;  // the text of each, by name

// Reads the mission of `files`. What cannot be judged is reported, and the mission not to be used
// then: syntax, keys unknown or used twice, numbers out of range, contradicting wishes.
Mission read_mission(const Files& files, Report& report);
}  // namespace kontor_verify
