#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/decimal.h"
#include "exchange/folder_files.h"
#include "exchange/folder_tree.h"

namespace kontor::exchange {

// Where each field of a folder stands, by its path: "activity/A08/host" and "activity/A08".
// "activity/#3" is the third activity of its list, also where its key is used twice.
using Places = std::unordered_map<std::string, base::Place>;

// Faults after so many in one folder are dropped: the file is rubbish, and nobody reads on.
inline constexpr std::size_t most_faults_kept = 5000;

// The faults and places met while one file is read.
class ReadLog {
 public:
  ReadLog(std::string file, base::Issues& issues, Places& places)
      : file_(std::move(file)), issues_(issues), places_(places) {}

  void remember(const std::string& path, int line, int column) {
    places_.try_emplace(path, base::Place{file_, line, column});
  }
  void fault(std::string code, std::string path, const Node& at, std::string value,
             std::map<std::string, std::string> parameters = {});
  void wrong_type(const std::string& path, const Node& at, std::string_view expected);
  void unknown_fields(const std::string& path, const Node& table,
                      const std::vector<std::string_view>& known);

 private:
  bool is_full() const;

  std::string file_;
  base::Issues& issues_;
  Places& places_;
};

// Reads scalars; a node of another kind is a fault and leaves the value as it is.
void read_value(const Node& node, const std::string& path, ReadLog& log, std::string& out);
void read_value(const Node& node, const std::string& path, ReadLog& log, base::Text& out);
void read_value(const Node& node, const std::string& path, ReadLog& log, int& out);
void read_value(const Node& node, const std::string& path, ReadLog& log, bool& out);
void read_value(const Node& node, const std::string& path, ReadLog& log, base::LocalDate& out);
void read_value(const Node& node, const std::string& path, ReadLog& log, base::LocalDateTime& out);
void read_value(const Node& node, const std::string& path, ReadLog& log, base::Decimal& out);
void read_value(const Node& node, const std::string& path, ReadLog& log, base::Language& out);

void unknown_word(const Node& node, const std::string& path, ReadLog& log,
                  const std::vector<std::string_view>& known);

template <class Tag>
void read_value(const Node& node, const std::string& path, ReadLog& log, base::Id<Tag>& out) {
  read_value(node, path, log, out.value);  // validate() judges keys
}

template <class E>
  requires std::is_enum_v<E>
void read_value(const Node& node, const std::string& path, ReadLog& log, E& out) {
  const auto value = mission::parse_word<E>(node.text);
  if (node.kind == Node::Kind::Text && value)
    out = *value;
  else
    unknown_word(node, path, log, mission::words_of<E>());
}

template <class T>
void read_value(const Node& node, const std::string& path, ReadLog& log, std::optional<T>& out) {
  T value{};
  read_value(node, path, log, value);
  out = std::move(value);
}

template <class T>
  requires is_table<T>
void read_value(const Node& node, const std::string& path, ReadLog& log, T& out);

// The path of item `index` (from 0) of a list at `path`: by its key where it has one.
template <class T>
std::string item_path(const Node& item, const std::string& path, std::size_t index) {
  if constexpr (!noun_of<T>.empty())
    if (const Node* id = item.find("id"); id && id->kind == Node::Kind::Text && !id->text.empty())
      return std::string(noun_of<T>) + "/" + id->text;
  return path + "/#" + std::to_string(index + 1);
}

template <class T>
void read_value(const Node& node, const std::string& path, ReadLog& log, std::vector<T>& out) {
  if (node.kind != Node::Kind::List) return log.wrong_type(path, node, "a list: [ … ]");
  out.reserve(node.items.size());
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const Node& item = node.items[i];
    log.remember(path + "/#" + std::to_string(i + 1), item.line, item.column);
    read_value(item, item_path<T>(item, path, i), log, out.emplace_back());
  }
}

// The fields of one table, as folder_fields.h names them.
class FieldReader {
 public:
  FieldReader(const Node& table, std::string path, ReadLog& log)
      : table_(table), path_(std::move(path)), log_(log) {}

  template <class T>
  void required(std::string_view name, T& value) {
    if (!take(name, value))
      log_.fault("missing_field", path_, table_, "", {{"field", std::string(name)}});
  }
  template <class T>
  void optional(std::string_view name, T& value, const std::type_identity_t<T>& = {}) {
    take(name, value);
  }
  template <class T>
  void list(std::vector<T>& values) {
    known_.push_back(noun_of<T>);
    const Node* node = table_.find(noun_of<T>);
    if (node) read_value(*node, std::string(noun_of<T>), log_, values);
  }
  void end() { log_.unknown_fields(path_, table_, known_); }

 private:
  template <class T>
  bool take(std::string_view name, T& value) {
    known_.push_back(name);
    const Node* node = table_.find(name);
    if (!node) return false;
    std::string path = path_ + "/" + std::string(name);
    log_.remember(path, node->line, node->column);
    read_value(*node, path, log_, value);
    return true;
  }

  const Node& table_;
  std::string path_;
  ReadLog& log_;
  std::vector<std::string_view> known_;
};

template <class T>
  requires is_table<T>
void read_value(const Node& node, const std::string& path, ReadLog& log, T& out) {
  log.remember(path, node.line, node.column);
  if (node.kind != Node::Kind::Table) return log.wrong_type(path, node, "a table of fields");
  FieldReader fields(node, path, log);
  describe(fields, out);
  fields.end();
}

}  // namespace kontor::exchange
