#include "engine/timetable/check.h"

#include <map>
#include <set>
#include <tuple>

namespace kontor::engine::timetable {

namespace {

struct Presence {
  int from = 0;
  int to = 0;
  int place = 0;
  int room = -1;
};

class Checker {
 public:
  Checker(const Problem& problem, const Solution& solution) : p_(problem), s_(solution) {}

  Finding run() {
    gather();
    check_people();
    check_rooms();
    check_places();
    check_tables();
    check_duties();
    found_.worth = {points(), unfairness(), breaks()};
    return found_;
  }

 private:
  void accuse(const char* rule, int first, int second = 0) {
    found_.violations.push_back({rule, first, second});
  }

  Presence slot(int number) const {
    for (const Session& session : p_.sessions) {
      if (number < session.slots) {
        const int from = session.starts_at + number * session.slot_minutes;
        return {from, from + session.slot_minutes, session.place, session.room};
      }
      number -= session.slots;
    }
    return {};
  }

  Presence activity(int number) const {
    const Option& option = p_.activities[number].options[s_.options[number]];
    return {option.starts_at, option.starts_at + p_.activities[number].minutes, option.place,
            option.room};
  }

  void gather() {
    for (const Duty& duty : s_.duties) {
      on_duty_.emplace(duty.person, duty.activity);
      days_[duty.person].push_back(activity(duty.activity));
    }
    for (std::size_t w = 0; w < s_.attends.size(); ++w) {
      const AttendanceWish& wish = p_.attendances[w];
      if (!s_.attends[w]) continue;
      if (s_.options[wish.activity] < 0) {
        accuse("not_held", wish.activity);
        continue;
      }
      if (on_duty_.contains({wish.person, wish.activity})) continue;
      days_[wish.person].push_back(activity(wish.activity));
      ++taken_[wish.activity];
    }
    for (std::size_t m = 0; m < s_.meetings.size(); ++m) {
      const Seating& seating = s_.meetings[m];
      if (seating.slot < 0) continue;
      ++met_[seating.slot];
      if (seating.table > 0 && !tables_.emplace(seating.slot, seating.table).second)
        accuse("tables", seating.slot, seating.table);
      sit(static_cast<int>(m), p_.meetings[m].first, seating.first_person, seating.slot);
      sit(static_cast<int>(m), p_.meetings[m].second, seating.second_person, seating.slot);
    }
  }

  void sit(int meeting, int organisation, int person, int slot_number) {
    bool belongs = false;
    for (const int seat : p_.seats[organisation]) belongs = belongs || seat == person;
    if (!belongs) accuse("seats", meeting, person);
    days_[person].push_back(slot(slot_number));
    used_[organisation].insert(slot_number);
  }

  bool in_time(const Presence& a, const Presence& b) const {
    if (a.from > b.from) return in_time(b, a);
    const int leg = p_.places[a.place].leg, next = p_.places[b.place].leg;
    if (leg >= 0 && next >= 0 && leg != next) {
      const int day = (a.from + p_.legs[leg].offset_minutes) / 1440;
      const int next_day = (b.from + p_.legs[next].offset_minutes) / 1440;
      if (day >= next_day) return false;
    }
    return b.from >= a.to + p_.travel_minutes[a.place][b.place];
  }

  void check_people() {
    for (const auto& [person, day] : days_) {
      for (std::size_t i = 0; i < day.size(); ++i) {
        bool there = p_.places[day[i].place].leg < 0;
        for (const int leg : p_.people[person].legs)
          there = there || leg == p_.places[day[i].place].leg;
        for (const Span& absence : p_.people[person].absences)
          there = there && (absence.to <= day[i].from || day[i].to <= absence.from);
        if (!there) accuse("presence", person);
        for (std::size_t k = i + 1; k < day.size(); ++k)
          if (!in_time(day[i], day[k])) accuse("one_place_at_a_time", person, day[i].from);
      }
    }
  }

  void check_rooms() {
    std::vector<Presence> uses;
    for (std::size_t a = 0; a < s_.options.size(); ++a)
      if (s_.options[a] >= 0) uses.push_back(activity(static_cast<int>(a)));
    for (const Session& session : p_.sessions)
      uses.push_back({session.starts_at, session.starts_at + session.slots * session.slot_minutes,
                      session.place, session.room});
    const std::size_t held = uses.size() - p_.sessions.size();
    for (std::size_t i = 0; i < held; ++i)
      for (std::size_t k = i + 1; k < uses.size(); ++k)
        if (uses[i].room >= 0 && uses[i].room == uses[k].room && uses[i].from < uses[k].to &&
            uses[k].from < uses[i].to)
          accuse("rooms", uses[i].room);
  }

  void check_places() {
    for (const auto& [activity, taken] : taken_)
      if (taken > p_.activities[activity].options[s_.options[activity]].places)
        accuse("places", activity, taken);
  }

  void check_tables() {
    int number = 0;
    for (const Session& session : p_.sessions)
      for (int k = 0; k < session.slots; ++k, ++number)
        if (met_[number] > session.tables) accuse("tables", number, met_[number]);
  }

  void check_duties() {
    for (std::size_t a = 0; a < s_.options.size(); ++a)
      for (const int person : p_.activities[a].required)
        if (s_.options[a] >= 0 && !on_duty_.contains({person, static_cast<int>(a)}))
          accuse("required", static_cast<int>(a), person);
  }

  std::int64_t points() const {
    std::int64_t sum = 0;
    for (std::size_t m = 0; m < s_.meetings.size(); ++m)
      if (s_.meetings[m].slot >= 0) sum += p_.meetings[m].points;
    for (std::size_t w = 0; w < s_.attends.size(); ++w)
      if (s_.attends[w]) sum += p_.attendances[w].points;
    return sum;
  }

  std::int64_t unfairness() const {
    std::map<int, std::pair<std::int64_t, std::int64_t>> wishes;  // asked, missed
    const auto add = [&](int organisation, int asked, bool granted) {
      wishes[organisation].first += asked;
      if (!granted) wishes[organisation].second += asked;
    };
    for (std::size_t m = 0; m < s_.meetings.size(); ++m) {
      add(p_.meetings[m].first, p_.meetings[m].asked_first, s_.meetings[m].slot >= 0);
      add(p_.meetings[m].second, p_.meetings[m].asked_second, s_.meetings[m].slot >= 0);
    }
    for (std::size_t w = 0; w < s_.attends.size(); ++w)
      add(p_.people[p_.attendances[w].person].organisation, 1, s_.attends[w]);
    std::int64_t sum = 0;
    for (const auto& [organisation, counts] : wishes)
      if (organisation >= 0 && counts.first > 0)
        sum += 1000 * counts.second * counts.second / (counts.first * counts.first);
    return sum;
  }

  std::int64_t breaks() const {
    std::int64_t sum = 0;
    for (const auto& [organisation, used] : used_) {
      int begin = 0;
      for (const Session& session : p_.sessions) {
        int last = -1;
        for (const int slot : used) {
          if (slot < begin || slot >= begin + session.slots) continue;
          if (last >= 0 && slot > last + 1) ++sum;
          last = slot;
        }
        begin += session.slots;
      }
    }
    return sum;
  }

  const Problem& p_;
  const Solution& s_;
  Finding found_;
  std::set<std::pair<int, int>> on_duty_;  // person, activity
  std::map<int, std::vector<Presence>> days_;
  std::map<int, int> taken_;  // places of each activity
  std::map<int, int> met_;    // meetings in each slot
  std::set<std::pair<int, int>> tables_;
  std::map<int, std::set<int>> used_;  // slots of each organisation
};

}  // namespace

Finding check(const Problem& problem, const Solution& solution) {
  return Checker(problem, solution).run();
}

}  // namespace kontor::engine::timetable
