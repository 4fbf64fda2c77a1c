#include "planning/presence.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/timetable/grid.h"
#include "planning/translate.h"

namespace kontor::planning {

namespace {

template <class Noun, class Key>
int numbered(const std::vector<Noun>& nouns, const Key& key) {
  const auto found = std::ranges::find(nouns, key, &Noun::id);
  return found == nouns.end() ? -1 : static_cast<int>(found - nouns.begin());
}

bool asks_for_presence(const mission::Rule& rule) {
  return rule.kind == mission::RuleKind::ArrivesLast ||
         rule.kind == mission::RuleKind::LeavesFirst ||
         rule.kind == mission::RuleKind::GuestsInPlace;
}

}  // namespace

std::vector<mission::Presence> presence(const mission::Mission& mission,
                                        const mission::Plan& plan) {
  if (std::ranges::none_of(mission.rules, asks_for_presence)) return {};
  return presence(mission, translate(mission).problem, plan);
}

std::vector<mission::Presence> presence(const mission::Mission& mission,
                                        const engine::timetable::Problem& problem,
                                        const mission::Plan& plan) {
  if (std::ranges::none_of(mission.rules, asks_for_presence)) return {};
  std::vector<mission::Presence> out;
  const auto add = [&](const mission::Attendance& attendance, const mission::PersonId& id,
                       engine::timetable::Margin margin) {
    if (margin.early_minutes > 0 || margin.late_minutes > 0)
      out.push_back({attendance.activity, id, margin.early_minutes, margin.late_minutes});
  };
  for (const auto& attendance : plan.attendances) {
    const int activity = numbered(mission.activities, attendance.activity);
    const int person = numbered(mission.people, attendance.person);
    if (activity < 0 || person < 0) continue;
    add(attendance, attendance.person, engine::timetable::margin_of(problem, activity, person));
    if (!attendance.coach.empty())
      add(attendance, {}, engine::timetable::margin_of_coaches(problem, activity));
  }
  const auto key = [](const mission::Presence& one) { return std::tie(one.activity, one.person); };
  std::ranges::sort(out, {}, key);
  const auto repeated = std::ranges::unique(out);
  out.erase(repeated.begin(), repeated.end());
  return out;
}

mission::Presence presence_of(const mission::Plan& plan, const mission::ActivityId& activity,
                              const mission::PersonId& person) {
  const auto found = std::ranges::find_if(plan.presence, [&](const mission::Presence& one) {
    return one.activity == activity && one.person == person;
  });
  return found == plan.presence.end() ? mission::Presence{activity, person, 0, 0} : *found;
}

}  // namespace kontor::planning
