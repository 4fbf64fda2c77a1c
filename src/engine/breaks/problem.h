#pragma once
#include <cstdint>
#include <utility>
#include <vector>

namespace kontor::engine::breaks {

// Meetings of pairs of participants, each to be placed in one of up to 64 slots, with the fewest
// breaks: the B2B scheduling optimisation problem of Bofill et al., JAIR 74 (2022), section 2.
//
// A break of a participant is a maximal run of idle slots between two of their meetings; its length
// does not count, nor do idle slots before the first or after the last meeting.

// Bit s stands for slot s.
using SlotSet = std::uint64_t;
inline constexpr int most_slots = 64;

struct Meeting {
  int first = 0;  // participants, different
  int second = 0;
};

// Immutable; participants, meetings and slots are numbered from 0.
struct Problem {
  int participants = 0;
  int slots = 0;     // 1 … most_slots
  int tables = 0;    // at most so many meetings in a slot
  int fairness = 2;  // numbers of breaks of any two participants differ by at most this
  std::vector<Meeting> meetings;
  std::vector<SlotSet> session;    // of each meeting: the slots of its session
  std::vector<int> fixed;          // of each meeting: its prescribed slot, or -1
  std::vector<SlotSet> forbidden;  // of each participant: the slots in which they cannot meet
  std::vector<std::pair<int, int>> precedences;  // (earlier, later), free of circles
};

// The slot of each meeting.
using Schedule = std::vector<int>;

// The slots 0 … count-1.
constexpr SlotSet first_slots(int count) {
  return count >= most_slots ? ~SlotSet{0} : (SlotSet{1} << count) - 1;
}

}  // namespace kontor::engine::breaks
