#include <algorithm>
#include <functional>
#include <limits>

#include "judge.h"

namespace kontor_verify {

namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t scale = 64;  // prices are in 1/64 point
constexpr Wide none = -(Wide{1} << 120);

// What is left once the fixed meetings are held, and the prices for it.
class Adding {
 public:
  Adding(const Fair& fair, const Certificate& prices) : fair_(fair), prices_(prices) {
    for (const Person& it : fair.people) {
      held_.push_back(0);
      for (const char present : it.present) free_.push_back(present != 0 ? it.seats : 0);
    }
    for (const Slot& it : fair.slots) tables_.push_back(it.tables);
    for (const Pair& it : fair.pairs) {
      if (it.fixed < 0) continue;
      fixed_ += worth(it);
      tables_[it.fixed] -= it.host < 0 ? 1 : 0;
      for (const int p : {it.first, it.second}) {
        ++held_[p];
        --free_[at(p, it.fixed)];
      }
    }
    sum_ = fixed_;
    for (int p = 0; p < static_cast<int>(held_.size()); ++p) {
      sum_ += income(p, 0);
      for (std::size_t t = 0; t < tables_.size(); ++t)
        sum_ += Wide{free_[at(p, t)]} * prices.time[at(p, t)];
    }
    for (std::size_t t = 0; t < tables_.size(); ++t) sum_ += Wide{tables_[t]} * prices.table[t];
    for (const Pair& it : fair.pairs)
      if (it.fixed < 0) sum_ += std::max<Wide>(0, surplus(it));
  }

  std::int64_t bound() const {
    const Wide whole = sum_ / scale - (sum_ % scale < 0 ? 1 : 0);
    return static_cast<std::int64_t>(
        std::clamp<Wide>(whole, 0, std::numeric_limits<std::int64_t>::max()));
  }

  // The least, over participants, of the largest share that leaves the bound at `value` or more.
  std::int64_t least_share(std::int64_t value) const {
    std::vector<std::vector<Wide>> wishes(held_.size());
    std::vector<std::int64_t> asked(held_.size()), granted(held_.size());
    for (const Pair& it : fair_.pairs) {
      const Wide left = it.fixed < 0 ? surplus(it) : 0;
      for (const auto& [p, wished] :
           {std::pair(it.first, it.first_asked), std::pair(it.second, it.second_asked)}) {
        if (!wished) continue;
        ++asked[p];
        granted[p] += it.fixed >= 0 ? 1 : 0;
        if (it.fixed < 0 && left > none) wishes[p].push_back(left);
      }
    }
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
    for (int p = 0; p < static_cast<int>(asked.size()); ++p) {
      if (asked[p] == 0) continue;
      const std::int64_t most = granted[p] + most_granted(p, wishes[p], sum_ - Wide{value} * scale);
      if (most * denominator >= numerator * asked[p]) continue;
      numerator = most;
      denominator = asked[p];
    }
    return 1000 * numerator / denominator;
  }

 private:
  std::size_t at(std::size_t p, std::size_t t) const { return p * tables_.size() + t; }

  Wide worth(const Pair& it) const {
    return (Wide{it.points} + Wide{it.musts} * prices_.must) * scale;
  }

  int room(int p) const {
    int room = 0;
    for (std::size_t t = 0; t < tables_.size(); ++t) room += std::max(0, free_[at(p, t)]);
    const int most = fair_.people[p].most;
    return most < 0 ? room : std::min(room, most - held_[p]);
  }

  // The most that `p` pays for `least` or more further meetings, with what its promise is worth.
  Wide income(int p, int least) const {
    const int most = room(p);
    const int promised = fair_.people[p].least;
    Wide best = none;
    for (const int d : {least, std::min(std::max(promised - held_[p], least), most), most}) {
      const Wide kept = std::min(held_[p] + d, promised);
      if (d >= least)
        best = std::max(best, kept * prices_.promise * scale + Wide{prices_.person[p]} * d);
    }
    return best;
  }

  // What a pair is worth beyond the prices in its cheapest slot; `none` where it has no slot.
  Wide surplus(const Pair& it) const {
    Wide best = none;
    for (std::size_t t = 0; t < tables_.size(); ++t) {
      if (free_[at(it.first, t)] <= 0 || free_[at(it.second, t)] <= 0) continue;
      if (it.host < 0 && tables_[t] <= 0) continue;
      const Wide price = Wide{prices_.time[at(it.first, t)]} + prices_.time[at(it.second, t)] +
                         (it.host < 0 ? prices_.table[t] : 0);
      best =
          std::max(best, worth(it) - prices_.person[it.first] - prices_.person[it.second] - price);
    }
    return best;
  }

  std::int64_t most_granted(int p, std::vector<Wide>& wishes, Wide slack) const {
    std::sort(wishes.begin(), wishes.end(), std::greater());
    const int most = std::min(room(p), static_cast<int>(wishes.size()));
    Wide lost = 0;
    int granted = 0;
    for (; granted < most; ++granted) {
      lost += std::max<Wide>(0, -wishes[granted]);
      if (lost + income(p, 0) - income(p, granted + 1) > slack) break;
    }
    return granted;
  }

  const Fair& fair_;
  const Certificate& prices_;
  std::vector<int> held_, free_, tables_;
  Wide fixed_ = 0, sum_ = 0;
};

}  // namespace

void bound(const Fair& fair, const Plan& plan, std::map<std::string, std::int64_t>& figures) {
  const auto beside = [&](std::int64_t sum, const Certificate& of) {
    return sum - figures["promised"] * of.promise - figures["musts"] * of.must;
  };
  const Adding adding(fair, plan.certificate);
  figures["bound"] = adding.bound();
  figures["least_share_bound"] = adding.least_share(figures["value"]);
  std::int64_t most = beside(figures["bound"], plan.certificate);
  if (plan.points_certificate.given) {
    std::int64_t all = 0;
    for (const Pair& it : fair.pairs) all += it.points;
    const std::int64_t other = Adding(fair, plan.points_certificate).bound();
    most = std::min({all, most, beside(other, plan.points_certificate)});
  }
  figures["points_bound"] = most;
}

}  // namespace kontor_verify
