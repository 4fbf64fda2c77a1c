#pragma once
#include <string_view>

#include "exchange/figure_sink.h"

namespace kontor::exchange {

// Reads a JSON-stat 2.0 dataset as Eurostat answers it: `id`, `size`, `dimension.*.category.index`
// (a list or a map), values and statuses as a list or as a sparse map in row-major order, the last
// dimension fastest. A cell that has neither value nor status is not in the file at all.
// Source: json-stat.org/full.
base::Issues read_jsonstat(std::string_view text, FigureSink& sink);

}  // namespace kontor::exchange
