#include "store/tokens.h"

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

void write_signed_in(sql::Connection& connection, const std::string& token_hash,
                     const SignedIn& signed_in, base::Instant now) {
  connection.run("DELETE FROM signed_in WHERE ends_at <= $1", text_of(now));
  const mission::Acting& acting = signed_in.acting;
  connection.run(
      "INSERT INTO signed_in (token_hash, mission, demo, role, agency, organisation, person, name, "
      "ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      token_hash, signed_in.mission.value, signed_in.demo, text_of(acting.role),
      acting.agency.value, acting.organisation.value, acting.person.value, acting.name,
      text_of(signed_in.ends_at));
}

std::optional<SignedIn> find_signed_in(sql::Connection& connection, const std::string& token_hash,
                                       base::Instant now) {
  sql::Query query = connection.query(
      "SELECT mission, demo, role, agency, organisation, person, name, ends_at FROM signed_in "
      "WHERE token_hash = $1 AND ends_at > $2",
      token_hash, text_of(now));
  if (!query.step()) return std::nullopt;
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
  return found;
}

void delete_signed_in(sql::Connection& connection, const std::string& token_hash) {
  connection.run("DELETE FROM signed_in WHERE token_hash = $1", token_hash);
}

void delete_demo_signed_in(sql::Connection& connection) {
  connection.run("DELETE FROM signed_in WHERE demo = 1");
}

}  // namespace kontor::store
