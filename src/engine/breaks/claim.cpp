#include "engine/breaks/claim.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/breaks/presolve.h"
#include "engine/breaks/question.h"

namespace kontor::engine::breaks {

namespace {

std::string heading(const Claim& claim, const Problem& problem) {
  const std::string breaks =
      claim.most_breaks ? fmt::format("with at most {} breaks in all, ", *claim.most_breaks) : "";
  return fmt::format(
      "c There is a schedule of {} meetings of {} participants in {} slots, {}\n"
      "c in which numbers of breaks of any two participants differ by at most {}.\n"
      "c Such a schedule gives a model of this formula: the variables of meetings, of busy\n"
      "c participants and of their breaks are true as it says, all others by the clauses that\n"
      "c define them. Without a model there is no such schedule. 0: that cannot be.\n",
      problem.meetings.size(), problem.participants, problem.slots, breaks, problem.fairness);
}

std::string variables(const Claim& claim, const Problem& problem) {
  const Encoding& encoding = claim.encoding;
  std::string text;
  for (std::size_t m = 0; m < encoding.at.size(); ++m)
    text += fmt::format("c meeting {} of participants {} and {}, in slots from 1 on: {}\n", m + 1,
                        problem.meetings[m].first + 1, problem.meetings[m].second + 1,
                        fmt::join(encoding.at[m], " "));
  for (std::size_t p = 0; p < encoding.used.size(); ++p)
    text += fmt::format(
        "c participant {}, busy in slots from 1 on: {}; more breaks than 0, 1 and so on: {}\n",
        p + 1, fmt::join(encoding.used[p], " "), fmt::join(encoding.breaks[p], " "));
  return text;
}

std::string parts(const Encoding& encoding) {
  std::string text;
  for (std::size_t i = 0; i < encoding.parts.size(); ++i) {
    const bool last = i + 1 == encoding.parts.size();
    const int end = last ? encoding.formula.size() : encoding.parts[i + 1].first;
    if (end == encoding.parts[i].first) continue;
    text += fmt::format("c clauses {} to {}: {}\n", encoding.parts[i].first + 1, end,
                        encoding.parts[i].says);
  }
  return text;
}

}  // namespace

Claim claim(const Problem& problem, std::optional<int> most_breaks) {
  const Presolved nothing_known = stated(problem);
  Claim claim{most_breaks, encode(problem, nothing_known, most_breaks)};
  Encoding& encoding = claim.encoding;
  encoding.parts.push_back({encoding.formula.size(), "at most so many breaks in all"});
  if (most_breaks)
    encoding.formula.at_most(avoidable_breaks(nothing_known, encoding), *most_breaks);
  return claim;
}

std::string to_dimacs(const Claim& claim, const Problem& problem) {
  const Formula& formula = claim.encoding.formula;
  std::string text = heading(claim, problem) + variables(claim, problem) + parts(claim.encoding) +
                     fmt::format("p cnf {} {}\n", formula.variables(), formula.size());
  for (const Literal literal : formula.clauses())
    text += literal == 0 ? "0\n" : fmt::format("{} ", literal);
  return text;
}

bool refute(const Claim& claim, std::FILE* proof, const Stop& stop) {
  Sat sat;
  sat.trace_proof(proof);
  sat.take(claim.encoding.formula);
  return sat.solve({}, stop) == Sat::Answer::No;
}

}  // namespace kontor::engine::breaks
