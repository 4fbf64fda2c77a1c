#include "briefing/check_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "briefing/check_rank.h"
#include "briefing/explain_claim.h"
#include "briefing/link.h"

namespace kontor::briefing {

namespace {

using Measure = Frame::Measure;
using ClaimKind = Claim::Kind;

bool is_money(const Claim& claim) {
  return claim.kind == ClaimKind::Money || claim.kind == ClaimKind::Balance ||
         (claim.kind == ClaimKind::Range && claim.unit.size() == 3);
}

class Checker {
 public:
  Checker(const FigureBook& book, const CheckOptions& options) : book_(book), options_(options) {}

  Finding check(const Claim& claim, const Frame& frame) {
    Finding finding{.claim = claim,
                    .frame = frame,
                    .judgement = {},
                    .figure = {},
                    .source = {},
                    .explanations = {},
                    .suggestion = {}};
    if (frame.year_assumed && !frame.year.empty() && frame.measure != Measure::Statement)
      finding.explanations.push_back(
          fmt::format("The year is not stated; read as {}.", frame.year));
    if (claim.kind == ClaimKind::Rank) {
      check_rank(book_, options_, finding);
    } else if (frame.measure == Measure::Statement) {
      check_statement(finding);
    } else if (frame.measure == Measure::Investment) {
      cannot(
          finding, Reason::ThirdParty,
          "No figures on investment are loaded; a stock and a flow would have to be told apart.");
    } else {
      check_figure(finding);
    }
    return finding;
  }

 private:
  static void cannot(Finding& finding, Reason reason, std::string why) {
    finding.judgement = {Verdict::CannotBeChecked, reason};
    finding.explanations.push_back(std::move(why));
  }

  void check_figure(Finding& finding) {
    const Frame& frame = finding.frame;
    if (frame.measure == Measure::Unknown || frame.origin.empty())
      return cannot(finding, Reason::NoSeries,
                    "The sentence does not say which figure this is: no flow, no partner.");
    if (frame.measure == Measure::Balance &&
        (frame.origin.starts_with("US-") || frame.destination.starts_with("US-")))
      return cannot(finding, Reason::Discouraged,
                    "The US Census Bureau publishes no balances of states and calls them "
                    "problematic: exports go by origin of movement, imports by destination.");
    int suppressed = 0;
    auto all = candidates(book_, frame, options_.setting, frame.year, suppressed);
    if (all.empty() && suppressed > 0)
      return cannot(finding, Reason::Suppressed, "The source keeps this cell confidential.");
    if (all.empty())
      return cannot(finding, Reason::NoSeries,
                    fmt::format("No figure is loaded for {} to {} in {}.", frame.origin,
                                frame.destination, frame.year.empty() ? "any year" : frame.year));
    keep_concept(finding, all);
    if (all.empty()) return;
    keep_unit(finding, all);
    if (all.empty()) return;
    order(finding, all);
    judge_candidates(finding, all);
  }

  // A concept that the text states is no matter of preference.
  static void keep_concept(Finding& finding, std::vector<Candidate>& all) {
    const TradeConcept said = finding.frame.trade_concept;
    if (said == TradeConcept::Unstated) return;
    std::erase_if(all, [said](const Candidate& c) { return c.trade_concept != said; });
    if (all.empty())
      cannot(finding, Reason::NoSeries,
             fmt::format("No figure under the {} concept is loaded.", word(said)));
  }

  // Figures in the claim's currency; where there are none, those of others, converted.
  void keep_unit(Finding& finding, std::vector<Candidate>& all) {
    if (!is_money(finding.claim)) return;
    std::vector<Candidate> same;
    for (const Candidate& candidate : all)
      if (candidate.unit == finding.claim.unit) same.push_back(candidate);
    if (!same.empty()) {
      all = std::move(same);
      return;
    }
    std::vector<Candidate> converted;
    for (Candidate& candidate : all)
      if (convert(finding, candidate)) converted.push_back(std::move(candidate));
    all = std::move(converted);
    if (all.empty())
      cannot(finding, Reason::NoRate,
             fmt::format("Figures are known in another currency only, and no rate of {} for {}.",
                         finding.frame.year, finding.claim.unit));
  }

  bool convert(Finding& finding, Candidate& candidate) {
    const bool to_euro = finding.claim.unit == "EUR";
    const std::string& foreign = to_euro ? candidate.unit : finding.claim.unit;
    if (!to_euro && candidate.unit != "EUR") return false;
    for (const Observation& o : book_.newest()) {
      if (o.measure != "exchange_rate" || o.partner != foreign || o.period != finding.frame.year ||
          o.state != State::Known)
        continue;
      const auto value = to_euro ? base::divide(candidate.derived.value, o.value, 0)
                                 : base::multiply(candidate.derived.value, o.value);
      if (!value) return false;
      candidate.derived.value = base::round_to(*value, 0);
      finding.explanations.push_back(fmt::format("Converted from {} at {} {} of {} ({}).",
                                                 candidate.unit, base::format(o.value), o.unit,
                                                 o.period, o.source));
      candidate.unit = finding.claim.unit;
      return true;
    }
    return false;
  }

  // The concept that the text states, else the one asked for, first; published totals before sums
  // of rows; the home country's statistic before its mirror.
  void order(const Finding& finding, std::vector<Candidate>& all) const {
    const TradeConcept wanted = finding.frame.trade_concept == TradeConcept::Unstated
                                    ? options_.trade_concept
                                    : finding.frame.trade_concept;
    const auto rank = [&](const Candidate& c) {
      return (c.summed ? 8 : 0) + (c.of_home ? 0 : 4) + (c.trade_concept == wanted ? 0 : 2);
    };
    std::ranges::stable_sort(all, {}, rank);
    if (!all.front().summed) std::erase_if(all, [](const Candidate& c) { return c.summed; });
  }

  void judge_candidates(Finding& finding, const std::vector<Candidate>& all) {
    const Candidate& first = all.front();
    finding.judgement = judge(finding.claim, first.derived);
    finding.figure = base::format(first.derived.value) + " " + first.derived.unit;
    finding.source = first.source;
    if (finding.frame.trade_concept == TradeConcept::Unstated &&
        first.trade_concept != TradeConcept::Unstated)
      finding.explanations.push_back(
          fmt::format("The concept is not stated; compared under the {}.", first.what));
    bool ambiguous = false;
    std::set<std::string> said;
    for (std::size_t i = 1; i < all.size(); ++i) {
      const Judgement other = judge(finding.claim, all[i].derived);
      if (other.verdict == finding.judgement.verdict) continue;
      const bool same_kind =
          all[i].trade_concept == first.trade_concept && all[i].of_home == first.of_home;
      ambiguous = ambiguous || same_kind;
      if (!said.insert(all[i].what + base::format(all[i].derived.value)).second) continue;
      finding.explanations.push_back(
          fmt::format("{}: {} {} would be {} ({}).", same_kind ? "Another source" : "Other figure",
                      base::format(all[i].derived.value), all[i].derived.unit, word(other.verdict),
                      all[i].source));
    }
    if (ambiguous) finding.judgement = {Verdict::CannotBeChecked, Reason::Ambiguous};
    check_revisions(finding, first);
    if (finding.judgement.verdict == Verdict::Contradicted ||
        finding.judgement.verdict == Verdict::RoundsDifferently) {
      explain(book_, options_.setting, finding, first);
      finding.suggestion = suggestion(finding.claim, first.derived);
    }
  }

  // "Right when it was written": an earlier vintage agrees where the newest does not.
  void check_revisions(Finding& finding, const Candidate& candidate) {
    if (finding.judgement.verdict == Verdict::Confirmed || candidate.derived.inputs.size() != 1)
      return;
    for (const Observation* earlier : book_.earlier(candidate.derived.inputs[0])) {
      if (earlier->state != State::Known ||
          judge(finding.claim, earlier->value).verdict != Verdict::Confirmed)
        continue;
      finding.explanations.push_back(
          fmt::format("It agreed with the vintage of {} ({}) and was revised since.",
                      earlier->vintage, base::format(earlier->value)));
      finding.judgement = {Verdict::Confirmed, Reason::Revised};
      return;
    }
  }

  // Numbers of the mission and the like, from statements with a source.
  void check_statement(Finding& finding) {
    const Claim& claim = finding.claim;
    if (finding.frame.topic.empty())
      return cannot(finding, Reason::ThirdParty,
                    "A number of somebody's own report or count; no statement with a source is "
                    "loaded for it.");
    const Observation* found = nullptr;
    for (const Observation& o : book_.newest())
      if (o.measure == claim.unit && o.product == finding.frame.topic && o.state == State::Known)
        found = &o;
    if (!found) return cannot(finding, Reason::NoSeries, "No statement with a source is loaded.");
    finding.figure = fmt::format("{}{} {}",
                                 found->bound == Bound::MoreThan   ? "more than "
                                 : found->bound == Bound::LessThan ? "less than "
                                 : found->bound == Bound::About    ? "about "
                                                                   : "",
                                 base::format(found->value), found->measure);
    finding.source = found->origin;
    judge_statement(finding, *found);
  }

  static void judge_statement(Finding& finding, const Observation& o) {
    const Modifier said = finding.claim.modifier;
    const bool same = compare(finding.claim.value, o.value) == 0;
    const bool above =
        said == Modifier::MoreThan || said == Modifier::MoreThanNear || said == Modifier::AtLeast;
    if (o.bound == Bound::MoreThan && same) {
      finding.judgement = above ? Judgement{Verdict::Confirmed, Reason::Exact}
                                : Judgement{Verdict::Contradicted, Reason::BoundBroken};
      if (!above)
        finding.explanations.push_back("The source says more than this number, the text does not.");
      return;
    }
    if (o.bound == Bound::About && same) {
      finding.judgement = {Verdict::Confirmed, Reason::Rounding};
      return;
    }
    finding.judgement = judge(finding.claim, o.value);
  }

  const FigureBook& book_;
  const CheckOptions& options_;
};

// Claims of euros and dollars side by side cannot be compared by a reader.
void warn_of_currencies(Checked& checked) {
  std::vector<std::string> currencies;
  for (const Finding& finding : checked.findings)
    if (is_money(finding.claim) &&
        std::ranges::find(currencies, finding.claim.unit) == currencies.end())
      currencies.push_back(finding.claim.unit);
  if (currencies.size() < 2) return;
  std::string list = currencies[0];
  for (std::size_t i = 1; i < currencies.size(); ++i) list += " and " + currencies[i];
  checked.warnings.push_back(
      fmt::format("mixed_currencies: the text compares amounts in {}; give one of them.", list));
}

constexpr std::size_t near = 20;  // claims within which two ranks are read together

void warn(Checked& checked, std::string warning) {
  if (std::ranges::find(checked.warnings, warning) == checked.warnings.end())
    checked.warnings.push_back(std::move(warning));
}

// One rank of one list with two holders.
void warn_of_shared_ranks(Checked& checked, std::string_view text) {
  for (std::size_t i = 0; i < checked.findings.size(); ++i)
    for (std::size_t j = i + 1; j < std::min(i + near, checked.findings.size()); ++j) {
      const Finding &a = checked.findings[i], &b = checked.findings[j];
      if (a.claim.kind != ClaimKind::Rank || b.claim.kind != ClaimKind::Rank) continue;
      if (compare(a.claim.value, b.claim.value) != 0 || a.frame.flow != b.frame.flow ||
          a.frame.flow == Flow::None || a.frame.subject == b.frame.subject ||
          a.frame.owner != b.frame.owner)
        continue;
      warn(checked,
           fmt::format("same_rank: \"{}\" for {} and \"{}\" for {} cannot both hold in one list.",
                       text.substr(a.claim.begin, a.claim.end - a.claim.begin), a.frame.subject,
                       text.substr(b.claim.begin, b.claim.end - b.claim.begin), b.frame.subject));
    }
}

// Trade that is said beside both flows of the same pair.
void check_sums(Checked& checked) {
  for (const Finding& total : checked.findings) {
    if (total.frame.measure != Measure::Trade || total.claim.kind != ClaimKind::Money) continue;
    std::vector<Claim> parts;
    std::vector<std::string> origins;
    const auto sentence =
        std::ranges::equal_range(checked.findings, total.claim.sentence, {},
                                 [](const Finding& f) { return f.claim.sentence; });
    for (const Finding& part : sentence)
      if (part.frame.measure == Measure::Flow && part.claim.kind == ClaimKind::Money &&
          part.claim.unit == total.claim.unit && part.claim.sentence == total.claim.sentence &&
          std::ranges::find(origins, part.frame.origin) == origins.end()) {
        parts.push_back(part.claim);
        origins.push_back(part.frame.origin);
      }
    if (parts.size() != 2) continue;
    const auto sum = base::add(parts[0].value, parts[1].value);
    if (!sum_is_feasible(parts, total.claim))
      warn(checked, fmt::format("sum_impossible: {} and {} make {}, not {}.",
                                base::format(parts[0].value), base::format(parts[1].value),
                                base::format(*sum), base::format(total.claim.value)));
    else if (compare(*sum, total.claim.value) != 0)
      warn(checked,
           fmt::format("sum_by_rounding: {} and {} make {}; {} is consistent by rounding only.",
                       base::format(parts[0].value), base::format(parts[1].value),
                       base::format(*sum), base::format(total.claim.value)));
  }
}

}  // namespace

Checked check_text(const ReadText& text, const FigureBook& book, CheckOptions options) {
  if (options.setting.last_year.empty())
    options.setting.last_year = book.latest_year(options.setting.home, options.setting.partner);
  Checked checked{.findings = {}, .warnings = {}, .options = options};
  const std::vector<Frame> frames = frames_of(text, checked.options.setting);
  Checker checker(book, checked.options);
  for (std::size_t i = 0; i < text.claims.size(); ++i)
    checked.findings.push_back(checker.check(text.claims[i], frames[i]));
  warn_of_currencies(checked);
  warn_of_shared_ranks(checked, text.original);
  check_sums(checked);
  return checked;
}

}  // namespace kontor::briefing
