#include "cli/solve.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iostream>
#include <memory>

#include "base/check.h"
#include "cli/read_bytes.h"
#include "cli/solve_conflict.h"
#include "cli/solve_fair.h"
#include "engine/breaks/check.h"
#include "engine/breaks/solve.h"
#include "exchange/dzn_read.h"
#include "planning/meeting_problem_engine.h"

namespace kontor::cli {

namespace {

using engine::breaks::Answer;
using Clock = std::chrono::steady_clock;

base::Checked<mission::MeetingProblem> read_event(const std::string& name) {
  const auto text = read_bytes(name, exchange::most_dzn_bytes);
  if (!text) return std::unexpected(text.error());
  return exchange::read_dzn(*text, name);
}

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

std::string to_json(const Answer& answer, double seconds) {
  const bool infeasible = answer.status == Answer::Status::Infeasible;
  std::string schedule = "null";
  if (answer.schedule) {
    std::vector<int> slots = *answer.schedule;
    for (int& slot : slots) ++slot;
    schedule = fmt::format("[{}]", fmt::join(slots, ","));
  }
  return fmt::format(
      "{{\"status\":\"{}\",\"breaks\":{},\"bound\":{},\"seconds\":{:.3f},\"schedule\":{}}}\n",
      name(answer.status), answer.schedule ? std::to_string(answer.breaks) : "null",
      infeasible ? "null" : std::to_string(answer.bound), seconds, schedule);
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
std::string table(const engine::breaks::Problem& problem, const engine::breaks::Schedule& slots) {
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

std::string to_text(const engine::breaks::Problem& problem, const Answer& answer, double seconds) {
  std::string text = verdict(answer) + fmt::format("{:.3f} seconds.\n", seconds);
  return answer.schedule ? text + table(problem, *answer.schedule) : text;
}

// The search is believed only as far as the checker agrees.
void check_independently(const engine::breaks::Problem& problem, const Answer& answer) {
  if (!answer.schedule) return;
  const engine::breaks::Finding finding = engine::breaks::check(problem, *answer.schedule);
  CHECK(finding.violations.empty());
  CHECK(finding.breaks == answer.breaks);
  CHECK(answer.bound <= answer.breaks);
}

}  // namespace

int run_solve(const SolveOptions& options, std::ostream& out, std::ostream& errors) {
  const auto begin = Clock::now();
  const auto elapsed = [&] { return std::chrono::duration<double>(Clock::now() - begin).count(); };
  const base::Checked<mission::MeetingProblem> event = read_event(options.file);
  if (!event) return refuse(event.error(), errors);
  const auto problem = planning::to_breaks_problem(*event, options.fairness);
  const auto stop = [&] { return elapsed() >= options.seconds; };
  const Answer answer = engine::breaks::solve(problem, stop, options.seed);
  check_independently(problem, answer);
  out << (options.json ? to_json(answer, elapsed()) : to_text(problem, answer, elapsed()));
  if (answer.status == Answer::Status::Infeasible && !options.json)
    out << in_words(engine::breaks::explain(problem, stop), problem);
  return 0;
}

void add_solve(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<SolveOptions>();
  CLI::App* verb = app.add_subcommand("solve",
                                      "Plan the meetings of a brokerage event (MiniZinc data) with "
                                      "the fewest breaks, or those of a "
                                      "fair (docs/fair-file.md) with the most value");
  verb->add_option("FILE", options->file, "The event, a .dzn file, or a fair")->required();
  verb->add_option("--fairness", options->fairness,
                   "Numbers of breaks of any two participants differ by at most this (2)")
      ->check(CLI::Range(0, 64));
  verb->add_option("--seconds", options->seconds, "Stop after so many seconds (300)")
      ->check(CLI::Range(0.0, 1e7));
  verb->add_option("--seed", options->seed, "Same seed, same schedule (1)");
  verb->add_flag("--json", options->json, "One JSON object on standard output");
  verb->add_option("-o,--output", options->plan_file,
                   "Of a fair: write the plan with its certificate into this file");
  verb->callback([options, &exit_code] {
    exit_code = is_fair_file(options->file)
                    ? run_solve_fair({.file = options->file,
                                      .seconds = options->seconds,
                                      .seed = options->seed,
                                      .json = options->json,
                                      .plan_file = options->plan_file},
                                     std::cout, std::cerr)
                    : run_solve(*options, std::cout, std::cerr);
  });
}

}  // namespace kontor::cli
