#include "cli/verify.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

#include "actions/read_state.h"
#include "actions/views.h"
#include "base/hash.h"
#include "cli/progress.h"
#include "cli/workplace.h"
#include "exchange/folder_write.h"
#include "exchange/plan_write.h"
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

// Leaves the word to kontor-verify, or for the plan of a fair, which is one file, to
// kontor-verify-fair; both lie beside this program and share no code with it.
int verify_exported(std::string plan) {
  const bool is_fair = std::filesystem::is_regular_file(plan);
  std::string program = std::filesystem::read_symlink("/proc/self/exe")
                            .replace_filename(is_fair ? "kontor-verify-fair" : "kontor-verify")
                            .string();
  char* arguments[] = {program.data(), plan.data(), nullptr};
  pid_t child = 0;
  int status = 0;
  if (const int error =
          posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments, environ)) {
    fmt::print(stderr, "{} cannot be started: {}\n", program,
               std::generic_category().message(error));
    return exit_failed;
  }
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return exit_failed;
  return WIFEXITED(status) ? WEXITSTATUS(status) : exit_failed;
}

int export_published(actions::Context& context, const std::string& folder) {
  if (const int code = verify_published(context); code != exit_good) return code;
  const auto whole = actions::read_whole(context, command_line());
  if (!whole) return report(whole.error());
  exchange::write_plan_folder((*whole)->mission, (*whole)->published.plan, folder);
  fmt::print(
      "  Exported    {}: the mission, which is confidential, and plan.txt\n"
      "  Check it    kontor-verify {}\n",
      folder, folder);
  return exit_good;
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
  struct Options {
    std::string data = "data", exported, export_to;
  };
  const auto options = std::make_shared<Options>();
  auto* verb =
      app.add_subcommand("verify", "Check the published plan and its certificate independently");
  auto* data = verb->add_option("--data", options->data, "The data folder, or a PostgreSQL URI");
  data->capture_default_str();
  verb->add_option("plan", options->exported,
                   "An exported plan, or the plan file of a fair, checked by kontor-verify or "
                   "kontor-verify-fair; without it, the published plan")
      ->excludes(data);
  verb->add_option("--export", options->export_to,
                   "Write the published plan and its mission into this folder")
      ->excludes("plan");
  verb->callback([options, &exit_code] {
    exit_code = guarded([&] {
      if (!options->exported.empty()) return verify_exported(options->exported);
      Workplace workplace(options->data);
      if (options->export_to.empty()) return verify_published(workplace.context());
      return export_published(workplace.context(), options->export_to);
    });
  });
}

}  // namespace kontor::cli
