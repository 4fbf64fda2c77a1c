#include "actions/id_token.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/hash.h"
#include "base/signed_token.h"
#include "exchange/json_text.h"

namespace kontor::actions {

namespace {

using exchange::JsonValue;
using Kind = JsonValue::Kind;

constexpr std::chrono::seconds skew{60};
constexpr std::chrono::minutes oldest{10};
constexpr std::size_t longest_subject = 255;  // OpenID Connect Core 1.0, section 2

std::optional<JsonValue> object_in(std::string_view text) {
  exchange::JsonText json(text);
  JsonValue value = json.value();
  if (json.failed() || !json.at_end() || !value.is(Kind::Object)) return std::nullopt;
  return value;
}

std::string_view text_in(const JsonValue& claims, std::string_view name) {
  const JsonValue& value = claims[name];
  return value.is(Kind::Text) ? std::string_view(value.text) : std::string_view();
}

// Seconds since 1970, with or without a fraction (RFC 7519, section 2: NumericDate).
std::optional<base::Instant> time_in(const JsonValue& claims, std::string_view name) {
  constexpr double beyond = 1e11;  // some three thousand years
  const JsonValue& value = claims[name];
  double seconds = -1;
  const char* end = value.text.data() + value.text.size();
  if (!value.is(Kind::Number)) return std::nullopt;
  if (const auto read = std::from_chars(value.text.data(), end, seconds);
      read.ec != std::errc() || read.ptr != end || !(seconds >= 0 && seconds < beyond))
    return std::nullopt;
  return base::Instant(std::chrono::seconds(static_cast<std::int64_t>(seconds)));
}

std::vector<std::string> audiences_of(const JsonValue& claims) {
  const JsonValue& value = claims["aud"];
  if (value.is(Kind::Text)) return {value.text};
  std::vector<std::string> audiences;
  if (!value.is(Kind::Array)) return audiences;
  for (const JsonValue& one : value.items)
    audiences.push_back(one.is(Kind::Text) ? one.text : std::string());
  return audiences;
}

std::string_view fault_of_times(const JsonValue& claims, base::Instant now) {
  const auto ends = time_in(claims, "exp"), made = time_in(claims, "iat");
  if (!ends || *ends + skew <= now) return "expired";
  if (!made || *made > now + skew) return "too_early";
  if (!claims["nbf"].is(Kind::Null)) {
    const auto begins = time_in(claims, "nbf");
    if (!begins || *begins > now + skew) return "too_early";
  }
  return *made + oldest + skew < now ? "too_old" : "";
}

// "" where the claims are what was demanded.
std::string_view fault_of(const JsonValue& claims, const IdTokenDemand& demand) {
  if (text_in(claims, "iss") != demand.issuer) return "issuer";
  const auto audiences = audiences_of(claims);
  if (std::ranges::find(audiences, demand.client) == audiences.end()) return "audience";
  const bool needs_party = audiences.size() > 1 || !claims["azp"].is(Kind::Null);
  if (needs_party && text_in(claims, "azp") != demand.client) return "authorised_party";
  if (!base::equal_secrets(text_in(claims, "nonce"), demand.nonce)) return "nonce";
  if (const auto fault = fault_of_times(claims, demand.now); !fault.empty()) return fault;
  const auto subject = text_in(claims, "sub");
  return subject.empty() || subject.size() > longest_subject ? "subject" : "";
}

// Some providers write the truth value as a text.
std::string verified_mail(const JsonValue& claims) {
  const bool verified =
      claims["email_verified"].is(Kind::True) || text_in(claims, "email_verified") == "true";
  return verified ? std::string(text_in(claims, "email")) : std::string();
}

std::vector<std::string> proof_in(const JsonValue& claims) {
  std::vector<std::string> proof;
  if (const auto acr = text_in(claims, "acr"); !acr.empty())
    proof.push_back("acr=" + std::string(acr));
  if (claims["amr"].is(Kind::Array))
    for (const JsonValue& way : claims["amr"].items)
      if (way.is(Kind::Text)) proof.push_back("amr=" + way.text);
  return proof;
}

std::string word_of(base::TokenFault fault) {
  switch (fault) {
    case base::TokenFault::Malformed:
      return "malformed";
    case base::TokenFault::Algorithm:
      return "algorithm";
    case base::TokenFault::UnknownKey:
      return "unknown_key";
    case base::TokenFault::Signature:
      return "signature";
  }
  return "malformed";
}

}  // namespace

std::expected<IdToken, std::string> read_id_token(std::string_view token, std::string_view key_set,
                                                  const IdTokenDemand& demand) {
  const auto payload = base::signed_payload(token, key_set);
  if (!payload) return std::unexpected(word_of(payload.error()));
  const auto claims = object_in(*payload);
  if (!claims) return std::unexpected("malformed");
  if (const auto fault = fault_of(*claims, demand); !fault.empty())
    return std::unexpected(std::string(fault));
  return IdToken{std::string(text_in(*claims, "sub")), (*claims)["email"].is(Kind::Text),
                 verified_mail(*claims), proof_in(*claims)};
}

std::string verified_mail_of(std::string_view user_info, const std::string& subject) {
  const auto claims = object_in(user_info);
  if (!claims || text_in(*claims, "sub") != subject) return {};
  return verified_mail(*claims);
}

}  // namespace kontor::actions
