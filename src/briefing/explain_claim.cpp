#include "briefing/explain_claim.h"

#include <fmt/format.h>
#include <set>

namespace kontor::briefing {

namespace {

using Measure = Frame::Measure;

constexpr std::size_t most = 4;

class Search {
 public:
  Search(const FigureBook& book, const Setting& setting, Finding& finding, const Candidate& linked)
      : book_(book), setting_(setting), finding_(finding), linked_(linked) {}

  void run() {
    by_frame(finding_.frame, finding_.frame.year, "");
    const int year = std::atoi(finding_.frame.year.c_str());
    for (const int other : {year - 1, year + 1, year - 2})
      by_frame(finding_.frame, std::to_string(other), fmt::format("the year {}", other));
    Frame swapped = finding_.frame;
    std::swap(swapped.origin, swapped.destination);
    if (swapped.measure != Measure::Trade) by_frame(swapped, swapped.year, "the opposite flow");
    for (const int power : {1, -1, 3, -3}) by_scale(power);
    parts_of_year();
  }

 private:
  bool agrees(const Derived& derived) const {
    return judge(finding_.claim, derived).verdict == Verdict::Confirmed;
  }

  void say(std::string why) {
    if (said_++ < most) finding_.explanations.push_back(std::move(why));
  }

  void by_frame(const Frame& frame, const std::string& year, const std::string& what) {
    int suppressed = 0;
    for (const Candidate& other : candidates(book_, frame, setting_, year, suppressed)) {
      if (other.source == linked_.source || !agrees(other.derived) || other.summed) continue;
      if (!said_of_.insert(what + other.what + other.unit).second) continue;
      std::string why = what.empty() ? other.what : what + ", " + other.what;
      if (other.unit != finding_.claim.unit && finding_.claim.unit.size() == 3)
        why += fmt::format(", in {} and not {}", other.unit, finding_.claim.unit);
      say(fmt::format("It agrees with another figure: {}: {} {} ({}).", why,
                      base::format(other.derived.value), other.unit, other.source));
    }
  }

  void by_scale(int power) {
    Derived scaled = linked_.derived;
    const auto value = base::shift(scaled.value, power);
    if (!value || scaled.over) return;
    scaled.value = *value;
    if (agrees(scaled))
      say(fmt::format("A slip of the scale by {}.", power == 1 || power == -1 ? "10" : "1000"));
  }

  // A quarter or half-year taken for the year.
  void parts_of_year() {
    if (linked_.derived.inputs.size() != 1) return;
    const Observation& o = linked_.derived.inputs[0];
    for (const Observation& other : book_.newest())
      if (other.reporter == o.reporter && other.partner == o.partner && other.flow == o.flow &&
          other.product == o.product && other.measure == o.measure && other.period.size() > 4 &&
          other.period.starts_with(finding_.frame.year))
        if (const auto derived = as_is(other); derived && agrees(*derived))
          say(fmt::format("It agrees with {} only: {}.", other.period, source_line(other)));
  }

  const FigureBook& book_;
  const Setting& setting_;
  Finding& finding_;
  const Candidate& linked_;
  std::size_t said_ = 0;
  std::set<std::string> said_of_;  // figures that several sources give alike
};

}  // namespace

void explain(const FigureBook& book, const Setting& setting, Finding& finding,
             const Candidate& linked) {
  Search(book, setting, finding, linked).run();
}

std::string suggestion(const Claim& claim, const Derived& data) {
  const auto units = base::divide(data.value, claim.place, 0);
  const auto rounded = units ? base::multiply(*units, claim.place) : std::nullopt;
  if (!rounded) return "";
  return fmt::format("{} {}", base::format(base::trimmed(*rounded)), claim.unit);
}

}  // namespace kontor::briefing
