#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "mission/keys.h"
#include "sql/connection.h"

// Passkeys of accounts, and the challenges that prove them. All throw sql::Error; writers are
// called within Store::write.

namespace kontor::store {

struct Passkey {
  std::string credential;  // its id, in base64 for addresses
  std::string account;
  std::string name;  // as its owner calls it
  int algorithm = 0;
  std::string public_key;  // in base64 for addresses
  std::int64_t sign_count = 0;
  base::Instant made_at{};
  base::Instant used_at{};

  bool operator==(const Passkey&) const = default;
};

// Adds it. Throws sql::Error Unique where the credential is known.
void write_passkey(sql::Connection& connection, const mission::MissionId& mission,
                   const Passkey& passkey);
// Those of one account, in the order in which they were made.
std::vector<Passkey> read_passkeys(sql::Connection& connection, const mission::MissionId& mission,
                                   const std::string& account);
std::optional<Passkey> find_passkey(sql::Connection& connection, const mission::MissionId& mission,
                                    const std::string& credential);
// Whether any account of any mission has it.
bool knows_credential(sql::Connection& connection, const std::string& credential);
int count_passkeys(sql::Connection& connection, const mission::MissionId& mission,
                   const std::string& account);
// Of every account that has any.
std::map<std::string, int> passkey_counts(sql::Connection& connection,
                                          const mission::MissionId& mission);
void note_passkey_used(sql::Connection& connection, const std::string& credential,
                       std::int64_t sign_count, base::Instant now);
void delete_passkey(sql::Connection& connection, const std::string& credential);
// How many were deleted.
int delete_passkeys(sql::Connection& connection, const mission::MissionId& mission,
                    const std::string& account);

// A question that is good for one answer. Only its hash is stored.
struct Challenge {
  std::string hash;
  mission::MissionId mission;
  std::string kind;
  std::string account;  // of whom it is asked; empty: of anybody
  std::string detail;
  base::Instant ends_at{};

  bool operator==(const Challenge&) const = default;
};

// Adds it and forgets those that ended before `now`.
void write_challenge(sql::Connection& connection, const Challenge& challenge, base::Instant now);
// How many of that kind and detail are good.
int count_challenges(sql::Connection& connection, const std::string& kind,
                     const std::string& detail, base::Instant now);
// The challenge with that hash, which is used up with that; nothing once it ended.
std::optional<Challenge> take_challenge(sql::Connection& connection, const std::string& hash,
                                        base::Instant now);

}  // namespace kontor::store
