#include "cli/export.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <set>

#include "actions/read_view.h"
#include "actions/view.h"
#include "cli/workplace.h"
#include "exchange/mission_tables.h"
#include "server/exports.h"

namespace kontor::cli {

namespace {

struct ExportOptions {
  std::string data = "data", what = "all", file, format, language = "en", of, address;
  int copy = 1, since = 0;
};

std::vector<exchange::MissionTable> chosen_tables(const std::string& word) {
  if (const auto one = exchange::mission_table_of(word)) return {*one};
  return {exchange::all_mission_tables.begin(), exchange::all_mission_tables.end()};
}

// By the option, else by the file's ending: "csv".
std::string format_of(const ExportOptions& options) {
  const std::size_t dot = options.file.rfind('.');
  if (!options.format.empty()) return options.format;
  return dot == std::string::npos ? "" : options.file.substr(dot + 1);
}

std::string_view stem_of(const server::ExportFile& file) {
  return file.name.substr(0, file.name.find('.'));
}

bool is_table(const std::string& word) {
  return word == "all" || exchange::mission_table_of(word).has_value();
}

// "csv, vcf, xlsx", as far as there is that of `what`.
std::string formats_of(const std::string& what) {
  std::set<std::string> formats;
  if (is_table(what)) formats.insert("xlsx");
  if (is_table(what) && what != "all") formats.insert("csv");
  for (const auto& file : server::export_files())
    if (stem_of(file) == what) formats.emplace(file.name.substr(what.size() + 1));
  std::string out;
  for (const std::string& one : formats) out += (out.empty() ? "" : ", ") + one;
  return out;
}

int write_out(const std::string& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary);
  out << bytes;
  out.close();
  return out ? exit_good : report(base::Issues{{"unwritable_file", file, "", {}, {}}});
}

int export_tables(const ExportOptions& options, bool csv) {
  const auto chosen = chosen_tables(options.what);
  if (csv && chosen.size() != 1)
    return report(base::Issues{{"one_table_in_csv", options.file, "", {}, {}}});
  Workplace workplace(options.data);
  const auto view = actions::read_view(workplace.context(), command_line());
  if (!view) return report(view.error());
  const auto language = base::language_of(options.language).value();
  std::vector<exchange::Table> tables;
  for (const auto which : chosen)
    tables.push_back(exchange::mission_table(which, *(*view)->mission, *(*view)->plan, language));
  const int written = write_out(options.file, csv ? exchange::write_csv(tables.front(), language)
                                                  : exchange::write_xlsx(tables, language));
  if (written != exit_good) return written;
  for (const auto& table : tables) fmt::print("{}: {} rows\n", table.name, table.rows.size());
  return exit_good;
}

int export_file(const ExportOptions& options, const server::ExportFile& file) {
  Workplace workplace(options.data);
  const server::ExportWish wish{base::language_of(options.language).value(), options.of,
                                options.address, options.copy, options.since};
  const auto text = server::export_text(workplace.context(), command_line(), file, wish);
  if (!text) return report(text.error());
  const int written = write_out(options.file, *text);
  if (written == exit_good) fmt::print("{}: {} bytes\n", options.file, text->size());
  return written;
}

int export_what(const ExportOptions& options) {
  const std::string format = format_of(options);
  if (const auto* file = server::export_file(options.what + "." + format))
    return export_file(options, *file);
  if (is_table(options.what) && (format == "csv" || format == "xlsx"))
    return export_tables(options, format == "csv");
  return report(base::Issues{{"out_of_range",
                              "format",
                              format.empty() ? "not said" : format,
                              {{"expected", "one of " + formats_of(options.what)}},
                              {}}});
}

}  // namespace

void add_export(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<ExportOptions>();
  auto* verb = app.add_subcommand(
      "export",
      "The mission and its published plan as tables, calendars, feeds, contacts and print files");
  std::vector<std::string> words{"all"};
  for (const auto table : exchange::all_mission_tables) words.emplace_back(exchange::word(table));
  for (const auto& file : server::export_files())
    if (std::ranges::find(words, stem_of(file)) == words.end()) words.emplace_back(stem_of(file));
  verb->add_option("WHAT", options->what, "Which")
      ->check(CLI::IsMember(words))
      ->capture_default_str();
  verb->add_option("-o,--output", options->file, "The file to write; its ending says the format")
      ->required();
  verb->add_option("--format", options->format, "Where the file's ending does not say");
  verb->add_option("--language", options->language, "Of headings and texts, dates and separators")
      ->check(CLI::IsMember({"fr", "nl", "de", "en"}))
      ->capture_default_str();
  verb->add_option("--of", options->of,
                   "Only this: a zone of a schedule, or the key of a person, organisation, room, "
                   "activity or city");
  verb->add_option("--address", options->address,
                   "Of the server, for links: https://kontor.example");
  verb->add_option("--copy", options->copy,
                   "The number of a copy of the programme book, or of a person's badge")
      ->check(CLI::Range(1, server::most_copies))
      ->capture_default_str();
  verb->add_option("--since", options->since,
                   "Of the programme book only the pages that differ from this version's")
      ->check(CLI::PositiveNumber);
  verb->add_option("--data", options->data, "The data folder")->capture_default_str();
  std::string formats;
  for (const std::string& word : words)
    formats += fmt::format("  {}: {}\n", word, formats_of(word));
  verb->footer("Formats:\n" + formats);
  verb->callback(
      [options, &exit_code] { exit_code = guarded([&] { return export_what(*options); }); });
}

}  // namespace kontor::cli
