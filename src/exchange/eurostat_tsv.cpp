#include "exchange/eurostat_tsv.h"

#include <algorithm>

#include "exchange/sdmx_row.h"
#include "exchange/table_rows.h"

namespace kontor::exchange {

namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view stripped(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// "12 bu" and "0n": the number, then the flags.
void set_cell(SdmxRow& row, std::string_view cell) {
  cell = stripped(cell);
  const std::size_t flags =
      cell.starts_with(':') ? 1 : std::min(cell.find_first_not_of("0123456789.+-"), cell.size());
  row[Role::Value] = cell.substr(0, flags);
  row[Role::Flags] = stripped(cell.substr(flags));
}

struct Table {
  std::vector<Role> roles;           // of the dimensions
  std::vector<std::string> periods;  // of the columns
};

base::Issues read_header(const std::vector<std::string_view>& cells, FigureSink& sink,
                         Table& table) {
  const std::string_view names = cells.front();
  const std::size_t slash = names.find('\\');
  if (slash == std::string_view::npos)
    return file_fault("missing_column", sink.report.file, "\\TIME_PERIOD");
  for (const std::string_view name : split(names.substr(0, slash), ',')) {
    const auto role = role_of(stripped(name));
    if (!role) sink.warn("unknown_column", std::string(name), name, 1);
    table.roles.push_back(role.value_or(Role::Ignored));
  }
  for (std::size_t i = 1; i < cells.size(); ++i) table.periods.emplace_back(stripped(cells[i]));
  return {};
}

void take_cell(SdmxRow row, std::string_view period, std::string_view cell, std::int64_t line,
               FigureSink& sink) {
  row[Role::Period] = period;
  set_cell(row, cell);
  auto observation = to_observation(row);
  if (observation) return sink.take(*std::move(observation), line);
  const UnknownCode& fault = observation.error();
  sink.quarantine(fault.code, std::string(fault.what), fault.value, line);
}

}  // namespace

base::Issues read_eurostat_tsv(ByteSource bytes, std::string_view dataset, FigureSink& sink) {
  TableRows rows(std::move(bytes), '\t');
  std::vector<std::string_view> cells;
  if (!rows.next(cells)) return file_fault("empty_file", sink.report.file);
  Table table;
  if (auto issues = read_header(cells, sink, table); !issues.empty()) return issues;
  while (rows.next(cells)) {
    const auto codes = split(cells.front(), ',');
    if (codes.size() != table.roles.size() || cells.size() != table.periods.size() + 1) {
      sink.quarantine("wrong_cells", "cells", std::to_string(cells.size()), rows.line());
      continue;
    }
    SdmxRow row;
    row[Role::Dataset] = dataset;
    for (std::size_t i = 0; i < codes.size(); ++i)
      if (table.roles[i] != Role::Ignored) row[table.roles[i]] = stripped(codes[i]);
    for (std::size_t i = 0; i < table.periods.size(); ++i)
      take_cell(row, table.periods[i], cells[i + 1], rows.line(), sink);
  }
  return {};
}

}  // namespace kontor::exchange
