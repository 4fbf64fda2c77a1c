#pragma once
#include <string_view>

namespace kontor::fuzz {

// Sends the bytes to a server of this process and reads until it closes: it must, and what it
// answers must begin as HTTP does.
void http(std::string_view bytes);

}  // namespace kontor::fuzz
