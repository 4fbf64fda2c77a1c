#include "store/tokens.h"

#include <fmt/format.h>

#include "store/visitors.h"

namespace kontor::store {

void write_feed_link(sql::Connection& connection, const mission::MissionId& mission,
                     const mission::PersonId& person, const std::string& token_hash,
                     base::Instant made_at, int keep) {
  connection.run(
      "INSERT INTO feed_link (token_hash, mission, person, made_at) VALUES ($1, $2, $3, $4)",
      token_hash, mission.value, person.value, text_of(made_at));
  connection.run(
      "DELETE FROM feed_link WHERE mission = $1 AND person = $2 AND token_hash NOT IN "
      "(SELECT token_hash FROM feed_link WHERE mission = $1 AND person = $2 "
      "ORDER BY made_at DESC, token_hash = $3 DESC LIMIT $4)",
      mission.value, person.value, token_hash, keep);
}

int delete_feed_links(sql::Connection& connection, const mission::MissionId& mission,
                      const mission::PersonId& person) {
  return static_cast<int>(connection.run("DELETE FROM feed_link WHERE mission = $1 AND person = $2",
                                         mission.value, person.value));
}

std::optional<mission::PersonId> find_feed_link(sql::Connection& connection,
                                                const mission::MissionId& mission,
                                                const std::string& token_hash) {
  sql::Query query =
      connection.query("SELECT person FROM feed_link WHERE token_hash = $1 AND mission = $2",
                       token_hash, mission.value);
  if (!query.step()) return std::nullopt;
  return mission::PersonId{query.text(0)};
}

namespace {

constexpr std::string_view signed_in_columns =
    "mission, demo, role, agency, organisation, person, name, ends_at, id, account, way, agent, "
    "made_at, seen_at, as_role, as_agency, as_organisation, as_person, as_name";

SignedIn read_session(const sql::Query& query) {
  SignedIn found;
  Reader reader(query, "signed_in");
  reader("mission", found.mission);
  reader("demo", found.demo);
  reader("role", found.acting.role);
  reader("agency", found.acting.agency);
  reader("organisation", found.acting.organisation);
  reader("person", found.acting.person);
  reader("name", found.acting.name);
  reader("ends_at", found.ends_at);
  reader("id", found.id);
  reader("account", found.account);
  reader("way", found.way);
  reader("agent", found.agent);
  reader("made_at", found.made_at);
  reader("seen_at", found.seen_at);
  if (query.text(14).empty()) return found;
  Reader seen_as(query, "signed_in", 14);
  mission::Acting& acting = found.seen_as.emplace();
  seen_as("as_role", acting.role);
  seen_as("as_agency", acting.agency);
  seen_as("as_organisation", acting.organisation);
  seen_as("as_person", acting.person);
  seen_as("as_name", acting.name);
  return found;
}

}  // namespace

void write_signed_in(sql::Connection& connection, const std::string& token_hash,
                     const SignedIn& signed_in, base::Instant now) {
  connection.run("DELETE FROM signed_in WHERE ends_at <= $1", text_of(now));
  const mission::Acting& acting = signed_in.acting;
  connection.run(
      "INSERT INTO signed_in (token_hash, mission, demo, role, agency, organisation, person, name, "
      "ends_at, id, account, way, agent, made_at, seen_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
      token_hash, signed_in.mission.value, signed_in.demo, text_of(acting.role),
      acting.agency.value, acting.organisation.value, acting.person.value, acting.name,
      text_of(signed_in.ends_at), signed_in.id, signed_in.account, signed_in.way, signed_in.agent,
      text_of(signed_in.made_at), text_of(signed_in.seen_at));
  write_seen_as(connection, token_hash, signed_in.seen_as);
}

std::optional<SignedIn> find_signed_in(sql::Connection& connection, const std::string& token_hash,
                                       base::Instant now) {
  sql::Query query = connection.query(
      fmt::format("SELECT {} FROM signed_in WHERE token_hash = $1 AND ends_at > $2",
                  signed_in_columns),
      token_hash, text_of(now));
  if (!query.step()) return std::nullopt;
  return read_session(query);
}

std::vector<SignedIn> read_signed_in(sql::Connection& connection, const mission::MissionId& mission,
                                     const std::string& account, base::Instant now) {
  sql::Query query = connection.query(
      fmt::format("SELECT {} FROM signed_in WHERE mission = $1 AND account = $2 AND ends_at > $3 "
                  "ORDER BY made_at DESC, id",
                  signed_in_columns),
      mission.value, account, text_of(now));
  std::vector<SignedIn> sessions;
  while (query.step()) sessions.push_back(read_session(query));
  return sessions;
}

void note_seen(sql::Connection& connection, const std::string& token_hash, base::Instant now) {
  connection.run("UPDATE signed_in SET seen_at = $2 WHERE token_hash = $1", token_hash,
                 text_of(now));
}

void write_seen_as(sql::Connection& connection, const std::string& token_hash,
                   const std::optional<mission::Acting>& seen_as) {
  const mission::Acting acting = seen_as.value_or(mission::Acting{});
  connection.run(
      "UPDATE signed_in SET as_role = $2, as_agency = $3, as_organisation = $4, as_person = $5, "
      "as_name = $6 WHERE token_hash = $1",
      token_hash, seen_as ? text_of(acting.role) : std::string_view(), acting.agency.value,
      acting.organisation.value, acting.person.value, acting.name);
}

bool delete_session(sql::Connection& connection, const std::string& account,
                    const std::string& id) {
  return connection.run("DELETE FROM signed_in WHERE account = $1 AND id = $2", account, id) > 0;
}

void delete_sessions(sql::Connection& connection, const mission::MissionId& mission,
                     const std::string& account) {
  connection.run("DELETE FROM signed_in WHERE mission = $1 AND account = $2", mission.value,
                 account);
}

void delete_signed_in(sql::Connection& connection, const std::string& token_hash) {
  connection.run("DELETE FROM signed_in WHERE token_hash = $1", token_hash);
}

void delete_demo_signed_in(sql::Connection& connection) {
  connection.run("DELETE FROM signed_in WHERE demo = 1");
}

}  // namespace kontor::store
