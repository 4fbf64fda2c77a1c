#include "store/changes.h"

#include "base/check.h"
#include "store/visitors.h"

namespace kontor::store {

std::int64_t append_change(sql::Connection& connection, const mission::MissionId& mission,
                           const Change& change) {
  sql::Query query = connection.query(
      "INSERT INTO change (mission, number, at, author, role, verb, subject, detail) "
      "SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 "
      "FROM change WHERE mission = $1 RETURNING number",
      mission.value, text_of(change.at), change.author, text_of(change.role), change.verb,
      change.subject, change.detail);
  CHECK(query.step());
  return query.integer(0);
}

std::vector<Change> read_changes(sql::Connection& connection, const mission::MissionId& mission,
                                 std::int64_t before, int limit) {
  sql::Query query = connection.query(
      "SELECT number, at, author, role, verb, subject, detail FROM change "
      "WHERE mission = $1 AND number < $2 ORDER BY number DESC LIMIT $3",
      mission.value, before, limit);
  std::vector<Change> changes;
  while (query.step()) {
    Change& change = changes.emplace_back();
    Reader reader(query, "change");
    reader("number", change.number);
    reader("at", change.at);
    reader("author", change.author);
    reader("role", change.role);
    reader("verb", change.verb);
    reader("subject", change.subject);
    reader("detail", change.detail);
  }
  return changes;
}

}  // namespace kontor::store
