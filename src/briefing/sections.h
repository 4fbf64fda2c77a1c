#pragma once
#include <optional>
#include <string>
#include <vector>

#include "briefing/figure_book.h"

namespace kontor::briefing {

// One HS section or chapter of a flow with its share of the total and its change from the year
// before, in percent to two digits.
struct Part {
  std::string product;
  base::Decimal value;
  bool suppressed = false;
  std::optional<base::Decimal> share, growth;
  std::optional<base::Decimal> change;  // in the unit of the value
};

// Parts of classification `level` (SECTION, HS2), largest first, suppressed ones last.
std::vector<Part> parts(const FigureBook& book, const Asked& total, std::string_view level);

// The `count` parts whose value rose and fell most, by the size of the change in money.
std::vector<Part> movers(std::vector<Part> parts, std::size_t count);

}  // namespace kontor::briefing
