#pragma once
#include <optional>
#include <vector>

#include "planning/obstacle.h"

namespace kontor::planning {

// Where and when a wish of which nothing stands in the way would fit, at the first slot for a
// meeting.
struct FreePlace {
  base::LocalDateTime starts_at;
  mission::RoomId room;
  mission::SessionId session;  // of a meeting
  int slot = 0;
};

// Why a wish is not granted: minimal sets of obstacles. Without one whole set the wish could be
// granted with nothing else moved; without a part of it, it could not. An empty set says that
// nothing stands in the way: the plan just does not grant it, and `free` is where it would fit.
struct Why {
  bool granted = false;           // then there are no causes
  Obstacles causes;               // the set that is easiest to undo
  std::vector<Obstacles> others;  // the other minimal sets, the easier first
  std::optional<FreePlace> free;  // where there are no causes
};

// How much of mission and plan somebody knows who asks.
enum class Knowledge {
  All,
  Some,  // from redacted copies: says only what these show, and NotAvailable where they show
         // nothing. As it looks at nothing else, it cannot tell of what was redacted.
};

// Asks for the wish of this number in the mission's list; a never is "granted".
Why why(const Situation& situation, int wish, Knowledge knowledge);

// The wishes that are not granted, nevers apart, by their number.
std::vector<int> open_wishes(const Situation& situation);

}  // namespace kontor::planning
