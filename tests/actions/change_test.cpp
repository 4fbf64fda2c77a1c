// What is previewed is what is applied, and what is undone is as before: for every kind of change,
// in random order, on made-up missions.
#include "actions/change.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

#include "actions/load_mission.h"
#include "actions/plan_mission.h"
#include "actions/publish_plan.h"
#include "actions/read_state.h"
#include "actions/whole.h"
#include "actions/world.h"
#include "base/hash.h"
#include "base/rng.h"
#include "exchange/folder_write.h"
#include "planning/diff.h"
#include "planning/made_changes.h"

namespace kontor::actions {
namespace {

const mission::Acting& coordinator() {
  return reader("coordinator");
}

// A made-up mission, no activity of which promises more places than a room of it has.
mission::Mission loadable(std::uint64_t seed) {
  mission::Mission mission = planning::testing::make_mission(planning::testing::small, seed);
  for (mission::Activity& activity : mission.activities)
    for (const mission::Venue& venue : mission.venues)
      for (const mission::Room& room : venue.rooms)
        if (room.id == activity.room ||
            std::ranges::find(activity.rooms, room.id) != activity.rooms.end())
          activity.capacity = std::min(activity.capacity, room.capacity);
  return mission;
}

// Holds a made-up mission with its plan, published.
class Office {
 public:
  explicit Office(std::uint64_t seed) {
    const mission::Mission mission = loadable(seed);
    const std::string hash = base::sha256(exchange::canonical_text(mission));
    const auto loaded = load_mission(world_.context, coordinator(), mission, hash);
    EXPECT_TRUE(loaded.has_value())
        << (loaded ? "" : base::sentence(std::get<base::Issues>(loaded.error()).front()));
    planning::Options options;
    options.iterations = 1500;
    EXPECT_TRUE(plan_mission(world_.context, coordinator(), options, {}, {}).has_value());
    EXPECT_TRUE(publish_plan(world_.context, coordinator()).has_value());
  }

  Context& context() { return world_.context; }
  std::shared_ptr<const Whole> whole() { return newest_whole(world_.context); }

 private:
  World world_;
};

std::vector<mission::Disruption> what_may_happen(const Whole& whole) {
  const planning::Workbench bench(std::make_shared<mission::Mission>(whole.mission),
                                  std::make_shared<mission::Plan>(whole.published.plan));
  return planning::testing::disruptions(bench);
}

// Applies a random proposal; nothing: there was none, or the mission does not allow the change.
std::optional<ChangeProposal> change(Office& office, const mission::Disruption& what,
                                     base::Rng& rng) {
  const auto before = office.whole();
  const auto preview = preview_change(office.context(), coordinator(), {what, {}});
  EXPECT_TRUE(!preview ||
              (preview->status == planning::RepairStatus::Found) != preview->proposals.empty());
  if (!preview || preview->proposals.empty()) return std::nullopt;
  const std::size_t chosen = rng.below(preview->proposals.size());
  const ChangeProposal& proposal = preview->proposals[chosen];
  const auto version =
      apply_change(office.context(), coordinator(),
                   {{what, preview->now}, chosen, preview->version, proposal.digest, "test"});
  EXPECT_TRUE(version.has_value());
  if (!version) return std::nullopt;
  EXPECT_EQ(version->version, preview->version + 1);
  const auto after = office.whole();
  const auto people = planning::diff(before->mission, before->published.plan, after->mission,
                                     after->published.plan);
  EXPECT_EQ(people.size(), proposal.people.size());
  for (std::size_t i = 0; i < std::min(people.size(), proposal.people.size()); ++i) {
    EXPECT_EQ(people[i].person, proposal.people[i].person);
    EXPECT_EQ(people[i].changes.size(), proposal.people[i].changes.size());
  }
  const auto disturbed = std::ranges::count_if(people, [](const auto& person) {
    return std::ranges::any_of(person.changes, [](const auto& one) { return !one.minor(); });
  });
  EXPECT_EQ(disturbed, proposal.disturbed);
  return proposal;
}

void expect_as_before(const Whole& before, const Whole& now) {
  EXPECT_EQ(exchange::canonical_text(now.mission), exchange::canonical_text(before.mission));
  EXPECT_EQ(now.published.plan.activities, before.published.plan.activities);
  EXPECT_EQ(now.published.plan.attendances, before.published.plan.attendances);
  EXPECT_EQ(now.published.plan.meetings, before.published.plan.meetings);
  EXPECT_EQ(now.published.plan.certificate, before.published.plan.certificate);
  EXPECT_EQ(now.state.input_hash, before.state.input_hash);
}

TEST(Change, DoesWhatWasAnnouncedAndIsUndoneExactlyForEveryKind) {
  std::set<std::string_view> kinds;
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    Office office(seed);
    base::Rng rng(seed);
    for (const auto& what : what_may_happen(*office.whole())) {
      SCOPED_TRACE(::testing::Message() << "seed " << seed << " " << mission::word(what));
      const auto before = office.whole();
      if (!change(office, what, rng)) continue;
      kinds.insert(mission::word(what));
      const auto undone = undo_change(office.context(), coordinator());
      ASSERT_TRUE(undone.has_value());
      expect_as_before(*before, *office.whole());
    }
  }
  EXPECT_GE(kinds.size(), 9U);
}

// Locks a few of each kind; their spellings.
std::vector<mission::Lock> lock_some(Office& office, base::Rng& rng) {
  const auto whole = office.whole();
  const mission::Plan& plan = whole->published.plan;
  std::vector<mission::Lock> locks;
  for (const auto& meeting : plan.meetings)
    if (rng.chance(250)) locks.push_back({{}, {}, meeting.first, meeting.second});
  for (const auto& attendance : plan.attendances)
    if (!attendance.wish.empty() && rng.chance(150))
      locks.push_back({attendance.activity, attendance.person, {}, {}});
  for (const auto& placement : plan.activities)
    if (rng.chance(200)) locks.push_back({placement.activity, {}, {}, {}});
  for (const auto& lock : locks)
    EXPECT_TRUE(set_lock(office.context(), coordinator(), mission::spelled(lock), Locking::Lock)
                    .has_value());
  return locks;
}

template <class Row, class Same>
const Row* find_row(const std::vector<Row>& rows, Same same) {
  const auto found = std::ranges::find_if(rows, same);
  return found == rows.end() ? nullptr : &*found;
}

void expect_locked_stays(const mission::Plan& before, const mission::Plan& now,
                         const mission::Lock& lock) {
  const auto at_activity = [&](const auto& row) { return row.activity == lock.activity; };
  if (lock.activity.empty()) {
    const auto same = [&](const mission::Meeting& meeting) {
      return meeting.first == lock.first && meeting.second == lock.second;
    };
    const auto *one = find_row(before.meetings, same), *other = find_row(now.meetings, same);
    ASSERT_NE(other, nullptr);
    EXPECT_EQ(std::tuple(one->session, one->slot, one->first_person, one->second_person),
              std::tuple(other->session, other->slot, other->first_person, other->second_person));
  } else if (lock.person.empty()) {
    const auto* other = find_row(now.activities, at_activity);
    ASSERT_NE(other, nullptr);
    EXPECT_EQ(*other, *find_row(before.activities, at_activity));
  } else {
    EXPECT_NE(find_row(now.attendances,
                       [&](const mission::Attendance& row) {
                         return at_activity(row) && row.person == lock.person;
                       }),
              nullptr);
  }
}

TEST(Change, WhatIsLockedNeverMovesWhateverHappensInWhateverOrder) {
  int applied = 0, undone = 0;
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    Office office(seed);
    base::Rng rng(seed * 7);
    const auto locks = lock_some(office, rng);
    const mission::Plan first = office.whole()->published.plan;
    for (int step = 0; step < 12; ++step) {
      const auto happening = what_may_happen(*office.whole());
      const auto& what = happening[rng.below(happening.size())];
      SCOPED_TRACE(::testing::Message() << "seed " << seed << " " << mission::word(what));
      const auto before = office.whole();
      if (!change(office, what, rng)) continue;
      ++applied;
      for (const auto& lock : locks)
        expect_locked_stays(first, office.whole()->published.plan, lock);
      if (!rng.chance(300)) continue;
      ASSERT_TRUE(undo_change(office.context(), coordinator()).has_value());
      expect_as_before(*before, *office.whole());
      ++undone;
    }
  }
  EXPECT_GE(applied, 10);
  EXPECT_GE(undone, 2);
}

TEST(Change, ARuleThatContradictsIsRefusedWithTheRulesInWords) {
  Office office(2);
  const auto whole = office.whole();
  const auto bound = std::ranges::find_if(whole->mission.activities, [&](const auto& activity) {
    return !activity.offices.empty() &&
           std::ranges::find(whole->published.plan.activities, activity.id,
                             &mission::ActivityPlacement::activity) !=
               whole->published.plan.activities.end();
  });
  ASSERT_NE(bound, whole->mission.activities.end());
  mission::Rule never;
  never.id.value = "R-never";
  never.kind = mission::RuleKind::AtMostADay;
  never.who.offices = {bound->offices.front()};
  never.most = 0;
  const auto preview =
      preview_change(office.context(), coordinator(), {mission::RuleAdded{never}, {}});
  ASSERT_FALSE(preview.has_value());
  const auto* issues = std::get_if<base::Issues>(&preview.error());
  ASSERT_NE(issues, nullptr);
  EXPECT_EQ(issues->front().code, "rules_contradict");
  EXPECT_NE(base::sentence(issues->front()).find("R-never"), std::string::npos);
}

}  // namespace
}  // namespace kontor::actions
