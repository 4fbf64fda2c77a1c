#include "exchange/badge_token.h"

#include <charconv>
#include <fmt/format.h>

namespace kontor::exchange {

namespace {

constexpr char token_version = 1;
constexpr std::size_t payload_bytes = 8, signature_bytes = 64;
constexpr std::string_view signed_as = "kontor badge 1\n";  // no signature counts for another use

std::string signed_text(std::string_view payload) {
  return std::string(signed_as) + std::string(payload);
}

}  // namespace

std::string write_badge_token(const BadgeToken& token, const base::SigningKey& key) {
  std::string payload(1, token_version);
  payload += static_cast<char>(token.issue);
  for (std::size_t i = 0; i + 1 < token.id.size(); i += 2) {
    int byte = 0;
    std::from_chars(token.id.data() + i, token.id.data() + i + 2, byte, 16);
    payload += static_cast<char>(byte);
  }
  payload.resize(payload_bytes);
  return base::base32(payload + key.signature(signed_text(payload)));
}

std::expected<BadgeToken, BadgeFault> read_badge_token(std::string_view text,
                                                       std::string_view public_key) {
  std::string plain;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
      plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
  const std::string bytes = base::unbase32(plain);
  if (bytes.size() != payload_bytes + signature_bytes || bytes[0] != token_version)
    return std::unexpected(BadgeFault::Malformed);
  const std::string payload = bytes.substr(0, payload_bytes);
  if (!base::is_signed(signed_text(payload), bytes.substr(payload_bytes), public_key))
    return std::unexpected(BadgeFault::Forged);
  BadgeToken token;
  token.issue = static_cast<unsigned char>(payload[1]);
  for (const char byte : payload.substr(2))
    token.id += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return token;
}

}  // namespace kontor::exchange
