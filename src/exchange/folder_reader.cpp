#include "exchange/folder_reader.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mission/nearest.h"

namespace kontor::exchange {

namespace {

using NodeKind = Node::Kind;

// What was found, for "… is X; it must be …".
std::string found(const Node& node) {
  if (node.kind == NodeKind::Table) return "a table";
  if (node.kind == NodeKind::List) return "a list";
  if (node.kind == NodeKind::Text) return fmt::format("the text \"{}\"", node.text.substr(0, 80));
  return node.text;
}

bool is_text(const Node& node, const std::string& path, ReadLog& log) {
  if (node.kind == NodeKind::Text) return true;
  log.wrong_type(path, node, "text in quotes");
  return false;
}

const std::vector<std::string_view> language_codes{"fr", "nl", "de", "en"};

// A text in several languages: { fr = "…", nl = "…" }.
void read_wordings(const Node& node, const std::string& path, ReadLog& log, base::Text& out) {
  for (const Member& member : node.members) {
    const auto language = base::language_of(member.name);
    const std::string member_path = path + "/" + member.name;
    if (language && is_text(member.node, member_path, log)) out.set(*language, member.node.text);
  }
  log.unknown_fields(path, node, language_codes);
}

}  // namespace

bool ReadLog::is_full() const {
  return issues_.size() >= most_faults_kept;
}

void ReadLog::fault(std::string code, std::string path, const Node& at, std::string value,
                    std::map<std::string, std::string> parameters) {
  if (is_full()) return;
  issues_.push_back({std::move(code),
                     std::move(path),
                     std::move(value),
                     std::move(parameters),
                     {file_, at.line, at.column}});
}

void ReadLog::wrong_type(const std::string& path, const Node& at, std::string_view expected) {
  fault("wrong_type", path, at, found(at), {{"expected", std::string(expected)}});
}

void ReadLog::unknown_fields(const std::string& path, const Node& table,
                             const std::vector<std::string_view>& known) {
  for (const Member& member : table.members) {
    if (is_full() || std::ranges::find(known, member.name) != known.end()) continue;
    Node at;
    at.line = member.line;
    at.column = member.column;
    fault("unknown_field", path, at, member.name.substr(0, 80),
          {{"known", fmt::format("{}", fmt::join(known, ", "))},
           {"hint", mission::nearest_hint(member.name, known)}});
  }
}

void read_value(const Node& node, const std::string& path, ReadLog& log, std::string& out) {
  if (is_text(node, path, log)) out = node.text;
}

void read_value(const Node& node, const std::string& path, ReadLog& log, base::Text& out) {
  if (node.kind == NodeKind::Table)
    read_wordings(node, path, log, out);
  else if (node.kind == NodeKind::Text)
    out = base::Text::same(node.text);
  else
    log.wrong_type(path, node, "text in quotes, or one for each language: { fr = \"…\", … }");
}

void read_value(const Node& node, const std::string& path, ReadLog& log, int& out) {
  const std::string& text = node.text;
  if (node.kind != NodeKind::Integer && !node.cell)
    return log.wrong_type(path, node, "a whole number without quotes");
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error == std::errc::result_out_of_range)
    return log.fault("out_of_range", path, node, text, {{"expected", "at most 2147483647"}});
  if (error != std::errc{} || end != text.data() + text.size())
    log.wrong_type(path, node, "a whole number");
}

void read_value(const Node& node, const std::string& path, ReadLog& log, bool& out) {
  const bool is_flag = node.text == "true" || node.text == "false";
  if (is_flag && (node.kind == NodeKind::Flag || node.cell))
    out = node.text == "true";
  else
    log.wrong_type(path, node, "true or false, without quotes");
}

void read_value(const Node& node, const std::string& path, ReadLog& log, base::LocalDate& out) {
  if (!is_text(node, path, log)) return;
  if (const auto date = base::parse_date(node.text))
    out = *date;
  else
    log.fault("impossible_date", path, node, node.text.substr(0, 80));
}

void read_value(const Node& node, const std::string& path, ReadLog& log, base::LocalDateTime& out) {
  if (!is_text(node, path, log)) return;
  if (const auto time = base::parse_local(node.text))
    out = *time;
  else
    log.fault("impossible_time", path, node, node.text.substr(0, 80));
}

void read_value(const Node& node, const std::string& path, ReadLog& log, base::Decimal& out) {
  const bool readable = node.kind == NodeKind::Integer || node.kind == NodeKind::Text;
  const auto number = readable ? base::parse_decimal(node.text) : std::nullopt;
  if (number)
    out = *number;
  else
    log.wrong_type(path, node, "a number in quotes, such as \"1234.50\", of at most 18 digits");
}

void read_value(const Node& node, const std::string& path, ReadLog& log, base::Language& out) {
  const auto language = base::language_of(node.text);
  if (node.kind == NodeKind::Text && language)
    out = *language;
  else
    unknown_word(node, path, log, language_codes);
}

void unknown_word(const Node& node, const std::string& path, ReadLog& log,
                  const std::vector<std::string_view>& known) {
  if (!is_text(node, path, log)) return;
  log.fault("unknown_word", path, node, node.text.substr(0, 80),
            {{"known", fmt::format("{}", fmt::join(known, ", "))},
             {"hint", mission::nearest_hint(node.text, known)}});
}

}  // namespace kontor::exchange
