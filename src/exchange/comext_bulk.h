#pragma once
#include "exchange/byte_source.h"
#include "exchange/figure_sink.h"

namespace kontor::exchange {

// Reads a Comext bulk file (full_v2_YYYYMM.dat, or the older layout with DECLARANT_ISO) of any
// length and adds, per reporter, partner, flow and period, the total, the HS sections and the HS
// chapters, in euros and kilograms; with `by_product` of the selection each product too.
// Statistical procedures exclude each other, so a sum runs over all of them (the old regime 4 is
// such a sum already and left aside). Masked products ("39XXXXXX") count in their section and
// chapter as the file says and are counted in the report. A row that stands twice is added once; a
// later one of the same keys with other values is quarantined. Keys are compared by 64-bit hashes:
// among ten million rows the chance that two differing keys meet is below one in 300,000. Source:
// Comext user guide; shares of memory: 16 bytes a row for the keys.
base::Issues read_comext_bulk(ByteSource bytes, FigureSink& sink);

}  // namespace kontor::exchange
