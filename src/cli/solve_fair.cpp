#include "cli/solve_fair.h"

#include <chrono>
#include <fmt/format.h>
#include <fstream>
#include <ostream>

#include "base/check.h"
#include "cli/read_bytes.h"
#include "cli/solve_fair_words.h"
#include "engine/fair/check.h"
#include "engine/fair/demands.h"
#include "engine/fair/solve.h"
#include "exchange/fair_plan_write.h"
#include "exchange/fair_read.h"
#include "planning/fair_plan.h"
#include "planning/fair_report.h"
#include "planning/fair_translate.h"

namespace kontor::cli {

namespace {

using engine::fair::Answer;
using Clock = std::chrono::steady_clock;

base::Issues too_much(const std::string& file) {
  return {{"bad_syntax",
           "the file",
           "",
           {{"reason",
             "the points of all wants, times promises, times musts are more than can be added; use "
             "smaller points"}},
           {file, 0, 0}}};
}

// The search is believed only as far as the checker agrees.
void check_independently(const engine::fair::Problem& problem, const Answer& answer) {
  const engine::fair::Finding finding = engine::fair::check(problem, answer.plan);
  CHECK(finding.violations.empty());
  CHECK(finding.worth == answer.worth);
  CHECK(engine::fair::proven_bound(problem, answer.prices) == answer.bound);
  CHECK(answer.worth.value <= answer.bound);
  CHECK(answer.breaks_bound <= answer.worth.breaks);
}

// Says on long runs each second how far it is.
class Telling {
 public:
  Telling(Clock::time_point begin, double seconds, std::ostream& errors)
      : begin_(begin), seconds_(seconds), errors_(errors) {}

  void take(const engine::fair::Progress& progress) { last_ = progress; }

  // Whether the time is over.
  bool stop() {
    const double now = elapsed();
    if (now >= next_) {
      next_ = now + 1;
      errors_ << fmt::format("{:.0f} s: {}; value {}, bound {}\n", now, last_.step, last_.value,
                             last_.bound)
              << std::flush;
    }
    return now >= seconds_;
  }

  double elapsed() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }

 private:
  Clock::time_point begin_;
  double seconds_;
  std::ostream& errors_;
  double next_ = 2;
  engine::fair::Progress last_;
};

// Writes the plan file; gives the exit code.
int write_plan(const FairAnswer& it, const SolveFairOptions& options, std::string_view fair_text,
               std::ostream& errors) {
  if (!has_plan(it)) {
    errors << options.plan_file << ": not written, because there is no plan.\n";
    return 0;
  }
  const mission::FairPlan plan = planning::plan_of(it.translation.problem, it.answer, options.seed);
  std::ofstream out(options.plan_file, std::ios::binary);
  out << exchange::write_fair_plan(it.fair, plan, fair_text);
  out.close();
  if (out) return 0;
  errors << options.plan_file << ": the file cannot be written. Choose another folder.\n";
  return 1;
}

Answer solve(const planning::FairTranslation& translation, std::uint64_t seed, Telling& telling) {
  if (translation.fixed_nevers.empty())
    return engine::fair::solve(
        translation.problem, {.seed = seed}, [&] { return telling.stop(); },
        [&](const engine::fair::Progress& progress) { telling.take(progress); });
  Answer answer;
  answer.status = Answer::Status::Infeasible;
  answer.conflicts = engine::fair::contradictions(translation.problem);
  return answer;
}

}  // namespace

bool is_fair_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string line;
  return in && std::getline(in, line) && exchange::is_fair(line);
}

int run_solve_fair(const SolveFairOptions& options, std::ostream& out, std::ostream& errors) {
  Telling telling(Clock::now(), options.seconds, errors);
  const auto text = read_bytes(options.file, exchange::most_fair_bytes);
  if (!text) return refuse(text.error(), errors);
  const base::Checked<mission::Fair> fair = exchange::read_fair(*text, options.file);
  if (!fair) return refuse(fair.error(), errors);
  const planning::FairTranslation translation = planning::translate(*fair);
  if (engine::fair::largest_sum(translation.problem) > static_cast<double>(engine::fair::most_sum))
    return refuse(too_much(options.file), errors);
  const Answer answer = solve(translation, options.seed, telling);
  FairAnswer it{*fair, translation, answer};
  planning::FairReport report;
  if (has_plan(it)) {
    check_independently(translation.problem, answer);
    report = planning::report(*fair, translation, answer);
  }
  it.seconds = telling.elapsed();
  out << (options.json ? to_json(it, report) : to_text(it, report));
  return options.plan_file.empty() ? 0 : write_plan(it, options, *text, errors);
}

}  // namespace kontor::cli
