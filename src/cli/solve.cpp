#include "cli/solve.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <system_error>

#include "base/check.h"
#include "cli/read_bytes.h"
#include "cli/solve_fair.h"
#include "cli/solve_report.h"
#include "cli/workplace.h"
#include "engine/breaks/check.h"
#include "engine/breaks/solve.h"
#include "exchange/dzn_read.h"
#include "planning/meeting_problem_engine.h"

namespace kontor::cli {

namespace {

using engine::breaks::Answer;
using Clock = std::chrono::steady_clock;

constexpr int usual_fairness = 2;

base::Checked<mission::MeetingProblem> read_event(const std::string& name) {
  const auto text = read_bytes(name, exchange::most_dzn_bytes);
  if (!text) return std::unexpected(text.error());
  return exchange::read_dzn(*text, name);
}

std::string is_proof_name(const std::string& name) {
  const bool is_known = name.ends_with(".drat") || name.ends_with(".lrat");
  return is_known ? "" : "the name of a proof ends in .drat or .lrat";
}

// The search is believed only as far as the checker agrees.
void check_independently(const engine::breaks::Problem& problem, const Answer& answer) {
  if (!answer.schedule) return;
  const engine::breaks::Finding finding = engine::breaks::check(problem, *answer.schedule);
  CHECK(finding.violations.empty());
  CHECK(finding.breaks == answer.breaks);
  CHECK(answer.bound <= answer.breaks);
}

SolveReport plan(const engine::breaks::Problem& problem, const SolveOptions& options) {
  const auto begin = Clock::now();
  const auto elapsed = [&] { return std::chrono::duration<double>(Clock::now() - begin).count(); };
  const auto stop = [&] { return elapsed() >= options.seconds; };
  SolveReport report;
  report.answer = engine::breaks::solve(problem, stop, options.seed);
  report.seconds = elapsed();
  check_independently(problem, report.answer);
  if (report.answer.status == Answer::Status::Infeasible)
    report.conflict = engine::breaks::explain(problem, stop);
  if (!options.proof.empty())
    report.proof = write_proof(problem, report.answer, options.proof, stop);
  return report;
}

bool write_answer(const std::string& name, const std::string& text) {
  std::ofstream file(name, std::ios::binary);
  file << text;
  file.close();
  return !file.fail();
}

int solve_fair(const SolveOptions& options) {
  if (options.fairness) {
    std::cerr << "--fairness is for brokerage events; a fair's plan is always the fairest found\n";
    return exit_bad_input;
  }
  if (!options.proof.empty()) {
    std::cerr << "--proof is for brokerage events; --output writes the certificate of a fair\n";
    return exit_bad_input;
  }
  return run_solve_fair({.file = options.file,
                         .seconds = options.seconds,
                         .seed = options.seed,
                         .json = options.json,
                         .plan_file = options.plan_file},
                        std::cout, std::cerr);
}

}  // namespace

int run_solve(const SolveOptions& options, std::ostream& out, std::ostream& errors) {
  const base::Checked<mission::MeetingProblem> event = read_event(options.file);
  if (!event) return refuse(event.error(), errors);
  const auto problem =
      planning::to_breaks_problem(*event, options.fairness.value_or(usual_fairness));
  try {
    const SolveReport report = plan(problem, options);
    const std::string json = to_json(report, problem);
    out << (options.json ? json : to_text(report, problem));
    if (!options.plan_file.empty() && !write_answer(options.plan_file, json)) {
      errors << options.plan_file << ": the file cannot be written. Choose another folder.\n";
      return exit_failed;
    }
  } catch (const std::system_error& failure) {
    errors << failure.what() << '\n';
    return exit_failed;
  }
  return exit_good;
}

void add_solve(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<SolveOptions>();
  CLI::App* verb = app.add_subcommand("solve",
                                      "Plan the meetings of a brokerage event (MiniZinc data) with "
                                      "the fewest breaks, or those of a "
                                      "fair (docs/fair-file.md) with the most value");
  verb->add_option("FILE", options->file, "The event, a .dzn file, or a fair")->required();
  verb->add_option(
          "--fairness", options->fairness,
          "Of an event: numbers of breaks of any two participants differ by at most this (2)")
      ->check(CLI::Range(0, 64));
  verb->add_option("--seconds", options->seconds, "Stop after so many seconds (300)")
      ->check(CLI::Range(0.0, 1e7));
  verb->add_option("--seed", options->seed, "Same seed, same schedule (1)");
  verb->add_option("--proof", options->proof,
                   "Of an event: write why no schedule is better to this file, FILE.drat or "
                   "FILE.lrat, and the formula that it refutes to FILE.cnf (docs/proof-file.md)")
      ->check(CLI::Validator(is_proof_name, "FILE.drat|FILE.lrat"));
  verb->add_flag("--json", options->json, "One JSON object on standard output");
  verb->add_option("-o,--output", options->plan_file,
                   "Write the plan of a fair with its certificate into this file; of an event the "
                   "answer with its schedule, as --json prints it");
  verb->callback([options, &exit_code] {
    exit_code = is_fair_file(options->file) ? solve_fair(*options)
                                            : run_solve(*options, std::cout, std::cerr);
  });
}

}  // namespace kontor::cli
