#include "exchange/figure_sink.h"

#include <fmt/format.h>

namespace kontor::exchange {

namespace {

constexpr std::size_t most_faults = 100;

template <class Set>
bool allows(const Set& set, std::string_view word) {
  return set.empty() || set.contains(std::string(word));
}

std::string shown(const briefing::Observation& o) {
  return o.state == briefing::State::Known ? format(o.value) : std::string(word(o.state));
}

base::Issue issue(const ImportReport& report, std::string_view code, std::string path,
                  std::string_view value, std::int64_t line) {
  return {.code = std::string(code),
          .path = std::move(path),
          .value = std::string(value),
          .parameters = {},
          .place = {report.file, static_cast<int>(line), 1}};
}

}  // namespace

base::Issues file_fault(std::string_view code, const std::string& file, std::string path) {
  base::Issue fault;
  fault.code = code;
  fault.path = std::move(path);
  fault.place.file = file;
  return {std::move(fault)};
}

bool FigureSink::wanted(std::string_view reporter, std::string_view partner,
                        std::string_view year) const {
  return allows(selection_.reporters, reporter) && allows(selection_.partners, partner) &&
         allows(selection_.years, year);
}

void FigureSink::take(briefing::Observation o, std::int64_t line) {
  take(std::move(o), line, "", "");
}

void FigureSink::take(briefing::Observation o, std::int64_t line, const std::string& origin,
                      const std::string& retrieved) {
  o.origin = origin;
  o.retrieved = retrieved;
  ++report.rows;
  if (!wanted(o.reporter, o.partner, std::string_view(o.period).substr(0, 4))) {
    ++report.left_out;
    return;
  }
  put(std::move(o), line);
}

void FigureSink::put(briefing::Observation o, std::int64_t line) {
  if (o.origin.empty()) o.origin = report.file;
  if (o.retrieved.empty()) o.retrieved = selection_.retrieved;
  switch (ledger_.add(o)) {
    case briefing::Ledger::Outcome::Added:
      ++report.added;
      report.suppressed += o.state == briefing::State::Suppressed ? 1 : 0;
      report.absent += o.state == briefing::State::Absent ? 1 : 0;
      break;
    case briefing::Ledger::Outcome::Repeated:
      ++report.repeated;
      break;
    case briefing::Ledger::Outcome::Conflicting:
      conflict(o, line);
      break;
  }
}

void FigureSink::conflict(const briefing::Observation& o, std::int64_t line) {
  const briefing::Observation first = ledger_.at(*ledger_.find(o));
  ++report.quarantined;
  ++report.codes["conflicts"];
  if (report.faults.size() >= most_faults) return;
  base::Issue fault = issue(report, "conflicting_figure", source_line(o), shown(o), line);
  fault.parameters = {{"first", shown(first)}, {"file", first.origin}};
  report.faults.push_back(std::move(fault));
}

void FigureSink::quarantine(std::string_view code, std::string path, std::string_view value,
                            std::int64_t line) {
  ++report.rows;
  ++report.quarantined;
  ++report
        .codes[code == "double_row" ? "rows that stand twice" : fmt::format("{} {}", path, value)];
  if (report.faults.size() < most_faults)
    report.faults.push_back(issue(report, code, std::move(path), value, line));
}

void FigureSink::warn(std::string_view code, std::string path, std::string_view value,
                      std::int64_t line) {
  report.warnings.push_back(issue(report, code, std::move(path), value, line));
}

}  // namespace kontor::exchange
