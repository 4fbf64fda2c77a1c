#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "exchange/import_field.h"
#include "exchange/workbook.h"

namespace kontor::exchange {

// What an agency's headings were said to mean, by folded heading; "" for a column that is not read.
using RememberedHeadings = std::map<std::string, std::string>;

// A column of a table and what it is taken for.
struct MappedColumn {
  std::size_t column = 0;  // from 0
  std::string heading;
  std::optional<ImportField> field;
  bool remembered = false;

  bool operator==(const MappedColumn&) const = default;
};

// One sheet understood as a table: where its headings stand (below titles, in one row or in two of
// which the upper is merged) and what they mean.
struct ImportSheet {
  std::string file, name;
  ImportNoun noun = ImportNoun::Organisations;
  base::Language language = base::Language::En;  // of most headings
  std::size_t heading_row = 0;                   // the lower of the two; from 0
  std::vector<MappedColumn> columns;             // all with a heading
  const Sheet* sheet = nullptr;
  // What was decided of probable duplicates, by row as spreadsheets count: stands in the place of
  // its cell "same as".
  std::map<std::size_t, std::string> decided;

  // The column of a field; nothing where there is none.
  std::optional<std::size_t> column_of(ImportField field) const;
  // The column without which rows are nothing, where it is missing.
  std::optional<ImportField> missing() const;
};

// Proposes how to read `sheet`: as `noun`, or where that is not set as what most headings fit. Of
// two columns for one field the first is taken. Nothing where no row of the first thirty holds the
// headings that rows need.
std::optional<ImportSheet> propose_sheet(const Sheet& sheet, const std::string& file,
                                         std::optional<ImportNoun> noun,
                                         const RememberedHeadings& remembered);

// Takes `sheet` for a table of `noun` because somebody says so, whatever its headings: those of the
// row that fits best, else of the first with two cells. Nothing where there is no such row.
std::optional<ImportSheet> take_sheet(const Sheet& sheet, const std::string& file, ImportNoun noun,
                                      const RememberedHeadings& remembered);

}  // namespace kontor::exchange
