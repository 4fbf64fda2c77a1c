#include "cli/import.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <vector>

#include "actions/import_tables.h"
#include "cli/data_verb.h"
#include "cli/read_bytes.h"
#include "server/words.h"

namespace kontor::cli {

namespace {

struct ImportOptions {
  std::string data = "data", as, agency, language = "en", errors;
  std::vector<std::string> files, map;
  bool dry_run = false, undo = false;
};

// Splits "Heading=field" at its last sign; issues unknown_word.
base::Checked<std::map<std::string, std::string>> headings_of(const ImportOptions& options) {
  std::map<std::string, std::string> out;
  base::Issues issues;
  for (const std::string& each : options.map) {
    const std::size_t sign = std::min(each.rfind('='), each.size());
    const std::string field = each.substr(std::min(sign + 1, each.size()));
    if (!field.empty() && !exchange::import_field_of(field)) {
      std::string known;
      for (int n = 0; n <= static_cast<int>(exchange::ImportField::SameAs); ++n)
        known += (n > 0 ? ", " : "") +
                 std::string(exchange::word(static_cast<exchange::ImportField>(n)));
      issues.push_back({"unknown_word", "--map", field, {{"known", known}, {"hint", ""}}, {}});
    }
    out[each.substr(0, sign)] = field;
  }
  if (!issues.empty()) return std::unexpected(std::move(issues));
  return out;
}

base::Checked<actions::ImportOrder> order_of(const ImportOptions& options) {
  actions::ImportOrder order;
  base::Issues issues;
  if (const auto headings = headings_of(options))
    order.headings = *headings;
  else
    issues = headings.error();
  order.noun = exchange::import_noun_of(options.as);
  order.agency.value = options.agency;
  for (const std::string& file : options.files) {
    const auto bytes = read_bytes(file, exchange::WorkbookLimits().file_bytes);
    auto workbook = bytes ? exchange::read_workbook(*bytes, file) : std::unexpected(bytes.error());
    if (workbook)
      order.files.push_back({file, *std::move(workbook)});
    else
      issues.insert(issues.end(), workbook.error().begin(), workbook.error().end());
  }
  if (!issues.empty()) return std::unexpected(std::move(issues));
  return order;
}

void print_mapping(const exchange::ImportSheet& sheet) {
  fmt::print("{}{}{}: {} below row {}\n", sheet.file, sheet.name.empty() ? "" : ", ", sheet.name,
             exchange::word(sheet.noun), sheet.heading_row + 1);
  for (const auto& column : sheet.columns)
    fmt::print("  {} = {}{}\n", column.heading,
               column.field ? exchange::word(*column.field) : "(not read)",
               column.remembered ? " (remembered)" : "");
}

void print_fault(const exchange::ImportFault& fault, base::Language language) {
  std::string place = fault.file;
  if (!fault.sheet.empty()) place += ", " + fault.sheet;
  if (fault.row > 0) place += ", " + exchange::cell_name(fault);
  if (!fault.heading.empty()) place += " (" + fault.heading + ")";
  fmt::print(stderr, "{}: {}\n", place,
             exchange::import_sentence(fault, language, server::sentence));
}

int undo_latest(Workplace& workplace) {
  const auto undone = actions::undo_import(workplace.context(), command_line());
  if (!undone) return report(undone.error());
  fmt::print("The latest import is taken back.\n");
  return exit_good;
}

int import_files(const ImportOptions& options) {
  const auto order = order_of(options);
  if (!order) return report(order.error());
  Workplace workplace(options.data);
  if (options.undo) return undo_latest(workplace);
  const auto language = base::language_of(options.language).value();
  const auto imported =
      actions::import_tables(workplace.context(), command_line(), *order,
                             options.dry_run ? actions::ImportRun::Dry : actions::ImportRun::Apply);
  if (!imported) return report(imported.error());
  for (const auto& sheet : imported->sheets) print_mapping(sheet);
  for (const auto& fault : imported->faults) print_fault(fault, language);
  fmt::print("{} rows added, {} changed, {} unchanged, {} refused{}\n", imported->added,
             imported->changed, imported->unchanged, imported->refused,
             options.dry_run ? "; nothing was written (dry run)" : "");
  if (!options.errors.empty() && imported->refused > 0) {
    std::ofstream out(options.errors, std::ios::binary);
    out << exchange::write_fault_workbook(imported->sheets, imported->faults, language,
                                          server::sentence);
    out.close();
    if (!out) return report(base::Issues{{"unwritable_file", options.errors, "", {}, {}}});
  }
  return imported->faults.empty() ? exit_good : exit_bad_input;
}

}  // namespace

void add_import(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<ImportOptions>();
  auto* verb = add_data_verb(
      app, "import",
      "Tables of agencies (XLSX, CSV) into the mission: rows without fault are merged", options,
      exit_code, import_files);
  std::vector<std::string> nouns;
  for (const auto noun : exchange::all_import_nouns) nouns.emplace_back(exchange::word(noun));
  auto* files = verb->add_option("FILE", options->files, "The tables");
  verb->add_option("--as", options->as, "What they hold, where their headings do not say")
      ->check(CLI::IsMember(nouns));
  verb->add_option("--agency", options->agency,
                   "Key of the agency that sent them: it owns new records, and what its headings "
                   "mean is remembered");
  verb->add_option("--map", options->map,
                   "What a heading means, as Heading=field; nothing behind = leaves the column out")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  verb->add_flag("--dry-run", options->dry_run, "Say what would happen and write nothing");
  verb->add_option("--language", options->language, "Of faults and their remedies")
      ->check(CLI::IsMember({"fr", "nl", "de", "en"}))
      ->capture_default_str();
  verb->add_option("--errors", options->errors,
                   "Write refused rows and why to this workbook; corrected it imports again");
  auto* undo = verb->add_flag("--undo", options->undo, "Take the latest import back");
  undo->excludes(files);
}

}  // namespace kontor::cli
