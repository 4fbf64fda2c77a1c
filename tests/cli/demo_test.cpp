#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <set>

#include "cli/demo/complete.h"
#include "cli/demo/read_demo.h"
#include "exchange/folder_read.h"
#include "exchange/folder_write.h"

namespace kontor::cli::demo {
namespace {

using namespace mission;

const std::filesystem::path california =
    std::filesystem::path(KONTOR_SOURCE_DIR) / "missions/california-2025";

const Mission& facts() {
  static const Mission mission = *exchange::read_folder(california / "facts");
  return mission;
}

const Mission& whole() {
  static const Mission mission = [] {
    auto read = read_demo(california);
    if (!read)
      for (const base::Issue& issue : read.error()) ADD_FAILURE() << base::sentence(issue);
    return read ? *read : Mission();
  }();
  return mission;
}

const Organisation& organisation(const OrganisationId& id) {
  return *std::ranges::find(whole().organisations, id, &Organisation::id);
}

template <class T>
int count(const std::vector<T>& nouns, auto predicate) {
  return static_cast<int>(std::ranges::count_if(nouns, predicate));
}

TEST(Demo, ReachesTheAnnouncedSize) {
  const Mission& m = whole();
  const auto delegation = [](const Organisation& one) { return one.side == Side::Delegation; };
  const auto company = [&](const Organisation& one) {
    return delegation(one) && one.kind == OrganisationKind::Company;
  };
  const auto of = [&](Region region) {
    return count(m.organisations,
                 [&](const auto& one) { return company(one) && one.region == region; });
  };
  EXPECT_EQ(count(m.organisations, company), 221);
  EXPECT_EQ(of(Region::Brussels), 37);
  EXPECT_EQ(of(Region::Wallonia), 74);
  EXPECT_EQ(of(Region::Flanders), 108);
  EXPECT_EQ(of(Region::None), 2);  // of two real ones the region is not known
  EXPECT_EQ(count(m.organisations,
                  [&](const auto& one) {
                    return delegation(one) && (one.kind == OrganisationKind::Federation ||
                                               one.kind == OrganisationKind::Chamber);
                  }),
            17);
  EXPECT_EQ(count(m.organisations,
                  [&](const auto& one) {
                    return delegation(one) && one.kind == OrganisationKind::Academic;
                  }),
            15);
  EXPECT_EQ(
      count(m.organisations,
            [](const auto& one) { return one.side == Side::Counterpart && one.record.invented; }),
      300);
  EXPECT_EQ(count(m.people,
                  [](const Person& one) {
                    return !one.organisation.empty() && one.record.invented &&
                           organisation(one.organisation).side == Side::Delegation;
                  }),
            500);
  EXPECT_EQ(m.activities.size(), 80U);
  EXPECT_EQ(m.agreements.size(), 63U);
  EXPECT_EQ(m.wishes.size(), 2500U);
  const auto level = [&](WishLevel l) {
    return count(m.wishes, [&](const Wish& wish) { return wish.level == l; });
  };
  EXPECT_EQ(level(WishLevel::Must), 500);
  EXPECT_EQ(level(WishLevel::Never), 100);
}

TEST(Demo, IsValid) {
  for (const base::Issue& issue : validate(whole())) ADD_FAILURE() << base::sentence(issue);
}

TEST(Demo, SameSeedGivesTheSameBytesAndAnotherSeedOthers) {
  EXPECT_EQ(exchange::canonical_text(*read_demo(california)), exchange::canonical_text(whole()));
  const auto other = read_demo(california, 7);
  ASSERT_TRUE(other);
  EXPECT_NE(exchange::canonical_text(*other), exchange::canonical_text(whole()));
  EXPECT_EQ(other->wishes.size(), 2500U);
}

TEST(Demo, SurvivesTheMissionFolder) {
  const auto files = exchange::write_files(whole());
  const auto read = exchange::read_files(files);
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, whole());
}

TEST(Demo, FlagsEveryRecordThatTheFactsDoNotHave) {
  const auto flagged = [](const auto& all, const auto& real) {
    for (const auto& one : all) {
      const bool of_facts =
          std::ranges::find(real, one.id, &std::remove_cvref_t<decltype(one)>::id) != real.end();
      EXPECT_EQ(one.record.invented, !of_facts) << one.id.value;
    }
  };
  flagged(whole().organisations, facts().organisations);
  flagged(whole().people, facts().people);
  flagged(whole().activities, facts().activities);
  flagged(whole().agreements, facts().agreements);
  flagged(whole().venues, facts().venues);
  flagged(whole().sessions, facts().sessions);
  for (const Wish& wish : whole().wishes) EXPECT_TRUE(wish.invented);
  for (const TravelTime& time : whole().travel_times) EXPECT_TRUE(time.invented);
}

TEST(Demo, LeavesTheFactsAsTheyAreButForNamedAssumptions) {
  for (std::size_t i = 0; i < facts().activities.size(); ++i) {
    Activity one = whole().activities[i];
    const Activity& fact = facts().activities[i];
    const auto take_back = [&](std::string_view name, auto field) {
      if (std::ranges::find(one.record.assumed, name) != one.record.assumed.end())
        one.*field = fact.*field;
    };
    take_back("leg", &Activity::leg);
    take_back("planned_timing", &Activity::planned_timing);
    take_back("duration_minutes", &Activity::duration_minutes);
    take_back("room", &Activity::room);
    take_back("capacity", &Activity::capacity);
    take_back("audience", &Activity::audience);
    take_back("offices", &Activity::offices);
    take_back("by_coach", &Activity::by_coach);
    one.record.assumed.clear();
    EXPECT_EQ(one, fact) << one.id.value;
  }
  for (std::size_t i = 0; i < facts().people.size(); ++i)
    EXPECT_EQ(whole().people[i], facts().people[i]);
  for (std::size_t i = 0; i < facts().agreements.size(); ++i)
    EXPECT_EQ(whole().agreements[i], facts().agreements[i]);
}

TEST(Demo, GivesRealOrganisationsNoPeopleWishesOrAgreements) {
  std::set<std::string> real;
  for (const Organisation& one : facts().organisations) real.insert(one.id.value);
  for (const Wish& wish : whole().wishes) {
    EXPECT_FALSE(real.contains(wish.organisation.value)) << wish.id.value;
    EXPECT_FALSE(real.contains(wish.counterpart.value)) << wish.id.value;
  }
  for (const Person& person : whole().people)
    EXPECT_FALSE(person.record.invented && real.contains(person.organisation.value));
  for (const Agreement& agreement : whole().agreements) {
    if (!agreement.record.invented) continue;
    for (const auto* parties : {&agreement.home_parties, &agreement.foreign_parties})
      for (const std::string& party : *parties) EXPECT_FALSE(real.contains(party));
    EXPECT_EQ(agreement.record.visibility, Visibility::Sealed);
  }
}

TEST(Demo, InventsNamesThatNobodyHasTwice) {
  std::set<std::string> names;
  for (const Organisation& one : whole().organisations)
    EXPECT_TRUE(names.insert(one.name.best(base::Language::En)).second)
        << one.name.best(base::Language::En);
  std::set<std::string> people;
  for (const Person& one : whole().people)
    EXPECT_TRUE(people.insert(display_name(one)).second) << display_name(one);
}

TEST(Demo, WritesEveryInventedTextInFourLanguages) {
  const auto four = [](const base::Text& text, const std::string& key) {
    for (const base::Language language : base::all_languages)
      EXPECT_FALSE(text.in(language).empty()) << key;
  };
  for (const Organisation& one : whole().organisations)
    if (one.record.invented) four(one.profile, one.id.value);
  for (const Activity& one : whole().activities) four(one.title, one.id.value);
  for (const Person& one : whole().people) four(one.function, one.id.value);
  for (const Agreement& one : whole().agreements) four(one.title, one.id.value);
}

TEST(Demo, GivesEveryPlannedActivityALegATimeAndADuration) {
  const std::set<std::string> not_planned{"A01", "A38", "A39"};
  for (const Activity& one : whole().activities) {
    if (not_planned.contains(one.id.value)) continue;
    const Precision precision = one.effective_timing().precision;
    EXPECT_TRUE(precision == Precision::Window || precision == Precision::Fixed) << one.id.value;
    EXPECT_FALSE(one.leg.empty()) << one.id.value;
    EXPECT_GT(one.duration_minutes, 0) << one.id.value;
  }
}

// What the generator gives, for people; the counts themselves are claimed above.
TEST(Demo, PrintsItsCounts) {
  std::map<std::string, int> counts;
  std::map<OrganisationId, int> asked;
  std::set<std::pair<OrganisationId, OrganisationId>> pairs;
  std::set<std::pair<OrganisationId, OrganisationId>> wished;
  for (const Wish& wish : whole().wishes) {
    const bool meeting = !wish.counterpart.empty();
    ++counts[fmt::format("{} {}", meeting ? "meeting" : "activity", word(wish.level))];
    if (!meeting || wish.level == WishLevel::Never) continue;
    const auto& one = organisation(wish.organisation);
    wished.insert({wish.organisation, wish.counterpart});
    ++counts[one.side == Side::Delegation ? "wishes of delegation" : "wishes of counterparts"];
    pairs.insert(one.side == Side::Delegation ? std::pair(wish.organisation, wish.counterpart)
                                              : std::pair(wish.counterpart, wish.organisation));
    ++asked[wish.counterpart];
  }
  std::map<std::string, int> at;
  for (const auto& [home, guest] : pairs) {
    ++at[std::ranges::find(whole().people, guest, &Person::organisation)->legs.front().value];
    counts["mutual pairs"] += wished.contains({home, guest}) && wished.contains({guest, home});
  }
  for (const auto& [name, number] : counts) std::printf("%-24s %d\n", name.c_str(), number);
  for (const auto& [leg, number] : at) std::printf("pairs in %-15s %d\n", leg.c_str(), number);
  std::printf("pairs %zu, most asked %d\n", pairs.size(),
              std::ranges::max_element(asked, {}, [](const auto& a) { return a.second; })->second);
  EXPECT_GT(counts["mutual pairs"], 150);
  EXPECT_GT(pairs.size(), 1000U);
}

}  // namespace
}  // namespace kontor::cli::demo
