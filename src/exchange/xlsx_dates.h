#pragma once
#include <string>
#include <string_view>

namespace kontor::exchange {

// What a format of cells makes of a number.
struct NumberFormat {
  bool is_date = false;
  int digits = 0;  // at least so many before the point: "0000000000" shows 10

  bool operator==(const NumberFormat&) const = default;
};

// The format of a number in ECMA-376, part 1, 18.8.30; those from 164 are the workbook's own.
NumberFormat built_in_format(int id);
NumberFormat format_of_code(std::string_view code);

// A cell's number as its author sees it; `text` itself where it is no number. Days count from
// 1899-12-31 with a 29 February 1900 that never was, or from 1904-01-01.
std::string shown_number(std::string_view text, const NumberFormat& format, bool from_1904);

}  // namespace kontor::exchange
