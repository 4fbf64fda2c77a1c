#include "store/locks.h"

namespace kontor::store {

std::vector<std::string> read_locks(sql::Connection& connection,
                                    const mission::MissionId& mission) {
  sql::Query query = connection.query("SELECT lock FROM plan_lock WHERE mission = $1 ORDER BY lock",
                                      mission.value);
  std::vector<std::string> locks;
  while (query.step()) locks.push_back(query.text(0));
  return locks;
}

void write_lock(sql::Connection& connection, const mission::MissionId& mission,
                const std::string& lock) {
  connection.run("INSERT INTO plan_lock (mission, lock) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                 mission.value, lock);
}

int delete_lock(sql::Connection& connection, const mission::MissionId& mission,
                const std::string& lock) {
  return static_cast<int>(connection.run("DELETE FROM plan_lock WHERE mission = $1 AND lock = $2",
                                         mission.value, lock));
}

namespace {

constexpr int kept_undos = 20;

}  // namespace

void write_undo(sql::Connection& connection, const mission::MissionId& mission, const Undo& undo) {
  connection.run(
      "INSERT INTO undo_before (mission, version, version_before, author, text) "
      "SELECT mission, version, version_before, author, text FROM undo WHERE mission = $1",
      mission.value);
  connection.run(
      "DELETE FROM undo_before WHERE mission = $1 AND version <= "
      "(SELECT max(version) FROM undo_before WHERE mission = $1) - $2",
      mission.value, kept_undos);
  connection.run("DELETE FROM undo WHERE mission = $1", mission.value);
  connection.run(
      "INSERT INTO undo (mission, version, version_before, author, text) "
      "VALUES ($1, $2, $3, $4, $5)",
      mission.value, undo.version, undo.version_before, undo.author, undo.text);
}

std::vector<Undo> read_undos(sql::Connection& connection, const mission::MissionId& mission) {
  sql::Query query = connection.query(
      "SELECT version, version_before, author FROM undo WHERE mission = $1 UNION ALL "
      "SELECT version, version_before, author FROM undo_before WHERE mission = $1 "
      "ORDER BY version DESC",
      mission.value);
  std::vector<Undo> undos;
  while (query.step())
    undos.push_back({static_cast<int>(query.integer(0)),
                     static_cast<int>(query.integer(1)),
                     query.text(2),
                     {}});
  return undos;
}

std::string read_undo_text(sql::Connection& connection, const mission::MissionId& mission,
                           int version) {
  sql::Query query = connection.query(
      "SELECT text FROM undo WHERE mission = $1 AND version = $2 UNION ALL "
      "SELECT text FROM undo_before WHERE mission = $1 AND version = $2",
      mission.value, version);
  return query.step() ? query.text(0) : "";
}

}  // namespace kontor::store
