#pragma once
#include <string>

namespace kontor::exchange {

// Programs that open a table as text run cells which begin with = + - @, a tab or a carriage return
// as formulas (OWASP, CSV injection). `text` with an apostrophe before it where it begins so, or
// where it would read as so marked.
std::string inert(std::string text);
// The inverse.
std::string without_inert_mark(std::string text);

}  // namespace kontor::exchange
