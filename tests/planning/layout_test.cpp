// What is patched is what translating all anew gives.
#include <algorithm>
#include <gtest/gtest.h>

#include "engine/timetable/repair.h"
#include "planning/disrupt.h"
#include "planning/made_changes.h"
#include "planning/replan.h"

namespace kontor::planning {
namespace {

namespace timetable = engine::timetable;

// What a translation says without numbers of places: where each option and session is.
std::vector<std::vector<int>> facts(const Translation& translation) {
  const auto& problem = translation.problem;
  std::vector<std::vector<int>> out;
  for (const auto& activity : problem.activities) {
    out.push_back({activity.minutes, activity.boards_at});
    out.push_back(activity.required);
    out.push_back(activity.everyone);
    for (const auto& wait : activity.waits) {
      out.push_back(wait.people);
      out.push_back({wait.early_minutes, wait.late_minutes, wait.guests_only});
    }
    for (const auto& option : activity.options) {
      out.push_back(
          {option.starts_at, option.room, option.places, problem.places[option.place].leg});
      for (const auto& other : problem.activities)
        if (!other.options.empty())
          out.back().push_back(problem.travel_minutes[option.place][other.options[0].place]);
    }
  }
  for (const auto& person : problem.people) {
    out.push_back(person.legs);
    for (const auto& absence : person.absences) out.push_back({absence.from, absence.to});
  }
  for (const auto& session : problem.sessions)
    out.push_back({session.room, session.place, session.starts_at, session.slots, session.tables});
  for (const auto& wish : problem.attendances) out.push_back({wish.person, wish.activity});
  for (const auto& wish : problem.meetings) out.push_back({wish.first, wish.second});
  for (const auto& rule : problem.rules) out.push_back(rule.people);
  out.push_back(translation.wish_of_attendance);
  out.push_back(translation.rule_numbers);
  return out;
}

struct Counts {
  int patched = 0;
  int whole = 0;
};

void expect_the_same(const Workbench& bench, const mission::Mission& changed, int now,
                     Counts& counts) {
  const Translation whole = translate(changed);
  const auto before = locate(changed, whole, *bench.plan, Gone::Keep);
  ++counts.whole;
  if (const auto found = retranslate(changed, *bench.mission, bench.translation)) {
    ++counts.patched;
    EXPECT_EQ(facts(found->translation), facts(whole));
    EXPECT_EQ(found->translation.rooms_of_options, whole.rooms_of_options);
  }
  const Layout layout = lay_out(bench, changed);
  EXPECT_EQ(layout.before, before);
  timetable::RepairDemand demand;
  demand.now = now;
  const auto grid = timetable::make_grid(whole.problem);
  const auto one = timetable::repair(whole.problem, grid, before, demand, {}, {}).alternatives;
  const auto other =
      timetable::repair(layout.translation.problem, layout.grid, layout.before, demand, {}, {})
          .alternatives;
  ASSERT_EQ(one.size(), other.size());
  for (std::size_t k = 0; k < one.size(); ++k) {
    EXPECT_EQ(one[k].solution, other[k].solution);
    EXPECT_EQ(one[k].worth, other[k].worth);
    EXPECT_EQ(one[k].least_disturbed, other[k].least_disturbed);
  }
}

TEST(Layout, PatchedOrTranslatedAnewAChangedMissionGetsTheSameAnswers) {
  Counts counts;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const Workbench bench = testing::make_bench(seed);
    base::Rng rng(seed);
    auto changes = testing::disruptions(bench);
    for (int k = 0; k < 6; ++k) {
      const auto& placement = bench.plan->activities[rng.below(bench.plan->activities.size())];
      changes.push_back(
          mission::ActivityMoved{placement.activity,
                                 base::plus_minutes(placement.starts_at, rng.between(-20, 20) * 15),
                                 {}});
      const auto& person = bench.mission->people[rng.below(bench.mission->people.size())];
      changes.push_back(mission::Withdrawal{{}, person.id});
    }
    for (const auto& change : changes) {
      SCOPED_TRACE(::testing::Message() << "seed " << seed << " " << mission::word(change));
      const auto variants = disrupt(bench, change, base::Instant::min());
      if (!variants) continue;
      for (const Disrupted& variant : *variants) {
        expect_the_same(bench, variant.mission, bench.minute(base::Instant::min()), counts);
        const auto faults = mission::validate(*bench.mission);
        for (const auto& fault : mission::validate(variant.mission))
          EXPECT_NE(std::ranges::find(faults, fault), faults.end()) << base::sentence(fault);
      }
    }
  }
  EXPECT_GE(counts.whole, 150);
  EXPECT_GE(counts.patched, counts.whole * 8 / 10);
}

}  // namespace
}  // namespace kontor::planning
