#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/note.h"
#include "cli/workplace.h"

namespace kontor::cli {

void add_note(CLI::App& app, int& exit_code) {
  const auto command = std::make_shared<NoteCommand>();
  CLI::App* verb = app.add_subcommand("note", "Write the trade briefing of two countries");
  verb->add_option("--figures", command->figures, "Files or folders of statistics")->required();
  verb->add_option("--home", command->home, "Whose statistics")->capture_default_str();
  verb->add_option("--partner", command->partner, "The other country")->capture_default_str();
  verb->add_option("--lang", command->language, "fr, nl, de or en")->capture_default_str();
  verb->add_option("--year", command->year, "The last year (the latest known)");
  verb->add_option("--years", command->years, "How many years")
      ->check(CLI::Range(1, 30))
      ->capture_default_str();
  verb->add_option("--concept", command->trade_concept, "national or community")
      ->capture_default_str();
  verb->add_option("--format", command->format, "text or html")
      ->check(CLI::IsMember({"text", "html"}))
      ->capture_default_str();
  verb->add_option("--to", command->to, "Write into this file");
  verb->callback([command, &exit_code] {
    exit_code = guarded([&] { return run_note(*command, std::cout, std::cerr); });
  });
}

}  // namespace kontor::cli
