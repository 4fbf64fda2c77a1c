#pragma once
#include <span>
#include <string>
#include <string_view>

namespace kontor::mission {

// The number of letters to insert, delete, replace or swap with their neighbour to turn `a` into
// `b` (optimal string alignment), counted in bytes, without regard to case.
int spelling_distance(std::string_view a, std::string_view b);

// " Did you mean \"leg\"?" for the word of `known` that is nearest to `word`; "" where none is near
// enough to be meant: more than a third of the letters differ.
std::string nearest_hint(std::string_view word, std::span<const std::string_view> known);

}  // namespace kontor::mission
