#include "exchange/census.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "briefing/place_code.h"
#include "exchange/figure_cell.h"
#include "exchange/json_text.h"
#include "exchange/product_code.h"

namespace kontor::exchange {

namespace {

using briefing::Flow;
using CensusRow = std::map<std::string, std::string, std::less<>>;

struct ValueColumn {
  std::string_view name;
  Flow flow;
  briefing::TradeConcept trade_concept;
  bool of_year;
};

constexpr std::array<ValueColumn, 6> value_columns{
    ValueColumn{"ALL_VAL_YR", Flow::Export, briefing::TradeConcept::General, true},
    ValueColumn{"ALL_VAL_MO", Flow::Export, briefing::TradeConcept::General, false},
    ValueColumn{"GEN_VAL_YR", Flow::Import, briefing::TradeConcept::General, true},
    ValueColumn{"GEN_VAL_MO", Flow::Import, briefing::TradeConcept::General, false},
    ValueColumn{"CON_VAL_YR", Flow::Import, briefing::TradeConcept::Special, true},
    ValueColumn{"CON_VAL_MO", Flow::Import, briefing::TradeConcept::Special, false}};

constexpr std::array<std::string_view, 14> other_columns{"STATE",
                                                         "CTY_CODE",
                                                         "CTY_NAME",
                                                         "time",
                                                         "YEAR",
                                                         "MONTH",
                                                         "E_COMMODITY",
                                                         "I_COMMODITY",
                                                         "SUMMARY_LVL",
                                                         "COMM_LVL",
                                                         "E_COMMODITY_SDESC",
                                                         "I_COMMODITY_SDESC",
                                                         "E_COMMODITY_LDESC",
                                                         "I_COMMODITY_LDESC"};

std::string_view field(const CensusRow& row, std::string_view name) {
  const auto found = row.find(name);
  return found == row.end() ? std::string_view() : std::string_view(found->second);
}

std::string period_of(const CensusRow& row) {
  const std::string_view time = field(row, "time");
  if (!time.empty()) return std::string(time);
  return std::string(field(row, "YEAR")) + "-" + std::string(field(row, "MONTH"));
}

// The observation of one value column, or the column whose code is not known.
std::string_view set(briefing::Observation& o, const CensusRow& row, const ValueColumn& column) {
  const auto partner = briefing::schedule_c_place(field(row, "CTY_CODE"));
  if (!partner) return "CTY_CODE";
  const std::string_view state = field(row, "STATE");
  const auto reporter = briefing::us_state(state.empty() ? "-" : state);
  if (!reporter) return "STATE";
  const std::string_view commodity = column.flow == Flow::Export ? "E_COMMODITY" : "I_COMMODITY";
  const std::string_view code = field(row, commodity);
  const auto product = product_code(code.empty() ? "-" : code);
  if (!product) return commodity;
  const auto period = cell_period(period_of(row));
  if (!period) return "time";
  o.partner = *partner;
  o.reporter = *reporter;
  o.classification = product->classification;
  o.product = product->code;
  o.flow = column.flow;
  o.trade_concept = column.trade_concept;
  o.valuation =
      column.flow == Flow::Export ? briefing::Valuation::Fas : briefing::Valuation::Customs;
  const bool december = period->ends_with("-12");
  o.measure = column.of_year && !december ? "value_year_to_date" : "value";
  o.period = column.of_year && december ? period->substr(0, 4) : *period;
  return "";
}

void take_value(const CensusRow& row, const ValueColumn& column, std::int64_t line,
                FigureSink& sink) {
  briefing::Observation o{.source = "census", .unit = "USD"};
  o.dataset = column.flow == Flow::Export ? "intltrade/exports" : "intltrade/imports";
  const std::string_view unknown = set(o, row, column);
  if (!unknown.empty())
    return sink.quarantine("unknown_code", std::string(unknown), field(row, unknown), line);
  const std::string_view text = field(row, column.name);
  const auto number = cell_number(text);
  if (!number && !text.empty())
    return sink.quarantine("bad_number", std::string(column.name), text, line);
  o.state = number ? briefing::State::Known : briefing::State::Absent;
  o.value = number.value_or(base::Decimal{});
  sink.take(std::move(o), line);
}

std::vector<std::string> names_of(const JsonValue& header, FigureSink& sink) {
  std::vector<std::string> names;
  for (const JsonValue& cell : header.items) {
    const auto is_value = [&](const ValueColumn& column) { return column.name == cell.text; };
    if (std::ranges::find(other_columns, cell.text) == other_columns.end() &&
        !std::ranges::any_of(value_columns, is_value))
      sink.warn("unknown_column", cell.text, cell.text, 1);
    names.push_back(cell.text);
  }
  return names;
}

}  // namespace

base::Issues read_census(std::string_view text, FigureSink& sink) {
  JsonText json(text);
  if (!json.enter('[') || !json.next_item()) return {json.fault(sink.report.file)};
  const std::vector<std::string> names = names_of(json.value(), sink);
  while (json.next_item()) {
    const std::int64_t line = sink.report.rows + 2;
    const JsonValue cells = json.value();
    if (cells.items.size() != names.size()) {
      sink.quarantine("wrong_cells", "cells", std::to_string(cells.items.size()), line);
      continue;
    }
    CensusRow row;
    for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = cells.items[i].text;
    for (const ValueColumn& column : value_columns)
      if (row.contains(column.name)) take_value(row, column, line, sink);
  }
  if (json.failed()) return {json.fault(sink.report.file)};
  return {};
}

}  // namespace kontor::exchange
