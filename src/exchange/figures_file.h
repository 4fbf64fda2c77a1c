#pragma once
#include <string>

#include "exchange/byte_source.h"
#include "exchange/figure_sink.h"

namespace kontor::exchange {

// Kontor's own table of figures, one observation a row, described in docs/briefing.md; a ledger
// written and read again is the same ledger. Columns may stand in any order; missing ones are
// empty.
base::Issues read_figures_file(ByteSource bytes, FigureSink& sink);
std::string figures_header();
std::string figures_row(const briefing::Observation& observation);

}  // namespace kontor::exchange
