#include "planning/take_back.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "planning/made_changes.h"
#include "planning/replan.h"
#include "planning/verify.h"

namespace kontor::planning {
namespace {

using testing::disruptions;
using testing::make_bench;

Moment moment_of(const Workbench& bench) {
  return {*bench.mission, *bench.plan};
}

Workbench bench_of(const Moment& moment) {
  return {std::make_shared<mission::Mission>(moment.mission),
          std::make_shared<mission::Plan>(moment.plan)};
}

// The first way of taking each disruption.
std::vector<Moment> changes_of(const Workbench& bench) {
  std::vector<Moment> out;
  for (const auto& disruption : disruptions(bench)) {
    const auto found = replan(bench, {disruption, base::Instant::min(), {}}, {}, {});
    if (!found || found->proposals.empty()) continue;
    const Proposal& proposal = found->proposals.front();
    out.push_back({proposal.ground->disrupted.mission, make_plan(bench, proposal, "after")});
  }
  return out;
}

TEST(TakeBack, OfTheLastChangeGivesWhatWasBefore) {
  int taken_back = 0;
  for (const std::uint64_t seed : {2, 4, 6}) {
    const Workbench bench = make_bench(seed);
    const Moment before = moment_of(bench);
    for (const Moment& after : changes_of(bench)) {
      const auto taken = take_back(before, after, after);
      ASSERT_TRUE(taken.has_value()) << *taken.error().begin();
      EXPECT_EQ(taken->mission, before.mission);
      EXPECT_TRUE(differences(*taken, before).empty());
      const auto plan = complete(*taken, after.plan, "again");
      ASSERT_TRUE(plan.has_value());
      const auto faults = verify(taken->mission, *plan, "again");
      EXPECT_TRUE(faults.empty()) << base::sentence(faults.front());
      EXPECT_EQ(plan->score.value, before.plan.score.value);
      ++taken_back;
    }
  }
  EXPECT_GE(taken_back, 20);
}

TEST(TakeBack, OfAnEarlierChangeKeepsAllThatCameLaterOrNamesWhatIsNoLongerAsItWas) {
  int kept = 0, refused = 0;
  for (const std::uint64_t seed : {2}) {
    const Workbench bench = make_bench(seed);
    const Moment before = moment_of(bench);
    for (const Moment& after : changes_of(bench)) {
      const auto changed = differences(before, after);
      for (const Moment& now : changes_of(bench_of(after))) {
        const auto taken = take_back(before, after, now);
        if (!taken) {
          EXPECT_TRUE(std::ranges::includes(changed, taken.error()));
          EXPECT_TRUE(std::ranges::includes(differences(after, now), taken.error()));
          ++refused;
          continue;
        }
        EXPECT_EQ(differences(*taken, now), changed);
        const auto plan = complete(*taken, now.plan, "again");
        if (!plan) continue;  // what came later rests on it
        const auto faults = verify(taken->mission, *plan, "again");
        EXPECT_TRUE(faults.empty()) << base::sentence(faults.front());
        EXPECT_TRUE(differences(*taken, {taken->mission, *plan}).empty());
        ++kept;
      }
    }
  }
  EXPECT_GE(kept, 10);
  EXPECT_GE(refused, 5);
}

TEST(TakeBack, PutsARecordBackWhereItStood) {
  const Moment before = moment_of(make_bench(2));
  Moment after = before;
  after.mission.wishes.erase(after.mission.wishes.begin() + 2);
  const auto taken = take_back(before, after, after);
  ASSERT_TRUE(taken.has_value());
  EXPECT_EQ(taken->mission, before.mission);
}

TEST(TakeBack, GivesNoPlanThatBreaksARule) {
  Moment moment = moment_of(make_bench(2));
  ASSERT_GE(moment.plan.meetings.size(), 2U);
  auto& meetings = moment.plan.meetings;
  for (std::size_t m = 1; m < meetings.size(); ++m)
    if (meetings[m].first == meetings[0].first || meetings[m].second == meetings[0].second) {
      meetings[m].session = meetings[0].session;
      meetings[m].slot = meetings[0].slot;
      meetings[m].first_person = meetings[0].first_person;
      meetings[m].second_person = meetings[0].second_person;
      EXPECT_FALSE(complete(moment, moment.plan, "again").has_value());
      return;
    }
  FAIL() << "nobody meets two";
}

}  // namespace
}  // namespace kontor::planning
