#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "engine/fair/plan.h"

namespace kontor::engine::fair {

// The state of the search: which meeting is held when, seat by seat, such that nobody sits at two
// tables, is absent, or has more meetings than allowed. Tables are numbered at the end (tables.h);
// here they are counted. Starts with the fixed meetings held.
//
// A participant with k seats is k seats, each in at most one meeting of a slot: so two slots'
// meetings always form paths and even or odd circles of seats, which is what chains.h swaps.
class Timetable {
 public:
  explicit Timetable(const Problem& problem);

  const Problem& problem() const { return *problem_; }
  int slots() const { return slots_; }
  int words() const { return words_; }

  // Slots, as bits, in which `participant` has a seat free.
  std::span<const std::uint64_t> free(int participant) const {
    return {free_.data() + static_cast<std::size_t>(participant) * words_,
            static_cast<std::size_t>(words_)};
  }
  bool is_free(int participant, int slot) const {
    return (free(participant)[slot / 64] >> (slot % 64) & 1U) != 0;
  }
  bool is_present(int participant, int slot) const {
    return present_[static_cast<std::size_t>(participant) * slots_ + slot] != 0;
  }
  // Whether there is a table for `meeting` in `slot`.
  bool has_table(int meeting, int slot) const {
    return problem_->meetings[meeting].host >= 0 || load_[slot] < problem_->slots[slot].tables;
  }
  int slot_of(int meeting) const { return slot_[meeting]; }
  int load(int slot) const { return load_[slot]; }
  int held(int participant) const { return held_[participant]; }
  // Meetings that `participant` may have at most, all told.
  int most(int participant) const { return most_[participant]; }
  bool may_have_more(int participant) const { return held_[participant] < most_[participant]; }

  // Slots, as bits, in which `participant` has a meeting.
  bool has_meeting(int participant, int slot) const {
    return (busy(participant)[slot / 64] >> (slot % 64) & 1U) != 0;
  }
  std::span<const std::uint64_t> busy(int participant) const {
    return {busy_.data() + static_cast<std::size_t>(participant) * words_,
            static_cast<std::size_t>(words_)};
  }
  // The meetings of `slot`, in no order.
  std::span<const int> meetings_in(int slot) const { return in_slot_[slot]; }
  // What is held is worth: musts, promises, wants.
  std::int64_t value() const { return value_; }
  std::int64_t worth_of(int meeting) const { return worth_[meeting]; }

  // Seats first_seat(p) … first_seat(p+1)-1 are those of participant p.
  int first_seat(int participant) const { return first_seat_[participant]; }
  int participant_of(int seat) const { return participant_of_[seat]; }
  // The meeting on `seat` in `slot`, -1 for none.
  int occupant(int seat, int slot) const {
    return occupant_[static_cast<std::size_t>(seat) * slots_ + slot];
  }
  const std::array<int, 2>& seats_of(int meeting) const { return seats_of_[meeting]; }

  // Whether the rules of `meeting` itself allow `slot`: both present, not fixed elsewhere.
  bool may_be_in(int meeting, int slot) const {
    const Meeting& it = problem_->meetings[meeting];
    return it.fixed_slot < 0 && is_present(it.first, slot) && is_present(it.second, slot);
  }
  // Whether the precedences of `meeting` allow `slot`, the others being where they are.
  bool in_order(int meeting, int slot) const { return !out_of_order(meeting, slot).has_value(); }
  // A held meeting that a precedence forbids with `meeting` in `slot`.
  std::optional<int> out_of_order(int meeting, int slot) const;

  // Both participants must have a seat free, and be allowed one more meeting.
  void place(int meeting, int slot);
  // The same on given seats.
  void seat(int meeting, int slot, const std::array<int, 2>& seats);
  void remove(int meeting);
  // Exchanges slots `t` and `u` for every meeting of `chain`, which must be closed under sharing a
  // seat in these two slots.
  void swap(std::span<const int> chain, int t, int u);

  // Everything since `mark` can be taken back; forget() keeps the journal short.
  std::size_t mark() const { return journal_.size(); }
  void roll_back(std::size_t mark);
  void forget() { journal_.clear(); }
  // The meetings that changed since `mark`, and whether they were held then.
  std::vector<std::pair<int, bool>> changed_since(std::size_t mark) const;

 private:
  struct Entry {
    int meeting;
    int slot;
    std::array<int, 2> seats;
  };
  struct Neighbour {
    int meeting;
    bool comes_later;
  };

  void build_seats();
  void build_order();
  void put(int meeting, int slot, const std::array<int, 2>& seats);
  void take(int meeting);
  void refresh(int seat, int slot);
  int free_seat(int participant, int slot) const;
  void count(int participant, int change);

  const Problem* problem_;
  int slots_;
  int words_;
  std::vector<int> first_seat_, participant_of_;
  std::vector<char> present_;
  std::vector<std::uint64_t> free_, busy_;
  Weights weights_;
  std::int64_t value_ = 0;
  std::vector<std::int64_t> worth_;
  std::vector<std::vector<int>> in_slot_;
  std::vector<int> place_;  // of each meeting in its slot's list
  std::vector<int> occupant_;
  std::vector<int> load_, held_, most_;
  std::vector<int> slot_;
  std::vector<std::array<int, 2>> seats_of_;
  std::vector<std::size_t> neighbour_begin_;
  std::vector<Neighbour> neighbours_;
  std::vector<Entry> journal_;
};

}  // namespace kontor::engine::fair
