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

// Calls visit(price, direction, usage, capacity) for each price.
template <class P, class D, class Visit>
void for_each_price(const Relaxation& relaxation, P& prices, D& direction, const Prices<int>& usage,
                    Visit visit) {
  for (std::size_t p = 0; p < prices.person.size(); ++p)
    for (std::size_t i = 0; i < prices.person[p].size(); ++i)
      visit(prices.person[p][i], direction.person[p][i], usage.person[p][i], 1);
  for (std::size_t r = 0; r < prices.room.size(); ++r)
    for (std::size_t i = 0; i < prices.room[r].size(); ++i)
      visit(prices.room[r][i], direction.room[r][i], usage.room[r][i], 1);
  for (std::size_t s = 0; s < prices.table.size(); ++s)
    visit(prices.table[s], direction.table[s], usage.table[s],
          relaxation.problem->sessions[relaxation.grid->slots[s].session].tables);
}

}  // namespace

PriceSearch::PriceSearch(const Relaxation& relaxation, std::int64_t value)
    : relaxation_(relaxation),
      prices_(no_prices<double>(*relaxation.problem, *relaxation.grid)),
      best_prices_(prices_),
      direction_(prices_),
      best_(timetable::bound<double>(relaxation, prices_)),
      bound_(std::max(value, static_cast<std::int64_t>(best_) / price_scale)) {}

// Sets the direction to excess demand, smoothed; returns its squared length.
double PriceSearch::direct() {
  double length = 0;
  for_each_price(relaxation_, prices_, direction_, usage_,
                 [&](double price, double& direction, int used, int capacity) {
                   const double excess = used - capacity;
                   direction = memory * direction + excess;
                   if (price <= 0 && direction < 0) direction = 0;
                   length += direction * direction;
                 });
  return length;
}

void PriceSearch::walk(double length) {
  for_each_price(relaxation_, prices_, direction_, usage_,
                 [&](double& price, double direction, int, int) {
                   price = std::max(0.0, price + length * direction);
                 });
}

void PriceSearch::step(double value) {
  const double now = timetable::bound<double>(relaxation_, prices_, &usage_);
  if (now < best_ - 1e-6 * best_) {
    since_better_ = 0;
  } else if (++since_better_ > patience) {
    since_better_ = 0;
    ambition_ = std::max(least_ambition, ambition_ / 2);
    prices_ = best_prices_;
  }
  if (now < best_) {
    best_ = now;
    best_prices_ = prices_;
  }
  const double squared = direct();
  if (squared > 0) walk(ambition_ * std::max(0.0, now - value) / squared);
}

void PriceSearch::run(int count, std::int64_t value) {
  for (int i = 0; i < count && bound_ > value; ++i)
    step(static_cast<double>(value) * static_cast<double>(price_scale));
  bound_ = std::min(bound_, timetable::bound(relaxation_, prices()) / price_scale);
}

Prices<std::int64_t> PriceSearch::prices() const {
  return rounded(best_prices_);
}

}  // namespace kontor::engine::timetable
