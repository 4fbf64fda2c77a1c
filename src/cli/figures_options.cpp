#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/figures.h"
#include "cli/workplace.h"

namespace kontor::cli {

namespace {

using Run = int (*)(const FiguresOptions&, std::ostream&, std::ostream&);

CLI::App* add_part(CLI::App& figures, const std::string& name, const std::string& words, Run run,
                   const std::shared_ptr<FiguresOptions>& options, int& exit_code) {
  CLI::App* part = figures.add_subcommand(name, words);
  part->callback([run, options, &exit_code] {
    exit_code = guarded([&] { return run(*options, std::cout, std::cerr); });
  });
  return part;
}

void add_selection(CLI::App& part, FiguresOptions& options) {
  part.add_option("PATH", options.paths, "Files of statistics, or folders of them")->required();
  part.add_option("--reporter", options.reporters, "Only these reporters (BE, US-CA, BE-VLG)");
  part.add_option("--partner", options.partners, "Only these partners (US, WORLD)");
  part.add_option("--year", options.years, "Only these years");
}

void add_pair(CLI::App& part, FiguresOptions& options) {
  part.add_option("--reporter", options.reporter, "Whose statistic")->capture_default_str();
  part.add_option("--partner", options.partner, "The other country")->capture_default_str();
}

}  // namespace

void add_figures(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<FiguresOptions>();
  CLI::App* verb = app.add_subcommand("figures", "Trade figures with their sources");
  verb->require_subcommand(1);
  const auto add = [&](const char* name, const char* words, Run run) {
    return add_part(*verb, name, words, run, options, exit_code);
  };
  CLI::App* import =
      add("import", "Read statistics and say what became of every row", run_figures_import);
  add_selection(*import, *options);
  import->add_option("--retrieved", options->retrieved,
                     "The day of fetching, kept with each figure");
  import->add_option("--into", options->into, "Write all as one table of Kontor's own");
  import->add_flag("--by-product", options->by_product, "Of Comext bulk also every product");
  add_selection(*add("list", "Print figures with their source lines", run_figures_list), *options);
  CLI::App* derive =
      add("derive", "Totals, balances, shares, growth and ranks of a pair", run_figures_derive);
  derive->add_option("PATH", options->paths, "Files of statistics, or folders of them")->required();
  add_pair(*derive, *options);
  derive->add_option("--year", options->year, "The year (the latest known)");
  CLI::App* changes = add("changes", "What a new release says otherwise", run_figures_changes);
  changes->add_option("PATHS", options->paths, "The older and the newer files")
      ->required()
      ->expected(2);
  CLI::App* recipe = add("recipe", "How to fetch each statistic", run_figures_recipe);
  recipe->add_option("SOURCE", options->source, "Only this source");
  add_pair(*recipe, *options);
  recipe->add_option("--from", options->from, "First year")->capture_default_str();
  recipe->add_option("--to", options->to, "Last year")->capture_default_str();
}

}  // namespace kontor::cli
