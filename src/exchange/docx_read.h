#pragma once
#include <string>
#include <string_view>

#include "exchange/workbook.h"

namespace kontor::exchange {

// Whether bytes begin like a ZIP archive, which a text never does.
bool is_archive(std::string_view bytes);

// What a document in Office Open XML (ECMA-376, part 1, 17) says, in UTF-8: a line for each
// paragraph, also those in table cells, then foot- and endnotes. What tracked changes delete or
// move away is left out, what they insert is in; nothing else of the file is looked at. Issues:
// bad_document (with a reason), and bomb, unsafe_path, xml_declaration, not_text as of workbooks.
base::Checked<std::string> read_docx(std::string_view bytes, const std::string& file,
                                     const WorkbookLimits& limits = {});

}  // namespace kontor::exchange
