#include "exchange/figures_file.h"

#include <algorithm>
#include <array>

#include "exchange/figure_cell.h"
#include "exchange/table_rows.h"

namespace kontor::exchange {

namespace {

using briefing::Observation;

struct TextColumn {
  std::string_view name;
  std::string Observation::* field;
};

constexpr std::array<TextColumn, 12> texts{
    TextColumn{"source", &Observation::source},
    TextColumn{"dataset", &Observation::dataset},
    TextColumn{"reporter", &Observation::reporter},
    TextColumn{"partner", &Observation::partner},
    TextColumn{"classification", &Observation::classification},
    TextColumn{"product", &Observation::product},
    TextColumn{"measure", &Observation::measure},
    TextColumn{"unit", &Observation::unit},
    TextColumn{"flags", &Observation::flags},
    TextColumn{"vintage", &Observation::vintage},
    TextColumn{"retrieved", &Observation::retrieved},
    TextColumn{"origin", &Observation::origin}};

constexpr std::array<std::string_view, 7> others{"flow",  "concept", "valuation", "period",
                                                 "value", "state",   "bound"};

std::string quoted(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

template <class T>
bool assign(T& field, const std::optional<T>& value) {
  if (value) field = *value;
  return value.has_value();
}

// Whether the cell of a column that is no plain text was understood.
bool set(Observation& o, std::string_view column, std::string_view cell) {
  if (column == "flow") return assign(o.flow, briefing::flow_of(cell));
  if (column == "concept") return assign(o.trade_concept, briefing::concept_of(cell));
  if (column == "valuation") return assign(o.valuation, briefing::valuation_of(cell));
  if (column == "period") return assign(o.period, cell_period(cell));
  if (column == "state") return cell.empty() || assign(o.state, briefing::state_of(cell));
  if (column == "bound") return assign(o.bound, briefing::bound_of(cell));
  if (column == "value") return cell.empty() || assign(o.value, cell_number(cell));
  return true;
}

bool set_text(Observation& o, std::string_view column, std::string_view cell) {
  const auto found = std::ranges::find(texts, column, &TextColumn::name);
  if (found == texts.end()) return false;
  o.*found->field = cell;
  return true;
}

void take_row(const std::vector<std::string>& names, const std::vector<std::string_view>& cells,
              std::int64_t line, FigureSink& sink) {
  Observation o;
  bool has_value = false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (set_text(o, names[i], cells[i])) continue;
    if (!set(o, names[i], cells[i]))
      return sink.quarantine("unknown_code", names[i], cells[i], line);
    has_value = has_value || (names[i] == "value" && !cells[i].empty());
  }
  if (!has_value && o.state == briefing::State::Known)
    return sink.quarantine("bad_number", "value", "", line);
  const std::string origin = o.origin, retrieved = o.retrieved;
  sink.take(std::move(o), line, origin, retrieved);
}

}  // namespace

base::Issues read_figures_file(ByteSource bytes, FigureSink& sink) {
  TableRows rows(std::move(bytes), ',');
  std::vector<std::string_view> cells;
  if (!rows.next(cells)) return file_fault("empty_file", sink.report.file);
  const std::vector<std::string> names(cells.begin(), cells.end());
  for (const std::string& name : names)
    if (std::ranges::find(others, name) == others.end() &&
        std::ranges::find(texts, name, &TextColumn::name) == texts.end())
      sink.warn("unknown_column", name, name, 1);
  while (rows.next(cells)) {
    if (cells.size() == names.size())
      take_row(names, cells, rows.line(), sink);
    else
      sink.quarantine("wrong_cells", "cells", std::to_string(cells.size()), rows.line());
  }
  return {};
}

std::string figures_header() {
  std::string header;
  for (const TextColumn& column : texts) header += std::string(column.name) + ",";
  return header + "flow,concept,valuation,period,value,state,bound\n";
}

std::string figures_row(const Observation& o) {
  std::string row;
  for (const TextColumn& column : texts) row += quoted(o.*column.field) + ",";
  for (const std::string_view text : {word(o.flow), word(o.trade_concept), word(o.valuation)})
    row += std::string(text) + ",";
  row += o.period + ",";
  row += o.state == briefing::State::Known ? format(o.value) : "";
  return row + "," + std::string(word(o.state)) + "," + std::string(word(o.bound)) + "\n";
}

}  // namespace kontor::exchange
