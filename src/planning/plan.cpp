#include "planning/plan.h"

#include <map>

#include "engine/timetable/grid.h"
#include "engine/timetable/solve.h"
#include "planning/assemble.h"
#include "planning/certificate.h"
#include "planning/fairness_minimum.h"
#include "planning/translate.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;
using mission::Mission;
using mission::Plan;

base::Instant instant(const Translation& translation, int minute) {
  return translation.origin + std::chrono::minutes(minute);
}

template <class At>
void keep_price(std::map<At, std::int64_t>& row, At at, std::int64_t price) {
  if (price > 0) row[at] = price;
}

std::string certify(const Mission& mission, const Translation& translation,
                    const timetable::Grid& grid, const timetable::Result& result,
                    const Plan& plan) {
  Certificate out{plan.input_hash,
                  plan.seed,
                  plan.score.value,
                  plan.score.bound,
                  plan.score.must_points,
                  timetable::price_scale,
                  {},
                  {},
                  {}};
  for (std::size_t p = 0; p < mission.people.size(); ++p)
    for (std::size_t i = 0; i < grid.instants.size(); ++i)
      keep_price(out.person[mission.people[p].id], instant(translation, grid.instants[i]),
                 result.prices.person(static_cast<int>(p))[i]);
  int number = 0;
  for (const auto& venue : mission.venues)
    for (const auto& room : venue.rooms) {
      for (std::size_t i = 0; i < grid.instants.size(); ++i)
        keep_price(out.room[room.id], instant(translation, grid.instants[i]),
                   result.prices.room(number)[i]);
      ++number;
    }
  for (std::size_t s = 0; s < grid.slots.size(); ++s)
    keep_price(out.table[mission.sessions[grid.slots[s].session].id], grid.slots[s].number,
               result.prices.table(static_cast<int>(s)));
  return write_certificate(out);
}

std::function<void(const timetable::Progress&)> in_mission_terms(
    const Mission& mission, const std::function<void(const Progress&)>& on_progress) {
  if (!on_progress) return {};
  Progress asked;
  for (const auto& wish : mission.wishes) {
    if (wish.level == mission::WishLevel::Must) ++asked.musts_asked;
    if (wish.level != mission::WishLevel::Never) ++asked.wishes_asked;
  }
  return [asked, &on_progress](const timetable::Progress& now) {
    on_progress({now.value, now.bound, now.musts_placed, asked.musts_asked, now.wishes_placed,
                 asked.wishes_asked, now.permille_done});
  };
}

}  // namespace

Plan make_plan(const Mission& mission, const std::string& input_hash, const Options& options,
               const std::function<bool()>& stop,
               const std::function<void(const Progress&)>& on_progress) {
  const Translation translation = translate(mission);
  const timetable::Grid grid = timetable::make_grid(translation.problem);
  const timetable::Result result =
      timetable::solve(translation.problem, {options.seed, options.iterations}, stop,
                       in_mission_terms(mission, on_progress));
  Plan plan = assemble(mission, translation, grid, result.solution, result.worth);
  plan.seed = options.seed;
  plan.input_hash = input_hash;
  plan.score.bound = result.bound;
  plan.certificate = certify(mission, translation, grid, result, plan);
  if (options.minimum_share_percent == 0) return plan;
  return plan_with_minimum(mission, plan, options.minimum_share_percent, options.iterations, stop)
      .plan;
}

}  // namespace kontor::planning
