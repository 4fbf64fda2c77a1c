#pragma once
#include <string>
#include <string_view>

namespace kontor::base {

// SHA-256 (FIPS 180-4) of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

// The same as 32 bytes.
std::string sha256_bytes(std::string_view bytes);

// `count` bytes of the operating system's random source, as 2 × count hexadecimal digits.
std::string random_hex(int count);

// Whether `a` and `b` are equal, in a time that does not depend on where they differ.
bool equal_secrets(std::string_view a, std::string_view b);

}  // namespace kontor::base
