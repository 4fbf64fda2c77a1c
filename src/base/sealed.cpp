#include "base/sealed.h"

#include <array>
#include <sodium.h>
#include <vector>

namespace kontor::base {

namespace {

using Bytes = std::vector<unsigned char>;
using Key = std::array<unsigned char, crypto_secretbox_KEYBYTES>;

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

Key key_of(std::string_view secret) {
  Key key{};
  crypto_generichash(key.data(), key.size(), bytes(secret), secret.size(), nullptr, 0);
  return key;
}

}  // namespace

std::string sealed(std::string_view text, std::string_view secret) {
  Bytes out(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size());
  randombytes_buf(out.data(), crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(out.data() + crypto_secretbox_NONCEBYTES, bytes(text), text.size(),
                        out.data(), key_of(secret).data());
  std::string digits(out.size() * 2 + 1, '\0');
  sodium_bin2hex(digits.data(), digits.size(), out.data(), out.size());
  digits.pop_back();
  return digits;
}

std::optional<std::string> unsealed(std::string_view digits, std::string_view secret) {
  Bytes in(digits.size() / 2);
  std::size_t size = 0;
  constexpr std::size_t frame = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (sodium_hex2bin(in.data(), in.size(), digits.data(), digits.size(), nullptr, &size, nullptr) !=
          0 ||
      size != in.size() || size < frame)
    return std::nullopt;
  std::string text(size - frame, '\0');
  if (crypto_secretbox_open_easy(
          reinterpret_cast<unsigned char*>(text.data()), in.data() + crypto_secretbox_NONCEBYTES,
          size - crypto_secretbox_NONCEBYTES, in.data(), key_of(secret).data()) != 0)
    return std::nullopt;
  return text;
}

}  // namespace kontor::base
