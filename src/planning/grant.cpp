#include "planning/grant.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/hash.h"
#include "engine/timetable/causes.h"
#include "engine/timetable/duties.h"
#include "engine/timetable/repair.h"
#include "planning/assemble.h"
#include "planning/presence.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;

// Wishes that are open in `then` and were not in `now`; both lists are sorted by wish.
std::vector<mission::WishId> newly_open(const mission::Plan& now, const mission::Plan& then) {
  std::vector<mission::WishId> out;
  for (const auto& open : then.unplaced)
    if (!std::ranges::binary_search(now.unplaced, open.wish, {}, &mission::Unplaced::wish))
      out.push_back(open.wish);
  return out;
}

constexpr int most_work = 100'000;

// Whether each way to grant the wish is barred by a fact that no change of the timetable undoes.
bool hopeless(const Situation& situation, timetable::Item item) {
  const timetable::State& state = situation.state();
  std::vector<timetable::Causes> sets;
  if (item.kind == timetable::Kind::Meeting) {
    const auto& wish = situation.problem().meetings[item.index];
    sets = timetable::causes_of_meeting(state, wish.first, wish.second);
  } else {
    const auto& wish = situation.problem().attendances[item.index];
    // Its activity may move, so that others bar the way.
    if (!timetable::single_start(situation.problem(), wish.activity)) return false;
    if (situation.problem().activities[wish.activity].options.empty()) return true;
    sets = timetable::causes_of_attendance(state, wish.person, wish.activity);
  }
  return std::ranges::all_of(sets, [&](const timetable::Causes& causes) {
    return std::ranges::any_of(causes, [&](const timetable::Obstacle& obstacle) {
      return !timetable::can_move(situation.problem(), obstacle);
    });
  });
}

// Granting one wish is not to cost others an activity.
bool gives_up_an_activity(const timetable::Solution& solution, const timetable::State& state) {
  for (std::size_t a = 0; a < solution.options.size(); ++a)
    if (solution.options[a] < 0 && state.option(static_cast<int>(a)) >= 0) return true;
  return false;
}

std::string text_of(const Engagement& engagement) {
  return fmt::format("{} {} {} {} {} {} {} {} {}", base::format(engagement.starts_at),
                     engagement.leg.value, engagement.activity.value, engagement.session.value,
                     engagement.slot, engagement.table, engagement.room.value,
                     engagement.first_person.value, engagement.second_person.value);
}

}  // namespace

std::expected<Grant, timetable::RepairStatus> cheapest_grant(const Situation& situation, int wish,
                                                             const std::function<bool()>& stop) {
  const auto item = situation.item(wish);
  if (!item || situation.state().granted(*item) || hopeless(situation, *item))
    return std::unexpected(timetable::RepairStatus::Impossible);
  timetable::RepairDemand demand;
  demand.grant = {*item};
  timetable::RepairOptions options;
  options.most_alternatives = 1;
  options.most_more = 0;
  options.most_work = most_work;
  const auto repaired = timetable::repair(situation.problem(), situation.grid(),
                                          situation.state().solution(), demand, options, stop);
  if (repaired.alternatives.empty()) return std::unexpected(repaired.status);
  const timetable::Alternative& best = repaired.alternatives.front();
  if (gives_up_an_activity(best.solution, situation.state()))
    return std::unexpected(timetable::RepairStatus::Unknown);
  mission::Plan before = situation.plan();
  before.presence = presence(situation.mission(), situation.problem(), before);
  Grant out;
  out.plan = revise(situation.mission(), situation.translation(), situation.grid(), best.solution,
                    best.worth, before);
  out.plan.presence = presence(situation.mission(), situation.problem(), out.plan);
  out.people = difference(situation.mission(), before, out.plan);
  out.least_disturbed = best.least_disturbed;
  out.disturbed = static_cast<int>(best.disturbed.size());
  out.lost = newly_open(before, out.plan);
  out.gained = newly_open(out.plan, before);
  return out;
}

std::string digest_of(const Grant& grant, const mission::Plan& before) {
  std::string text = fmt::format("{} {} {}\n", before.version, before.input_hash, before.seed);
  for (const Moved& moved : grant.people) {
    text += moved.person.value + "\n";
    for (const Engagement& engagement : moved.leaves) text += "- " + text_of(engagement) + "\n";
    for (const Engagement& engagement : moved.takes) text += "+ " + text_of(engagement) + "\n";
  }
  return base::sha256(text);
}

}  // namespace kontor::planning
