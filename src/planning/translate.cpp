#include "planning/translate.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "base/zone.h"
#include "mission/open.h"
#include "planning/audience.h"
#include "planning/translate_rules.h"

namespace kontor::planning {

namespace {

using engine::timetable::unlimited;
using mission::Mission;
namespace timetable = engine::timetable;

template <class Key>
using Numbers = std::unordered_map<Key, int>;

struct RoomEntry {
  int place = 0;
  const mission::Venue* venue = nullptr;
  const mission::Room* room = nullptr;
};

// Builds the problem list by list; later lists refer to earlier ones by number.
class Translator {
 public:
  explicit Translator(const Mission& mission) : mission_(mission) {}

  Translation translate() {
    number_everything();
    rules_ = translate_rules(mission_);
    out_.origin = earliest_day();
    add_legs_and_places();
    add_people();
    add_activities();
    add_travel();
    add_sessions();
    weigh();
    add_meetings();
    add_attendances();
    out_.problem.rules = std::move(rules_.rules);
    out_.rule_numbers = std::move(rules_.numbers);
    return std::move(out_);
  }

  std::optional<Retranslation> translate_changes(const Mission& before, const Translation& old) {
    number_everything();
    rules_ = translate_rules(mission_);
    if (rules_.rules != old.problem.rules) return std::nullopt;
    out_ = old;
    number_rooms();
    list_nevers();
    for (std::size_t p = 0; p < mission_.people.size(); ++p)
      if (mission_.people[p].absences != before.people[p].absences)
        out_.problem.people[p].absences = absences(mission_.people[p]);
    for (std::size_t s = 0; s < mission_.sessions.size(); ++s)
      if (out_.problem.sessions[s].slots > 0)
        out_.problem.sessions[s].tables = mission_.sessions[s].tables;
    std::vector<int> changed;
    for (std::size_t a = 0; a < mission_.activities.size(); ++a)
      if (mission_.activities[a] != before.activities[a]) changed.push_back(static_cast<int>(a));
    for (const int activity : changed) replace_activity(activity);
    const bool longer = out_.problem.places.size() != old.problem.places.size();
    if (longer || mission_.travel_times != before.travel_times) add_travel();
    if (!may_attend_as_before(changed, old)) return std::nullopt;
    return Retranslation{std::move(out_), std::move(changed)};
  }

 private:
  void replace_activity(int number) {
    const auto& options = out_.problem.activities[number].options;
    own_place_ = !options.empty() && out_.rooms_of_options[number].front().empty()
                     ? options.front().place
                     : -1;
    out_.problem.activities[number] = make_activity(number);
    out_.rooms_of_options[number] = std::move(option_rooms_);
    option_rooms_.clear();
    own_place_ = -1;
  }

  bool may_attend_as_before(const std::vector<int>& changed, const Translation& old) const {
    std::vector<char> concerned(mission_.activities.size(), 0);
    for (const int activity : changed) concerned[activity] = 1;
    std::vector<char> listed(mission_.wishes.size(), 0), possible(mission_.wishes.size(), 0);
    for (const int wish : old.wish_of_attendance) listed[wish] = 1;
    std::map<std::pair<int, int>, bool> seen;
    for (std::size_t w = 0; w < mission_.wishes.size(); ++w) {
      const auto activity = activities_.find(mission_.wishes[w].activity);
      if (activity == activities_.end() || !concerned[activity->second]) continue;
      const auto person = people_.find(mission_.wishes[w].person);
      possible[w] = person != people_.end() &&
                    may_be_granted(mission_.wishes[w], person->second, activity->second) &&
                    !std::exchange(seen[{person->second, activity->second}], true);
      if (possible[w] != listed[w]) return false;
    }
    return true;
  }

  void number_everything() {
    for (std::size_t i = 0; i < mission_.legs.size(); ++i)
      legs_[mission_.legs[i].id] = static_cast<int>(i);
    for (std::size_t i = 0; i < mission_.organisations.size(); ++i)
      organisations_[mission_.organisations[i].id] = static_cast<int>(i);
    for (std::size_t i = 0; i < mission_.people.size(); ++i)
      people_[mission_.people[i].id] = static_cast<int>(i);
    for (std::size_t i = 0; i < mission_.activities.size(); ++i)
      activities_[mission_.activities[i].id] = static_cast<int>(i);
  }

  base::Instant earliest_day() const {
    base::Instant earliest = base::Instant::max();
    for (const auto& leg : mission_.legs)
      earliest = std::min(earliest, base::to_instant({leg.first_day, 0}, leg.zone));
    return mission_.legs.empty() ? base::Instant{} : earliest;
  }

  int minute(int leg, base::LocalDateTime time) const {
    const auto at = base::to_instant(time, mission_.legs[leg].zone);
    return static_cast<int>((at - out_.origin) / std::chrono::minutes(1));
  }

  int add_place(int leg) {
    out_.problem.places.push_back({leg});
    return static_cast<int>(out_.problem.places.size()) - 1;
  }

  // Where the clocks change between the days around the mission.
  void add_clock_changes(const mission::Leg& leg, timetable::Leg& out) const {
    const auto midnight = [&](base::LocalDate day) { return base::to_instant({day, 0}, leg.zone); };
    const auto from = midnight(mission_.travel_first_day) - std::chrono::days(2);
    const int usual = base::offset_minutes(midnight(leg.first_day), leg.zone);
    const int ahead = out.offset_minutes - usual;  // of the zone's own offset
    auto change =
        base::change_before(midnight(mission_.travel_last_day) + std::chrono::days(3), leg.zone);
    for (; change.at > from;
         change = base::change_before(change.at - std::chrono::seconds(1), leg.zone)) {
      const auto minute = (change.at - out_.origin) / std::chrono::minutes(1);
      out.changes.insert(out.changes.begin(),
                         {static_cast<int>(minute), ahead + change.offset_after_minutes});
      out.offset_minutes = ahead + change.offset_before_minutes;
    }
  }

  void add_legs_and_places() {
    for (const auto& leg : mission_.legs) {
      const auto first_day = base::to_instant({leg.first_day, 0}, leg.zone);
      const auto local = std::chrono::sys_days(leg.first_day).time_since_epoch();
      const auto offset = local - (first_day - out_.origin);
      out_.problem.legs.push_back({static_cast<int>(offset / std::chrono::minutes(1)), {}});
      add_clock_changes(leg, out_.problem.legs.back());
    }
    for (const auto& venue : mission_.venues) {
      const auto leg = legs_.find(venue.leg);
      add_place(leg == legs_.end() ? -1 : leg->second);
    }
    number_rooms();
    for (const auto& coach : mission_.coaches) {
      const auto leg = legs_.find(coach.leg);
      out_.problem.coaches.push_back({leg == legs_.end() ? -1 : leg->second, coach.seats});
    }
    out_.problem.rooms = static_cast<int>(rooms_.size());
  }

  // Venues are the first places.
  void number_rooms() {
    for (std::size_t v = 0; v < mission_.venues.size(); ++v)
      for (const auto& room : mission_.venues[v].rooms) {
        room_numbers_[room.id] = static_cast<int>(rooms_.size());
        rooms_.push_back({static_cast<int>(v), &mission_.venues[v], &room});
      }
  }

  std::vector<timetable::Span> absences(const mission::Person& person) const {
    std::vector<timetable::Span> out;
    for (const auto& absence : person.absences)
      if (const auto leg = legs_.find(absence.leg); leg != legs_.end())
        out.push_back({minute(leg->second, absence.from), minute(leg->second, absence.to)});
    return out;
  }

  void add_people() {
    out_.problem.seats.resize(mission_.organisations.size());
    for (std::size_t p = 0; p < mission_.people.size(); ++p) {
      const auto& person = mission_.people[p];
      timetable::Person out;
      out.rides = takes_coach(person);
      if (const auto found = organisations_.find(person.organisation);
          found != organisations_.end()) {
        const auto& organisation = mission_.organisations[found->second];
        out.organisation = found->second;
        out.region = static_cast<int>(organisation.region);
        out.size = static_cast<int>(organisation.size);
        if (may_sit(person)) out_.problem.seats[found->second].push_back(static_cast<int>(p));
      }
      for (const auto& leg : mission_.legs)
        if (takes_part(person, leg.id)) out.legs.push_back(legs_.at(leg.id));
      out.absences = absences(person);
      out_.problem.people.push_back(std::move(out));
    }
  }

  void list_nevers() {
    nevers_of_activity_.resize(mission_.activities.size());
    for (const auto& wish : mission_.wishes)
      if (wish.level == mission::WishLevel::Never)
        if (const auto found = activities_.find(wish.activity); found != activities_.end())
          nevers_of_activity_[found->second].push_back(wish.person);
  }

  void add_activities() {
    list_nevers();
    for (std::size_t a = 0; a < mission_.activities.size(); ++a) {
      out_.problem.activities.push_back(make_activity(static_cast<int>(a)));
      out_.rooms_of_options.push_back(std::move(option_rooms_));
      option_rooms_.clear();
    }
  }

  bool never(int activity, const mission::PersonId& person) const {
    const auto& nevers = nevers_of_activity_[activity];
    return std::ranges::find(nevers, person) != nevers.end();
  }

  timetable::Activity make_activity(int number) {
    const auto& activity = mission_.activities[number];
    timetable::Activity out;
    out.minutes = activity.duration_minutes;
    for (const auto& office : mission_.offices)
      if (std::ranges::find(activity.offices, office.id) != activity.offices.end())
        if (const auto holder = people_.find(office.holder); holder != people_.end())
          out.required.push_back(holder->second);
    for (const auto& speaker : activity.speakers)
      if (const auto found = people_.find(speaker); found != people_.end())
        out.required.push_back(found->second);
    rules_.add_company(number, out.required);
    std::ranges::sort(out.required);
    out.required.erase(std::ranges::unique(out.required).begin(), out.required.end());
    if (activity.audience.whole_delegation) add_everyone(number, out);
    out.waits = rules_.waits(number, out);
    const bool refused = std::ranges::any_of(out.required, [&](int person) {
      return never(number, mission_.people[person].id) || rules_.bars(number, person);
    });
    if (activity.by_coach) out.boards_at = boarding_place(activity);
    if (can_be_planned(activity) && !refused) add_options(activity, out);
    return out;
  }

  int boarding_place(const mission::Activity& activity) const {
    const auto leg = legs_.find(activity.leg);
    const mission::VenueId& hub =
        leg == legs_.end() ? mission::VenueId{} : mission_.legs[leg->second].hub;
    const auto venue =
        std::ranges::find(mission_.venues, activity.boards_at.empty() ? hub : activity.boards_at,
                          &mission::Venue::id);
    return venue == mission_.venues.end() ? -1 : static_cast<int>(venue - mission_.venues.begin());
  }

  // Whether `room` has what `activity` needs and is open from `start` until its end.
  bool suits(const RoomEntry& entry, const mission::Activity& activity, int start) const {
    const auto& has = entry.room->equipment;
    const auto there = [&](const auto& kind) { return std::ranges::find(has, kind) != has.end(); };
    const auto& zone = mission_.legs[legs_.at(activity.leg)].zone;
    const auto local = base::to_local(out_.origin + std::chrono::minutes(start), zone);
    return std::ranges::all_of(activity.equipment, there) &&
           mission::is_open(*entry.venue, *entry.room, local, activity.duration_minutes);
  }

  void add_everyone(int number, timetable::Activity& out) const {
    const auto& activity = mission_.activities[number];
    for (std::size_t p = 0; p < mission_.people.size(); ++p) {
      const int person = static_cast<int>(p);
      if (belongs_to_everyone(mission_, mission_.people[p], activity) &&
          !never(number, mission_.people[p].id) && !rules_.bars(number, person) &&
          std::ranges::find(out.required, person) == out.required.end())
        out.everyone.push_back(person);
    }
  }

  bool can_be_planned(const mission::Activity& activity) const {
    const auto& timing = activity.effective_timing();
    return activity.status != mission::ActivityStatus::Cancelled && legs_.contains(activity.leg) &&
           activity.duration_minutes > 0 && timing.earliest &&
           (timing.precision == mission::Precision::Fixed ||
            (timing.precision == mission::Precision::Window && timing.latest));
  }

  std::vector<int> starts(const mission::Activity& activity) const {
    const auto& timing = activity.effective_timing();
    const int leg = legs_.at(activity.leg);
    const int first = minute(leg, *timing.earliest);
    if (timing.precision == mission::Precision::Fixed) return {first};
    std::vector<int> out;
    const int last = minute(leg, *timing.latest) - activity.duration_minutes;
    for (int start = first; start <= last; start += start_step_minutes) out.push_back(start);
    return out;
  }

  void add_options(const mission::Activity& activity, timetable::Activity& out) {
    std::vector<mission::RoomId> rooms = activity.rooms;
    if (!activity.room.empty()) rooms = {activity.room};
    const bool transfer = activity.kind == mission::ActivityKind::Transfer;
    const int own = activity.capacity > 0 ? activity.capacity : unlimited;
    if (rooms.empty()) {
      const int leg = transfer ? -1 : legs_.at(activity.leg);
      const int place = own_place_ < 0 ? add_place(leg) : own_place_;
      out_.problem.places[place].leg = leg;
      for (const int start : starts(activity)) add_option(out, {}, {start, -1, place, own});
    }
    const int bound = static_cast<int>(out.required.size() + out.everyone.size());
    for (const auto& room : rooms) {
      const auto found = room_numbers_.find(room);
      if (found == room_numbers_.end()) continue;
      const RoomEntry& entry = rooms_[found->second];
      const int capacity = entry.room->capacity;
      const int held = capacity > 0 ? std::max(0, capacity - bound) : unlimited;
      const int taken = activity.kind == mission::ActivityKind::B2b ? -1 : found->second;
      for (const int start : starts(activity))
        if (suits(entry, activity, start))
          add_option(out, room, {start, taken, entry.place, std::min(own, held)});
    }
  }

  void add_option(timetable::Activity& out, const mission::RoomId& room, timetable::Option option) {
    out.options.push_back(option);
    option_rooms_.push_back(room);
  }

  void add_travel() {
    const std::size_t places = out_.problem.places.size();
    auto& travel = out_.problem.travel_minutes;
    const int buffer = mission_.travel_buffer_minutes;
    travel.assign(places, std::vector<int>(places, mission_.default_travel_minutes + buffer));
    for (std::size_t p = 0; p < places; ++p) travel[p][p] = 0;
    Numbers<mission::VenueId> venues;
    for (std::size_t v = 0; v < mission_.venues.size(); ++v)
      venues[mission_.venues[v].id] = static_cast<int>(v);
    for (const auto& time : mission_.travel_times) {
      const auto from = venues.find(time.from), to = venues.find(time.to);
      if (from == venues.end() || to == venues.end() || from == to) continue;
      travel[from->second][to->second] = travel[to->second][from->second] = time.minutes + buffer;
    }
  }

  void add_sessions() {
    for (const auto& session : mission_.sessions) {
      timetable::Session out;
      const auto room = room_numbers_.find(session.room);
      if (room != room_numbers_.end()) {
        const int place = rooms_[room->second].place;
        const int leg = out_.problem.places[place].leg;
        if (leg >= 0)
          out = {room->second,         place,         minute(leg, session.starts_at),
                 session.slot_minutes, session.slots, session.tables};
      }
      out_.problem.sessions.push_back(out);
    }
  }

  std::int64_t points(const mission::Wish& wish) const {
    return wish.level == mission::WishLevel::Must ? out_.problem.must_points : 10 - wish.rank;
  }

  void weigh() {
    out_.problem.must_points = 1;
    for (const auto& wish : mission_.wishes)
      if (wish.level == mission::WishLevel::Want) out_.problem.must_points += 10 - wish.rank;
  }

  struct Pair {
    std::vector<int> wishes;
    bool never = false;
  };

  void add_meetings() {
    std::map<std::pair<int, int>, Pair> pairs;
    for (std::size_t w = 0; w < mission_.wishes.size(); ++w) {
      const auto& wish = mission_.wishes[w];
      const auto from = organisations_.find(wish.organisation);
      const auto to = organisations_.find(wish.counterpart);
      if (from == organisations_.end() || to == organisations_.end() || from == to) continue;
      Pair& pair = pairs[std::minmax(from->second, to->second)];
      if (wish.level == mission::WishLevel::Never)
        pair.never = true;
      else
        pair.wishes.push_back(static_cast<int>(w));
    }
    for (const auto& [organisations, pair] : pairs)
      if (!pair.never) add_meeting(organisations.first, organisations.second, pair);
  }

  void add_meeting(int a, int b, const Pair& pair) {
    timetable::MeetingWish out{a, b, 0, 0, 0, 0};
    if (second_side(mission_.organisations[a], mission_.organisations[b]))
      std::swap(out.first, out.second);
    for (const int number : pair.wishes) {
      const auto& wish = mission_.wishes[number];
      const bool from_first = organisations_.at(wish.organisation) == out.first;
      ++(from_first ? out.asked_first : out.asked_second);
      out.points += points(wish);
      if (wish.level == mission::WishLevel::Must) ++out.musts;
    }
    out_.problem.meetings.push_back(out);
    out_.wishes_of_meeting.push_back(pair.wishes);
  }

  bool may_be_granted(const mission::Wish& wish, int person, int activity) const {
    if (wish.level == mission::WishLevel::Never || never(activity, wish.person)) return false;
    if (rules_.bars(activity, person)) return false;
    const auto& bound = out_.problem.activities[activity];
    return std::ranges::find(bound.required, person) != bound.required.end() ||
           std::ranges::find(bound.everyone, person) != bound.everyone.end() ||
           eligible(mission_, mission_.people[person], mission_.activities[activity]);
  }

  void add_attendances() {
    std::map<std::pair<int, int>, bool> seen;
    for (std::size_t w = 0; w < mission_.wishes.size(); ++w) {
      const auto& wish = mission_.wishes[w];
      const auto person = people_.find(wish.person);
      const auto activity = activities_.find(wish.activity);
      if (person == people_.end() || activity == activities_.end()) continue;
      if (!may_be_granted(wish, person->second, activity->second)) continue;
      if (std::exchange(seen[{person->second, activity->second}], true)) continue;
      out_.problem.attendances.push_back({person->second, activity->second, points(wish),
                                          wish.level == mission::WishLevel::Must ? 1 : 0});
      out_.wish_of_attendance.push_back(static_cast<int>(w));
    }
  }

  const Mission& mission_;
  Translation out_;
  Numbers<mission::LegId> legs_;
  Numbers<mission::OrganisationId> organisations_;
  Numbers<mission::PersonId> people_;
  Numbers<mission::ActivityId> activities_;
  Numbers<mission::RoomId> room_numbers_;
  std::vector<RoomEntry> rooms_;
  std::vector<mission::RoomId> option_rooms_;  // of the activity being made
  int own_place_ = -1;  // that the activity being made has already, where it needs no room
  std::vector<std::vector<mission::PersonId>> nevers_of_activity_;
  DenseRules rules_;
};

// Whether only absences, activities, travel times and tables differ.
bool is_alike(const Mission& a, const Mission& b) {
  const auto same_but_for = [](const auto& all, const auto& others, auto member) {
    return std::ranges::equal(all, others, [&](const auto& one, const auto& other) {
      if (one == other) return true;
      auto copy = one;
      copy.*member = other.*member;
      return copy == other;
    });
  };
  return a.travel_first_day == b.travel_first_day && a.travel_last_day == b.travel_last_day &&
         a.default_travel_minutes == b.default_travel_minutes &&
         a.travel_buffer_minutes == b.travel_buffer_minutes && a.legs == b.legs &&
         a.venues == b.venues && a.coaches == b.coaches && a.organisations == b.organisations &&
         a.offices == b.offices && a.rules == b.rules && a.wishes == b.wishes &&
         std::ranges::equal(a.activities, b.activities, {}, &mission::Activity::id,
                            &mission::Activity::id) &&
         same_but_for(a.people, b.people, &mission::Person::absences) &&
         same_but_for(a.sessions, b.sessions, &mission::Session::tables);
}

}  // namespace

Translation translate(const Mission& mission) {
  return Translator(mission).translate();
}

std::optional<Retranslation> retranslate(const Mission& changed, const Mission& before,
                                         const Translation& of_before) {
  if (!is_alike(changed, before)) return std::nullopt;
  return Translator(changed).translate_changes(before, of_before);
}

}  // namespace kontor::planning
