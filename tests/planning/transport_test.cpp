#include <algorithm>
#include <gtest/gtest.h>

#include "base/zone.h"
#include "engine/timetable/rules/turns.h"
#include "planning/agenda.h"
#include "planning/audience.h"
#include "planning/made_mission.h"
#include "planning/plan.h"
#include "planning/presence.h"
#include "planning/rides.h"
#include "planning/translate.h"
#include "planning/verify.h"
#include "planning/waiting.h"

namespace kontor::planning {
namespace {

using mission::Mission;
using mission::Plan;

constexpr const char* hash = "0123456789abcdef";

Mission made(std::uint64_t seed) {
  Mission out = testing::make_mission(testing::small, seed);
  testing::add_transport(out, seed);
  return out;
}

std::string faults(const Mission& mission, const Plan& plan) {
  std::string out;
  for (const auto& issue : verify(mission, plan, hash)) out += issue.code + " ";
  return out;
}

TEST(Transport, PlansWithCoachesHoursEquipmentAndSpeakersVerify) {
  std::size_t passengers = 0, speakers = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Mission mission = made(seed);
    for (const auto& issue : mission::validate(mission))
      EXPECT_TRUE(issue.path.ends_with("/capacity")) << base::sentence(issue);
    const Plan plan = make_plan(mission, hash, {seed, 600}, {}, {});
    EXPECT_EQ(faults(mission, plan), "") << "seed " << seed;
    for (const Ride& ride : rides(mission, plan)) passengers += ride.passengers.size();
    for (const auto& activity : mission.activities) speakers += activity.speakers.size();
  }
  EXPECT_GT(passengers, 100u);
  EXPECT_GT(speakers, 20u);
}

// The first plan with a few rides.
std::pair<Mission, Plan> plan_with_rides() {
  for (std::uint64_t seed = 1;; ++seed) {
    Mission mission = made(seed);
    Plan plan = make_plan(mission, hash, {seed, 600}, {}, {});
    if (rides(mission, plan).size() >= 3) return {std::move(mission), std::move(plan)};
  }
}

TEST(Transport, AnOverfullOrStrangeOrMissingCoachIsRefused) {
  const auto [mission, good] = plan_with_rides();
  Plan plan = good;
  const Ride ride = rides(mission, plan)[0];
  const auto seated = [&](mission::Attendance& a) { return a.coach == ride.coach; };
  std::ranges::find_if(plan.attendances, seated)->coach = {};
  EXPECT_NE(faults(mission, plan).find("no_seat"), std::string::npos);
  plan = good;
  for (auto& attendance : plan.attendances)
    if (attendance.coach.empty()) attendance.coach = ride.coach;
  EXPECT_NE(faults(mission, plan).find("needless_seat"), std::string::npos);
  Mission small = mission;
  std::ranges::find(small.coaches, ride.coach, &mission::Coach::id)->seats =
      static_cast<int>(ride.passengers.size()) - 1;
  EXPECT_NE(faults(small, good).find("coach_overfull"), std::string::npos);
}

TEST(Transport, ACoachThatServesTwoActivitiesAtATimeIsRefused) {
  Mission mission = made(1);
  for (auto& activity : mission.activities)
    if (!activity.audience.whole_delegation) activity.by_coach = true;
  for (auto& coach : mission.coaches) coach.seats = 60;
  int refused = 0;
  for (std::uint64_t seed = 1; seed <= 20 && refused == 0; ++seed) {
    Plan plan = make_plan(mission, hash, {seed, 400}, {}, {});
    const auto all = rides(mission, plan);
    for (auto& attendance : plan.attendances)
      if (!attendance.coach.empty())
        for (const Ride& ride : all)
          if (ride.activity == attendance.activity)
            attendance.coach = {ride.coach.value.substr(0, 2) + "-0"};
    refused += faults(mission, plan).find("coach_taken_twice") != std::string::npos;
  }
  EXPECT_GT(refused, 0);
}

TEST(Transport, NoTransferIsShorterThanTheWayAndTheBuffer) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Mission mission = made(seed);
    const Plan plan = make_plan(mission, hash, {seed, 400}, {}, {});
    for (const auto& person : mission.people) {
      const auto day = agenda(mission, plan, person.id);
      for (std::size_t i = 1; i < day.size(); ++i) {
        const auto venue = [&](const Engagement& one) -> mission::VenueId {
          if (!one.coach.empty()) return one.boards_at;
          for (const auto& each : mission.venues)
            if (std::ranges::find(each.rooms, one.room, &mission::Room::id) != each.rooms.end())
              return each.id;
          return {};
        };
        const auto end = day[i - 1].coach.empty() ? day[i - 1].ends_at : day[i - 1].returns_at;
        const auto start = day[i].coach.empty() ? day[i].starts_at : day[i].departs_at;
        if (day[i].leg != day[i - 1].leg) continue;
        EXPECT_GE(base::minutes_between(end, start),
                  way_minutes(mission, venue(day[i - 1]), venue(day[i])))
            << "seed " << seed << " " << person.id.value;
      }
    }
  }
}

// Whoever rules have come early or stay late is in no two places even so, and their coaches run as
// the verifier wants them.
TEST(Transport, NoAgendaOverlapsWithThePresenceThatRulesDemand) {
  int early = 0, late = 0, coaches = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Mission mission = made(seed);
    for (const mission::RuleKind kind :
         {mission::RuleKind::ArrivesLast, mission::RuleKind::LeavesFirst,
          mission::RuleKind::GuestsInPlace}) {
      mission::Rule rule;
      rule.id = {"R" + std::to_string(mission.rules.size() + 1)};
      rule.kind = kind;
      rule.who.offices = {mission.offices[mission.rules.size() % mission.offices.size()].id};
      rule.minutes = 10 + 5 * static_cast<int>(mission.rules.size());
      mission.rules.push_back(rule);
    }
    Plan plan = make_plan(mission, hash, {seed, 400}, {}, {});
    ASSERT_TRUE(verify(mission, plan, hash).empty()) << "seed " << seed;
    plan.presence = presence(mission, plan);
    for (const auto& person : mission.people) {
      const auto day = agenda(mission, plan, person.id);
      for (std::size_t i = 0; i < day.size(); ++i) {
        early += day[i].in_place_at < day[i].starts_at;
        late += day[i].ends_at < day[i].stays_until;
        if (!day[i].coach.empty()) {
          EXPECT_LE(day[i].departs_at, day[i].in_place_at);
          EXPECT_GE(day[i].returns_at, day[i].stays_until);
          coaches += base::minutes_between(day[i].departs_at, day[i].starts_at) !=
                     base::minutes_between(day[i].ends_at, day[i].returns_at);
        }
        if (i == 0 || day[i].leg != day[i - 1].leg) continue;
        const auto end = std::max(day[i - 1].stays_until, day[i - 1].returns_at);
        const auto start = day[i].coach.empty() ? day[i].in_place_at : day[i].departs_at;
        EXPECT_LE(end, start) << "seed " << seed << " " << person.id.value;
      }
    }
  }
  EXPECT_GT(early, 100);
  EXPECT_GT(late, 20);
  EXPECT_GT(coaches, 20);
}

TEST(Transport, TheBufferCountsOnTopOfEveryWay) {
  Mission mission = made(3);
  const auto before = translate(mission).problem.travel_minutes;
  mission.travel_buffer_minutes += 7;
  const auto after = translate(mission).problem.travel_minutes;
  for (std::size_t a = 0; a < before.size(); ++a)
    for (std::size_t b = 0; b < before.size(); ++b)
      EXPECT_EQ(after[a][b], a == b ? 0 : before[a][b] + 7);
}

std::size_t options_of(const Mission& mission) {
  std::size_t count = 0;
  for (const auto& activity : translate(mission).problem.activities)
    count += activity.options.size();
  return count;
}

TEST(Transport, AClosedOrBareRoomIsNoOption) {
  std::size_t all = 0, without_equipment = 0, without_hours = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    Mission mission = made(seed);
    all += options_of(mission);
    for (auto& venue : mission.venues)
      for (auto& room : venue.rooms) room.equipment.clear();
    without_equipment += options_of(mission);
    for (auto& venue : mission.venues) venue.opening_hours = {{{}, {}}};
    without_hours += options_of(mission);
  }
  EXPECT_LT(without_equipment, all);
  EXPECT_LT(without_hours, without_equipment);
}

// A second reading of rules/turns.h: whoever has a place would have it, and whoever waits would
// wait in that line, if all of them were asked one after another.
TEST(Turns, PlacesAndWaitingListsFollowTheRuleWhenRecomputed) {
  int compared = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    Mission mission = testing::make_mission(testing::small, seed);
    for (auto& activity : mission.activities) activity.capacity = 2;
    const Plan plan = make_plan(mission, hash, {seed, 600}, {}, {});
    for (const auto& activity : mission.activities) {
      struct One {
        const mission::Person* person;
        const mission::Wish* wish;
        bool seated;
      };
      std::vector<One> all;
      std::vector<mission::PersonId> line;
      for (const auto& waiting : plan.waiting)
        if (waiting.activity == activity.id) line.push_back(waiting.person);
      if (line.empty() || activity.audience.whole_delegation || !activity.offices.empty()) continue;
      for (const auto& person : mission.people)
        for (const auto& wish : mission.wishes) {
          if (wish.person != person.id || wish.activity != activity.id) continue;
          const bool seated = std::ranges::any_of(plan.attendances,
                                                  [&](const auto& a) { return a.wish == wish.id; });
          if (seated || std::ranges::find(line, person.id) != line.end())
            all.push_back({&person, &wish, seated});
        }
      std::map<std::pair<int, int>, int> had;  // by region, size and organisation
      std::size_t position = 0;
      const auto seats = std::ranges::count_if(all, [](const One& one) { return one.seated; });
      for (std::ptrdiff_t turn = 0; !all.empty(); ++turn) {
        const auto rank = [&](const One& one) {
          const auto org = std::ranges::find(mission.organisations, one.person->organisation,
                                             &mission::Organisation::id);
          const bool must = one.wish->level == mission::WishLevel::Must;
          return std::tuple(must ? 0 : one.wish->rank, had[{0, static_cast<int>(org->region)}],
                            had[{1, static_cast<int>(org->size)}],
                            had[{2, static_cast<int>(org - mission.organisations.begin())}],
                            one.person - mission.people.data());
        };
        // Those with places are asked first: a waiting person may be busy elsewhere.
        auto candidates = all;
        if (turn < seats) std::erase_if(candidates, [](const One& one) { return !one.seated; });
        const One next = *std::ranges::min_element(candidates, {}, rank);
        const auto org = std::ranges::find(mission.organisations, next.person->organisation,
                                           &mission::Organisation::id);
        ++had[{0, static_cast<int>(org->region)}];
        ++had[{1, static_cast<int>(org->size)}];
        ++had[{2, static_cast<int>(org - mission.organisations.begin())}];
        std::erase_if(all, [&](const One& one) { return one.wish == next.wish; });
        if (turn < seats) continue;
        EXPECT_EQ(next.person->id, line[position++]) << "seed " << seed;
        ++compared;
      }
    }
  }
  EXPECT_GT(compared, 40);
}

TEST(Turns, AmongEqualsTheRegionWithTheFewestPlacesComesNext) {
  using engine::timetable::rules::Turns;
  const std::vector<Turns::Candidate> asking{
      {0, 9, 1, 1, 10, 0},  // region 1, first to register
      {0, 9, 1, 1, 11, 1},  // region 1
      {0, 9, 2, 1, 12, 2},  // region 2
      {1, 0, 1, 1, 10, 3},  // a must of region 1
      {0, 8, 3, 1, 13, 4},  // region 3, dearer to nobody
  };
  EXPECT_EQ(Turns::order({}, asking), (std::vector<int>{3, 2, 1, 0, 4}));
}

}  // namespace
}  // namespace kontor::planning
