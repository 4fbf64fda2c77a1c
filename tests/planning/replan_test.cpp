#include "planning/replan.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "base/rng.h"
#include "planning/made_changes.h"
#include "planning/verify.h"

namespace kontor::planning {
namespace {

using testing::disruptions;
using testing::make_bench;

int disturbed_in(const std::vector<PersonChange>& people) {
  return static_cast<int>(std::ranges::count_if(people, [](const PersonChange& person) {
    return !std::ranges::all_of(person.changes, &EngagementChange::minor);
  }));
}

TEST(Replan, EveryProposalVerifiesAndDisturbsWhomItSays) {
  int proposals = 0, minimal = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Workbench bench = make_bench(seed);
    for (const auto& disruption : disruptions(bench)) {
      SCOPED_TRACE(::testing::Message() << "seed " << seed << " " << mission::word(disruption));
      const auto found = replan(bench, {disruption, base::Instant::min(), {}}, {}, {});
      if (!found) continue;  // this mission does not allow it
      for (const Proposal& proposal : found->proposals) {
        const auto& mission = proposal.ground->disrupted.mission;
        const mission::Plan plan = make_plan(bench, proposal, "after");
        const base::Issues faults = verify(mission, plan, "after");
        EXPECT_TRUE(faults.empty()) << base::sentence(faults.front());
        EXPECT_EQ(disturbed_in(consequences(bench, proposal)), proposal.disturbed);
        EXPECT_LE(proposal.least_disturbed, proposal.disturbed);
        ++proposals;
        minimal += proposal.minimal();
      }
    }
  }
  EXPECT_GE(proposals, 40);
  EXPECT_GE(minimal, 20);
}

// Whether somebody of the organisation is there, by the wanted slot of the grid.
bool somebody_there(const Workbench& bench, const mission::OrganisationId& id, int slot) {
  const auto& seats = bench.situation.problem().seats[bench.situation.organisation(id)];
  return std::ranges::any_of(seats, [&](int p) { return bench.grid.may_meet[p][slot] != 0; });
}

TEST(Replan, AMeetingGoesWhereBothHaveSomebodyOrTheAnswerNamesWhoHasNobodyThere) {
  int refused = 0, tried = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const Workbench bench = make_bench(seed);
    for (std::size_t m = 0; m < bench.plan->meetings.size(); m += 3) {
      const auto& meeting = bench.plan->meetings[m];
      for (std::size_t s = 0; s < bench.mission->sessions.size(); ++s) {
        const auto found = replan(
            bench,
            {mission::MeetingMoved{meeting.first, meeting.second, bench.mission->sessions[s].id, 0},
             base::Instant::min(),
             {}},
            {.iterations = 0}, {});
        const int slot = bench.grid.first_slot[s];
        const bool there = somebody_there(bench, meeting.first, slot) &&
                           somebody_there(bench, meeting.second, slot);
        ++tried;
        refused += !there;
        ASSERT_EQ(found.has_value(), there);
        if (there) continue;
        EXPECT_EQ(found.error().front().code, "nobody_there");
      }
    }
  }
  EXPECT_GT(refused, 0);
  EXPECT_LT(refused, tried);
}

TEST(Replan, WhatIsLockedNeverMoves) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Workbench bench = make_bench(seed);
    std::vector<mission::Lock> locks;
    for (std::size_t m = 1; m < bench.plan->meetings.size(); m += 2)
      locks.push_back({{}, {}, bench.plan->meetings[m].first, bench.plan->meetings[m].second});
    const mission::ActivityCancelled cancelled{bench.plan->activities.front().activity};
    const auto found = replan(bench, {cancelled, base::Instant::min(), locks}, {}, {});
    ASSERT_TRUE(found.has_value()) << base::sentence(found.error().front());
    for (const Proposal& proposal : found->proposals)
      for (std::size_t m = 1; m < bench.plan->meetings.size(); m += 2)
        EXPECT_NE(std::ranges::find(proposal.outline.meetings, bench.plan->meetings[m]),
                  proposal.outline.meetings.end());
  }
}

TEST(Replan, WhatHasBegunStays) {
  const Workbench bench = make_bench(3);
  std::vector<base::Instant> starts;
  for (const auto& placement : bench.plan->activities) starts.push_back(bench.starts_at(placement));
  std::ranges::sort(starts);
  const base::Instant now = starts[starts.size() / 2];
  const auto last =
      std::ranges::max_element(bench.plan->activities, {},
                               [&](const auto& placement) { return bench.starts_at(placement); });
  const auto found = replan(bench, {mission::ActivityCancelled{last->activity}, now, {}}, {}, {});
  ASSERT_TRUE(found.has_value()) << base::sentence(found.error().front());
  ASSERT_FALSE(found->proposals.empty());
  for (const Proposal& proposal : found->proposals)
    for (const auto& attendance : bench.plan->attendances) {
      const auto* placement = bench.placement(attendance.activity);
      if (bench.starts_at(*placement) >= now) continue;
      EXPECT_NE(std::ranges::find(proposal.outline.activities, *placement),
                proposal.outline.activities.end());
      EXPECT_NE(std::ranges::find(proposal.outline.attendances, attendance),
                proposal.outline.attendances.end());
    }
  const auto early = replan(bench,
                            {mission::ActivityCancelled{bench.plan->activities.front().activity},
                             base::Instant::max(),
                             {}},
                            {}, {});
  ASSERT_FALSE(early.has_value());
  EXPECT_EQ(early.error().front().code, "already_begun");
}

// Some rule about two people of the mission who are somewhere together, or about one of them.
std::vector<mission::Rule> new_rules(const Workbench& bench) {
  std::vector<mission::Rule> out;
  const auto& there = bench.plan->attendances;
  for (std::size_t i = 0; i + 1 < there.size() && out.size() < 12; i += 1 + there.size() / 5) {
    const auto other = std::ranges::find_if(there, [&](const mission::Attendance& each) {
      return each.activity == there[i].activity && each.person != there[i].person;
    });
    if (other == there.end()) continue;
    for (const auto kind : {mission::RuleKind::NeverWith, mission::RuleKind::AlwaysWith,
                            mission::RuleKind::AtMostADay, mission::RuleKind::Rest}) {
      mission::Rule rule;
      rule.id.value = "R-new";
      rule.kind = kind;
      rule.who.people = {there[i].person};
      if (kind == mission::RuleKind::NeverWith || kind == mission::RuleKind::AlwaysWith)
        rule.with.people = {other->person};
      if (kind == mission::RuleKind::AtMostADay) rule.most = 1;
      if (kind == mission::RuleKind::Rest) rule.minutes = 45;
      out.push_back(std::move(rule));
    }
  }
  return out;
}

TEST(Replan, ANewRuleIsKeptByEveryProposal) {
  int kept = 0, contradicted = 0, disturbing = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Workbench bench = make_bench(seed);
    for (const mission::Rule& rule : new_rules(bench)) {
      SCOPED_TRACE(::testing::Message() << "seed " << seed << " " << mission::word(rule.kind));
      const auto found =
          replan(bench, {mission::RuleAdded{rule}, base::Instant::min(), {}}, {}, {});
      if (!found) {
        EXPECT_EQ(found.error().front().code, "rules_contradict");
        ++contradicted;
        continue;
      }
      EXPECT_FALSE(found->proposals.empty());
      for (const Proposal& proposal : found->proposals) {
        const auto& mission = proposal.ground->disrupted.mission;
        ASSERT_EQ(mission.rules.back(), rule);
        const base::Issues faults = verify(mission, make_plan(bench, proposal, "after"), "after");
        EXPECT_TRUE(faults.empty()) << base::sentence(faults.front());
        disturbing += proposal.disturbed > 0;
        ++kept;
      }
    }
  }
  EXPECT_GE(kept, 40);
  EXPECT_GE(disturbing, 20);
  RecordProperty("contradicted", contradicted);
}

TEST(Replan, RulesThatContradictAreNamedAsAMinimalSet) {
  const Workbench bench = make_bench(2);
  const auto two = std::ranges::find_if(bench.mission->activities, [&](const auto& activity) {
    return activity.offices.size() == 1 && bench.placement(activity.id) != nullptr;
  });
  ASSERT_NE(two, bench.mission->activities.end());
  mission::Rule never;
  never.id.value = "R-never";
  never.kind = mission::RuleKind::AtMostADay;
  never.who.offices = {two->offices.front()};
  never.most = 0;
  const auto found = replan(bench, {mission::RuleAdded{never}, base::Instant::min(), {}}, {}, {});
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().front().code, "rules_contradict");
  EXPECT_THAT(found.error().front().parameters.at("rules"), ::testing::HasSubstr("R-never"));
}

TEST(Replan, TheSameQuestionGetsTheSameAnswer) {
  const Workbench bench = make_bench(4);
  const Happening happening{mission::ActivityCancelled{bench.plan->activities.front().activity},
                            base::Instant::min(),
                            {}};
  const auto one = replan(bench, happening, {}, {}), other = replan(bench, happening, {}, {});
  ASSERT_TRUE(one && other);
  ASSERT_EQ(one->proposals.size(), other->proposals.size());
  for (std::size_t k = 0; k < one->proposals.size(); ++k)
    EXPECT_EQ(one->proposals[k].outline, other->proposals[k].outline);
}

TEST(Replan, NewcomersAreSeatedWithoutDisturbingAnybody) {
  const Workbench bench = make_bench(2);
  mission::Arrival arrival;
  const auto like = std::ranges::find(bench.mission->organisations, mission::Side::Delegation,
                                      &mission::Organisation::side);
  mission::Organisation organisation = *like;
  organisation.id.value = "LATE";
  mission::Person person;
  person.id.value = "LATE-P";
  person.family_name = "Late";
  person.organisation = organisation.id;
  for (const auto& other : bench.mission->organisations)
    if (other.side == mission::Side::Counterpart) {
      mission::Wish wish;
      wish.id.value = "LATE-" + other.id.value;
      wish.organisation = organisation.id;
      wish.counterpart = other.id;
      arrival.wishes.push_back(wish);
    }
  arrival.organisations.push_back(organisation);
  arrival.people.push_back(person);
  engine::timetable::RepairOptions options;
  options.disturbance = engine::timetable::Disturbance::Lost;
  const auto found = replan(bench, {arrival, base::Instant::min(), {}}, options, {});
  ASSERT_TRUE(found.has_value()) << base::sentence(found.error().front());
  ASSERT_FALSE(found->proposals.empty());
  EXPECT_EQ(found->proposals.front().disturbed, 0);
  EXPECT_EQ(found->proposals.front().value_lost, 0);
  for (const Proposal& proposal : found->proposals) {
    const base::Issues faults =
        verify(proposal.ground->disrupted.mission, make_plan(bench, proposal, "after"), "after");
    EXPECT_TRUE(faults.empty()) << base::sentence(faults.front());
  }
}

}  // namespace
}  // namespace kontor::planning
