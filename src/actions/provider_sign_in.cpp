#include "actions/provider_sign_in.h"

#include <algorithm>
#include <fmt/format.h>

#include "actions/accounts.h"
#include "actions/change_log.h"
#include "base/hash.h"
#include "base/hmac.h"
#include "exchange/json_text.h"
#include "store/missions.h"
#include "store/passkeys.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

constexpr int secret_word_bytes = 32;
constexpr std::chrono::hours known_for{1};
constexpr std::chrono::seconds patience{3};
constexpr std::size_t longest_answer = 4096;
const std::string to_sign_in = "provider/";
const std::string to_link = "provider_link/";

std::string encoded(std::string_view text) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string out;
  for (const char c : text)
    out += plain.contains(c) ? std::string(1, c)
                             : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return out;
}

std::string form_of(const std::vector<std::pair<std::string, std::string>>& fields) {
  std::string form;
  for (const auto& [name, value] : fields)
    form += (form.empty() ? "" : "&") + name + "=" + encoded(value);
  return form;
}

// What only that browser's cookie gives again, so that no database holds it.
std::string drawn_from(const std::string& browser_token, std::string_view purpose) {
  return base::base64url(base::sha256_bytes(fmt::format("{}:{}", browser_token, purpose)));
}
std::string nonce_of(const std::string& browser_token) {
  return drawn_from(browser_token, "nonce");
}
std::string verifier_of(const std::string& browser_token) {
  return drawn_from(browser_token, "code_verifier");
}

std::string state_hash(const std::string& browser_token, const std::string& state) {
  return base::sha256(browser_token + ":" + state);
}

std::string page_of_provider(const store::IdentityProvider& provider,
                             const ProviderMetadata& metadata, const std::string& browser_token,
                             const std::string& state, const std::string& return_address) {
  std::vector<std::pair<std::string, std::string>> fields{
      {"response_type", "code"},
      {"client_id", provider.client},
      {"redirect_uri", return_address},
      {"scope", "openid email"},
      {"state", state},
      {"nonce", nonce_of(browser_token)},
      {"code_challenge", base::base64url(base::sha256_bytes(verifier_of(browser_token)))},
      {"code_challenge_method", "S256"}};
  std::string wanted;
  for (const std::string& one : provider.strong)
    if (one.starts_with("acr=")) wanted += (wanted.empty() ? "" : " ") + one.substr(4);
  if (!wanted.empty()) fields.emplace_back("acr_values", wanted);
  const std::string& page = metadata.authorization_endpoint;
  return page + (page.find('?') == page.npos ? "?" : "&") + form_of(fields);
}

// The code for tokens (RFC 6749, sections 2.3.1 and 4.1.3).
FetchOrder order_of_tokens(const store::IdentityProvider& provider,
                           const ProviderMetadata& metadata, const ProviderAnswer& answer,
                           const ProviderPlace& place) {
  std::vector<std::pair<std::string, std::string>> fields{
      {"grant_type", "authorization_code"},
      {"code", answer.code},
      {"redirect_uri", place.return_address},
      {"code_verifier", verifier_of(place.browser_token)}};
  FetchOrder order{metadata.token_endpoint};
  if (provider.secret.empty() || metadata.secret_in_form)
    fields.emplace_back("client_id", provider.client);
  if (!provider.secret.empty() && metadata.secret_in_form)
    fields.emplace_back("client_secret", provider.secret);
  if (!provider.secret.empty() && !metadata.secret_in_form)
    order.headers.emplace_back(
        "Authorization",
        "Basic " + base::base64(encoded(provider.client) + ":" + encoded(provider.secret)));
  order.form = form_of(fields);
  return order;
}

struct Tokens {
  std::string id_token;
  std::string access_token;
};
std::optional<Tokens> tokens_in(const Fetched& fetched) {
  exchange::JsonText json(fetched.body);
  const exchange::JsonValue said = json.value();
  if (fetched.status != 200 || json.failed() || said["id_token"].text.empty()) return std::nullopt;
  const std::string& access = said["access_token"].text;
  const bool plain = std::ranges::all_of(access, [](char c) { return c > 32 && c < 127; });
  return Tokens{said["id_token"].text, plain ? access : std::string()};
}

bool is_proof_enough(const store::IdentityProvider& provider, const IdToken& token) {
  return std::ranges::any_of(token.proof, [&](const std::string& one) {
    return std::ranges::find(provider.strong, one) != provider.strong.end();
  });
}

void log_link(Context& context, sql::Connection& connection,
              const store::IdentityProvider& provider, const store::Account& account) {
  log_change(context, connection, provider.mission, account.acting, Verb::KeepOwnSignIn,
             "account/" + account.id, "linked with identity provider " + provider.id);
}

// Makes the link unless either side has another one.
bool write_link(Context& context, sql::Connection& connection,
                const store::IdentityProvider& provider, const std::string& subject,
                const store::Account& account) {
  const auto links = store::read_provider_links(connection, provider.mission, account.id);
  if (std::ranges::find(links, provider.id, &store::ProviderLink::provider) != links.end() ||
      store::find_provider_link(connection, provider.id, subject))
    return false;
  store::write_provider_link(connection, provider.mission,
                             {provider.id, subject, account.id, context.now()});
  log_link(context, connection, provider, account);
  return true;
}

// Which provider a challenge was for; "" for those of another kind.
std::string provider_of(const store::Challenge& challenge) {
  for (const std::string& kind : {to_sign_in, to_link})
    if (challenge.kind.starts_with(kind)) return challenge.kind.substr(kind.size());
  return {};
}

}  // namespace

// One of the few places from which providers are asked, while it lives.
struct ProviderSignIn::Asked {
  explicit Asked(ProviderSignIn& of) : of_(of), got(of.free_.try_acquire_for(patience)) {}
  ~Asked() {
    if (got) of_.free_.release();
  }
  Asked(const Asked&) = delete;
  Asked& operator=(const Asked&) = delete;

 private:
  ProviderSignIn& of_;

 public:
  const bool got;
};

std::unexpected<Refusal> ProviderSignIn::refused(const store::IdentityProvider& provider,
                                                 const std::string& reason) {
  if (!provider.id.empty())  // what nobody was asked for is no news
    context_.log.write(base::Log::Level::Warning, "provider_sign_in_refused",
                       {{"provider", provider.id}, {"reason", reason}});
  return std::unexpected<Refusal>(Conflict{"wrong_provider_answer", reason});
}

Outcome<ProviderSignIn::Known> ProviderSignIn::ask_anew(const store::IdentityProvider& provider) {
  auto metadata = discover(fetch_, provider.issuer);
  if (!metadata) return std::unexpected(metadata.error());
  Fetched keys = fetch_({metadata->keys_address});
  if (keys.status != 200)
    return std::unexpected(Conflict{"provider_unreachable", "it gives no keys: " + keys.reason});
  Known now_known{*std::move(metadata), std::move(keys.body), context_.now()};
  const std::scoped_lock lock(mutex_);
  return known_.insert_or_assign(provider.id, std::move(now_known)).first->second;
}

Outcome<ProviderSignIn::Known> ProviderSignIn::known(const store::IdentityProvider& provider) {
  {
    const std::scoped_lock lock(mutex_);
    const auto found = known_.find(provider.id);
    if (found != known_.end() && context_.now() < found->second.at + known_for)
      return found->second;
  }
  return ask_anew(provider);
}

Outcome<BegunAtProvider> ProviderSignIn::begin(const std::string& id, const std::string& account,
                                               const ProviderPlace& place) {
  const auto provider = open_provider(context_, id);
  if (!provider) return std::unexpected(Missing{"identity_provider", id});
  const Asked asked(*this);
  if (!asked.got) return std::unexpected(Conflict{"provider_busy", ""});
  const auto about = known(*provider);
  if (!about) return std::unexpected(about.error());
  const std::string browser_token = base::random_hex(secret_word_bytes);
  const std::string state = base::random_hex(secret_word_bytes);
  const bool too_many = context_.store.write([&](sql::Connection& connection) {
    const base::Instant now = context_.now();
    const std::string kind = (account.empty() ? to_sign_in : to_link) + provider->id;
    if (store::count_challenges(connection, kind, place.network, now) >= ProviderLimits::of_network)
      return true;
    store::write_challenge(connection,
                           {state_hash(browser_token, state), provider->mission, kind, account,
                            place.network, now + ProviderLimits::good_for},
                           now);
    return false;
  });
  if (too_many) return std::unexpected(Conflict{"too_many_tries", ""});
  return BegunAtProvider{browser_token, page_of_provider(*provider, about->metadata, browser_token,
                                                         state, place.return_address)};
}

Outcome<BegunAtProvider> ProviderSignIn::begin(const std::string& provider,
                                               const ProviderPlace& place) {
  return begin(provider, std::string(), place);
}

Outcome<BegunAtProvider> ProviderSignIn::begin_link(const std::string& provider,
                                                    const Session& session,
                                                    const ProviderPlace& place) {
  if (session.account.empty()) return std::unexpected(Denied{Verb::KeepOwnSignIn});
  return begin(provider, session.account, place);
}

Outcome<std::string> ProviderSignIn::finish(const ProviderAnswer& answer, const Session& session,
                                            const ProviderPlace& place) {
  const auto challenge =
      context_.store.write([&](sql::Connection& connection) -> std::optional<store::Challenge> {
        if (place.browser_token.empty()) return std::nullopt;
        return store::take_challenge(connection, state_hash(place.browser_token, answer.state),
                                     context_.now());
      });
  const std::string id = challenge ? provider_of(*challenge) : std::string();
  const auto provider = id.empty() ? std::nullopt : open_provider(context_, id);
  if (!provider || provider->mission != challenge->mission)
    return refused(provider.value_or(store::IdentityProvider()), "state");
  if (challenge->account != (challenge->kind.starts_with(to_link) ? session.account : ""))
    return refused(*provider, "another_account");
  const auto token = proven(*provider, answer, place);
  if (!token) return std::unexpected(token.error());
  if (!challenge->account.empty()) return link(*provider, *token, session);
  return sign_in(*provider, *token, place);
}

Outcome<IdToken> ProviderSignIn::proven(const store::IdentityProvider& provider,
                                        const ProviderAnswer& answer, const ProviderPlace& place) {
  if (answer.code.empty() || answer.code.size() > longest_answer) return refused(provider, "code");
  const Asked asked(*this);
  if (!asked.got) return std::unexpected(Conflict{"provider_busy", ""});
  const auto about = known(provider);
  if (!about) return std::unexpected(about.error());
  if ((about->metadata.answers_with_issuer || !answer.issuer.empty()) &&
      answer.issuer != provider.issuer)
    return refused(provider, "issuer_of_answer");
  const Fetched fetched = fetch_(order_of_tokens(provider, about->metadata, answer, place));
  if (fetched.status == 0) return std::unexpected(Conflict{"provider_unreachable", fetched.reason});
  const auto tokens = tokens_in(fetched);
  if (!tokens) return refused(provider, fmt::format("code, answered {}", fetched.status));
  auto token =
      read(provider, *about, tokens->id_token,
           {provider.issuer, provider.client, nonce_of(place.browser_token), context_.now()});
  if (!token || !token->mail.empty() || about->metadata.user_info_endpoint.empty() ||
      tokens->access_token.empty())
    return token;
  const Fetched said = fetch_(
      {about->metadata.user_info_endpoint, {{"Authorization", "Bearer " + tokens->access_token}}});
  if (said.status == 200) token->mail = verified_mail_of(said.body, token->subject);
  return token;
}

// A key that is not known may be newer than what is known.
Outcome<IdToken> ProviderSignIn::read(const store::IdentityProvider& provider, Known about,
                                      const std::string& token, const IdTokenDemand& demand) {
  auto read = read_id_token(token, about.keys, demand);
  if (!read && (read.error() == "unknown_key" || read.error() == "signature")) {
    const auto anew = ask_anew(provider);
    if (!anew) return std::unexpected(anew.error());
    read = read_id_token(token, anew->keys, demand);
  }
  if (!read) return refused(provider, read.error());
  return *std::move(read);
}

Outcome<std::string> ProviderSignIn::sign_in(const store::IdentityProvider& provider,
                                             const IdToken& token, const ProviderPlace& place) {
  const auto account =
      context_.store.write([&](sql::Connection& connection) -> Outcome<store::Account> {
        const auto linked = store::find_provider_link(connection, provider.id, token.subject);
        const auto mail = linked ? std::nullopt : parse_mail(token.mail);
        auto found = linked ? store::find_account(connection, provider.mission, linked->account)
                     : mail ? store::find_account_of(connection, provider.mission, *mail)
                            : std::nullopt;
        if (!found) return std::unexpected(Conflict{"not_invited", ""});
        if (!linked && !write_link(context_, connection, provider, token.subject, *found))
          return std::unexpected(Conflict{"linked_otherwise", ""});
        return *std::move(found);
      });
  if (!account) return std::unexpected(account.error());
  const std::string way = is_proof_enough(provider, token) ? "provider_strong" : "provider";
  return create_session(context_, account->acting,
                        SignIn{account->id, way, place.sign_in.agent, place.sign_in.former_token});
}

Outcome<std::string> ProviderSignIn::link(const store::IdentityProvider& provider,
                                          const IdToken& token, const Session& session) {
  return context_.store.write([&](sql::Connection& connection) -> Outcome<std::string> {
    const auto account = store::find_account(connection, provider.mission, session.account);
    if (!account) return std::unexpected(Denied{Verb::KeepOwnSignIn});
    if (!write_link(context_, connection, provider, token.subject, *account))
      return std::unexpected(Conflict{"linked_otherwise", ""});
    return std::string();
  });
}

}  // namespace kontor::actions
