#include "store/passkeys.h"

#include <fmt/format.h>

#include "store/visitors.h"

namespace kontor::store {

namespace {

constexpr std::string_view passkey_selection =
    "SELECT credential, account, name, algorithm, public_key, sign_count, made_at, used_at "
    "FROM passkey WHERE mission = $1";

Passkey passkey_of(const sql::Query& query) {
  Passkey passkey;
  Reader reader(query, "passkey");
  reader("credential", passkey.credential);
  reader("account", passkey.account);
  reader("name", passkey.name);
  reader("algorithm", passkey.algorithm);
  reader("public_key", passkey.public_key);
  reader("sign_count", passkey.sign_count);
  reader("made_at", passkey.made_at);
  reader("used_at", passkey.used_at);
  return passkey;
}

}  // namespace

void write_passkey(sql::Connection& connection, const mission::MissionId& mission,
                   const Passkey& passkey) {
  connection.run(
      "INSERT INTO passkey (credential, mission, account, name, algorithm, public_key, sign_count, "
      "made_at, used_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      passkey.credential, mission.value, passkey.account, passkey.name, passkey.algorithm,
      passkey.public_key, passkey.sign_count, text_of(passkey.made_at), text_of(passkey.used_at));
}

std::vector<Passkey> read_passkeys(sql::Connection& connection, const mission::MissionId& mission,
                                   const std::string& account) {
  sql::Query query = connection.query(
      fmt::format("{} AND account = $2 ORDER BY made_at, credential", passkey_selection),
      mission.value, account);
  std::vector<Passkey> passkeys;
  while (query.step()) passkeys.push_back(passkey_of(query));
  return passkeys;
}

std::optional<Passkey> find_passkey(sql::Connection& connection, const mission::MissionId& mission,
                                    const std::string& credential) {
  sql::Query query = connection.query(fmt::format("{} AND credential = $2", passkey_selection),
                                      mission.value, credential);
  if (!query.step()) return std::nullopt;
  return passkey_of(query);
}

bool knows_credential(sql::Connection& connection, const std::string& credential) {
  return connection.query("SELECT 1 FROM passkey WHERE credential = $1", credential).step();
}

int count_passkeys(sql::Connection& connection, const mission::MissionId& mission,
                   const std::string& account) {
  sql::Query query = connection.query(
      "SELECT COUNT(*) FROM passkey WHERE mission = $1 AND account = $2", mission.value, account);
  query.step();
  return static_cast<int>(query.integer(0));
}

std::map<std::string, int> passkey_counts(sql::Connection& connection,
                                          const mission::MissionId& mission) {
  sql::Query query = connection.query(
      "SELECT account, COUNT(*) FROM passkey WHERE mission = $1 GROUP BY account", mission.value);
  std::map<std::string, int> counts;
  while (query.step()) counts.emplace(query.text(0), static_cast<int>(query.integer(1)));
  return counts;
}

void note_passkey_used(sql::Connection& connection, const std::string& credential,
                       std::int64_t sign_count, base::Instant now) {
  connection.run("UPDATE passkey SET sign_count = $2, used_at = $3 WHERE credential = $1",
                 credential, sign_count, text_of(now));
}

void delete_passkey(sql::Connection& connection, const std::string& credential) {
  connection.run("DELETE FROM passkey WHERE credential = $1", credential);
}

int delete_passkeys(sql::Connection& connection, const mission::MissionId& mission,
                    const std::string& account) {
  return static_cast<int>(connection.run("DELETE FROM passkey WHERE mission = $1 AND account = $2",
                                         mission.value, account));
}

void write_challenge(sql::Connection& connection, const Challenge& challenge, base::Instant now) {
  connection.run("DELETE FROM challenge WHERE ends_at <= $1", text_of(now));
  connection.run(
      "INSERT INTO challenge (hash, mission, kind, account, detail, ends_at) "
      "VALUES ($1, $2, $3, $4, $5, $6)",
      challenge.hash, challenge.mission.value, challenge.kind, challenge.account, challenge.detail,
      text_of(challenge.ends_at));
}

int count_challenges(sql::Connection& connection, const std::string& kind,
                     const std::string& detail, base::Instant now) {
  sql::Query query = connection.query(
      "SELECT COUNT(*) FROM challenge WHERE kind = $1 AND detail = $2 AND ends_at > $3", kind,
      detail, text_of(now));
  query.step();
  return static_cast<int>(query.integer(0));
}

std::optional<Challenge> take_challenge(sql::Connection& connection, const std::string& hash,
                                        base::Instant now) {
  Challenge challenge;
  {
    sql::Query query = connection.query(
        "SELECT hash, mission, kind, account, detail, ends_at FROM challenge "
        "WHERE hash = $1 AND ends_at > $2",
        hash, text_of(now));
    if (!query.step()) return std::nullopt;
    Reader reader(query, "challenge");
    reader("hash", challenge.hash);
    reader("mission", challenge.mission);
    reader("kind", challenge.kind);
    reader("account", challenge.account);
    reader("detail", challenge.detail);
    reader("ends_at", challenge.ends_at);
  }
  connection.run("DELETE FROM challenge WHERE hash = $1", hash);
  return challenge;
}

}  // namespace kontor::store
