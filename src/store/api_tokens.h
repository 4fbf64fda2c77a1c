#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "mission/keys.h"
#include "sql/connection.h"

// Tokens with which programs act for an account. All throw sql::Error; writers are called within
// Store::write.

namespace kontor::store {

struct ApiToken {
  std::string token_hash;
  std::string id;  // names it to its owner; no secret
  std::string account;
  std::string name;
  std::string scopes;       // "read" or "write"
  std::string api_version;  // that it was made for
  base::Instant made_at{};
  base::Instant ends_at{};
  std::optional<base::Instant> used_at;  // nothing: never

  bool operator==(const ApiToken&) const = default;
};

// Adds it and forgets those that ended before `forget_before`.
void write_api_token(sql::Connection& connection, const mission::MissionId& mission,
                     const ApiToken& token, base::Instant forget_before);
// Those of one account, latest first, with those that ended.
std::vector<ApiToken> read_api_tokens(sql::Connection& connection,
                                      const mission::MissionId& mission,
                                      const std::string& account);
// Nothing once it ended.
std::optional<ApiToken> find_api_token(sql::Connection& connection,
                                       const mission::MissionId& mission,
                                       const std::string& token_hash, base::Instant now);
void note_api_token_used(sql::Connection& connection, const std::string& token_hash,
                         base::Instant now);
// Whether the account had one of that id.
bool delete_api_token(sql::Connection& connection, const mission::MissionId& mission,
                      const std::string& account, const std::string& id);

}  // namespace kontor::store
