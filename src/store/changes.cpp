#include "store/changes.h"

#include "base/check.h"
#include "store/visitors.h"

namespace kontor::store {

std::int64_t append_change(sql::Connection& connection, const mission::MissionId& mission,
                           const Change& change) {
  sql::Query query = connection.query(
      "INSERT INTO change (mission, number, at, author, role, verb, subject, detail, "
      "version_before, version_after, undoes) "
      "SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10 "
      "FROM change WHERE mission = $1 RETURNING number",
      mission.value, text_of(change.at), change.author, text_of(change.role), change.verb,
      change.subject, change.detail, change.version_before, change.version_after, change.undoes);
  CHECK(query.step());
  return query.integer(0);
}

namespace {

std::vector<Change> all_of(sql::Query query) {
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
    reader("version_before", change.version_before);
    reader("version_after", change.version_after);
    reader("undoes", change.undoes);
  }
  return changes;
}

}  // namespace

std::int64_t last_change(sql::Connection& connection, const mission::MissionId& mission) {
  sql::Query query = connection.query(
      "SELECT coalesce(max(number), 0) FROM change WHERE mission = $1", mission.value);
  query.step();
  return query.integer(0);
}

std::optional<Change> read_change(sql::Connection& connection, const mission::MissionId& mission,
                                  std::int64_t number) {
  auto found = read_changes_since(connection, mission, number - 1, 1);
  if (found.empty() || found.front().number != number) return std::nullopt;
  return std::move(found.front());
}

std::int64_t find_change_of_version(sql::Connection& connection, const mission::MissionId& mission,
                                    int version) {
  sql::Query query = connection.query(
      "SELECT coalesce(max(number), 0) FROM change WHERE mission = $1 AND version_after = $2",
      mission.value, version);
  query.step();
  return query.integer(0);
}

std::map<std::int64_t, std::int64_t> read_undoings(sql::Connection& connection,
                                                   const mission::MissionId& mission) {
  sql::Query query = connection.query(
      "SELECT number, undoes FROM change WHERE mission = $1 AND undoes > 0", mission.value);
  std::map<std::int64_t, std::int64_t> out;
  while (query.step()) out.emplace(query.integer(0), query.integer(1));
  return out;
}

std::vector<Change> read_changes_since(sql::Connection& connection,
                                       const mission::MissionId& mission, std::int64_t after,
                                       int limit) {
  return all_of(connection.query(
      "SELECT number, at, author, role, verb, subject, detail, version_before, version_after, "
      "undoes FROM change "
      "WHERE mission = $1 AND number > $2 ORDER BY number LIMIT $3",
      mission.value, after, limit));
}

std::vector<Change> read_changes(sql::Connection& connection, const mission::MissionId& mission,
                                 std::int64_t before, int limit) {
  return all_of(connection.query(
      "SELECT number, at, author, role, verb, subject, detail, version_before, version_after, "
      "undoes FROM change "
      "WHERE mission = $1 AND number < $2 ORDER BY number DESC LIMIT $3",
      mission.value, before, limit));
}

}  // namespace kontor::store
