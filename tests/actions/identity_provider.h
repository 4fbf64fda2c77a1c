#pragma once
#include <functional>
#include <map>
#include <string>

#include "actions/fetch.h"

struct evp_pkey_st;

namespace kontor::actions {

// A token before it is signed: members as JSON texts, which tests change to forge one.
struct TokenDraft {
  std::map<std::string, std::string> header, claims;
  enum class Signing { Own, Stranger, SecretOfPublicKey, Empty } signing = Signing::Own;
};

// An identity provider in memory, written from the specifications with OpenSSL alone. Codes are
// good once, with the verifier of their challenge and the client's secret.
class MadeProvider {
 public:
  static constexpr const char* issuer = "https://login.example";
  static constexpr const char* client = "kontor";
  static constexpr const char* secret = "a secret/of two";

  MadeProvider();
  ~MadeProvider();
  MadeProvider(const MadeProvider&) = delete;
  MadeProvider& operator=(const MadeProvider&) = delete;

  Fetch fetch();
  // Signs in whoever is told of in `mail` and `subject`; the code for the page at that address.
  std::string authorise(const std::string& address);
  void rotate();

  std::string subject = "person-1", mail = "p1@example.org";
  bool verified = true;
  bool mail_in_token = true;  // else the UserInfo endpoint tells it
  std::int64_t now = 0;       // seconds since 1970
  std::function<void(TokenDraft&)> forge = [](TokenDraft&) {};
  bool reachable = true;
  int asked_for_keys = 0;
  int tokens_given = 0;

 private:
  struct Code {
    std::string nonce, challenge, redirect;
  };
  Fetched token(const FetchOrder& order);
  std::string signed_token(const TokenDraft& draft) const;
  std::string keys() const;

  evp_pkey_st* key_;
  evp_pkey_st* stranger_;
  int key_number_ = 1;
  std::map<std::string, Code> codes_;
};

// A parameter of an address or form, decoded; "" where it is not there.
std::string parameter(const std::string& address, const std::string& name);

}  // namespace kontor::actions
