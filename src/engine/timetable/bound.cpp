#include "engine/timetable/bound.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace kontor::engine::timetable {

namespace {

template <class Number>
Number sum(std::span<const Number> prices, Instants instants) {
  Number total = 0;
  for (int i = instants.from; i < instants.to; ++i) total += prices[i];
  return total;
}

template <class Number>
struct Sitter {
  int person = -1;
  Number price = 0;
};

// Records the choices of a bound.
struct Recorder {
  Demand& demand;

  void person(int person, Instants instants, double left) {
    note(demand.usage.person_at(person, instants.from), instants, left);
  }
  void room(int room, Instants instants, double left) {
    note(demand.usage.person_at(static_cast<int>(demand.usage.people) + room, instants.from),
         instants, left);
  }
  void table(int slot, double left) { note(demand.usage.table_at(slot), {slot, slot + 1}, left); }

 private:
  void note(std::size_t first, Instants instants, double left) const {
    for (std::size_t k = first; k < first + (instants.to - instants.from); ++k) {
      double& least = demand.least.all[k];
      least = demand.usage.all[k]++ == 0 ? left : std::min(least, left);
    }
  }
};

// Adds up the bound term by term and records the maximal choices.
template <class Number>
class Adder {
 public:
  Adder(const Relaxation& relaxation, const Prices<Number>& prices, Recorder* recorder)
      : relaxation_(relaxation), prices_(prices), recorder_(recorder) {
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
          if (!grid.may_meet[person][s]) continue;
          const Number price = time(person, static_cast<int>(s));
          Sitter<Number>& best = sitters_[o][s];
          if (best.person < 0 || price < best.price) best = {person, price};
        }
    }
  }

  Number time(int person, int slot) const {
    return sum(prices_.person(person), relaxation_.grid->slot_instants[slot]);
  }

  Number capacities() const {
    const auto tables = static_cast<std::ptrdiff_t>(prices_.table_at(0));
    Number total = std::accumulate(prices_.all.begin(), prices_.all.begin() + tables, Number{0});
    for (std::size_t s = 0; s < relaxation_.grid->slots.size(); ++s)
      total += prices_.table(static_cast<int>(s)) *
               relaxation_.problem->sessions[relaxation_.grid->slots[s].session].tables;
    return total;
  }

  Number meeting(int m) {
    const MeetingWish& wish = relaxation_.problem->meetings[m];
    const Number points = static_cast<Number>(wish.points * price_scale);
    Number best = 0;
    int chosen = -1;
    for (const int s : relaxation_.meeting_slots[m]) {
      const Number left = points - prices_.table(s) - sitters_[wish.first][s].price -
                          sitters_[wish.second][s].price;
      if (left > best) {
        best = left;
        chosen = s;
      }
    }
    if (recorder_ && chosen >= 0) {
      const Instants instants = relaxation_.grid->slot_instants[chosen];
      recorder_->table(chosen, static_cast<double>(best));
      for (const int o : {wish.first, wish.second})
        recorder_->person(sitters_[o][chosen].person, instants, static_cast<double>(best));
    }
    return best;
  }

  Number activity(int a) {
    const std::vector<Way>& ways = relaxation_.ways[a];
    Number best = 0;
    int chosen = -1;
    for (std::size_t w = 0; w < ways.size(); ++w) {
      const Number value = worth(a, ways[w], false);
      if (value <= best) continue;
      best = value;
      chosen = static_cast<int>(w);
    }
    if (recorder_ && chosen >= 0) worth(a, ways[chosen], true);
    return best;
  }

  Instants instants_of(int a, const Way& way, int person) const {
    return rides(*relaxation_.problem, a, person) ? way.ride_instants : way.instants;
  }

  Number worth(int a, const Way& way, bool record) {
    Number value = static_cast<Number>(way.sure_points * price_scale);
    for (const int person : relaxation_.problem->activities[a].required)
      value -= sum(prices_.person(person), instants_of(a, way, person));
    if (way.room >= 0) value -= sum(prices_.room(way.room), way.instants);
    value += guests(a, way, record);
    if (!record) return value;
    const double left = std::max(1.0, static_cast<double>(value));
    for (const int person : relaxation_.problem->activities[a].required)
      recorder_->person(person, instants_of(a, way, person), left);
    if (way.room >= 0) recorder_->room(way.room, way.instants, left);
    return value;
  }

  Number guests(int a, const Way& way, bool record) {
    left_.clear();
    for (const Guest& guest : way.guests) {
      const Number left = static_cast<Number>(guest.points * price_scale) -
                          sum(prices_.person(guest.person), instants_of(a, way, guest.person));
      if (left > 0) left_.emplace_back(left, guest.person);
    }
    std::ranges::sort(left_, std::greater<>());
    int places = way.places, seats = way.seats;
    std::erase_if(left_, [&](const auto& guest) {
      const bool rider = rides(*relaxation_.problem, a, guest.second);
      if (places == 0 || (rider && seats == 0)) return true;
      --places;
      if (rider) --seats;
      return false;
    });
    Number value = 0;
    for (const auto& [left, person] : left_) {
      value += left;
      if (record) recorder_->person(person, instants_of(a, way, person), static_cast<double>(left));
    }
    return value;
  }

  const Relaxation& relaxation_;
  const Prices<Number>& prices_;
  Recorder* recorder_;
  std::vector<std::vector<Sitter<Number>>> sitters_;  // [organisation][slot]
  std::vector<std::pair<Number, int>> left_;          // of the points of a guest, and who
};

}  // namespace

template <class Number>
Prices<Number> no_prices(const Problem& problem, const Grid& grid) {
  const auto rooms = static_cast<std::size_t>(problem.rooms);
  const std::size_t count = (problem.people.size() + rooms) * grid.instants.size();
  return {problem.people.size(), rooms, grid.instants.size(),
          std::vector<Number>(count + grid.slots.size(), 0)};
}

template <class Number>
Number bound(const Relaxation& relaxation, const Prices<Number>& prices) {
  return Adder<Number>(relaxation, prices, nullptr).total();
}

double bound(const Relaxation& relaxation, const Prices<double>& prices, Demand& demand) {
  std::ranges::fill(demand.usage.all, 0);
  Recorder recorder{demand};
  return Adder<double>(relaxation, prices, &recorder).total();
}

template Prices<std::int64_t> no_prices(const Problem&, const Grid&);
template Prices<double> no_prices(const Problem&, const Grid&);
template Prices<int> no_prices(const Problem&, const Grid&);
template std::int64_t bound(const Relaxation&, const Prices<std::int64_t>&);
template double bound(const Relaxation&, const Prices<double>&);

}  // namespace kontor::engine::timetable
