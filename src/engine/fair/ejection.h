#pragma once
#include <functional>
#include <vector>

#include "base/rng.h"
#include "engine/fair/timetable.h"

namespace kontor::engine::fair {

// Ejection chains (Glover, "Ejection chains, reference structures and alternating path methods for
// traveling salesman problems", Discrete Applied Mathematics 65, 1996): a meeting takes a slot from
// the least worthy ones in its way, which look for another slot, or take one in turn.
class Ejection {
 public:
  // Says whether what changed since a mark of the timetable may stay.
  using Judge = std::function<bool(std::size_t mark)>;
  static constexpr int deepest = 3;

  Ejection(Timetable& timetable, base::Rng& rng) : timetable_(timetable), rng_(rng) {}

  // Holds `meeting` by chains of up to `depth` links for at least `gain` more value, if `judge`,
  // which may be empty, agrees; else changes nothing.
  bool hold(int meeting, int depth, std::int64_t gain, const Judge& judge = {});

  // Meetings looked at so far.
  std::int64_t work() const { return work_; }

 private:
  std::vector<int> slots_for(int meeting, int depth);
  bool hold_in(int meeting, int slot, int depth);
  bool send_away(int meeting, std::vector<int>& away);
  int cheaper(int one, int other) const;
  int cheapest_at(int participant, int slot) const;
  int cheapest_of(int participant) const;
  int cheapest_in(int slot) const;

  Timetable& timetable_;
  base::Rng& rng_;
  std::int64_t work_ = 0;
};

}  // namespace kontor::engine::fair
