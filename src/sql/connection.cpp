#include "sql/connection.h"

namespace kontor::sql {

Query::~Query() {
  statement_->reset();
  idle_.push_back(std::move(statement_));
}

void Query::again() {
  statement_->reset();
  bound_ = 0;
}

std::optional<std::int64_t> Query::optional_integer(int column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

std::optional<std::string> Query::optional_text(int column) const {
  if (is_null(column)) return std::nullopt;
  return text(column);
}

std::unique_ptr<Statement> Connection::take(std::string_view sql) {
  auto& idle = idle_for(sql);
  if (idle.empty()) return driver_->prepare(sql);
  std::unique_ptr<Statement> statement = std::move(idle.back());
  idle.pop_back();
  return statement;
}

std::vector<std::unique_ptr<Statement>>& Connection::idle_for(std::string_view sql) {
  const auto found = idle_.find(sql);
  return found != idle_.end() ? found->second : idle_[std::string(sql)];
}

}  // namespace kontor::sql
