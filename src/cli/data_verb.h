#pragma once
#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/workplace.h"

namespace kontor::cli {

// Adds a verb that works on a database, `options->data`: its exit code is what `work` gives.
template <class Options>
CLI::App* add_data_verb(CLI::App& parent, const std::string& name, const std::string& about,
                        const std::shared_ptr<Options>& options, int& exit_code,
                        int (*work)(const Options&)) {
  auto* verb = parent.add_subcommand(name, about);
  verb->add_option("--data", options->data, "The data folder, or a PostgreSQL URI")
      ->capture_default_str();
  verb->callback(
      [options, &exit_code, work] { exit_code = guarded([&] { return work(*options); }); });
  return verb;
}

}  // namespace kontor::cli
