#include "store/sensitive.h"

#include <fmt/format.h>

#include "store/visitors.h"

namespace kontor::store {

namespace {

constexpr std::string_view sensitive_selection =
    "SELECT person, field, sealed, purpose, purge_on, made_at FROM sensitive_field "
    "WHERE mission = $1";

std::vector<SensitiveField> fields_of(sql::Query& query) {
  std::vector<SensitiveField> fields;
  while (query.step()) {
    SensitiveField& one = fields.emplace_back();
    Reader reader(query, "sensitive_field");
    reader("person", one.person);
    reader("field", one.field);
    reader("sealed", one.sealed);
    reader("purpose", one.purpose);
    reader("purge_on", one.purge_on);
    reader("made_at", one.made_at);
  }
  return fields;
}

}  // namespace

void write_sensitive(sql::Connection& connection, const mission::MissionId& mission,
                     const SensitiveField& field) {
  connection.run(
      "INSERT INTO sensitive_field (mission, person, field, sealed, purpose, purge_on, made_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (mission, person, field) DO UPDATE SET "
      "sealed = excluded.sealed, purpose = excluded.purpose, purge_on = excluded.purge_on, "
      "made_at = excluded.made_at",
      mission.value, field.person.value, field.field, field.sealed, field.purpose,
      text_of(field.purge_on), text_of(field.made_at));
}

std::vector<SensitiveField> read_sensitive(sql::Connection& connection,
                                           const mission::MissionId& mission,
                                           const mission::PersonId& person) {
  sql::Query query =
      connection.query(fmt::format("{} AND person = $2 ORDER BY field", sensitive_selection),
                       mission.value, person.value);
  return fields_of(query);
}

std::vector<SensitiveField> due_sensitive(sql::Connection& connection,
                                          const mission::MissionId& mission,
                                          base::LocalDate today) {
  sql::Query query = connection.query(
      fmt::format("{} AND purge_on <= $2 ORDER BY person, field", sensitive_selection),
      mission.value, text_of(today));
  return fields_of(query);
}

void purge_sensitive(sql::Connection& connection, const mission::MissionId& mission,
                     const SensitiveField& field, base::Instant now, const std::string& cause) {
  connection.run("DELETE FROM sensitive_field WHERE mission = $1 AND person = $2 AND field = $3",
                 mission.value, field.person.value, field.field);
  connection.run(
      "INSERT INTO purge_record (mission, number, person, field, purpose, purge_on, purged_at, "
      "cause) SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 "
      "FROM purge_record WHERE mission = $1",
      mission.value, field.person.value, field.field, field.purpose, text_of(field.purge_on),
      text_of(now), cause);
}

std::vector<PurgeRecord> read_purge_records(sql::Connection& connection,
                                            const mission::MissionId& mission, int limit) {
  sql::Query query = connection.query(
      "SELECT number, person, field, purpose, purge_on, purged_at, cause FROM purge_record "
      "WHERE mission = $1 ORDER BY number DESC LIMIT $2",
      mission.value, limit);
  std::vector<PurgeRecord> records;
  while (query.step()) {
    PurgeRecord& one = records.emplace_back();
    Reader reader(query, "purge_record");
    reader("number", one.number);
    reader("person", one.person);
    reader("field", one.field);
    reader("purpose", one.purpose);
    reader("purge_on", one.purge_on);
    reader("purged_at", one.purged_at);
    reader("cause", one.cause);
  }
  return records;
}

std::string read_key_fingerprint(sql::Connection& connection) {
  sql::Query query = connection.query("SELECT fingerprint FROM sealing_key");
  return query.step() ? query.text(0) : std::string();
}

void write_key_fingerprint(sql::Connection& connection, const std::string& fingerprint) {
  connection.run("INSERT INTO sealing_key (one, fingerprint) VALUES (1, $1)", fingerprint);
}

int erase_letters(sql::Connection& connection, const mission::MissionId& mission,
                  const mission::PersonId& person) {
  connection.run("DELETE FROM told WHERE mission = $1 AND person = $2", mission.value,
                 person.value);
  return static_cast<int>(
      connection.run("DELETE FROM letter WHERE mission = $1 AND person = $2 AND person <> ''",
                     mission.value, person.value));
}

}  // namespace kontor::store
