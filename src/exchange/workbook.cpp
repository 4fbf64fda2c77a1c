#include "exchange/workbook.h"

#include "exchange/csv_read.h"
#include "exchange/xlsx_read.h"

namespace kontor::exchange {

std::string_view Sheet::cell(std::size_t row, std::size_t column) const {
  for (const MergedCells& area : merged)
    if (row >= area.first_row && row <= area.last_row && column >= area.first_column &&
        column <= area.last_column) {
      row = area.first_row;
      column = area.first_column;
      break;
    }
  if (row >= rows.size() || column >= rows[row].size()) return {};
  return rows[row][column];
}

base::Checked<Workbook> read_workbook(std::string_view bytes, const std::string& file,
                                      const WorkbookLimits& limits) {
  const auto refuse = [&](std::string code) {
    return std::unexpected(base::Issues{{std::move(code),
                                         file,
                                         std::to_string(bytes.size()),
                                         {{"limit", std::to_string(limits.file_bytes)}},
                                         {file, 0, 0}}});
  };
  if (bytes.size() > limits.file_bytes) return refuse("too_large");
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
    return read_xlsx(bytes, file, limits);
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return refuse("old_workbook");
  return read_csv(bytes, file, limits);
}

}  // namespace kontor::exchange
