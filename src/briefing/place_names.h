#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "briefing/reading/read_number.h"

namespace kontor::briefing {

// A place that a text names, as a noun ("de Belgique") or an adjective ("belges").
struct PlaceMention {
  std::string place;                // "BE", "US", "US-CA", "EU", "BE-VLG"
  std::size_t first = 0, last = 0;  // tokens
  bool adjective = false;
  // What the preposition before it makes it: where a flow comes from or goes to.
  enum class Side : std::uint8_t { None, Origin, Destination } side = Side::None;
};

// All places named in the text, in its order.
std::vector<PlaceMention> places_in(const TextView& view);

}  // namespace kontor::briefing
