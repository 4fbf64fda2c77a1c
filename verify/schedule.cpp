#include "schedule.h"

namespace kontor_verify {

namespace {

constexpr Minute day = 24 * 60;

}  // namespace

Schedule::Schedule(const Mission& mission, const Plan& plan)
    : mission_(mission), plan_(plan), possible_(mission.activities.size()) {
  for (std::size_t a = 0; a < possible_.size(); ++a)
    for (const int room : mission.activities[a].rooms)
      for (const Minute start : mission.activities[a].starts)
        possible_[a].push_back(of(static_cast<int>(a), room, start));
  for (std::size_t p = 0; p < mission.people.size(); ++p)
    certain_.push_back(certain_duties(static_cast<int>(p)));
}

Stay Schedule::of(int activity, int room, Minute from) const {
  const Activity& held = mission_.activities[activity];
  const int venue = room == none ? none : mission_.rooms[room].venue;
  const int own_leg = held.kind == "transfer" ? none : held.leg;
  return {from, from + held.minutes, venue == none ? own_leg : mission_.venues[venue], venue,
          activity};
}

Stay Schedule::of(const Entry& placement) const {
  return of(placement.activity, placement.room, placement.starts_at);
}

Stay Schedule::of_slot(int session, int slot) const {
  const Session& held = mission_.sessions[session];
  const int venue = mission_.rooms[held.room].venue;
  const Minute from = held.starts_at + slot * held.slot_minutes;
  return {from, from + held.slot_minutes, mission_.venues[venue], venue, none, session, slot};
}

std::string Schedule::names(const Stay& stay, const Stay& other) const {
  const auto name = [&](const Stay& each) {
    if (each.activity != none) return "activity " + mission_.activities[each.activity].key;
    return "slot " + std::to_string(each.slot) + " of " + mission_.sessions[each.session].key;
  };
  return name(stay) + " and " + name(other);
}

bool Schedule::fit(const Stay& a, const Stay& b) const {
  if (b.from < a.from) return fit(b, a);
  if (b.from < a.to) return false;
  if (a.leg != none && b.leg != none && a.leg != b.leg &&
      mission_.legs[a.leg].local(a.from) / day >= mission_.legs[b.leg].local(b.from) / day)
    return false;
  if (a.venue != none && a.venue == b.venue) return true;
  const auto way = mission_.travel_minutes.find(std::minmax(a.venue, b.venue));
  const bool known = way != mission_.travel_minutes.end();
  return b.from - a.to >= (known ? way->second : mission_.default_travel_minutes);
}

bool Schedule::free(int person, const Stay& stay) const {
  const Person& who = mission_.people[person];
  for (const auto& [from, to] : who.absences)
    if (from < stay.to && stay.from < to) return false;
  return stay.leg == none || who.legs.empty() || who.legs.contains(stay.leg);
}

bool Schedule::on_duty(int person, int activity) const {
  const Activity& held = mission_.activities[activity];
  return held.holders.contains(person) || held.everyone.contains(person);
}

std::vector<int> Schedule::duties(int person) const {
  std::vector<int> out;
  const auto can = [&](const Stay& stay) {
    return free(person, stay) && std::ranges::all_of(out, [&](int duty) {
             return fit(stay, of(*plan_.placement[duty]));
           });
  };
  const int count = static_cast<int>(mission_.activities.size());
  for (int a = 0; a < count; ++a)
    if (plan_.placement[a] && mission_.activities[a].holders.contains(person)) out.push_back(a);
  for (const bool single : {true, false})
    for (int a = 0; a < count; ++a)
      if (plan_.placement[a] && mission_.activities[a].everyone.contains(person) &&
          (mission_.activities[a].starts.size() <= 1) == single && can(of(*plan_.placement[a])))
        out.push_back(a);
  return out;
}

Schedule::Fits Schedule::fits(int activity, int other) const {
  bool some = false, all = true;
  for (const Stay& one : possible_[activity])
    for (const Stay& two : possible_[other]) (fit(one, two) ? some : all) = fit(one, two);
  return all ? Fits::All : some ? Fits::Some : Fits::None;
}

std::vector<int> Schedule::certain_duties(int person) const {
  std::vector<int> certain, perhaps;
  const int count = static_cast<int>(mission_.activities.size());
  bool moves = false;  // must be somewhere by office at one of several times
  for (int a = 0; a < count; ++a) {
    if (!mission_.activities[a].holders.contains(person)) continue;
    if (mission_.activities[a].starts.size() > 1)
      moves = true;
    else if (plan_.placement[a])
      certain.push_back(a);
  }
  for (int a = 0; a < count && !moves; ++a) {
    const Activity& held = mission_.activities[a];
    if (!held.everyone.contains(person) || held.starts.size() > 1 || !plan_.placement[a]) continue;
    const auto with = [&](Fits wanted) {
      return [&, wanted](int other) { return fits(a, other) == wanted; };
    };
    if (std::ranges::any_of(certain, with(Fits::None))) continue;
    const bool sure =
        std::ranges::all_of(certain, with(Fits::All)) &&
        std::ranges::all_of(perhaps, with(Fits::All)) &&
        std::ranges::all_of(possible_[a], [&](const Stay& stay) { return free(person, stay); });
    (sure ? certain : perhaps).push_back(a);
  }
  return certain;
}

bool Schedule::kept_away(int person, const Stay& stay) const {
  return std::ranges::any_of(certain_[person], [&](int duty) {
    const auto fitting = [&](const Stay& there) { return fit(there, stay); };
    return duty != stay.activity && std::ranges::none_of(possible_[duty], fitting);
  });
}

std::optional<int> Schedule::places(int activity, int room) const {
  const Activity& held = mission_.activities[activity];
  const auto own = held.capacity > 0 ? std::optional(held.capacity) : std::nullopt;
  if (room == none || mission_.rooms[room].capacity == 0) return own;
  const int bound = static_cast<int>(held.holders.size() + held.everyone.size());
  const int left = std::max(0, mission_.rooms[room].capacity - bound);
  return own ? std::min(*own, left) : left;
}

}  // namespace kontor_verify
