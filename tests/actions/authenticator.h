#pragma once
#include <cstdint>
#include <memory>
#include <string>

#include "actions/passkeys.h"

struct evp_pkey_st;

namespace kontor::actions {

// What an authenticator and its browser put into an answer; tests change it to forge one.
struct Ceremony {
  std::string challenge;
  std::string origin = "https://kontor.example";
  std::string relying_party = "kontor.example";
  std::string type = {};       // "": what fits
  unsigned char flags = 0x05;  // a person is present and verified
  std::uint32_t count = 0;
  bool in_a_frame = false;  // of another site
};

// An authenticator with one ES256 credential, written from the specification with OpenSSL alone.
class Authenticator {
 public:
  Authenticator();
  ~Authenticator();
  Authenticator(const Authenticator&) = delete;
  Authenticator& operator=(const Authenticator&) = delete;

  PasskeyAnswer make(const Ceremony& ceremony) const;
  PasskeyAnswer show(const Ceremony& ceremony) const;

 private:
  std::string signature_of(const std::string& bytes) const;

  evp_pkey_st* key_;
  std::string id_;
};

}  // namespace kontor::actions
