#include <algorithm>
#include <limits>

#include "engine/fair/check.h"

namespace kontor::engine::fair {

namespace {

__extension__ using Wide = __int128;

// Prices beyond this are refused, so that no sum overflows.
constexpr std::int64_t dearest = std::int64_t{1} << 60;

class Adding {
 public:
  Adding(const Problem& problem, const Prices& prices, const Weights& weights)
      : problem_(problem), prices_(prices), weights_(weights), slots_(problem.slots.size()) {
    for (const Participant& participant : problem.participants) {
      held_.push_back(0);
      for (std::size_t t = 0; t < slots_; ++t) free_.push_back(participant.seats);
      for (const int slot : participant.absent_slots) free_[free_.size() - slots_ + slot] = 0;
    }
    for (const Slot& slot : problem.slots) tables_.push_back(slot.tables);
  }

  bool well_formed() const {
    const auto fine = [](const std::vector<std::int64_t>& prices, std::int64_t least) {
      return std::all_of(prices.begin(), prices.end(), [least](std::int64_t price) {
        return price >= least && price <= dearest;
      });
    };
    return prices_.participant.size() == held_.size() && prices_.table.size() == slots_ &&
           (prices_.time.empty() || prices_.time.size() == free_.size()) &&
           fine(prices_.participant, -dearest) && fine(prices_.table, 0) && fine(prices_.time, 0);
  }

  std::int64_t bound() {
    Wide sum = 0;
    for (const Meeting& meeting : problem_.meetings)
      if (meeting.fixed_slot >= 0) sum += hold(meeting);
    for (std::size_t p = 0; p < held_.size(); ++p) sum += income(p);
    for (std::size_t t = 0; t < slots_; ++t) sum += Wide{tables_[t]} * prices_.table[t];
    for (const Meeting& meeting : problem_.meetings)
      if (meeting.fixed_slot < 0) sum += surplus(meeting);
    const Wide whole = sum / price_scale - (sum % price_scale < 0 ? 1 : 0);
    return static_cast<std::int64_t>(
        std::clamp<Wide>(whole, 0, std::numeric_limits<std::int64_t>::max()));
  }

 private:
  Wide scaled(const Meeting& meeting) const { return Wide{worth(meeting, weights_)} * price_scale; }
  std::int64_t time(std::size_t p, std::size_t t) const {
    return prices_.time.empty() ? 0 : prices_.time[p * slots_ + t];
  }

  Wide hold(const Meeting& meeting) {
    for (const int p : {meeting.first, meeting.second}) {
      ++held_[p];
      --free_[p * slots_ + meeting.fixed_slot];
    }
    tables_[meeting.fixed_slot] -= meeting.host < 0 ? 1 : 0;
    return scaled(meeting);
  }

  // The first two sums of check.h for participant `p`; the first is largest at a corner.
  Wide income(std::size_t p) const {
    const Participant& participant = problem_.participants[p];
    Wide sum = 0;
    int room = 0;
    for (std::size_t t = 0; t < slots_; ++t) {
      room += free_[p * slots_ + t];
      sum += Wide{free_[p * slots_ + t]} * time(p, t);
    }
    if (participant.most >= 0) room = std::min(room, participant.most - held_[p]);
    Wide best = std::numeric_limits<std::int64_t>::min();
    for (const int d : {0, std::clamp(participant.least - held_[p], 0, room), room}) {
      const Wide promised = std::min(held_[p] + d, participant.least);
      best = std::max(best,
                      promised * weights_.promise * price_scale + Wide{prices_.participant[p]} * d);
    }
    return sum + best;
  }

  Wide surplus(const Meeting& meeting) const {
    const auto first = static_cast<std::size_t>(meeting.first);
    const auto second = static_cast<std::size_t>(meeting.second);
    const Wide left = scaled(meeting) - prices_.participant[first] - prices_.participant[second];
    Wide best = 0;
    for (std::size_t t = 0; t < slots_; ++t) {
      if (free_[first * slots_ + t] <= 0 || free_[second * slots_ + t] <= 0) continue;
      if (meeting.host < 0 && tables_[t] <= 0) continue;
      const std::int64_t table = meeting.host < 0 ? prices_.table[t] : 0;
      best = std::max(best, left - time(first, t) - time(second, t) - table);
    }
    return best;
  }

  const Problem& problem_;
  const Prices& prices_;
  const Weights weights_;
  std::size_t slots_;
  std::vector<int> held_;    // fixed meetings of each participant
  std::vector<int> free_;    // seats left, [participant × slots + slot]
  std::vector<int> tables_;  // left in each slot
};

}  // namespace

std::optional<std::int64_t> proven_bound(const Problem& problem, const Prices& prices) {
  return proven_bound(problem, prices, weights(problem));
}

std::optional<std::int64_t> proven_bound(const Problem& problem, const Prices& prices,
                                         const Weights& weights) {
  Adding adding(problem, prices, weights);
  if (!adding.well_formed()) return std::nullopt;
  return adding.bound();
}

}  // namespace kontor::engine::fair
