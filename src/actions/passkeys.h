#pragma once
#include <map>
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "actions/sessions.h"
#include "store/passkeys.h"

// Passkeys (W3C Web Authentication): a key pair for each device of a person, of which the database
// knows the public half. Coordinators, protocol and press need one; anybody may have some.

namespace kontor::actions {

struct PasskeyLimits {
  static constexpr std::chrono::minutes good_for{5};
  static constexpr int of_account = 20;
  static constexpr int of_network = 300;  // sign-ins begun within that time
};

// What a browser is asked to sign. Good for one answer of that browser.
struct PasskeyQuestion {
  std::string browser_token;       // for a cookie
  std::string challenge;           // in base64 for addresses
  std::string relying_party;       // the domain that passkeys are for
  std::string account;             // of a new passkey; empty when somebody signs in
  std::string name;                // its holder's
  std::vector<std::string> known;  // credentials that the account has already
  base::Instant ends_at{};
};

// What came back, in base64 for addresses. `credential` and `signature` are of a sign-in only.
struct PasskeyAnswer {
  std::string client_data;
  std::string authenticator_data;
  std::string credential;
  std::string signature;
};

// Where the browser is: "https://kontor.example".
struct PasskeyPlace {
  std::string origin;
  std::string browser_token;
  SignInPlace sign_in;
};

// Asks for a new passkey of whoever is signed in with an account, or waits for its first passkey.
// Refused: Denied, Conflict no_mission or too_many_passkeys.
Outcome<PasskeyQuestion> begin_passkey(Context& context, const Session& session,
                                       const std::string& origin);
// Keeps it under that name. The token of a session that holds all rights where the one before
// waited for a passkey; "" otherwise. Logged. Refused: Denied, Issues, Conflict wrong_passkey (a
// wrong, used or old challenge, another origin, no verified person: all the same).
Outcome<std::string> add_passkey(Context& context, const Session& session,
                                 const PasskeyAnswer& answer, const std::string& name,
                                 const PasskeyPlace& place);

// Refused: Conflict no_mission or too_many_tries.
Outcome<PasskeyQuestion> begin_passkey_sign_in(Context& context, const std::string& origin,
                                               const std::string& network);
// A session token. Refused: Conflict wrong_passkey, as above, and for an unknown credential, a
// wrong signature, and a counter that went back: then there are two of that key.
Outcome<std::string> sign_in_by_passkey(Context& context, const PasskeyAnswer& answer,
                                        const PasskeyPlace& place);

// One's own, in the order in which they were made; none without an account.
std::vector<store::Passkey> own_passkeys(Context& context, const Session& session);
// Ends one of them, by id_of(). Logged. Refused: Missing, Conflict last_passkey for roles that need
// one.
Outcome<void> remove_passkey(Context& context, const Session& session, const std::string& id);
// Names a passkey in addresses.
std::string id_of(const store::Passkey& passkey);

// For somebody who lost theirs: ends all passkeys, links to identity providers, the password and
// sessions of the account of this id or mail, so that its next sign-in by mail makes a new first
// passkey. How many passkeys there were. Logged. Refused: Denied, Missing, Conflict no_mission, or
// own_account: one's own account, `asking`, is for another coordinator to reset.
Outcome<int> reset_passkeys(Context& context, const mission::Acting& acting,
                            const std::string& id_or_mail, const std::string& asking = {});

// How many passkeys accounts have; those without are left out. Refused: Denied, Conflict
// no_mission.
Outcome<std::map<std::string, int>> passkey_counts(Context& context, const mission::Acting& acting);

}  // namespace kontor::actions
