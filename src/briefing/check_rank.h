#pragma once
#include "briefing/check_text.h"
#include "briefing/figure_book.h"

namespace kontor::briefing {

// Judges the rank that `finding` claims: among whom, with the neighbours and the margin to them. A
// place that is no member of the set said or implied makes the set missing, never the rank true.
void check_rank(const FigureBook& book, const CheckOptions& options, Finding& finding);

}  // namespace kontor::briefing
