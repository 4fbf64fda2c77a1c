#include "briefing/check_rank.h"

#include <fmt/format.h>

#include "briefing/place_code.h"
#include "briefing/ranking.h"

namespace kontor::briefing {

namespace {

using Measure = Frame::Measure;

void cannot(Finding& finding, Reason reason, std::string why) {
  finding.judgement = {Verdict::CannotBeChecked, reason};
  finding.explanations.push_back(std::move(why));
}

int stated(const Finding& finding) {
  return static_cast<int>(finding.claim.value.coefficient);
}

// The neighbours of a member with their values and how far they are.
std::string neighbours(const Ranking& ranking, const Ranked& member) {
  std::string words =
      fmt::format("{} is {} of {} loaded ({}) with {}", member.place, member.rank,
                  ranking.members.size(), word(ranking.set), base::format(member.value));
  if (const auto above = margin_above(ranking, member.place))
    words += fmt::format("; the one before has {}{}%", above->coefficient >= 0 ? "+" : "",
                         base::format(*above));
  if (const auto below = margin_below(ranking, member.place))
    words += fmt::format("; the one behind {}%", base::format(*below));
  const auto fragile = [](const std::optional<base::Decimal>& margin) {
    return margin && compare(*margin, {3, 0}) < 0 && compare(*margin, {-3, 0}) > 0;
  };
  if (fragile(margin_above(ranking, member.place)) || fragile(margin_below(ranking, member.place)))
    words += ": fragile";
  return words + ".";
}

struct Question {
  Asked asked;
  RankedSet set = RankedSet::World;
  bool both = false;
};

// Every way of counting in which the list can be made.
std::vector<Ranking> rankings(const FigureBook& book, const Frame& frame,
                              const Question& question) {
  std::vector<Ranking> found;
  const bool states = question.set == RankedSet::UsStates;
  const std::string reporter = states ? frame.subject : frame.owner;
  const std::string partner = states ? frame.owner : frame.subject;
  for (const Basis& basis : book.bases(reporter, partner, frame.year)) {
    Asked asked = question.asked;
    asked.basis = basis;
    asked.reporter = reporter;
    asked.partner = partner;
    Ranking ranking = rank_partners(book, asked, question.set, question.both);
    const bool sums = basis.source == "comext-bulk" && !ranking.rest;
    if (ranking.members.size() > (sums ? 9U : 1U) && ranking.find(frame.subject))
      found.push_back(std::move(ranking));
  }
  return found;
}

Question question_of(const Frame& frame) {
  Question question;
  question.asked.period = frame.year;
  question.both = frame.measure == Measure::Trade;
  question.asked.flow = question.both ? Flow::Export : frame.flow;
  if (frame.set == "extra-EU") question.set = RankedSet::ExtraEu;
  if (frame.set == "US states") question.set = RankedSet::UsStates;
  return question;
}

// A state's own statistic looks from the other side: what the owner exports it imports.
Question of_states(Question question) {
  question.set = RankedSet::UsStates;
  question.asked.flow = question.asked.flow == Flow::Export ? Flow::Import : Flow::Export;
  return question;
}

// California is no country: which list is meant?
void check_state(const FigureBook& book, Finding& finding) {
  const Frame& frame = finding.frame;
  const auto lists = rankings(book, frame, of_states(question_of(frame)));
  cannot(finding, Reason::ScopeMissing,
         fmt::format("{} is no country, and the text does not say among whom it ranks.",
                     frame.subject));
  for (const Ranking& ranking : lists) {
    const Ranked* member = ranking.find(frame.subject);
    finding.figure = fmt::format("{} among US states", member->rank);
    finding.source = in_words(ranking.asked.basis) + ", " + frame.year;
    finding.explanations.push_back("Among the US states: " + neighbours(ranking, *member));
    if (member->rank == stated(finding))
      finding.suggestion = fmt::format("Say it: {} among the states of the US.", member->rank);
  }
}

void judge_list(Finding& finding, const Ranking& ranking) {
  const Ranked* member = ranking.find(finding.frame.subject);
  finding.figure = fmt::format("{} ({})", member->rank, word(ranking.set));
  finding.source = in_words(ranking.asked.basis) + ", " + finding.frame.year;
  finding.explanations.push_back(neighbours(ranking, *member));
  const bool certain = ranking.certain_for(member->value);
  const int said = stated(finding);
  if (said < member->rank) {
    finding.judgement = {Verdict::Contradicted, Reason::Outside};
    finding.suggestion = fmt::format("{} instead of {}.", member->rank, said);
  } else if (!certain) {
    cannot(finding, Reason::IncompleteSet,
           said == member->rank
               ? "The list may be incomplete; as far as it is loaded the rank holds."
               : "The list may be incomplete: more members could make this rank true.");
  } else if (said == member->rank) {
    finding.judgement = {Verdict::Confirmed, Reason::Exact};
  } else {
    finding.judgement = {Verdict::Contradicted, Reason::Outside};
    finding.suggestion = fmt::format("{} instead of {}.", member->rank, said);
  }
}

}  // namespace

void check_rank(const FigureBook& book, const CheckOptions& options, Finding& finding) {
  const Frame& frame = finding.frame;
  if (frame.measure == Measure::Investment)
    return cannot(finding, Reason::ThirdParty,
                  "No figures on investment are loaded; stock or flow, EU or Europe must be said.");
  if (frame.measure == Measure::Unknown || frame.subject.empty())
    return cannot(finding, Reason::ScopeMissing,
                  "The sentence does not say what is ranked: exports, imports or trade, of whom.");
  if (is_us_state(frame.subject) && frame.set != "US states") return check_state(book, finding);
  Question question = question_of(frame);
  if (question.set == RankedSet::UsStates) question = of_states(question);
  const auto lists = rankings(book, frame, question);
  if (lists.empty())
    return cannot(finding, Reason::NoSeries,
                  fmt::format("No list of partners of {} with {} in {} is loaded.", frame.owner,
                              frame.subject, frame.year.empty() ? "any year" : frame.year));
  const Ranking* best = &lists.front();
  for (const Ranking& ranking : lists)
    if (ranking.asked.basis.source != "comext-bulk" &&
        ranking.asked.basis.trade_concept == options.trade_concept)
      best = &ranking;
  judge_list(finding, *best);
}

}  // namespace kontor::briefing
