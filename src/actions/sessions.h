#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "mission/acting.h"
#include "store/tokens.h"

// Who is signed in. A session ends when nobody uses it, and at the latest some time after it began;
// sessions of the office, which see more, end sooner.

namespace kontor::actions {

struct Lifetime {
  std::chrono::seconds idle;
  std::chrono::seconds absolute;
};
Lifetime lifetime_of(mission::Role role);

enum class SignedInBy { Proof, DemoLink };

// Signs `acting` in to the served mission; the token is for their cookie: 64 hexadecimal digits of
// which only the hash is stored. Who calls this has proved who they are.
std::string create_session(Context& context, const mission::Acting& acting,
                           SignedInBy by = SignedInBy::Proof);

// How the holder of an account signed in, and in which browser.
struct SignIn {
  std::string account;
  std::string way;
  std::string agent;         // as the browser calls itself; at most 200 bytes are kept
  std::string former_token;  // of a session that this one replaces; empty: none
};
std::string create_session(Context& context, const mission::Acting& acting, const SignIn& sign_in);

// Whether that way of signing in is proof enough for the roles that need a passkey.
bool is_strong(std::string_view way);

// Where and in whose place somebody signs in.
struct SignInPlace {
  std::string agent;         // the browser's own name
  std::string former_token;  // of the session that ends with it; empty: none
};

struct Session {
  mission::Acting acting;  // whose rights hold: those of the role seen as, while one is
  mission::Acting own;
  std::string id;
  std::string account;
  std::string way;
  bool viewing = false;  // as another role: nothing may be changed
  // The account whose role needs a passkey that was not shown yet; empty: none is waited for. The
  // session holds no right until then: acting and own are nobody's, account is empty.
  std::string waiting;
  bool first_passkey = false;  // the waiting account has none: it may make one
  // Until then find_session says the same while the database does not change; the past: not at all.
  base::Instant same_until{};

  bool operator==(const Session&) const = default;
};

// Who is signed in with `token`; nothing for unknown, ended and outlived ones, those of another
// mission, and those by demo link once the mission holds no invented data. Notes that it is used.
std::optional<Session> find_session(Context& context, const std::string& token);

void end_session(Context& context, const std::string& token);

// The sessions of one's own account, latest first; by demo link none.
std::vector<store::SignedIn> own_sessions(Context& context, const Session& session);
// Ends one of them. Refused: Missing.
Outcome<void> end_own_session(Context& context, const Session& session, const std::string& id);

// Looks at the mission as somebody of another role would, without changing anything. An adviser
// needs an agency, a delegate and a host a person. Logged. Refused: Denied, Issues, Conflict
// no_mission.
Outcome<void> view_as(Context& context, const std::string& token, const mission::Acting& seen_as);
// Back to one's own rights.
Outcome<void> end_view_as(Context& context, const std::string& token);

}  // namespace kontor::actions
