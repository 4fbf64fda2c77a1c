#pragma once
#include <memory>
#include <string>

#include "actions/context.h"
#include "actions/outcome.h"
#include "actions/sessions.h"

// Passwords, where an agency insists: off until a coordinator turns them on for the mission. Rules
// after NIST SP 800-63B-4, section 3.1.1: at least 15 characters, no rules of composition, nothing
// that expires. Roles that need a passkey need it besides.

namespace kontor::actions {

struct PasswordLimits {
  static constexpr std::size_t least_characters = 15;
  static constexpr std::size_t most_bytes = 1024;
  static constexpr std::size_t least_different = 5;  // characters
  static constexpr int of_mail_an_hour = 10;         // tries for one address
  static constexpr int of_network_an_hour = 300;
  static constexpr int at_once = 2;  // hashes, 64 MiB each, of one process
};

// Whether the served mission has passwords.
bool has_passwords(Context& context);
enum class PasswordUse { Off, On };
// Off deletes all that there are. Logged. Refused: Denied, Conflict no_mission.
Outcome<void> set_password_use(Context& context, const mission::Acting& acting, PasswordUse use);

// Whether the account of the session has one.
bool has_own_password(Context& context, const Session& session);
// Sets one's own password or changes it, and ends all other sessions of the account. Logged.
// Refused: Denied, Conflict no_passwords, wrong_password (`current`, where there was one),
// too_many_tries, passwords_busy; Issues.
Outcome<void> set_own_password(Context& context, const Session& session, const std::string& current,
                               const std::string& password);
// Logged. Refused: Missing.
Outcome<void> remove_own_password(Context& context, const Session& session);

// A session token. For an address without account or password the same is done as for a wrong
// password. Refused: Conflict no_passwords, wrong_password, too_many_tries, passwords_busy.
Outcome<std::string> sign_in_by_password(Context& context, const std::string& mail,
                                         const std::string& password, const std::string& network,
                                         const SignInPlace& place);

}  // namespace kontor::actions
