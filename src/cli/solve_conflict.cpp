#include "cli/solve_conflict.h"

#include <bit>
#include <fmt/format.h>

namespace kontor::cli {

namespace {

using engine::breaks::Cause;
using engine::breaks::Problem;
using CauseKind = Cause::Kind;

std::string of_meeting(const Problem& problem, int m) {
  return fmt::format("meeting {} (participants {} and {})", m + 1, problem.meetings[m].first + 1,
                     problem.meetings[m].second + 1);
}

std::string in_words(const Cause& cause, const Problem& problem) {
  switch (cause.kind) {
    case CauseKind::Request:
      return "is requested: " + of_meeting(problem, cause.first);
    case CauseKind::Session: {
      const auto session = problem.session[cause.first];
      if (session == 0) return "has a session without slots: " + of_meeting(problem, cause.first);
      return fmt::format("is bound to slots {} to {}: {}", std::countr_zero(session) + 1,
                         64 - std::countl_zero(session), of_meeting(problem, cause.first));
    }
    case CauseKind::Fixed:
      return fmt::format("is fixed in slot {}: {}", problem.fixed[cause.first] + 1,
                         of_meeting(problem, cause.first));
    case CauseKind::Forbidden:
      return fmt::format("cannot meet in slot {}: participant {}", cause.second + 1,
                         cause.first + 1);
    case CauseKind::Precedence:
      return fmt::format("must come before meeting {}: meeting {}", cause.second + 1,
                         cause.first + 1);
    case CauseKind::Tables:
      return fmt::format("there are {} tables", problem.tables);
    case CauseKind::Fairness:
      return fmt::format("numbers of breaks differ by at most {}", problem.fairness);
  }
  return "";
}

std::string meeting_fields(const Problem& problem, int m) {
  return fmt::format(R"("meeting":{},"participants":[{},{}])", m + 1, problem.meetings[m].first + 1,
                     problem.meetings[m].second + 1);
}

// The kind of a cause and its numbers.
std::string fields(const Cause& cause, const Problem& problem) {
  const auto [kind, first, second] = cause;
  switch (kind) {
    case CauseKind::Request:
      return R"("kind":"request",)" + meeting_fields(problem, first);
    case CauseKind::Session: {
      const auto session = problem.session[first];
      const std::string slots = session == 0 ? ""
                                             : fmt::format("{},{}", std::countr_zero(session) + 1,
                                                           64 - std::countl_zero(session));
      return fmt::format(R"("kind":"session",{},"slots":[{}])", meeting_fields(problem, first),
                         slots);
    }
    case CauseKind::Fixed:
      return fmt::format(R"("kind":"fixed",{},"slot":{})", meeting_fields(problem, first),
                         problem.fixed[first] + 1);
    case CauseKind::Forbidden:
      return fmt::format(R"("kind":"forbidden","participant":{},"slot":{})", first + 1, second + 1);
    case CauseKind::Precedence:
      return fmt::format(R"("kind":"precedence","earlier":{},"later":{})", first + 1, second + 1);
    case CauseKind::Tables:
      return fmt::format(R"("kind":"tables","tables":{})", problem.tables);
    case CauseKind::Fairness:
      return fmt::format(R"("kind":"fairness","fairness":{})", problem.fairness);
  }
  return "";
}

}  // namespace

std::string in_words(const engine::breaks::Conflict& conflict, const Problem& problem) {
  if (conflict.causes.empty()) return "No smaller conflict was found in the time given.\n";
  std::string text = conflict.minimal ? "These cannot all be kept; any one less, and they can:\n"
                                      : "These cannot all be kept; fewer may suffice:\n";
  if (conflict.every_request) text += "  every requested meeting is held\n";
  for (const Cause& cause : conflict.causes) text += "  " + in_words(cause, problem) + "\n";
  return text;
}

std::string to_json(const engine::breaks::Conflict& conflict, const Problem& problem) {
  std::string causes;
  for (const Cause& cause : conflict.causes) {
    if (!causes.empty()) causes += ',';
    causes +=
        fmt::format(R"({{{},"words":"{}"}})", fields(cause, problem), in_words(cause, problem));
  }
  return fmt::format(R"({{"minimal":{},"every_request":{},"causes":[{}]}})", conflict.minimal,
                     conflict.every_request, causes);
}

}  // namespace kontor::cli
