#pragma once
#include <cstdint>
#include <vector>

#include "engine/fair/problem.h"

namespace kontor::engine::fair {

// Where a meeting is held. Tables of a slot are numbered from 0; a meeting at its
// host's own table has table -1, and so has one that is not held.
struct Placement {
  int slot = -1;
  int table = -1;

  bool operator==(const Placement&) const = default;
};

using Plan = std::vector<Placement>;  // of each meeting

// What a plan is worth.
struct Worth {
  std::int64_t value = 0;            // promised × Weights::promise + musts × Weights::must + points
  std::int64_t musts = 0;            // wishes of this level that are granted
  std::int64_t points = 0;           // of the wants that are granted
  std::int64_t promised = 0;         // Σ over participants of min(meetings held, least)
  std::int64_t broken_promises = 0;  // participants with fewer meetings than their least
  int meetings = 0;
  int breaks = 0;         // maximal runs of idle slots between two meetings of one participant
  int table_changes = 0;  // a participant's next slot in a session has none of its last tables

  bool operator==(const Worth&) const = default;
};

// Wishes granted of those that a participant has, as far as they may meet at all.
struct Share {
  int granted = 0;
  int asked = 0;

  bool operator==(const Share&) const = default;
};

// Prices of what is scarce, in 1/price_scale points: the proof of a bound (bound.h).
struct Prices {
  std::vector<std::int64_t> participant;  // of a meeting of this participant; may be negative
  std::vector<std::int64_t> table;        // of a table in this slot, 0 or more
  std::vector<std::int64_t> time;         // [participant × slots + slot], 0 or more; empty: all 0

  bool operator==(const Prices&) const = default;
};

inline constexpr std::int64_t price_scale = 64;

}  // namespace kontor::engine::fair
