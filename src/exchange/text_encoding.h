#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kontor::exchange {

// `bytes` as UTF-8, whatever they are: UTF-8 or UTF-16 by their byte order mark, UTF-16 without
// one where every other byte is zero, else UTF-8 where it is that, else Windows-1252. Nothing where
// they are no text: zero bytes, halves of pairs, bytes that Windows-1252 does not have.
std::optional<std::string> text_of_any_encoding(std::string_view bytes);

}  // namespace kontor::exchange
