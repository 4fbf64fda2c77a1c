#pragma once
#include <iosfwd>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace kontor::cli {

inline constexpr int exit_contradicted = 3;  // a number of the text is wrong or rounded wrongly

struct CheckTextOptions {
  std::string file;  // "-" for standard input; .html and .htm are markup, archives DOCX
  std::string language = "en";
  std::vector<std::string> figures;  // files and folders of statistics and statements
  std::string home = "BE", partner = "US", year;
  std::string trade_concept = "community";  // where the text does not say
  std::string version, version_language;    // the same text in another language, to compare with
  bool json = false, marked = false;
};

// Checks every number of a text and prints a table, the text with marks, or one JSON object
// (docs/briefing.md). Gives exit_good, exit_contradicted, or exit_bad_input with faults on
// `errors`.
int run_check_text(const CheckTextOptions& options, std::ostream& out, std::ostream& errors);

// Adds the verb `check-text`, also called `check`.
void add_check_text(CLI::App& app, int& exit_code);

}  // namespace kontor::cli
