#pragma once
#include <cstdint>

#include "engine/timetable/bound.h"

namespace kontor::engine::timetable {

// Lowers the bound step by step: projected subgradient steps of Polyak's length towards the best
// known value, each direction deflected by the one before (Camerini, Fratta, Maffioli, "On
// improving relaxation methods by modified gradient techniques", Mathematical Programming Study 3,
// 1975). Two things make it fast here: each price moves in a scale of its own, because musts and
// wants are worth so different; and besides the single prices there are surcharges on whole groups
// of them, because an organisation that all want to meet is scarce in every slot. Deterministic.
class PriceSearch {
 public:
  explicit PriceSearch(const Relaxation& relaxation);

  // Makes `count` steps; `value` is the best known value in points, which the bound approaches.
  void run(int count, std::int64_t value);

  // The least bound so far, in points, and the prices in whole numbers that prove it; at first
  // none.
  std::int64_t bound() const { return bound_; }
  const Prices<std::int64_t>& prices() const { return whole_; }
  // Those of the last step, which may be worse.
  const Prices<double>& tried() const { return prices_; }
  // Whether no prices prove a lesser bound; then further steps do nothing.
  bool least() const { return least_; }

 private:
  // A price of its own or a surcharge; moves by what is in demand beyond what there is.
  struct Mover {
    double level = 0;
    double best_level = 0;
    double direction = 0;
    double scale = 0;  // the least that was left to anybody where it was too low; 0: never was
  };

  // Squared, in the metric of the scales.
  struct Lengths {
    double direction = 0;
    double excess = 0;  // of the excess demand that prices can answer
  };

  void add_groups();
  void step(double value);
  Lengths direct();
  void direct(Mover& mover, int excess, double least, Lengths& lengths) const;
  void walk(double length);
  void price_anew();
  void keep_best(double now);
  void return_to_best();
  void keep_whole();

  const Relaxation& relaxation_;
  std::vector<int> capacity_;                     // of each price
  std::vector<Mover> single_;                     // of the prices that were ever too low
  std::vector<std::size_t> moving_;               // their numbers
  std::vector<int> mover_of_;                     // of each price; -1: it never was too low
  std::vector<Mover> surcharge_;                  // of each group
  std::vector<std::vector<std::size_t>> groups_;  // numbers of prices
  Prices<double> prices_;
  Prices<double> best_prices_;
  Demand demand_;
  double best_ = 0;
  double ambition_ = 1.0;
  int since_better_ = 0;
  bool least_ = false;  // no prices give a lesser bound than the last ones
  Prices<std::int64_t> whole_;
  std::int64_t bound_ = 0;
};

}  // namespace kontor::engine::timetable
