#include <algorithm>
#include <functional>
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

  // The bound in 1/price_scale points.
  Wide sum() {
    Wide sum = 0;
    for (const Meeting& meeting : problem_.meetings)
      if (meeting.fixed_slot >= 0) sum += hold(meeting);
    for (std::size_t p = 0; p < held_.size(); ++p) sum += income(p);
    for (std::size_t t = 0; t < slots_; ++t) sum += Wide{tables_[t]} * prices_.table[t];
    for (const Meeting& meeting : problem_.meetings)
      if (meeting.fixed_slot < 0) sum += std::max<Wide>(0, surplus(meeting).value_or(0));
    return sum;
  }

  std::int64_t bound() {
    const Wide all = sum();
    const Wide whole = all / price_scale - (all % price_scale < 0 ? 1 : 0);
    return static_cast<std::int64_t>(
        std::clamp<Wide>(whole, 0, std::numeric_limits<std::int64_t>::max()));
  }

  // See worst_share_bound in check.h.
  Share worst_share(std::int64_t value) {
    const Wide slack = sum() - Wide{value} * price_scale;
    std::vector<std::vector<Wide>> wishes(held_.size());  // surplus of each that may be granted
    std::vector<Share> shares(held_.size());
    for (const Meeting& it : problem_.meetings) {
      const auto surplus_here = it.fixed_slot < 0 ? surplus(it) : 0;
      for (const auto& [p, asked] :
           {std::pair(it.first, it.first_asked), std::pair(it.second, it.second_asked)}) {
        if (!asked) continue;
        ++shares[p].asked;
        if (it.fixed_slot >= 0)
          ++shares[p].granted;
        else if (surplus_here)
          wishes[p].push_back(*surplus_here);
      }
    }
    Share worst{1, 1};
    for (std::size_t p = 0; p < shares.size(); ++p) {
      if (shares[p].asked == 0) continue;
      shares[p].granted += most_granted(p, wishes[p], slack);
      if (shares[p].granted * std::int64_t{worst.asked} <
          worst.granted * std::int64_t{shares[p].asked})
        worst = shares[p];
    }
    return worst;
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

  int room(std::size_t p) const {
    const Participant& participant = problem_.participants[p];
    int room = 0;
    for (std::size_t t = 0; t < slots_; ++t) room += free_[p * slots_ + t];
    return participant.most < 0 ? room : std::min(room, participant.most - held_[p]);
  }

  // The first sum of check.h for participant `p` with `least` meetings or more; largest at a
  // corner.
  Wide dearest_number(std::size_t p, int least) const {
    const Participant& participant = problem_.participants[p];
    const int most = room(p);
    Wide best = Wide{std::numeric_limits<std::int64_t>::min()} * price_scale;
    for (const int d : {least, std::clamp(participant.least - held_[p], least, most), most}) {
      const Wide promised = std::min(held_[p] + d, participant.least);
      best = std::max(best,
                      promised * weights_.promise * price_scale + Wide{prices_.participant[p]} * d);
    }
    return best;
  }

  // The first two sums of check.h for participant `p`.
  Wide income(std::size_t p) const {
    Wide sum = dearest_number(p, 0);
    for (std::size_t t = 0; t < slots_; ++t) sum += Wide{free_[p * slots_ + t]} * time(p, t);
    return sum;
  }

  // Most of `wishes` that `p` can have granted while the bound loses no more than `slack`.
  int most_granted(std::size_t p, std::vector<Wide>& wishes, Wide slack) const {
    std::sort(wishes.begin(), wishes.end(), std::greater());
    const Wide income_now = dearest_number(p, 0);
    Wide lost = 0;
    int granted = 0;
    for (; granted < std::min(room(p), static_cast<int>(wishes.size())); ++granted) {
      lost += std::max<Wide>(0, -wishes[granted]);
      if (lost + income_now - dearest_number(p, granted + 1) > slack) break;
    }
    return granted;
  }

  // What `meeting` is worth beyond its prices in the slot that suits it best; nothing where none
  // is open to it.
  std::optional<Wide> surplus(const Meeting& meeting) const {
    const auto first = static_cast<std::size_t>(meeting.first);
    const auto second = static_cast<std::size_t>(meeting.second);
    const Wide left = scaled(meeting) - prices_.participant[first] - prices_.participant[second];
    std::optional<Wide> best;
    for (std::size_t t = 0; t < slots_; ++t) {
      if (free_[first * slots_ + t] <= 0 || free_[second * slots_ + t] <= 0) continue;
      if (meeting.host < 0 && tables_[t] <= 0) continue;
      const std::int64_t table = meeting.host < 0 ? prices_.table[t] : 0;
      const Wide here = left - time(first, t) - time(second, t) - table;
      best = best ? std::max(*best, here) : here;
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

std::vector<Share> shares(const Problem& problem, const Plan& plan) {
  std::vector<Share> found(problem.participants.size());
  for (std::size_t m = 0; m < problem.meetings.size(); ++m) {
    const Meeting& it = problem.meetings[m];
    for (const auto& [p, asked] :
         {std::pair(it.first, it.first_asked), std::pair(it.second, it.second_asked)}) {
      found[p].asked += asked ? 1 : 0;
      found[p].granted += asked && plan[m].slot >= 0 ? 1 : 0;
    }
  }
  return found;
}

Share worst_share_bound(const Problem& problem, const Prices& prices, std::int64_t value) {
  Adding adding(problem, prices, weights(problem));
  return adding.worst_share(value);
}

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
