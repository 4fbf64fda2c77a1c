#pragma once
#include <string>

#include "base/issue.h"
#include "exchange/byte_source.h"
#include "exchange/figure_sink.h"

namespace kontor::exchange {

// Recognises a file of statistics by its first bytes and reads it into `ledger` with the reader of
// its format. Formats: SDMX-CSV 1.0 and 2.0, SDMX-JSON, SDMX-ML generic, JSON-stat, Eurostat TSV,
// Comext bulk, UN Comtrade JSON and CSV, US Census, Kontor's own table. Faults of the whole file
// (no known format, a column missing, broken syntax) are given back; those of rows are in the
// report. JSON and XML are held in memory and may have at most 256 MB.
base::Checked<ImportReport> import_figures(ByteSource bytes, const std::string& name,
                                           const Selection& selection, briefing::Ledger& ledger);

// The format's word for the first bytes of a file: "sdmx-csv", "comext-bulk" …; "" when unknown.
std::string_view figures_format(std::string_view beginning);

}  // namespace kontor::exchange
