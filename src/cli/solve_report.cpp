#include "cli/solve_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/solve_conflict.h"

namespace kontor::cli {

namespace {

using engine::breaks::Answer;
using engine::breaks::Problem;

std::string_view name(Answer::Status status) {
  switch (status) {
    case Answer::Status::Optimal:
      return "optimal";
    case Answer::Status::Feasible:
      return "feasible";
    case Answer::Status::Infeasible:
      return "infeasible";
    case Answer::Status::Unknown:
      break;
  }
  return "unknown";
}

std::string verdict(const Answer& answer) {
  switch (answer.status) {
    case Answer::Status::Optimal:
      return fmt::format("Breaks {}, proven: no schedule has fewer.\n", answer.breaks);
    case Answer::Status::Feasible:
      return fmt::format("Breaks {}, not proven: every schedule has at least {}.\n", answer.breaks,
                         answer.bound);
    case Answer::Status::Infeasible:
      return "Infeasible, proven: no schedule keeps all the rules.\n";
    case Answer::Status::Unknown:
      break;
  }
  return "Unknown: no schedule found and none excluded in the time given.\n";
}

// A row for each slot: its meetings with their participants, all numbered as in the file.
std::string table(const Problem& problem, const engine::breaks::Schedule& slots) {
  std::string text = "\nSlot  Meeting (participants)\n";
  for (int slot = 0; slot < problem.slots; ++slot) {
    text += fmt::format("{:4} ", slot + 1);
    for (std::size_t m = 0; m < slots.size(); ++m)
      if (slots[m] == slot)
        text += fmt::format(" {}({}-{})", m + 1, problem.meetings[m].first + 1,
                            problem.meetings[m].second + 1);
    text += '\n';
  }
  return text;
}

std::string schedule_of(const Answer& answer) {
  if (!answer.schedule) return "null";
  std::vector<int> slots = *answer.schedule;
  for (int& slot : slots) ++slot;
  return fmt::format("[{}]", fmt::join(slots, ","));
}

}  // namespace

std::string to_json(const SolveReport& report, const Problem& problem) {
  const Answer& answer = report.answer;
  const bool infeasible = answer.status == Answer::Status::Infeasible;
  return fmt::format(
      R"({{"status":"{}","breaks":{},"bound":{},"seconds":{:.3f},"schedule":{},"conflict":{},)"
      R"("proof":{}}})"
      "\n",
      name(answer.status), answer.schedule ? std::to_string(answer.breaks) : "null",
      infeasible ? "null" : std::to_string(answer.bound), report.seconds, schedule_of(answer),
      report.conflict ? to_json(*report.conflict, problem) : "null",
      report.proof ? to_json(*report.proof) : "null");
}

std::string to_text(const SolveReport& report, const Problem& problem) {
  std::string text = verdict(report.answer) + fmt::format("{:.3f} seconds.\n", report.seconds);
  if (report.proof) text += in_words(*report.proof);
  if (report.answer.schedule) text += table(problem, *report.answer.schedule);
  if (report.conflict) text += in_words(*report.conflict, problem);
  return text;
}

}  // namespace kontor::cli
