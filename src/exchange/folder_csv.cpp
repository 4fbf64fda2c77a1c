#include <algorithm>
#include <fmt/format.h>

#include "exchange/folder_tree.h"

namespace kontor::exchange {

namespace {

struct Cell {
  std::string text;
  int line = 0;
  int column = 0;
};

using CsvRow = std::vector<Cell>;

// Cuts CSV text into rows, counting lines and columns in bytes.
class Cutter {
 public:
  Cutter(const std::string& file, std::string_view text, char comma)
      : file_(file), text_(text), comma_(comma) {}

  // The next row that is not blank; nothing at the end. A fault is remembered.
  bool next(CsvRow& row) {
    do {
      row.clear();
      if (at_ >= text_.size()) return false;
      do row.push_back(cell());
      while (skip(comma_));
      end_line();
    } while (row.size() == 1 && row[0].text.empty());
    return true;
  }

  base::Issues issues;

 private:
  Cell cell() {
    Cell out{"", line_, column()};
    if (at_ < text_.size() && text_[at_] == '"') {
      quoted(out);
      if (at_ < text_.size() && !at_cell_end()) fault("A quote inside a cell must be doubled");
    }
    while (at_ < text_.size() && !at_cell_end()) out.text += text_[at_++];
    return out;
  }

  void quoted(Cell& out) {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"' && text_.substr(at_ + 1, 1) != "\"") {
        ++at_;
        return;
      }
      if (text_[at_] == '"') ++at_;
      if (text_[at_] == '\n') {
        ++line_;
        line_start_ = at_ + 1;
      }
      out.text += text_[at_];
    }
    issues.push_back(fault_at("A quote is opened here and never closed", out.line, out.column));
  }

  bool at_cell_end() const {
    const char c = text_[at_];
    return c == comma_ || c == '\n' || (c == '\r' && text_.substr(at_ + 1, 1) == "\n");
  }

  bool skip(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void end_line() {
    skip('\r');
    skip('\n');
    ++line_;
    line_start_ = at_;
  }

  void fault(std::string reason) { issues.push_back(fault_at(std::move(reason), line_, column())); }

  base::Issue fault_at(std::string reason, int line, int column) const {
    return {"bad_syntax", file_, "", {{"reason", std::move(reason)}}, {file_, line, column}};
  }

  int column() const { return static_cast<int>(at_ - line_start_) + 1; }

  const std::string& file_;
  std::string_view text_;
  char comma_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  int line_ = 1;
};

char comma_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  return header.contains(',') || !header.contains(';') ? ',' : ';';
}

Node table_of(const CsvRow& header, CsvRow& row) {
  Node node;
  node.line = row[0].line;
  node.column = row[0].column;
  for (std::size_t i = 0; i < header.size(); ++i) {
    Cell& cell = row[i];
    if (cell.text.empty()) continue;
    Member member{header[i].text, cell.line, cell.column, {}};
    member.node.kind = Node::Kind::Text;
    member.node.cell = true;
    member.node.line = cell.line;
    member.node.column = cell.column;
    member.node.text = std::move(cell.text);
    node.members.push_back(std::move(member));
  }
  return node;
}

base::Issue wrong_length(const std::string& file, const CsvRow& row, std::size_t expected) {
  return {"bad_syntax",
          file,
          "",
          {{"reason", fmt::format("The line has {} cells, the header {}", row.size(), expected)}},
          {file, row[0].line, row[0].column}};
}

void refuse_double_columns(const std::string& file, const CsvRow& header, base::Issues& issues) {
  for (auto cell = header.begin(); cell != header.end(); ++cell)
    if (std::ranges::find(header.begin(), cell, cell->text, &Cell::text) != cell)
      issues.push_back({"bad_syntax",
                        file,
                        cell->text,
                        {{"reason", fmt::format("The column \"{}\" stands twice", cell->text)}},
                        {file, cell->line, cell->column}});
}

}  // namespace

Node parse_csv(const std::string& file, std::string_view text, std::string_view list_name,
               base::Issues& issues) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Cutter cutter(file, text, comma_of(text));
  Node list;
  list.kind = Node::Kind::List;
  list.line = list.column = 1;
  CsvRow header;
  CsvRow row;
  if (cutter.next(header)) {
    refuse_double_columns(file, header, issues);
    while (cutter.next(row)) {
      if (row.size() == header.size())
        list.items.push_back(table_of(header, row));
      else
        cutter.issues.push_back(wrong_length(file, row, header.size()));
    }
  }
  std::ranges::move(cutter.issues, std::back_inserter(issues));
  Node root;
  root.members.push_back({std::string(list_name), 1, 1, std::move(list)});
  return root;
}

std::string csv_cell(std::string_view text) {
  if (text.find_first_of("\",;\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace kontor::exchange
