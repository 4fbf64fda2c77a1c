#pragma once
#include "exchange/byte_source.h"
#include "exchange/figure_sink.h"

namespace kontor::exchange {

// Reads Eurostat's tab-separated bulk tables: the first header cell names the dimensions and ends
// in "\TIME_PERIOD", the others are periods; a cell is "32929000000 p", ": c" (suppressed) or ":"
// (absent). The dataset is not in the file: `dataset` says it.
base::Issues read_eurostat_tsv(ByteSource bytes, std::string_view dataset, FigureSink& sink);

}  // namespace kontor::exchange
