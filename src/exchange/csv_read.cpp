#include "exchange/csv_read.h"

#include <algorithm>
#include <map>

#include "exchange/inert.h"
#include "exchange/text_encoding.h"

namespace kontor::exchange {

namespace {

constexpr std::size_t sample_rows = 60;
constexpr std::string_view separators = ";,\t|";

using CsvRow = std::vector<std::string>;

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

class CsvText {
 public:
  CsvText(std::string_view text, char separator) : rest_(text), separator_(separator) {}

  bool at_end() const { return rest_.empty(); }
  bool lost_quote() const { return lost_quote_; }

  CsvRow row() {
    CsvRow cells;
    for (;;) {
      cells.push_back(cell());
      if (rest_.empty() || rest_.front() != separator_) break;
      rest_.remove_prefix(1);
    }
    if (rest_.starts_with("\r\n")) rest_.remove_prefix(1);
    if (!rest_.empty()) rest_.remove_prefix(1);
    return cells;
  }

 private:
  std::string cell() {
    std::string text;
    if (rest_.starts_with('"')) text = quoted();
    std::size_t end = 0;  // what stands behind a closing quote is part of the cell
    while (end < rest_.size() && rest_[end] != separator_ && !is_line_end(rest_[end])) ++end;
    text.append(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return text;
  }

  std::string quoted() {
    std::string text;
    rest_.remove_prefix(1);
    for (;;) {
      const std::size_t quote = rest_.find('"');
      if (quote == rest_.npos) {
        lost_quote_ = true;
        text.append(rest_);
        rest_ = {};
        return text;
      }
      text.append(rest_.substr(0, quote));
      rest_.remove_prefix(quote + 1);
      if (!rest_.starts_with('"')) return text;
      text += '"';
      rest_.remove_prefix(1);
    }
  }

  std::string_view rest_;
  char separator_;
  bool lost_quote_ = false;
};

// The text up to the end of its first rows, with what stands in quotes left out.
std::string unquoted_sample(std::string_view text) {
  std::string out;
  std::size_t rows = 0;
  bool in_quotes = false, at_start = true;
  for (const char c : text) {
    if (c == '"' && (in_quotes || at_start)) {
      in_quotes = !in_quotes;
    } else if (!in_quotes) {
      out += c;
      if (c == '\n' && ++rows == sample_rows) break;
    }
    // A quote in quotes is doubled: its second half opens them again.
    at_start = is_line_end(c) || separators.find(c) != separators.npos || c == '"';
  }
  return out;
}

// How many of the first rows have as many cells as most of those with several, times the cells.
std::size_t order_of(std::string_view sample, char separator) {
  std::map<std::size_t, std::size_t> by_separators;
  for (std::size_t at = 0; at < sample.size();) {
    const std::size_t end = std::min(sample.find_first_of("\r\n", at), sample.size());
    ++by_separators[static_cast<std::size_t>(
        std::ranges::count(sample.substr(at, end - at), separator))];
    at = end + 1;
  }
  std::size_t best = 0;
  for (const auto& [count, rows] : by_separators) best = std::max(best, count * rows);
  return best;
}

// "sep=;" of a first line that spreadsheets write for themselves; 0: there is none.
char said_separator(std::string_view text) {
  const bool said =
      text.size() >= 5 && text.starts_with("sep=") && (text.size() == 5 || is_line_end(text[5]));
  return said ? text[4] : '\0';
}

void trim_row(CsvRow& row) {
  while (!row.empty() && row.back().empty()) row.pop_back();
}

}  // namespace

char separator_of(std::string_view text) {
  if (const char said = said_separator(text); said != '\0') return said;
  char best = separators.front();
  std::size_t most = 0;
  const std::string sample = unquoted_sample(text);
  for (const char separator : separators)
    if (const std::size_t order = order_of(sample, separator); order > most) {
      most = order;
      best = separator;
    }
  return best;
}

base::Checked<Workbook> read_csv(std::string_view bytes, const std::string& file,
                                 const WorkbookLimits& limits) {
  const auto refuse = [&](std::string code, std::size_t row, std::string limit = "") {
    return std::unexpected(base::Issues{{std::move(code),
                                         file,
                                         std::to_string(row),
                                         {{"limit", std::move(limit)}},
                                         {file, static_cast<int>(row), 0}}});
  };
  const auto text = text_of_any_encoding(bytes);
  if (!text) return refuse("not_text", 0);
  Sheet sheet;
  CsvText rows(*text, separator_of(*text));
  std::size_t cells = 0;
  while (!rows.at_end()) {
    CsvRow row = rows.row();
    if (rows.lost_quote()) return refuse("open_quote", sheet.rows.size() + 1);
    if (row.size() > limits.columns)
      return refuse("too_many_columns", sheet.rows.size() + 1, std::to_string(limits.columns));
    for (std::string& cell : row) cell = without_inert_mark(std::move(cell));
    trim_row(row);
    cells += row.size();
    sheet.rows.push_back(std::move(row));
    if (sheet.rows.size() > limits.rows || cells > limits.cells)
      return refuse("too_many_rows", sheet.rows.size(), std::to_string(limits.rows));
  }
  if (said_separator(*text) != '\0') sheet.rows.front().clear();
  while (!sheet.rows.empty() && sheet.rows.back().empty()) sheet.rows.pop_back();
  return Workbook{{std::move(sheet)}};
}

}  // namespace kontor::exchange
