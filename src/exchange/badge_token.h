#pragma once
#include <expected>
#include <string>
#include <string_view>

#include "base/signing_key.h"

namespace kontor::exchange {

// What the QR code of a badge says: eight bytes that tell nothing of their bearer and the signature
// of the mission under them, as 116 capital letters and digits. Who knows the public key can
// verify it without a network; whose it is stands in a list that only those with the right have.
struct BadgeToken {
  std::string id;  // 12 hexadecimal digits, of one badge of one person
  int issue = 1;   // 1 is their first badge

  bool operator==(const BadgeToken&) const = default;
};

enum class BadgeFault { Malformed, Forged };

std::string write_badge_token(const BadgeToken& token, const base::SigningKey& key);
// Forged: nobody with that key's secret half signed it. Blanks and small letters are taken.
std::expected<BadgeToken, BadgeFault> read_badge_token(std::string_view text,
                                                       std::string_view public_key);

}  // namespace kontor::exchange
