#include "cli/solve_fair.h"

#include <chrono>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>
#include <ostream>

#include "base/check.h"
#include "cli/read_bytes.h"
#include "engine/fair/check.h"
#include "engine/fair/solve.h"
#include "exchange/fair_read.h"
#include "planning/fair_report.h"
#include "planning/fair_translate.h"

namespace kontor::cli {

namespace {

using engine::fair::Answer;
using Clock = std::chrono::steady_clock;

base::Checked<mission::Fair> read_file(const std::string& name) {
  const auto text = read_bytes(name, exchange::most_fair_bytes);
  if (!text) return std::unexpected(text.error());
  return exchange::read_fair(*text, name);
}

base::Issues too_much(const std::string& file) {
  return {{"bad_syntax",
           "the file",
           "",
           {{"reason",
             "the points of all wants, times promises, times musts are more than can be added; use "
             "smaller points"}},
           {file, 0, 0}}};
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

double share_missing(std::int64_t value, std::int64_t bound) {
  return bound == 0 ? 0 : static_cast<double>(bound - value) / static_cast<double>(bound);
}
double gap(const Answer& answer) {
  return share_missing(answer.worth.value, answer.bound);
}
double want_gap(const planning::FairReport& report) {
  return share_missing(report.want_points, report.want_bound);
}

// 987 thousandths as "98.7"; nothing known as "null".
std::string percent(int thousandths) {
  return thousandths < 0 ? "null" : fmt::format("{}.{}", thousandths / 10, thousandths % 10);
}

std::string certificate(const engine::fair::Prices& prices, const engine::fair::Weights& weights) {
  return fmt::format(
      "{{\"must\":{},\"promise\":{},\"price_scale\":{},\"participant\":[{}],\"table\":[{}],"
      "\"time\":[{}]}}",
      weights.must, weights.promise, engine::fair::price_scale, fmt::join(prices.participant, ","),
      fmt::join(prices.table, ","), fmt::join(prices.time, ","));
}

std::string fairness(const planning::FairReport& report) {
  std::vector<std::string> groups;
  for (const int share : report.group_shares) groups.push_back(percent(share));
  return fmt::format("\"least_share\":{},\"mean_share\":{},\"group_shares\":[{}]",
                     percent(report.least_share), percent(report.mean_share),
                     fmt::join(groups, ","));
}

std::string causes(const planning::FairReport& report) {
  std::vector<std::string> fields;
  for (const auto& [cause, count] : report.unplaced)
    fields.push_back(fmt::format("\"{}\":{}", cause, count));
  return fmt::format("\"unplaced\":{{{}}}", fmt::join(fields, ","));
}

// The wants' own certificate; null where the other one shows their bound.
std::string want_certificate(const Answer& answer) {
  return answer.want_prices.participant.empty()
             ? "null"
             : certificate(answer.want_prices, answer.want_weights);
}

std::string to_json(const engine::fair::Problem& problem, const Answer& answer,
                    const planning::FairReport& report, double seconds) {
  const auto& worth = answer.worth;
  return fmt::format(
      "{{\"status\":\"{}\",\"value\":{},\"bound\":{},\"gap\":{:.6f},\"seconds\":{:.3f},"
      "\"placed\":{},\"wishes\":{},\"meetings\":{},\"musts\":{},\"unplaced_musts\":{},"
      "\"want_points\":{},\"want_bound\":{},\"want_gap\":{:.6f},\"broken_promises\":{},{},"
      "\"breaks\":{},\"table_changes\":{},{},\"slots\":[{}],\"tables\":[{}],\"certificate\":{},"
      "\"want_certificate\":{}}}\n",
      name(answer.status), worth.value, answer.bound, gap(answer), seconds, report.placed,
      report.slots.size(), worth.meetings, report.musts, report.unplaced_musts, report.want_points,
      report.want_bound, want_gap(report), worth.broken_promises, fairness(report), worth.breaks,
      worth.table_changes, causes(report), fmt::join(report.slots, ","),
      fmt::join(report.tables, ","), certificate(answer.prices, engine::fair::weights(problem)),
      want_certificate(answer));
}

std::string to_text(const Answer& answer, const planning::FairReport& report, double seconds) {
  const auto& worth = answer.worth;
  return fmt::format(
      "{} of {} wishes granted in {} meetings; {} musts of {}.\n"
      "Points of wants {}; no plan with as many musts has more than {} (gap {:.3f} %).\n"
      "Value {}; no plan has more than {}{}.\n"
      "Granted shares: worst-off {} %, mean {} %. Promises broken {}.\n"
      "Breaks {}, changes of table {}. {:.3f} seconds.\n",
      report.placed, report.slots.size(), worth.meetings, report.musts,
      report.musts + report.unplaced_musts, report.want_points, report.want_bound,
      100 * want_gap(report), worth.value, answer.bound,
      answer.status == Answer::Status::Optimal ? ": optimal, proven" : "",
      percent(report.least_share), percent(report.mean_share), worth.broken_promises, worth.breaks,
      worth.table_changes, seconds);
}

// Why no plan exists: the rules that the fixed meetings break among themselves.
std::string to_json_conflicts(const mission::Fair& fair, const engine::fair::Problem& problem,
                              const Answer& answer, double seconds) {
  const auto key = [&](int p) { return p < 0 ? "null" : "\"" + fair.participants[p].key + "\""; };
  std::vector<std::string> found;
  for (const auto& it : answer.conflicts) {
    std::string meeting = "null";
    if (it.meeting >= 0)
      meeting = fmt::format("[{},{}]", key(problem.meetings[it.meeting].first),
                            key(problem.meetings[it.meeting].second));
    found.push_back(fmt::format("{{\"rule\":\"{}\",\"meeting\":{},\"participant\":{},\"slot\":{}}}",
                                it.rule, meeting, key(it.participant),
                                it.slot < 0 ? "null" : std::to_string(it.slot + 1)));
  }
  return fmt::format(
      "{{\"status\":\"infeasible\",\"value\":null,\"bound\":null,\"gap\":null,\"seconds\":{:.3f},"
      "\"placed\":null,\"unplaced_musts\":null,\"conflicts\":[{}]}}\n",
      seconds, fmt::join(found, ","));
}

std::string to_text_conflicts(const mission::Fair& fair, const engine::fair::Problem& problem,
                              const Answer& answer) {
  std::string text = "Infeasible: the fixed meetings break rules among themselves.\n";
  for (const auto& it : answer.conflicts) {
    text += "  " + it.rule;
    if (it.participant >= 0) text += ", participant " + fair.participants[it.participant].key;
    if (it.meeting >= 0)
      text += fmt::format(", meeting of {} and {}",
                          fair.participants[problem.meetings[it.meeting].first].key,
                          fair.participants[problem.meetings[it.meeting].second].key);
    if (it.slot >= 0) text += fmt::format(", slot {}", it.slot + 1);
    text += '\n';
  }
  return text;
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
  if (engine::fair::largest_sum(translation.problem) > static_cast<double>(engine::fair::most_sum))
    return refuse(too_much(options.file), errors);
  const auto stop = [&] { return elapsed() >= options.seconds; };
  const Answer answer = engine::fair::solve(translation.problem, {.seed = options.seed}, stop, {});
  check_independently(translation.problem, answer);
  if (answer.status == Answer::Status::Infeasible) {
    out << (options.json ? to_json_conflicts(*fair, translation.problem, answer, elapsed())
                         : to_text_conflicts(*fair, translation.problem, answer));
    return 0;
  }
  const planning::FairReport report = planning::report(*fair, translation, answer);
  out << (options.json ? to_json(translation.problem, answer, report, elapsed())
                       : to_text(answer, report, elapsed()));
  return 0;
}

}  // namespace kontor::cli
