#include "toml.h"

#include <charconv>

#include "text.h"

namespace kontor_verify {

namespace {

constexpr int deepest = 8;
constexpr std::string_view name_letters = "abcdefghijklmnopqrstuvwxyz0123456789_.";

// Goes through a text once.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  int line = 1;

  bool at_end() const { return rest_.empty(); }

  bool take(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    line += expected.ends_with('\n');
    rest_.remove_prefix(expected.size());
    return true;
  }

  std::string take_name() {
    const std::size_t end = std::min(rest_.find_first_not_of(name_letters), rest_.size());
    std::string name(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return name;
  }

  bool take_value(Node& out, int depth) {
    out.line = line;
    if (depth > deepest) return false;
    if (take("\"")) return take_text(out.text);
    if (take("[")) return take_members(out, "]", depth);
    if (take("{")) return take_members(out, "}", depth);
    if (take("false")) return true;
    if (take("true")) return (out.number = 1) != 0;
    const char* end = rest_.data() + rest_.size();
    const auto [after, error] = std::from_chars(rest_.data(), end, out.number);
    rest_.remove_prefix(static_cast<std::size_t>(after - rest_.data()));
    return error == std::errc();
  }

 private:
  bool take_members(Node& out, std::string_view close, int depth) {
    while (take(" ") || take("\n")) continue;
    while (!take(close)) {
      Node& member = out.members.emplace_back();
      if (close == "}") member.name = take_name();
      if (close == "}" && (member.name.empty() || !take(" = "))) return false;
      if (!take_value(member, depth + 1)) return false;
      take(",");
      while (take(" ") || take("\n")) continue;
    }
    return true;
  }

  // "\u0007" is kept as it is spelled: no key has any.
  bool take_text(std::string& out) {
    while (!take("\"")) {
      if (rest_.size() > 1 && rest_[0] == '\\' && rest_[1] != 'u') rest_.remove_prefix(1);
      if (rest_.empty() || rest_[0] == '\n') return false;
      out += rest_[0];
      rest_.remove_prefix(1);
    }
    return true;
  }

  std::string_view rest_;
};

bool take_line(Reader& reader, Node& root, Node*& table) {
  const int line = reader.line;
  if (reader.take("[[")) {
    table = &root.members.emplace_back(Node{reader.take_name(), "", 0, line, {}});
    return reader.take("]]\n");
  }
  Node member;
  member.name = reader.take_name();
  if (member.name.empty() || (*table)[member.name].line > 0) return false;
  if (!reader.take(" = ") || !reader.take_value(member, 0)) return false;
  table->members.push_back(std::move(member));
  return reader.take("\n");
}

void accuse(Report& report, const std::string& file, int line) {
  report.fault(file + ":" + std::to_string(line), "not as Kontor writes it");
}

}  // namespace

const Node& Node::operator[](std::string_view wanted) const {
  static const Node nothing;
  for (const Node& member : members)
    if (member.name == wanted) return member;
  return nothing;
}

Node read_toml(const std::string& file, std::string_view text, Report& report) {
  Node root;
  Node* table = &root;
  Reader reader(text);
  while (!reader.at_end()) {
    if (reader.take("\n") || take_line(reader, root, table)) continue;
    accuse(report, file, reader.line);
    break;
  }
  return root;
}

Node read_csv(const std::string& file, std::string_view text, const std::string& noun,
              Report& report) {
  Node root;
  std::vector<std::string_view> names;
  for (const std::string_view row : cut(text, '\n')) {
    const auto cells = cut(row, ',');
    const int line = static_cast<int>(root.members.size()) + 2;
    if (names.empty()) {
      names = cells;
    } else if (cells.size() == names.size() && row.find('"') == row.npos) {
      Node& table = root.members.emplace_back(Node{noun, "", 0, line, {}});
      for (std::size_t i = 0; i < cells.size(); ++i)
        table.members.push_back({std::string(names[i]), std::string(cells[i]), 0, line, {}});
    } else if (row.data() != text.data() + text.size()) {  // what is behind the last line is empty
      accuse(report, file, line);
      break;
    }
  }
  return root;
}

}  // namespace kontor_verify
