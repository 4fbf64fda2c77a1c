#include "exchange/inert.h"
#include "exchange/table.h"

namespace kontor::exchange {

namespace {

struct TextOfCell {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return inert(text); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(bool truth) const { return truth ? "TRUE" : "FALSE"; }
  std::string operator()(base::LocalDate date) const { return base::format(date); }
  std::string operator()(base::LocalDateTime time) const { return base::format(time); }
};

void add_cell(std::string& out, const std::string& text) {
  if (text.find_first_of(";,\t|\"\r\n") == text.npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

}  // namespace

std::string write_csv(const Table& table, base::Language language) {
  const char separator = language == base::Language::En ? ',' : ';';
  std::string out = "\xEF\xBB\xBF";
  for (std::size_t n = 0; n < table.columns.size(); ++n) {
    if (n > 0) out += separator;
    add_cell(out, inert(table.columns[n]));
  }
  out += "\r\n";
  for (const auto& row : table.rows) {
    for (std::size_t n = 0; n < table.columns.size(); ++n) {
      if (n > 0) out += separator;
      if (n < row.size()) add_cell(out, std::visit(TextOfCell{}, row[n]));
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace kontor::exchange
