#include "exchange/sdmx_row.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "briefing/place_code.h"
#include "exchange/figure_cell.h"
#include "exchange/product_code.h"

namespace kontor::exchange {

namespace {

using briefing::Flow;
using briefing::Observation;
using Result = std::expected<Observation, UnknownCode>;

const std::map<std::string_view, Role> roles{{"DATAFLOW", Role::Dataset},
                                             {"STRUCTURE_ID", Role::Dataset},
                                             {"LAST UPDATE", Role::Updated},
                                             {"UPDATED", Role::Updated},
                                             {"ACTION", Role::Action},
                                             {"FREQ", Role::Frequency},
                                             {"REPORTER", Role::Reporter},
                                             {"REPORTING", Role::Reporter},
                                             {"DECLARANT", Role::Reporter},
                                             {"PARTNER", Role::Partner},
                                             {"COUNTRY", Role::Partner},
                                             {"PRODUCT", Role::Product},
                                             {"FLOW", Role::Flow},
                                             {"CONCEPT", Role::Concept},
                                             {"INDICATORS", Role::Indicator},
                                             {"INDICATOR", Role::Indicator},
                                             {"DATATYPE", Role::Indicator},
                                             {"CURRENCY", Role::Currency},
                                             {"EXR_CURRENCY", Role::Currency},
                                             {"CURRENCY_DENOM", Role::CurrencyPer},
                                             {"EXR_SUFFIX", Role::RateType},
                                             {"TIME_PERIOD", Role::Period},
                                             {"TIME", Role::Period},
                                             {"OBS_VALUE", Role::Value},
                                             {"OBS_FLAG", Role::Flags},
                                             {"OBS_STATUS", Role::Flags},
                                             {"CONF_STATUS", Role::Confidentiality},
                                             {"OBS_CONF", Role::Confidentiality},
                                             {"UNIT", Role::Unit},
                                             {"UNIT_MULT", Role::Multiplier},
                                             {"STRUCTURE", Role::Ignored},
                                             {"STRUCTURE_NAME", Role::Ignored},
                                             {"SERIES_KEY", Role::Ignored},
                                             {"OBS_KEY", Role::Ignored},
                                             {"KEY", Role::Ignored},
                                             {"EXR_TYPE", Role::Ignored},
                                             {"DECIMALS", Role::Ignored},
                                             {"TIME_FORMAT", Role::Ignored},
                                             {"TITLE", Role::Ignored},
                                             {"TITLE_COMPL", Role::Ignored},
                                             {"COLLECTION", Role::Ignored},
                                             {"SOURCE_AGENCY", Role::Ignored},
                                             {"COMPILATION", Role::Ignored},
                                             {"OBS_COM", Role::Ignored},
                                             {"BREAKS", Role::Ignored},
                                             {"AREA", Role::Partner}};

const std::map<std::string_view, Flow> flows{
    {"1", Flow::Import},  {"2", Flow::Export}, {"I", Flow::Import},
    {"M", Flow::Import},  {"X", Flow::Export}, {"E", Flow::Export},
    {"B", Flow::Balance}, {"T", Flow::Total},  {"TOT", Flow::Total}};

std::unexpected<UnknownCode> unknown(std::string_view what, std::string_view value) {
  return std::unexpected(UnknownCode{"unknown_code", what, std::string(value)});
}

// What the number is and in which unit; whether the word is known.
bool set_measure(Observation& o, std::string_view indicator) {
  const bool euros = indicator == "VALUE_EUR" || indicator == "VALUE_IN_EUROS" ||
                     indicator == "VAL" || indicator == "STAT_VAL" || indicator.empty();
  if (euros) {
    o.measure = "value";
    o.unit = "EUR";
  } else if (indicator == "QUANTITY_IN_100KG") {
    o.measure = "quantity";
    o.unit = "100KG";
  } else if (indicator == "QUANTITY_KG" || indicator == "MASS" || indicator == "QTY") {
    o.measure = "quantity";
    o.unit = "KG";
  } else {
    return false;
  }
  return true;
}

// Value, state, flags and vintage: the same for all agencies.
std::optional<UnknownCode> set_value(Observation& o, const SdmxRow& row) {
  o.flags = cell_flags(row[Role::Flags]);
  o.vintage = cell_vintage(row[Role::Updated]);
  const auto period = cell_period(row[Role::Period]);
  if (!period) return UnknownCode{"impossible_period", "period", std::string(row[Role::Period])};
  o.period = *period;
  const std::string_view conf = row[Role::Confidentiality], text = row[Role::Value];
  const bool secret = o.flags.contains('c') || conf == "C" || conf == "N" || conf == "c";
  if (text.empty() || text == ":" || text == "NaN") {
    o.state = secret ? briefing::State::Suppressed : briefing::State::Absent;
    return std::nullopt;
  }
  auto number = cell_number(text, row.decimal_comma);
  if (number && !row[Role::Multiplier].empty()) {
    const auto power = cell_number(row[Role::Multiplier]);
    if (!power || power->scale != 0) number.reset();
    if (number) number = base::shift(*number, static_cast<int>(power->coefficient));
  }
  if (!number) return UnknownCode{"bad_number", "value", std::string(text)};
  o.value = *number;
  return std::nullopt;
}

Result rate(const SdmxRow& row, std::string_view source) {
  Observation o{.source = std::string(source), .reporter = "EUR", .product = {}};
  const std::string_view per = row[Role::CurrencyPer];
  if (!per.empty() && per != "EUR") return unknown("currency", per);
  if (row[Role::Currency].size() != 3) return unknown("currency", row[Role::Currency]);
  o.partner = row[Role::Currency];
  o.measure = row[Role::RateType] == "E" ? "exchange_rate_at_end" : "exchange_rate";
  o.unit = o.partner + " per EUR";
  if (const auto fault = set_value(o, row)) return std::unexpected(*fault);
  return o;
}

std::optional<UnknownCode> set_trade(Observation& o, const SdmxRow& row) {
  const auto fault = [](std::string_view what, std::string_view value) {
    return UnknownCode{"unknown_code", what, std::string(value)};
  };
  const auto flow = flows.find(row[Role::Flow]);
  if (flow == flows.end()) return fault("flow", row[Role::Flow]);
  o.flow = flow->second;
  if (o.flow == Flow::Export) o.valuation = briefing::Valuation::Fob;
  if (o.flow == Flow::Import) o.valuation = briefing::Valuation::Cif;
  const auto product = product_code(row[Role::Product]);
  if (!product) return fault("product", row[Role::Product]);
  o.classification = product->classification;
  o.product = product->code;
  if (!set_measure(o, row[Role::Indicator])) return fault("indicator", row[Role::Indicator]);
  return set_value(o, row);
}

Result trade(const SdmxRow& row, bool nbb) {
  Observation o{.source = nbb ? "nbb" : "eurostat"};
  const int year = std::atoi(std::string(row[Role::Period].substr(0, 4)).c_str());
  const auto place = [&](std::string_view code) {
    return nbb ? briefing::nbb_place(code) : briefing::eurostat_place(code, year);
  };
  const auto reporter = place(row[Role::Reporter]), partner = place(row[Role::Partner]);
  if (!reporter) return unknown("reporter", row[Role::Reporter]);
  if (!partner) return unknown("partner", row[Role::Partner]);
  o.reporter = *reporter;
  o.partner = *partner;
  o.trade_concept = briefing::TradeConcept::Community;
  if (nbb) {
    if (row[Role::Concept] != "NAT" && row[Role::Concept] != "COM")
      return unknown("concept", row[Role::Concept]);
    if (row[Role::Concept] == "NAT") o.trade_concept = briefing::TradeConcept::National;
  }
  if (const auto fault = set_trade(o, row)) return std::unexpected(*fault);
  return o;
}

// "ESTAT:DS-059341(1.0)" -> agency "ESTAT", name "DS-059341".
std::string_view dataset_name(std::string_view dataset) {
  const std::size_t colon = dataset.find(':');
  if (colon != std::string_view::npos) dataset.remove_prefix(colon + 1);
  return dataset.substr(0, dataset.find('('));
}

}  // namespace

std::optional<Role> role_of(std::string_view column) {
  std::string upper(column);
  std::ranges::transform(upper, upper.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  const auto found = roles.find(upper);
  if (found == roles.end()) return std::nullopt;
  return found->second;
}

std::expected<briefing::Observation, UnknownCode> to_observation(const SdmxRow& row) {
  const std::string_view name = dataset_name(row[Role::Dataset]);
  Result observation = unknown("dataset", row[Role::Dataset]);
  if (name == "DF_EXR") {
    observation = rate(row, "nbb");
  } else if (name == "EXR" || name == "ECB_EXR1") {
    observation = rate(row, "ecb");
  } else if (name.starts_with("DF_EXTTRADE")) {
    observation = trade(row, true);
  } else if (name.starts_with("DS-")) {
    observation = trade(row, false);
  }
  if (observation) observation->dataset = name;
  return observation;
}

}  // namespace kontor::exchange
