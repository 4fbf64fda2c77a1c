#include "judge.h"

namespace kontor_verify {

Judge::Judge(const Mission& mission, const Plan& plan, Report& report)
    : mission_(mission), plan_(plan), report_(report), possible_(mission.activities.size()) {
  for (int s = 0; s < static_cast<int>(mission.sessions.size()); ++s)
    for (int slot = 0; slot < mission.sessions[s].slots; ++slot) slots_.push_back(stay_in(s, slot));
  for (int a = 0; a < static_cast<int>(mission.activities.size()); ++a)
    for (const int room : mission.activities[a].rooms)
      for (const Minute start : mission.activities[a].starts)
        possible_[a].push_back(stay_at(a, room, start));
  for (int p = 0; p < static_cast<int>(mission.people.size()); ++p) find_certain_duties(p);
}

Stay Judge::stay_at(int activity, int room, Minute from) const {
  const Activity& held = mission_.activities[activity];
  const int venue = room == none ? none : mission_.rooms[room].venue;
  const int own_leg = held.kind == "transfer" ? none : held.leg;
  return {from, from + held.minutes, venue == none ? own_leg : mission_.venues[venue], venue,
          activity};
}

Stay Judge::stay_in(int session, int slot) const {
  const Session& held = mission_.sessions[session];
  const int venue = mission_.rooms[held.room].venue;
  const Minute from = held.starts_at + slot * held.slot_minutes;
  return {from, from + held.slot_minutes, mission_.venues[venue], venue, none, session, slot};
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
  if (a.venue != none && a.venue == b.venue) return true;
  const auto way = mission_.travel_minutes.find(std::minmax(a.venue, b.venue));
  const int usual = mission_.default_travel_minutes;
  return b.from - a.to >= (way == mission_.travel_minutes.end() ? usual : way->second);
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
             return fit(stay, stay_at(*plan_.placement[duty]));
           });
  };
  const int count = static_cast<int>(mission_.activities.size());
  for (int a = 0; a < count; ++a)
    if (plan_.placement[a] && mission_.activities[a].holders.contains(person)) out.push_back(a);
  for (const bool single : {true, false})
    for (int a = 0; a < count; ++a)
      if (plan_.placement[a] && mission_.activities[a].everyone.contains(person) &&
          (mission_.activities[a].starts.size() <= 1) == single &&
          can(stay_at(*plan_.placement[a])))
        out.push_back(a);
  return out;
}

Judge::Fits Judge::fits(int activity, int other) const {
  bool some = false, all = true;
  for (const Stay& one : possible_[activity])
    for (const Stay& two : possible_[other]) (fit(one, two) ? some : all) = fit(one, two);
  return all ? Fits::All : some ? Fits::Some : Fits::None;
}

void Judge::find_certain_duties(int person) {
  std::vector<int>& certain = certain_.emplace_back();
  std::vector<int> perhaps;
  bool moves = false;  // must be somewhere by office at one of several times
  const int count = static_cast<int>(mission_.activities.size());
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
    const auto never = [&](int other) { return fits(a, other) == Fits::None; };
    const auto always = [&](int other) { return fits(a, other) == Fits::All; };
    if (std::ranges::any_of(certain, never)) continue;
    bool sure = std::ranges::all_of(certain, always) && std::ranges::all_of(perhaps, always);
    for (const Stay& stay : possible_[a]) sure = sure && free(person, stay);
    (sure ? certain : perhaps).push_back(a);
  }
}

bool Judge::kept_away(int person, const Stay& stay) const {
  return std::ranges::any_of(certain_[person], [&](int duty) {
    const auto fitting = [&](const Stay& there) { return fit(there, stay); };
    return duty != stay.activity && std::ranges::none_of(possible_[duty], fitting);
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
