#include "cli/solve_fair_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <vector>

#include "planning/fair_plan.h"

namespace kontor::cli {

namespace {

using engine::fair::Answer;
using planning::FairReport;

double share_missing(std::int64_t value, std::int64_t bound) {
  return bound == 0 ? 0 : static_cast<double>(bound - value) / static_cast<double>(bound);
}
double gap(const Answer& answer) {
  return share_missing(answer.worth.value, answer.bound);
}
double want_gap(const Answer& answer) {
  return share_missing(answer.worth.points, answer.want_bound);
}

// 987 thousandths as "98.7"; nothing known as "null".
std::string percent(int thousandths) {
  return thousandths < 0 ? "null" : fmt::format("{}.{}", thousandths / 10, thousandths % 10);
}

std::string certificate(const engine::fair::Prices& prices, const engine::fair::Weights& weights) {
  if (prices.participant.empty()) return "null";
  return fmt::format(
      "{{\"must\":{},\"promise\":{},\"price_scale\":{},\"participant\":[{}],\"table\":[{}],"
      "\"time\":[{}]}}",
      weights.must, weights.promise, engine::fair::price_scale, fmt::join(prices.participant, ","),
      fmt::join(prices.table, ","), fmt::join(prices.time, ","));
}

std::string fairness(const FairReport& report) {
  std::vector<std::string> groups;
  for (const int share : report.group_shares) groups.push_back(percent(share));
  return fmt::format(
      "\"least_share\":{},\"worst_share_bound\":{},\"least_share_proven\":{},\"worst_off\":{},"
      "\"mean_share\":{},\"group_shares\":[{}]",
      percent(report.least_share), percent(report.worst_share_bound),
      report.least_share == report.worst_share_bound, report.worst_off, percent(report.mean_share),
      fmt::join(groups, ","));
}

std::string causes(const FairReport& report) {
  std::vector<std::string> fields;
  for (const auto& [cause, count] : report.unplaced)
    fields.push_back(fmt::format("\"{}\":{}", cause, count));
  return fmt::format("\"unplaced\":{{{}}}", fmt::join(fields, ","));
}

std::string promises(const mission::Fair& fair, const FairReport& report) {
  std::vector<std::string> all;
  for (const auto& it : report.broken_promises)
    all.push_back(fmt::format("{{\"participant\":\"{}\",\"least\":{},\"held\":{},\"possible\":{}}}",
                              fair.participants[it.participant].key, it.least, it.held,
                              it.possible));
  return fmt::format("\"broken_promises\":[{}]", fmt::join(all, ","));
}

// A demand that cannot be kept, or not with the others: a rule, whom and what it concerns.
struct Conflict {
  std::string rule, participant, first, second;
  int slot = 0;  // from 1; 0 is none
};

std::vector<Conflict> conflicts(const FairAnswer& it) {
  const auto key = [&](int p) { return p < 0 ? "" : it.fair.participants[p].key; };
  std::vector<Conflict> all;
  for (const auto& [pair, slot] : it.translation.fixed_nevers)
    all.push_back({"never", "", key(pair.first), key(pair.second), slot + 1});
  for (const auto& found : it.answer.conflicts) {
    Conflict conflict{found.rule, key(found.participant), "", "", found.slot + 1};
    if (found.meeting >= 0) {
      const auto& meeting = it.translation.problem.meetings[found.meeting];
      conflict.first = key(meeting.first);
      conflict.second = key(meeting.second);
    }
    all.push_back(conflict);
  }
  return all;
}

std::string conflicts_json(const FairAnswer& it) {
  const auto quoted = [](const std::string& key) {
    return key.empty() ? "null" : "\"" + key + "\"";
  };
  std::vector<std::string> all;
  for (const Conflict& found : conflicts(it)) {
    const std::string meeting =
        found.first.empty() ? "null" : fmt::format("[\"{}\",\"{}\"]", found.first, found.second);
    all.push_back(fmt::format("{{\"rule\":\"{}\",\"meeting\":{},\"participant\":{},\"slot\":{}}}",
                              found.rule, meeting, quoted(found.participant),
                              found.slot == 0 ? "null" : std::to_string(found.slot)));
  }
  return fmt::format("\"conflicts\":[{}]", fmt::join(all, ","));
}

std::string conflicts_text(const FairAnswer& it) {
  std::string text;
  for (const Conflict& found : conflicts(it)) {
    text += "  " + found.rule;
    if (!found.participant.empty()) text += ", participant " + found.participant;
    if (!found.first.empty())
      text += fmt::format(", meeting of {} and {}", found.first, found.second);
    if (found.slot > 0) text += fmt::format(", slot {}", found.slot);
    text += '\n';
  }
  return text;
}

}  // namespace

bool has_plan(const FairAnswer& it) {
  return it.translation.fixed_nevers.empty() &&
         (!it.answer.plan.empty() || it.translation.problem.meetings.empty());
}

std::string to_json(const FairAnswer& it, const FairReport& report) {
  const Answer& answer = it.answer;
  if (!has_plan(it))
    return fmt::format(
        "{{\"status\":\"infeasible\",\"value\":null,\"bound\":null,\"gap\":null,\"seconds\":{:.3f},"
        "\"placed\":null,\"unplaced_musts\":null,{}}}\n",
        it.seconds, conflicts_json(it));
  const auto& worth = answer.worth;
  return fmt::format(
      "{{\"status\":\"{}\",\"value\":{},\"bound\":{},\"gap\":{:.6f},\"seconds\":{:.3f},"
      "\"placed\":{},\"wishes\":{},\"meetings\":{},\"musts\":{},\"unplaced_musts\":{},"
      "\"want_points\":{},\"want_bound\":{},\"want_gap\":{:.6f},{},{},\"breaks\":{},"
      "\"breaks_bound\":{},\"breaks_proven\":{},\"table_changes\":{},{},{},\"slots\":[{}],"
      "\"tables\":[{}],\"certificate\":{},\"want_certificate\":{}}}\n",
      planning::status_word(answer.status), worth.value, answer.bound, gap(answer), it.seconds,
      report.placed, report.slots.size(), worth.meetings, report.musts, report.unplaced_musts,
      worth.points, answer.want_bound, want_gap(answer), promises(it.fair, report),
      fairness(report), worth.breaks, answer.breaks_bound, worth.breaks == answer.breaks_bound,
      worth.table_changes, causes(report), conflicts_json(it), fmt::join(report.slots, ","),
      fmt::join(report.tables, ","),
      certificate(answer.prices, engine::fair::weights(it.translation.problem)),
      certificate(answer.want_prices, answer.want_weights));
}

std::string to_text(const FairAnswer& it, const FairReport& report) {
  const Answer& answer = it.answer;
  std::string text;
  if (answer.status == Answer::Status::Infeasible)
    text = "Infeasible: these demands cannot all be kept.\n" + conflicts_text(it);
  if (!has_plan(it)) return text;
  if (!text.empty()) text += "The plan that comes nearest:\n";
  const auto& worth = answer.worth;
  return text +
         fmt::format(
             "{} of {} wishes granted in {} meetings; {} musts of {}.\n"
             "Points of wants {}; no plan with as many musts has more than {} (gap {:.3f} %).\n"
             "Value {}; no plan has more than {}{}.\n"
             "Granted shares: worst-off {} % (at most {} %), mean {} %. Promises broken {}.\n"
             "Breaks {} (at least {} for these meetings), changes of table {}. {:.3f} seconds.\n",
             report.placed, report.slots.size(), worth.meetings, report.musts,
             report.musts + report.unplaced_musts, worth.points, answer.want_bound,
             100 * want_gap(answer), worth.value, answer.bound,
             answer.status == Answer::Status::Optimal ? ": optimal, proven" : "",
             percent(report.least_share), percent(report.worst_share_bound),
             percent(report.mean_share), report.broken_promises.size(), worth.breaks,
             answer.breaks_bound, worth.table_changes, it.seconds);
}

}  // namespace kontor::cli
