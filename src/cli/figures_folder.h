#pragma once
#include <string>
#include <vector>

#include "base/issue.h"
#include "briefing/ledger.h"
#include "exchange/figure_sink.h"

namespace kontor::cli {

// Statistics read from files and folders.
struct LoadedFigures {
  briefing::Ledger ledger;
  std::vector<exchange::ImportReport> reports;  // one a file that was read
  base::Issues unread;                          // files in no known format and broken ones
};

// Reads each path: a file, or every file of a folder in the order of names (not below it). A path
// that does not exist, or a file named itself that cannot be read, is a fault; an unknown file in a
// folder is listed in `unread`.
base::Checked<LoadedFigures> load_figures(const std::vector<std::string>& paths,
                                          const exchange::Selection& selection);

// What became of a file's rows, for people: a line of counts, then warnings and quarantined rows.
std::string in_words(const exchange::ImportReport& report);

}  // namespace kontor::cli
