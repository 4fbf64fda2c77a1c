#pragma once
#include <functional>
#include <span>

namespace kontor::exchange {

// Gives the next bytes of a file: writes some into the span and says how many; 0 at the end.
using ByteSource = std::function<std::size_t(std::span<char>)>;

}  // namespace kontor::exchange
