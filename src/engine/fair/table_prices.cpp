#include "engine/fair/table_prices.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "engine/fair/check.h"
#include "engine/fair/relaxation.h"
#include "engine/fair/selection.h"

namespace kontor::engine::fair {

namespace {

constexpr int most_steps = 60;
constexpr int most_sessions = 64;
constexpr int patience = 3;  // steps without gain before they become smaller

using Sessions = std::uint64_t;              // as bits
using Prices64 = std::vector<std::int64_t>;  // of a table in each session

class Pricing {
 public:
  Pricing(const Timetable& fixed, const Weights& weights)
      : fixed_(fixed),
        problem_(fixed.problem()),
        weights_(weights),
        relaxation_(relax(fixed, weights, Costs::Fine)),
        network_(relaxation_.nodes, relaxation_.arcs) {
    for (int t = 0; t < fixed.slots(); ++t) {
      if (t == 0 || problem_.slots[t].session != problem_.slots[t - 1].session)
        tables_.push_back(0);
      session_of_.push_back(static_cast<int>(tables_.size()) - 1);
      tables_.back() += problem_.slots[t].tables - fixed.load(t);
    }
    for (const int m : relaxation_.open) open_in_.push_back(sessions_of(m));
    alike_ = alike();
  }

  PricedChoice run(const Stop& stop) {
    price_.assign(tables_.size(), 0);
    const double dearest_price = static_cast<double>(price_scale * dearest());
    descend(alike_, dearest_price / 2, stop);
    std::vector<int> alone(tables_.size());
    for (std::size_t s = 0; s < alone.size(); ++s) alone[s] = static_cast<int>(s);
    if (alone != alike_) descend(alone, dearest_price / 16, stop);
    return std::move(best_);
  }

 private:
  // Steps from the best prices so far, the same for all sessions of one part.
  void descend(const std::vector<int>& part_of, double step, const Stop& stop) {
    std::vector<double> best_excess;
    Prices64 price = price_;
    int idle = 0;
    for (int i = 0; i < most_steps && step >= 1; ++i) {
      set_costs(price);
      const Circulation flow = network_.cheapest(stop);
      std::vector<double> excess = excess_of(flow, price, part_of);
      PricedChoice now = priced(flow, price);
      const bool better = best_.chosen.empty() || now.bound < best_.bound;
      if (better) best_ = std::move(now);
      if (better) price_ = price;
      if (better || best_excess.empty()) best_excess = excess;
      if (tables_.size() > most_sessions || (stop && stop())) return;
      idle = better ? 0 : idle + 1;
      if (idle == patience) {
        idle = 0;
        step /= 2;
        price = price_;
        excess = best_excess;
      }
      move(price, excess, step);
    }
  }

  // Sessions that few meetings tell apart, because those who come to one come to the other: for
  // each the first that is like it.
  std::vector<int> alike() const {
    const std::size_t count = tables_.size();
    std::vector<int> first(count);
    for (std::size_t s = 0; s < count; ++s) {
      first[s] = static_cast<int>(s);
      for (std::size_t r = 0; r < s && first[s] == static_cast<int>(s); ++r) {
        std::size_t apart = 0;
        std::size_t either = 0;
        for (const Sessions open : open_in_) {
          apart += ((open >> s ^ open >> r) & 1U) != 0 ? 1 : 0;
          either += ((open >> s | open >> r) & 1U) != 0 ? 1 : 0;
        }
        if (first[r] == static_cast<int>(r) && apart * 5 < either) first[s] = static_cast<int>(r);
      }
    }
    return first;
  }

  // Sessions in which open meeting `m` could take a table; none for one at an own table.
  Sessions sessions_of(int m) const {
    Sessions open = 0;
    if (problem_.meetings[m].host >= 0) return open;
    const SlotSet slots = common_slots(fixed_, m);
    for (int t = 0; t < fixed_.slots(); ++t)
      if ((slots[t / 64] >> (t % 64) & 1U) != 0) open |= Sessions{1} << (session_of_[t] % 64);
    return open;
  }

  std::int64_t dearest() const {
    std::int64_t most = 1;
    for (const Meeting& it : problem_.meetings) most = std::max(most, it.points);
    return most;
  }

  static std::int64_t cheapest(Sessions open, const Prices64& price) {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (std::size_t s = 0; s < price.size(); ++s)
      if ((open >> s & 1U) != 0) least = std::min(least, price[s]);
    return open == 0 ? 0 : least;
  }

  int halves() const { return relaxation_.two_sided ? 1 : 2; }

  void set_costs(const Prices64& price) {
    std::map<Sessions, std::int64_t> known;
    for (std::size_t i = 0; i < open_in_.size(); ++i) {
      const auto [at, added] = known.emplace(open_in_[i], 0);
      if (added) at->second = cheapest(open_in_[i], price);
      const std::int64_t cost =
          at->second * relaxation_.cost_scale / price_scale -
          relaxation_.cost_scale * worth(problem_.meetings[relaxation_.open[i]], weights_);
      for (int half = 0; half < halves(); ++half)
        network_.set_cost(relaxation_.first_arc[i] + half, cost);
    }
  }

  PricedChoice priced(const Circulation& flow, const Prices64& price) const {
    PricedChoice out;
    out.prices = prices_of(relaxation_, problem_, flow);
    for (int t = 0; t < fixed_.slots(); ++t) out.prices.table[t] += price[session_of_[t]];
    out.bound = proven_bound(problem_, out.prices, weights_).value();
    out.chosen = rounded(relaxation_, problem_, choice_of(relaxation_, flow));
    return out;
  }

  static void move(Prices64& price, const std::vector<double>& excess, double step) {
    for (std::size_t s = 0; s < price.size(); ++s) {
      const auto change = static_cast<std::int64_t>(step * std::clamp(excess[s], -1.0, 1.0));
      price[s] = std::max<std::int64_t>(0, price[s] + change) & ~std::int64_t{1};
    }
  }

  // How many more meetings than tables each part would have, as a part of its tables. Each goes to
  // the cheapest sessions open to it, among equals to the emptiest.
  std::vector<double> excess_of(const Circulation& flow, const Prices64& price,
                                const std::vector<int>& part_of) const {
    std::map<Sessions, double> count;
    const std::vector<int> choice = choice_of(relaxation_, flow);
    for (std::size_t i = 0; i < choice.size(); ++i)
      if (open_in_[i] != 0) count[open_in_[i]] += static_cast<double>(choice[i]) / halves();
    std::vector<double> load(price.size());
    for (const bool flexible : {false, true})
      for (const auto& [open, meetings] : count) {
        std::vector<std::size_t> equals;
        for (std::size_t s = 0; s < price.size(); ++s)
          if ((open >> s & 1U) != 0 && price[s] == cheapest(open, price)) equals.push_back(s);
        if ((equals.size() > 1) == flexible) fill(equals, meetings, load);
      }
    std::vector<double> part_load(price.size()), tables(price.size()), excess(price.size());
    for (std::size_t s = 0; s < price.size(); ++s) {
      part_load[part_of[s]] += load[s];
      tables[part_of[s]] += tables_[s];
    }
    for (std::size_t s = 0; s < price.size(); ++s)
      excess[s] = (part_load[part_of[s]] - tables[part_of[s]]) / std::max(1.0, tables[part_of[s]]);
    return excess;
  }

  // Spreads `meetings` over sessions such that those with most tables left get them.
  void fill(const std::vector<std::size_t>& sessions, double meetings,
            std::vector<double>& load) const {
    constexpr int parts = 64;
    for (int i = 0; i < parts; ++i) {
      const auto emptiest =
          *std::max_element(sessions.begin(), sessions.end(), [&](std::size_t a, std::size_t b) {
            return tables_[a] - load[a] < tables_[b] - load[b];
          });
      load[emptiest] += meetings / parts;
    }
  }

  const Timetable& fixed_;
  const Problem& problem_;
  const Weights weights_;
  Relaxation relaxation_;
  Network network_;
  std::vector<int> session_of_;    // of each slot, from 0
  std::vector<double> tables_;     // left in each session
  std::vector<Sessions> open_in_;  // of each open meeting
  std::vector<int> alike_;         // of each session the first one like it
  Prices64 price_;                 // the best so far, and what they prove
  PricedChoice best_;
};

}  // namespace

PricedChoice price_tables(const Timetable& fixed, const Weights& weights, const Stop& stop) {
  return Pricing(fixed, weights).run(stop);
}

}  // namespace kontor::engine::fair
