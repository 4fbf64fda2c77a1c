#include "planning/reprice.h"

#include <algorithm>

#include "engine/timetable/relaxation.h"
#include "planning/certificate.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;
using Prices = timetable::Prices<std::int64_t>;

// Puts each price of `row` at its instant, or at the next where that is no longer one.
void put(const std::map<base::Instant, std::int64_t>& row, const Translation& translation,
         const timetable::Grid& grid, std::int64_t* prices) {
  for (const auto& [at, price] : row) {
    const auto minute = static_cast<int>((at - translation.origin) / std::chrono::minutes(1));
    const auto found = std::ranges::lower_bound(grid.instants, minute);
    if (found != grid.instants.end()) prices[found - grid.instants.begin()] += price;
  }
}

template <class Map, class Key>
const typename Map::mapped_type* price_of(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

Prices prices_of(const Certificate& certificate, const mission::Mission& mission,
                 const Translation& translation, const timetable::Grid& grid) {
  Prices out = timetable::no_prices<std::int64_t>(translation.problem, grid);
  for (std::size_t p = 0; p < mission.people.size(); ++p)
    if (const auto* row = price_of(certificate.person, mission.people[p].id))
      put(*row, translation, grid, out.all.data() + out.person_at(static_cast<int>(p), 0));
  int room = static_cast<int>(out.people);
  for (const auto& venue : mission.venues)
    for (const auto& each : venue.rooms) {
      if (const auto* row = price_of(certificate.room, each.id))
        put(*row, translation, grid, out.all.data() + out.person_at(room, 0));
      ++room;
    }
  for (std::size_t s = 0; s < grid.slots.size(); ++s)
    if (const auto* row = price_of(certificate.table, mission.sessions[grid.slots[s].session].id))
      if (const auto* price = price_of(*row, grid.slots[s].number))
        out.all[out.table_at(static_cast<int>(s))] = *price;
  return out;
}

}  // namespace

Repriced reprice(const mission::Plan& before, const mission::Mission& mission,
                 const Translation& translation, const timetable::Grid& grid) {
  const auto certificate = read_certificate(before.certificate);
  Repriced out;
  out.prices = certificate && certificate->scale == timetable::price_scale
                   ? prices_of(*certificate, mission, translation, grid)
                   : timetable::no_prices<std::int64_t>(translation.problem, grid);
  const auto relaxation = timetable::relax(translation.problem, grid);
  out.bound = timetable::bound(relaxation, out.prices) / timetable::price_scale;
  return out;
}

}  // namespace kontor::planning
