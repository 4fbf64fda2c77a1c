#include "exchange/comext_bulk.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <unordered_map>

#include "briefing/place_code.h"
#include "exchange/figure_cell.h"
#include "exchange/product_code.h"
#include "exchange/row_set.h"
#include "exchange/table_rows.h"

namespace kontor::exchange {

namespace {

enum Field {
  Reporter,
  Partner,
  Product,
  Section,
  Flow,
  Procedure,
  Period,
  Value,
  Mass,
  field_count
};

const std::map<std::string_view, Field> fields{
    {"REPORTER", Reporter},   {"DECLARANT_ISO", Reporter},   {"PARTNER", Partner},
    {"PARTNER_ISO", Partner}, {"PRODUCT_NC", Product},       {"PRODUCT_SECTION", Section},
    {"FLOW", Flow},           {"STAT_PROCEDURE", Procedure}, {"STAT_REGIME", Procedure},
    {"PERIOD", Period},       {"VALUE_EUR", Value},          {"VALUE_IN_EUROS", Value},
    {"QUANTITY_KG", Mass},    {"QUANTITY_IN_KG", Mass}};

// Columns that are read over: other classifications and units, and the values beside VALUE_EUR.
constexpr std::array<std::string_view, 14> other_keys{
    "DECLARANT",       "TRADE_TYPE",     "PRODUCT_SITC", "PRODUCT_CPA21", "PRODUCT_CPA22",
    "PRODUCT_BEC",     "PRODUCT_BEC5",   "SUPPL_UNIT",   "SUPP_UNIT",     "PRODUCT_CPA2002",
    "PRODUCT_CPA2008", "PRODUCT_CPA2_1", "PARTNER",      "TRANSPORT_MODE"};
constexpr std::array<std::string_view, 3> other_values{"VALUE_NAC", "QUANTITY_SUPPL_UNIT",
                                                       "SUP_QUANTITY"};

struct Layout {
  std::array<int, field_count> column{};  // -1 where missing
  std::vector<bool> is_key;
};

struct Key {
  std::uint64_t trade = 0;    // reporter, partner, flow and period
  std::uint64_t product = 0;  // bytes of "", "S07", "39" or "39201089"
  bool operator==(const Key&) const = default;
};

std::uint64_t mixed(std::uint64_t h) {
  h = (h ^ (h >> 31U)) * 0x9E3779B97F4A7C15U;
  return h ^ (h >> 29U);
}

struct KeyHash {
  std::size_t operator()(const Key& key) const {
    return mixed(key.trade * 31 + mixed(key.product));
  }
};

struct Sums {
  std::int64_t value = 0, mass = 0;
  bool whole_mass = true;
};

std::uint64_t bytes_of(std::string_view text) {
  std::uint64_t bytes = 0;
  for (const char c : text.substr(0, 8)) bytes = (bytes << 8U) | static_cast<unsigned char>(c);
  return bytes;
}

std::string text_of(std::uint64_t bytes) {
  std::string text;
  for (; bytes != 0; bytes >>= 8U) text.insert(text.begin(), static_cast<char>(bytes & 255U));
  return text;
}

std::optional<std::int64_t> whole(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// The HS section of a chapter; "" for 98 and 99, which belong to none.
std::string_view section_of(std::string_view product) {
  constexpr std::array<std::string_view, 21> last{"05", "14", "15", "24", "27", "38", "40",
                                                  "43", "46", "49", "63", "67", "70", "71",
                                                  "83", "85", "89", "92", "93", "96", "97"};
  constexpr std::array<std::string_view, 21> names{"01", "02", "03", "04", "05", "06", "07",
                                                   "08", "09", "10", "11", "12", "13", "14",
                                                   "15", "16", "17", "18", "19", "20", "21"};
  const auto found = std::ranges::lower_bound(last, product.substr(0, 2));
  return found == last.end() ? "" : names[static_cast<std::size_t>(found - last.begin())];
}

Layout read_layout(const std::vector<std::string_view>& header, FigureSink& sink) {
  Layout layout;
  layout.column.fill(-1);
  const bool iso = std::ranges::find(header, "PARTNER_ISO") != header.end();
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto field = fields.find(header[i]);
    const bool number_of_iso = iso && header[i] == "PARTNER";
    if (field != fields.end() && !number_of_iso) {
      layout.column[field->second] = static_cast<int>(i);
      layout.is_key.push_back(field->second != Value && field->second != Mass);
      continue;
    }
    const bool value = std::ranges::find(other_values, header[i]) != other_values.end();
    if (!value && std::ranges::find(other_keys, header[i]) == other_keys.end())
      sink.warn("unknown_column", std::string(header[i]), header[i], 1);
    layout.is_key.push_back(!value);
  }
  return layout;
}

class BulkReader {
 public:
  BulkReader(const Layout& layout, FigureSink& sink) : layout_(layout), sink_(sink) {}

  void take(const std::vector<std::string_view>& cells, std::int64_t line) {
    ImportReport& report = sink_.report;
    const std::string_view reporter = cell(cells, Reporter), partner = cell(cells, Partner);
    const std::string_view product = cell(cells, Product), flow = cell(cells, Flow);
    const std::string_view period = cell(cells, Period);
    if (!known_place(reporter)) return sink_.quarantine("unknown_code", "reporter", reporter, line);
    if (!known_place(partner)) return sink_.quarantine("unknown_code", "partner", partner, line);
    if (flow != "1" && flow != "2") return sink_.quarantine("unknown_code", "flow", flow, line);
    if (!known_product(product)) return sink_.quarantine("unknown_code", "product", product, line);
    if (!known_period(period)) return sink_.quarantine("impossible_period", "period", period, line);
    const auto value = whole(cell(cells, Value));
    const auto mass = whole(cell(cells, Mass));
    if (!value) return sink_.quarantine("bad_number", "value", cell(cells, Value), line);
    ++report.rows;
    if (!sink_.wanted(reporter, partner, period.substr(0, 4))) {
      ++report.left_out;
    } else if (cell(cells, Procedure) == "4") {
      ++report.breakdowns;
    } else {
      sum(cells, line, *value, mass);
    }
  }

  void finish() {
    for (const auto& [key, sums] : sums_) {
      emit(key, "value", "EUR", sums.value);
      if (sums.whole_mass) emit(key, "quantity", "KG", sums.mass);
    }
  }

 private:
  std::string_view cell(const std::vector<std::string_view>& cells, Field field) const {
    const int column = layout_.column[field];
    return column < 0 ? std::string_view() : cells[static_cast<std::size_t>(column)];
  }

  // Codes repeat in runs and are few; each is looked up once.
  bool known(std::map<std::string, bool, std::less<>>& seen, std::string_view code, auto&& check) {
    const auto found = seen.find(code);
    if (found != seen.end()) return found->second;
    return seen[std::string(code)] = check();
  }
  bool known_place(std::string_view code) {
    return known(places_, code, [&] {
      return code.size() == 2 && briefing::eurostat_place(code, 2000).has_value();
    });
  }
  bool known_period(std::string_view period) {
    return known(periods_, period,
                 [&] { return period.size() == 6 && cell_period(period).has_value(); });
  }
  static bool known_product(std::string_view code) {
    return code.size() == 8 && product_code(code).has_value();
  }

  RowSet::Outcome remember(const std::vector<std::string_view>& cells) {
    std::uint64_t key = 0, values = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      std::uint64_t& hash = layout_.is_key[i] ? key : values;
      hash = mixed(hash + std::hash<std::string_view>{}(cells[i]) + 0x51ED27U);
    }
    return rows_.add(key, static_cast<std::uint32_t>(values >> 32U));
  }

  void sum(const std::vector<std::string_view>& cells, std::int64_t line, std::int64_t value,
           std::optional<std::int64_t> mass) {
    const RowSet::Outcome seen = remember(cells);
    if (seen == RowSet::Outcome::Repeated) {
      ++sink_.report.repeated;
      return;
    }
    const std::string_view product = cell(cells, Product), partner = cell(cells, Partner);
    if (seen == RowSet::Outcome::Conflicting) {
      --sink_.report.rows;
      return sink_.quarantine("double_row", "product", product, line);
    }
    ++sink_.report.summed;
    const bool masked = product.contains('X') || (partner[0] == 'Q' && partner >= "QX");
    sink_.report.masked += masked ? 1 : 0;
    Key key;
    key.trade = bytes_of(cell(cells, Reporter)) << 48U | bytes_of(partner) << 32U |
                (cell(cells, Flow) == "2" ? 1ULL : 0ULL) << 24U |
                static_cast<std::uint64_t>(*whole(cell(cells, Period)));
    std::string_view section = cell(cells, Section);
    if (layout_.column[Section] < 0) section = section_of(product);
    add(key, 0, value, mass);
    if (!section.empty()) add(key, bytes_of("S") << 16U | bytes_of(section), value, mass);
    add(key, bytes_of(product.substr(0, 2)), value, mass);
    if (sink_.selection().by_product) add(key, bytes_of(product), value, mass);
  }

  void add(Key key, std::uint64_t product, std::int64_t value, std::optional<std::int64_t> mass) {
    key.product = product;
    Sums& sums = sums_[key];
    sums.value += value;
    sums.mass += mass.value_or(0);
    sums.whole_mass = sums.whole_mass && mass.has_value();
  }

  void emit(const Key& key, std::string_view measure, std::string_view unit, std::int64_t value) {
    briefing::Observation o{.source = "comext-bulk", .dataset = "full"};
    o.period = *cell_period(fmt::format("{:06}", key.trade & 0xFFFFFFU));
    const int year = std::atoi(o.period.c_str());
    o.reporter = *briefing::eurostat_place(text_of(key.trade >> 48U), year);
    o.partner = *briefing::eurostat_place(text_of((key.trade >> 32U) & 0xFFFFU), year);
    const bool is_export = ((key.trade >> 24U) & 1U) != 0;
    o.flow = is_export ? briefing::Flow::Export : briefing::Flow::Import;
    o.valuation = is_export ? briefing::Valuation::Fob : briefing::Valuation::Cif;
    o.trade_concept = briefing::TradeConcept::Community;
    const std::string product = text_of(key.product);
    const bool section = product.starts_with('S');
    o.classification = product.empty() ? "TOTAL"
                       : section       ? "SECTION"
                                       : product_code(product)->classification;
    o.product = product.empty() ? "TOTAL" : section ? product.substr(1) : product;
    o.measure = measure;
    o.unit = unit;
    o.value = {value, 0};
    sink_.put(std::move(o), 0);
  }

  const Layout& layout_;
  FigureSink& sink_;
  std::unordered_map<Key, Sums, KeyHash> sums_;
  std::map<std::string, bool, std::less<>> places_, periods_;
  RowSet rows_;
};

}  // namespace

base::Issues read_comext_bulk(ByteSource bytes, FigureSink& sink) {
  TableRows rows(std::move(bytes), ',');
  std::vector<std::string_view> cells;
  if (!rows.next(cells)) return file_fault("empty_file", sink.report.file);
  const Layout layout = read_layout(cells, sink);
  base::Issues issues;
  for (const auto& [name, field] : fields)
    if (layout.column[field] < 0 && field != Section && field != Mass)
      issues.push_back(file_fault("missing_column", sink.report.file, std::string(name))[0]);
  if (!issues.empty()) return issues;
  const std::size_t columns = cells.size();
  BulkReader reader(layout, sink);
  while (rows.next(cells)) {
    if (cells.size() != columns)
      sink.quarantine("wrong_cells", "cells", std::to_string(cells.size()), rows.line());
    else
      reader.take(cells, rows.line());
  }
  reader.finish();
  if (rows.broken()) return file_fault("lost_quote", sink.report.file);
  return {};
}

}  // namespace kontor::exchange
