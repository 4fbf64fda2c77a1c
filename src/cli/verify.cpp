#include "cli/verify.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "actions/read_state.h"
#include "actions/views.h"
#include "base/hash.h"
#include "cli/progress.h"
#include "cli/workplace.h"
#include "exchange/folder_write.h"
#include "planning/verify.h"

namespace kontor::cli {

namespace {

void say_good(const mission::Plan& plan, const std::string& input_hash) {
  fmt::print(
      "  Verified    version {}: 0 violations in {} attendances and {} meetings; value {} and "
      "bound {}\n"
      "              re-added from the certificate; input {}\n",
      plan.version, grouped(static_cast<std::int64_t>(plan.attendances.size())),
      grouped(static_cast<std::int64_t>(plan.meetings.size())), grouped(plan.score.value),
      grouped(plan.score.bound), input_hash.substr(0, 16));
}

}  // namespace

int verify_published(actions::Context& context) {
  const auto whole = actions::read_whole(context, command_line());
  if (!whole) return report(whole.error());
  const mission::Plan& plan = (*whole)->published.plan;
  if (plan.version == 0) {
    fmt::print(stderr, "No plan is published yet. Make one with: kontor start --no-serve\n");
    return exit_bad_input;
  }
  const mission::Mission& mission = (*whole)->mission;
  const std::string input_hash = base::sha256(exchange::canonical_text(mission));
  const base::Issues issues = planning::verify(mission, plan, input_hash);
  if (!issues.empty()) {
    fmt::print(stderr, "The published plan does NOT verify:\n");
    return report(issues);
  }
  say_good(plan, input_hash);
  return exit_good;
}

void add_verify(CLI::App& app, int& exit_code) {
  auto* verb =
      app.add_subcommand("verify", "Check the published plan and its certificate independently");
  auto* data = verb->add_option("--data", "The data folder")->default_str("data");
  verb->callback([data, &exit_code] {
    exit_code = guarded([&] {
      Workplace workplace(data->empty() ? "data" : data->as<std::string>());
      return verify_published(workplace.context());
    });
  });
}

}  // namespace kontor::cli
