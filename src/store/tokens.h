#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "mission/acting.h"
#include "mission/keys.h"
#include "sql/connection.h"

// Secret tokens, of which the database knows only the hash. All throw sql::Error.

namespace kontor::store {

// Adds a calendar link of `person` and ends all but their latest `keep`.
void write_feed_link(sql::Connection& connection, const mission::MissionId& mission,
                     const mission::PersonId& person, const std::string& token_hash,
                     base::Instant made_at, int keep);
// How many links of `person` were ended.
int delete_feed_links(sql::Connection& connection, const mission::MissionId& mission,
                      const mission::PersonId& person);
// Whose link of `mission` has that hash.
std::optional<mission::PersonId> find_feed_link(sql::Connection& connection,
                                                const mission::MissionId& mission,
                                                const std::string& token_hash);

// A reader who signed in.
struct SignedIn {
  mission::MissionId mission;  // for which alone it holds; empty: before any was loaded
  bool demo = false;           // by a link of the demo
  mission::Acting acting;
  std::string id;       // names the session to its owner; no secret
  std::string account;  // empty: of the demo, or by a guest's link
  std::string way;      // how: "demo", "mail", "passkey" …
  std::string agent;    // the browser, as it calls itself
  base::Instant made_at{};
  base::Instant seen_at{};
  base::Instant ends_at{};
  std::optional<mission::Acting> seen_as;  // whose view they look at instead of their own

  bool operator==(const SignedIn&) const = default;
};

// Adds a signed-in reader and forgets those whose time ended before `now`.
void write_signed_in(sql::Connection& connection, const std::string& token_hash,
                     const SignedIn& signed_in, base::Instant now);
std::optional<SignedIn> find_signed_in(sql::Connection& connection, const std::string& token_hash,
                                       base::Instant now);
// Those of one account, latest first.
std::vector<SignedIn> read_signed_in(sql::Connection& connection, const mission::MissionId& mission,
                                     const std::string& account, base::Instant now);
void note_seen(sql::Connection& connection, const std::string& token_hash, base::Instant now);
void write_seen_as(sql::Connection& connection, const std::string& token_hash,
                   const std::optional<mission::Acting>& seen_as);
void delete_signed_in(sql::Connection& connection, const std::string& token_hash);
// Whether the account had a session of that id.
bool delete_session(sql::Connection& connection, const std::string& account, const std::string& id);
void delete_sessions(sql::Connection& connection, const mission::MissionId& mission,
                     const std::string& account);
void delete_demo_signed_in(sql::Connection& connection);

}  // namespace kontor::store
