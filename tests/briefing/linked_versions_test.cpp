// What four versions of a release must have in common: numbers, dates, names.
#include "briefing/linked_versions.h"

#include <gtest/gtest.h>

#include "briefing/dates.h"

namespace kontor::briefing {
namespace {

std::vector<std::string> dates_in(std::string_view text, base::Language language) {
  std::vector<std::string> values;
  for (const NamedTime& time : read_dates(read_claims(text, language)))
    values.push_back(time.value);
  return values;
}

TEST(Dates, AreTheSameValueInEveryLanguage) {
  using enum base::Language;
  const std::vector<std::string> value{"2025-10-08", "17:30"};
  EXPECT_EQ(dates_in("Le 8 octobre 2025 à 17h30.", Fr), value);
  EXPECT_EQ(dates_in("Op 8 oktober 2025 om 17.30 uur.", Nl), value);
  EXPECT_EQ(dates_in("Am 8. Oktober 2025 um 17:30 Uhr.", De), value);
  EXPECT_EQ(dates_in("On October 8, 2025 at 5:30 pm.", En), value);
  EXPECT_EQ(dates_in("On 2025-10-08 at 17:30.", En), value);
  EXPECT_EQ(dates_in("Le 8/10/2025, 17 h 30", Fr), value);
  EXPECT_EQ(dates_in("Le 1er mai", Fr), (std::vector<std::string>{"05-01"}));
}

const FourTexts good{
    "Alpha SA et Beta Inc. signent le 8 octobre 2025 un contrat de 12,5 millions d’euros.",
    "Alpha SA en Beta Inc. tekenen op 8 oktober 2025 een contract van 12,5 miljoen euro.",
    "Alpha SA und Beta Inc. unterzeichnen am 8. Oktober 2025 einen Vertrag über 12,5 Millionen "
    "Euro.",
    "Alpha SA and Beta Inc. sign a contract worth EUR 12.5 million on 8 October 2025."};

std::vector<base::Text> names() {
  return {base::Text::same("Alpha SA"), base::Text::same("Beta Inc."), base::Text::same("Nobody")};
}

std::vector<VersionLink> wrong_ones(const FourTexts& texts) {
  std::vector<VersionLink> wrong = link_versions(texts, names());
  std::erase_if(wrong, [](const VersionLink& link) { return link.differs.empty(); });
  return wrong;
}

TEST(LinkedVersions, LinkNumberDateAndNamesThatAgree) {
  const auto links = link_versions(good, names());
  ASSERT_EQ(links.size(), 4U);
  for (const VersionLink& link : links) {
    EXPECT_TRUE(link.differs.empty()) << word(link.kind);
    for (const auto& span : link.spans) EXPECT_TRUE(span);
  }
}

TEST(LinkedVersions, FindTheVersionWithTenTimesTheSum) {
  FourTexts texts = good;
  texts[0] = "Alpha SA et Beta Inc. signent le 8 octobre 2025 un contrat de 125 millions d’euros.";
  const auto wrong = wrong_ones(texts);
  ASSERT_EQ(wrong.size(), 1U);
  EXPECT_EQ(wrong[0].kind, VersionLink::Kind::Number);
  EXPECT_EQ(wrong[0].differs, "value");
  EXPECT_EQ(sentence_around(texts[0], *wrong[0].spans[0]), texts[0]);
  EXPECT_EQ(sentence_around(texts[1], *wrong[0].spans[1]), texts[1]);
}

TEST(LinkedVersions, ReadMoreThanWhereGermanSaysSo) {
  FourTexts texts = good;
  texts[2] = "Alpha SA und Beta Inc. unterzeichnen am 8. Oktober 2025 über 12,5 Millionen Euro.";
  const auto wrong = wrong_ones(texts);
  ASSERT_EQ(wrong.size(), 1U);
  EXPECT_EQ(wrong[0].differs, "modifier");
}

TEST(LinkedVersions, FindAnotherCurrencyAnotherDayAndAMissingName) {
  FourTexts texts = good;
  texts[3] = "Alpha SA signs a contract worth USD 12.5 million on 9 October 2025.";
  const auto wrong = wrong_ones(texts);
  ASSERT_EQ(wrong.size(), 4U);  // the currency, two days of which each is missing, Beta
}

TEST(LinkedVersions, TakeAVersionThatIsNotWrittenForNone) {
  FourTexts texts = good;
  texts[2].clear();
  EXPECT_TRUE(wrong_ones(texts).empty());
  EXPECT_TRUE(link_versions({}, names()).empty());
}

TEST(WrongSums, AreThoseOfVersionsThatDoNotNameTheAmount) {
  const auto amount = base::parse_decimal("12500000").value();
  EXPECT_TRUE(wrong_sums(good, amount, "EUR").empty());
  FourTexts texts = good;
  texts[0] = "Un contrat de 125 millions d’euros.";
  const auto wrong = wrong_sums(texts, amount, "EUR");
  ASSERT_EQ(wrong.size(), 1U);
  EXPECT_EQ(wrong[0].language, base::Language::Fr);
  EXPECT_TRUE(wrong_sums(texts, amount, "USD").empty());
}

}  // namespace
}  // namespace kontor::briefing
