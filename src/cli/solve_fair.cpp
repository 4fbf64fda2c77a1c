#include "cli/solve_fair.h"

#include <chrono>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>
#include <ostream>

#include "base/check.h"
#include "engine/fair/check.h"
#include "engine/fair/solve.h"
#include "exchange/fair_read.h"
#include "planning/fair_translate.h"

namespace kontor::cli {

namespace {

using engine::fair::Answer;
using Clock = std::chrono::steady_clock;

constexpr int bad_input = 2;

base::Checked<mission::Fair> read_file(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  if (!file)
    return std::unexpected(
        base::Issues{{"missing_event_file", "the file", name, {}, {name, 0, 0}}});
  file.seekg(0, std::ios::end);
  const auto bytes = static_cast<std::size_t>(std::max<std::streamoff>(0, file.tellg()));
  if (bytes > exchange::most_fair_bytes)
    return std::unexpected(base::Issues{{"too_large",
                                         "the file",
                                         std::to_string(bytes),
                                         {{"limit", std::to_string(exchange::most_fair_bytes)}},
                                         {name, 0, 0}}});
  std::string text(bytes, '\0');
  file.seekg(0);
  file.read(text.data(), static_cast<std::streamsize>(bytes));
  text.resize(static_cast<std::size_t>(file.gcount()));
  return exchange::read_fair(text, name);
}

int refuse(const base::Issues& issues, std::ostream& errors) {
  for (const base::Issue& issue : issues) errors << base::sentence(issue) << '\n';
  return bad_input;
}

std::string_view name(Answer::Status status) {
  switch (status) {
    case Answer::Status::Optimal:
      return "optimal";
    case Answer::Status::Feasible:
      return "feasible";
    case Answer::Status::Infeasible:
      break;
  }
  return "infeasible";
}

// The answer counted in wishes, and where each wish went.
struct Tally {
  int placed = 0;
  int unplaced_musts = 0;
  std::vector<int> slots;   // of each wish, from 1; 0 for none
  std::vector<int> tables;  // of each wish, from 1; 0 for none, or at a table of their own
};

Tally tally(const mission::Fair& fair, const planning::FairTranslation& translation,
            const Answer& answer) {
  Tally out;
  for (std::size_t w = 0; w < fair.wishes.size(); ++w) {
    const int m = translation.meeting_of_wish[w];
    const bool held = m >= 0 && !answer.plan.empty() && answer.plan[m].slot >= 0;
    out.placed += held ? 1 : 0;
    out.unplaced_musts += !held && fair.wishes[w].points == 0 ? 1 : 0;
    out.slots.push_back(held ? answer.plan[m].slot + 1 : 0);
    out.tables.push_back(held ? answer.plan[m].table + 1 : 0);
  }
  return out;
}

double gap(const Answer& answer) {
  if (answer.bound == 0) return 0;
  return static_cast<double>(answer.bound - answer.worth.value) / static_cast<double>(answer.bound);
}

std::string certificate(const engine::fair::Prices& prices) {
  return fmt::format("{{\"price_scale\":{},\"participant\":[{}],\"table\":[{}],\"time\":[{}]}}",
                     engine::fair::price_scale, fmt::join(prices.participant, ","),
                     fmt::join(prices.table, ","), fmt::join(prices.time, ","));
}

std::string to_json(const Answer& answer, const Tally& tally, double seconds) {
  return fmt::format(
      "{{\"status\":\"{}\",\"value\":{},\"bound\":{},\"gap\":{:.6f},\"seconds\":{:.3f},"
      "\"placed\":{},\"unplaced_musts\":{},\"meetings\":{},\"want_points\":{},"
      "\"broken_promises\":{},\"breaks\":{},\"table_changes\":{},"
      "\"slots\":[{}],\"tables\":[{}],\"certificate\":{}}}\n",
      name(answer.status), answer.worth.value, answer.bound, gap(answer), seconds, tally.placed,
      tally.unplaced_musts, answer.worth.meetings, answer.worth.points,
      answer.worth.broken_promises, answer.worth.breaks, answer.worth.table_changes,
      fmt::join(tally.slots, ","), fmt::join(tally.tables, ","), certificate(answer.prices));
}

std::string to_text(const Answer& answer, const Tally& tally, double seconds) {
  return fmt::format(
      "{}: {} of {} wishes granted in {} meetings; {} musts not.\n"
      "Value {}, no plan has more than {}: gap {:.4f} %.\n"
      "{} promises broken, {} breaks, {} changes of table. {:.3f} seconds.\n",
      name(answer.status), tally.placed, tally.slots.size(), answer.worth.meetings,
      tally.unplaced_musts, answer.worth.value, answer.bound, 100 * gap(answer),
      answer.worth.broken_promises, answer.worth.breaks, answer.worth.table_changes, seconds);
}

// The search is believed only as far as the checker agrees.
void check_independently(const engine::fair::Problem& problem, const Answer& answer) {
  if (answer.status == Answer::Status::Infeasible) return;
  const engine::fair::Finding finding = engine::fair::check(problem, answer.plan);
  CHECK(finding.violations.empty());
  CHECK(finding.worth == answer.worth);
  CHECK(engine::fair::proven_bound(problem, answer.prices) == answer.bound);
  CHECK(answer.worth.value <= answer.bound);
}

}  // namespace

bool is_fair_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string line;
  return in && std::getline(in, line) && exchange::is_fair(line);
}

int run_solve_fair(const SolveFairOptions& options, std::ostream& out, std::ostream& errors) {
  const auto begin = Clock::now();
  const auto elapsed = [&] { return std::chrono::duration<double>(Clock::now() - begin).count(); };
  const base::Checked<mission::Fair> fair = read_file(options.file);
  if (!fair) return refuse(fair.error(), errors);
  planning::FairTranslation translation = planning::translate(*fair);
  translation.problem.breaks_span_sessions = options.breaks_span_sessions;
  const auto stop = [&] { return elapsed() >= options.seconds; };
  const Answer answer = engine::fair::solve(translation.problem, {.seed = options.seed}, stop, {});
  check_independently(translation.problem, answer);
  const Tally counted = tally(*fair, translation, answer);
  out << (options.json ? to_json(answer, counted, elapsed()) : to_text(answer, counted, elapsed()));
  return 0;
}

}  // namespace kontor::cli
