#pragma once
#include <algorithm>
#include <set>
#include <string>

#include "base/rng.h"
#include "mission/fair_problem.h"

namespace kontor::verifying {

inline void add_made_pairs(mission::Fair& fair, int slots, base::Rng& rng) {
  const int people = static_cast<int>(fair.participants.size());
  std::set<std::pair<int, int>> wished, nevers, fixed;
  for (int tries = 0; tries < 6 * people; ++tries) {
    const int a = rng.between(0, people - 1);
    const int b = rng.between(0, people - 1);
    const int side = fair.participants[a].side;
    if (a == b || (side >= 0 && side == fair.participants[b].side)) continue;
    if (rng.chance(50)) {
      if (nevers.insert(std::minmax(a, b)).second) fair.nevers.push_back({a, b});
    } else if (wished.insert({a, b}).second) {
      fair.wishes.push_back({a, b, rng.chance(150) ? 0 : rng.between(1, 9)});
    }
  }
  for (const auto& wish : fair.wishes)
    if (!nevers.contains(std::minmax(wish.wisher, wish.other)) && rng.chance(20) &&
        fixed.insert(std::minmax(wish.wisher, wish.other)).second)
      fair.fixed.push_back({{wish.wisher, wish.other}, rng.between(0, slots - 1)});
  for (std::size_t w = 1; w < fair.wishes.size(); ++w)
    if (rng.chance(100))
      fair.orders.push_back({{fair.wishes[w - 1].wisher, fair.wishes[w - 1].other},
                             {fair.wishes[w].wisher, fair.wishes[w].other}});
}

// A small fair with everything that a fair file can say.
inline mission::Fair made_fair(std::uint64_t seed) {
  base::Rng rng(seed);
  mission::Fair fair;
  const int sessions = rng.between(1, 3);
  int slots = 0;
  for (int s = 0; s < sessions; ++s) {
    fair.sessions.push_back({"s" + std::to_string(s), rng.between(2, 5), rng.between(2, 6)});
    slots += fair.sessions.back().slots;
  }
  if (rng.chance(300)) fair.tables.push_back({rng.between(0, 3), 1, slots - 1});
  fair.breaks_contiguous = rng.chance(300);
  const int sides = rng.between(0, 3);
  for (int s = 0; s < sides; ++s)
    fair.sides.push_back({"side" + std::to_string(s), rng.chance(250)});
  fair.groups = {"g1", "g2"};
  const int people = rng.between(4, 24);
  for (int p = 0; p < people; ++p) {
    mission::FairParticipant it{"P" + std::to_string(p)};
    if (sides > 0) it.side = rng.between(-1, sides - 1);
    it.group = rng.between(-1, 1);
    if (rng.chance(200)) it.seats = 2;
    if (rng.chance(200)) it.least = 1;
    if (rng.chance(200)) it.most = rng.between(1, slots);
    fair.participants.push_back(it);
    if (rng.chance(300)) fair.absences.push_back({p, slots / 2, slots - 1});
    if (rng.chance(200)) fair.absences.push_back({p, 1, 1});
  }
  add_made_pairs(fair, slots, rng);
  return fair;
}

}  // namespace kontor::verifying
