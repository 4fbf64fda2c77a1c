#include "cli/move.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>

#include "cli/workplace.h"
#include "store/copy.h"

namespace kontor::cli {

namespace {

int move(const std::string& from, const std::string& to) {
  store::Store source(database_of(from));
  store::Store target(database_of(to));
  std::int64_t rows = 0;
  const auto copied = store::copy_everything(source, target);
  for (const store::TableRows& table : copied) {
    rows += table.rows;
    if (table.rows > 0) fmt::print("  {:<24} {:>9}\n", table.table, table.rows);
  }
  fmt::print("Copied {} rows of {} tables and read them back unchanged; {} stays as it was.\n",
             rows, copied.size(), without_password(from));
  return exit_good;
}

}  // namespace

void add_move(CLI::App& app, int& exit_code) {
  struct Options {
    std::string from, to;
  };
  const auto options = std::make_shared<Options>();
  auto* verb = app.add_subcommand(
      "move", "Copy everything from one database to another, empty one: SQLite or PostgreSQL");
  verb->add_option("from", options->from, "A data folder, or postgresql://USER@HOST/DATABASE")
      ->required();
  verb->add_option("to", options->to, "The same, empty")->required();
  verb->callback([options, &exit_code] {
    exit_code = guarded([&] { return move(options->from, options->to); });
  });
}

}  // namespace kontor::cli
