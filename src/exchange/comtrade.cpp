#include "exchange/comtrade.h"

#include <algorithm>
#include <array>
#include <map>

#include "briefing/place_code.h"
#include "exchange/figure_cell.h"
#include "exchange/json_text.h"
#include "exchange/product_code.h"
#include "exchange/table_rows.h"

namespace kontor::exchange {

namespace {

using briefing::Flow;
using Fields = std::map<std::string, std::string, std::less<>>;

// Sorted; TradeDataItems with both spellings of cifValue and fobValue, and what a user may add.
constexpr std::array<std::string_view, 53> known_fields{"aggrLevel",
                                                        "altQty",
                                                        "altQtyUnitAbbr",
                                                        "altQtyUnitCode",
                                                        "cifValue",
                                                        "cifvalue",
                                                        "classificationCode",
                                                        "classificationSearchCode",
                                                        "cmdCode",
                                                        "cmdDesc",
                                                        "customsCode",
                                                        "customsDesc",
                                                        "datasetCode",
                                                        "flowCategory",
                                                        "flowCode",
                                                        "flowDesc",
                                                        "fobValue",
                                                        "fobvalue",
                                                        "freqCode",
                                                        "grossWgt",
                                                        "isAggregate",
                                                        "isAltQtyEstimated",
                                                        "isGrossWgtEstimated",
                                                        "isLeaf",
                                                        "isNetWgtEstimated",
                                                        "isOriginalClassification",
                                                        "isQtyEstimated",
                                                        "isReported",
                                                        "isgrossWgtEstimated",
                                                        "isnetWgtEstimated",
                                                        "legacyEstimationFlag",
                                                        "mosCode",
                                                        "mosDesc",
                                                        "motCode",
                                                        "motDesc",
                                                        "netWgt",
                                                        "partner2Code",
                                                        "partner2Desc",
                                                        "partner2ISO",
                                                        "partnerCode",
                                                        "partnerDesc",
                                                        "partnerISO",
                                                        "period",
                                                        "primaryValue",
                                                        "qty",
                                                        "qtyUnitAbbr",
                                                        "qtyUnitCode",
                                                        "refMonth",
                                                        "refPeriodId",
                                                        "refYear",
                                                        "reporterCode",
                                                        "reporterDesc",
                                                        "reporterISO"};
constexpr std::array<std::string_view, 2> more_fields{"typeCode", ""};

bool is_known(std::string_view name) {
  return std::ranges::find(known_fields, name) != known_fields.end() ||
         std::ranges::find(more_fields, name) != more_fields.end();
}

std::string_view get(const Fields& row, std::string_view name) {
  const auto found = row.find(name);
  return found == row.end() ? std::string_view() : std::string_view(found->second);
}

bool is_breakdown(const Fields& row) {
  const auto is_all = [&](std::string_view name, std::string_view all) {
    const std::string_view value = get(row, name);
    return value.empty() || value == all;
  };
  const std::string_view flow = get(row, "flowCode");
  const bool part_of_flow = flow == "RX" || flow == "RM" || flow == "DX" || flow == "FM";
  return part_of_flow || !is_all("partner2Code", "0") || !is_all("customsCode", "C00") ||
         !is_all("motCode", "0") || !is_all("mosCode", "0");
}

// False, with the row quarantined, for a code that is not known.
bool set_product(briefing::Observation& o, const Fields& row) {
  const std::string_view scheme = get(row, "classificationCode"), code = get(row, "cmdCode");
  if (scheme.starts_with('H') || code == "TOTAL") {
    const auto product = product_code(code);
    if (!product) return false;
    o.classification = product->classification;
    o.product = product->code;
    return true;
  }
  o.classification = scheme.starts_with('S')   ? "SITC"
                     : scheme.starts_with('B') ? "BEC"
                     : scheme.starts_with('E') ? "EBOPS"
                                               : "";
  o.product = code;
  return !o.classification.empty() && !code.empty();
}

// The code of what is wrong with the value, or "".
std::string_view set_value(briefing::Observation& o, const Fields& row) {
  const auto period = cell_period(get(row, "period"));
  if (!period) return "period";
  o.period = *period;
  const std::string_view text = get(row, "primaryValue");
  const std::string_view estimated = get(row, "legacyEstimationFlag");
  if (!estimated.empty() && estimated != "0") o.flags = "e";
  o.state = text.empty() ? briefing::State::Absent : briefing::State::Known;
  if (text.empty()) return "";
  const auto number = cell_number(text);
  if (!number) return "primaryValue";
  o.value = *number;
  return "";
}

void take_row(const Fields& row, std::int64_t line, FigureSink& sink) {
  if (is_breakdown(row)) {
    ++sink.report.rows;
    ++sink.report.breakdowns;
    return;
  }
  briefing::Observation o{.source = "comtrade", .measure = "value", .unit = "USD"};
  o.dataset = std::string(get(row, "typeCode")) + std::string(get(row, "freqCode"));
  if (get(row, "typeCode") == "S") o.measure = "services";
  const auto unknown = [&](std::string_view name) {
    sink.quarantine("unknown_code", std::string(name), get(row, name), line);
  };
  const auto reporter = briefing::comtrade_place(get(row, "reporterCode"));
  const auto partner = briefing::comtrade_place(get(row, "partnerCode"));
  const std::string_view flow = get(row, "flowCode");
  if (!reporter) return unknown("reporterCode");
  if (!partner) return unknown("partnerCode");
  if (flow != "X" && flow != "M") return unknown("flowCode");
  o.reporter = *reporter;
  o.partner = *partner;
  o.flow = flow == "X" ? Flow::Export : Flow::Import;
  o.valuation = flow == "X" ? briefing::Valuation::Fob : briefing::Valuation::Cif;
  if (!set_product(o, row)) return unknown("cmdCode");
  const std::string_view fault = set_value(o, row);
  if (!fault.empty())
    return sink.quarantine("bad_number", std::string(fault), get(row, fault), line);
  sink.take(std::move(o), line);
}

}  // namespace

base::Issues read_comtrade_json(std::string_view text, FigureSink& sink) {
  JsonText json(text);
  std::string name;
  bool found = false;
  std::map<std::string, int> warned;
  if (!json.enter('{')) return {json.fault(sink.report.file)};
  while (json.next_name(name)) {
    if (name != "data" || !json.enter('[')) {
      json.value();
      continue;
    }
    found = true;
    while (json.next_item()) {
      const JsonValue record = json.value();
      Fields row;
      for (std::size_t i = 0; i < record.names.size(); ++i) {
        const JsonValue& item = record.items[i];
        row[record.names[i]] = item.text;
        if (!is_known(record.names[i]) && warned[record.names[i]]++ == 0)
          sink.warn("unknown_column", record.names[i], record.names[i], json.line());
      }
      take_row(row, 0, sink);
    }
  }
  if (json.failed()) return {json.fault(sink.report.file)};
  if (!found) return file_fault("missing_column", sink.report.file, "data");
  return {};
}

base::Issues read_comtrade_csv(ByteSource bytes, FigureSink& sink) {
  TableRows rows(std::move(bytes), ',');
  std::vector<std::string_view> cells;
  if (!rows.next(cells)) return file_fault("empty_file", sink.report.file);
  const std::vector<std::string> names(cells.begin(), cells.end());
  for (const std::string& name : names)
    if (!is_known(name)) sink.warn("unknown_column", name, name, 1);
  while (rows.next(cells)) {
    if (cells.size() != names.size()) {
      sink.quarantine("wrong_cells", "cells", std::to_string(cells.size()), rows.line());
      continue;
    }
    Fields row;
    for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = cells[i];
    take_row(row, rows.line(), sink);
  }
  return {};
}

}  // namespace kontor::exchange
