#pragma once
#include "exchange/workbook.h"

namespace kontor::exchange {

// A workbook in Office Open XML (ECMA-376). Texts are shared, inline or results of formulas; the
// rest of the file (macros, pictures, links to elsewhere) is not looked at. Documents with a type
// declaration, which entities need, are refused.
base::Checked<Workbook> read_xlsx(std::string_view bytes, const std::string& file,
                                  const WorkbookLimits& limits = {});

}  // namespace kontor::exchange
