#include "planning/verify.h"

#include <algorithm>
#include <functional>
#include <gtest/gtest.h>

#include "base/rng.h"
#include "planning/certificate.h"
#include "planning/made_mission.h"
#include "planning/plan.h"

namespace kontor::planning {
namespace {

using mission::Mission;
using mission::Plan;

constexpr const char* hash = "0123456789abcdef";

bool accused_of(const base::Issues& issues, std::string_view code) {
  return std::ranges::any_of(issues, [&](const base::Issue& issue) { return issue.code == code; });
}

std::string first_of(const base::Issues& issues) {
  return issues.empty() ? "" : base::sentence(issues.front());
}

class Verified : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    made = std::make_unique<Mission>(testing::make_mission(testing::small, 5));
    planned = std::make_unique<Plan>(make_plan(*made, hash, {2, 4000}, {}, {}));
  }
  static void TearDownTestSuite() {
    made.reset();
    planned.reset();
  }

  // The codes that a changed plan is accused of.
  void expect_refused(std::string_view code, const std::function<void(Plan&)>& change) {
    Plan plan = *planned;
    change(plan);
    ASSERT_NE(plan, *planned) << "nothing changed";
    EXPECT_TRUE(accused_of(verify(*made, plan, hash), code))
        << code << "; found: " << first_of(verify(*made, plan, hash));
  }

  static std::unique_ptr<Mission> made;
  static std::unique_ptr<Plan> planned;
};

std::unique_ptr<Mission> Verified::made;
std::unique_ptr<Plan> Verified::planned;

TEST_F(Verified, APlanAsMadeHasNoFault) {
  const auto issues = verify(*made, *planned, hash);
  EXPECT_TRUE(issues.empty()) << first_of(issues);
  ASSERT_GE(planned->meetings.size(), 2u);
  ASSERT_GE(planned->attendances.size(), 2u);
  ASSERT_GE(planned->unplaced.size(), 1u);
}

TEST_F(Verified, PlansOfManyMadeUpMissionsHaveNoFault) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const Mission mission = testing::make_mission(testing::small, seed);
    const Plan plan = make_plan(mission, hash, {seed, 1500}, {}, {});
    const auto issues = verify(mission, plan, hash);
    EXPECT_TRUE(issues.empty()) << "seed " << seed << ": " << first_of(issues);
  }
}

TEST_F(Verified, AnotherInputIsRefused) {
  EXPECT_TRUE(accused_of(verify(*made, *planned, "fedcba"), "wrong_input"));
  expect_refused("wrong_input", [](Plan& plan) { plan.input_hash = "fedcba"; });
  expect_refused("wrong_input", [](Plan& plan) { plan.mission = {"other"}; });
}

TEST_F(Verified, AChangedMeetingIsRefused) {
  expect_refused("two_places", [](Plan& plan) {
    plan.meetings[1].session = plan.meetings[0].session;
    plan.meetings[1].slot = plan.meetings[0].slot;
    plan.meetings[1].table = plan.meetings[0].table + 1;
    plan.meetings[1].first_person = plan.meetings[0].first_person;
  });
  expect_refused("wrong_organisation", [](Plan& plan) {
    std::swap(plan.meetings[0].first_person, plan.meetings[0].second_person);
  });
  expect_refused("no_such_table", [](Plan& plan) { plan.meetings[0].table = 99; });
  expect_refused("no_such_table", [](Plan& plan) { plan.meetings[0].table = 0; });
  expect_refused("no_such_slot", [](Plan& plan) { plan.meetings[0].slot = 99; });
  expect_refused("met_twice", [](Plan& plan) { plan.meetings.push_back(plan.meetings[0]); });
  expect_refused("table_taken_twice",
                 [](Plan& plan) { plan.meetings.push_back(plan.meetings[0]); });
  expect_refused("not_accounted_for", [](Plan& plan) { plan.meetings.pop_back(); });
  expect_refused("wrong_side",
                 [](Plan& plan) { std::swap(plan.meetings[0].first, plan.meetings[0].second); });
}

TEST_F(Verified, ANeverIsRefusedAtATable) {
  Mission mission = *made;
  mission::Wish never;
  never.id = {"never"};
  never.organisation = planned->meetings[0].second;
  never.counterpart = planned->meetings[0].first;
  never.level = mission::WishLevel::Never;
  mission.wishes.push_back(never);
  EXPECT_TRUE(accused_of(verify(mission, *planned, hash), "forbidden_by_never"));
}

TEST_F(Verified, AChangedAttendanceIsRefused) {
  expect_refused("counted_twice",
                 [](Plan& plan) { plan.attendances.push_back(plan.attendances[0]); });
  expect_refused("unknown_reference", [](Plan& plan) { plan.attendances[0].person = {"nobody"}; });
  expect_refused("missing_at_duty", [](Plan& plan) {
    std::erase_if(plan.attendances,
                  [](const mission::Attendance& attendance) { return attendance.wish.empty(); });
  });
  expect_refused("not_that_wish", [](Plan& plan) {
    const auto wished = std::ranges::find_if(
        plan.attendances, [](const auto& attendance) { return !attendance.wish.empty(); });
    wished->wish = plan.meetings[0].wishes[0];
  });
}

TEST_F(Verified, AChangedProgrammeIsRefused) {
  expect_refused("wrong_start", [](Plan& plan) {
    plan.activities[0].starts_at = base::plus_minutes(plan.activities[0].starts_at, 7);
  });
  expect_refused("wrong_duration", [](Plan& plan) { plan.activities[0].minutes += 5; });
  expect_refused("not_listed_once", [](Plan& plan) {
    plan.unplaced_activities.push_back(plan.activities[0].activity);
  });
  expect_refused("wrong_room", [](Plan& plan) {
    for (auto& placement : plan.activities)
      placement.room = {placement.room.value == "v0-r0" ? "v0-r1" : "v0-r0"};
  });
}

TEST_F(Verified, AChangedWishListIsRefused) {
  expect_refused("not_accounted_for", [](Plan& plan) { plan.unplaced.pop_back(); });
  expect_refused("granted_and_unplaced", [](Plan& plan) {
    plan.unplaced.push_back({plan.meetings[0].wishes[0], mission::Cause::TablesFull, {}});
  });
  expect_refused("counted_twice", [](Plan& plan) { plan.unplaced.push_back(plan.unplaced[0]); });
}

TEST_F(Verified, AChangedFigureIsRefused) {
  expect_refused("wrong_figure", [](Plan& plan) { ++plan.score.value; });
  expect_refused("wrong_figure", [](Plan& plan) { --plan.score.bound; });
  expect_refused("wrong_figure", [](Plan& plan) { ++plan.score.breaks; });
  expect_refused("wrong_figure", [](Plan& plan) { ++plan.score.musts_placed; });
  expect_refused("wrong_figure", [](Plan& plan) { --plan.score.wants_asked; });
  expect_refused("wrong_figure", [](Plan& plan) { ++plan.score.must_points; });
  expect_refused("wrong_figure", [](Plan& plan) { ++plan.score.worst_share_permille; });
  expect_refused("wrong_figure", [](Plan& plan) { ++plan.seed; });
}

TEST_F(Verified, AChangedCertificateIsRefused) {
  const Certificate good = read_certificate(planned->certificate).value();
  const auto with = [&](const std::function<void(Certificate&)>& change) {
    return [&good, change](Plan& plan) {
      Certificate changed = good;
      change(changed);
      plan.certificate = write_certificate(changed);
    };
  };
  expect_refused("wrong_figure", with([](Certificate& c) { --c.bound; }));
  expect_refused("wrong_figure", with([](Certificate& c) { ++c.value; }));
  expect_refused("wrong_figure", with([](Certificate& c) { c.scale = 1; }));
  expect_refused("wrong_input", with([](Certificate& c) { c.input_hash = "x"; }));
  expect_refused("wrong_figure",
                 with([&](Certificate& c) { c.table[made->sessions[0].id][0] += 1'000'000; }));
  expect_refused("unknown_reference",
                 with([](Certificate& c) { c.person[{"nobody"}][base::Instant{}] = 1; }));
  expect_refused("bad_certificate", [](Plan& plan) { plan.certificate += "person P1 x=-1\n"; });
  expect_refused("bad_certificate", [](Plan& plan) { plan.certificate.clear(); });
}

TEST_F(Verified, NoCharacterOfTheCertificateCanChange) {
  base::Rng rng(1);
  for (int i = 0; i < 40; ++i)
    expect_refused("bad_certificate", [&](Plan& plan) {
      char& character = plan.certificate[rng.below(plan.certificate.size())];
      character = character == '7' ? '8' : '7';
    });
}

TEST_F(Verified, ALaterInputIsRefusedEvenWithTheSameHash) {
  Mission mission = *made;
  for (auto& session : mission.sessions)
    session.starts_at = base::plus_minutes(session.starts_at, 60);
  mission.wishes.pop_back();
  EXPECT_FALSE(verify(mission, *planned, hash).empty());
}

TEST(Certificates, ReadBackAsWritten) {
  const Mission mission = testing::make_mission(testing::small, 3);
  const Plan plan = make_plan(mission, hash, {1, 2000}, {}, {});
  const auto certificate = read_certificate(plan.certificate);
  ASSERT_TRUE(certificate.has_value());
  EXPECT_EQ(write_certificate(*certificate), plan.certificate);
  EXPECT_EQ(certificate->input_hash, hash);
  EXPECT_EQ(certificate->bound, plan.score.bound);
}

}  // namespace
}  // namespace kontor::planning
