#include "engine/breaks/matching.h"

#include <array>
#include <bit>

namespace kontor::engine::breaks {

namespace {

constexpr int nobody = -1;

// A matching of meetings into slots, grown by augmenting paths (Berge; Kuhn).
class Matching {
 public:
  explicit Matching(std::span<const SlotSet> domains) : domains_(domains) { owner_.fill(nobody); }

  bool place_all() {
    for (std::size_t m = 0; m < domains_.size(); ++m) {
      SlotSet unseen = ~SlotSet{0};
      if (!place(static_cast<int>(m), unseen)) return false;
    }
    return true;
  }

  int owner(int slot) const { return owner_[slot]; }

 private:
  bool place(int meeting, SlotSet& unseen) {
    if (const SlotSet choice = domains_[meeting] & ~taken_; choice != 0) {
      const int slot = std::countr_zero(choice);
      taken_ |= SlotSet{1} << slot;
      owner_[slot] = meeting;
      return true;
    }
    for (SlotSet choice = domains_[meeting] & unseen; choice != 0;
         choice = domains_[meeting] & unseen) {
      const int slot = std::countr_zero(choice);
      unseen &= ~(SlotSet{1} << slot);
      if (!place(owner_[slot], unseen)) continue;
      owner_[slot] = meeting;
      return true;
    }
    return false;
  }

  std::span<const SlotSet> domains_;
  std::array<int, most_slots> owner_{};
  SlotSet taken_ = 0;
};

}  // namespace

bool can_hold_all(std::span<const SlotSet> domains) {
  return Matching(domains).place_all();
}

// A meeting can take slot t if, moving on from owner to owner, t's owner ends in a free slot or in
// the slot that the meeting leaves.
std::vector<SlotSet> possible_slots(std::span<const SlotSet> domains) {
  std::vector<SlotSet> possible(domains.size(), 0);
  Matching matching(domains);
  if (!matching.place_all()) return possible;
  std::array<SlotSet, most_slots> reach{};
  std::vector<int> slot_of(domains.size());
  SlotSet used = 0;
  for (int s = 0; s < most_slots; ++s) {
    const int owner = matching.owner(s);
    reach[s] = SlotSet{1} << s;
    if (owner == nobody) continue;
    reach[s] |= domains[owner];
    slot_of[owner] = s;
    used |= SlotSet{1} << s;
  }
  for (SlotSet rest = used; rest != 0; rest &= rest - 1) {
    const int via = std::countr_zero(rest);
    for (SlotSet from = used; from != 0; from &= from - 1) {
      const int s = std::countr_zero(from);
      if ((reach[s] >> via) & 1U) reach[s] |= reach[via];
    }
  }
  for (std::size_t m = 0; m < domains.size(); ++m) {
    const SlotSet goals = ~used | (SlotSet{1} << slot_of[m]);
    for (SlotSet choice = domains[m]; choice != 0; choice &= choice - 1) {
      const int slot = std::countr_zero(choice);
      if ((reach[slot] & goals) != 0) possible[m] |= SlotSet{1} << slot;
    }
  }
  return possible;
}

}  // namespace kontor::engine::breaks
