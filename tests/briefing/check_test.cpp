// Verdicts: each claim linked by what its sentence says and judged by intervals.
#include <algorithm>
#include <gtest/gtest.h>
#include <memory>

#include "briefing/check_text.h"
#include "briefing/material.h"
#include "exchange/figures_import.h"

namespace kontor::briefing::testing {

namespace {

using base::Language;

Claim claim_in(const std::string& text, Language language = Language::Fr) {
  const auto claims = read_claims(text, language).claims;
  EXPECT_EQ(claims.size(), 1U) << text;
  return claims.empty() ? Claim{} : claims[0];
}

void import(Ledger& ledger, const std::string& text) {
  auto held = std::make_shared<std::string>(text);
  const auto report = exchange::import_figures(
      [held](std::span<char> out) {
        const std::size_t count = std::min(out.size(), held->size());
        std::copy_n(held->data(), count, out.data());
        held->erase(0, count);
        return count;
      },
      "invented", {}, ledger);
  ASSERT_TRUE(report);
  ASSERT_EQ(report->quarantined, 0) << base::sentence(report->faults[0]);
}

// INVENTED values, chosen so that the reference mission's text holds under the Community concept
// and not under the national one.
Ledger invented() {
  Ledger ledger;
  std::string rows =
      "source,dataset,reporter,partner,flow,product,concept,measure,unit,period,value\n";
  const auto add = [&](const std::string& reporter, const std::string& partner, const char* flow,
                       const char* trade_concept, const char* value, const char* year = "2024",
                       const char* unit = "EUR") {
    const std::string source = reporter.starts_with("US") ? "census,intltrade" : "nbb,trade";
    rows += source + "," + reporter + "," + partner + "," + flow + ",TOTAL," + trade_concept +
            ",value," + unit + "," + year + "," + value + "\n";
  };
  add("BE", "US", "export", "community", "32929000000");
  add("BE", "US", "import", "community", "31437000000");
  add("BE", "US", "export", "community", "33300000000", "2023");
  add("BE", "US", "export", "national", "27400000000");
  add("BE", "US", "import", "national", "26100000000");
  add("BE", "WORLD", "export", "national", "348700000000");
  add("BE", "WORLD", "export", "community", "200000000000");
  for (const auto& [place, value] : {std::pair{"DE", "61000000000"},
                                     {"NL", "52000000000"},
                                     {"FR", "48000000000"},
                                     {"GB", "5000000000"}})
    add("BE", place, "export", "community", value);
  for (const auto& [state, value] :
       {std::pair{"US-NJ", "4100000000"}, {"US-CA", "1342000000"}, {"US-PA", "3300000000"}})
    add(state, "BE", "import", "general", value, "2024", "USD");
  import(ledger, rows);
  import(ledger, text_of(std::filesystem::path(KONTOR_SOURCE_DIR) /
                         "missions/statements/california-2025.csv"));
  return ledger;
}

std::string verdicts(const std::string& text, Language language,
                     TradeConcept trade_concept = TradeConcept::Community) {
  const Ledger ledger = invented();
  const FigureBook book(ledger);
  CheckOptions options;
  options.trade_concept = trade_concept;
  std::string out;
  for (const Finding& finding : check_text(read_claims(text, language), book, options).findings)
    out += (out.empty() ? "" : " ") + std::string(word(finding.judgement.verdict)) + ":" +
           std::string(word(finding.judgement.reason));
  return out;
}

TEST(Judge, TiesGoWhereRoundingCanReachThem) {
  const Claim claim = claim_in("Un total de 32,9 milliards €.");
  EXPECT_EQ(judge(claim, {32850000000, 0}).verdict, Verdict::Confirmed) << "half up";
  EXPECT_EQ(judge(claim, {32950000000, 0}).verdict, Verdict::RoundsDifferently);
  const Claim even = claim_in("Un total de 33,0 milliards €.");
  EXPECT_EQ(judge(even, {33050000000, 0}).verdict, Verdict::Confirmed) << "half to even";
  EXPECT_EQ(judge(claim, {32990000000, 0}).reason, Reason::Truncated);
  EXPECT_EQ(judge(claim, {3290000000, 0}).verdict, Verdict::Contradicted);
}

TEST(Judge, WideningAnIntervalNeverTurnsConfirmedIntoContradicted) {
  for (std::int64_t data = 32000; data < 34000; data += 7)
    for (std::int64_t stated = 31000; stated <= 34000; stated += 250) {
      Claim claim;
      claim.value = {stated, 0};
      bool confirmed = false;
      for (const std::int64_t place : {1, 10, 100, 1000}) {
        claim.place = {place, 0};
        claim.lowest = {stated * 10 - place * 5, 1};
        claim.highest = {stated * 10 + place * 5, 1};
        const Verdict verdict = judge(claim, {data, 0}).verdict;
        EXPECT_FALSE(confirmed && verdict == Verdict::Contradicted) << data << " " << stated;
        confirmed = confirmed || verdict == Verdict::Confirmed;
      }
    }
}

TEST(Judge, GivesTheVerdictsOfTheMaterial) {
  const auto file = shared() / "data/numbers/mission-claims/verdicts.jsonl";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "SKIPPED: " << file << " is not there";
  for (const exchange::JsonValue& line : json_lines(file)) {
    const Judgement found =
        judge(claim_in("Soit " + line["stated"].text), *base::parse_decimal(line["data"].text));
    std::string verdict(word(found.verdict));
    if (found.reason == Reason::BoundBroken) verdict += "_bound";
    if (found.reason == Reason::Loose) verdict += "_but_loose";
    EXPECT_EQ(verdict, line["verdict"].text) << line["stated"].text;
  }
}

TEST(Judge, ArithmeticInsideATextIsJudgedByIntervals) {
  const Claim us = claim_in("31,4 milliards €"), be = claim_in("32,9 milliards €");
  const std::vector<Claim> parts{us, be};
  EXPECT_TRUE(sum_is_feasible(parts, claim_in("64,4 milliards €")));
  EXPECT_FALSE(sum_is_feasible(parts, claim_in("64,5 milliards €")));
  const Claim exports = claim_in("348,7 Md€"), imports = claim_in("339,2 Md€");
  EXPECT_TRUE(difference_is_feasible(exports, imports, claim_in("9,5 Md€")));
  const Claim before = claim_in("738,2 Md€"), after = claim_in("687,9 Md€");
  EXPECT_TRUE(growth_is_feasible(before, after, claim_in("soit -6,8 %")));
  EXPECT_FALSE(growth_is_feasible(before, after, claim_in("soit -8,1 %")));
  EXPECT_TRUE(share_is_feasible(claim_in("27,4 milliards €"), exports, claim_in("soit 7,9 %")));
  EXPECT_FALSE(share_is_feasible(claim_in("27,4 milliards €"), exports, claim_in("soit 8,9 %")));
}

TEST(Check, LinksBySlotsInFourLanguages) {
  EXPECT_EQ(
      verdicts("Les exportations belges vers les États-Unis ont atteint 32,9 milliards € en 2024.",
               Language::Fr),
      "confirmed:rounding");
  EXPECT_EQ(verdicts("De Belgische uitvoer naar de VS bedroeg 32,9 miljard euro.", Language::Nl),
            "confirmed:rounding");
  EXPECT_EQ(
      verdicts("Die belgischen Ausfuhren nach Amerika betrugen 32,9 Mrd. Euro.", Language::De),
      "confirmed:rounding");
  EXPECT_EQ(verdicts("Belgian exports to the United States came to €32.9 billion.", Language::En),
            "confirmed:rounding");
  EXPECT_EQ(verdicts("Belgian imports from the United States came to €32.9 billion.", Language::En),
            "contradicted:outside");
  EXPECT_EQ(verdicts("US exports to Belgium came to €31.4 billion.", Language::En),
            "confirmed:rounding");
}

TEST(Check, WhoeverStandsBeforeAVerbBuysOrSells) {
  for (const char* text : {"Les États-Unis ont acheté pour 32,9 milliards € de biens belges.",
                           "La Belgique a exporté 32,9 milliards € vers les États-Unis.",
                           "La Belgique a importé 31,4 milliards € des États-Unis."})
    EXPECT_EQ(verdicts(text, Language::Fr), "confirmed:rounding") << text;
  EXPECT_EQ(
      verdicts("Belgium imported goods worth €31.4 billion from the United States.", Language::En),
      "confirmed:rounding");
}

TEST(Check, KnowsTheConceptAndSaysTheOther) {
  const std::string text =
      "Les exportations belges vers les États-Unis s’élèvent à 32,9 milliards €.";
  EXPECT_EQ(verdicts(text, Language::Fr, TradeConcept::National), "contradicted:outside");
  const Ledger ledger = invented();
  const FigureBook book(ledger);
  CheckOptions options;
  options.trade_concept = TradeConcept::National;
  const Finding finding = check_text(read_claims(text, Language::Fr), book, options).findings.at(0);
  const auto says = [&](const char* words) {
    for (const std::string& why : finding.explanations)
      if (why.contains(words)) return true;
    return false;
  };
  EXPECT_TRUE(says("Community concept"));
  EXPECT_EQ(verdicts("Selon le concept national, les exportations belges vers les États-Unis "
                     "s’élèvent à 27,4 milliards €.",
                     Language::Fr),
            "confirmed:exact");
}

TEST(Check, ATotalNeverAnswersForOneProductOrForServices) {
  for (const char* text : {"Belgian exports of chemicals to the US came to €9 billion.",
                           "Belgian exports of services to the US came to €9 billion."})
    EXPECT_EQ(verdicts(text, Language::En), "cannot_be_checked:no_series") << text;
}

// Errors put into true sentences: each is caught, and no true sentence is.
TEST(Check, SeededErrorsAreCaughtAndTrueSentencesAreNot) {
  const std::string sentence = "Belgian exports to the US reached €{} billion in {}.";
  const auto with = [&](const std::string& value, const std::string& year) {
    std::string text = sentence;
    text.replace(text.find("{}"), 2, value);
    text.replace(text.find("{}"), 2, year);
    return verdicts(text, Language::En);
  };
  for (const char* right : {"32.9", "32.93", "33", "32.929"})
    EXPECT_TRUE(with(right, "2024").starts_with("confirmed")) << right;
  EXPECT_TRUE(with("33.3", "2023").starts_with("confirmed"));
  for (const char* wrong : {"33.3", "31.4", "3.29", "329", "64.4", "27.4", "35.6"})
    EXPECT_TRUE(with(wrong, "2024").starts_with("contradicted")) << wrong;
  for (const char* near : {"33.0", "32.8"})
    EXPECT_TRUE(with(near, "2024").starts_with("rounds_differently")) << near;
}

TEST(Check, RanksHaveASetAndAreCertainOnlyWithATotal) {
  EXPECT_EQ(verdicts("The United States are the 4th market for Belgian exports.", Language::En),
            "confirmed:exact");
  EXPECT_EQ(verdicts("The United States are the 3rd market for Belgian exports.", Language::En),
            "contradicted:outside");
  EXPECT_EQ(verdicts("The United States are the 2nd market for Belgian exports outside the EU.",
                     Language::En),
            "cannot_be_checked:incomplete_set");
  EXPECT_EQ(verdicts("California is the 3rd destination of Belgian exports.", Language::En),
            "cannot_be_checked:scope_missing");
}

// The press text of the reference mission, statement by statement (reference/trade.md, section 2).
TEST(Check, ThePressTextGetsItsVerdicts) {
  const auto file = shared() / "facts/press-release.fr.txt";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "SKIPPED: " << file << " is not there";
  Ledger ledger = invented();
  const FigureBook book(ledger);
  const std::string text = text_of(file);
  const Checked checked = check_text(read_claims(text, Language::Fr), book, {});
  const std::vector<std::pair<std::string, std::string>> expected{
      {"près de 500 participants", "contradicted:bound"},
      {"221 entreprises", "confirmed:exact"},
      {"17 fédérations", "confirmed:exact"},
      {"15 institutions", "confirmed:exact"},
      {"64,4 milliards €", "confirmed:rounding"},
      {"31,4 milliards €", "confirmed:rounding"},
      {"32,9 milliards €", "confirmed:rounding"},
      {"15ème rang", "cannot_be_checked:no_series"},
      {"4ème débouché", "confirmed:exact"},
      {"quatrième fournisseur", "cannot_be_checked:no_series"},
      {"plus grand partenaire", "cannot_be_checked:incomplete_set"},
      {"premier investisseur", "cannot_be_checked:third_party"},
      {"plus de 900 entreprises", "cannot_be_checked:third_party"},
      {"près de 115.000 personnes", "cannot_be_checked:third_party"},
      {"plus de 230.000 emplois", "cannot_be_checked:third_party"},
      {"7ᵉ destination", "cannot_be_checked:scope_missing"},
      {"1,342 milliard de dollars", "confirmed:exact"},
      {"4ᵉ fournisseur", "cannot_be_checked:scope_missing"},
      {"2,146 milliards de dollars", "cannot_be_checked:no_series"},
      {"près de 80 activités", "confirmed:rounding"},
      {"Environ 63 entreprises", "confirmed:rounding"}};
  ASSERT_EQ(checked.findings.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const Finding& finding = checked.findings[i];
    std::string span = text.substr(finding.claim.begin, finding.claim.end - finding.claim.begin);
    for (std::size_t at = 0; (at = span.find("\u00A0", at)) != std::string::npos;)
      span.replace(at, 2, " ");
    EXPECT_EQ(span, expected[i].first);
    EXPECT_EQ(std::string(word(finding.judgement.verdict)) + ":" +
                  std::string(word(finding.judgement.reason)),
              expected[i].second)
        << span;
  }
  const auto warned = [&](const char* what) {
    return std::ranges::any_of(checked.warnings,
                               [&](const std::string& w) { return w.starts_with(what); });
  };
  EXPECT_TRUE(warned("mixed_currencies"));
  EXPECT_TRUE(warned("same_rank"));
  EXPECT_TRUE(warned("sum_by_rounding"));
}

}  // namespace

}  // namespace kontor::briefing::testing
