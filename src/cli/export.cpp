#include "cli/export.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fstream>
#include <memory>

#include "actions/read_view.h"
#include "actions/view.h"
#include "cli/workplace.h"
#include "exchange/mission_tables.h"

namespace kontor::cli {

namespace {

struct ExportOptions {
  std::string data = "data", table = "all", file, format, language = "en";
};

std::vector<exchange::MissionTable> chosen_tables(const std::string& word) {
  if (const auto one = exchange::mission_table_of(word)) return {*one};
  return {exchange::all_mission_tables.begin(), exchange::all_mission_tables.end()};
}

// By the option, else by the file's ending.
bool is_csv(const ExportOptions& options) {
  return options.format.empty() ? options.file.ends_with(".csv") : options.format == "csv";
}

int export_tables(const ExportOptions& options) {
  const auto chosen = chosen_tables(options.table);
  if (is_csv(options) && chosen.size() != 1)
    return report(base::Issues{{"one_table_in_csv", options.file, "", {}, {}}});
  Workplace workplace(options.data);
  const auto view = actions::read_view(workplace.context(), command_line());
  if (!view) return report(view.error());
  const auto language = base::language_of(options.language).value();
  std::vector<exchange::Table> tables;
  for (const auto which : chosen)
    tables.push_back(exchange::mission_table(which, *(*view)->mission, *(*view)->plan, language));
  std::ofstream out(options.file, std::ios::binary);
  out << (is_csv(options) ? exchange::write_csv(tables.front(), language)
                          : exchange::write_xlsx(tables, language));
  out.close();
  if (!out) return report(base::Issues{{"unwritable_file", options.file, "", {}, {}}});
  for (const auto& table : tables) fmt::print("{}: {} rows\n", table.name, table.rows.size());
  return exit_good;
}

}  // namespace

void add_export(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<ExportOptions>();
  auto* verb = app.add_subcommand(
      "export", "The mission and its published plan as a workbook (XLSX) or one table as CSV");
  std::vector<std::string> words{"all"};
  for (const auto table : exchange::all_mission_tables) words.emplace_back(exchange::word(table));
  verb->add_option("TABLE", options->table, "Which")
      ->check(CLI::IsMember(words))
      ->capture_default_str();
  verb->add_option("-o,--output", options->file, "The file to write, .xlsx or .csv")->required();
  verb->add_option("--format", options->format, "Where the file's ending does not say")
      ->check(CLI::IsMember({"csv", "xlsx"}));
  verb->add_option("--language", options->language, "Of headings and texts, dates and separators")
      ->check(CLI::IsMember({"fr", "nl", "de", "en"}))
      ->capture_default_str();
  verb->add_option("--data", options->data, "The data folder")->capture_default_str();
  verb->callback(
      [options, &exit_code] { exit_code = guarded([&] { return export_tables(*options); }); });
}

}  // namespace kontor::cli
