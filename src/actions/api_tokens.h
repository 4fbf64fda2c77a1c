#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "actions/sessions.h"
#include "store/api_tokens.h"

// Tokens with which programs use the API in the place of a person. A token never may more than its
// owner: its role is the account's at the moment of the request, and what concerns people's own
// secrets and who may sign in is for people alone.

namespace kontor::actions {

// The version of the API that this server speaks. A token is good for the one it was made for.
inline constexpr std::string_view api_version = "1";

enum class TokenScope { Read, Write };
std::string_view word(TokenScope scope);
std::optional<TokenScope> parse_token_scope(std::string_view word);

// Whether a token of that scope may be used for a route with this right that changes something or
// only reads.
enum class Access { Reads, Changes };
bool may_by_token(TokenScope scope, std::string_view verb, Access access);

struct WantedToken {
  std::string name;
  TokenScope scope = TokenScope::Read;
  int days = 90;  // 1 to 366
  std::string version = std::string(api_version);
};

struct MadeToken {
  std::string token;  // "kontor_" and 64 hexadecimal digits; shown once, only a hash is kept
  store::ApiToken kept;
};

// Makes one for the session's own account. At most 20 of an account. Logged. Refused: Denied,
// Issues, Conflict no_mission or too_many_tokens.
Outcome<MadeToken> add_api_token(Context& context, const Session& session,
                                 const WantedToken& wanted);
// The session's own, latest first.
std::vector<store::ApiToken> own_api_tokens(Context& context, const Session& session);
// Ends one of them. Logged. Refused: Missing.
Outcome<void> remove_api_token(Context& context, const Session& session, const std::string& id);

// The same for the account of this id or mail, by whoever manages accounts. Refused besides:
// Denied, Missing.
Outcome<MadeToken> add_api_token_of(Context& context, const mission::Acting& acting,
                                    const std::string& id_or_mail, const WantedToken& wanted);
Outcome<std::vector<store::ApiToken>> api_tokens_of(Context& context, const mission::Acting& acting,
                                                    const std::string& id_or_mail);
Outcome<void> remove_api_token_of(Context& context, const mission::Acting& acting,
                                  const std::string& id_or_mail, const std::string& id);

// Who acts with `token`, as a session whose way is "token" and that has no account of its own;
// nothing for unknown and ended ones, and those of another mission. Notes that it is used.
struct TokenSession {
  Session session;
  TokenScope scope = TokenScope::Read;
  std::string api_version;
};
std::optional<TokenSession> find_api_token(Context& context, const std::string& token);

}  // namespace kontor::actions
