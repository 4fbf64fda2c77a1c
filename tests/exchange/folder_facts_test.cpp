#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "exchange/folder_read.h"
#include "exchange/folder_write.h"

namespace kontor::exchange {
namespace {

using namespace mission;

const std::filesystem::path folder =
    std::filesystem::path(KONTOR_SOURCE_DIR) / "missions/california-2025/facts";

const Mission& facts() {
  static const Mission mission = [] {
    auto read = read_folder(folder);
    if (!read)
      for (const base::Issue& issue : read.error()) ADD_FAILURE() << base::sentence(issue);
    return read ? *read : Mission();
  }();
  return mission;
}

template <class T>
const T& by_key(const std::vector<T>& nouns, std::string_view key) {
  return *std::ranges::find_if(nouns, [&](const T& noun) { return noun.id.value == key; });
}

TEST(Facts, HoldEverythingThatWasFound) {
  EXPECT_EQ(facts().activities.size(), 39U);
  EXPECT_EQ(facts().organisations.size(), 59U);
  EXPECT_EQ(facts().people.size(), 15U);
  EXPECT_EQ(facts().agreements.size(), 12U);
  EXPECT_EQ(facts().announcements.size(), 6U);
  EXPECT_EQ(facts().figures.size(), 17U);
  EXPECT_EQ(facts().discrepancies.size(), 6U);
  EXPECT_EQ(facts().gaps.size(), 6U);
  EXPECT_EQ(facts().sectors.size(), 6U);
}

TEST(Facts, AreWrittenCanonically) {
  for (const auto& [name, text] : write_files(facts())) {
    std::ifstream in(folder / name, std::ios::binary);
    std::ostringstream found;
    found << in.rdbuf();
    EXPECT_EQ(found.str(), text) << name;
  }
}

TEST(Facts, NameASourceForEveryRecord) {
  const auto check = [](const auto& nouns) {
    for (const auto& noun : nouns) {
      EXPECT_FALSE(noun.record.sources.empty()) << noun.id.value;
      for (const Source& source : noun.record.sources)
        EXPECT_TRUE(source.url.starts_with("https://") && !source.publisher.empty())
            << noun.id.value;
    }
  };
  check(facts().legs);
  check(facts().organisations);
  check(facts().people);
  check(facts().offices);
  check(facts().activities);
  check(facts().agreements);
  check(facts().announcements);
  check(facts().figures);
  EXPECT_FALSE(facts().record.sources.empty());
  for (const Count& count : facts().counts) EXPECT_FALSE(count.source.url.empty());
}

TEST(Facts, HoldNothingInvented) {
  const auto check = [](const auto& nouns) {
    for (const auto& noun : nouns)
      EXPECT_TRUE(!noun.record.invented && noun.record.assumed.empty()) << noun.id.value;
  };
  check(facts().organisations);
  check(facts().people);
  check(facts().offices);
  check(facts().activities);
  EXPECT_TRUE(facts().wishes.empty());
  EXPECT_TRUE(facts().venues.empty());
  for (const Activity& activity : facts().activities) {
    EXPECT_FALSE(activity.timing.earliest) << "no source prints a clock time";
    EXPECT_FALSE(activity.planned_timing);
    EXPECT_EQ(activity.duration_minutes, 0);
  }
}

TEST(Facts, KeepContradictionsSideBySide) {
  std::vector<std::string> companies;
  for (const Count& count : facts().counts)
    if (count.metric == "companies") companies.push_back(count.value);
  EXPECT_EQ(companies, (std::vector<std::string>{"221", "221", "218", "218"}));
  EXPECT_EQ(base::format(facts().first_day) + base::format(facts().last_day),
            "2025-10-052025-10-10");
  EXPECT_EQ(base::format(facts().travel_first_day) + base::format(facts().travel_last_day),
            "2025-10-042025-10-12");
  EXPECT_EQ(by_key(facts().figures, "T10").value, "1.342");
  EXPECT_EQ(by_key(facts().figures, "T14").value, "0.9");
}

TEST(Facts, LeaveUnknownUnknown) {
  EXPECT_EQ(by_key(facts().activities, "A28").timing, Timing());
  EXPECT_TRUE(by_key(facts().activities, "A28").leg.empty());
  const Timing& closed = by_key(facts().activities, "A16").timing;
  EXPECT_EQ(closed.precision, Precision::Range);
  EXPECT_EQ(base::format(*closed.first_day), "2025-10-06");
  EXPECT_EQ(by_key(facts().figures, "T04").value, "");
  EXPECT_EQ(by_key(facts().offices, "head-of-mission").precedence, 0);
  EXPECT_TRUE(by_key(facts().agreements, "G10").foreign_parties.empty());
}

TEST(Facts, ReferToRegisteredPartiesByKey) {
  EXPECT_EQ(by_key(facts().agreements, "G02").home_parties, std::vector<std::string>{"O13"});
  EXPECT_EQ(by_key(facts().agreements, "G01").foreign_parties, std::vector<std::string>{"O32"});
  EXPECT_EQ(by_key(facts().offices, "head-of-mission").holder.value, "P01");
  EXPECT_EQ(by_key(facts().announcements, "N01").amount, (base::Decimal{5000000000, 0}));
}

}  // namespace
}  // namespace kontor::exchange
