#pragma once
#include <optional>
#include <string_view>

namespace kontor::exchange {

// Why and where (from 1) a text must not be given to the TOML parser.
struct Unparsable {
  std::string_view reason;
  int line = 0;
  int column = 0;
};

// The first place of `text` that toml++ 3.3 cannot be trusted with:
//   - keys with more than `deepest_nesting` dots or as many open brackets, which it builds, walks
//   and
//     frees recursively;
//   - letters beyond ASCII outside quotes and comments, which TOML 1.0 has none of, and behind a
//     backslash that ends a line of a """text""": there its test for blanks runs into code that is
//     declared unreachable.
std::optional<Unparsable> find_unparsable(std::string_view text);

}  // namespace kontor::exchange
