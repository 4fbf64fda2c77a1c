#include "exchange/dump_table.h"

namespace kontor::exchange {

namespace {

using Row = std::vector<std::optional<std::string>>;

void append(std::string& out, const std::string& value) {
  out += '"';
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

class Scanner {
 public:
  Scanner(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}

  bool at_end() const { return at_ == text_.size(); }

  base::Checked<Row> row() {
    Row row;
    for (;;) {
      auto value = cell();
      if (!value) return std::unexpected(value.error());
      row.push_back(*std::move(value));
      if (take('\n') || at_end()) break;
      if (!take(',')) return std::unexpected(fault("a comma or the end of the line is missing"));
    }
    return row;
  }

  base::Issues fault(const std::string& reason) const {
    return {{"bad_syntax", "", "", {{"reason", reason}}, {file_, line_, 0}}};
  }

 private:
  bool take(char wanted) {
    if (at_end() || text_[at_] != wanted) return false;
    ++at_;
    if (wanted == '\n') ++line_;
    return true;
  }

  base::Checked<std::optional<std::string>> cell() {
    if (!take('"')) return std::nullopt;
    std::string value;
    while (!at_end()) {
      if (!take('"')) {
        value += next();
      } else if (take('"')) {
        value += '"';
      } else {
        return value;
      }
    }
    return std::unexpected(fault("a quote is opened and never closed"));
  }

  char next() {
    const char c = text_[at_++];
    if (c == '\n') ++line_;
    return c;
  }

  std::string_view text_;
  std::string file_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

std::string write_dump_table(const DumpTable& table) {
  std::string out;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) out += ',';
    append(out, table.columns[i]);
  }
  out += '\n';
  for (const Row& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += ',';
      if (row[i]) append(out, *row[i]);
    }
    out += '\n';
  }
  return out;
}

base::Checked<DumpTable> read_dump_table(std::string_view text, const std::string& file) {
  Scanner scanner(text, file);
  DumpTable table;
  const auto head = scanner.row();
  if (!head) return std::unexpected(head.error());
  for (const auto& name : *head) table.columns.push_back(name.value_or(""));
  while (!scanner.at_end()) {
    auto row = scanner.row();
    if (!row) return std::unexpected(row.error());
    if (row->size() != table.columns.size())
      return std::unexpected(scanner.fault("the row has not as many values as there are columns"));
    table.rows.push_back(*std::move(row));
  }
  return table;
}

}  // namespace kontor::exchange
