// Numbers in texts of four languages: each found, read exactly, and nothing else taken for one.
#include <gtest/gtest.h>

#include "base/rng.h"
#include "briefing/material.h"
#include "briefing/reading/claims.h"

namespace kontor::briefing::testing {

namespace {

using base::Language;

struct Case {
  Language language;
  const char* text;
  const char* expected;  // "span|kind|modifier|value|unit", several joined by " ; "
};

std::string shown(const std::string& text, const Claim& claim) {
  return text.substr(claim.begin, claim.end - claim.begin) + "|" + std::string(word(claim.kind)) +
         "|" + std::string(word(claim.modifier)) + "|" + base::format(base::trimmed(claim.value)) +
         "|" + claim.unit;
}

std::string all_of(const std::string& text, Language language) {
  std::string out;
  for (const Claim& claim : read_claims(text, language).claims)
    out += (out.empty() ? "" : " ; ") + shown(text, claim);
  return out;
}

TEST(Reading, FindsEachNumberWithItsUnitAndModifier) {
  const Case cases[] = {
      {Language::Fr, "Un total de 1.234,5 millions d’euros en 2024.",
       "1.234,5 millions d’euros|money|eq|1234500000|EUR"},
      {Language::Fr, "Le pays compte quelque 70 000 emplois.",
       "quelque 70 000 emplois|count|about|70000|job"},
      {Language::Fr, "Les ventes ont progressé de plus de 20 pour cent.",
       "progressé de plus de 20 pour cent|pct_change|gt|20|percent"},
      {Language::Nl, "Meer dan driehonderd bedrijven reizen mee.",
       "Meer dan driehonderd bedrijven|count|gt|300|company"},
      {Language::Nl, "De invoer steeg met 3,2 % tot 31,4 miljard euro.",
       "steeg met 3,2 %|pct_change|eq|3.2|percent ; tot 31,4 miljard "
       "euro|money|le|31400000000|EUR"},
      {Language::Nl, "Het is de op één na grootste leverancier.",
       "op één na grootste leverancier|rank|eq|2|rank"},
      {Language::De, "Über zweihundertfünfzig Unternehmen nehmen teil.",
       "Über zweihundertfünfzig Unternehmen|count|gt|250|company"},
      {Language::De, "Das ist der zweitgrößte Handelspartner.",
       "zweitgrößte Handelspartner|rank|eq|2|rank"},
      {Language::De, "Die Ausfuhr sank um 6,8 Prozent auf 27,4 Mrd. Euro.",
       "sank um 6,8 Prozent|pct_change|eq|-6.8|percent ; 27,4 Mrd. Euro|money|eq|27400000000|EUR"},
      {Language::En, "It is Belgium's second-largest market.",
       "second-largest market|rank|eq|2|rank"},
      {Language::En, "Some 900 firms employ at least 115,000 people.",
       "Some 900 firms|count|about|900|company ; at least 115,000 people|count|ge|115000|person"},
      {Language::En, "One million and a half people, a fifth of it.",
       "One million and a half people|count|eq|1500000|person ; a fifth|number|eq|0.2|"},
      {Language::En, "Exports are three times higher.", "three times|multiple|eq|3|times"},
      {Language::En, "Between $5m and $7m was lost.", "Between $5m and $7m|range|eq|5000000|USD"},
      {Language::En, "A deficit of EUR 2.2 billion.",
       "deficit of EUR 2.2 billion|balance|eq|-2200000000|EUR"}};
  for (const Case& c : cases) EXPECT_EQ(all_of(c.text, c.language), c.expected) << c.text;
}

TEST(Reading, ReadsFractionsAndMixedNumbers) {
  const Case cases[] = {
      {Language::En, "The population is 3 million and a half.",
       "3 million and a half|number|eq|3500000|"},
      {Language::En, "Five billion and three quarters.",
       "Five billion and three quarters|number|eq|5750000000|"},
      {Language::En, "Two thirds of a million people.",
       "Two thirds of a million people|count|eq|666666.666666667|person"},
      {Language::En, "One in five firms, one in 2025.",
       "One in five firms|count|eq|0.2|company ; one|number|eq|1|"},
      {Language::En, "Three twenty-firsts, or one hundred and three and two thirds.",
       "Three twenty-firsts|number|eq|0.142857142857143| ; "
       "one hundred and three and two thirds|number|eq|103.666666666666667|"},
      {Language::En, "One hundred and thirty fifths.",
       "One hundred and thirty fifths|number|eq|26|"},
      {Language::En, "A fifth company joined, a fifth of it.",
       "fifth company|rank|eq|5|rank ; a fifth|number|eq|0.2|"},
      {Language::Fr, "Deux tiers de million, 3 millions et demi.",
       "Deux tiers de million|number|eq|666666.666666667| ; 3 millions et demi|number|eq|3500000|"},
      {Language::Fr, "Un centième, quatre millièmes.",
       "Un centième|number|eq|0.01| ; quatre millièmes|number|eq|0.004|"},
      {Language::Nl, "Vijf miljard en driekwart.",
       "Vijf miljard en driekwart|number|eq|5750000000|"},
      {Language::Nl, "Drie vijfden, eenentwintig vijfde.",
       "Drie vijfden|number|eq|0.6| ; eenentwintig vijfde|number|eq|4.2|"},
      {Language::De, "Fünf und drei Viertel Milliarden.",
       "Fünf und drei Viertel Milliarden|number|eq|5750000000|"},
      {Language::En, "It is ⅔, not ⅙.",
       "⅔|number|eq|0.666666666666667| ; ⅙|number|eq|0.166666666666667|"}};
  for (const Case& c : cases) EXPECT_EQ(all_of(c.text, c.language), c.expected) << c.text;
}

TEST(Reading, ReadsWhatStandsBehindACurrency) {
  const Case cases[] = {
      {Language::En, "It cost 15 dollars 50.", "15 dollars 50|money|eq|15.5|USD"},
      {Language::En, "It cost thirteen dollars and forty-five cents.",
       "thirteen dollars and forty-five cents|money|eq|13.45|USD"},
      {Language::En, "For 3 dollars 50 people came.",
       "3 dollars|money|eq|3|USD ; 50 people|count|eq|50|person"},
      {Language::Fr, "Quinze euros et quarante-cinq cents.",
       "Quinze euros et quarante-cinq cents|money|eq|15.45|EUR"},
      {Language::De, "Zwei Euro fünfzig.", "Zwei Euro fünfzig|money|eq|2.5|EUR"},
      {Language::En, "They lost 75 USD million.", "75 USD million|money|eq|75000000|USD"},
      {Language::En, "About 120 MEUR and 30 MUSD.",
       "About 120 MEUR|money|about|120000000|EUR ; 30 MUSD|money|eq|30000000|USD"},
      {Language::De, "Ein Umsatz von 450 TEUR.", "450 TEUR|money|eq|450000|EUR"},
      {Language::En, "5 million and 21 projects.",
       "5 million|number|eq|5000000| ; 21 projects|count|eq|21|project"},
      {Language::En, "4 thousand 3 hundred and 21 firms.",
       "4 thousand 3 hundred and 21 firms|count|eq|4321|company"},
      {Language::Fr, "Il coûte 45 cents.", "45 cents|count|eq|45|cents"}};
  for (const Case& c : cases) EXPECT_EQ(all_of(c.text, c.language), c.expected) << c.text;
}

TEST(Reading, EndsANumberAtAnEmptyLine) {
  EXPECT_EQ(all_of("two hundred point zero three\n\ntwo hundred", Language::En),
            "two hundred point zero three|number|eq|200.03| ; two hundred|number|eq|200|");
  EXPECT_EQ(all_of("vijf en een kwart\n\neen miljoen", Language::Nl),
            "vijf en een kwart|number|eq|5.25| ; een miljoen|number|eq|1000000|");
  EXPECT_EQ(all_of("2\n\n1/2", Language::De), "2|number|eq|2| ; 1/2|number|eq|0.5|");
}

TEST(Reading, TellsListsFromGroups) {
  EXPECT_EQ(all_of("In rows 22,24,26,31 of it.", Language::En),
            "22|number|eq|22| ; 24|number|eq|24| ; 26|number|eq|26| ; 31|number|eq|31|");
  EXPECT_EQ(all_of("It is 12,34,567.89 rupees.", Language::En),
            "12,34,567.89 rupees|count|eq|1234567.89|rupees");
  EXPECT_EQ(all_of("1e10 et -12e-1", Language::Fr),
            "1e10|number|eq|10000000000| ; -12e-1|number|eq|-1.2|");
}

TEST(Reading, TakesNothingElseForAClaim) {
  const Case cases[] = {
      {Language::Fr, "Le 1er octobre 2025, de 9h30 à 17h, au 3ème étage.", ""},
      {Language::Fr, "Selon la loi n° 2024-12 et l’article 5, page 12.", ""},
      {Language::Fr, "Le Premier ministre, pour la première fois, parle du XXIe siècle.", ""},
      {Language::Fr, "Du 5 au 8 octobre, puis les 9 et 10 octobre.", ""},
      {Language::Nl, "Van 5 tot 8 oktober 2025 in 1000 Brussel.", ""},
      {Language::De, "Am 5. Oktober 2025 um 14 Uhr, Tel. 02 555 01 02.", ""},
      {Language::En, "On October 5–8, 2025, B2B meetings on 5G, CO2 and COVID-19.", ""},
      {Language::En, "In 2024 the 21st century began to look old.", ""},
      {Language::En, "See https://example.org/2024/05 or write to a1@b2.org.", ""},
      {Language::Fr, "L’un des plus grands marchés du monde.", ""}};
  for (const Case& c : cases) EXPECT_EQ(all_of(c.text, c.language), c.expected) << c.text;
}

TEST(Reading, KeepsTheOtherReadingOfAnAmbiguousSeparator) {
  const auto claims = read_claims("1,342 billion dollars", Language::En).claims;
  ASSERT_EQ(claims.size(), 1U);
  ASSERT_EQ(claims[0].alternatives.size(), 1U);
  EXPECT_EQ(format(base::trimmed(claims[0].alternatives[0])), "1342000000");
}

TEST(Reading, SeesThroughMarkupAndGivesBytesOfTheOriginal) {
  const std::string text =
      "<p>Le 4<sup>e</sup>&nbsp;client ach&egrave;te pour 5&nbsp;Mds&nbsp;&euro;.</p>";
  const auto claims = read_claims(text, Language::Fr, true).claims;
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(text.substr(claims[0].begin, claims[0].end - claims[0].begin),
            "4<sup>e</sup>&nbsp;client");
  EXPECT_EQ(format(claims[1].value), "5000000000");
}

// Written by every language's own rules, then read: the same number.
TEST(Reading, FormatAndParseAreInverseInEveryLanguage) {
  base::Rng rng(7);
  for (int round = 0; round < 400; ++round) {
    const auto language = static_cast<Language>(rng.below(4));
    const std::int64_t whole = static_cast<std::int64_t>(rng.below(2'000'000'000));
    const int places = static_cast<int>(rng.below(3));
    std::string digits = std::to_string(whole);
    const bool english = language == Language::En;
    const std::vector<std::string> groups{english ? "," : ".", "\u00A0", "\u202F"};
    const std::string group = groups[english ? 0 : rng.below(3)];
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
      digits.insert(static_cast<std::size_t>(at), group);
    std::int64_t value = whole;
    if (places > 0) {
      digits += english ? "." : ",";
      for (int i = 0; i < places; ++i) {
        const auto digit = static_cast<std::int64_t>(rng.below(10));
        digits += static_cast<char>('0' + digit);
        value = value * 10 + digit;
      }
    }
    const std::string text = "x " + digits + " €";
    const auto claims = read_claims(text, language).claims;
    ASSERT_EQ(claims.size(), 1U) << text;
    EXPECT_TRUE(compare(claims[0].value, {value, places}) == 0) << text;
    EXPECT_EQ(text.substr(claims[0].number_begin, claims[0].number_end - claims[0].number_begin),
              digits);
  }
}

TEST(Reading, RubbishNeverCrashesAndSpansNeverOverlap) {
  base::Rng rng(3);
  const std::vector<std::string> pieces{"1",         "2024",
                                        ".",         ",",
                                        " ",         "\u00A0",
                                        "ᵉ",         "¹",
                                        "milliards", "d’",
                                        "euro",      "€",
                                        "%",         "-",
                                        "–",         "et",
                                        "und",       "vingt",
                                        "hundert",   "op",
                                        "na",        "grootste",
                                        "of",        "the",
                                        "(",         "1/2",
                                        "e",         "\n\n",
                                        "\xFF",      "\xC3",
                                        "<p>",       "&nbsp;",
                                        "plus de",   "entre",
                                        "Mrd.",      "+32",
                                        "4.",        "999999999999999999"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t k = rng.below(14); k > 0; --k)
      text += pieces[rng.below(pieces.size())] + (rng.chance(500) ? " " : "");
    for (const Language language : base::all_languages) {
      std::size_t end = 0;
      for (const Claim& claim : read_claims(text, language, rng.chance(300)).claims) {
        EXPECT_LE(end, claim.begin) << text;
        EXPECT_LT(claim.begin, claim.end);
        EXPECT_LE(claim.end, text.size());
        end = claim.end;
      }
    }
  }
}

// The 96 sentences written for this project: spans, kinds, values, intervals, units.
TEST(Reading, ReadsAllMissionClaims) {
  const auto file = shared() / "data/numbers/mission-claims/claims.jsonl";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "SKIPPED: " << file << " is not there";
  for (const exchange::JsonValue& line : json_lines(file)) {
    const std::string text = line["text"].text, kind = line["kind"].text;
    const auto claims = read_claims(text, *base::language_of(line["lang"].text)).claims;
    if (kind == "not_a_claim") {
      EXPECT_TRUE(claims.empty()) << text;
      continue;
    }
    ASSERT_EQ(claims.size(), 1U) << text;
    const Claim& claim = claims[0];
    EXPECT_EQ(text.substr(claim.begin, claim.end - claim.begin), line["span"].text);
    EXPECT_EQ(word(claim.kind), kind) << text;
    EXPECT_EQ(word(claim.modifier), line["mod"].text) << text;
    EXPECT_EQ(claim.unit, line["unit"].text) << text;
    const auto number = [&](const char* name) { return *base::parse_decimal(line[name].text); };
    if (kind == "range") {
      EXPECT_TRUE(compare(claim.value, number("lo_value")) == 0) << text;
      EXPECT_TRUE(compare(claim.upper, number("hi_value")) == 0) << text;
      continue;
    }
    EXPECT_TRUE(compare(claim.value, number("value")) == 0) << text;
    if (line["lo"].text.empty()) continue;
    EXPECT_TRUE(compare(claim.lowest, number("lo")) == 0) << text;
    EXPECT_TRUE(compare(claim.highest, number("hi")) == 0) << text;
  }
}

}  // namespace

}  // namespace kontor::briefing::testing
