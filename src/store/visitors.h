#pragma once
#include <fmt/format.h>
#include <string>

#include "sql/connection.h"
#include "sql/error.h"
#include "store/columns_plan.h"
#include "store/fields.h"

// The visitors of columns.h: the names of columns, all fields written to a sink, all fields read.

namespace kontor::store {

// The names of the columns, in order.
class ColumnNames {
 public:
  std::vector<std::string> names;

  template <class T>
  void operator()(std::string_view column, const T&) {
    names.push_back(prefix_ + std::string(column));
  }
  void operator()(std::string_view column, const base::Text&) {
    for (const base::Language language : base::all_languages)
      names.push_back(fmt::format("{}{}_{}", prefix_, column, base::code(language)));
  }
  template <class Group>
  void part(std::string_view prefix, const Group& group) {
    const std::string outer = prefix_;
    prefix_ += std::string(prefix) + "_";
    columns(*this, group);
    prefix_ = outer;
  }
  template <class Group>
  void part(std::string_view prefix, const std::optional<Group>&) {
    const Group empty{};
    part(prefix, empty);
  }

 private:
  std::string prefix_;
};

template <class Noun>
std::vector<std::string> column_names() {
  ColumnNames visitor;
  const Noun empty{};
  columns(visitor, empty);
  return visitor.names;
}

// Gives every field to a sink.
template <Sink S>
class Writer {
 public:
  explicit Writer(S& sink) : sink_(sink) {}

  template <SingleText T>
  void operator()(std::string_view, const T& field) {
    sink_.text(text_of(field));
  }
  template <std::integral T>
  void operator()(std::string_view, const T& field) {
    sink_.integer(static_cast<std::int64_t>(field));
  }
  void operator()(std::string_view, const base::Text& text) {
    for (const base::Language language : base::all_languages) sink_.text(text.in(language));
  }
  template <class T>
  void operator()(std::string_view column, const std::optional<T>& field) {
    if (field)
      (*this)(column, *field);
    else
      sink_.null();
  }
  template <SingleText T>
  void operator()(std::string_view, const std::vector<T>& words) {
    std::string joined;
    for (const T& item : words) {
      if (!joined.empty()) joined += ' ';
      joined += text_of(item);
    }
    sink_.text(joined);
  }
  template <class List>
  void operator()(std::string_view, Lines<List> lines) {
    sink_.text(lines_text(to_lines(lines.list)));
  }
  template <class Group>
  void part(std::string_view, const Group& group) {
    columns(*this, group);
  }
  template <class Group>
  void part(std::string_view, const std::optional<Group>& group) {
    if (group) return columns(*this, *group);
    for (std::size_t n = column_names<Group>().size(); n > 0; --n) sink_.null();
  }

 private:
  S& sink_;
};

// Reads every field from the columns of a row, the first of which is `column`. Throws sql::Error
// Corrupt for what no Writer wrote.
class Reader {
 public:
  Reader(const sql::Query& row, std::string_view table, int column = 0)
      : row_(row), table_(table), column_(column) {}

  template <SingleText T>
  void operator()(std::string_view name, T& field) {
    if (!parse(row_.text(column_++), field)) fail(name);
  }
  template <std::integral T>
  void operator()(std::string_view, T& field) {
    field = static_cast<T>(row_.integer(column_++));
  }
  void operator()(std::string_view, base::Text& text) {
    for (const base::Language language : base::all_languages)
      text.set(language, row_.text(column_++));
  }
  template <class T>
  void operator()(std::string_view name, std::optional<T>& field) {
    if (row_.is_null(column_))
      ++column_;
    else
      (*this)(name, field.emplace());
  }
  template <SingleText T>
  void operator()(std::string_view name, std::vector<T>& words) {
    for (std::string& item : words_in(row_.text(column_++)))
      if (!parse(std::move(item), words.emplace_back())) fail(name);
  }
  template <class List>
  void operator()(std::string_view name, Lines<List> lines) {
    if (!from_lines(lines_of(row_.text(column_++)), lines.list)) fail(name);
  }
  template <class Group>
  void part(std::string_view, Group& group) {
    columns(*this, group);
  }
  template <class Group>
  void part(std::string_view, std::optional<Group>& group) {
    if (!row_.is_null(column_)) return columns(*this, group.emplace());
    column_ += static_cast<int>(column_names<Group>().size());
  }

 private:
  [[noreturn]] void fail(std::string_view name) const {
    throw sql::Error(sql::Fault::Corrupt,
                     fmt::format("{}.{} holds what Kontor never writes", table_, name));
  }

  const sql::Query& row_;
  std::string_view table_;
  int column_;
};

// A sink that binds the next parameters of a statement.
class Binder {
 public:
  explicit Binder(sql::Query& query) : query_(query) {}
  void null() { query_.bind(std::optional<std::int64_t>()); }
  void integer(std::int64_t value) { query_.bind(value); }
  void text(std::string_view value) { query_.bind(value); }

 private:
  sql::Query& query_;
};

}  // namespace kontor::store
