#include "exchange/figures_import.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>

#include "exchange/census.h"
#include "exchange/comext_bulk.h"
#include "exchange/comtrade.h"
#include "exchange/eurostat_tsv.h"
#include "exchange/figures_file.h"
#include "exchange/jsonstat.h"
#include "exchange/sdmx_csv.h"
#include "exchange/sdmx_json.h"
#include "exchange/sdmx_xml.h"

namespace kontor::exchange {

namespace {

constexpr std::size_t beginning_bytes = 1U << 16U;
constexpr std::size_t most_text_bytes = 256U << 20U;

std::string_view json_format(std::string_view text) {
  if (text.contains("\"dataSets\"")) return "sdmx-json";
  if (text.contains("\"dataset\"") && text.contains("\"class\"")) return "json-stat";
  if (text.contains("\"dimension\"") && text.contains("\"size\"")) return "json-stat";
  if (text.contains("\"flowCode\"") || text.contains("\"elapsedTime\"")) return "comtrade-json";
  return "";
}

std::string_view table_format(std::string_view line) {
  if (line.starts_with("DATAFLOW") || line.starts_with("STRUCTURE") || line.starts_with("KEY,"))
    return "sdmx-csv";
  if (line.contains("\\TIME_PERIOD") || line.contains("\\time")) return "eurostat-tsv";
  if (line.contains("PRODUCT_NC")) return "comext-bulk";
  if (line.contains("reporterCode") && line.contains("primaryValue")) return "comtrade-csv";
  if (line.contains("source,") && line.contains("measure") && line.contains("value"))
    return "figures";
  return "";
}

// Some first bytes, then the rest.
ByteSource joined(std::string beginning, ByteSource rest) {
  auto held = std::make_shared<std::string>(std::move(beginning));
  auto at = std::make_shared<std::size_t>(0);
  return [held, at, rest = std::move(rest)](std::span<char> out) {
    const std::size_t left = std::min(held->size() - *at, out.size());
    if (left == 0) return rest(out);
    std::memcpy(out.data(), held->data() + *at, left);
    *at += left;
    return left;
  };
}

// Nothing for a text of more bytes than are held.
bool read_all(const ByteSource& bytes, std::string& text) {
  for (;;) {
    const std::size_t held = text.size();
    text.resize(held + beginning_bytes);
    const std::size_t got = bytes(std::span(text).subspan(held));
    text.resize(held + got);
    if (got == 0) return true;
    if (text.size() > most_text_bytes) return false;
  }
}

// "…/estat_ds-059341.tsv" -> "DS-059341"; the file does not say it itself.
std::string dataset_in(const std::string& name) {
  std::string upper = name;
  std::ranges::transform(upper, upper.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
  const std::size_t at = upper.find("DS-");
  if (at == std::string::npos) return "DS-unnamed";
  const std::size_t end = upper.find_first_not_of("0123456789", at + 3);
  return upper.substr(at, end == std::string::npos ? end : end - at);
}

base::Issues read_text(std::string_view format, const ByteSource& bytes, FigureSink& sink) {
  std::string text;
  if (!read_all(bytes, text)) return file_fault("statistics_too_large", sink.report.file);
  if (format == "sdmx-json") return read_sdmx_json(text, sink);
  if (format == "json-stat") return read_jsonstat(text, sink);
  if (format == "comtrade-json") return read_comtrade_json(text, sink);
  if (format == "census") return read_census(text, sink);
  return read_sdmx_xml(text, sink);
}

base::Issues read(std::string_view format, ByteSource bytes, FigureSink& sink) {
  if (format == "sdmx-csv") return read_sdmx_csv(std::move(bytes), sink);
  if (format == "eurostat-tsv")
    return read_eurostat_tsv(std::move(bytes), dataset_in(sink.report.file), sink);
  if (format == "comext-bulk") return read_comext_bulk(std::move(bytes), sink);
  if (format == "comtrade-csv") return read_comtrade_csv(std::move(bytes), sink);
  if (format == "figures") return read_figures_file(std::move(bytes), sink);
  return read_text(format, bytes, sink);
}

}  // namespace

std::string_view figures_format(std::string_view beginning) {
  if (beginning.starts_with("\xEF\xBB\xBF")) beginning.remove_prefix(3);
  const std::size_t start = std::min(beginning.find_first_not_of(" \t\r\n"), beginning.size());
  const std::string_view text = beginning.substr(start);
  if (text.starts_with('{')) return json_format(text);
  if (text.starts_with('[')) return text.contains("CTY_CODE") ? "census" : "";
  if (text.starts_with('<')) return text.contains("GenericData") ? "sdmx-xml" : "";
  return table_format(text.substr(0, text.find('\n')));
}

base::Checked<ImportReport> import_figures(ByteSource bytes, const std::string& name,
                                           const Selection& selection, briefing::Ledger& ledger) {
  std::string beginning(beginning_bytes, '\0');
  std::size_t held = 0;
  while (held < beginning.size()) {
    const std::size_t got = bytes(std::span(beginning).subspan(held));
    held += got;
    if (got == 0) break;
  }
  beginning.resize(held);
  FigureSink sink(ledger, selection, name);
  const std::string_view format = figures_format(beginning);
  const std::string_view page = std::string_view(beginning).substr(0, 1024);
  if (format.empty()) {
    const std::string_view code = held == 0 ? "empty_file"
                                  : page.contains("<html") || page.contains("<!DOCTYPE")
                                      ? "web_page"
                                      : "unknown_format";
    return std::unexpected(file_fault(code, name));
  }
  sink.report.format = format;
  base::Issues issues = read(format, joined(std::move(beginning), std::move(bytes)), sink);
  if (!issues.empty()) return std::unexpected(std::move(issues));
  return std::move(sink.report);
}

}  // namespace kontor::exchange
