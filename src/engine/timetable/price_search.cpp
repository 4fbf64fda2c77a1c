#include "engine/timetable/price_search.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kontor::engine::timetable {

namespace {

constexpr double memory = 0.8;  // how much of the last direction is kept
constexpr int patience = 5;     // steps without a better bound before shorter ones
constexpr double shorter = 0.97;
constexpr double much_shorter = 0.7;  // where the gap has become twice the best one
constexpr double least_ambition = 1e-3;
constexpr double least_gain = 1e-7;

}  // namespace

PriceSearch::PriceSearch(const Relaxation& relaxation)
    : relaxation_(relaxation),
      prices_(no_prices<double>(*relaxation.problem, *relaxation.grid)),
      best_prices_(prices_),
      demand_{no_prices<int>(*relaxation.problem, *relaxation.grid), prices_},
      best_(timetable::bound<double>(relaxation, prices_)),
      whole_(no_prices<std::int64_t>(*relaxation.problem, *relaxation.grid)),
      bound_(timetable::bound(relaxation, whole_) / price_scale) {
  capacity_.assign(prices_.all.size(), 1);
  for (std::size_t s = 0; s < relaxation.grid->slots.size(); ++s)
    capacity_[prices_.table_at(static_cast<int>(s))] =
        relaxation.problem->sessions[relaxation.grid->slots[s].session].tables;
  mover_of_.assign(prices_.all.size(), -1);
  add_groups();
  surcharge_.resize(groups_.size());
}

// One group for the time of each organisation's people in all slots, and one for all tables.
void PriceSearch::add_groups() {
  const Grid& grid = *relaxation_.grid;
  for (std::size_t o = 0; o < grid.meetings_of.size(); ++o) {
    if (grid.meetings_of[o].empty()) continue;
    std::vector<std::size_t> group;
    for (const int person : relaxation_.problem->seats[o])
      for (std::size_t s = 0; s < grid.slots.size(); ++s)
        if (grid.may_meet[person][s])
          group.push_back(prices_.person_at(person, grid.slot_instants[s].from));
    std::ranges::sort(group);
    group.erase(std::ranges::unique(group).begin(), group.end());
    groups_.push_back(std::move(group));
  }
  groups_.emplace_back();
  for (std::size_t s = 0; s < grid.slots.size(); ++s)
    groups_.back().push_back(prices_.table_at(static_cast<int>(s)));
}

// Sets the mover's direction to scaled excess demand, smoothed, and adds to the lengths.
void PriceSearch::direct(Mover& mover, int excess, double least, Lengths& lengths) const {
  if (excess > 0) mover.scale = std::max(1.0, least);
  if (mover.scale == 0) return;
  mover.direction = memory * mover.direction + excess * mover.scale;
  if (mover.level <= 0 && mover.direction < 0) mover.direction = 0;
  lengths.direction += mover.direction * mover.direction / mover.scale;
  if (excess > 0 || mover.level > 0) lengths.excess += excess * excess * mover.scale;
}

PriceSearch::Lengths PriceSearch::direct() {
  const std::vector<int>& usage = demand_.usage.all;
  const std::vector<double>& least = demand_.least.all;
  Lengths out;
  for (std::size_t k = 0; k < usage.size(); ++k)
    if (usage[k] > capacity_[k] && mover_of_[k] < 0) {
      mover_of_[k] = static_cast<int>(single_.size());
      single_.push_back({});
      moving_.push_back(k);
    }
  for (std::size_t m = 0; m < moving_.size(); ++m) {
    const std::size_t k = moving_[m];
    direct(single_[m], usage[k] - capacity_[k], least[k], out);
  }
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    int excess = 0;
    double smallest = std::numeric_limits<double>::max();
    for (const std::size_t k : groups_[g]) {
      excess += usage[k] - capacity_[k];
      if (usage[k] > 0) smallest = std::min(smallest, least[k]);
    }
    direct(surcharge_[g], excess, smallest, out);
  }
  return out;
}

void PriceSearch::price_anew() {
  std::ranges::fill(prices_.all, 0);
  for (std::size_t m = 0; m < moving_.size(); ++m) prices_.all[moving_[m]] = single_[m].level;
  for (std::size_t g = 0; g < groups_.size(); ++g)
    if (surcharge_[g].level > 0)
      for (const std::size_t k : groups_[g]) prices_.all[k] += surcharge_[g].level;
}

void PriceSearch::walk(double length) {
  for (auto* movers : {&single_, &surcharge_})
    for (Mover& mover : *movers)
      mover.level = std::max(0.0, mover.level + length * mover.direction);
  price_anew();
}

void PriceSearch::keep_best(double now) {
  best_ = now;
  best_prices_ = prices_;
  for (auto* movers : {&single_, &surcharge_})
    for (Mover& mover : *movers) mover.best_level = mover.level;
}

void PriceSearch::return_to_best() {
  prices_ = best_prices_;
  for (auto* movers : {&single_, &surcharge_})
    for (Mover& mover : *movers) {
      mover.level = mover.best_level;
      mover.direction = 0;
    }
}

// A direction of Polyak's length reaches no further than the excess demand alone would: where the
// two nearly cancel out, or demand fits but for what is left of an old direction, its own length
// would be far too great. Where nothing is in demand beyond what there is, and nothing priced is
// left over, no prices give a lesser bound.
void PriceSearch::step(double value) {
  double now = timetable::bound(relaxation_, prices_, demand_);
  if (now < best_ - least_gain * best_) {
    since_better_ = 0;
  } else if (++since_better_ > patience) {
    since_better_ = 0;
    const bool lost = now - value > 2 * (best_ - value);
    ambition_ = std::max(least_ambition, ambition_ * (lost ? much_shorter : shorter));
    if (lost) {
      return_to_best();
      now = timetable::bound(relaxation_, prices_, demand_);
    }
  }
  if (now < best_) keep_best(now);
  const Lengths squared = direct();
  least_ = squared.excess <= 0;
  if (least_) return;
  walk(ambition_ * std::max(0.0, now - value) / std::max(squared.direction, squared.excess));
}

void PriceSearch::run(int count, std::int64_t value) {
  for (int i = 0; i < count && bound_ > value && !least_; ++i)
    step(static_cast<double>(value) * static_cast<double>(price_scale));
  keep_whole();
}

// Rounding may raise the bound; then what there was stays.
void PriceSearch::keep_whole() {
  Prices<std::int64_t> rounded = whole_;
  for (std::size_t k = 0; k < rounded.all.size(); ++k)
    rounded.all[k] = std::llround(best_prices_.all[k]);
  const std::int64_t proven = timetable::bound(relaxation_, rounded) / price_scale;
  if (proven >= bound_) return;
  bound_ = proven;
  whole_ = std::move(rounded);
}

}  // namespace kontor::engine::timetable
