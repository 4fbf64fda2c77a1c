#include "planning/fairness_minimum.h"

#include <algorithm>

#include "engine/timetable/raise.h"
#include "planning/assemble.h"
#include "planning/fairness.h"
#include "planning/situation.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;
using mission::Mission;
using mission::Plan;

constexpr int rounds = 3;  // the mean moves with the plan

struct Granted {
  std::int64_t asked = 0;
  std::int64_t granted = 0;
};

// Of the whole delegation: every organisation has exactly one kind.
Granted sum_of(const std::vector<Share>& ledger) {
  Granted out;
  for (const Share& share : ledger)
    if (share.group_kind == "kind") {
      out.asked += share.asked;
      out.granted += share.granted;
    }
  return out;
}

bool is_below(int percent, const Share& share, const Granted& all) {
  return planning::is_below(percent, share.asked, share.granted, all.asked, all.granted);
}

bool keeps(int percent, const std::vector<Share>& ledger) {
  const Granted all = sum_of(ledger);
  return std::ranges::none_of(ledger,
                              [&](const Share& share) { return is_below(percent, share, all); });
}

// The ledger's groups for the engine, with the fewest wishes that keep the minimum at the mean of
// the ledger.
std::vector<timetable::Group> groups_of(const Mission& mission, const std::vector<Share>& ledger,
                                        int percent) {
  const Granted all = sum_of(ledger);
  std::vector<timetable::Group> out;
  for (const Share& share : ledger) {
    timetable::Group group;
    for (const auto& id : members(mission, share))
      group.organisations.push_back(static_cast<int>(
          std::ranges::find(mission.organisations, id, &mission::Organisation::id) -
          mission.organisations.begin()));
    const std::int64_t scale = 100 * all.asked;
    group.least = static_cast<int>((percent * all.granted * share.asked + scale - 1) /
                                   std::max(scale, std::int64_t{1}));
    out.push_back(std::move(group));
  }
  return out;
}

class Raiser {
 public:
  Raiser(const Mission& mission, const Plan& before, int percent, int iterations,
         const std::function<bool()>& stop)
      : situation_(mission, before),
        problem_(situation_.problem()),
        percent_(percent),
        iterations_(iterations),
        stop_(stop),
        solution_(situation_.state().solution()),
        plan_(before) {}

  const Plan& raise() {
    for (int round = 0; round < rounds && !stopped(); ++round) {
      const auto ledger = fairness(situation_.mission(), plan_);
      if (keeps(percent_, ledger)) break;
      problem_.groups = groups_of(situation_.mission(), ledger, percent_);
      const auto raised =
          timetable::raise_shares(problem_, solution_, {plan_.seed, iterations_}, stop_);
      solution_ = raised.solution;
      plan_ = revise(situation_.mission(), situation_.translation(), situation_.grid(), solution_,
                     raised.worth, situation_.plan());
      if (raised.worth.shortage > 0) break;
    }
    return plan_;
  }

  std::vector<GroupShare> groups() const {
    const auto before = fairness(situation_.mission(), situation_.plan());
    const auto now = fairness(situation_.mission(), plan_);
    const Granted all = sum_of(now);
    std::vector<GroupShare> out;
    for (std::size_t g = 0; g < now.size(); ++g) {
      GroupShare& share =
          out.emplace_back(GroupShare{now[g].group_kind, now[g].group, now[g].asked,
                                      before[g].granted, now[g].granted, false, -1});
      share.below = is_below(percent_, now[g], all);
      if (share.below) share.at_most = most_granted(g, share.granted);
    }
    return out;
  }

 private:
  bool stopped() const { return stop_ && stop_(); }

  int most_granted(std::size_t group, int granted) const {
    if (stopped() || group >= problem_.groups.size()) return -1;
    return timetable::most_granted(situation_.problem(), problem_.groups[group], granted);
  }

  Situation situation_;
  timetable::Problem problem_;
  int percent_;
  int iterations_;
  const std::function<bool()>& stop_;
  timetable::Solution solution_;
  Plan plan_;
};

}  // namespace

FairnessMinimum plan_with_minimum(const Mission& mission, const Plan& before, int percent,
                                  int iterations, const std::function<bool()>& stop) {
  Raiser raiser(mission, before, percent, iterations, stop);
  FairnessMinimum out;
  out.percent = percent;
  out.plan = raiser.raise();
  out.attained = keeps(percent, fairness(mission, out.plan));
  out.groups = raiser.groups();
  const auto placed = [](const Plan& plan) {
    return plan.score.musts_placed + plan.score.wants_placed;
  };
  out.wishes_lost = placed(before) - placed(out.plan);
  out.musts_lost = before.score.musts_placed - out.plan.score.musts_placed;
  out.points_lost = before.score.value - out.plan.score.value;
  return out;
}

}  // namespace kontor::planning
