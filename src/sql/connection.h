#pragma once
#include <concepts>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sql/driver.h"

namespace kontor::sql {

// A prepared statement in use; gives it back when destroyed.
class Query {
 public:
  template <class... Values>
  Query(std::unique_ptr<Statement> statement, std::vector<std::unique_ptr<Statement>>& idle,
        const Values&... values)
      : statement_(std::move(statement)), idle_(idle) {
    (bind(values), ...);
  }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query();

  // Binds the next parameter: $1 with the first call.
  void bind(std::string_view value) { statement_->bind(++bound_, value); }
  template <std::integral Whole>
  void bind(Whole value) {
    statement_->bind(++bound_, static_cast<std::int64_t>(value));
  }
  template <class T>
  void bind(const std::optional<T>& value) {
    if (value)
      bind(*value);
    else
      statement_->bind_null(++bound_);
  }

  bool step() { return statement_->step(); }
  void again();  // to bind and step once more

  int columns() const { return statement_->columns(); }
  std::string name(int column) const { return std::string(statement_->name(column)); }
  // Columns of the row that step() found, counted from 0.
  bool is_null(int column) const { return statement_->is_null(column); }
  std::int64_t integer(int column) const { return statement_->integer(column); }
  std::string text(int column) const { return std::string(statement_->text(column)); }
  std::optional<std::int64_t> optional_integer(int column) const;
  std::optional<std::string> optional_text(int column) const;  // NULL: nothing

 private:
  std::unique_ptr<Statement> statement_;
  std::vector<std::unique_ptr<Statement>>& idle_;
  int bound_ = 0;
};

// An open database, used by one thread at a time. Prepared statements are kept by their text.
// All of it throws Error.
class Connection {
 public:
  explicit Connection(std::unique_ptr<Driver> driver) : driver_(std::move(driver)) {}

  // `sql` with its parameters, ready to step() through.
  template <class... Values>
  Query query(std::string_view sql, const Values&... values) {
    return Query(take(sql), idle_for(sql), values...);
  }

  // Runs `sql` to its end; the number of rows that it inserted, updated or deleted.
  template <class... Values>
  std::int64_t run(std::string_view sql, const Values&... values) {
    Query made(take(sql), idle_for(sql), values...);
    while (made.step()) {
    }
    return driver_->changed_rows();
  }

  void run_script(const std::string& sql) { driver_->run_script(sql); }
  void make_append_only(const std::string& table) { driver_->make_append_only(table); }
  void begin_write() { driver_->begin_write(); }
  void begin_read() { driver_->begin_read(); }
  std::string_view skip_locked() const { return driver_->skip_locked(); }
  void announce() { driver_->announce(); }
  bool wait_for_news(std::chrono::milliseconds most) { return driver_->wait_for_news(most); }
  std::optional<std::int64_t> version() { return driver_->version(); }

 private:
  std::unique_ptr<Statement> take(std::string_view sql);
  std::vector<std::unique_ptr<Statement>>& idle_for(std::string_view sql);

  std::unique_ptr<Driver> driver_;
  std::map<std::string, std::vector<std::unique_ptr<Statement>>, std::less<>> idle_;
};

}  // namespace kontor::sql
