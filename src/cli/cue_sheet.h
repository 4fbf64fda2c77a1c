#pragma once
#include <CLI/CLI.hpp>

namespace kontor::cli {

// The verb `cue-sheet`: who signs what, when and where.
void add_cue_sheet(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
