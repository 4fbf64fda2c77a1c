#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/byte_source.h"

namespace kontor::exchange {

// Rows of a table in text, one at a time, in a buffer of a megabyte: files of any length. Cells
// are separated by `separator`; a cell in quotes may hold separators, line ends and doubled quotes
// (RFC 4180). A byte order mark is left out, CRLF ends a line like LF.
class TableRows {
 public:
  TableRows(ByteSource bytes, char separator) : bytes_(std::move(bytes)), separator_(separator) {}

  // The next row that is not empty; false at the end. The views live until the next call.
  bool next(std::vector<std::string_view>& cells);
  // The line on which that row began, from 1.
  std::int64_t line() const { return line_; }
  // Whether reading stopped at a row of more than 16 MB, which only a lost quote makes.
  bool broken() const { return broken_; }
  void set_separator(char separator) { separator_ = separator; }
  // The next line as it is, without its end, which is not consumed: to look before reading.
  std::string_view peek();

 private:
  bool fill();
  // The end of the row that starts at at_: just behind its last byte, before the line's end.
  bool find_end(std::size_t& end);
  void cut(std::string_view row, std::vector<std::string_view>& cells);
  std::string_view quoted(std::string_view row, std::size_t& at);

  ByteSource bytes_;
  char separator_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool ended_ = false, started_ = false, broken_ = false;
  std::int64_t line_ = 0, next_line_ = 1;
  std::deque<std::string> unquoted_;
  std::size_t unquoted_used_ = 0;
};

}  // namespace kontor::exchange
