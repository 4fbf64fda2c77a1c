#include <algorithm>
#include <fmt/format.h>

#include "exchange/folder_toml_scan.h"
#include "exchange/folder_tree.h"

// toml++ 3.3 asserts that "[" is followed by a key, and has an error message for it behind the
// assertion: bad input must give the message in every build.
#ifndef NDEBUG
#define NDEBUG
#endif
#include <toml++/toml.h>

namespace kontor::exchange {

namespace {

using NodeKind = Node::Kind;

int line_of(const toml::source_region& source) {
  return static_cast<int>(source.begin.line);
}
int column_of(const toml::source_region& source) {
  return static_cast<int>(source.begin.column);
}

std::string spelled(const toml::date& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string spelled(const toml::date_time& moment) {
  std::string out =
      fmt::format("{}T{:02}:{:02}", spelled(moment.date), moment.time.hour, moment.time.minute);
  if (moment.time.second != 0) out += fmt::format(":{:02}", moment.time.second);
  if (moment.offset) out += " with an offset";
  return out;
}

Node converted(const toml::node& from);

void fill_table(Node& node, const toml::table& table) {
  for (const auto& [key, value] : table)
    node.members.push_back(
        {std::string(key.str()), line_of(key.source()), column_of(key.source()), converted(value)});
  const auto place = [](const Member& m) { return std::pair(m.line, m.column); };
  std::ranges::stable_sort(node.members, {}, place);
}

void fill_scalar(Node& node, const toml::node& from) {
  if (const auto* text = from.as_string()) {
    node.kind = NodeKind::Text;
    node.text = text->get();
  } else if (const auto* integer = from.as_integer()) {
    node.kind = NodeKind::Integer;
    node.integer = integer->get();
    node.text = fmt::format("{}", node.integer);
  } else if (const auto* flag = from.as_boolean()) {
    node.kind = NodeKind::Flag;
    node.integer = flag->get() ? 1 : 0;
    node.text = flag->get() ? "true" : "false";
  } else if (const auto* date = from.as_date()) {
    node.kind = NodeKind::Text;
    node.text = spelled(date->get());
  } else if (const auto* moment = from.as_date_time()) {
    node.kind = NodeKind::Text;
    node.text = spelled(moment->get());
  } else {
    node.kind = NodeKind::Other;
    node.text = from.is_floating_point() ? "a number with a point" : "a time without a day";
  }
}

Node converted(const toml::node& from) {
  Node node;
  node.line = line_of(from.source());
  node.column = column_of(from.source());
  if (const auto* table = from.as_table()) {
    fill_table(node, *table);
  } else if (const auto* array = from.as_array()) {
    node.kind = NodeKind::List;
    for (const toml::node& item : *array) node.items.push_back(converted(item));
  } else {
    fill_scalar(node, from);
  }
  return node;
}

base::Issue syntax_fault(const std::string& file, std::string reason, int line, int column) {
  return {"bad_syntax", file, "", {{"reason", std::move(reason)}}, {file, line, column}};
}

}  // namespace

const Node* Node::find(std::string_view name) const {
  const auto found = std::ranges::find(members, name, &Member::name);
  return found == members.end() ? nullptr : &found->node;
}

std::expected<Node, base::Issue> parse_toml(const std::string& file, std::string_view text) {
  if (const auto found = find_unparsable(text))
    return std::unexpected(
        syntax_fault(file, std::string(found->reason), found->line, found->column));
  try {
    return converted(toml::parse(text, file));
  } catch (const toml::parse_error& error) {
    return std::unexpected(syntax_fault(file, std::string(error.description()),
                                        line_of(error.source()), column_of(error.source())));
  }
}

std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\u{:04X}", byte);
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace kontor::exchange
