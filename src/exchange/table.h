#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/text.h"
#include "base/time.h"

namespace kontor::exchange {

using TableCell = std::variant<std::monostate, std::string, std::int64_t, bool, base::LocalDate,
                               base::LocalDateTime>;

// A table as it goes out, its columns named in the reader's language.
struct Table {
  std::string name;
  std::vector<std::string> columns;
  std::vector<std::vector<TableCell>> rows;  // none longer than columns
};

// UTF-8 with a byte order mark, which spreadsheets need, and the separator that they expect in that
// language: a comma in English, else a semicolon. Dates read 2025-10-05. Texts that begin like a
// formula are made inert (inert.h); read_csv gives them back as they were.
std::string write_csv(const Table& table, base::Language language);

// A workbook with a sheet for each table: typed cells, the header frozen and with filters, dates as
// the language writes them. No text is ever a formula or a link. The same tables give the same
// bytes. Texts of more than 32,000 bytes are cut, which the format demands, and end with "…".
// Throws std::runtime_error where the disk takes no temporary file.
std::string write_xlsx(const std::vector<Table>& tables, base::Language language);

}  // namespace kontor::exchange
