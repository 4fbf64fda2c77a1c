#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "exchange/import_merge.h"

// Tables of agencies, merged into the served mission.

namespace kontor::actions {

struct ImportFile {
  std::string name;
  exchange::Workbook workbook;
};

// What was said of one sheet; it goes before what was said of all.
struct SheetChoice {
  std::string file, sheet;
  bool left_out = false;
  std::optional<exchange::ImportNoun> noun;
  std::map<std::string, std::string> headings;  // as below
  std::map<std::size_t, std::string> decided;   // as ImportSheet's
};

struct ImportOrder {
  std::vector<ImportFile> files;  // must outlive what the import gives
  std::optional<exchange::ImportNoun> noun;
  mission::OrganisationId agency;  // owns new records; its headings are remembered
  // What headings mean, by heading as it stands; "" for a column that is not read.
  std::map<std::string, std::string> headings;
  std::vector<SheetChoice> choices = {};
};

struct Imported {
  std::vector<exchange::ImportSheet> sheets;  // those understood
  // With one no_heading for each other sheet, and one missing_column for one that cannot be read.
  std::vector<exchange::ImportFault> faults;
  std::size_t added = 0, changed = 0, unchanged = 0, refused = 0;  // rows
  bool written = false;  // false after a dry run, or where nothing changed
};

enum class ImportRun { Dry, Apply };

// Merges as exchange::merge_sheets says. Applied, it writes the mission in one transaction, keeps
// how to take it back and what the agency's headings mean, and is logged; plans stay, those of
// earlier facts as such. Refused: Denied, Conflict no_mission, issue unknown_reference of an agency
// that is none.
Outcome<Imported> import_tables(Context& context, const mission::Acting& acting,
                                const ImportOrder& order, ImportRun run);

// The import that could be taken back next; `good`: by whoever asks and now, for the mission has
// not changed since.
struct LatestImport {
  std::string author;
  bool good = false;
};
// Refused: Denied, Conflict no_mission.
Outcome<std::optional<LatestImport>> latest_import(Context& context, const mission::Acting& acting);

// Takes the latest import back: mission and contacts are again, byte by byte, what they were.
// Refused: Denied, Conflict no_mission, nothing_to_undo where nothing was imported or the mission
// changed since, not_your_change.
Outcome<void> undo_import(Context& context, const mission::Acting& acting);

}  // namespace kontor::actions
