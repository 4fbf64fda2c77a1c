// The note: every number refers to its figure, and stands its own check in four languages.
#include "briefing/note.h"

#include <gtest/gtest.h>
#include <regex>

#include "briefing/check_text.h"
#include "briefing/number_format.h"
#include "exchange/note_write.h"

namespace kontor::briefing {

namespace {

using base::Language;

// INVENTED values.
FigureBook book_of(bool provisional) {
  Ledger ledger;
  const auto add = [&](Flow flow, const char* partner, std::int64_t value, const char* period,
                       const char* product = "TOTAL") {
    Observation o{.source = "nbb", .dataset = "trade", .reporter = "BE", .partner = partner};
    o.flow = flow;
    o.classification = std::string_view(product) == "TOTAL" ? "TOTAL" : "SECTION";
    o.product = product;
    o.trade_concept = TradeConcept::Community;
    o.measure = "value";
    o.unit = "EUR";
    o.period = period;
    o.value = {value, 0};
    if (provisional && o.period == "2024") o.flags = "p";
    ledger.add(o);
  };
  const char* years[] = {"2020", "2021", "2022", "2023", "2024"};
  const std::int64_t exports[] = {28'140'000'000, 31'200'000'000, 35'100'000'000, 33'300'000'000,
                                  32'929'000'000};
  const std::int64_t imports[] = {30'000'000'000, 29'950'000'000, 40'120'000'000, 33'210'000'000,
                                  31'437'000'000};
  for (int i = 0; i < 5; ++i) {
    add(Flow::Export, "US", exports[i], years[i]);
    add(Flow::Import, "US", imports[i], years[i]);
  }
  for (const auto& [place, value] : {std::pair{"DE", 61}, {"NL", 52}, {"FR", 48}, {"GB", 22}})
    add(Flow::Export, place, value * 1'000'000'000LL, "2024");
  add(Flow::Export, "WORLD", 220'000'000'000, "2024");
  add(Flow::Export, "US", 9'000'000'000, "2024", "06");
  add(Flow::Export, "US", 8'000'000'000, "2023", "06");
  add(Flow::Export, "US", 2'500'000'000, "2024", "16");
  return FigureBook(ledger);
}

TEST(Note, StandsItsOwnCheckInFourLanguages) {
  const FigureBook book = book_of(true);
  for (const Language language : base::all_languages) {
    const auto note = write_note(book, {.last_year = {}, .language = language});
    ASSERT_TRUE(note);
    const std::string text = exchange::note_text(*note);
    const Checked checked = check_text(read_claims(text, language), book, {});
    int confirmed = 0;
    for (const Finding& finding : checked.findings) {
      EXPECT_NE(finding.judgement.verdict, Verdict::Contradicted)
          << code(language) << ": "
          << text.substr(finding.claim.begin > 40 ? finding.claim.begin - 40 : 0, 80);
      EXPECT_NE(finding.judgement.verdict, Verdict::RoundsDifferently)
          << text.substr(finding.claim.begin > 40 ? finding.claim.begin - 40 : 0, 80);
      confirmed += finding.judgement.verdict == Verdict::Confirmed;
    }
    EXPECT_GE(confirmed, 25) << code(language) << "\n" << text;
  }
}

TEST(Note, EveryNumberOfThePageLeadsToItsFigure) {
  const auto note = write_note(book_of(true), {.last_year = {}, .language = Language::Nl});
  const std::string page = exchange::note_html(*note);
  EXPECT_EQ(page.find("<script"), std::string::npos);
  const std::regex link("href=\"#(f[0-9]+)\"");
  int links = 0;
  for (std::sregex_iterator at(page.begin(), page.end(), link), end; at != end; ++at, ++links)
    EXPECT_NE(page.find("id=\"" + (*at)[1].str() + "\""), std::string::npos) << (*at)[1];
  EXPECT_GE(links, 20);
  EXPECT_NE(page.find("export + import"), std::string::npos);
}

TEST(Charts, StartAtZeroHaveATextAlternativeAndHollowProvisionalBars) {
  const auto page = [](bool provisional) {
    return exchange::note_html(
        *write_note(book_of(provisional), {.last_year = {}, .language = Language::En}));
  };
  EXPECT_EQ(page(false).find("fill=\"none\""), std::string::npos);
  const std::string with = page(true);
  EXPECT_NE(with.find("fill=\"none\""), std::string::npos);
  EXPECT_NE(with.find("<desc>Exports 2020: 28.1"), std::string::npos);
  EXPECT_NE(with.find("4. United States"), std::string::npos) << "the rank strip";
  // The largest bar has the full width, and one of half its value half of it.
  EXPECT_NE(with.find("width=\"290\""), std::string::npos);
}

TEST(NumberFormat, FollowsTheLanguage) {
  EXPECT_EQ(in_figures({-123456789, 2}, Language::Fr), "\u22121\u202F234\u202F567,89");
  EXPECT_EQ(in_figures({123456789, 2}, Language::De), "1.234.567,89");
  EXPECT_EQ(in_money({1'492'000'000, 0}, "EUR", Language::Fr), "1,5\u00A0milliard\u00A0EUR");
  EXPECT_EQ(in_money({32'929'000'000, 0}, "EUR", Language::En), "32.9\u00A0billion\u00A0EUR");
  EXPECT_EQ(in_percent({-1114114, 6}, Language::Nl), "\u22121,1%");
  EXPECT_EQ(in_ordinal(8, Language::Nl), "8ste");
  EXPECT_EQ(in_ordinal(112, Language::En), "112th");
}

}  // namespace

}  // namespace kontor::briefing
