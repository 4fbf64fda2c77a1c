#include "cli/backup.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <unistd.h>

#include "cli/dump.h"
#include "cli/progress.h"
#include "cli/workplace.h"
#include "store/backup.h"

namespace kontor::cli {

namespace {

// A line that grows on a terminal; elsewhere nothing until the end.
store::Progress progress_line(const char* what) {
  return [what, shown = std::int64_t{-1}](std::int64_t done, std::int64_t all) mutable {
    const std::int64_t percent = all > 0 ? done * 100 / all : 100;
    if (isatty(STDOUT_FILENO) != 1 || percent == shown) return;
    shown = percent;
    fmt::print("\r  {} {} %{}", what, percent, percent == 100 ? "\n" : "");
    std::fflush(stdout);
  };
}

void say(const store::BackedUp& found) {
  fmt::print("  {} rows; mission {}, plan version {}\n  Content     {}\n", grouped(found.rows),
             found.mission.empty() ? "none" : found.mission, found.published_version,
             found.content_hash);
}

int back_up(const std::string& data, const std::string& to) {
  const auto found = store::back_up(database_of(data), to, progress_line("Copied"));
  fmt::print("Backed up {} to {}, and read it back whole.\n", without_password(data), to);
  say(found);
  return exit_good;
}

int restore_folder(const std::string& from, const std::string& data) {
  store::Store store(database_of(data));
  const auto hash = restore_dump(from, store);
  if (!hash) return report(hash.error());
  fmt::print("Restored the dump {} into {}. Everybody signs in anew.\n  Content     {}\n", from,
             without_password(data), *hash);
  return exit_good;
}

int restore(const std::string& from, const std::string& data) {
  if (std::filesystem::is_directory(from)) return restore_folder(from, data);
  if (!std::filesystem::exists(from)) {
    fmt::print(stderr, "There is no file {}.\n", from);
    return exit_bad_input;
  }
  const auto found = store::restore(from, database_of(data), progress_line("Restored"));
  fmt::print("Restored {} into {}. Everybody signs in anew.\n", from, without_password(data));
  say(found);
  return exit_good;
}

}  // namespace

void add_backup(CLI::App& app, int& exit_code) {
  struct Options {
    std::string data = "data", file;
  };
  const auto options = std::make_shared<Options>();
  auto* backup = app.add_subcommand(
      "backup", "Copy everything into one new file while others work, and read it back");
  backup->add_option("to", options->file, "The file to make, such as kontor-2025-10-05.backup")
      ->required();
  backup->add_option("--data", options->data, "The data folder, or a PostgreSQL URI")
      ->capture_default_str();
  backup->callback([options, &exit_code] {
    exit_code = guarded([&] { return back_up(options->data, options->file); });
  });
  auto* restoring =
      app.add_subcommand("restore", "Put a backup or a dump into an empty data folder or database");
  restoring
      ->add_option("from", options->file, "A file of `kontor backup`, or a folder of `kontor dump`")
      ->required();
  restoring->add_option("--data", options->data, "An empty data folder, or a PostgreSQL URI")
      ->capture_default_str();
  restoring->callback([options, &exit_code] {
    exit_code = guarded([&] { return restore(options->file, options->data); });
  });
}

}  // namespace kontor::cli
