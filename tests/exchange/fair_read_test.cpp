#include "exchange/fair_read.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "exchange/fair_write.h"

namespace kontor::exchange {
namespace {

const std::string fair_file = R"(kontor fair 1
# a comment
session day1 3 2
session day2 2 1   # words behind a # are a comment too
tables 4 2 3-5
breaks contiguous
side buyers
side sellers own-tables
group north
participant A buyers north seats=2 least=1 most=3
participant B sellers -
participant C - -
absent A 1-2 5
wish A B must
wish B A 7
wish C A 1
never B C
fixed A B 3
before A B A C
)";

std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> all;
  const auto read = read_fair(text, "x.fair");
  if (read) return all;
  for (const base::Issue& issue : read.error()) all.push_back(base::sentence(issue));
  return all;
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

TEST(FairRead, NumbersEverythingFromZero) {
  const auto fair = read_fair(fair_file, "x.fair");
  ASSERT_TRUE(fair.has_value());
  ASSERT_EQ(fair->sessions.size(), 2U);
  EXPECT_EQ(fair->sessions[1].tables, 1);
  ASSERT_EQ(fair->tables.size(), 2U);
  EXPECT_EQ(fair->tables[1].tables, 4);
  EXPECT_EQ(fair->tables[1].first_slot, 2);
  EXPECT_TRUE(fair->breaks_contiguous);
  EXPECT_TRUE(fair->sides[1].own_tables);
  ASSERT_EQ(fair->participants.size(), 3U);
  EXPECT_EQ(fair->participants[0].seats, 2);
  EXPECT_EQ(fair->participants[0].most, 3);
  EXPECT_EQ(fair->participants[1].most, -1);
  EXPECT_EQ(fair->participants[2].side, -1);
  ASSERT_EQ(fair->absences.size(), 2U);
  EXPECT_EQ(fair->absences[0].last_slot, 1);
  EXPECT_EQ(fair->absences[1].first_slot, 4);
  ASSERT_EQ(fair->wishes.size(), 3U);
  EXPECT_EQ(fair->wishes[0].points, 0);
  EXPECT_EQ(fair->wishes[1].points, 7);
  EXPECT_EQ(fair->fixed[0].slot, 2);
  EXPECT_EQ(fair->orders[0].later.second, 2);
}

TEST(FairRead, ReadsWhatIsWritten) {
  const auto fair = read_fair(fair_file, "x.fair");
  const std::string text = write_fair(*fair, "a remark");
  const auto again = read_fair(text, "x.fair");
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(write_fair(*again, "a remark"), text);
}

TEST(FairRead, ReportsAllFaultsWithTheirPlace) {
  const auto found = sentences(R"(kontor fair 1
session day1 0 2
session day2 5 2
participant A nobody -
participant A - -
participant B - - seat=2
wish A A 3
wish A Z 3
wish A B 0
wish A B
absent B 4-2 6
meet A B
)");
  const std::vector<std::string> starts{
      "x.fair:2:14: ",  "x.fair:4:15: ",  "x.fair:5:13: ", "x.fair:6:19: ",
      "x.fair:7:8: ",   "x.fair:8:8: ",   "x.fair:9:10: ", "x.fair:10:8: ",
      "x.fair:11:10: ", "x.fair:11:14: ", "x.fair:12:1: "};
  ASSERT_EQ(found.size(), starts.size());
  for (std::size_t i = 0; i < starts.size(); ++i)
    EXPECT_TRUE(found[i].starts_with(starts[i])) << found[i];
}

TEST(FairRead, RefusesWhatContradictsItself) {
  const auto refused = [](const std::string& line) { return sentences(fair_file + line).size(); };
  EXPECT_EQ(refused(""), 0U);
  EXPECT_EQ(refused("wish A B 5\n"), 1U);
  EXPECT_EQ(refused("never C B\n"), 1U);
  EXPECT_EQ(refused("fixed B A 4\n"), 1U);
  EXPECT_EQ(refused("breaks sometimes\n"), 1U);
  EXPECT_EQ(refused("tables 3 2-9\n"), 1U);
  EXPECT_EQ(refused("participant D sellers -\nwish D B 2\n"), 1U);
  EXPECT_EQ(refused("participant D buyers -\nbefore D B A B\n"), 1U);
}

// A side whose line is wrong still has its name: what names it below must find it.
TEST(FairRead, KeepsTheSideWhoseTablesItDoesNotKnow) {
  const auto told = sentences(
      "kontor fair 1\nsession day 2 2\nside buyers own-table\n"
      "participant A buyers -\nparticipant B buyers -\nwish A B must\n");
  ASSERT_EQ(told.size(), 2U);
  EXPECT_NE(told[0].find("own-table"), std::string::npos) << told[0];
  EXPECT_NE(told[1].find("both of side buyers"), std::string::npos) << told[1];
}

TEST(FairRead, LeavesDemandsThatContradictEachOtherToThePlanning) {
  EXPECT_TRUE(sentences(fair_file + "never B A\n").empty());
  EXPECT_TRUE(sentences(fair_file + "before C A B A\n").empty());
  EXPECT_TRUE(sentences(fair_file + "participant D sellers - least=4 most=2\n").empty());
}

TEST(FairRead, TellsOtherFilesFromFairs) {
  EXPECT_TRUE(is_fair(fair_file));
  EXPECT_FALSE(is_fair("nBusiness = 3;"));
  EXPECT_EQ(sentences("").size(), 2U);
  EXPECT_EQ(sentences(with(fair_file, "kontor fair 1", "kontor fair 2")).size(), 1U);
}

TEST(FairRead, ListsTheFirstHundredFaultsAndCountsTheOthers) {
  std::string text = fair_file;
  for (int i = 0; i < 1000; ++i) text += "wish A nobody 3\n";
  const auto found = sentences(text);
  ASSERT_EQ(found.size(), 101U);
  EXPECT_TRUE(found.back().ends_with("900 more faults are not listed.")) << found.back();
}

TEST(FairRead, SurvivesRubbish) {
  base::Rng rng(1);
  for (int i = 0; i < 3000; ++i) {
    std::string text = fair_file;
    for (int changes = rng.between(1, 8); changes > 0; --changes) {
      const auto at = rng.below(text.size());
      if (rng.chance(300))
        text.erase(at, rng.below(20));
      else if (rng.chance(500))
        text[at] = static_cast<char>(rng.below(256));
      else
        text.insert(at, text.substr(rng.below(text.size()), rng.below(30)));
    }
    const auto read = read_fair(text, "x.fair");
    if (!read) {
      EXPECT_FALSE(read.error().empty());
    }
  }
}

}  // namespace
}  // namespace kontor::exchange
