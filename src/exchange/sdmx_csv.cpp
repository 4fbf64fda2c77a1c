#include "exchange/sdmx_csv.h"

#include <algorithm>

#include "exchange/sdmx_row.h"
#include "exchange/table_rows.h"

namespace kontor::exchange {

namespace {

struct Header {
  std::vector<Role> roles;  // by column
  bool labels = false;      // cells are "CODE: label"
};

std::string_view before_label(std::string_view cell) {
  return cell.substr(0, cell.find(": "));
}

// "OBS_VALUE: Observation value" -> OBS_VALUE; "ATTR[]" -> ATTR.
std::string_view column_name(std::string_view cell) {
  const std::string_view name = before_label(cell);
  return name.substr(0, name.find('['));
}

Header read_header(const std::vector<std::string_view>& cells, FigureSink& sink) {
  Header header;
  for (const std::string_view cell : cells) {
    const auto role = role_of(column_name(cell));
    if (!role) sink.warn("unknown_column", std::string(column_name(cell)), cell, 1);
    header.roles.push_back(role.value_or(Role::Ignored));
    header.labels = header.labels || cell.contains(": ");
  }
  return header;
}

bool has(const Header& header, Role role) {
  return std::ranges::find(header.roles, role) != header.roles.end();
}

// The ECB's own CSV has no column for the dataflow.
base::Issues missing(const Header& header, const std::string& file) {
  base::Issues issues;
  for (const auto& [role, name] :
       {std::pair{Role::Dataset, "DATAFLOW or STRUCTURE_ID"},
        std::pair{Role::Period, "TIME_PERIOD"}, std::pair{Role::Value, "OBS_VALUE"}})
    if (!has(header, role) && !(role == Role::Dataset && has(header, Role::Currency)))
      issues.push_back(file_fault("missing_column", file, name)[0]);
  return issues;
}

SdmxRow row_of(const Header& header, const std::vector<std::string_view>& cells) {
  SdmxRow row;
  for (std::size_t i = 0; i < cells.size() && i < header.roles.size(); ++i)
    if (header.roles[i] != Role::Ignored)
      row[header.roles[i]] = header.labels ? before_label(cells[i]) : cells[i];
  return row;
}

void take_row(const SdmxRow& row, std::int64_t line, FigureSink& sink) {
  if (row[Role::Action] == "D") return sink.quarantine("deleting_row", "ACTION", "D", line);
  auto observation = to_observation(row);
  if (!observation) {
    const UnknownCode& fault = observation.error();
    return sink.quarantine(fault.code, std::string(fault.what), fault.value, line);
  }
  sink.take(*std::move(observation), line);
}

}  // namespace

base::Issues read_sdmx_csv(ByteSource bytes, FigureSink& sink) {
  TableRows rows(std::move(bytes), ',');
  const std::string_view first = rows.peek();
  const bool semicolons = std::ranges::count(first, ';') > std::ranges::count(first, ',');
  if (semicolons) rows.set_separator(';');
  std::vector<std::string_view> cells;
  if (!rows.next(cells)) return file_fault("empty_file", sink.report.file);
  const Header header = read_header(cells, sink);
  const bool of_ecb = has(header, Role::Currency) && !has(header, Role::Dataset);
  if (auto issues = missing(header, sink.report.file); !issues.empty()) return issues;
  while (rows.next(cells)) {
    if (cells.size() != header.roles.size()) {
      sink.quarantine("wrong_cells", "cells", std::to_string(cells.size()), rows.line());
      continue;
    }
    SdmxRow row = row_of(header, cells);
    if (of_ecb) row[Role::Dataset] = "ECB:EXR";
    row.decimal_comma = semicolons;
    take_row(row, rows.line(), sink);
  }
  if (rows.broken()) return file_fault("lost_quote", sink.report.file);
  return {};
}

}  // namespace kontor::exchange
