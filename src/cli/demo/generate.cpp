#include "cli/demo/generate.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <limits>
#include <memory>

#include "cli/demo/read_demo.h"
#include "cli/generate_fair.h"
#include "cli/workplace.h"
#include "exchange/folder_write.h"

namespace kontor::cli {

namespace {

struct GenerateOptions {
  std::string facts;
  std::string settings;
  std::string out;
  std::optional<int> seed;
};

// demo.toml stands beside the facts: FACTS/../demo/demo.toml.
std::filesystem::path settings_of(const GenerateOptions& options) {
  if (!options.settings.empty()) return options.settings;
  const auto facts = std::filesystem::absolute(options.facts).lexically_normal();
  const auto name_at_end = facts.has_filename() ? facts : facts.parent_path();
  return name_at_end.parent_path() / "demo" / "demo.toml";
}

int generate(const GenerateOptions& options) {
  const auto mission = demo::read_demo_from(options.facts, settings_of(options), options.seed);
  if (!mission) return report(mission.error());
  exchange::write_folder(*mission, options.out);
  fmt::print("{} organisations, {} people, {} activities, {} wishes, {} agreements: {}\n",
             mission->organisations.size(), mission->people.size(), mission->activities.size(),
             mission->wishes.size(), mission->agreements.size(), options.out);
  return exit_good;
}

}  // namespace

void add_generate(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<GenerateOptions>();
  auto* generate_verb = app.add_subcommand("generate", "Make up data, flagged as invented");
  generate_verb->require_subcommand(1);
  add_generate_fair(*generate_verb, exit_code);
  auto* verb = generate_verb->add_subcommand("demo", "Complete facts to a whole demo mission");
  verb->add_option("facts", options->facts, "The mission folder of the facts")->required();
  verb->add_option("-o,--output", options->out, "The mission folder to write")->required();
  verb->add_option("--seed", options->seed, "Another seed than that of the settings")
      ->check(CLI::Range(0, std::numeric_limits<int>::max()));
  verb->add_option("--settings", options->settings, "Another file than FACTS/../demo/demo.toml");
  verb->callback(
      [options, &exit_code] { exit_code = guarded([&] { return generate(*options); }); });
}

}  // namespace kontor::cli
