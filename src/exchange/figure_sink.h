#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/issue.h"
#include "briefing/ledger.h"

namespace kontor::exchange {

// Which observations of a file are wanted; an empty set means all.
struct Selection {
  std::set<std::string> reporters;  // codes as the ledger writes them
  std::set<std::string> partners;
  std::set<std::string> years;
  std::string retrieved;    // when the file was fetched; written into each observation
  bool by_product = false;  // of Comext bulk: also each product, not only totals,
                            // sections and chapters
};

// What became of every row of a file. rows = added + repeated + left_out + breakdowns + quarantined
// for formats of one observation a row. Rows of Comext bulk are summed up: there rows = summed +
// repeated + left_out + breakdowns + quarantined, and `added` counts the sums.
struct ImportReport {
  std::string file, format;
  std::int64_t rows = 0;  // observations found in the file
  std::int64_t added = 0;
  std::int64_t summed = 0;
  std::int64_t repeated = 0;     // already in the ledger, same value
  std::int64_t left_out = 0;     // by the selection
  std::int64_t breakdowns = 0;   // parts of a total that stands beside them (UN Comtrade)
  std::int64_t quarantined = 0;  // unknown codes, unreadable numbers, conflicts
  std::int64_t suppressed = 0, absent = 0;  // of those added
  std::int64_t masked = 0;                  // bulk rows under a masked product or partner code
  base::Issues warnings;
  base::Issues faults;                        // the first hundred quarantined rows
  std::map<std::string, std::int64_t> codes;  // "partner ZZ" -> quarantined rows with that code
};

// The fault of a whole file.
base::Issues file_fault(std::string_view code, const std::string& file, std::string path = {});

// Where readers put what they read.
class FigureSink {
 public:
  FigureSink(briefing::Ledger& ledger, const Selection& selection, std::string file)
      : ledger_(ledger), selection_(selection) {
    report.file = std::move(file);
  }

  // Counts the row and adds it to the ledger unless the selection leaves it out; a conflict with
  // what is known is quarantined with both values.
  void take(briefing::Observation observation, std::int64_t line);
  // The same for a table that says itself where a figure comes from; "" means this file.
  void take(briefing::Observation observation, std::int64_t line, const std::string& origin,
            const std::string& retrieved);
  // The same for what is made of many rows, which were counted before.
  void put(briefing::Observation observation, std::int64_t line);
  // Counts the row and keeps it out, visibly.
  void quarantine(std::string_view code, std::string path, std::string_view value,
                  std::int64_t line);
  void warn(std::string_view code, std::string path, std::string_view value, std::int64_t line);
  bool wanted(std::string_view reporter, std::string_view partner, std::string_view year) const;
  const Selection& selection() const { return selection_; }

  ImportReport report;

 private:
  void conflict(const briefing::Observation& observation, std::int64_t line);

  briefing::Ledger& ledger_;
  const Selection& selection_;
};

}  // namespace kontor::exchange
