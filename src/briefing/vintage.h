#pragma once
#include <optional>
#include <string>
#include <vector>

#include "briefing/ledger.h"

namespace kontor::briefing {

// What a new release of the same statistic says otherwise.
struct Change {
  enum class Kind { New, Gone, Changed, Reflagged };
  Kind kind = Kind::Changed;
  std::optional<Observation> before, after;
  std::optional<base::Decimal> difference;  // after - before where both are known
};

std::string_view word(Change::Kind kind);

// Compares the newest vintage of each series and period in `before` with that in `after`, in the
// order of the series' keys. Series of datasets that `after` does not hold are not Gone.
std::vector<Change> changes(const Ledger& before, const Ledger& after);

}  // namespace kontor::briefing
