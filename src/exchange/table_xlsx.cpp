#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <unistd.h>
#include <xlsxwriter.h>

#include "exchange/table.h"

namespace kontor::exchange {

namespace {

constexpr std::size_t most_text_bytes = 32'000;
constexpr std::size_t sheet_name_bytes = 31;
constexpr double least_width = 8, most_width = 60;
constexpr std::time_t no_time = 946'684'800;  // 2000-01-01, so that equal tables give equal bytes

// A file of its own that is gone with it.
class TemporaryFile {
 public:
  TemporaryFile() {
    const int file = ::mkstemp(name_.data());
    if (file < 0) throw std::runtime_error("No temporary file can be made.");
    ::close(file);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { ::unlink(name_.c_str()); }

  const std::string& name() const { return name_; }
  std::string bytes() const {
    std::ifstream in(name_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::string name_ = std::filesystem::temp_directory_path() / "kontor-table-XXXXXX";
};

std::string cut(std::string text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  std::size_t end = bytes - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

// Names of sheets must not hold these, nor be equal.
std::string sheet_name(std::string name, std::size_t number) {
  std::ranges::replace_if(
      name, [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos; },
      ' ');
  name = cut(std::move(name), sheet_name_bytes - 3);
  if (name.empty()) name = "Sheet";
  return number == 0 ? name : name + " " + std::to_string(number + 1);
}

const char* date_format(base::Language language) {
  static constexpr std::array formats{"dd/mm/yyyy", "dd-mm-yyyy", "dd.mm.yyyy", "dd/mm/yyyy"};
  return formats.at(base::index_of(language));
}

lxw_datetime datetime_of(base::LocalDateTime time) {
  return {static_cast<int>(time.date.year()),
          static_cast<int>(static_cast<unsigned>(time.date.month())),
          static_cast<int>(static_cast<unsigned>(time.date.day())),
          time.minute_of_day / 60,
          time.minute_of_day % 60,
          0};
}

struct Formats {
  lxw_format* header;
  lxw_format* date;
  lxw_format* time;
};

struct WriteCell {
  lxw_worksheet* sheet;
  lxw_row_t row;
  lxw_col_t column;
  const Formats& formats;

  void operator()(std::monostate) const {}
  void operator()(const std::string& text) const {
    worksheet_write_string(sheet, row, column, cut(text, most_text_bytes).c_str(), nullptr);
  }
  void operator()(std::int64_t number) const {
    worksheet_write_number(sheet, row, column, static_cast<double>(number), nullptr);
  }
  void operator()(bool truth) const {
    worksheet_write_boolean(sheet, row, column, truth ? 1 : 0, nullptr);
  }
  void operator()(base::LocalDate date) const { write({date, 0}, formats.date); }
  void operator()(base::LocalDateTime time) const { write(time, formats.time); }

 private:
  void write(base::LocalDateTime time, lxw_format* format) const {
    lxw_datetime made = datetime_of(time);
    worksheet_write_datetime(sheet, row, column, &made, format);
  }
};

double width_of(const Table& table, std::size_t column) {
  std::size_t most = table.columns[column].size() + 3;  // and the arrow of the filter
  for (const auto& row : table.rows)
    if (column < row.size()) {
      const auto* text = std::get_if<std::string>(&row[column]);
      most = std::max(most, text != nullptr ? text->size() : 12);
    }
  return std::clamp(static_cast<double>(most), least_width, most_width);
}

void write_sheet(lxw_worksheet* sheet, const Table& table, const Formats& formats) {
  const auto columns = static_cast<lxw_col_t>(table.columns.size());
  const auto rows = static_cast<lxw_row_t>(table.rows.size());
  for (lxw_col_t column = 0; column < columns; ++column) {
    worksheet_write_string(sheet, 0, column, cut(table.columns[column], most_text_bytes).c_str(),
                           formats.header);
    worksheet_set_column(sheet, column, column, width_of(table, column), nullptr);
  }
  for (lxw_row_t row = 0; row < rows; ++row)
    for (lxw_col_t column = 0; column < table.rows[row].size(); ++column)
      std::visit(WriteCell{sheet, row + 1, column, formats}, table.rows[row][column]);
  worksheet_freeze_panes(sheet, 1, 0);
  if (columns > 0) worksheet_autofilter(sheet, 0, 0, rows, static_cast<lxw_col_t>(columns - 1));
}

}  // namespace

std::string write_xlsx(const std::vector<Table>& tables, base::Language language) {
  const TemporaryFile file;
  lxw_workbook* book = workbook_new(file.name().c_str());
  lxw_doc_properties properties{};
  properties.created = no_time;
  workbook_set_properties(book, &properties);
  const Formats formats{workbook_add_format(book), workbook_add_format(book),
                        workbook_add_format(book)};
  format_set_bold(formats.header);
  format_set_num_format(formats.date, date_format(language));
  format_set_num_format(formats.time, (std::string(date_format(language)) + " hh:mm").c_str());
  for (std::size_t n = 0; n < tables.size(); ++n)
    write_sheet(workbook_add_worksheet(book, sheet_name(tables[n].name, n).c_str()), tables[n],
                formats);
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
    throw std::runtime_error(lxw_strerror(error));
  return file.bytes();
}

}  // namespace kontor::exchange
