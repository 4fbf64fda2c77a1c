#pragma once
#include "plan.h"

namespace kontor_verify {
// A span of time at a place that a person spends, or a room is used, for an activity or a slot.
struct Stay {
  Minute from = 0, to = 0;       // of UTC
  int leg = none, venue = none;  // none: on the way; at a host's own place
  int activity = none, session = none, slot = 0, room = none;  // none: none of ours
};

using Presence = std::set<std::pair<int, int>>;  // activity, person

// Who can and must be where and when, by the mission and in the plan.
class Schedule {
 public:
  Schedule(const Mission& mission, const Plan& plan)
      : mission_(mission), plan_(plan), possible_(mission.activities.size()) {
    for (int s = 0; s < std::ssize(mission.sessions); ++s)
      for (int slot = 0; slot < mission.sessions[s].slots; ++slot)
        slots_.push_back(stay_in(s, slot));
    for (int a = 0; a < std::ssize(mission.activities); ++a)
      for (const int room : mission.activities[a].rooms)
        for (const Minute start : mission.activities[a].starts)
          if (const Stay stay = stay_at(a, room, start); open(stay)) possible_[a].push_back(stay);
    for (const Entry& entry : plan.attendances) {
      all_.emplace(entry.activity, entry.person);
      if (entry.wish == none || on_duty(entry.person, entry.activity))
        duty_.emplace(entry.activity, entry.person);
    }
  }

 protected:
  Stay stay_at(const Entry& placed) const {
    return stay_at(placed.activity, placed.room, placed.starts_at);
  }
  Stay stay_at(int activity, int room, Minute from) const {
    const Activity& held = mission_.activities[activity];
    const int venue = room == none ? none : mission_.rooms[room].venue;
    const bool moving = held.kind == "transfer";
    const int leg = venue != none ? mission_.venues[venue] : moving ? none : held.leg;
    return {from, from + held.minutes, leg, venue, activity, none, 0, room};
  }
  Stay stay_in(int session, int slot) const {
    const Session& held = mission_.sessions[session];
    const int at = mission_.rooms[held.room].venue, room = held.room;
    const Minute from = held.starts_at + slot * held.slot_minutes, to = from + held.slot_minutes;
    return {from, to, mission_.venues[at], at, none, session, slot, room};
  }
  std::string names(const Stay& stay, const Stay& other) const {
    const auto name = [&](const Stay& each) {
      const Activity* held = each.activity == none ? nullptr : &mission_.activities[each.activity];
      if (held && !held->waits.empty()) return held->key + " by rule " + held->waits[0].name;
      if (held) return "activity " + held->key;
      return "slot " + std::to_string(each.slot) + " of " + mission_.sessions[each.session].key;
    };
    return name(stay) + " and " + name(other);
  }
  Minute day(const Stay& stay) const { return mission_.legs[stay.leg].local(stay.from) / 1440; }
  bool fit(const Stay& a, const Stay& b) const {
    if (b.from < a.from) return fit(b, a);
    if (b.from < a.to) return false;
    if (a.leg != none && b.leg != none && a.leg != b.leg && day(a) >= day(b)) return false;
    return b.from - a.to >= way(a.venue, b.venue);
  }
  Minute way(int from, int to) const {
    if (from != none && from == to) return 0;
    const auto known = mission_.travel_minutes.find(std::minmax(from, to));
    return known == mission_.travel_minutes.end() ? mission_.default_travel_minutes : known->second;
  }
  bool by_coach(int person, int activity) const {
    static const std::set<std::string> alone{"principal", "host", "counterpart", "official"};
    return mission_.activities[activity].by_coach && !alone.contains(mission_.people[person].role);
  }
  // What an activity means for the day of its coaches, and of a person by the rules of protocol.
  Stay ride(const Stay& there) const {
    const int hub = mission_.activities[there.activity].boards_at;
    const Minute minutes = way(hub, there.venue);
    const Stay longest = longer(none, there);
    return {longest.from - minutes, longest.to + minutes, mission_.venues[hub], hub,
            there.activity};
  }
  Stay of(int person, const Stay& there) const {
    return by_coach(person, there.activity) ? ride(there) : longer(person, there);
  }
  Stay longer(int person, const Stay& there) const {
    const Activity& held = mission_.activities[there.activity];
    Stay out = there;
    for (const Rule& rule : held.waits) {
      const bool spared = rule.kind == "guests_in_place" && held.holders.contains(person);
      if (spared || rule.who.contains(person)) continue;
      const bool late = rule.kind == "leaves_first";
      (late ? out.to : out.from) = late ? std::max(out.to, there.to + rule.minutes)
                                        : std::min(out.from, there.from - rule.minutes);
    }
    return out;
  }
  bool open(const Stay& stay) const {
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
  bool free(int person, const Stay& stay) const {
    const Person& who = mission_.people[person];
    for (const auto& [from, to] : who.absences)
      if (from < stay.to && stay.from < to) return false;
    return stay.leg == none || who.legs.empty() || who.legs.contains(stay.leg);
  }
  bool on_duty(int person, int activity) const {
    const Activity& held = mission_.activities[activity];
    return held.holders.contains(person) || held.everyone.contains(person);
  }
  // Whether a rule sends the person there: chosen, or as company.
  bool called(int person, int activity) const {
    const Activity& held = mission_.activities[activity];
    return std::ranges::any_of(held.choices,
                               [&](const Rule& rule) { return rule.who.contains(person); }) ||
           std::ranges::any_of(held.company, [&](const auto& entry) {
             return entry.first.second == person && all_.contains({activity, entry.first.first});
           });
  }
  // The rule that a person's being at an activity breaks, given who else is where; "" for none.
  std::string broken(int person, int activity, const Presence& others) const {
    const Activity& held = mission_.activities[activity];
    for (const auto& [pair, name] : held.company)
      if (pair.first == person && !others.contains({activity, pair.second})) return name;
    for (const auto& [pair, name] : held.apart)
      if (pair.first == person && others.contains({activity, pair.second})) return name;
    for (const Rule& rule : mission_.limits)
      if (rule.covers.contains(activity) && crowded(rule, person, activity, others))
        return rule.name;
    return "";
  }
  // Whether a person rests too little, or is at too much in a day, coming to `activity` besides.
  bool crowded(const Rule& rule, int person, int activity, const Presence& others) const {
    std::vector<Stay> stays;
    if (!rule.who.contains(person)) return false;
    for (const int each : rule.covers)
      if (plan_.placement[each] && (each == activity || others.contains({each, person})))
        stays.push_back(of(person, stay_at(*plan_.placement[each])));
    std::map<Minute, int> days;
    if (rule.kind == "at_most_a_day")
      return std::ranges::any_of(stays, [&](const Stay& s) { return ++days[day(s)] > rule.most; });
    for (const Entry& meeting : plan_.meetings)
      if (rule.meetings && activity == none &&
          (meeting.first_person == person || meeting.second_person == person))
        stays.push_back(stay_in(meeting.session, meeting.slot));
    std::ranges::sort(stays, {}, &Stay::from);
    Minute from = 0, to = 0;  // of a run without a pause
    for (const Stay& stay : stays) {
      if (to == 0 || stay.from - to >= rule.minutes)
        from = stay.from, to = stay.to;
      else if (to = std::max(to, stay.to); to - from > rule.every_minutes)
        return true;
    }
    return false;
  }
  std::vector<int> duties(int person) const {
    std::vector<int> out;
    const auto can = [&](const Stay& stay) {
      const bool there = duty_.contains({stay.activity, person});  // then no rule excuses
      if (!there && !broken(person, stay.activity, duty_).empty()) return false;
      for (const auto& [pair, name] : mission_.activities[stay.activity].parted)
        if (!there && pair.first == person && duty_.contains({stay.activity, pair.second}))
          return false;
      return free(person, stay) && std::ranges::all_of(out, [&](int duty) {
               return fit(stay, of(person, stay_at(*plan_.placement[duty])));
             });
    };
    const auto count = std::ssize(mission_.activities);
    for (int a = 0; a < count; ++a)
      if (plan_.placement[a] && (mission_.activities[a].holders.contains(person) ||
                                 (duty_.contains({a, person}) && called(person, a))))
        out.push_back(a);
    for (const bool single : {true, false})
      for (int a = 0; a < count; ++a)
        if (plan_.placement[a] && mission_.activities[a].everyone.contains(person) &&
            single_start(a) == single && can(of(person, stay_at(*plan_.placement[a]))))
          out.push_back(a);
    return out;
  }
  bool single_start(int activity) const {
    const auto& all = possible_[activity];
    return std::ranges::adjacent_find(all, std::not_equal_to(), &Stay::from) == all.end();
  }
  int places(int activity, int room) const {
    const Activity& held = mission_.activities[activity];
    const int own = held.capacity > 0 ? held.capacity : 1 << 30;
    const int bound = static_cast<int>(held.holders.size() + held.everyone.size());
    if (room == none || mission_.rooms[room].capacity == 0) return own;
    return std::min(own, std::max(0, mission_.rooms[room].capacity - bound));
  }

  const Mission& mission_;
  const Plan& plan_;
  std::vector<Stay> slots_;                  // of all sessions
  std::vector<std::vector<Stay>> possible_;  // [activity]: what the mission leaves open
  Presence all_, duty_;                      // who attends, and who of them must
};
}  // namespace kontor_verify
