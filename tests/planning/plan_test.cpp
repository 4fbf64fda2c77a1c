#include "planning/plan.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

#include "planning/agenda.h"
#include "planning/explain.h"
#include "planning/fairness.h"
#include "planning/made_mission.h"
#include "planning/verify.h"

namespace kontor::planning {
namespace {

using mission::Cause;
using mission::Mission;
using mission::Plan;

constexpr const char* hash = "0123456789abcdef";

TEST(MakePlan, TheSameSeedGivesTheSamePlan) {
  const Mission mission = testing::make_mission(testing::small, 4);
  EXPECT_EQ(make_plan(mission, hash, {9, 2000}, {}, {}),
            make_plan(mission, hash, {9, 2000}, {}, {}));
}

TEST(MakePlan, CancelledAtOnceItStillGivesASoundPlan) {
  const Mission mission = testing::make_mission(testing::small, 4);
  int reports = 0;
  const Plan plan = make_plan(
      mission, hash, {1, 1'000'000'000}, [] { return true; }, [&](const Progress&) { ++reports; });
  EXPECT_EQ(reports, 1);
  EXPECT_TRUE(verify(mission, plan, hash).empty());
}

TEST(MakePlan, ProgressEndsWithThePlansOwnFigures) {
  const Mission mission = testing::make_mission(testing::small, 6);
  Progress last;
  const Plan plan =
      make_plan(mission, hash, {1, 2000}, {}, [&](const Progress& progress) { last = progress; });
  EXPECT_EQ(last.permille_done, 1000);
  EXPECT_EQ(last.value, plan.score.value);
  EXPECT_EQ(last.musts_placed, plan.score.musts_placed);
  EXPECT_EQ(last.musts_asked, plan.score.musts_asked);
  EXPECT_EQ(last.wishes_placed, plan.score.musts_placed + plan.score.wants_placed);
  EXPECT_EQ(last.wishes_asked, plan.score.musts_asked + plan.score.wants_asked);
}

TEST(MakePlan, AnEmptyMissionHasAnEmptyPlan) {
  Mission mission;
  mission.id = {"empty"};
  const Plan plan = make_plan(mission, hash, {}, {}, {});
  EXPECT_TRUE(plan.meetings.empty());
  EXPECT_EQ(plan.score.bound, 0);
  EXPECT_TRUE(verify(mission, plan, hash).empty());
}

TEST(MakePlan, AMustIsWorthMoreThanAllWants) {
  const Mission mission = testing::make_mission(testing::small, 6);
  const Plan plan = make_plan(mission, hash, {1, 500}, {}, {});
  std::int64_t wants = 0;
  for (const auto& wish : mission.wishes)
    if (wish.level == mission::WishLevel::Want) wants += 10 - wish.rank;
  EXPECT_GT(plan.score.must_points, wants);
}

TEST(MakePlan, AMissionOfFullSizeEndsWithinOnePercentOfItsBoundAndWithoutAFault) {
  const Mission mission = testing::make_mission({}, 1);
  const Plan plan = make_plan(mission, hash, {1, 8000}, {}, {});
  EXPECT_GT(plan.score.value, 0);
  EXPECT_LE(plan.score.bound - plan.score.value, plan.score.bound / 100);
  EXPECT_LE(plan.certificate.size(), 500'000U);
  EXPECT_TRUE(verify(mission, plan, hash).empty());
}

// The wishes that `plan` leaves out for `cause`.
std::set<mission::WishId> left_out(const Plan& plan, Cause cause) {
  std::set<mission::WishId> out;
  for (const auto& unplaced : plan.unplaced)
    if (unplaced.cause == cause) out.insert(unplaced.wish);
  return out;
}

Cause cause_of(const std::vector<mission::Unplaced>& unplaced, const mission::WishId& wish) {
  return std::ranges::find(unplaced, wish, &mission::Unplaced::wish)->cause;
}

class Explained : public ::testing::Test {
 protected:
  // A mission of scarce tables and places.
  void SetUp() override {
    testing::Measures measures = testing::small;
    measures.tables = 1;
    measures.meeting_wishes = 60;
    measures.activity_wishes = 60;
    measures.least_places = 1;
    measures.nevers = 30;
    mission = testing::make_mission(measures, 8);
    plan = make_plan(mission, hash, {1, 4000}, {}, {});
  }
  Mission mission;
  Plan plan;
};

TEST_F(Explained, EveryUngrantedWishHasACause) {
  EXPECT_EQ(plan.unplaced.size(),
            static_cast<std::size_t>(plan.score.musts_asked + plan.score.wants_asked -
                                     plan.score.musts_placed - plan.score.wants_placed));
  EXPECT_GT(left_out(plan, Cause::ActivityFull).size(), 0u);
  EXPECT_GT(left_out(plan, Cause::TablesFull).size(), 0u);
}

TEST_F(Explained, WithOneMoreTableWhatLackedATableIsNoLongerLackingOne) {
  Mission wider = mission;
  for (auto& session : wider.sessions) ++session.tables;
  const auto again = explain(wider, plan);
  for (const auto& wish : left_out(plan, Cause::TablesFull)) {
    Plan with = plan;  // add the meeting: somewhere it must fit without any other change
    const auto asked = std::ranges::find(wider.wishes, wish, &mission::Wish::id);
    bool fits = false;
    for (const auto& session : wider.sessions)
      for (int slot = 0; slot < session.slots && !fits; ++slot)
        for (const auto& first : wider.people)
          for (const auto& second : wider.people) {
            if (first.organisation != asked->organisation ||
                second.organisation != asked->counterpart || fits)
              continue;
            with.meetings = plan.meetings;
            with.meetings.push_back({session.id,
                                     slot,
                                     session.tables,
                                     asked->organisation,
                                     asked->counterpart,
                                     first.id,
                                     second.id,
                                     {wish}});
            const auto issues = verify(wider, with, hash);
            fits = std::ranges::none_of(issues, [](const base::Issue& issue) {
              return issue.path.starts_with("person/") || issue.code == "table_taken_twice";
            });
          }
    EXPECT_TRUE(fits) << wish.value;
    EXPECT_NE(cause_of(again, wish), Cause::TablesFull) << wish.value;
  }
}

TEST_F(Explained, WithOneMorePlaceWhatLackedAPlaceIsNoLongerLackingOne) {
  Mission wider = mission;
  for (auto& activity : wider.activities)
    if (activity.capacity > 0) ++activity.capacity;
  for (auto& venue : wider.venues)
    for (auto& room : venue.rooms) ++room.capacity;
  const auto again = explain(wider, plan);
  for (const auto& wish : left_out(plan, Cause::ActivityFull))
    EXPECT_NE(cause_of(again, wish), Cause::ActivityFull) << wish.value;
}

TEST_F(Explained, WithoutTheNeverNoCauseSaysNever) {
  ASSERT_GT(left_out(plan, Cause::ForbiddenByNever).size(), 0u);
  Mission open = mission;
  std::erase_if(open.wishes,
                [](const auto& wish) { return wish.level == mission::WishLevel::Never; });
  for (const auto& unplaced : explain(open, plan))
    EXPECT_NE(unplaced.cause, Cause::ForbiddenByNever);
}

TEST_F(Explained, WithoutTheActivitiesNamedTheClashIsGone) {
  for (const auto& unplaced : plan.unplaced) {
    if (unplaced.cause == Cause::ClashesWithMeetings) {
      EXPECT_FALSE(unplaced.details.empty()) << unplaced.wish.value;
    }
    if (unplaced.cause != Cause::ClashesWithActivity) continue;
    ASSERT_FALSE(unplaced.details.empty()) << unplaced.wish.value;
    Plan without = plan;
    std::erase_if(without.attendances, [&](const mission::Attendance& attendance) {
      return std::ranges::find(unplaced.details, attendance.activity.value) !=
             unplaced.details.end();
    });
    const auto again = explain(mission, without);
    const auto found = std::ranges::find(again, unplaced.wish, &mission::Unplaced::wish);
    EXPECT_TRUE(found->cause != Cause::ClashesWithActivity || found->details.empty())
        << unplaced.wish.value;
  }
}

TEST_F(Explained, WaitingListsHoldWhoFoundNoPlaceInTheirTurn) {
  EXPECT_EQ(plan.waiting.size(), left_out(plan, Cause::ActivityFull).size());
  std::map<mission::ActivityId, int> last;
  for (const auto& waiting : plan.waiting) EXPECT_EQ(waiting.position, ++last[waiting.activity]);
}

TEST_F(Explained, SharesAddUpToTheDelegationsWishes) {
  int asked = 0, granted = 0, worst = 1000;
  for (const Share& share : fairness(mission, plan)) {
    EXPECT_LE(share.granted, share.asked);
    if (share.group_kind != "kind") continue;
    asked += share.asked;
    granted += share.granted;
    worst = std::min(worst, share.worst_permille);
  }
  EXPECT_GT(asked, 0);
  EXPECT_LE(asked, plan.score.musts_asked + plan.score.wants_asked);
  EXPECT_GT(granted, 0);
  EXPECT_GE(worst, plan.score.worst_share_permille);
}

TEST_F(Explained, AgendasHoldEverythingOnceForEachPerson) {
  std::size_t engagements = 0;
  for (const auto& person : mission.people) {
    const auto day = agenda(mission, plan, person.id);
    EXPECT_TRUE(std::ranges::is_sorted(day, {}, &Engagement::starts_at));
    engagements += day.size();
  }
  EXPECT_EQ(engagements, plan.attendances.size() + 2 * plan.meetings.size());
  std::size_t meetings = 0;
  for (const auto& venue : mission.venues)
    for (const auto& room : venue.rooms)
      for (const auto& engagement : agenda(mission, plan, room.id))
        meetings += engagement.kind == EngagementKind::Meeting;
  EXPECT_EQ(meetings, plan.meetings.size());
  const auto& meeting = plan.meetings[0];
  const auto day = agenda(mission, plan, meeting.first);
  EXPECT_TRUE(std::ranges::any_of(day, [&](const Engagement& engagement) {
    return with(engagement, meeting.first) == meeting.second;
  }));
}

}  // namespace
}  // namespace kontor::planning
