#include "store/remarks.h"

#include <fmt/format.h>

#include "store/visitors.h"

namespace kontor::store {

namespace {

constexpr std::string_view remark_selection =
    "SELECT person, subject, topic, value, made_at FROM remark WHERE mission = $1";

std::vector<Remark> remarks_of(sql::Query& query) {
  std::vector<Remark> remarks;
  while (query.step()) {
    Remark& one = remarks.emplace_back();
    Reader reader(query, "remark");
    reader("person", one.person);
    reader("subject", one.subject);
    reader("topic", one.topic);
    reader("value", one.value);
    reader("made_at", one.made_at);
  }
  return remarks;
}

}  // namespace

void write_remark(sql::Connection& connection, const mission::MissionId& mission,
                  const Remark& remark) {
  if (remark.value.empty()) {
    connection.run(
        "DELETE FROM remark WHERE mission = $1 AND person = $2 AND subject = $3 AND topic = $4",
        mission.value, remark.person.value, remark.subject, remark.topic);
    return;
  }
  connection.run(
      "INSERT INTO remark (mission, person, subject, topic, value, made_at) "
      "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (mission, person, subject, topic) DO UPDATE "
      "SET value = excluded.value, made_at = excluded.made_at",
      mission.value, remark.person.value, remark.subject, remark.topic, remark.value,
      text_of(remark.made_at));
}

std::vector<Remark> read_remarks(sql::Connection& connection, const mission::MissionId& mission,
                                 const mission::PersonId& person) {
  sql::Query query =
      connection.query(fmt::format("{} AND person = $2 ORDER BY subject, topic", remark_selection),
                       mission.value, person.value);
  return remarks_of(query);
}

std::vector<Remark> read_all_remarks(sql::Connection& connection,
                                     const mission::MissionId& mission) {
  sql::Query query = connection.query(
      fmt::format("{} ORDER BY made_at DESC, person, subject, topic", remark_selection),
      mission.value);
  return remarks_of(query);
}

int delete_remarks(sql::Connection& connection, const mission::MissionId& mission,
                   const mission::PersonId& person) {
  return static_cast<int>(connection.run("DELETE FROM remark WHERE mission = $1 AND person = $2",
                                         mission.value, person.value));
}

}  // namespace kontor::store
