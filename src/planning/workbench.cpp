#include "planning/workbench.h"

#include <algorithm>
#include <utility>

#include "base/zone.h"

namespace kontor::planning {

namespace timetable = engine::timetable;

Workbench::Workbench(std::shared_ptr<const mission::Mission> the_mission,
                     std::shared_ptr<const mission::Plan> the_plan)
    : mission(std::move(the_mission)),
      plan(std::move(the_plan)),
      situation(*mission, *plan),
      translation(situation.translation()),
      grid(situation.grid()),
      solution(locate(*mission, translation, *plan, Gone::Keep)),
      attendances(number_attendances(*mission, translation, *plan)) {}

int Workbench::minute(base::Instant instant) const {
  constexpr auto most = std::chrono::days(3650);  // far from any mission, and an int in minutes
  const auto from = translation.origin - most, to = translation.origin + most;
  return static_cast<int>((std::clamp(instant, from, to) - translation.origin) /
                          std::chrono::minutes(1));
}

const mission::ActivityPlacement* Workbench::placement(const mission::ActivityId& activity) const {
  const auto found =
      std::ranges::find(plan->activities, activity, &mission::ActivityPlacement::activity);
  return found == plan->activities.end() ? nullptr : &*found;
}

base::Instant Workbench::starts_at(const mission::ActivityPlacement& placement) const {
  const auto activity =
      std::ranges::find(mission->activities, placement.activity, &mission::Activity::id);
  const auto leg = std::ranges::find(mission->legs, activity->leg, &mission::Leg::id);
  return base::to_instant(placement.starts_at, leg->zone);
}

Layout lay_out(const Workbench& bench, const mission::Mission& changed) {
  Layout out;
  if (auto found = retranslate(changed, *bench.mission, bench.translation)) {
    out.before = relocate(changed, *found, *bench.plan, bench.solution, bench.attendances);
    out.translation = std::move(found->translation);
  } else {
    out.translation = translate(changed);
    out.before = locate(changed, out.translation, *bench.plan, Gone::Keep);
  }
  out.grid = timetable::make_grid(out.translation.problem);
  return out;
}

}  // namespace kontor::planning
