#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"

namespace kontor::exchange {

// Cells that look like one, counted from 0, both ends included. Only the first has a text.
struct MergedCells {
  std::size_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;

  bool operator==(const MergedCells&) const = default;
};

// A sheet as text, cell by cell as its author sees it: dates read 2025-10-05, dates with a time
// 2025-10-05T09:30, times 09:30, numbers have a point and no grouping, and leading zeros where the
// format of the cell shows them. Row n of the file is rows[n - 1], empty ones too; rows end with
// their last cell that is not empty.
struct Sheet {
  std::string name;
  std::vector<std::vector<std::string>> rows;
  std::vector<MergedCells> merged;

  // "" beyond the ends; of merged cells the text of all.
  std::string_view cell(std::size_t row, std::size_t column) const;
  bool operator==(const Sheet&) const = default;
};

struct Workbook {
  std::vector<Sheet> sheets;

  bool operator==(const Workbook&) const = default;
};

// What a file may take when it is unpacked; more is refused before it is read.
struct WorkbookLimits {
  std::size_t file_bytes = 32'000'000;
  std::size_t unpacked_bytes = 256'000'000;  // of all parts together, and of all cells
  std::size_t ratio = 250;                   // unpacked to packed, of a part above 1 MB
  std::size_t parts = 2000;
  std::size_t tags = 12'000'000;  // of one part
  std::size_t rows = 250'000;     // of one sheet
  std::size_t columns = 500;
  std::size_t cells = 5'000'000;
};

// Reads a workbook from the bytes of a file: XLSX, or text whose encoding (UTF-8, UTF-16,
// Windows-1252) and separator (; , tab |) are found out. Issues: too_large, old_workbook,
// bad_workbook (with a reason), bomb, unsafe_path, not_text, open_quote, too_many_rows,
// too_many_columns, xml_declaration.
base::Checked<Workbook> read_workbook(std::string_view bytes, const std::string& file,
                                      const WorkbookLimits& limits = {});

}  // namespace kontor::exchange
