#include "actions/identity_provider.h"

#include <fmt/format.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include "base/hash.h"
#include "base/hmac.h"

namespace kontor::actions {

namespace {

std::string number_of(evp_pkey_st* key, const char* name) {
  BIGNUM* number = nullptr;
  EVP_PKEY_get_bn_param(key, name, &number);
  std::string bytes(static_cast<std::size_t>(BN_num_bytes(number)), '\0');
  BN_bn2bin(number, reinterpret_cast<unsigned char*>(bytes.data()));
  BN_free(number);
  return base::base64url(bytes);
}

std::string rsa_signature(evp_pkey_st* key, const std::string& text) {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t count = 0;
  EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key);
  EVP_DigestSign(context, nullptr, &count, bytes, text.size());
  std::string signature(count, '\0');
  EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &count, bytes,
                 text.size());
  EVP_MD_CTX_free(context);
  signature.resize(count);
  return base::base64url(signature);
}

std::string object_of(const std::map<std::string, std::string>& members) {
  std::string text;
  for (const auto& [name, value] : members)
    text += fmt::format(R"({}"{}":{})", text.empty() ? "" : ",", name, value);
  return "{" + text + "}";
}

std::string quoted(const std::string& text) {
  return '"' + text + '"';
}

int hexadecimal(char c) {
  return c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
}

}  // namespace

std::string parameter(const std::string& address, const std::string& name) {
  const std::string text = "&" + address.substr(address.find('?') + 1);
  auto at = text.find("&" + name + "=");
  if (at == text.npos) return {};
  std::string value;
  for (at += name.size() + 2; at < text.size() && text[at] != '&'; ++at) {
    if (text[at] != '%') {
      value += text[at];
      continue;
    }
    value += static_cast<char>(hexadecimal(text[at + 1]) * 16 + hexadecimal(text[at + 2]));
    at += 2;
  }
  return value;
}

MadeProvider::MadeProvider() : key_(EVP_RSA_gen(2048)), stranger_(EVP_RSA_gen(2048)) {}
MadeProvider::~MadeProvider() {
  EVP_PKEY_free(key_);
  EVP_PKEY_free(stranger_);
}

void MadeProvider::rotate() {
  std::swap(key_, stranger_);
  ++key_number_;
}

std::string MadeProvider::keys() const {
  return fmt::format(
      R"({{"keys":[{{"kty":"RSA","use":"sig","alg":"RS256","kid":"k{}","n":"{}","e":"{}"}}]}})",
      key_number_, number_of(key_, OSSL_PKEY_PARAM_RSA_N), number_of(key_, OSSL_PKEY_PARAM_RSA_E));
}

std::string MadeProvider::authorise(const std::string& address) {
  std::string code = base::random_hex(8);
  codes_[code] = {parameter(address, "nonce"), parameter(address, "code_challenge"),
                  parameter(address, "redirect_uri")};
  return code;
}

std::string MadeProvider::signed_token(const TokenDraft& draft) const {
  const std::string text =
      base::base64url(object_of(draft.header)) + "." + base::base64url(object_of(draft.claims));
  switch (draft.signing) {
    case TokenDraft::Signing::Own:
      return text + "." + rsa_signature(key_, text);
    case TokenDraft::Signing::Stranger:
      return text + "." + rsa_signature(stranger_, text);
    case TokenDraft::Signing::SecretOfPublicKey:
      return text + "." +
             base::base64url(base::unbase64(base::hmac_sha256(
                 base::unbase64url(number_of(key_, OSSL_PKEY_PARAM_RSA_N)), text)));
    case TokenDraft::Signing::Empty:
      return text + ".";
  }
  return text;
}

Fetched MadeProvider::token(const FetchOrder& order) {
  const std::string form = "?" + order.form.value_or("");
  const auto code = codes_.find(parameter(form, "code"));
  const std::string proof = "Basic " + base::base64("kontor:a%20secret%2Fof%20two");
  if (code == codes_.end() || order.headers != decltype(order.headers){{"Authorization", proof}} ||
      base::base64url(base::sha256_bytes(parameter(form, "code_verifier"))) !=
          code->second.challenge ||
      parameter(form, "redirect_uri") != code->second.redirect)
    return {400, R"({"error":"invalid_grant"})", ""};
  TokenDraft draft;
  draft.header = {{"alg", quoted("RS256")}, {"kid", quoted(fmt::format("k{}", key_number_))}};
  draft.claims = {{"iss", quoted(issuer)},      {"aud", quoted(client)},
                  {"sub", quoted(subject)},     {"nonce", quoted(code->second.nonce)},
                  {"iat", std::to_string(now)}, {"exp", std::to_string(now + 300)}};
  if (mail_in_token) {
    draft.claims["email"] = quoted(mail);
    draft.claims["email_verified"] = verified ? "true" : "false";
  }
  forge(draft);
  codes_.erase(code);
  ++tokens_given;
  return {200, fmt::format(R"({{"access_token":"t","id_token":"{}"}})", signed_token(draft)), ""};
}

Fetch MadeProvider::fetch() {
  return [this](const FetchOrder& order) -> Fetched {
    const std::string at(issuer);
    if (!reachable) return {0, "", "address_refused"};
    if (order.address == at + "/.well-known/openid-configuration")
      return {200,
              fmt::format(R"({{"issuer":"{0}","authorization_endpoint":"{0}/authorise",)"
                          R"("token_endpoint":"{0}/token","jwks_uri":"{0}/keys",)"
                          R"("userinfo_endpoint":"{0}/me",)"
                          R"("authorization_response_iss_parameter_supported":true}})",
                          at),
              ""};
    if (order.address == at + "/keys") {
      ++asked_for_keys;
      return {200, keys(), ""};
    }
    if (order.address == at + "/token") return token(order);
    if (order.address == at + "/me")
      return {200,
              fmt::format(R"({{"sub":"{}","email":"{}","email_verified":{}}})", subject, mail,
                          verified),
              ""};
    return {404, "", ""};
  };
}

}  // namespace kontor::actions
