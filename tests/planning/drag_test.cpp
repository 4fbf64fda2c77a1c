// What a drag breaks, against the moved mission translated anew and judged by check().
#include "planning/drag.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "engine/timetable/check.h"
#include "planning/disrupt.h"
#include "planning/made_changes.h"

namespace kontor::planning {
namespace {

namespace timetable = engine::timetable;

// Whether `plan`, with the meeting or attendance of the drag in it, is sound for `changed`.
bool sound(const mission::Mission& changed, const mission::Plan& plan) {
  const Translation translation = translate(changed);
  timetable::Solution solution = locate(changed, translation, plan);
  solution.coaches.clear();
  solution.coaches.resize(translation.problem.activities.size());
  for (std::size_t a = 0; a < changed.activities.size(); ++a)
    if (std::ranges::find(plan.activities, changed.activities[a].id,
                          &mission::ActivityPlacement::activity) != plan.activities.end() &&
        solution.options[a] < 0)
      return false;  // no room has it then
  return timetable::check(translation.problem, solution).violations.empty();
}

bool meeting_is_sound(const Workbench& bench, const mission::MeetingMoved& drag) {
  mission::Plan plan = *bench.plan;
  std::erase_if(plan.meetings, [&](const auto& meeting) {
    return meeting.first == drag.first && meeting.second == drag.second;
  });
  for (const auto& one : bench.mission->people)
    for (const auto& other : bench.mission->people)
      if (one.organisation == drag.first && other.organisation == drag.second) {
        plan.meetings.push_back(
            {drag.session, drag.slot, 0, drag.first, drag.second, one.id, other.id, {}});
        if (sound(*bench.mission, plan)) return true;
        plan.meetings.pop_back();
      }
  return false;
}

struct Counts {
  int fits = 0;
  int broken = 0;
};

void note(const DragEffect& effect, bool is_sound, Counts& counts) {
  EXPECT_EQ(effect.broken.empty(), is_sound)
      << (effect.broken.empty() ? "nothing" : mission::word(effect.broken.front().kind));
  ++(is_sound ? counts.fits : counts.broken);
}

TEST(Drag, AnActivityBreaksSomethingExactlyWhereItsMovedMissionSaysSo) {
  Counts counts;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const Workbench bench = testing::make_bench(seed);
    base::Rng rng(seed);
    for (int k = 0; k < 30; ++k) {
      const auto& placement = bench.plan->activities[rng.below(bench.plan->activities.size())];
      const mission::ActivityMoved drag{
          placement.activity, base::plus_minutes(placement.starts_at, rng.between(-8, 8) * 15), {}};
      SCOPED_TRACE(::testing::Message() << "seed " << seed << " " << drag.activity.value << " to "
                                        << base::format(drag.starts_at));
      const auto effect = try_drag(bench, drag, base::Instant::min());
      const auto moved = disrupt(bench, drag, base::Instant::min());
      ASSERT_EQ(effect.has_value(), moved.has_value());
      if (!effect) continue;
      mission::Plan plan = *bench.plan;
      std::ranges::find(plan.activities, drag.activity, &mission::ActivityPlacement::activity)
          ->starts_at = drag.starts_at;
      note(*effect, sound(moved->front().mission, plan), counts);
      for (const auto& attendance : plan.attendances)
        EXPECT_EQ(attendance.activity == drag.activity &&
                      std::ranges::find(effect->people, attendance.person) == effect->people.end(),
                  false);
    }
  }
  EXPECT_GE(counts.fits, 20);
  EXPECT_GE(counts.broken, 20);
}

TEST(Drag, AMeetingBreaksSomethingExactlyWhereNoTwoPeopleCanSitThere) {
  Counts counts;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Workbench bench = testing::make_bench(seed);
    base::Rng rng(seed);
    for (int k = 0; k < 30 && !bench.plan->meetings.empty(); ++k) {
      const auto& meeting = bench.plan->meetings[rng.below(bench.plan->meetings.size())];
      const auto& session = bench.mission->sessions[rng.below(bench.mission->sessions.size())];
      const mission::MeetingMoved drag{meeting.first, meeting.second, session.id,
                                       rng.between(0, session.slots - 1)};
      const auto effect = try_drag(bench, drag, base::Instant::min());
      ASSERT_TRUE(effect.has_value());
      note(*effect, meeting_is_sound(bench, drag), counts);
    }
  }
  EXPECT_GE(counts.fits, 20);
  EXPECT_GE(counts.broken, 20);
}

TEST(Drag, WhatIsNotThereOrOverIsAnIssue) {
  const Workbench bench = testing::make_bench(2);
  const auto code = [&](const mission::Disruption& drag, base::Instant now) {
    const auto effect = try_drag(bench, drag, now);
    return effect ? std::string() : effect.error().front().code;
  };
  const auto& placement = bench.plan->activities.front();
  const mission::ActivityMoved move{placement.activity, placement.starts_at, {}};
  EXPECT_EQ(code(move, base::Instant::min()), "");
  EXPECT_EQ(code(move, base::Instant::max()), "already_begun");
  EXPECT_EQ(code(mission::ActivityMoved{{"none"}, placement.starts_at, {}}, base::Instant::min()),
            "unknown_reference");
  EXPECT_EQ(code(mission::ActivityCancelled{placement.activity}, base::Instant::min()),
            "unknown_word");
}

}  // namespace
}  // namespace kontor::planning
