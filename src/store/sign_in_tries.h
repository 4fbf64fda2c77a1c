#pragma once
#include <optional>
#include <string>

#include "base/time.h"
#include "mission/keys.h"
#include "sql/connection.h"

// Attempts to sign in by mail. Only hashes are stored. All throw sql::Error; writers are called
// within Store::write.

namespace kontor::store {

// One attempt, begun in one browser. An attempt for an address without an account is stored all the
// same, with no account, so that it costs and answers the same.
struct SignInTry {
  std::string browser_hash;
  mission::MissionId mission;
  std::string account;  // empty: the address has none
  std::string mail_hash;
  std::string network;
  std::string code_hash;
  std::string link_hash;
  int tries_left = 0;
  base::Instant made_at{};
  base::Instant ends_at{};

  bool operator==(const SignInTry&) const = default;
};

// Adds it and forgets those made before `forget_before`.
void write_sign_in_try(sql::Connection& connection, const SignInTry& one,
                       base::Instant forget_before);
// How many were made since then for the address, and from the network.
int count_tries_of_mail(sql::Connection& connection, const std::string& mail_hash,
                        base::Instant since);
int count_tries_of_network(sql::Connection& connection, const std::string& network,
                           base::Instant since);
// The attempt of that browser, or with that link; nothing once it ended.
std::optional<SignInTry> find_try_of_browser(sql::Connection& connection,
                                             const std::string& browser_hash, base::Instant now);
std::optional<SignInTry> find_try_of_link(sql::Connection& connection, const std::string& link_hash,
                                          base::Instant now);
// After a wrong code: one try less. At 0, and with `end_try`, neither code nor link are good any
// more; the attempt still counts for the limits.
void count_wrong_code(sql::Connection& connection, const std::string& browser_hash);
void end_try(sql::Connection& connection, const std::string& browser_hash);

}  // namespace kontor::store
