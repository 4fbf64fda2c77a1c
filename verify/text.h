#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kontor_verify {

// SHA-256 (FIPS 180-4) of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

// `text` cut at every `mark`.
std::vector<std::string_view> cut(std::string_view text, char mark);

// A whole number, 0 or more; -1 for any other spelling.
std::int64_t read_number(std::string_view text);

}  // namespace kontor_verify
