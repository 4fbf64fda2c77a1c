#pragma once
#include <string_view>

#include "exchange/figure_sink.h"

namespace kontor::exchange {

// Reads SDMX-ML 2.1 generic data as the ECB answers it: series keys and attributes as
// <Value id="…" value="…"/>, observations with ObsDimension and ObsValue. Names of elements are
// compared without their prefix.
base::Issues read_sdmx_xml(std::string_view text, FigureSink& sink);

}  // namespace kontor::exchange
