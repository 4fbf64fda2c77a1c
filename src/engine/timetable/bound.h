#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "engine/timetable/relaxation.h"

namespace kontor::engine::timetable {

// A number for each thing that is scarce: a person's time at an instant, a room at an instant, the
// tables of a slot; all in one row. As prices: 0 or more, in points times price_scale.
template <class Number>
struct Prices {
  std::size_t people = 0;
  std::size_t rooms = 0;
  std::size_t instants = 0;
  std::vector<Number> all;

  std::size_t person_at(int p, int i) const { return p * instants + i; }
  std::size_t table_at(int slot) const { return (people + rooms) * instants + slot; }
  std::span<const Number> person(int p) const { return {all.data() + p * instants, instants}; }
  std::span<const Number> room(int r) const {
    return {all.data() + (people + r) * instants, instants};
  }
  Number table(int slot) const { return all[table_at(slot)]; }

  bool operator==(const Prices&) const = default;
};

inline constexpr std::int64_t price_scale = 1000;

template <class Number>
Prices<Number> no_prices(const Problem& problem, const Grid& grid);

// An upper bound on the points, times price_scale, of every timetable:
//
//     Σ person prices + Σ tables × table price + Σ room prices
//   + Σ over meetings   max(0, max over slots of  points − table price − the cheapest time of
//                           somebody of either organisation during the slot)
//   + Σ over activities max(0, max over options of  the sure points − the time of the required
//                           − the room + the largest of points − time of its guests, as many as
//                           it has places, and of those who come by coach as many as its city
//                           has seats for besides the required)
//
// Any prices give a valid bound, by weak duality (Fisher, "The Lagrangian relaxation method for
// solving integer programming problems", Management Science 27, 1981): a timetable uses each person
// and room at most once at an instant and each table once in a slot, so its prices, counted for
// what it uses, come to at most the first line; and what is left of the points of each meeting and
// activity after paying its own prices is at most its own maximum, because the timetable's choice,
// not to hold it among them, is one of those compared. Whoever comes by coach uses their time from
// departure to return. Other travel and the duties of everyone are left out, which can only raise
// the bound.
template <class Number>
Number bound(const Relaxation& relaxation, const Prices<Number>& prices);

// The choices that attain the maxima of a bound: how often they use each priced thing (capacity
// minus usage is a subgradient), and the least that is left of the points of whoever uses it.
struct Demand {
  Prices<int> usage;
  Prices<double> least;
};

double bound(const Relaxation& relaxation, const Prices<double>& prices, Demand& demand);

}  // namespace kontor::engine::timetable
