#include "judge.h"

namespace kontor_verify {
Judge::Judge(const Mission& mission, const Plan& plan, Report& report)
    : mission_(mission), plan_(plan), report_(report), possible_(mission.activities.size()) {
  for (int s = 0; s < static_cast<int>(mission.sessions.size()); ++s)
    for (int slot = 0; slot < mission.sessions[s].slots; ++slot) slots_.push_back(stay_in(s, slot));
  for (int a = 0; a < static_cast<int>(mission.activities.size()); ++a)
    for (const int room : mission.activities[a].rooms)
      for (const Minute start : mission.activities[a].starts)
        if (const Stay stay = stay_at(a, room, start); open(stay)) possible_[a].push_back(stay);
}

Stay Judge::stay_at(int activity, int room, Minute from) const {
  const Activity& held = mission_.activities[activity];
  const int venue = room == none ? none : mission_.rooms[room].venue;
  const int own_leg = held.kind == "transfer" ? none : held.leg;
  const int leg = venue == none ? own_leg : mission_.venues[venue];
  return {from, from + held.minutes, leg, venue, activity, none, 0, room};
}

Stay Judge::stay_in(int session, int slot) const {
  const Session& held = mission_.sessions[session];
  const int venue = mission_.rooms[held.room].venue;
  const Minute from = held.starts_at + slot * held.slot_minutes;
  return {from,     from + held.slot_minutes, mission_.venues[venue], venue, none, session, slot,
          held.room};
}

std::string Judge::names(const Stay& stay, const Stay& other) const {
  const auto name = [&](const Stay& each) {
    if (each.activity != none) return "activity " + mission_.activities[each.activity].key;
    return "slot " + std::to_string(each.slot) + " of " + mission_.sessions[each.session].key;
  };
  return name(stay) + " and " + name(other);
}

bool Judge::fit(const Stay& a, const Stay& b) const {
  if (b.from < a.from) return fit(b, a);
  if (b.from < a.to) return false;
  const auto day = [&](const Stay& s) { return mission_.legs[s.leg].local(s.from) / (24 * 60); };
  if (a.leg != none && b.leg != none && a.leg != b.leg && day(a) >= day(b)) return false;
  return b.from - a.to >= way(a.venue, b.venue);
}

Minute Judge::way(int from, int to) const {
  if (from != none && from == to) return 0;
  const auto known = mission_.travel_minutes.find(std::minmax(from, to));
  return known == mission_.travel_minutes.end() ? mission_.default_travel_minutes : known->second;
}

bool Judge::by_coach(int person, int activity) const {
  static const std::set<std::string> alone{"principal", "host", "counterpart", "official"};
  return mission_.activities[activity].by_coach && !alone.contains(mission_.people[person].role);
}

Stay Judge::ride(const Stay& there) const {
  const int hub = mission_.activities[there.activity].boards_at;
  const Minute minutes = way(hub, there.venue);
  return {there.from - minutes, there.to + minutes, mission_.venues[hub], hub, there.activity};
}

Stay Judge::of(int person, const Stay& there) const {
  return there.activity != none && by_coach(person, there.activity) ? ride(there) : there;
}

bool Judge::open(const Stay& stay) const {
  if (stay.room == none) return true;
  const Room& room = mission_.rooms[stay.room];
  const auto covers = [&](const Spans& spans) {
    return spans.empty() || std::ranges::any_of(spans, [&](const auto& span) {
             return span.first <= stay.from && stay.to <= span.second;
           });
  };
  return std::ranges::includes(room.equipment, mission_.activities[stay.activity].equipment) &&
         std::ranges::all_of(room.hours, covers);
}

bool Judge::free(int person, const Stay& stay) const {
  const Person& who = mission_.people[person];
  for (const auto& [from, to] : who.absences)
    if (from < stay.to && stay.from < to) return false;
  return stay.leg == none || who.legs.empty() || who.legs.contains(stay.leg);
}

bool Judge::on_duty(int person, int activity) const {
  const Activity& held = mission_.activities[activity];
  return held.holders.contains(person) || held.everyone.contains(person);
}

std::vector<int> Judge::duties(int person) const {
  std::vector<int> out;
  const auto can = [&](const Stay& stay) {
    return free(person, stay) && std::ranges::all_of(out, [&](int duty) {
             return fit(stay, of(person, stay_at(*plan_.placement[duty])));
           });
  };
  const int count = static_cast<int>(mission_.activities.size());
  for (int a = 0; a < count; ++a)
    if (plan_.placement[a] && mission_.activities[a].holders.contains(person)) out.push_back(a);
  for (const bool single : {true, false})
    for (int a = 0; a < count; ++a)
      if (plan_.placement[a] && mission_.activities[a].everyone.contains(person) &&
          single_start(a) == single && can(of(person, stay_at(*plan_.placement[a]))))
        out.push_back(a);
  return out;
}

bool Judge::single_start(int activity) const {
  return std::ranges::all_of(possible_[activity], [&](const Stay& stay) {
    return stay.from == possible_[activity][0].from;
  });
}

int Judge::places(int activity, int room) const {
  const Activity& held = mission_.activities[activity];
  const int own = held.capacity > 0 ? held.capacity : 1 << 30;
  const int bound = static_cast<int>(held.holders.size() + held.everyone.size());
  if (room == none || mission_.rooms[room].capacity == 0) return own;
  return std::min(own, std::max(0, mission_.rooms[room].capacity - bound));
}
}  // namespace kontor_verify
