#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <algorithm>
#include <fmt/format.h>
#include <toml++/toml.h>

#include "exchange/folder_tree.h"

namespace kontor::exchange {

namespace {

using Kind = Node::Kind;

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
    node.kind = Kind::Text;
    node.text = text->get();
  } else if (const auto* integer = from.as_integer()) {
    node.kind = Kind::Integer;
    node.integer = integer->get();
    node.text = fmt::format("{}", node.integer);
  } else if (const auto* flag = from.as_boolean()) {
    node.kind = Kind::Flag;
    node.integer = flag->get() ? 1 : 0;
    node.text = flag->get() ? "true" : "false";
  } else if (const auto* date = from.as_date()) {
    node.kind = Kind::Text;
    node.text = spelled(date->get());
  } else if (const auto* moment = from.as_date_time()) {
    node.kind = Kind::Text;
    node.text = spelled(moment->get());
  } else {
    node.kind = Kind::Other;
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
    node.kind = Kind::List;
    for (const toml::node& item : *array) node.items.push_back(converted(item));
  } else {
    fill_scalar(node, from);
  }
  return node;
}

base::Issue syntax_fault(const std::string& file, std::string reason, int line, int column) {
  return {"bad_syntax", file, "", {{"reason", std::move(reason)}}, {file, line, column}};
}

// The end of the TOML string that starts at text[i], past its closing quotes.
std::size_t after_string(std::string_view text, std::size_t i) {
  const char quote = text[i];
  const std::string three(3, quote);
  const bool many_lines = text.substr(i, 3) == three;
  i += many_lines ? 3 : 1;
  while (i < text.size()) {
    if (quote == '"' && text[i] == '\\') {
      i += 2;
    } else if (many_lines ? text.substr(i, 3) == three : text[i] == quote) {
      return i + (many_lines ? 3 : 1);
    } else if (!many_lines && text[i] == '\n') {
      return i;
    } else {
      ++i;
    }
  }
  return text.size();
}

struct TooDeep {
  int line;
  int column;
};

// Where more than `deepest_nesting` dots or brackets open a level each. The parser of a dotted key
// has no limit of its own, and what it builds is walked recursively.
std::optional<TooDeep> too_deep(std::string_view text) {
  int line = 1;
  std::size_t line_start = 0;
  int dots = 0;
  int brackets = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '\n') {
      ++line;
      line_start = i + 1;
      dots = 0;
    }
    if (c == '"' || c == '\'') {
      const std::size_t end = after_string(text, i);
      line += static_cast<int>(std::ranges::count(text.substr(i, end - i), '\n'));
      i = end;
      continue;
    }
    if (c == '#') {
      i = std::min(text.find('\n', i), text.size());
      continue;
    }
    if (c == '.') ++dots;
    if (c == '=' || c == ',') dots = 0;
    if (c == '[' || c == '{') ++brackets;
    if (c == ']' || c == '}') --brackets;
    if (dots > deepest_nesting || brackets > deepest_nesting)
      return TooDeep{line, static_cast<int>(i - std::min(i, line_start)) + 1};
    ++i;
  }
  return std::nullopt;
}

}  // namespace

const Node* Node::find(std::string_view name) const {
  const auto found = std::ranges::find(members, name, &Member::name);
  return found == members.end() ? nullptr : &found->node;
}

std::expected<Node, base::Issue> parse_toml(const std::string& file, std::string_view text) {
  if (const auto deep = too_deep(text))
    return std::unexpected(
        syntax_fault(file, "This is nested too deeply", deep->line, deep->column));
  const toml::parse_result parsed = toml::parse(text, file);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    return std::unexpected(syntax_fault(file, std::string(error.description()),
                                        line_of(error.source()), column_of(error.source())));
  }
  return converted(parsed.table());
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
