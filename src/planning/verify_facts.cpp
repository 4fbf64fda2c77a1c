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

template <class T>
bool has(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

Facts::Facts(const mission::Mission& the_mission, const mission::Plan& the_plan)
    : mission(the_mission), plan(the_plan) {
  fill(legs, mission.legs);
  fill(organisations, mission.organisations);
  fill(people, mission.people);
  fill(activities, mission.activities);
  fill(sessions, mission.sessions);
  fill(wishes, mission.wishes);
  for (const auto& venue : mission.venues)
    for (const auto& room : venue.rooms) {
      rooms.emplace(room.id, &room);
      venue_of_room.emplace(room.id, &venue);
    }
  for (const auto& placement : plan.activities) placements.emplace(placement.activity, &placement);
  for (const auto& time : mission.travel_times) {
    travel_[{time.from, time.to}] = time.minutes;
    travel_[{time.to, time.from}] = time.minutes;
  }
  for (const auto& wish : mission.wishes)
    if (wish.level == mission::WishLevel::Never) {
      person_nevers_.emplace(wish.person, wish.activity);
      organisation_nevers_.emplace(wish.organisation, wish.counterpart);
      organisation_nevers_.emplace(wish.counterpart, wish.organisation);
    }
  find_rules();
  find_duties();
  find_certain_duties();
}

void Facts::find_duties() {
  for (const auto& activity : mission.activities) {
    auto& holders = office_holders_[activity.id];
    for (const auto& office : mission.offices)
      if (has(activity.offices, office.id) && people.contains(office.holder))
        holders.insert(office.holder);
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
  if (!a.venue.empty() && a.venue == b.venue) return true;
  const auto found = travel_.find({a.venue, b.venue});
  return b.from - a.to >= (found == travel_.end() ? mission.default_travel_minutes : found->second);
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

const std::vector<Occupied>& Facts::possible(const mission::Activity& activity) const {
  return possible_.at(activity.id);
}

bool Facts::fit_always(const mission::Person& person, const mission::Activity& a,
                       const mission::Activity& b) const {
  for (const auto& one : possible(a))
    for (const auto& other : possible(b))
      if (!fit(extended(person, one), extended(person, other))) return false;
  return true;
}

bool Facts::fit_sometimes(const mission::Person& person, const mission::Activity& a,
                          const mission::Activity& b) const {
  for (const auto& one : possible(a))
    for (const auto& other : possible(b))
      if (fit(extended(person, one), extended(person, other))) return true;
  return false;
}

void Facts::find_certain_duties() {
  for (const auto& activity : mission.activities)
    for (const auto& room : rooms_of(activity))
      for (const std::int64_t start : starts(activity))
        possible_[activity.id].push_back(at(activity, room, start));
  for (const auto& activity : mission.activities) possible_[activity.id];
  for (const auto& person : mission.people) certain_[person.id] = certain_duties_of(person);
}

std::vector<mission::ActivityId> Facts::certain_duties_of(const mission::Person& person) const {
  std::vector<const mission::Activity*> certain, perhaps;
  bool moving = named(person.id);  // or by an office somewhere at one of several times
  for (const auto& activity : mission.activities) {
    if (!holds_office(person, activity)) continue;
    const bool single = single_start(activity);
    moving = moving || !single;
    if (single && placements.contains(activity.id)) certain.push_back(&activity);
  }
  for (const auto& activity : mission.activities) {
    if (moving || !placements.contains(activity.id) || !single_start(activity) ||
        !whole_delegation(person, activity))
      continue;
    bool ruled_out = false, sure = true;
    for (const auto* other : certain) {
      ruled_out = ruled_out || !fit_sometimes(person, activity, *other);
      sure = sure && fit_always(person, activity, *other);
    }
    for (const auto* other : perhaps) sure = sure && fit_always(person, activity, *other);
    for (const auto& stay : possible(activity)) sure = sure && free(person, stay);
    if (!ruled_out) (sure ? certain : perhaps).push_back(&activity);
  }
  std::vector<mission::ActivityId> out;
  for (const auto* activity : certain) out.push_back(activity->id);
  return out;
}

bool Facts::kept_away(const mission::Person& person, const Occupied& given) const {
  const Occupied stay = extended(person, given);
  for (const auto& duty : certain_.at(person.id)) {
    const auto& activity = *activities.at(duty);
    if ("activity/" + duty.value == stay.what) continue;
    bool fits = false;
    for (const auto& other : possible(activity)) fits = fits || fit(extended(person, other), stay);
    if (!fits) return true;
  }
  return false;
}

bool Facts::single_start(const mission::Activity& activity) const {
  return starts(activity).size() <= 1;
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
