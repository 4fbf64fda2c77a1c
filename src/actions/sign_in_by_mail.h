#pragma once
#include <optional>
#include <string>

#include "actions/context.h"
#include "actions/outcome.h"
#include "actions/sessions.h"
#include "store/accounts.h"

// Signing in with a code or a link that is sent by mail. The code is good only in the browser that
// asked for it, the link in any: whoever opens it must still confirm, so that programs that open
// every link of a mail use up nothing.

namespace kontor::actions {

struct SignInLimits {
  static constexpr std::chrono::minutes good_for{20};
  static constexpr int tries = 5;                 // of one code
  static constexpr int of_mail_an_hour = 5;       // codes of one address
  static constexpr int of_network_an_hour = 300;  // a whole delegation may share one network
};

// What was begun. It is told to nobody but the post whether the address has an account.
struct BegunSignIn {
  std::string browser_token;  // for a cookie
  base::Instant ends_at{};
  std::optional<store::Account> account;  // to whom code and link are to be sent
  base::Text mission;                     // its short name
  std::string code;                       // "K7QF-2MXW"
  std::string link_token;
};

// Begins, from a network that groups near addresses of clients. For an address without an account
// the same is written and answered. Refused: Issues bad_mail, Conflict no_mission or
// too_many_tries.
Outcome<BegunSignIn> begin_sign_in(Context& context, const std::string& mail,
                                   const std::string& network);

// A session token; code and link are used up. Refused: Conflict wrong_code (wrong, used, too old,
// tried too often: all the same).
Outcome<std::string> sign_in_by_code(Context& context, const std::string& browser_token,
                                     const std::string& code, const SignInPlace& place);
Outcome<std::string> sign_in_by_link(Context& context, const std::string& link_token,
                                     const SignInPlace& place);

}  // namespace kontor::actions
