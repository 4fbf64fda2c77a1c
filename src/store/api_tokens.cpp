#include "store/api_tokens.h"

#include <fmt/format.h>

#include "store/visitors.h"

namespace kontor::store {

namespace {

constexpr std::string_view token_selection =
    "SELECT token_hash, id, account, name, scopes, api_version, made_at, ends_at, used_at "
    "FROM api_token WHERE mission = $1";

ApiToken token_of(const sql::Query& query) {
  ApiToken token;
  Reader reader(query, "api_token");
  reader("token_hash", token.token_hash);
  reader("id", token.id);
  reader("account", token.account);
  reader("name", token.name);
  reader("scopes", token.scopes);
  reader("api_version", token.api_version);
  reader("made_at", token.made_at);
  reader("ends_at", token.ends_at);
  constexpr int used_at = 8;
  if (query.text(used_at).empty()) return token;
  Reader used(query, "api_token", used_at);
  used("used_at", token.used_at.emplace());
  return token;
}

}  // namespace

void write_api_token(sql::Connection& connection, const mission::MissionId& mission,
                     const ApiToken& token, base::Instant forget_before) {
  connection.run("DELETE FROM api_token WHERE ends_at <= $1", text_of(forget_before));
  connection.run(
      "INSERT INTO api_token (token_hash, mission, id, account, name, scopes, api_version, "
      "made_at, "
      "ends_at, used_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      token.token_hash, mission.value, token.id, token.account, token.name, token.scopes,
      token.api_version, text_of(token.made_at), text_of(token.ends_at),
      token.used_at ? text_of(*token.used_at) : std::string());
}

std::vector<ApiToken> read_api_tokens(sql::Connection& connection,
                                      const mission::MissionId& mission,
                                      const std::string& account) {
  sql::Query query = connection.query(
      fmt::format("{} AND account = $2 ORDER BY made_at DESC, id", token_selection), mission.value,
      account);
  std::vector<ApiToken> tokens;
  while (query.step()) tokens.push_back(token_of(query));
  return tokens;
}

std::optional<ApiToken> find_api_token(sql::Connection& connection,
                                       const mission::MissionId& mission,
                                       const std::string& token_hash, base::Instant now) {
  sql::Query query =
      connection.query(fmt::format("{} AND token_hash = $2 AND ends_at > $3", token_selection),
                       mission.value, token_hash, text_of(now));
  if (!query.step()) return std::nullopt;
  return token_of(query);
}

void note_api_token_used(sql::Connection& connection, const std::string& token_hash,
                         base::Instant now) {
  connection.run("UPDATE api_token SET used_at = $2 WHERE token_hash = $1", token_hash,
                 text_of(now));
}

bool delete_api_token(sql::Connection& connection, const mission::MissionId& mission,
                      const std::string& account, const std::string& id) {
  return connection.run("DELETE FROM api_token WHERE mission = $1 AND account = $2 AND id = $3",
                        mission.value, account, id) > 0;
}

}  // namespace kontor::store
