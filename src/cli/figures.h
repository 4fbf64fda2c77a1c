#pragma once
#include <iosfwd>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace kontor::cli {

struct FiguresOptions {
  std::vector<std::string> paths;  // files or folders of statistics
  std::vector<std::string> reporters, partners, years;
  std::string retrieved;  // day on which the files were fetched
  std::string into;       // file that receives Kontor's own table
  std::string reporter = "BE", partner = "US", year;
  std::string from = "2019", to = "2024", source;
  bool by_product = false, json = false;
};

// Each prints to `out`, faults to `errors`, and gives the exit code.
int run_figures_import(const FiguresOptions& options, std::ostream& out, std::ostream& errors);
int run_figures_list(const FiguresOptions& options, std::ostream& out, std::ostream& errors);
int run_figures_derive(const FiguresOptions& options, std::ostream& out, std::ostream& errors);
int run_figures_changes(const FiguresOptions& options, std::ostream& out, std::ostream& errors);
int run_figures_recipe(const FiguresOptions& options, std::ostream& out, std::ostream& errors);

// Adds the verb `figures` with its five parts.
void add_figures(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
