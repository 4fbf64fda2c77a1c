#include "planning/certify.h"

#include "planning/certificate.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;
using mission::Mission;
using mission::Plan;

template <class At>
void keep_price(std::map<At, std::int64_t>& row, At at, std::int64_t price) {
  if (price > 0) row[at] = price;
}

}  // namespace

std::string certify(const Mission& mission, const Translation& translation,
                    const timetable::Grid& grid, const timetable::Prices<std::int64_t>& prices,
                    const Plan& plan) {
  Certificate out{plan.input_hash,
                  plan.seed,
                  plan.score.value,
                  plan.score.bound,
                  plan.score.must_points,
                  timetable::price_scale,
                  {},
                  {},
                  {}};
  for (std::size_t p = 0; p < mission.people.size(); ++p)
    for (std::size_t i = 0; i < grid.instants.size(); ++i)
      keep_price(out.person[mission.people[p].id], translation.instant(grid.instants[i]),
                 prices.person(static_cast<int>(p))[i]);
  int number = 0;
  for (const auto& venue : mission.venues)
    for (const auto& room : venue.rooms) {
      for (std::size_t i = 0; i < grid.instants.size(); ++i)
        keep_price(out.room[room.id], translation.instant(grid.instants[i]),
                   prices.room(number)[i]);
      ++number;
    }
  for (std::size_t s = 0; s < grid.slots.size(); ++s)
    keep_price(out.table[mission.sessions[grid.slots[s].session].id], grid.slots[s].number,
               prices.table(static_cast<int>(s)));
  return write_certificate(out);
}

}  // namespace kontor::planning
