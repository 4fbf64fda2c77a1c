#include <algorithm>
#include <functional>
#include <gtest/gtest.h>

#include "mission/mission.h"
#include "mission/nearest.h"

namespace kontor::mission {
namespace {

base::LocalDate day(int of_october) {
  return {std::chrono::year(2025), std::chrono::October,
          std::chrono::day(static_cast<unsigned>(of_october))};
}

Organisation organisation(const std::string& id, Side side) {
  Organisation one;
  one.id.value = id;
  one.name = base::Text::same(id);
  one.side = side;
  return one;
}

Person person(const std::string& id, const std::string& organisation, const std::string& given) {
  Person one;
  one.id.value = id;
  one.organisation.value = organisation;
  one.given_name = given;
  one.family_name = "Peeters";
  return one;
}

Wish meeting_wish(const std::string& id, const std::string& from, const std::string& to) {
  Wish wish;
  wish.id.value = id;
  wish.organisation.value = from;
  wish.counterpart.value = to;
  return wish;
}

// Two companies and two counterparts in one city with one room and one session.
Mission valid_mission() {
  Mission m;
  m.id.value = "m";
  m.name = base::Text::same("Mission");
  m.first_day = day(5);
  m.last_day = day(10);
  m.travel_first_day = day(4);
  m.travel_last_day = day(12);
  m.home_zone = "Europe/Brussels";
  m.legs = {{{"sf"}, base::Text::same("San Francisco"), "America/Los_Angeles", day(5), day(8), {}},
            {{"la"}, base::Text::same("Los Angeles"), "America/Los_Angeles", day(9), day(10), {}}};
  m.sectors = {{{"energy"}, base::Text::same("Energy")}};
  m.venues = {{{"hotel"}, {"sf"}, base::Text::same("Hotel"), "", {}, {}}};
  m.venues[0].rooms = {{{"hall"}, base::Text::same("Hall"), 100, 20}};
  m.organisations = {organisation("D1", Side::Delegation), organisation("D2", Side::Delegation),
                     organisation("C1", Side::Counterpart), organisation("C2", Side::Counterpart)};
  m.people = {person("P1", "D1", "Jan"), person("P2", "D2", "Mia")};
  Activity visit;
  visit.id.value = "A1";
  visit.title = base::Text::same("Visit");
  visit.leg.value = "sf";
  visit.duration_minutes = 60;
  visit.timing.precision = Precision::Window;
  visit.timing.earliest = base::LocalDateTime{day(6), 540};
  visit.timing.latest = base::LocalDateTime{day(6), 600};
  m.activities = {visit};
  m.sessions = {{{"S1"}, {"hall"}, base::Text::same("B2B"), {day(6), 540}, 20, 9, 20, {}}};
  m.wishes = {meeting_wish("W1", "D1", "C1")};
  return m;
}

// "code path" of every fault after `change`, one a line.
std::string faults(const std::function<void(Mission&)>& change) {
  Mission mission = valid_mission();
  change(mission);
  std::string out;
  for (const base::Issue& issue : validate(mission)) out += issue.code + " " + issue.path + "\n";
  return out;
}

TEST(Validate, FindsNothingInAValidMission) {
  EXPECT_EQ(faults([](Mission&) {}), "");
}

TEST(Validate, FindsUnknownReferencesOfEveryKind) {
  EXPECT_EQ(faults([](Mission& m) {
              m.venues[0].leg.value = "nowhere";
              m.organisations[0].sectors = {{"x"}};
              m.organisations[0].offers = {{"x"}};
              m.organisations[0].record.owner.value = "x";
              m.people[0].organisation.value = "x";
              m.people[0].legs = {{"x"}};
              m.offices = {{{"head"}, base::Text::same("Head"), {"x"}, 1, {}}};
              m.activities[0].host.value = "x";
              m.activities[0].rooms = {{"x"}};
              m.activities[0].offices = {{"x"}};
              m.sessions[0].room.value = "x";
              m.wishes[0].counterpart.value = "x";
            }),
            "unknown_reference venue/hotel/leg\n"
            "unknown_reference organisation/D1/sectors\n"
            "unknown_reference organisation/D1/offers\n"
            "unknown_reference organisation/D1/owner\n"
            "unknown_reference person/P1/organisation\n"
            "unknown_reference person/P1/legs\n"
            "unknown_reference office/head/holder\n"
            "unknown_reference activity/A1/host\n"
            "unknown_reference activity/A1/offices\n"
            "unknown_reference activity/A1/rooms\n"
            "unknown_reference session/S1/room\n"
            "unknown_reference wish/W1/counterpart\n");
}

TEST(Validate, ProposesTheNearestKey) {
  Mission mission = valid_mission();
  mission.venues[0].leg.value = "fs";
  EXPECT_EQ(base::sentence(validate(mission).at(0)),
            "venue/hotel/leg names leg \"fs\", which does not exist. Did you mean \"sf\"?");
}

TEST(Validate, FindsKeysUsedTwiceAlsoAcrossVenues) {
  EXPECT_EQ(faults([](Mission& m) {
              m.organisations[1].id = m.organisations[0].id;
              m.venues.push_back(m.venues[0]);
              m.venues[1].id.value = "other";
              m.wishes.clear();
              m.people.pop_back();
            }),
            "duplicate_id room/#2\nduplicate_id organisation/#2\n");
  EXPECT_EQ(faults([](Mission& m) { m.people[0].id.value = "Jan Peeters"; }),
            "bad_id person/#1/id\n");
}

TEST(Validate, FindsSpansThatCannotBe) {
  EXPECT_EQ(faults([](Mission& m) { m.last_day = day(3); }), "order mission/first_day\n");
  EXPECT_EQ(faults([](Mission& m) { m.legs[1].last_day = day(14); }), "order leg/la/last_day\n");
  EXPECT_EQ(faults([](Mission& m) {
              std::swap(m.activities[0].timing.earliest, m.activities[0].timing.latest);
            }),
            "order activity/A1/timing\n");
  EXPECT_EQ(faults([](Mission& m) { m.activities[0].duration_minutes = 61; }),
            "window_too_short activity/A1/timing\n");
  EXPECT_EQ(faults([](Mission& m) { m.activities[0].timing.latest.reset(); }),
            "missing_field activity/A1/timing\n");
  EXPECT_EQ(
      faults([](Mission& m) { m.people[0].absences = {{{"sf"}, {day(7), 600}, {day(7), 540}}}; }),
      "order person/P1/absences\n");
}

TEST(Validate, FindsSessionsThatDoNotFit) {
  EXPECT_EQ(faults([](Mission& m) { m.sessions[0].tables = 21; }),
            "out_of_range session/S1/tables\n");
  EXPECT_EQ(faults([](Mission& m) { m.sessions[0].starts_at.date = day(9); }),
            "order session/S1/starts_at\n");
  EXPECT_EQ(faults([](Mission& m) { m.sessions[0].slots = 60; }),
            "out_of_range session/S1/slots\n");
  EXPECT_EQ(faults([](Mission& m) { m.sessions[0].slots = 2'000'000'000; }),
            "out_of_range session/S1/slots\n");
  EXPECT_EQ(faults([](Mission& m) {
              m.sessions.push_back(m.sessions[0]);
              m.sessions[1].id.value = "S2";
              m.sessions[1].starts_at.minute_of_day = 540 + 9 * 20 - 1;
            }),
            "overlap session/S2/starts_at\n");
}

TEST(Validate, FindsADelegateOfTwoOrganisations) {
  EXPECT_EQ(faults([](Mission& m) { m.people[1].given_name = "Jan"; }),
            "two_organisations person/#2/organisation\n");
  EXPECT_EQ(faults([](Mission& m) {
              m.people[1].given_name = "Jan";
              m.people[1].organisation = m.people[0].organisation;
            }),
            "")
      << "two people of one name may work for one organisation";
}

TEST(Validate, FindsWishesThatMeanNothing) {
  EXPECT_EQ(faults([](Mission& m) { m.wishes[0].counterpart = m.wishes[0].organisation; }),
            "self_wish wish/W1\n");
  EXPECT_EQ(faults([](Mission& m) { m.wishes[0].counterpart.value = "D2"; }),
            "same_side wish/W1/counterpart\n");
  EXPECT_EQ(faults([](Mission& m) { m.wishes[0].counterpart.value.clear(); }),
            "wish_target wish/W1\n");
  EXPECT_EQ(faults([](Mission& m) { m.wishes[0].activity.value = "A1"; }), "wish_target wish/W1\n");
  EXPECT_EQ(faults([](Mission& m) {
              m.wishes[0].counterpart.value.clear();
              m.wishes[0].activity.value = "A1";
            }),
            "wish_wisher wish/W1\n");
  EXPECT_EQ(faults([](Mission& m) { m.wishes[0].rank = 10; }), "out_of_range wish/W1/rank\n");
}

TEST(Validate, FindsWishesThatContradictEachOther) {
  const auto two = [](WishLevel first, WishLevel second, bool swapped) {
    return faults([&](Mission& m) {
      m.wishes[0].level = first;
      m.wishes.push_back(swapped ? meeting_wish("W2", "C1", "D1") : meeting_wish("W2", "D1", "C1"));
      m.wishes[1].level = second;
    });
  };
  EXPECT_EQ(two(WishLevel::Must, WishLevel::Never, false), "contradicting_wishes wish/W2\n");
  EXPECT_EQ(two(WishLevel::Must, WishLevel::Want, false), "contradicting_wishes wish/W2\n");
  EXPECT_EQ(two(WishLevel::Want, WishLevel::Want, false), "double_wish wish/W2\n");
  EXPECT_EQ(two(WishLevel::Must, WishLevel::Never, true), "") << "a never is secret and wins";
}

TEST(Validate, FindsRoomsOfAnotherCityAndTooManyPlaces) {
  EXPECT_EQ(faults([](Mission& m) {
              m.activities[0].room.value = "hall";
              m.activities[0].leg.value = "la";
            }),
            "other_leg activity/A1/room\n");
  EXPECT_EQ(faults([](Mission& m) {
              m.activities[0].room.value = "hall";
              m.activities[0].capacity = 101;
            }),
            "out_of_range activity/A1/capacity\n");
}

TEST(Validate, FindsRulesThatLackAFieldOrHaveOneThatMeansNothing) {
  const auto with_rule = [](const std::function<void(Rule&)>& change) {
    return faults([&](Mission& m) {
      Rule rule;
      rule.id.value = "R1";
      rule.who.people = {{"P1"}};
      change(rule);
      m.rules = {rule};
    });
  };
  EXPECT_EQ(with_rule([](Rule&) {}), "missing_field rule/R1\n") << "always with whom?";
  EXPECT_EQ(with_rule([](Rule& rule) { rule.with.people = {{"P2"}}; }), "");
  EXPECT_EQ(with_rule([](Rule& rule) {
              rule.kind = RuleKind::Rest;
              rule.with.people = {{"P2"}};
              rule.scope.activities = {{"x"}};
            }),
            "unused_field rule/R1/with\nmissing_field rule/R1\nunknown_reference rule/R1/scope\n");
  EXPECT_EQ(with_rule([](Rule& rule) {
              rule.kind = RuleKind::ArrivesLast;
              rule.minutes = 2000;
            }),
            "out_of_range rule/R1/minutes\n");
}

TEST(Rules, CountDeadlinesInWorkingDays) {
  EXPECT_EQ(working_days_before(day(8), 2, {}), day(6));
  EXPECT_EQ(working_days_before(day(8), 3, {}), day(3)) << "over a weekend";
  EXPECT_EQ(working_days_before(day(8), 2, {day(7)}), day(3));
  EXPECT_EQ(working_days_before(day(8), 0, {}), day(8));
}

TEST(Rules, ClearOnlyWhoIsKnownToBeClearedInTime) {
  Rule rule;
  rule.kind = RuleKind::ClearanceNeeded;
  rule.site = "lab";
  rule.working_days = 2;
  Person who = person("P1", "D1", "Jan");
  EXPECT_FALSE(is_cleared(rule, who, day(8)));
  who.clearances = {{"lab", ClearanceStatus::Cleared, day(6)}};
  EXPECT_TRUE(is_cleared(rule, who, day(8)));
  EXPECT_FALSE(is_cleared(rule, who, day(7)));
  who.clearances[0].status = ClearanceStatus::Filed;
  EXPECT_FALSE(is_cleared(rule, who, day(8)));
  who.clearances = {{"lab", ClearanceStatus::Cleared, {}},
                    {"fab", ClearanceStatus::Cleared, day(1)}};
  EXPECT_FALSE(is_cleared(rule, who, day(8)));
}

TEST(Validate, ReportsEverythingAtOnce) {
  const std::string found = faults([](Mission& m) {
    m.home_zone = "Brussels";
    m.legs[0].city = {};
    m.activities[0].capacity = -1;
    m.sessions[0].slots = 0;
    m.wishes[0].rank = 0;
    m.figures = {{{"T1"}, base::Text::same("Trade"), "1,5", "", "euro", 0, "", "", "", {}}};
  });
  EXPECT_EQ(found,
            "unknown_zone mission/home_zone\nempty_text leg/sf/city\n"
            "out_of_range activity/A1/capacity\nout_of_range session/S1/slots\n"
            "out_of_range wish/W1/rank\n"
            "out_of_range figure/T1/currency\nwrong_type figure/T1/value\n");
}

TEST(Validate, ACoachTravelsWhereItsLegHasOneAndAPlaceToBoard) {
  EXPECT_EQ(faults([](Mission& m) { m.activities[0].by_coach = true; }),
            "missing_field activity/A1\nno_coach activity/A1/by_coach\n");
  EXPECT_EQ(faults([](Mission& m) {
              m.coaches = {{{"C1"}, {"sf"}, base::Text::same("Coach 1"), 50, {}}};
              m.legs[0].hub.value = "hotel";
              m.activities[0].by_coach = true;
            }),
            "");
  EXPECT_EQ(faults([](Mission& m) {
              m.coaches = {{{"C1"}, {"fs"}, base::Text::same("Coach 1"), 0, {}}};
              m.legs[1].hub.value = "hotel";
              m.activities[0].boards_at.value = "hotel";
            }),
            "out_of_range leg/la/hub\nunknown_reference coach/C1/leg\n"
            "out_of_range coach/C1/seats\nno_coach activity/A1/boards_at\n");
}

TEST(Validate, EquipmentIsWhatSomeRoomHas) {
  EXPECT_EQ(faults([](Mission& m) {
              m.venues[0].rooms[0].equipment = {{"stage"}};
              m.activities[0].equipment = {{"stage"}};
            }),
            "");
  EXPECT_EQ(faults([](Mission& m) { m.activities[0].equipment = {{"stage"}}; }),
            "unknown_reference activity/A1/equipment\n");
}

TEST(Validate, SessionsAreHeldWhenTheirRoomIsOpen) {
  const Opening until_noon{{day(6), 540}, {day(6), 720}};
  EXPECT_EQ(faults([&](Mission& m) { m.venues[0].opening_hours = {until_noon}; }), "");
  EXPECT_EQ(faults([&](Mission& m) {
              m.venues[0].rooms[0].opening_hours = {{until_noon.from, {day(6), 719}}};
            }),
            "closed session/S1/starts_at\n");
  EXPECT_EQ(faults([&](Mission& m) {
              m.venues[0].opening_hours = {{until_noon.to, until_noon.from}};
              m.sessions.clear();
            }),
            "order venue/hotel/opening_hours\n");
}

TEST(Nearest, CountsLettersThatDiffer) {
  EXPECT_EQ(spelling_distance("leg", "leg"), 0);
  EXPECT_EQ(spelling_distance("Leg", "legs"), 1);
  EXPECT_EQ(spelling_distance("lge", "leg"), 1);
  EXPECT_EQ(spelling_distance("", "leg"), 3);
  EXPECT_EQ(spelling_distance("kitten", "sitting"), 3);
}

TEST(Nearest, HintsOnlyAtWhatMayBeMeant) {
  const std::vector<std::string_view> known{"organisation", "person"};
  EXPECT_EQ(nearest_hint("organization", known), " Did you mean \"organisation\"?");
  EXPECT_EQ(nearest_hint("wish", known), "");
  EXPECT_EQ(nearest_hint("", known), "");
}

}  // namespace
}  // namespace kontor::mission
