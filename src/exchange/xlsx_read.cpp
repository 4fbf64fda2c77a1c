#include "exchange/xlsx_read.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <pugixml.hpp>

#include "base/text.h"
#include "exchange/archive.h"
#include "exchange/office_part.h"
#include "exchange/xlsx_dates.h"

namespace kontor::exchange {

namespace {

using pugi::xml_document;
using pugi::xml_node;

// "_x000D_" stands for a character that XML does not have (ECMA-376, part 1, 22.9.2.19).
std::string without_escapes(std::string text) {
  for (std::size_t at = text.find("_x"); at != text.npos; at = text.find("_x", at + 1)) {
    unsigned point = 0;
    const char* begin = text.data() + at + 2;
    if (at + 7 > text.size() || text[at + 6] != '_') continue;
    const auto [end, error] = std::from_chars(begin, begin + 4, point, 16);
    if (end != begin + 4 || error != std::errc() || point == 0 || point >= 0x80) continue;
    text.replace(at, 7, 1, static_cast<char>(point));
  }
  return text;
}

// The text of a string item: plain, or in runs; how it is pronounced (rPh) is left out.
std::string text_of_item(xml_node item) {
  std::string text;
  for (const xml_node child : item.children()) {
    if (local_name(child) == "t") text += child.child_value();
    if (local_name(child) == "r")
      each(child, "t", [&](xml_node run) { text += run.child_value(); });
  }
  return without_escapes(std::move(text));
}

struct CellPlace {
  std::size_t row = 0, column = 0;
};

// "BC12"; nothing where it is none.
std::optional<CellPlace> place_of(std::string_view name) {
  CellPlace place;
  std::size_t at = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && at < 3; ++at)
    place.column = place.column * 26 + static_cast<std::size_t>(name[at] - 'A' + 1);
  const char* end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + at, end, place.row);
  if (at == 0 || stop != end || error != std::errc() || place.row == 0) return std::nullopt;
  return CellPlace{place.row - 1, place.column - 1};
}

class XlsxReader {
 public:
  XlsxReader(const Archive& archive, const std::string& file, const WorkbookLimits& limits)
      : archive_(archive), file_(file), limits_(limits) {}

  Workbook read() {
    load(book_, "xl/workbook.xml");
    const xml_node root = first(book_, "workbook");
    const std::string_view dates = first(root, "workbookPr").attribute("date1904").value();
    from_1904_ = dates == "1" || dates == "true";
    read_targets();
    read_strings();
    read_formats();
    Workbook workbook;
    each(first(root, "sheets"), "sheet",
         [&](xml_node sheet) { workbook.sheets.push_back(read_sheet(sheet)); });
    if (workbook.sheets.empty()) fail("bad_workbook", "it has no sheet");
    return workbook;
  }

 private:
  [[noreturn]] void fail(std::string code, std::string reason, int row = 0) const {
    throw Unreadable{{std::move(code),
                      file_,
                      std::to_string(row),
                      {{"reason", std::move(reason)}, {"limit", std::to_string(limits_.rows)}},
                      {file_, row, 0}}};
  }

  bool load_if_there(xml_document& document, const std::string& name) {
    return load_part(document, archive_, name, {file_, "bad_workbook", limits_.tags});
  }
  void load(xml_document& document, const std::string& name) {
    if (!load_if_there(document, name)) fail("bad_workbook", name + " is missing or damaged");
  }

  void read_targets() {
    xml_document document;
    load(document, "xl/_rels/workbook.xml.rels");
    each(first(document, "Relationships"), "Relationship", [&](xml_node one) {
      std::string target = one.attribute("Target").value();
      target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
      targets_[one.attribute("Id").value()] = std::move(target);
    });
  }

  void read_strings() {
    xml_document document;
    if (!load_if_there(document, "xl/sharedStrings.xml")) return;
    each(first(document, "sst"), "si",
         [&](xml_node item) { strings_.push_back(text_of_item(item)); });
  }

  void read_formats() {
    xml_document document;
    if (!load_if_there(document, "xl/styles.xml")) return;
    const xml_node root = first(document, "styleSheet");
    std::map<int, NumberFormat> own;
    each(first(root, "numFmts"), "numFmt", [&](xml_node one) {
      own[one.attribute("numFmtId").as_int()] = format_of_code(one.attribute("formatCode").value());
    });
    each(first(root, "cellXfs"), "xf", [&](xml_node one) {
      const int id = one.attribute("numFmtId").as_int();
      const auto found = own.find(id);
      formats_.push_back(found == own.end() ? built_in_format(id) : found->second);
    });
  }

  Sheet read_sheet(xml_node named) {
    std::string id;
    for (const auto attribute : named.attributes())
      if (std::string_view(attribute.name()).ends_with(":id")) id = attribute.value();
    const auto target = targets_.find(id);
    Sheet sheet;
    sheet.name = named.attribute("name").value();
    if (target == targets_.end()) fail("bad_workbook", "sheet " + sheet.name + " is nowhere");
    xml_document document;
    load(document, target->second);
    const xml_node root = first(document, "worksheet");
    each(first(root, "sheetData"), "row", [&](xml_node row) { read_row(row, sheet); });
    each(first(root, "mergeCells"), "mergeCell", [&](xml_node one) { read_merged(one, sheet); });
    for (auto& row : sheet.rows)
      while (!row.empty() && row.back().empty()) row.pop_back();
    while (!sheet.rows.empty() && sheet.rows.back().empty()) sheet.rows.pop_back();
    return sheet;
  }

  void read_row(xml_node row, Sheet& sheet) {
    const auto said = row.attribute("r").as_ullong(sheet.rows.size() + 1);
    if (said == 0 || said > limits_.rows) fail("too_many_rows", "", static_cast<int>(limits_.rows));
    if (sheet.rows.size() < said) sheet.rows.resize(said);
    auto& cells = sheet.rows[said - 1];
    each(row, "c", [&](xml_node cell) {
      std::size_t column = cells.size();
      if (const auto place = place_of(cell.attribute("r").value())) column = place->column;
      if (column >= limits_.columns) fail("too_many_columns", "", static_cast<int>(said));
      std::string text = text_of(cell);
      if (text.empty() && column >= cells.size()) return;
      text_bytes_ += text.size();  // one shared text may stand in millions of cells
      if (text_bytes_ > limits_.unpacked_bytes) fail("bomb", "its texts are repeated too often");
      if (++cells_ > limits_.cells) fail("too_many_rows", "", static_cast<int>(said));
      if (cells.size() <= column) cells.resize(column + 1);
      cells[column] = std::move(text);
    });
  }

  std::string text_of(xml_node cell) const {
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") return text_of_item(first(cell, "is"));
    const std::string_view value = first(cell, "v").child_value();
    if (type == "s") {
      std::size_t index = strings_.size();
      std::from_chars(value.data(), value.data() + value.size(), index);
      return index < strings_.size() ? strings_[index] : std::string();
    }
    if (type == "str") return without_escapes(std::string(value));
    if (type == "b") return value == "1" ? "TRUE" : "FALSE";
    if (type == "e" || type == "d") return std::string(value);
    const auto style = cell.attribute("s").as_ullong(0);
    return shown_number(value, style < formats_.size() ? formats_[style] : NumberFormat{},
                        from_1904_);
  }

  static void read_merged(xml_node one, Sheet& sheet) {
    const std::string_view area = one.attribute("ref").value();
    const std::size_t colon = area.find(':');
    if (colon == area.npos || sheet.merged.size() >= 1000) return;
    const auto from = place_of(area.substr(0, colon)), to = place_of(area.substr(colon + 1));
    if (from && to) sheet.merged.push_back({from->row, from->column, to->row, to->column});
  }

  const Archive& archive_;
  const std::string& file_;
  const WorkbookLimits& limits_;
  xml_document book_;
  bool from_1904_ = false;
  std::map<std::string, std::string> targets_;
  std::vector<std::string> strings_;
  std::vector<NumberFormat> formats_;
  std::size_t cells_ = 0, text_bytes_ = 0;
};

bool is_text(const Workbook& workbook) {
  for (const Sheet& sheet : workbook.sheets) {
    if (!base::is_utf8(sheet.name)) return false;
    for (const auto& row : sheet.rows)
      if (!std::ranges::all_of(row, [](const auto& cell) { return base::is_utf8(cell); }))
        return false;
  }
  return true;
}

}  // namespace

base::Checked<Workbook> read_xlsx(std::string_view bytes, const std::string& file,
                                  const WorkbookLimits& limits) {
  const auto archive = Archive::open(bytes, file, limits);
  if (!archive) return std::unexpected(archive.error());
  try {
    Workbook workbook = XlsxReader(*archive, file, limits).read();
    if (is_text(workbook)) return workbook;
    return std::unexpected(base::Issues{{"not_text", file, "", {}, {file, 0, 0}}});
  } catch (Unreadable& unreadable) {
    return std::unexpected(base::Issues{std::move(unreadable.issue)});
  }
}

}  // namespace kontor::exchange
