#include "judge.h"

namespace kontor_verify {
namespace {
__extension__ typedef __int128 Points;  // times the scale; no sum of what files hold overflows it
using Costs = std::vector<std::optional<Points>>;

// What is left of points after paying the prices, as docs/plan-file.md adds it up.
class Bound : Schedule {
 public:
  explicit Bound(const Schedule& schedule) : Schedule(schedule) {}
  std::int64_t bound() {
    const Prices& prices = plan_.prices;
    Points sum = 0;
    for (const auto* rows : {&prices.person, &prices.room})
      for (const auto& [key, row] : *rows)
        for (const auto& [at, price] : row) sum += price;
    for (const auto& [session, row] : prices.table)
      for (const auto& [slot, price] : row)
        sum += Points{price} * mission_.sessions[session].tables;
    std::map<std::pair<int, int>, Points> pairs;
    for (const Wish& wish : mission_.wishes)
      if (wish.meets() && !mission_.never(wish.organisation, wish.counterpart))
        pairs[wish.pair()] += mission_.points(wish);
    for (const auto& [pair, points] : pairs)
      sum += left_of_meeting(pair.first, pair.second, points);
    for (int a = 0; a < std::ssize(possible_); ++a) sum += left_of_activity(a);
    return static_cast<std::int64_t>(sum / prices.scale);
  }

 private:
  Points time(const Prices::Rows& rows, int key, std::int64_t from, std::int64_t to) const {
    Points sum = 0;
    if (const auto row = rows.find(key); row != rows.end())
      for (auto at = row->second.lower_bound(from); at != row->second.end() && at->first < to; ++at)
        sum += at->second;
    return sum;
  }
  // The least that the time of somebody of `organisation` costs in each slot; nothing where nobody
  // can sit.
  const Costs& cheapest(int organisation) {
    const auto [found, fresh] = cheapest_.try_emplace(organisation, slots_.size());
    for (int p = 0; fresh && p < std::ssize(mission_.people); ++p) {
      const Person& person = mission_.people[p];
      if (person.organisation != organisation || person.role == "principal") continue;
      for (std::size_t s = 0; s < slots_.size(); ++s) {
        if (!free(p, slots_[s])) continue;
        const Points cost = time(plan_.prices.person, p, slots_[s].from, slots_[s].to);
        found->second[s] = std::min(found->second[s].value_or(cost), cost);
      }
    }
    return found->second;
  }
  Points left_of_meeting(int first, int second, Points points) {
    const auto &one = cheapest(first), &other = cheapest(second);
    Points best = 0;
    for (std::size_t s = 0; s < slots_.size(); ++s) {
      const int slot = slots_[s].slot;
      const Points table = time(plan_.prices.table, slots_[s].session, slot, slot + 1);
      if (one[s] && other[s])
        best = std::max(best, points * plan_.prices.scale - table - *one[s] - *other[s]);
    }
    return best;
  }
  Points left_of_activity(int number) const {
    const Activity& activity = mission_.activities[number];
    const bool takes_room = activity.kind != "b2b";
    Points best = 0;
    for (const Stay& stay : possible_[number]) {
      const auto in_the_way = [&](const Stay& slot) {
        return takes_room && slot.room == stay.room && slot.from < stay.to && stay.from < slot.to;
      };
      const auto absent = [&](int person) { return !free(person, of(person, stay)); };
      if (std::ranges::any_of(slots_, in_the_way) || std::ranges::any_of(activity.holders, absent))
        continue;
      const Points room =
          takes_room ? time(plan_.prices.room, stay.room, stay.from, stay.to) : Points{0};
      best = std::max(best, left_of_wishes(stay) - room);
    }
    return best;
  }
  Points left_of_wishes(const Stay& there) const {
    const int activity = there.activity;
    const auto cost = [&](int person) {
      const Stay stay = by_coach(person, activity) ? ride(there) : there;
      return time(plan_.prices.person, person, stay.from, stay.to);
    };
    int places = this->places(activity, there.room), seats = mission_.activities[activity].seats;
    Points sum = 0;
    for (const int person : mission_.activities[activity].holders) {
      sum -= cost(person);
      seats -= by_coach(person, activity);
    }
    std::vector<std::pair<Points, bool>> left;  // of the wishes of guests, and who comes by coach
    for (const Wish& wish : mission_.wishes) {
      if (wish.activity != activity || mission_.barred.contains(wish.pair())) continue;
      const Points worth = Points{mission_.points(wish)} * plan_.prices.scale;
      if (on_duty(wish.person, activity))
        sum += worth;
      else if (mission_.in_audience(wish.person, activity) &&
               free(wish.person, of(wish.person, there)))
        left.emplace_back(std::max(Points{0}, worth - cost(wish.person)),
                          by_coach(wish.person, activity));
    }
    std::ranges::sort(left, std::greater());
    for (const auto& [points, rider] : left) {
      if (places == 0 || (rider && seats <= 0)) continue;
      --places, seats -= rider, sum += points;
    }
    return sum;
  }
  std::map<int, Costs> cheapest_;  // of each organisation, in each slot
};
}  // namespace

std::int64_t bound(const Schedule& schedule) {
  return Bound(schedule).bound();
}
}  // namespace kontor_verify
