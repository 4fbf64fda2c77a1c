#pragma once
#include <cstdint>

#include "engine/timetable/bound.h"

namespace kontor::engine::timetable {

// Lowers the bound step by step: projected subgradient steps of Polyak's length towards the best
// known value, each direction deflected by the one before (Camerini, Fratta, Maffioli, "On
// improving relaxation methods by modified gradient techniques", Mathematical Programming Study 3,
// 1975), each price in a scale of its own, because musts and wants are worth so different.
// Deterministic.
class PriceSearch {
 public:
  PriceSearch(const Relaxation& relaxation, std::int64_t value);

  // Makes `count` steps; `value` is the best known value in points, which the bound approaches, and
  // `hint` its timetable.
  void run(int count, std::int64_t value, const Solution& hint);

  // The least bound so far, in points, and its prices in whole numbers.
  std::int64_t bound() const { return bound_; }
  Prices<std::int64_t> prices() const;

 private:
  void step(double value, const Solution& hint);
  double direct();
  void walk(double length);

  const Relaxation& relaxation_;
  Prices<double> prices_;
  Prices<double> best_prices_;
  Prices<double> direction_;
  Prices<double> scale_;  // of each price's steps: the least that was left where it was too low
  Demand demand_;
  double best_ = 0;
  double ambition_ = 1.0;
  int since_better_ = 0;
  std::int64_t bound_ = 0;
};

}  // namespace kontor::engine::timetable
