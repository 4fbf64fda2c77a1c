#pragma once
#include "exchange/byte_source.h"
#include "exchange/figure_sink.h"

namespace kontor::exchange {

// Reads SDMX-CSV 1.0 ("DATAFLOW,…") and 2.0 ("STRUCTURE,STRUCTURE_ID,ACTION,…") by column name, in
// any order of columns, with commas or semicolons, cells of "CODE: label", decimal commas where
// semicolons separate. Unknown columns are warned of; rows that delete are quarantined. Faults of
// the file itself (no period or value column) are given back, and nothing is read.
// Source: SDMX-CSV field guides 1.0 and 2.0, SDMX Technical Working Group.
base::Issues read_sdmx_csv(ByteSource bytes, FigureSink& sink);

}  // namespace kontor::exchange
