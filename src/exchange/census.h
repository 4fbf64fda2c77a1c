#pragma once
#include <string_view>

#include "exchange/figure_sink.h"

namespace kontor::exchange {

// Reads answers of the US Census Bureau's international trade API (timeseries/intltrade, state
// series included): an array of arrays of texts, the names first. ALL_VAL_* are exports, FAS;
// GEN_VAL_* general imports and CON_VAL_* imports for consumption, at customs value. *_YR of
// December is the year, of another month the year to date. States are reporters ("US-CA").
// Source: Census Bureau, Guide to the International Trade Datasets.
base::Issues read_census(std::string_view text, FigureSink& sink);

}  // namespace kontor::exchange
