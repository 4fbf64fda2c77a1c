#include "exchange/dzn_read.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/rng.h"

namespace kontor::exchange {
namespace {

using base::Issue;
using mission::HalfDay;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;

const std::string event = R"(% a comment
nBusiness = 3; nMeetings = 2;
nTables = 2;
nTotalSlots = 4;
nMorningSlots = 2;
requested = [|1, 2,3,
|3, 1,2,
|];
meetingsxBusiness = [{1,2,3},{1,2},{1,3}];
nMeetingsBusiness = [2,1,1];
forbidden = [{0},{1,4},{}];
fixed = [0,3];
precedences = [{},{1}];
)";

std::string with(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

base::Issues faults(const std::string& text) {
  const auto read = read_dzn(text, "event.dzn");
  return read ? base::Issues{} : read.error();
}

std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> all;
  for (const Issue& issue : faults(text)) all.push_back(base::sentence(issue));
  return all;
}

TEST(DznRead, NumbersEverythingFromZero) {
  const auto read = read_dzn(event, "event.dzn");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->participants, 3);
  EXPECT_EQ(read->tables, 2);
  EXPECT_EQ(read->slots, 4);
  EXPECT_EQ(read->morning_slots, 2);
  ASSERT_EQ(read->meetings.size(), 2U);
  EXPECT_EQ(read->meetings[1].first, 2);
  EXPECT_EQ(read->meetings[1].second, 0);
  EXPECT_EQ(read->meetings[0].half_day, HalfDay::Either);
  EXPECT_EQ(read->meetings[1].half_day, HalfDay::Afternoon);
  EXPECT_EQ(read->meetings[0].fixed_slot, -1);
  EXPECT_EQ(read->meetings[1].fixed_slot, 2);
  EXPECT_THAT(read->forbidden_slots, ElementsAre(ElementsAre(), ElementsAre(0, 3), ElementsAre()));
  ASSERT_EQ(read->precedences.size(), 1U);
  EXPECT_EQ(read->precedences[0].earlier, 0);
  EXPECT_EQ(read->precedences[0].later, 1);
}

TEST(DznRead, ReportsAllFaultsAtOnceWithPlaceValueAndRemedy) {
  const std::string text =
      with(with(with(event, "|3, 1,2", "|4, 1,7"), "{1,4}", "{1,5}"), "[0,3]", "[0,3,9]");
  EXPECT_THAT(
      sentences(text),
      ElementsAre(
          "event.dzn:7:2: requested[2] is 4; it must be a whole number from 1 to 3.",
          "event.dzn:7:7: requested[2].session is 7; it must be a whole number from 1 to 3.",
          "event.dzn:11:21: forbidden[2] is 5; it must be a whole number from 0 to 4.",
          "event.dzn:12:9: the number of entries of fixed is 3; it must be 2."));
}

TEST(DznRead, ReportsWrongCountsOfRowsAndSets) {
  EXPECT_THAT(sentences(with(event, "nMeetings = 2", "nMeetings = 3")),
              Contains("event.dzn:6:13: the number of entries of requested is 2; it must be 3."));
  EXPECT_THAT(sentences(with(event, "|3, 1,2", "|3, 1")),
              ElementsAre("event.dzn:7:2: the number of entries of requested[2] is 2; it must be "
                          "3: two participants and a session."));
}

TEST(DznRead, ReportsAMeetingWithOneself) {
  EXPECT_THAT(faults(with(event, "|3, 1,2", "|1, 1,2")),
              ElementsAre(Field(&Issue::code, "self_wish")));
}

TEST(DznRead, NamesTheCircleOfPrecedences) {
  EXPECT_THAT(sentences(with(event, "[{},{1}]", "[{2},{1}]")),
              ElementsAre("event.dzn:13:16: Meetings 1, 2, 1 must each precede the next, in a "
                          "circle."));
}

TEST(DznRead, ReportsMissingUnknownAndRepeatedNames) {
  EXPECT_THAT(faults(with(event, "nTables = 2;", "")),
              ElementsAre(Field(&Issue::code, "missing_field")));
  EXPECT_THAT(faults(with(event, "fixed", "fixd")),
              ElementsAre(Field(&Issue::code, "unknown_field")));
  EXPECT_THAT(faults(event + "nTables = 3;"), ElementsAre(Field(&Issue::code, "duplicate_id")));
}

TEST(DznRead, ReportsSyntaxWithLineAndColumnAndReadsOnBehindIt) {
  EXPECT_THAT(sentences(with(with(event, "nTables = 2", "nTables = two"), "[0,3]", "[0 3]")),
              ElementsAre("event.dzn:3:11: a whole number, {, [ or [| is expected here.",
                          "event.dzn:12:12: a comma or ] is expected here."));
}

TEST(DznRead, RefusesNonsenseOfAnySizeBriefly) {
  EXPECT_FALSE(faults("").empty());
  EXPECT_THAT(faults(std::string(10'000'000, '[')), ElementsAre(Field(&Issue::code, "too_large")));
  EXPECT_LE(faults(std::string(1'000'000, '[')).size(), 100U);
  std::string semicolons(1'000'000, ';');
  EXPECT_LE(faults(semicolons).size(), 100U);
}

TEST(DznRead, SurvivesTenThousandMutations) {
  base::Rng rng(7);
  const std::string_view alphabet = "[]{}|,;=%0123456789-anB \n";
  for (int round = 0; round < 10000; ++round) {
    std::string text = event;
    for (int edits = rng.between(1, 4); edits > 0; --edits)
      text[rng.below(text.size())] = alphabet[rng.below(alphabet.size())];
    const auto read = read_dzn(text, "event.dzn");
    if (!read) {
      EXPECT_FALSE(read.error().empty());
    }
  }
}

}  // namespace
}  // namespace kontor::exchange
