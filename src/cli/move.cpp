#include "cli/move.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <memory>

#include "cli/workplace.h"
#include "store/copy.h"
#include "store/sensitive.h"

namespace kontor::cli {

namespace {

// The key that opens what is sealed in `source`, if something is; false where the key is not there,
// or the target's place has another, and then what to do was said.
bool find_key(store::Store& source, const std::string& from, const std::string& to,
              std::optional<base::SealingKey>& key) {
  const std::string fingerprint = source.read(store::read_key_fingerprint);
  if (fingerprint.empty()) return true;
  const std::string here = key_file_of(from), there = key_file_of(to);
  key = key_in(here);
  if (!key || key->fingerprint() != fingerprint) {
    fmt::print(stderr,
               "{} is missing or not the key that sealed sensitive fields and webhook secrets in "
               "{}. Put it back from your backup, then move; nothing was copied.\n",
               here, without_password(from));
    return false;
  }
  const auto other = key_in(there);
  if (!other || other->fingerprint() == fingerprint) return true;
  fmt::print(stderr,
             "{} holds another key than {}. Move it away, or name another file in "
             "KONTOR_KEY_FILE; nothing was copied.\n",
             there, here);
  return false;
}

void take_key_along(base::SealingKey& key, const std::string& to) {
  keep_key(key_file_of(to), key);
  fmt::print(
      "The key that opens what is sealed is in {} too. Back it up apart from the database, and "
      "give it to every node (KONTOR_KEY_FILE).\n",
      std::filesystem::absolute(key_file_of(to)).string());
}

int move(const std::string& from, const std::string& to) {
  store::Store source(database_of(from));
  store::Store target(database_of(to));
  std::optional<base::SealingKey> key;
  if (!find_key(source, from, to, key)) return exit_bad_input;
  std::int64_t rows = 0;
  const auto copied = store::copy_everything(source, target);
  for (const store::TableRows& table : copied) {
    rows += table.rows;
    if (table.rows > 0) fmt::print("  {:<24} {:>9}\n", table.table, table.rows);
  }
  fmt::print("Copied {} rows of {} tables and read them back unchanged; {} stays as it was.\n",
             rows, copied.size(), without_password(from));
  if (key) take_key_along(*key, to);
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
