#include "engine/timetable/check.h"

#include <algorithm>
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
  int activity = -1;  // -1: a meeting
  int partner = -1;   // who sits opposite
};

bool has(const std::vector<int>& list, int number) {
  for (const int each : list)
    if (each == number) return true;
  return false;
}

class Checker {
 public:
  Checker(const Problem& problem, const Solution& solution) : p_(problem), s_(solution) {}

  Finding run() {
    gather();
    check_people();
    check_rooms();
    check_places();
    check_tables();
    check_coaches();
    check_duties();
    for (const Rule& rule : p_.rules) check_rule(rule);
    found_.worth = {points(), unfairness(), breaks(), shortage()};
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
            option.room, number};
  }

  // Longer for those who must come early or stay late.
  Presence activity(int number, int person) const {
    Presence out = activity(number);
    int early = 0, late = 0;
    for (const Wait& wait : p_.activities[number].waits)
      if (!has(wait.people, person) &&
          !(wait.guests_only && has(p_.activities[number].required, person))) {
        early = std::max(early, wait.early_minutes);
        late = std::max(late, wait.late_minutes);
      }
    out.from -= early;
    out.to += late;
    return out;
  }

  bool by_coach(int activity, int person) const {
    return p_.people[person].rides && p_.activities[activity].boards_at >= 0;
  }

  // What the coaches of an activity do, and so do those in them: in time for whoever must come
  // earliest, and until the last may leave.
  Presence ride(int number) const {
    Presence out = activity(number);
    const int from = p_.activities[number].boards_at;
    int early = p_.travel_minutes[from][out.place], late = early;
    for (const Wait& wait : p_.activities[number].waits) {
      early = std::max(early, p_.travel_minutes[from][out.place] + wait.early_minutes);
      late = std::max(late, p_.travel_minutes[from][out.place] + wait.late_minutes);
    }
    out.from -= early;
    out.to += late;
    out.place = from;
    return out;
  }

  void go(int person, int number) {
    days_[person].push_back(by_coach(number, person) ? ride(number) : activity(number, person));
    if (by_coach(number, person)) riders_[number].insert(person);
  }

  void gather() {
    for (const Duty& duty : s_.duties) {
      on_duty_.emplace(duty.person, duty.activity);
      go(duty.person, duty.activity);
      if (!expected(duty)) ++taken_[duty.activity];
    }
    for (std::size_t w = 0; w < s_.attends.size(); ++w) {
      const AttendanceWish& wish = p_.attendances[w];
      if (!s_.attends[w]) continue;
      if (s_.options[wish.activity] < 0) {
        accuse("not_held", wish.activity);
        continue;
      }
      if (on_duty_.contains({wish.person, wish.activity})) continue;
      go(wish.person, wish.activity);
      ++taken_[wish.activity];
    }
    for (std::size_t m = 0; m < s_.meetings.size(); ++m) {
      const Seating& seating = s_.meetings[m];
      if (seating.slot < 0) continue;
      ++met_[seating.slot];
      if (seating.table > 0 && !tables_.emplace(seating.slot, seating.table).second)
        accuse("tables", seating.slot, seating.table);
      sit(static_cast<int>(m), p_.meetings[m].first, seating.first_person, seating.slot,
          seating.second_person);
      sit(static_cast<int>(m), p_.meetings[m].second, seating.second_person, seating.slot,
          seating.first_person);
    }
  }

  bool expected(const Duty& duty) const {
    return has(p_.activities[duty.activity].required, duty.person) ||
           has(p_.activities[duty.activity].everyone, duty.person);
  }

  void sit(int meeting, int organisation, int person, int slot_number, int partner) {
    bool belongs = false;
    for (const int seat : p_.seats[organisation]) belongs = belongs || seat == person;
    if (!belongs) accuse("seats", meeting, person);
    days_[person].push_back(slot(slot_number));
    days_[person].back().partner = partner;
    used_[organisation].insert(slot_number);
  }

  int day_of(const Presence& a) const {
    const Leg& leg = p_.legs[p_.places[a.place].leg];
    int offset = leg.offset_minutes;
    for (const ClockChange& change : leg.changes)
      offset = a.from >= change.from ? change.offset_minutes : offset;
    return (a.from + offset + 1'440'000'000) / 1440;
  }

  bool in_time(const Presence& a, const Presence& b) const {
    if (a.from > b.from) return in_time(b, a);
    const int leg = p_.places[a.place].leg, next = p_.places[b.place].leg;
    if (leg >= 0 && next >= 0 && leg != next) {
      if (day_of(a) >= day_of(b)) return false;
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

  void check_coaches() {
    std::map<int, std::vector<Presence>> days;
    std::map<int, int> seats;
    for (std::size_t a = 0; a < s_.coaches.size(); ++a)
      for (const int coach : s_.coaches[a]) {
        const int number = static_cast<int>(a);
        if (s_.options[a] < 0 || p_.activities[a].boards_at < 0 ||
            p_.coaches[coach].leg != p_.places[p_.activities[a].boards_at].leg)
          accuse("coaches", number, coach);
        else
          days[coach].push_back(ride(number));
        seats[number] += p_.coaches[coach].seats;
      }
    for (const auto& [activity, riders] : riders_)
      if (static_cast<int>(riders.size()) > seats[activity])
        accuse("coaches", activity, static_cast<int>(riders.size()));
    for (const auto& [coach, day] : days)
      for (std::size_t i = 0; i < day.size(); ++i)
        for (std::size_t k = i + 1; k < day.size(); ++k)
          if (!in_time(day[i], day[k])) accuse("coaches", coach, day[i].from);
    check_rides();
  }

  // Everybody's own seat, where seats are given.
  void check_rides() {
    if (s_.rides.empty()) return;
    std::map<std::pair<int, int>, int> taken;  // activity, coach
    std::map<int, std::set<int>> seated;
    for (const Ride& ride : s_.rides) {
      const auto& own = s_.coaches[ride.activity];
      const bool serves = std::find(own.begin(), own.end(), ride.coach) != own.end();
      if (!serves || !seated[ride.activity].insert(ride.person).second ||
          ++taken[{ride.activity, ride.coach}] > p_.coaches[ride.coach].seats)
        accuse("coaches", ride.activity, ride.person);
    }
    for (const auto& [activity, riders] : riders_)
      if (seated[activity] != riders) accuse("coaches", activity);
  }

  void check_duties() {
    for (std::size_t a = 0; a < s_.options.size(); ++a)
      for (const int person : p_.activities[a].required)
        if (s_.options[a] >= 0 && !on_duty_.contains({person, static_cast<int>(a)}))
          accuse("required", static_cast<int>(a), person);
    for (const Duty& duty : s_.duties)
      if (!expected(duty) && !wanted(duty)) accuse("uncalled", duty.activity, duty.person);
  }

  // Rules of protocol.

  bool is_at(int person, int activity) const {
    const auto found = days_.find(person);
    if (found == days_.end()) return false;
    for (const Presence& presence : found->second)
      if (presence.activity == activity) return true;
    return false;
  }

  // Whether a rule calls somebody to the duty.
  bool wanted(const Duty& duty) const {
    for (const Rule& rule : p_.rules) {
      if (rule.covers[duty.activity] == 0 || !has(rule.people, duty.person)) continue;
      if (rule.kind == RuleKind::AtLeastOneOf) return true;
      if (rule.kind == RuleKind::AlwaysWith)
        for (const int other : rule.others)
          if (other != duty.person && is_at(other, duty.activity)) return true;
    }
    return false;
  }

  void check_rule(const Rule& rule) {
    for (int a = 0; a < static_cast<int>(s_.options.size()); ++a)
      if (s_.options[a] >= 0 && rule.covers[a]) check_rule(rule, a);
    const bool apart = rule.kind == RuleKind::NeverWith || rule.kind == RuleKind::NotSameVehicle;
    for (const auto& [person, day] : days_) {
      for (const Presence& presence : day)
        if (apart && rule.meetings && presence.partner >= 0 && has(rule.people, person) &&
            has(rule.others, presence.partner))
          accuse("never_with", person, presence.partner);
      if (rule.kind == RuleKind::Rest && has(rule.people, person)) check_rest(rule, person);
      if (rule.kind == RuleKind::AtMostADay && has(rule.people, person)) check_day(rule, person);
    }
  }

  void check_rule(const Rule& rule, int a) {
    int people = 0, others = 0;
    for (const int person : rule.people) people += is_at(person, a);
    for (const int person : rule.others) others += is_at(person, a);
    switch (rule.kind) {
      case RuleKind::AlwaysWith:
        for (const int other : rule.others)
          for (const int person : rule.people)
            if (is_at(other, a) && !is_at(person, a)) accuse("always_with", a, person);
        break;
      case RuleKind::AtLeastOneOf:
        if (people == 0 && !rule.people.empty()) accuse("at_least_one_of", a);
        break;
      case RuleKind::NotSameVehicle:
        if (p_.activities[a].boards_at >= 0) {
          check_parting(rule, a);
          break;
        }
        [[fallthrough]];
      case RuleKind::NeverWith:
        for (const int person : rule.people)
          for (const int other : rule.others)
            if (person != other && is_at(person, a) && is_at(other, a))
              accuse(rule.kind == RuleKind::NeverWith ? "never_with" : "not_same_vehicle", a,
                     person);
        break;
      case RuleKind::ArrivesLast:
      case RuleKind::LeavesFirst:
        for (const Rule& other : p_.rules)
          if (&other != &rule && other.kind == rule.kind && other.covers[a])
            check_rivals(rule, other, a);
        break;
      case RuleKind::ClearanceNeeded:
        if (people > 0) accuse("clearance_needed", a, people);
        break;
      default:
        break;
    }
  }

  // Whether those who must sit apart do or, where no seats are given, could.
  void check_parting(const Rule& rule, int a) {
    const std::vector<int> riders(riders_[a].begin(), riders_[a].end());
    if (s_.rides.empty()) {
      std::vector<std::vector<int>> coaches(s_.coaches[a].size());
      if (!can_part(a, riders, 0, coaches)) accuse("not_same_vehicle", a);
      return;
    }
    for (const Ride& one : s_.rides)
      for (const Ride& other : s_.rides)
        if (one.activity == a && other.activity == a && one.coach == other.coach &&
            one.person != other.person && has(rule.people, one.person) &&
            has(rule.others, other.person))
          accuse("not_same_vehicle", a, one.person);
  }

  // Tries every coach for each of the riders whom any such rule names.
  bool can_part(int a, const std::vector<int>& riders, std::size_t next,
                std::vector<std::vector<int>>& coaches) const {
    if (next == riders.size()) return true;
    const auto apart = [&](int one, int other) {
      for (const Rule& rule : p_.rules)
        if (rule.kind == RuleKind::NotSameVehicle && rule.covers[a] && one != other &&
            ((has(rule.people, one) && has(rule.others, other)) ||
             (has(rule.people, other) && has(rule.others, one))))
          return true;
      return false;
    };
    bool concerned = false;
    for (const int other : riders) concerned = concerned || apart(riders[next], other);
    if (!concerned) return can_part(a, riders, next + 1, coaches);
    for (std::size_t c = 0; c < coaches.size(); ++c) {
      bool free = static_cast<int>(coaches[c].size()) < p_.coaches[s_.coaches[a][c]].seats;
      for (const int other : coaches[c]) free = free && !apart(riders[next], other);
      if (!free) continue;
      coaches[c].push_back(riders[next]);
      if (can_part(a, riders, next + 1, coaches)) return true;
      coaches[c].pop_back();
    }
    return false;
  }

  void check_rivals(const Rule& rule, const Rule& other, int a) {
    for (const int one : rule.people)
      for (const int two : other.people)
        if (!has(other.people, one) && !has(rule.people, two) && is_at(one, a) && is_at(two, a))
          accuse(rule.kind == RuleKind::ArrivesLast ? "arrives_last" : "leaves_first", a, one);
  }

  std::vector<Presence> counted(const Rule& rule, int person) const {
    std::vector<Presence> out;
    for (const Presence& presence : days_.at(person))
      if (presence.activity < 0 ? rule.meetings : rule.covers[presence.activity] != 0)
        out.push_back(presence);
    std::sort(out.begin(), out.end(),
              [](const Presence& a, const Presence& b) { return a.from < b.from; });
    return out;
  }

  void check_rest(const Rule& rule, int person) {
    int from = 0, to = 0, length = 0;
    for (const Presence& presence : counted(rule, person)) {
      if (length++ == 0 || presence.from - to >= rule.minutes) {
        from = presence.from;
        to = presence.to;
        continue;
      }
      to = std::max(to, presence.to);
      if (to - from > rule.every_minutes) return accuse("rest", person, from);
    }
  }

  void check_day(const Rule& rule, int person) {
    std::map<int, int> days;
    for (const Presence& presence : counted(rule, person))
      if (presence.activity >= 0 && ++days[day_of(presence)] > rule.most)
        return accuse("at_most_a_day", person);
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

  std::int64_t shortage() const {
    std::map<int, int> granted;  // wishes of each organisation
    for (std::size_t m = 0; m < s_.meetings.size(); ++m)
      if (s_.meetings[m].slot >= 0) {
        granted[p_.meetings[m].first] += p_.meetings[m].asked_first;
        granted[p_.meetings[m].second] += p_.meetings[m].asked_second;
      }
    for (std::size_t w = 0; w < s_.attends.size(); ++w)
      if (s_.attends[w]) ++granted[p_.people[p_.attendances[w].person].organisation];
    std::int64_t sum = 0;
    for (const Group& group : p_.groups) {
      int missing = group.least;
      for (const int organisation : group.organisations) missing -= granted[organisation];
      if (missing > 0) sum += missing;
    }
    return sum;
  }

  const Problem& p_;
  const Solution& s_;
  Finding found_;
  std::set<std::pair<int, int>> on_duty_;  // person, activity
  std::map<int, std::set<int>> riders_;    // of each activity
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
