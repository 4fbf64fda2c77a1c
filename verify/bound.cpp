#include <optional>

#include "rules.h"
#include "text.h"

namespace kontor_verify {

namespace {

__extension__ typedef __int128 Wide;  // no sum of what files can hold overflows it

constexpr std::int64_t largest_price = std::int64_t{1} << 40;

// Adds up term by term what docs/plan-file.md lists under "The bound".
class Sum {
 public:
  Sum(const Judged& judged, const Prices& prices) : judged_(judged), prices_(prices) {
    const Mission& mission = judged.mission;
    for (int s = 0; s < static_cast<int>(mission.sessions.size()); ++s)
      for (int slot = 0; slot < mission.sessions[s].slots; ++slot)
        slots_.push_back(judged.schedule.of_slot(s, slot));
    wishes_.resize(mission.activities.size());
    for (const Wish& wish : mission.wishes)
      if (wish.activity != none && !wish.never) wishes_[wish.activity].push_back(&wish);
  }

  Wide total() {
    Wide sum = 0;
    for (const auto* rows : {&prices_.person, &prices_.room})
      for (const auto& [key, row] : *rows)
        for (const auto& [at, price] : row) sum += price;
    for (const auto& [session, row] : prices_.table)
      for (const auto& [slot, price] : row)
        sum += Wide{price} * judged_.mission.sessions[session].tables;
    std::map<std::pair<int, int>, Wide> pairs;
    for (const Wish& wish : judged_.mission.wishes)
      if (wish.activity == none && !judged_.mission.never(wish.organisation, wish.counterpart))
        pairs[std::minmax(wish.organisation, wish.counterpart)] += judged_.mission.points(wish);
    for (const auto& [pair, points] : pairs) sum += meeting(pair.first, pair.second, points);
    for (int a = 0; a < static_cast<int>(wishes_.size()); ++a) sum += activity(a);
    return sum;
  }

 private:
  using Rows = std::map<int, std::map<std::int64_t, std::int64_t>>;

  static Wide time(const Rows& rows, int key, std::int64_t from, std::int64_t to) {
    Wide sum = 0;
    if (const auto row = rows.find(key); row != rows.end())
      for (auto at = row->second.lower_bound(from); at != row->second.end() && at->first < to; ++at)
        sum += at->second;
    return sum;
  }
  Wide time(int person, const Stay& stay) const {
    return time(prices_.person, person, stay.from, stay.to);
  }

  bool can(int person, const Stay& stay) const {
    return judged_.schedule.free(person, stay) && !judged_.schedule.kept_away(person, stay);
  }

  // The least that the time of somebody of `organisation` costs in each slot; nothing where nobody
  // can sit.
  const std::vector<std::optional<Wide>>& cheapest(int organisation) {
    const auto [found, fresh] = cheapest_.try_emplace(organisation, slots_.size());
    const auto& people = judged_.mission.people;
    for (int p = 0; fresh && p < static_cast<int>(people.size()); ++p) {
      if (people[p].organisation != organisation || people[p].role == "principal") continue;
      for (std::size_t s = 0; s < slots_.size(); ++s)
        if (auto& least = found->second[s]; can(p, slots_[s]))
          least = std::min(least.value_or(time(p, slots_[s])), time(p, slots_[s]));
    }
    return found->second;
  }

  Wide meeting(int first, int second, Wide points) {
    const auto &one = cheapest(first), &other = cheapest(second);
    Wide best = 0;
    for (std::size_t s = 0; s < slots_.size(); ++s) {
      if (!one[s] || !other[s]) continue;
      const int slot = slots_[s].slot;
      const Wide table = time(prices_.table, slots_[s].session, slot, slot + 1);
      best = std::max(best, points * prices_.scale - table - *one[s] - *other[s]);
    }
    return best;
  }

  bool possible(const Activity& activity, int room, const Stay& stay) const {
    for (const Stay& slot : slots_)
      if (activity.kind != "b2b" && judged_.mission.sessions[slot.session].room == room &&
          slot.from < stay.to && stay.from < slot.to)
        return false;
    return std::ranges::all_of(activity.holders, [&](int p) { return can(p, stay); });
  }

  Wide activity(int number) const {
    const Activity& activity = judged_.mission.activities[number];
    std::optional<Wide> best;
    if (!judged_.plan.placement[number]) best = 0;
    for (const int room : activity.rooms)
      for (const Minute start : activity.starts) {
        const Stay stay = judged_.schedule.of(number, room, start);
        if (!possible(activity, room, stay)) continue;
        Wide left = attended(number, room, stay);
        if (activity.kind != "b2b") left -= time(prices_.room, room, stay.from, stay.to);
        best = std::max(best.value_or(left), left);
      }
    return best.value_or(0);
  }

  // What the wishes for an activity leave after paying for everybody's time.
  Wide attended(int number, int room, const Stay& stay) const {
    const Activity& activity = judged_.mission.activities[number];
    Wide sum = 0;
    for (const int person : activity.holders) sum -= time(person, stay);
    std::vector<Wide> left;
    for (const Wish* wish : wishes_[number]) {
      const Wide worth = Wide{judged_.mission.points(*wish)} * prices_.scale;
      if (judged_.schedule.on_duty(wish->person, number))
        sum += worth;
      else if (judged_.mission.in_audience(judged_.mission.people[wish->person], activity) &&
               can(wish->person, stay))
        left.push_back(std::max(Wide{0}, worth - time(wish->person, stay)));
    }
    std::ranges::sort(left, std::greater());
    const auto places = judged_.schedule.places(number, room);
    for (std::size_t i = 0; i < left.size() && (!places || static_cast<int>(i) < *places); ++i)
      sum += left[i];
    return sum;
  }

  const Judged& judged_;
  const Prices& prices_;
  std::vector<Stay> slots_;
  std::vector<std::vector<const Wish*>> wishes_;  // of each activity, nevers apart
  std::map<int, std::vector<std::optional<Wide>>> cheapest_;
};

}  // namespace

Prices read_prices(const Mission& mission, const PlanText& text, Report& report) {
  Prices out;
  for (const Line& line : text.of("certificate")) {
    const std::string_view word = line.words.size() > 2 ? line.words[1] : "";
    if (word == "scale") out.scale = read_number(line.words[2]);
    const bool table = word == "table";
    if (word != "person" && word != "room" && !table) continue;
    auto& rows = word == "person" ? out.person : table ? out.table : out.room;
    const int key = mission.number(table ? "session" : word, line.words[2]);
    bool good = key != none;
    for (std::size_t i = 3; i < line.words.size(); ++i, ++out.count) {
      const auto parts = cut(line.words[i], '=');
      const std::int64_t price = parts.size() == 2 ? read_number(parts[1]) : -1;
      std::string_view at = parts[0];
      if (!table && at.ends_with(":00Z")) at.remove_suffix(4);
      const std::int64_t when = table ? read_number(at) : read_local(at).value_or(-1);
      good = good && when >= 0 && price >= 0 && price <= largest_price &&
             rows[key].emplace(when, price).second;
    }
    if (!good) report.fault(line.place(), "has no price, or one twice");
  }
  if (out.scale < 1) report.fault("plan.txt certificate scale", "is not 1 or more");
  return out;
}

std::int64_t add_up_bound(const Judged& judged, const Prices& prices) {
  const Wide bound = Sum(judged, prices).total() / std::max<std::int64_t>(1, prices.scale);
  const auto narrow = static_cast<std::int64_t>(bound);
  if (narrow != bound)
    judged.report.fault("plan.txt certificate", "adds up to no number of points");
  return narrow;
}

}  // namespace kontor_verify
