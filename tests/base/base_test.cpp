#include <gtest/gtest.h>

#include "base/decimal.h"
#include "base/hash.h"
#include "base/id.h"
#include "base/issue.h"
#include "base/rng.h"
#include "base/text.h"
#include "base/time.h"
#include "base/zone.h"

namespace kontor::base {
namespace {

TEST(Time, RefusesDatesThatDoNotExist) {
  EXPECT_TRUE(parse_date("2024-02-29"));
  EXPECT_FALSE(parse_date("2025-02-29"));
  EXPECT_FALSE(parse_date("2025-10-5"));
  EXPECT_FALSE(parse_local("2025-10-05T24:00"));
}

TEST(Time, FormatAndParseAreInverse) {
  for (const char* text : {"2025-10-05T00:00", "2025-12-31T23:59"})
    EXPECT_EQ(format(*parse_local(text)), text);
  EXPECT_EQ(format(*parse_instant("2025-10-08T00:30:07Z")), "2025-10-08T00:30:07Z");
}

TEST(Time, AddingMinutesCrossesMidnight) {
  const auto late = *parse_local("2025-10-31T23:50");
  EXPECT_EQ(format(plus_minutes(late, 20)), "2025-11-01T00:10");
  EXPECT_EQ(minutes_between(late, plus_minutes(late, 1500)), 1500);
}

TEST(Zone, HalfPastFiveInCaliforniaIsHalfPastTwoNextDayInBrussels) {
  const auto announced = to_instant(*parse_local("2025-10-08T17:30"), "America/Los_Angeles");
  EXPECT_EQ(format(to_local(announced, "Europe/Brussels")), "2025-10-09T02:30");
  EXPECT_EQ(offset_minutes(announced, "America/Los_Angeles"), -420);
}

TEST(Zone, UnknownNamesAreRefused) {
  EXPECT_TRUE(is_zone("America/Los_Angeles"));
  EXPECT_FALSE(is_zone("California"));
  EXPECT_FALSE(is_zone(""));
}

TEST(Zone, LastChangeBeforeTheMissionIsTheSpringOne) {
  const auto change = change_before(*parse_instant("2025-10-08T00:00:00Z"), "America/Los_Angeles");
  EXPECT_EQ(format(change.at), "2025-03-09T10:00:00Z");
  EXPECT_EQ(change.offset_before_minutes, -480);
  EXPECT_EQ(change.abbreviation, "PDT");
  EXPECT_TRUE(change.daylight);
}

TEST(Text, FallsBackToAWordingThatExists) {
  Text text;
  text.set(Language::Fr, "bonjour");
  EXPECT_EQ(text.best(Language::Nl), "bonjour");
  EXPECT_EQ(Text().best(Language::Nl), "");
}

TEST(Text, RefusesOverlongAndCutUtf8) {
  EXPECT_TRUE(is_utf8("Liège, Müller-Lüdenscheidt"));
  EXPECT_FALSE(is_utf8("\xC0\xAF"));
  EXPECT_FALSE(is_utf8("caf\xC3"));
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
}

TEST(Decimal, KeepsWhatWasWritten) {
  EXPECT_EQ(format(*parse_decimal("1.342")), "1.342");
  EXPECT_EQ(format(*parse_decimal("-0.050")), "-0.050");
  EXPECT_EQ(compare(*parse_decimal("1.10"), *parse_decimal("1.1")), std::strong_ordering::equal);
  for (const char* bad : {"", "-", ".5", "5.", "1,2", "1e3", "1234567890123456789"})
    EXPECT_FALSE(parse_decimal(bad)) << bad;
}

Decimal number(const char* text) {
  return *parse_decimal(text);
}

TEST(Decimal, CountsExactlyAndSaysWhenItCannot) {
  EXPECT_EQ(format(*add(number("0.10"), number("0.2"))), "0.30");
  EXPECT_EQ(format(*subtract(number("31437000000"), number("32929000000"))), "-1492000000");
  EXPECT_EQ(format(*multiply(number("-1.5"), number("0.2"))), "-0.30");
  EXPECT_EQ(format(*shift(number("64.4"), 9)), "64400000000");
  EXPECT_EQ(format(*shift(number("5"), -3)), "0.005");
  EXPECT_EQ(format(*divide(number("2"), number("3"), 4)), "0.6667");
  EXPECT_EQ(format(*divide(number("-1"), number("8"), 2)), "-0.13");
  EXPECT_EQ(format(round_to(number("2.345"), 2)), "2.35");
  EXPECT_EQ(format(round_to(number("-2.5"), 0)), "-3");
  EXPECT_EQ(format(trimmed(number("10.500"))), "10.5");
  EXPECT_FALSE(add(number("999999999999999999"), number("1")));
  EXPECT_FALSE(shift(number("1"), 18));
  EXPECT_FALSE(divide(number("1"), number("0"), 2));
}

TEST(Decimal, ComparesProductsOfAnySizeExactly) {
  const Decimal large = number("999999999999999999"), tiny{1, 18};
  EXPECT_TRUE(compare_products(large, large, tiny, tiny) > 0);
  EXPECT_TRUE(compare_products(tiny, tiny, large, large) < 0);
  const Decimal minus = number("-999999999999999999");
  EXPECT_TRUE(compare_products(large, minus, tiny, tiny) < 0);
  EXPECT_TRUE(compare_products(number("27.4"), number("100"), number("7.857757"), number("348.7")) >
              0);
  EXPECT_TRUE(compare_products(number("1.10"), number("2"), number("2.2"), number("1")) == 0);
}

TEST(Rng, DrawsAreTheSameEverywhere) {
  Rng rng(42);
  EXPECT_EQ(rng.next(), 13679457532755275413U);
  for (int i = 0; i < 1000; ++i) EXPECT_LT(rng.below(7), 7U);
}

TEST(Hash, IsSha256) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Issue, SentenceNamesPlaceValueAndWayOut) {
  const Issue issue{
      "impossible_date", "mission.starts_on", "2025-02-30", {}, {"mission.toml", 3, 1}};
  EXPECT_EQ(sentence(issue),
            "mission.toml:3:1: mission.starts_on is \"2025-02-30\", which is no date. "
            "Write 2025-10-05.");
}

TEST(Id, IsShortAndPlain) {
  EXPECT_TRUE(is_id("san-francisco_2.A"));
  EXPECT_FALSE(is_id(""));
  EXPECT_FALSE(is_id("a b"));
  EXPECT_FALSE(is_id(std::string(65, 'a')));
}

}  // namespace
}  // namespace kontor::base
