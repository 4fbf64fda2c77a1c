#pragma once
#include <string_view>

#include "exchange/figure_sink.h"

namespace kontor::exchange {

// Reads SDMX-JSON data messages 1.0 and 2.0 as NBB and OECD answer them: series keyed by positions
// of dimension values ("0:15"), observations keyed by the position of the period, value first.
// Source: SDMX-JSON data message 2.0, SDMX Technical Working Group.
base::Issues read_sdmx_json(std::string_view text, FigureSink& sink);

}  // namespace kontor::exchange
