#include "planning/verify_facts.h"

#include <algorithm>

#include "base/zone.h"

namespace kontor::planning {

namespace {

constexpr int step = 15;  // minutes between the starts that a window allows

template <class Key, class Noun>
void fill(Lookup<Key, Noun>& lookup, const std::vector<Noun>& nouns) {
  for (const Noun& noun : nouns) lookup.emplace(noun.id, &noun);
}

}  // namespace

Facts::Facts(const mission::Mission& the_mission, const mission::Plan& the_plan)
    : mission(the_mission), plan(the_plan) {
  fill(legs, mission.legs);
  fill(organisations, mission.organisations);
  fill(people, mission.people);
  fill(activities, mission.activities);
  fill(coaches, mission.coaches);
  fill(sessions, mission.sessions);
  fill(wishes, mission.wishes);
  for (const auto& venue : mission.venues)
    for (const auto& room : venue.rooms) {
      rooms.emplace(room.id, &room);
      venue_of_room.emplace(room.id, &venue);
    }
  for (const auto& activity : mission.activities)
    activity_of_["activity/" + activity.id.value] = &activity;
  for (const auto& placement : plan.activities) placements.emplace(placement.activity, &placement);
  for (const auto& time : mission.travel_times) {
    travel_[{time.from, time.to}] = time.minutes + mission.travel_buffer_minutes;
    travel_[{time.to, time.from}] = time.minutes + mission.travel_buffer_minutes;
  }
  for (const auto& wish : mission.wishes)
    if (wish.level == mission::WishLevel::Never) {
      person_nevers_.emplace(wish.person, wish.activity);
      organisation_nevers_.emplace(wish.organisation, wish.counterpart);
      organisation_nevers_.emplace(wish.counterpart, wish.organisation);
    }
  find_rules();
  find_duties();
  find_possible();
}

void Facts::find_duties() {
  for (const auto& activity : mission.activities) {
    auto& holders = office_holders_[activity.id];
    for (const auto& office : mission.offices)
      if (has(activity.offices, office.id) && people.contains(office.holder))
        holders.insert(office.holder);
    for (const auto& speaker : activity.speakers)
      if (people.contains(speaker)) holders.insert(speaker);
    add_company(activity);
    auto& everyone = everyone_[activity.id];
    for (const auto& person : mission.people)
      if (means_everyone(person, activity)) everyone.insert(person.id);
    find_waits(activity);
  }
}

std::int64_t Facts::minute(const mission::LegId& leg, base::LocalDateTime time) const {
  return base::to_instant(time, legs.at(leg)->zone).time_since_epoch() / std::chrono::minutes(1);
}

Occupied Facts::at(const mission::Activity& activity, const mission::RoomId& room,
                   std::int64_t from) const {
  Occupied out{
      from, from + activity.duration_minutes, activity.leg, {}, "activity/" + activity.id.value};
  if (!room.empty())
    out.venue = venue_of_room.at(room)->id;
  else if (activity.kind == mission::ActivityKind::Transfer)
    out.leg = {};
  if (!room.empty()) out.leg = venue_of_room.at(room)->leg;
  return out;
}

Occupied Facts::at(const mission::ActivityPlacement& placement) const {
  const auto& activity = *activities.at(placement.activity);
  return at(activity, placement.room, minute(activity.leg, placement.starts_at));
}

Occupied Facts::at(const mission::Session& session, int slot) const {
  const auto& venue = *venue_of_room.at(session.room);
  const std::int64_t from = minute(venue.leg, session.starts_at) + slot * session.slot_minutes;
  return {from, from + session.slot_minutes, venue.leg, venue.id,
          "session/" + session.id.value + "/" + std::to_string(slot)};
}

bool Facts::fit(const Occupied& a, const Occupied& b) const {
  if (b.from < a.from) return fit(b, a);
  if (b.from < a.to || a.from == b.from) return false;
  if (!a.leg.empty() && !b.leg.empty() && a.leg != b.leg) {
    const auto local_day = [&](const Occupied& stay) {
      return base::to_local(base::Instant(std::chrono::minutes(stay.from)), legs.at(stay.leg)->zone)
          .date;
    };
    if (local_day(a) >= local_day(b)) return false;
  }
  if (a.what == b.what) return true;
  return b.from - a.to >= way(a.venue, b.venue);
}

int Facts::way(const mission::VenueId& from, const mission::VenueId& to) const {
  if (!from.empty() && from == to) return 0;
  const auto found = travel_.find({from, to});
  return found == travel_.end() ? mission.default_travel_minutes + mission.travel_buffer_minutes
                                : found->second;
}

bool Facts::by_coach(const mission::Person& person, const mission::Activity& activity) const {
  using mission::PersonRole;
  static const std::set<PersonRole> on_their_own{PersonRole::Principal, PersonRole::Host,
                                                 PersonRole::Counterpart, PersonRole::Official};
  return activity.by_coach && !on_their_own.contains(person.role);
}

Occupied Facts::ride(const mission::Activity& activity, const Occupied& there) const {
  const auto& hub = legs.at(activity.leg)->hub;
  const auto& from = activity.boards_at.empty() ? hub : activity.boards_at;
  int early = 0, late = 0;  // for whoever must come earliest, and until the last may leave
  if (const auto found = waits_.find(there.what); found != waits_.end())
    for (const RuleFacts* rule : found->second) {
      int& longer = rule->rule->kind == mission::RuleKind::LeavesFirst ? late : early;
      longer = std::max(longer, rule->rule->minutes);
    }
  const int minutes = way(from, there.venue);
  return {there.from - minutes - early, there.to + minutes + late, activity.leg, from, there.what};
}

Occupied Facts::of(const mission::Person& person, const mission::Activity& activity,
                   const Occupied& there) const {
  return by_coach(person, activity) ? ride(activity, there) : there;
}

bool Facts::open(const mission::Activity& activity, const mission::RoomId& room,
                 std::int64_t from) const {
  if (room.empty()) return true;
  for (const auto& kind : activity.equipment)
    if (!has(rooms.at(room)->equipment, kind)) return false;
  for (const auto* hours :
       {&venue_of_room.at(room)->opening_hours, &rooms.at(room)->opening_hours}) {
    bool inside = hours->empty();
    for (const auto& opening : *hours)
      inside = inside || (minute(activity.leg, opening.from) <= from &&
                          from + activity.duration_minutes <= minute(activity.leg, opening.to));
    if (!inside) return false;
  }
  return true;
}

bool Facts::free(const mission::Person& person, const Occupied& given) const {
  const Occupied stay = extended(person, given);
  if (!stay.leg.empty() && !person.legs.empty() && !has(person.legs, stay.leg)) return false;
  for (const auto& absence : person.absences)
    if (minute(absence.leg, absence.from) < stay.to && stay.from < minute(absence.leg, absence.to))
      return false;
  return true;
}

bool Facts::holds_office(const mission::Person& person, const mission::Activity& activity) const {
  return office_holders_.at(activity.id).contains(person.id);
}

bool Facts::in_audience(const mission::Person& person, const mission::Activity& activity) const {
  const auto& rule = activity.audience;
  if (!person.legs.empty() && !has(person.legs, activity.leg)) return false;
  const auto found = organisations.find(person.organisation);
  if (found == organisations.end())
    return rule.kinds.empty() && rule.regions.empty() && rule.sectors.empty();
  const auto& organisation = *found->second;
  bool sector = rule.sectors.empty();
  for (const auto& each : organisation.sectors) sector = sector || has(rule.sectors, each);
  return sector && (rule.kinds.empty() || has(rule.kinds, organisation.kind)) &&
         (rule.regions.empty() || has(rule.regions, organisation.region));
}

bool Facts::whole_delegation(const mission::Person& person,
                             const mission::Activity& activity) const {
  return everyone_.at(activity.id).contains(person.id);
}

bool Facts::means_everyone(const mission::Person& person, const mission::Activity& activity) const {
  if (!activity.audience.whole_delegation || !in_audience(person, activity)) return false;
  if (never(person.id, activity.id) || barred(person.id, activity.id) ||
      holds_office(person, activity))
    return false;
  const auto found = organisations.find(person.organisation);
  if (found == organisations.end()) return person.role != mission::PersonRole::Host;
  return found->second->side == mission::Side::Delegation;
}

bool Facts::never(const mission::PersonId& person, const mission::ActivityId& activity) const {
  return person_nevers_.contains({person, activity});
}

bool Facts::never(const mission::OrganisationId& a, const mission::OrganisationId& b) const {
  return organisation_nevers_.contains({a, b});
}

std::vector<std::int64_t> Facts::starts(const mission::Activity& activity) const {
  const auto& timing = activity.effective_timing();
  const bool window = timing.precision == mission::Precision::Window;
  if (activity.status == mission::ActivityStatus::Cancelled || !legs.contains(activity.leg) ||
      activity.duration_minutes <= 0 || !timing.earliest || refused(activity) ||
      (!window && timing.precision != mission::Precision::Fixed) || (window && !timing.latest))
    return {};
  const std::int64_t first = minute(activity.leg, *timing.earliest);
  if (!window) return {first};
  std::vector<std::int64_t> out;
  const std::int64_t latest = minute(activity.leg, *timing.latest);
  for (std::int64_t at = first; at + activity.duration_minutes <= latest; at += step)
    out.push_back(at);
  return out;
}

std::vector<mission::RoomId> Facts::rooms_of(const mission::Activity& activity) const {
  std::vector<mission::RoomId> out;
  if (!activity.room.empty())
    out.push_back(activity.room);
  else if (activity.rooms.empty())
    return {mission::RoomId()};
  else
    out = activity.rooms;
  std::erase_if(out, [&](const mission::RoomId& room) { return !rooms.contains(room); });
  return out;
}

int Facts::places(const mission::Activity& activity, const mission::RoomId& room) const {
  const int own = activity.capacity > 0 ? activity.capacity : -1;
  if (room.empty() || rooms.at(room)->capacity == 0) return own;
  const auto bound =
      static_cast<int>(office_holders_.at(activity.id).size() + everyone_.at(activity.id).size());
  const int held = std::max(0, rooms.at(room)->capacity - bound);
  return own < 0 ? held : std::min(own, held);
}

void Facts::find_possible() {
  for (const auto& activity : mission.activities) {
    possible_[activity.id];
    for (const auto& room : rooms_of(activity))
      for (const std::int64_t start : starts(activity))
        if (open(activity, room, start)) possible_[activity.id].insert(start);
  }
}

bool Facts::single_start(const mission::Activity& activity) const {
  return possible_.at(activity.id).size() <= 1;
}

bool Facts::refused(const mission::Activity& activity) const {
  for (const auto& person : office_holders_.at(activity.id))
    if (never(person, activity.id) || barred(person, activity.id)) return true;
  return false;
}

void accuse(base::Issues& issues, std::string code, std::string path, std::string value,
            std::map<std::string, std::string> parameters) {
  issues.push_back({std::move(code), std::move(path), std::move(value), std::move(parameters), {}});
}

}  // namespace kontor::planning
