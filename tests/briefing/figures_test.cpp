// The ledger of figures and what is derived from it, exactly.
#include <gtest/gtest.h>

#include "base/rng.h"
#include "briefing/derive.h"
#include "briefing/place_code.h"
#include "briefing/ranking.h"
#include "briefing/sections.h"
#include "briefing/source_table.h"
#include "briefing/vintage.h"

namespace kontor::briefing {

namespace {

Observation of(Flow flow, const std::string& partner, std::int64_t value,
               const std::string& period = "2024", const std::string& product = "TOTAL") {
  Observation o{.source = "eurostat", .dataset = "DS-059341", .reporter = "BE", .partner = partner};
  o.flow = flow;
  o.classification = product == "TOTAL" ? "TOTAL" : "SECTION";
  o.product = product;
  o.trade_concept = TradeConcept::Community;
  o.measure = "value";
  o.unit = "EUR";
  o.period = period;
  o.value = {value, 0};
  o.vintage = "2025-09-15";
  return o;
}

Asked asked_of(Flow flow) {
  const Observation o = of(flow, "US", 0);
  return {.basis = basis_of(o), .reporter = "BE", .partner = "US", .flow = flow, .period = "2024"};
}

TEST(Ledger, GivesBackWhatWasAdded) {
  Ledger ledger;
  Observation o = of(Flow::Export, "US", 32929000000);
  o.flags = "bp";
  o.retrieved = "2025-10-01";
  o.origin = "a file";
  o.value = {329290000005, 1};
  EXPECT_EQ(ledger.add(o), Ledger::Outcome::Added);
  EXPECT_EQ(ledger.at(0), o);
  EXPECT_EQ(ledger.add(o), Ledger::Outcome::Repeated);
  o.value = {3292900000050, 2};
  EXPECT_EQ(ledger.add(o), Ledger::Outcome::Repeated) << "32929000000.50 is 32929000000.5";
  o.state = State::Suppressed;
  EXPECT_EQ(ledger.add(o), Ledger::Outcome::Conflicting);
  o.vintage = "2026-01-01";
  EXPECT_EQ(ledger.add(o), Ledger::Outcome::Added);
}

TEST(Ledger, HoldsManyAndFindsEach) {
  Ledger ledger;
  for (int i = 0; i < 20000; ++i)
    ledger.add(
        of(i % 2 == 0 ? Flow::Export : Flow::Import, "US", i, "2024", std::to_string(i / 2)));
  EXPECT_EQ(ledger.size(), 20000U);
  const auto found = ledger.find(of(Flow::Import, "US", 0, "2024", "777"));
  ASSERT_TRUE(found);
  EXPECT_EQ(ledger.at(*found).value.coefficient, 1555);
  EXPECT_FALSE(ledger.find(of(Flow::Import, "US", 0, "2023", "777")));
}

TEST(Derive, GivesTheNumbersOfTheReferenceMission) {
  const auto exports = of(Flow::Export, "US", 32929000000),
             imports = of(Flow::Import, "US", 31437000000);
  EXPECT_EQ(format(total(exports, imports)->value), "64366000000");
  EXPECT_EQ(format(balance(exports, imports)->value), "1492000000");
  const auto part =
      share(of(Flow::Export, "US", 27400000000), of(Flow::Export, "WORLD", 348700000000));
  EXPECT_EQ(format(part->value), "7.857757");
  EXPECT_EQ(part->inputs.size(), 2U);
  EXPECT_FALSE(part->formula.empty());
  const auto change = growth(of(Flow::Export, "US", 7382, "2023"), of(Flow::Export, "US", 6879));
  EXPECT_EQ(format(change->value), "-6.813872");
}

TEST(Derive, ComparesRatiosWithoutRounding) {
  const auto third = share(of(Flow::Export, "US", 1), of(Flow::Export, "WORLD", 3));
  EXPECT_TRUE(compare_percent(*third, *base::parse_decimal("33.333333333333334")) < 0);
  EXPECT_TRUE(compare_percent(*third, *base::parse_decimal("33.333333333333333")) > 0);
  const auto half = share(of(Flow::Export, "US", 1), of(Flow::Export, "WORLD", 2));
  EXPECT_TRUE(compare_percent(*half, {50, 0}) == 0);
}

TEST(Derive, SuppressedAndAbsentGiveNothing) {
  auto hidden = of(Flow::Export, "US", 5);
  hidden.state = State::Suppressed;
  EXPECT_FALSE(total(hidden, of(Flow::Import, "US", 1)));
  EXPECT_FALSE(share(of(Flow::Export, "US", 1), hidden));
  EXPECT_FALSE(share(of(Flow::Export, "US", 1), of(Flow::Export, "WORLD", 0)));
}

std::vector<Observation> market(base::Rng& rng, int countries) {
  const std::vector<std::string> places{"DE", "FR", "NL", "US", "GB", "IT", "ES", "CN", "JP", "PL"};
  std::vector<Observation> rows;
  for (int i = 0; i < countries; ++i)
    rows.push_back(of(Flow::Export, places[static_cast<std::size_t>(i)], rng.between(1, 6)));
  rows.push_back(of(Flow::Export, "EU", 1000));
  rows.push_back(of(Flow::Export, "QX", 999));
  return rows;
}

TEST(Ranking, CountsWithoutAggregatesAndPermutedRowsChangeNothing) {
  base::Rng rng(1);
  for (int round = 0; round < 60; ++round) {
    std::vector<Observation> rows = market(rng, 3 + static_cast<int>(rng.below(8)));
    std::vector<Ranked> first;
    for (int k = 0; k < 4; ++k) {
      rng.shuffle(std::span(rows));
      Ledger ledger;
      for (const Observation& row : rows) ledger.add(row);
      const FigureBook book(ledger);
      const Ranking ranking = rank_partners(book, asked_of(Flow::Export), RankedSet::World, false);
      ASSERT_EQ(ranking.members.size() + 2, rows.size());
      for (const Ranked& member : ranking.members) {
        int larger = 0;  // by hand: one more than those with a larger value
        for (const Observation& row : rows)
          larger += is_country(row.partner) && row.value.coefficient > member.value.coefficient;
        EXPECT_EQ(member.rank, larger + 1);
      }
      if (k == 0) first = ranking.members;
      for (std::size_t i = 0; i < first.size(); ++i)
        EXPECT_EQ(ranking.members[i].place, first[i].place);
    }
  }
}

TEST(Ranking, IsCertainOnlyWhenNobodyMissingCouldStandBefore) {
  Ledger ledger;
  ledger.add(of(Flow::Export, "DE", 50));
  ledger.add(of(Flow::Export, "US", 30));
  ledger.add(of(Flow::Export, "WORLD", 100));
  const FigureBook book(ledger);
  const Ranking ranking = rank_partners(book, asked_of(Flow::Export), RankedSet::World, false);
  EXPECT_EQ(format(*ranking.rest), "20");
  EXPECT_TRUE(ranking.certain_for({30, 0}));
  EXPECT_FALSE(ranking.certain_for({20, 0}));
  EXPECT_EQ(format(*margin_above(ranking, "US")), "66.67");
  EXPECT_FALSE(margin_below(ranking, "US"));
}

TEST(Sections, SumToTheTotalLessWhatIsSuppressed) {
  Ledger ledger;
  ledger.add(of(Flow::Export, "US", 100));
  ledger.add(of(Flow::Export, "US", 60, "2024", "06"));
  ledger.add(of(Flow::Export, "US", 30, "2024", "07"));
  ledger.add(of(Flow::Export, "US", 40, "2023", "06"));
  ledger.add(of(Flow::Export, "US", 35, "2023", "07"));
  Observation hidden = of(Flow::Export, "US", 0, "2024", "19");
  hidden.state = State::Suppressed;
  ledger.add(hidden);
  const FigureBook book(ledger);
  const auto found = parts(book, asked_of(Flow::Export), "SECTION");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].product, "06");
  EXPECT_EQ(format(*found[0].share), "60.00");
  EXPECT_EQ(format(*found[0].growth), "50.00");
  EXPECT_TRUE(found[2].suppressed);
  base::Decimal sum{};
  for (const Part& part : found)
    if (!part.suppressed) sum = *base::add(sum, part.value);
  EXPECT_EQ(format(sum), "90");
  const auto moved = movers(found, 1);
  ASSERT_EQ(moved.size(), 1U);
  EXPECT_EQ(moved[0].product, "06");
}

TEST(Vintage, ShowsWhatANewReleaseSaysOtherwise) {
  Ledger before, after;
  before.add(of(Flow::Export, "US", 100));
  before.add(of(Flow::Import, "US", 50));
  before.add(of(Flow::Import, "FR", 7));
  Observation revised = of(Flow::Export, "US", 103), gone_provisional = of(Flow::Import, "US", 50);
  revised.vintage = gone_provisional.vintage = "2026-01-01";
  gone_provisional.flags = "r";
  after.add(revised);
  after.add(gone_provisional);
  after.add(of(Flow::Export, "CN", 9));
  std::map<std::string, int> kinds;
  for (const Change& change : changes(before, after)) {
    ++kinds[std::string(word(change.kind))];
    if (change.kind == Change::Kind::Changed) {
      EXPECT_EQ(format(*change.difference), "3");
    }
  }
  EXPECT_EQ(kinds, (std::map<std::string, int>{
                       {"changed", 1}, {"reflagged", 1}, {"gone", 1}, {"new", 1}}));
}

TEST(PlaceCode, KnowsTheFiveNumbersInWhichTheUnLeavesIso) {
  for (const auto& [number, place] : {std::pair{"842", "US"},
                                      {"251", "FR"},
                                      {"757", "CH"},
                                      {"579", "NO"},
                                      {"699", "IN"},
                                      {"56", "BE"},
                                      {"0", "WORLD"}}) {
    EXPECT_EQ(comtrade_place(number), place);
    EXPECT_EQ(to_comtrade(place), number);
  }
  EXPECT_EQ(schedule_c_place("4231"), "BE");
  EXPECT_EQ(eurostat_place("BE", 1998), "BLEU");
  EXPECT_EQ(eurostat_place("EL", 2024), "GR");
  EXPECT_FALSE(eurostat_place("9Z", 2024));
  EXPECT_FALSE(us_state("ZZ"));
  EXPECT_FALSE(is_country("EU"));
  EXPECT_FALSE(is_country("QX"));
}

TEST(Recipe, IsPrintedForEverySourceWithTheAgencysOwnCodes) {
  for (const Source& source : sources()) {
    const std::string text = recipe(source, {});
    EXPECT_EQ(text.find('{'), std::string::npos) << text;
    EXPECT_FALSE(source.licence.empty());
  }
  EXPECT_NE(recipe(*source_of("census"), {}).find("CTY_CODE=4231"), std::string::npos);
  EXPECT_NE(recipe(*source_of("comtrade"), {}).find("partnerCode=842"), std::string::npos);
}

}  // namespace

}  // namespace kontor::briefing
