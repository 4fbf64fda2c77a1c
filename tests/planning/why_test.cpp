// Causes are removed from mission and plan, and the wish is granted; a part of them is removed, and
// it cannot be. Judged by the engine's checker alone.
#include "planning/why.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "engine/timetable/check.h"
#include "planning/locate.h"
#include "planning/made_mission.h"
#include "planning/plan.h"
#include "planning/removal.h"

namespace kontor::planning {
namespace {

namespace timetable = engine::timetable;
using mission::Mission;
using mission::Plan;
using Kind = mission::ObstacleKind;

using testing::World;

// Whether the wish can be granted with nothing else moved.
class Trial {
 public:
  Trial(const World& world, int wish)
      : situation_(world.mission, world.plan), solution_(situation_.state().solution()) {
    const auto item = situation_.item(wish);
    if (!item) return;
    for (const auto& [session, slot] : world.freed)
      freed_.push_back(situation_.grid().first_slot[session] + slot);
    possible_ = item->kind == timetable::Kind::Meeting ? meet(item->index) : attend(item->index);
  }

  bool possible() const { return possible_; }

 private:
  bool sound() const {
    const auto violations = timetable::check(situation_.problem(), solution_).violations;
    return std::ranges::all_of(violations, [&](const timetable::Violation& violation) {
      if (violation.rule != "tables") return false;
      const auto& slot = situation_.grid().slots[violation.first];
      return violation.second <= situation_.problem().sessions[slot.session].tables +
                                     std::ranges::count(freed_, violation.first);
    });
  }

  bool meet(int meeting) {
    const auto& wish = situation_.problem().meetings[meeting];
    for (int slot = 0; slot < static_cast<int>(situation_.grid().slots.size()); ++slot)
      for (const int first : situation_.problem().seats[wish.first])
        for (const int second : situation_.problem().seats[wish.second]) {
          solution_.meetings[meeting] = {slot, 0, first, second};
          if (sound()) return true;
        }
    return false;
  }

  bool attend_as_held(int number, const timetable::AttendanceWish& wish) {
    solution_.attends[number] = true;
    const auto duties = solution_.duties;
    const auto& activity = situation_.problem().activities[wish.activity];
    for (const auto* bound : {&activity.required, &activity.everyone})
      if (std::ranges::find(*bound, wish.person) != bound->end())
        solution_.duties.push_back({wish.activity, wish.person});
    const bool good = sound();
    solution_.duties = duties;
    return good;
  }

  bool attend(int number) {
    const auto& wish = situation_.problem().attendances[number];
    if (solution_.options[wish.activity] >= 0) return attend_as_held(number, wish);
    const auto& activity = situation_.problem().activities[wish.activity];
    for (const int person : activity.required)
      if (person != wish.person) solution_.duties.push_back({wish.activity, person});
    for (std::size_t o = 0; o < activity.options.size(); ++o) {
      solution_.options[wish.activity] = static_cast<int>(o);
      if (attend_as_held(number, wish)) return true;
    }
    return false;
  }

  Situation situation_;
  timetable::Solution solution_;
  std::vector<int> freed_;
  bool possible_ = false;
};

bool grantable_without(const World& world, int wish, const Obstacles& facts) {
  World changed = world;
  for (const Obstacle& fact : facts) EXPECT_TRUE(changed.remove(fact)) << mission::word(fact.kind);
  const auto found =
      std::ranges::find(changed.mission.wishes, world.mission.wishes[wish].id, &mission::Wish::id);
  return Trial(changed, static_cast<int>(found - changed.mission.wishes.begin())).possible();
}

using Seen = std::map<Kind, int>;

void expect_true_and_minimal(const World& world, int wish, const Obstacles& facts, Seen& seen) {
  for (const Obstacle& fact : facts) {
    ++seen[fact.kind];
    if (fact.kind == Kind::ActivityNotHeld || fact.kind == Kind::NoSession) return;
  }
  SCOPED_TRACE(world.mission.wishes[wish].id.value);
  EXPECT_TRUE(grantable_without(world, wish, facts));
  for (std::size_t left = 0; left < facts.size(); ++left) {
    Obstacles part = facts;
    part.erase(part.begin() + static_cast<std::ptrdiff_t>(left));
    EXPECT_FALSE(grantable_without(world, wish, part)) << mission::word(facts[left].kind);
  }
}

// More nevers, audiences, small activities and duties than made missions have.
void sharpen(Mission& mission, std::uint64_t seed) {
  for (std::size_t w = seed % 3; w < mission.wishes.size(); w += 7) {
    mission::Wish never = mission.wishes[w];
    if (never.level == mission::WishLevel::Never || never.counterpart.empty()) continue;
    std::swap(never.organisation, never.counterpart);
    if (std::ranges::any_of(mission.wishes, [&](const mission::Wish& other) {
          return other.organisation == never.organisation && other.counterpart == never.counterpart;
        }))
      continue;
    never.id.value += "-no";
    never.level = mission::WishLevel::Never;
    mission.wishes.push_back(never);
  }
  for (auto& activity : mission.activities)
    if (!activity.audience.whole_delegation && seed % 2 == 0)
      activity.audience.kinds = {mission::OrganisationKind::Academic};
  for (auto& activity : mission.activities)
    if (!activity.audience.whole_delegation && seed % 3 == 0)
      activity.audience.regions = {mission::Region::Brussels};
  if (seed % 4 == 1)
    for (auto& activity : mission.activities) activity.capacity = 1;
  if (seed % 2 == 0) return;
  auto& duty = mission.activities[0];
  auto& other = mission.activities[1];
  duty.audience = {{}, {}, {}, true};
  other.leg = duty.leg;
  other.room = {};
  other.rooms.clear();
  other.timing = duty.timing;
  other.planned_timing = duty.planned_timing;
  other.audience = {};
}

TEST(Why, CausesAreTrueAndMinimalForEveryOpenWish) {
  Seen seen;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    testing::Measures measures = testing::small;
    measures.tables = 1;
    measures.slots = 2;
    World world{testing::make_mission(measures, seed), {}, {}};
    sharpen(world.mission, seed);
    world.plan = make_plan(world.mission, "hash", {.seed = seed, .iterations = 500}, {}, {});
    const Situation situation(world.mission, world.plan);
    for (const int wish : open_wishes(situation)) {
      const Why found = why(situation, wish, Knowledge::All);
      expect_true_and_minimal(world, wish, found.causes, seen);
      if (!found.others.empty()) expect_true_and_minimal(world, wish, found.others.back(), seen);
    }
  }
  for (const Kind kind : {Kind::Never, Kind::Absence, Kind::OtherCity, Kind::Duty, Kind::Attendance,
                          Kind::Meeting, Kind::TablesFull, Kind::ActivityFull, Kind::AudienceKind})
    EXPECT_GE(seen[kind], 1) << mission::word(kind);
}

TEST(Why, AGrantedWishHasNoCauses) {
  const Mission mission = testing::make_mission(testing::small, 3);
  const Plan plan = make_plan(mission, "hash", {.seed = 3, .iterations = 500}, {}, {});
  const Situation situation(mission, plan);
  for (int w = 0; w < static_cast<int>(mission.wishes.size()); ++w) {
    const Why found = why(situation, w, Knowledge::All);
    const bool open = std::ranges::any_of(plan.unplaced, [&](const mission::Unplaced& unplaced) {
      return unplaced.wish == mission.wishes[w].id;
    });
    EXPECT_EQ(found.granted, !open);
    EXPECT_TRUE(open || found.causes.empty());
  }
}

// A meeting taken out of a plan leaves its place free; the engine's checker agrees.
TEST(Why, WhereNothingStandsInTheWayAFreePlaceIsNamed) {
  int named = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const Mission mission = testing::make_mission(testing::small, seed);
    const Plan whole = make_plan(mission, "hash", {.seed = seed, .iterations = 500}, {}, {});
    for (const mission::Meeting& meeting : whole.meetings) {
      Plan plan = whole;
      std::erase(plan.meetings, meeting);
      const Situation situation(mission, plan);
      const int wish = situation.wish(meeting.wishes.front());
      const Why answer = why(situation, wish, Knowledge::All);
      EXPECT_TRUE(answer.causes.empty());
      ASSERT_TRUE(answer.free.has_value());
      const auto item = *situation.item(wish);
      const auto session =
          std::ranges::find(mission.sessions, answer.free->session, &mission::Session::id);
      ASSERT_NE(session, mission.sessions.end());
      EXPECT_EQ(answer.free->starts_at,
                base::plus_minutes(session->starts_at, answer.free->slot * session->slot_minutes));
      const int slot =
          situation.grid().first_slot[session - mission.sessions.begin()] + answer.free->slot;
      const auto& asked = situation.problem().meetings[item.index];
      bool sound = false;
      for (const int first : situation.problem().seats[asked.first])
        for (const int second : situation.problem().seats[asked.second]) {
          timetable::Solution solution = situation.state().solution();
          solution.meetings[item.index] = {slot, 0, first, second};
          sound = sound || timetable::check(situation.problem(), solution).violations.empty();
        }
      EXPECT_TRUE(sound);
      ++named;
    }
  }
  EXPECT_GE(named, 20);
}

}  // namespace
}  // namespace kontor::planning
