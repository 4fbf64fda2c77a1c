#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/check_text.h"
#include "cli/workplace.h"

namespace kontor::cli {

void add_check_text(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<CheckTextOptions>();
  CLI::App* verb = app.add_subcommand("check-text",
                                      "Check every number of a text against figures with a source");
  verb->alias("check");
  verb->add_option("TEXT", options->file,
                   "The text (plain, .html, .md or .docx), or - for standard input")
      ->required();
  verb->add_option("--lang", options->language, "Its language: fr, nl, de or en")
      ->capture_default_str();
  verb->add_option("--figures", options->figures, "Files or folders of statistics and statements");
  verb->add_option("--home", options->home, "The country that the text calls its own")
      ->capture_default_str();
  verb->add_option("--partner", options->partner, "The country that the text is about")
      ->capture_default_str();
  verb->add_option("--year", options->year, "The year where the text says none (the latest known)");
  verb->add_option("--concept", options->trade_concept,
                   "national or community, where the text does not say")
      ->capture_default_str();
  auto* version = verb->add_option("--version-in", options->version_language,
                                   "The language of another version of the text");
  verb->add_option("--version", options->version,
                   "That version: where it says something else, that is listed")
      ->needs(version);
  verb->add_flag("--json", options->json, "One JSON object on standard output");
  verb->add_flag("--marked", options->marked, "The text with a verdict behind each number");
  verb->callback([options, &exit_code] {
    exit_code = guarded([&] { return run_check_text(*options, std::cout, std::cerr); });
  });
}

}  // namespace kontor::cli
