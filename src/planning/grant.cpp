#include "planning/grant.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/hash.h"
#include "engine/timetable/repair.h"
#include "planning/assemble.h"

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

std::string text_of(const Engagement& engagement) {
  return fmt::format("{} {} {} {} {} {} {} {} {}", base::format(engagement.starts_at),
                     engagement.leg.value, engagement.activity.value, engagement.session.value,
                     engagement.slot, engagement.table, engagement.room.value,
                     engagement.first_person.value, engagement.second_person.value);
}

}  // namespace

std::optional<Grant> cheapest_grant(const Situation& situation, int wish,
                                    const std::function<bool()>& stop) {
  const auto item = situation.item(wish);
  if (!item || situation.state().granted(*item)) return std::nullopt;
  timetable::RepairDemand demand;
  demand.grant = {*item};
  timetable::RepairOptions options;
  options.most_alternatives = 1;
  options.most_more = 0;
  const auto alternatives = timetable::repair(situation.problem(), situation.grid(),
                                              situation.state().solution(), demand, options, stop);
  if (alternatives.empty()) return std::nullopt;
  const timetable::Alternative& best = alternatives.front();
  const mission::Plan& before = situation.plan();
  Grant out;
  out.plan = revise(situation.mission(), situation.translation(), situation.grid(), best.solution,
                    best.worth, before);
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
