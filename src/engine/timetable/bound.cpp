#include "engine/timetable/bound.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace kontor::engine::timetable {

namespace {

template <class Number>
Number sum(const std::vector<Number>& prices, Instants instants) {
  Number total = 0;
  for (int i = instants.from; i < instants.to; ++i) total += prices[i];
  return total;
}

void use(std::vector<int>& usage, Instants instants) {
  for (int i = instants.from; i < instants.to; ++i) ++usage[i];
}

template <class Number>
struct Sitter {
  int person = -1;
  Number price = 0;
};

// Adds up the bound term by term and notes what the maximal choices use.
template <class Number>
class Adder {
 public:
  Adder(const Relaxation& relaxation, const Prices<Number>& prices, Prices<int>* usage)
      : relaxation_(relaxation), prices_(prices), usage_(usage) {
    find_cheapest_sitters();
  }

  Number total() {
    Number sum = capacities();
    for (std::size_t m = 0; m < relaxation_.problem->meetings.size(); ++m)
      sum += meeting(static_cast<int>(m));
    for (std::size_t a = 0; a < relaxation_.ways.size(); ++a) sum += activity(static_cast<int>(a));
    return sum;
  }

 private:
  void find_cheapest_sitters() {
    const auto& grid = *relaxation_.grid;
    const auto& seats = relaxation_.problem->seats;
    sitters_.assign(seats.size(), {});
    for (std::size_t o = 0; o < seats.size(); ++o) {
      if (grid.meetings_of[o].empty()) continue;
      sitters_[o].resize(grid.slots.size());
      for (std::size_t s = 0; s < grid.slots.size(); ++s)
        for (const int person : seats[o]) {
          if (!relaxation_.may_meet[person][s]) continue;
          const Number price = sum(prices_.person[person], grid.slot_instants[s]);
          Sitter<Number>& best = sitters_[o][s];
          if (best.person < 0 || price < best.price) best = {person, price};
        }
    }
  }

  Number capacities() const {
    Number total = 0;
    for (const auto& person : prices_.person)
      total = std::accumulate(person.begin(), person.end(), total);
    for (const auto& room : prices_.room) total = std::accumulate(room.begin(), room.end(), total);
    for (std::size_t s = 0; s < prices_.table.size(); ++s)
      total += prices_.table[s] *
               relaxation_.problem->sessions[relaxation_.grid->slots[s].session].tables;
    return total;
  }

  Number meeting(int m) {
    const MeetingWish& wish = relaxation_.problem->meetings[m];
    const Number points = static_cast<Number>(wish.points * price_scale);
    Number best = 0;
    int chosen = -1;
    for (const int s : relaxation_.meeting_slots[m]) {
      const Number left = points - prices_.table[s] - sitters_[wish.first][s].price -
                          sitters_[wish.second][s].price;
      if (left > best) {
        best = left;
        chosen = s;
      }
    }
    if (usage_ && chosen >= 0) {
      ++usage_->table[chosen];
      for (const int o : {wish.first, wish.second})
        use(usage_->person[sitters_[o][chosen].person], relaxation_.grid->slot_instants[chosen]);
    }
    return best;
  }

  Number activity(int a) {
    const std::vector<Way>& ways = relaxation_.ways[a];
    Number best = 0;
    int chosen = -1;
    for (std::size_t w = 0; w < ways.size(); ++w) {
      const Number value = worth(a, ways[w], nullptr);
      const bool better = chosen < 0 ? relaxation_.held[a] || value > 0 : value > best;
      if (!better) continue;
      best = value;
      chosen = static_cast<int>(w);
    }
    if (usage_ && chosen >= 0) worth(a, ways[chosen], usage_);
    return best;
  }

  Number worth(int a, const Way& way, Prices<int>* usage) {
    Number value = static_cast<Number>(way.sure_points * price_scale);
    for (const int person : relaxation_.problem->activities[a].required) {
      value -= sum(prices_.person[person], way.instants);
      if (usage) use(usage->person[person], way.instants);
    }
    if (way.room >= 0) {
      value -= sum(prices_.room[way.room], way.instants);
      if (usage) use(usage->room[way.room], way.instants);
    }
    return value + guests(way, usage);
  }

  Number guests(const Way& way, Prices<int>* usage) {
    left_.clear();
    for (const Guest& guest : way.guests) {
      const Number left = static_cast<Number>(guest.points * price_scale) -
                          sum(prices_.person[guest.person], way.instants);
      if (left > 0) left_.push_back({left, guest.person});
    }
    if (static_cast<int>(left_.size()) > way.places) {
      std::nth_element(left_.begin(), left_.begin() + way.places, left_.end(), std::greater<>());
      left_.resize(static_cast<std::size_t>(way.places));
    }
    Number value = 0;
    for (const auto& [left, person] : left_) {
      value += left;
      if (usage) use(usage->person[person], way.instants);
    }
    return value;
  }

  const Relaxation& relaxation_;
  const Prices<Number>& prices_;
  Prices<int>* usage_;
  std::vector<std::vector<Sitter<Number>>> sitters_;  // [organisation][slot]
  std::vector<std::pair<Number, int>> left_;
};

}  // namespace

template <class Number>
Prices<Number> no_prices(const Problem& problem, const Grid& grid) {
  const std::vector<Number> none(grid.instants.size(), 0);
  return {std::vector(problem.people.size(), none), std::vector<Number>(grid.slots.size(), 0),
          std::vector(static_cast<std::size_t>(problem.rooms), none)};
}

template <class Number>
Number bound(const Relaxation& relaxation, const Prices<Number>& prices, Prices<int>* usage) {
  if (usage) *usage = no_prices<int>(*relaxation.problem, *relaxation.grid);
  return Adder<Number>(relaxation, prices, usage).total();
}

template Prices<std::int64_t> no_prices(const Problem&, const Grid&);
template Prices<double> no_prices(const Problem&, const Grid&);
template Prices<int> no_prices(const Problem&, const Grid&);
template std::int64_t bound(const Relaxation&, const Prices<std::int64_t>&, Prices<int>*);
template double bound(const Relaxation&, const Prices<double>&, Prices<int>*);

}  // namespace kontor::engine::timetable
