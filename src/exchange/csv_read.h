#pragma once
#include "exchange/workbook.h"

namespace kontor::exchange {

// The separator of a table in text: the one that cuts most of its first rows into equally many
// cells, or what a first line "sep=;" says.
char separator_of(std::string_view text);

// A table in text of any encoding as a workbook of one sheet without a name. Quoted cells may hold
// separators, line ends and doubled quotes (RFC 4180). Where a cell begins with an apostrophe and
// what write_csv makes inert with one, the apostrophe is left out.
base::Checked<Workbook> read_csv(std::string_view bytes, const std::string& file,
                                 const WorkbookLimits& limits = {});

}  // namespace kontor::exchange
