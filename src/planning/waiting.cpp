#include "planning/waiting.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "planning/fairness.h"

namespace kontor::planning {

namespace {

// The printed rule: smaller comes first.
using Turn = std::tuple<int, int, int, int>;  // level, rank, share, number of the person

}  // namespace

std::vector<mission::Waiting> waiting_lists(const mission::Mission& mission,
                                            const mission::Plan& plan) {
  std::map<mission::PersonId, int> people;
  for (std::size_t p = 0; p < mission.people.size(); ++p)
    people[mission.people[p].id] = static_cast<int>(p);
  std::map<mission::WishId, const mission::Wish*> wishes;
  for (const auto& wish : mission.wishes) wishes[wish.id] = &wish;
  const auto shares = share_permille_of_each(mission, plan);
  std::map<mission::ActivityId, std::map<Turn, mission::PersonId>> queues;
  for (const auto& unplaced : plan.unplaced) {
    if (unplaced.cause != mission::Cause::ActivityFull) continue;
    const mission::Wish& wish = *wishes.at(unplaced.wish);
    const int person = people.at(wish.person);
    const auto share = shares.find(mission.people[person].organisation);
    const bool must = wish.level == mission::WishLevel::Must;
    queues[wish.activity][{must ? 0 : 1, must ? 0 : wish.rank,
                           share == shares.end() ? 1000 : share->second, person}] = wish.person;
  }
  std::vector<mission::Waiting> out;
  for (const auto& [activity, queue] : queues) {
    int position = 0;
    for (const auto& [turn, person] : queue) out.push_back({activity, person, ++position});
  }
  return out;
}

}  // namespace kontor::planning
