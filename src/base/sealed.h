#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kontor::base {

// `text` encrypted and authenticated (libsodium's secretbox) under a key made from `secret`, in
// hexadecimal digits; different each time.
std::string sealed(std::string_view text, std::string_view secret);

// What was sealed with that secret; nothing where it was not.
std::optional<std::string> unsealed(std::string_view digits, std::string_view secret);

}  // namespace kontor::base
