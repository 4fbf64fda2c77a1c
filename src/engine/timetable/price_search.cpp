#include "engine/timetable/price_search.h"

#include <algorithm>
#include <cmath>

namespace kontor::engine::timetable {

namespace {

constexpr double memory = 0.7;  // how much of the last direction is kept
constexpr int patience = 20;    // steps without a better bound before shorter steps
constexpr double least_ambition = 1e-4;

Prices<std::int64_t> rounded(const Prices<double>& prices) {
  const auto whole = [](const std::vector<double>& numbers) {
    std::vector<std::int64_t> out;
    for (const double number : numbers) out.push_back(std::llround(number));
    return out;
  };
  Prices<std::int64_t> out;
  for (const auto& person : prices.person) out.person.push_back(whole(person));
  for (const auto& room : prices.room) out.room.push_back(whole(room));
  out.table = whole(prices.table);
  return out;
}

// Calls visit(a price's value in each of `tables`…, its capacity) for every price.
template <class Visit, class... Tables>
void for_each_price(const Relaxation& relaxation, Visit visit, Tables&... tables) {
  for (std::size_t p = 0; p < relaxation.problem->people.size(); ++p)
    for (std::size_t i = 0; i < relaxation.grid->instants.size(); ++i)
      visit(tables.person[p][i]..., 1);
  for (std::size_t r = 0; r < static_cast<std::size_t>(relaxation.problem->rooms); ++r)
    for (std::size_t i = 0; i < relaxation.grid->instants.size(); ++i)
      visit(tables.room[r][i]..., 1);
  for (std::size_t s = 0; s < relaxation.grid->slots.size(); ++s)
    visit(tables.table[s]...,
          relaxation.problem->sessions[relaxation.grid->slots[s].session].tables);
}

}  // namespace

PriceSearch::PriceSearch(const Relaxation& relaxation, std::int64_t value)
    : relaxation_(relaxation),
      prices_(no_prices<double>(*relaxation.problem, *relaxation.grid)),
      best_prices_(prices_),
      direction_(prices_),
      scale_(prices_),
      demand_{no_prices<int>(*relaxation.problem, *relaxation.grid), prices_},
      best_(timetable::bound<double>(relaxation, prices_)),
      bound_(std::max(value, static_cast<std::int64_t>(best_) / price_scale)) {}

// Sets the direction to scaled excess demand, smoothed; returns its length in the scaled metric.
double PriceSearch::direct() {
  double length = 0;
  for_each_price(
      relaxation_,
      [&](double price, double& direction, double& scale, int used, double least, int capacity) {
        if (used > capacity) scale = std::max(1.0, least);
        if (scale == 0) return;
        direction = memory * direction + (used - capacity) * scale;
        if (price <= 0 && direction < 0) direction = 0;
        length += direction * direction / scale;
      },
      prices_, direction_, scale_, demand_.usage, demand_.least);
  return length;
}

void PriceSearch::walk(double length) {
  for_each_price(
      relaxation_,
      [&](double& price, double direction, int) {
        price = std::max(0.0, price + length * direction);
      },
      prices_, direction_);
}

void PriceSearch::step(double value, const Solution& hint) {
  const double now = timetable::bound(relaxation_, prices_, hint, demand_);
  if (now < best_ - 1e-7 * best_) {
    since_better_ = 0;
  } else if (++since_better_ > patience) {
    since_better_ = 0;
    ambition_ = std::max(least_ambition, ambition_ / 2);
    prices_ = best_prices_;
    direction_ = no_prices<double>(*relaxation_.problem, *relaxation_.grid);
  }
  if (now < best_) {
    best_ = now;
    best_prices_ = prices_;
  }
  const double squared = direct();
  if (squared > 0) walk(ambition_ * std::max(0.0, now - value) / squared);
}

void PriceSearch::run(int count, std::int64_t value, const Solution& hint) {
  for (int i = 0; i < count && bound_ > value; ++i)
    step(static_cast<double>(value) * static_cast<double>(price_scale), hint);
  bound_ = std::min(bound_, timetable::bound(relaxation_, prices()) / price_scale);
}

Prices<std::int64_t> PriceSearch::prices() const {
  return rounded(best_prices_);
}

}  // namespace kontor::engine::timetable
