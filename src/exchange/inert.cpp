#include "exchange/inert.h"

#include <string_view>

namespace kontor::exchange {

namespace {

// Any number of apostrophes and then what a formula begins with.
bool begins_like_formula(std::string_view text) {
  const std::size_t at = text.find_first_not_of('\'');
  return at != text.npos && std::string_view("=+-@\t\r").find(text[at]) != std::string_view::npos;
}

}  // namespace

std::string inert(std::string text) {
  if (begins_like_formula(text)) text.insert(0, 1, '\'');
  return text;
}

std::string without_inert_mark(std::string text) {
  if (text.starts_with('\'') && begins_like_formula(text)) text.erase(0, 1);
  return text;
}

}  // namespace kontor::exchange
