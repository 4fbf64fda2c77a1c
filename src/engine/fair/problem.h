#pragma once
#include <cstdint>
#include <vector>

namespace kontor::engine::fair {

// Meetings of a fair: which of those wished for are held, in which slot, at which table. Everything
// is numbered from 0 within its list, -1 is "none". Immutable.

// Two different participants who may meet once, and what that is worth. A wish of one and a wish of
// the other for the same pair are one meeting.
struct Meeting {
  int first = 0;
  int second = 0;
  std::int64_t points = 0;  // of the wants that it grants
  int musts = 0;            // that it grants, 0 … 2
  bool first_asked = true;  // whether it grants a wish of `first`, and of `second`
  bool second_asked = false;
  int fixed_slot = -1;  // it is held, in this slot
  int host = -1;        // held at the own table of this one of the two; takes none of the slot's
};

// If both are held, `earlier` is held in a slot before that of `later`.
struct Precedence {
  int earlier = 0;
  int later = 0;
};

struct Participant {
  int seats = 1;   // meetings at once, in every slot of its presence
  int least = 0;   // meetings that it was promised: outweigh everything; broken ones are reported
  int most = -1;   // meetings that it may have; -1: as many as fit
  int group = -1;  // its region, say: of the groups whose shares are compared
  std::vector<int> absent_slots;
};

struct Slot {
  int session = 0;  // slots of one session follow one another; sessions are in order
  int tables = 0;
};

struct Problem {
  std::vector<Slot> slots;
  std::vector<Participant> participants;
  std::vector<Meeting> meetings;  // at most one for each pair
  std::vector<Precedence> precedences;
  int groups = 0;
  bool breaks_span_sessions = false;  // idle slots between two sessions count too
};

// What things count in a plan's value. A promised meeting outweighs all musts and wants together, a
// must all wants together; a promise is a multiple of a must.
struct Weights {
  std::int64_t must = 1;
  std::int64_t promise = 1;
  std::int64_t point = 1;  // of a want
};

Weights weights(const Problem& problem);

inline std::int64_t worth(const Meeting& meeting, const Weights& weights) {
  return meeting.points * weights.point + meeting.musts * weights.must;
}

// The largest that largest_sum() may be, so that all sums fit.
inline constexpr std::int64_t most_sum = std::int64_t{1} << 60;

// More than any sum that planning `problem` makes, in floating point: everything granted and kept,
// and the dearest for each participant on both sides of the network.
double largest_sum(const Problem& problem);

}  // namespace kontor::engine::fair
