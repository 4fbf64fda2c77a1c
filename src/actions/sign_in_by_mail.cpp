#include "actions/sign_in_by_mail.h"

#include "actions/accounts.h"
#include "actions/whole.h"
#include "base/hash.h"
#include "store/missions.h"
#include "store/sign_in_tries.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

constexpr int sign_in_token_bytes = 32;
constexpr std::size_t code_letters = 8;  // 40 bits
constexpr std::string_view alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
static_assert(alphabet.size() == 32);
constexpr std::chrono::hours remembered{1};

int digit(char c) {
  return c <= '9' ? c - '0' : c - 'a' + 10;
}

// Each letter from five random bits.
std::string new_code() {
  const std::string random = base::random_hex(static_cast<int>(code_letters));
  std::string code;
  for (std::size_t i = 0; i < code_letters; ++i) {
    const int byte = digit(random[2 * i]) * 16 + digit(random[2 * i + 1]);
    code += alphabet.at(static_cast<std::size_t>(byte % 32));
    if (i == 3) code += '-';
  }
  return code;
}

// As new_code() writes it, from what a person typed.
std::string plain_code(const std::string& typed) {
  std::string code;
  for (char c : typed) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (!alphabet.contains(c) || code.size() > code_letters) continue;
    code += c;
    if (code.size() == 4) code += '-';
  }
  return code;
}

// The browser's token makes a stolen database useless for guessing codes.
std::string hash_of_code(const std::string& browser_token, const std::string& code) {
  return base::sha256(browser_token + ":" + code);
}

bool too_many(sql::Connection& connection, const store::SignInTry& one, base::Instant now) {
  return store::count_tries_of_mail(connection, one.mail_hash, now - remembered) >=
             SignInLimits::of_mail_an_hour ||
         store::count_tries_of_network(connection, one.network, now - remembered) >=
             SignInLimits::of_network_an_hour;
}

// The account of a try that succeeded, which is used up with that; nothing where there is none.
std::optional<store::Account> use_up(sql::Connection& connection, const store::SignInTry& one) {
  store::end_try(connection, one.browser_hash);
  const auto state = store::read_served_state(connection);
  if (one.account.empty() || !state || state->id != one.mission) return std::nullopt;
  return store::find_account(connection, one.mission, one.account);
}

Outcome<std::string> session_of(Context& context, const std::optional<store::Account>& account,
                                const SignInPlace& place) {
  if (!account) return std::unexpected(Conflict{"wrong_code", ""});
  return create_session(context, account->acting,
                        SignIn{account->id, "mail", place.agent, place.former_token});
}

}  // namespace

Outcome<BegunSignIn> begin_sign_in(Context& context, const std::string& mail,
                                   const std::string& network) {
  const auto address = parse_mail(mail);
  if (!address)
    return std::unexpected(base::Issues{{"bad_mail", "/mail", mail.substr(0, 100), {}, {}}});
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  const base::Instant now = context.now();
  BegunSignIn begun{base::random_hex(sign_in_token_bytes),
                    now + SignInLimits::good_for,
                    std::nullopt,
                    whole->mission.short_name,
                    new_code(),
                    base::random_hex(sign_in_token_bytes)};
  store::SignInTry one;
  one.browser_hash = base::sha256(begun.browser_token);
  one.mission = whole->state.id;
  one.mail_hash = base::sha256(*address);
  one.network = network;
  one.code_hash = hash_of_code(begun.browser_token, begun.code);
  one.link_hash = base::sha256(begun.link_token);
  one.tries_left = SignInLimits::tries;
  one.made_at = now;
  one.ends_at = begun.ends_at;
  const bool refused = context.store.write([&](sql::Connection& connection) {
    if (too_many(connection, one, now)) return true;
    begun.account = store::find_account_of(connection, one.mission, *address);
    if (begun.account) one.account = begun.account->id;
    store::write_sign_in_try(connection, one, now - remembered);
    return false;
  });
  if (refused) return std::unexpected(Conflict{"too_many_tries", ""});
  return begun;
}

Outcome<std::string> sign_in_by_code(Context& context, const std::string& browser_token,
                                     const std::string& code, const SignInPlace& place) {
  const std::string hash = base::sha256(browser_token);
  const std::string code_hash = hash_of_code(browser_token, plain_code(code));
  const auto account =
      context.store.write([&](sql::Connection& connection) -> std::optional<store::Account> {
        const auto one = store::find_try_of_browser(connection, hash, context.now());
        if (!one) return std::nullopt;
        if (base::equal_secrets(one->code_hash, code_hash)) return use_up(connection, *one);
        store::count_wrong_code(connection, hash);
        return std::nullopt;
      });
  return session_of(context, account, place);
}

Outcome<std::string> sign_in_by_link(Context& context, const std::string& link_token,
                                     const SignInPlace& place) {
  const auto account =
      context.store.write([&](sql::Connection& connection) -> std::optional<store::Account> {
        const auto one =
            store::find_try_of_link(connection, base::sha256(link_token), context.now());
        if (!one) return std::nullopt;
        return use_up(connection, *one);
      });
  return session_of(context, account, place);
}

}  // namespace kontor::actions
