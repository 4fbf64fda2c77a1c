#pragma once
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "exchange/folder_files.h"
#include "exchange/folder_tree.h"

namespace kontor::exchange {

// Lines longer than this are broken where TOML allows it.
inline constexpr std::size_t widest_line = 100;

// A value as it stands behind the "=" on one line.
std::string toml_value(const std::string& text);
std::string toml_value(const base::Text& text);
std::string toml_value(int number);
std::string toml_value(bool flag);
std::string toml_value(base::LocalDate date);
std::string toml_value(base::LocalDateTime time);
std::string toml_value(base::Decimal number);
std::string toml_value(base::Language language);
template <class Tag>
std::string toml_value(const base::Id<Tag>& id) {
  return toml_string(id.value);
}
template <class E>
  requires std::is_enum_v<E>
std::string toml_value(E value) {
  return toml_string(mission::word(value));
}
template <class T>
  requires is_table<T>
std::string toml_value(const T& table);
template <class T>
std::string toml_value(const std::vector<T>& values);
template <class T>
std::string toml_value(const std::optional<T>& value) {
  return toml_value(*value);
}

// The lines of one field, which may be one or several.
template <class T>
std::string toml_lines(std::string_view name, const T& value) {
  return std::string(name) + " = " + toml_value(value) + "\n";
}
std::string toml_lines(std::string_view name, const base::Text& text);
std::string toml_lines(std::string_view name, const std::vector<std::string>& items, bool broken);
template <class T>
std::string toml_lines(std::string_view name, const std::vector<T>& values) {
  std::vector<std::string> items;
  for (const T& value : values) items.push_back(toml_value(value));
  return toml_lines(name, items, is_table<T>);
}

// Whether a field says nothing and is left out.
template <class T>
bool is_blank(const T& value) {
  return value == T{};
}
template <class T>
bool is_blank(const std::optional<T>& value) {
  return !value.has_value();
}

// Writes the fields that folder_fields.h names: as lines, and after them the lists as tables.
class FieldWriter {
 public:
  template <class T>
  void required(std::string_view name, const T& value) {
    lines_ += toml_lines(name, value);
  }
  template <class T>
  void optional(std::string_view name, const T& value) {
    if (!is_blank(value)) lines_ += toml_lines(name, value);
  }
  template <class T>
  void optional(std::string_view name, const T& value, const std::type_identity_t<T>& normally) {
    if (value != normally) lines_ += toml_lines(name, value);
  }
  template <class T>
  void list(const std::vector<T>& values) {
    for (const T& value : values) {
      FieldWriter fields;
      describe(fields, value);
      tables_ += "\n[[" + std::string(noun_of<T>) + "]]\n" + fields.text();
    }
  }
  std::string text() const {
    return lines_.empty() && !tables_.empty() ? tables_.substr(1) : lines_ + tables_;
  }

 private:
  std::string lines_;
  std::string tables_;
};

// Writes fields between braces on one line.
class BraceWriter {
 public:
  template <class T>
  void required(std::string_view name, const T& value) {
    text_ += (text_.empty() ? "{ " : ", ") + std::string(name) + " = " + toml_value(value);
  }
  template <class T>
  void optional(std::string_view name, const T& value) {
    if (!is_blank(value)) required(name, value);
  }
  template <class T>
  void optional(std::string_view name, const T& value, const std::type_identity_t<T>& normally) {
    if (value != normally) required(name, value);
  }
  std::string text() const { return text_.empty() ? "{}" : text_ + " }"; }

 private:
  std::string text_;
};

// Writes the fields of one row, or the names of the columns.
class RowWriter {
 public:
  enum class What { Names, Cells };
  explicit RowWriter(What what) : what_(what) {}

  template <class T>
  void required(std::string_view name, const T& value) {
    add(what_ == What::Names ? std::string(name) : cell(value));
  }
  template <class T>
  void optional(std::string_view name, const T& value) {
    add(what_ == What::Names ? std::string(name) : is_blank(value) ? "" : cell(value));
  }
  template <class T>
  void optional(std::string_view name, const T& value, const std::type_identity_t<T>& normally) {
    add(what_ == What::Names ? std::string(name) : value == normally ? "" : cell(value));
  }
  std::string line() const { return line_ + "\n"; }

 private:
  template <class Tag>
  static std::string cell(const base::Id<Tag>& id) {
    return csv_cell(id.value);
  }
  static std::string cell(mission::WishLevel level) { return std::string(mission::word(level)); }
  static std::string cell(int number) { return toml_value(number); }
  static std::string cell(bool flag) { return toml_value(flag); }
  void add(const std::string& text) {
    if (columns_++ > 0) line_ += ',';
    line_ += text;
  }

  What what_;
  int columns_ = 0;
  std::string line_;
};

template <class T>
  requires is_table<T>
std::string toml_value(const T& table) {
  BraceWriter fields;
  describe(fields, table);
  return fields.text();
}

template <class T>
std::string toml_value(const std::vector<T>& values) {
  std::string out = "[";
  for (const T& value : values) out += (out.size() > 1 ? ", " : "") + toml_value(value);
  return out + "]";
}

}  // namespace kontor::exchange
