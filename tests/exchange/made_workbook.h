#pragma once
#include <string>
#include <utility>
#include <vector>

namespace kontor::exchange::test {

using Parts = std::vector<std::pair<std::string, std::string>>;  // name, bytes

// A ZIP archive of those parts.
std::string made_zip(const Parts& parts);

// The least XLSX whose only sheet, "List", has `sheet_data` (rows of XML) and what follows it in
// `after`. Cells of style 1 are dates, of style 2 dates with a time, of style 3 ten digits.
// `strings` are shared; `workbook` goes into the workbook's head.
std::string made_xlsx(const std::string& sheet_data, const std::string& after = "",
                      const std::vector<std::string>& strings = {},
                      const std::string& workbook = "");

}  // namespace kontor::exchange::test
