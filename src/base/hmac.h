#pragma once
#include <string>
#include <string_view>

namespace kontor::base {

// HMAC-SHA256 (RFC 2104) of `text` under `key`, in base64 (RFC 4648, with padding).
std::string hmac_sha256(std::string_view key, std::string_view text);

// Bytes in base64, and back; "" for what is none.
std::string base64(std::string_view bytes);
std::string unbase64(std::string_view text);
// The same in the alphabet for addresses, without padding (RFC 4648, section 5).
std::string base64url(std::string_view bytes);
std::string unbase64url(std::string_view text);

}  // namespace kontor::base
