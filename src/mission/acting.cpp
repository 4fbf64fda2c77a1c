#include "mission/acting.h"

#include <algorithm>
#include <array>

namespace kontor::mission {

namespace {
constexpr std::array<std::string_view, 8> words{"public", "delegate", "host",        "adviser",
                                                "press",  "protocol", "coordinator", "director"};
}

std::string_view word(Role role) {
  return words[static_cast<std::size_t>(role)];
}

std::optional<Role> parse_role(std::string_view text) {
  const auto found = std::ranges::find(words, text);
  if (found == words.end()) return std::nullopt;
  return static_cast<Role>(found - words.begin());
}

}  // namespace kontor::mission
