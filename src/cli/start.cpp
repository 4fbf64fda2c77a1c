#include "cli/start.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <fmt/format.h>
#include <memory>
#include <thread>

#include "actions/demo_sign_in.h"
#include "actions/load_mission.h"
#include "actions/plan_mission.h"
#include "actions/publish_plan.h"
#include "actions/read_state.h"
#include "actions/views.h"
#include "base/hash.h"
#include "cli/demo/read_demo.h"
#include "cli/mail_options.h"
#include "cli/progress.h"
#include "cli/serve_options.h"
#include "cli/summary.h"
#include "cli/verify.h"
#include "cli/workplace.h"
#include "exchange/folder_read.h"
#include "exchange/folder_write.h"
#include "server/serve.h"

namespace kontor::cli {

namespace {

struct StartOptions {
  std::string data = "data";
  std::string facts;    // a folder with facts/ and demo/: completed with invented records
  std::string mission;  // a mission folder, taken as it is
  server::ServeOptions server;
  std::uint64_t seed = 1;
  int minimum_share_percent = 0;
  bool serve = true;
  MailOptions mail;
};

base::Checked<mission::Mission> read(const StartOptions& options) {
  if (!options.mission.empty()) return exchange::read_folder(options.mission);
  return demo::read_demo(options.facts);
}

// Loads the mission where none is there or another one is asked for.
int load(actions::Context& context, const StartOptions& options) {
  const bool there = actions::read_state(context).has_value();
  if (there && options.mission.empty()) return exit_good;
  if (options.mission.empty() && options.facts.empty()) {
    fmt::print(stderr, "There is no mission in {}. Give one with --mission FOLDER.\n",
               options.data);
    return exit_bad_input;
  }
  const auto mission = read(options);
  if (!mission) return report(mission.error());
  const auto loaded = actions::load_mission(context, command_line(), *mission,
                                            base::sha256(exchange::canonical_text(*mission)),
                                            actions::OtherMission::Replace);
  if (!loaded) return report(loaded.error());
  for (const auto& doubt : loaded->doubts) fmt::print(stderr, "{}\n", base::sentence(doubt));
  if (loaded->changed) fmt::print("Loaded {}\n", mission->name.best(base::Language::En));
  return exit_good;
}

int plan(actions::Context& context, const StartOptions& options) {
  fmt::print("Planning, seed {}\n", options.seed);
  ProgressBar bar(stdout);
  const auto begin = std::chrono::steady_clock::now();
  const auto made = actions::plan_mission(
      context, command_line(),
      planning::Options{.seed = options.seed,
                        .minimum_share_percent = options.minimum_share_percent},
      [] { return interrupted(); },
      [&](const planning::Progress& progress) { bar.show(progress); });
  bar.finish(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  return made ? exit_good : report(made.error());
}

// Plans and publishes where the published plan is not of the mission that is there.
int plan_and_publish(actions::Context& context, const StartOptions& options) {
  const auto state = actions::read_state(context);
  if (!state || state->published_input_hash == state->input_hash) return exit_good;
  if (!state->has_draft || state->draft_input_hash != state->input_hash) {
    if (const int code = plan(context, options); code != exit_good) return code;
    if (interrupted()) return exit_interrupted;
  }
  const auto published = actions::publish_plan(context, command_line());
  return published ? exit_good : report(published.error());
}

int summarise(actions::Context& context) {
  const auto whole = actions::read_whole(context, command_line());
  if (!whole) return report(whole.error());
  fmt::print("{}", summary((*whole)->mission, (*whole)->published.plan));
  return verify_published(context);
}

// Where to look: the page and, on demo data, the links that sign in as somebody.
void say_addresses(actions::Context& context, int port) {
  fmt::print("\n  Open        http://127.0.0.1:{}\n", port);
  for (const actions::DemoReader& reader : actions::demo_readers(context))
    fmt::print("              http://127.0.0.1:{}/demo/{}\n", port, reader.key);
  fmt::print("  Stop        Ctrl-C\n");
  std::fflush(stdout);
}

int serve(actions::Context& context, const StartOptions& start) {
  server::ServeOptions options = start.server;
  options.public_address = start.mail.public_address;
  options.mail_from = start.mail.from;
  options.send_mail = mail_sender(start.mail);
  options.post_webhook = webhook_sender(options);
  options.fetch = provider_fetcher(options);
  std::stop_source stop;
  const std::jthread watch([&stop](const std::stop_token& done) {
    while (!done.stop_requested() && !interrupted())
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    stop.request_stop();
  });
  server::serve(context, options, stop.get_token(),
                [&context](int ready_port) { say_addresses(context, ready_port); });
  return exit_good;
}

int start(const StartOptions& options) {
  interrupted();  // listens from now on
  Workplace workplace(options.data);
  actions::Context& context = workplace.context();
  if (const int code = load(context, options); code != exit_good) return code;
  if (const int code = plan_and_publish(context, options); code != exit_good) return code;
  if (const int code = summarise(context); code != exit_good) return code;
  std::fflush(stdout);
  return options.serve ? serve(context, options) : exit_good;
}

}  // namespace

void add_start(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<StartOptions>();
  auto* verb =
      app.add_subcommand("start", "Load, plan, publish, verify and serve, each where needed");
  verb->add_option("--data", options->data, "The data folder, or a PostgreSQL URI")
      ->capture_default_str();
  verb->add_option("--facts", options->facts,
                   "Complete the facts in FOLDER/facts as FOLDER/demo says");
  verb->add_option("--mission", options->mission, "Load this mission folder as it is");
  add_serve_options(*verb, options->server);
  verb->add_option("--seed", options->seed, "Seed of the planner")->capture_default_str();
  verb->add_option("--minimum-share", options->minimum_share_percent,
                   "Plan so that no group is below this percentage of the mean share of wishes")
      ->check(CLI::Range(1, 100));
  add_mail_options(*verb, options->mail);
  verb->add_flag("--no-serve{false}", options->serve, "Stop after the summary");
  verb->callback([options, &exit_code] { exit_code = guarded([&] { return start(*options); }); });
}

}  // namespace kontor::cli
