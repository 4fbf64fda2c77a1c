#pragma once
#include <string>
#include <string_view>

// Passwords as they are kept: Argon2id (RFC 9106) by libsodium, 64 MiB and three passes each, some
// tenths of a second of one processor. Who calls limits how many are made at once.

namespace kontor::base {

// What is stored, salt and parameters within. Throws std::bad_alloc where 64 MiB are not to be had.
std::string password_hash(std::string_view password);

// Whether it is the hash of that password; false for what is no hash.
bool is_password(const std::string& hash, std::string_view password);

}  // namespace kontor::base
