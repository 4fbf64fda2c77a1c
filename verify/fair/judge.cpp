#include "judge.h"

#include <algorithm>
#include <functional>
#include <set>

namespace kontor_verify {

namespace {

class Counting {
 public:
  Counting(const Fair& fair, const Plan& plan, Report& report)
      : fair_(fair), plan_(plan), report_(report), slot_of_(fair.pairs.size(), -1) {
    diary_.resize(fair.people.size(), std::vector<std::vector<const Held*>>(fair.slots.size()));
  }

  std::map<std::string, std::int64_t> run() {
    std::set<std::pair<int, int>> taken;
    for (const Held& it : plan_.meetings) {
      const Pair& pair = fair_.pairs[it.pair];
      const std::string& place = it.line.place;
      if (slot_of_[it.pair] >= 0) report_.fault(place, "these two meet twice");
      slot_of_[it.pair] = it.slot;
      if (pair.host < 0 && (it.table < 1 || it.table > fair_.slots[it.slot].tables))
        report_.fault(place, "the slot has no such table", std::to_string(it.table));
      if (pair.host >= 0 && it.table != 0) report_.fault(place, "must be at an own table, 0");
      if (pair.host < 0 && !taken.insert({it.slot, it.table}).second)
        report_.fault(place, "the table is taken");
      for (const int p : {pair.first, pair.second}) {
        auto& here = diary_[p][it.slot];
        here.push_back(&it);
        if (fair_.people[p].present[it.slot] == 0)
          report_.fault(place, "is absent in this slot", fair_.people[p].key);
        if (static_cast<int>(here.size()) > fair_.people[p].seats)
          report_.fault(place, "has no seat free in this slot", fair_.people[p].key);
      }
      out_["musts"] += pair.musts;
      out_["points"] += pair.points;
    }
    out_["meetings"] = static_cast<std::int64_t>(plan_.meetings.size());
    check_pairs();
    for (std::size_t p = 0; p < fair_.people.size(); ++p) count_person(static_cast<int>(p));
    count_least_share();
    const Weights weight = weights(fair_);
    out_["value"] =
        out_["promised"] * weight.promise + out_["musts"] * weight.must + out_["points"];
    return out_;
  }

 private:
  void check_pairs() {
    for (std::size_t i = 0; i < fair_.pairs.size(); ++i) {
      const Pair& it = fair_.pairs[i];
      if (it.fixed >= 0 && slot_of_[i] != it.fixed)
        report_.fault("the plan", "a fixed meeting is not held in its slot",
                      fair_.people[it.first].key + " " + fair_.people[it.second].key);
    }
    for (const auto& [earlier, later] : fair_.orders)
      if (slot_of_[earlier] >= 0 && slot_of_[later] >= 0 && slot_of_[earlier] >= slot_of_[later])
        report_.fault("the plan", "a meeting is held before one that must precede it",
                      fair_.people[fair_.pairs[later].first].key + " " +
                          fair_.people[fair_.pairs[later].second].key);
  }

  void count_person(int p) {
    const Person& person = fair_.people[p];
    int meetings = 0;
    int last = -1;
    for (int t = 0; t < static_cast<int>(fair_.slots.size()); ++t) {
      if (diary_[p][t].empty()) continue;
      meetings += static_cast<int>(diary_[p][t].size());
      if (last >= 0) follow(p, last, t);
      last = t;
    }
    if (person.most >= 0 && meetings > person.most)
      report_.fault("the plan", "gives " + person.key + " more meetings than it may have",
                    std::to_string(meetings));
    out_["promised"] += std::min(meetings, person.least);
    out_["broken_promises"] += meetings < person.least ? 1 : 0;
    out_["breaks_bound"] += fewest_breaks(p, meetings);
  }

  // From the meetings of `p` in slot `last` to its next ones in slot `t`.
  void follow(int p, int last, int t) {
    const bool together = fair_.slots[last].session == fair_.slots[t].session;
    out_["breaks"] += t > last + 1 && (together || fair_.contiguous) ? 1 : 0;
    if (!together) return;
    std::set<std::pair<int, int>> before;
    for (const Held* it : diary_[p][last]) before.insert({fair_.pairs[it->pair].host, it->table});
    const auto& now = diary_[p][t];
    out_["table_changes"] += std::none_of(now.begin(), now.end(), [&](const Held* it) {
      return before.contains({fair_.pairs[it->pair].host, it->table});
    });
  }

  // Of each session's runs of presence those with fixed meetings, or else the roomiest, cost no
  // break but between them; every further one, the roomiest first, costs one, until all fit.
  int fewest_breaks(int p, int meetings) const {
    if (meetings < 2) return 0;
    const auto slots = static_cast<int>(fair_.slots.size());
    std::vector<int> extra, unused;
    int breaks = 0;
    int used = 0;
    const auto end_part = [&] {
      std::sort(unused.begin(), unused.end(), std::greater());
      if (used == 0 && !unused.empty()) {
        meetings -= unused.front();
        unused.erase(unused.begin());
      }
      breaks += std::max(0, used - 1);
      extra.insert(extra.end(), unused.begin(), unused.end());
      unused.clear();
      used = 0;
    };
    for (int first = 0; first < slots; ++first) {
      if (first > 0 && part(first) != part(first - 1)) end_part();
      if (fair_.people[p].present[first] == 0) continue;
      int end = first + 1;
      while (end < slots && fair_.people[p].present[end] != 0 && part(end) == part(first)) ++end;
      const auto [room, fixed] = room_of(p, first, end);
      used += fixed ? 1 : 0;
      if (fixed) meetings -= room;
      if (!fixed) unused.push_back(room);
      first = end - 1;
    }
    end_part();
    std::sort(extra.begin(), extra.end(), std::greater());
    for (std::size_t i = 0; i < extra.size() && meetings > 0; ++i, ++breaks) meetings -= extra[i];
    return breaks;
  }

  int part(int slot) const { return fair_.contiguous ? 0 : fair_.slots[slot].session; }

  // How many meetings of `p` fit into slots first … end-1, and whether a fixed one is there.
  std::pair<int, bool> room_of(int p, int first, int end) const {
    int possible = 0;
    bool fixed = false;
    for (const auto& here : diary_[p])
      for (const Held* it : here) {
        const Pair& pair = fair_.pairs[it->pair];
        const auto& there = fair_.people[pair.first == p ? pair.second : pair.first].present;
        const bool inside = pair.fixed >= first && pair.fixed < end;
        fixed = fixed || inside;
        possible +=
            pair.fixed < 0 ? std::count(there.begin() + first, there.begin() + end, 1) > 0 : inside;
      }
    return {std::min(possible, fair_.people[p].seats * (end - first)), fixed};
  }

  void count_least_share() {
    std::vector<std::int64_t> asked(fair_.people.size()), granted(fair_.people.size());
    for (std::size_t i = 0; i < fair_.pairs.size(); ++i) {
      const Pair& it = fair_.pairs[i];
      for (const auto& [p, wished] :
           {std::pair(it.first, it.first_asked), std::pair(it.second, it.second_asked)}) {
        asked[p] += wished ? 1 : 0;
        granted[p] += wished && slot_of_[i] >= 0 ? 1 : 0;
      }
    }
    std::int64_t least = 1000;
    for (std::size_t p = 0; p < asked.size(); ++p)
      if (asked[p] > 0) least = std::min(least, 1000 * granted[p] / asked[p]);
    out_["least_share"] = least;
  }

  const Fair& fair_;
  const Plan& plan_;
  Report& report_;
  std::vector<int> slot_of_;  // of each pair
  std::vector<std::vector<std::vector<const Held*>>> diary_;
  std::map<std::string, std::int64_t> out_;
};

}  // namespace

std::map<std::string, std::int64_t> count(const Fair& fair, const Plan& plan, Report& report) {
  return Counting(fair, plan, report).run();
}

Weights weights(const Fair& fair) {
  std::int64_t points = 0;
  std::int64_t musts = 0;
  for (const Pair& it : fair.pairs) {
    points += it.points;
    musts += it.musts;
  }
  return {points + 1, (points + 1) * (musts + 1)};
}

std::vector<int> most_possible(const Fair& fair) {
  std::vector<int> partners(fair.people.size());
  for (const Pair& it : fair.pairs) {
    bool fits = it.fixed >= 0;
    for (std::size_t t = 0; t < fair.slots.size(); ++t)
      fits = fits ||
             (fair.people[it.first].present[t] != 0 && fair.people[it.second].present[t] != 0 &&
              (it.host >= 0 || fair.slots[t].tables > 0));
    for (const int p : {it.first, it.second}) partners[p] += fits ? 1 : 0;
  }
  for (std::size_t p = 0; p < partners.size(); ++p) {
    const Person& it = fair.people[p];
    const auto open = std::count(it.present.begin(), it.present.end(), 1);
    partners[p] = std::min(partners[p], static_cast<int>(open) * it.seats);
    if (it.most >= 0) partners[p] = std::min(partners[p], it.most);
  }
  return partners;
}

}  // namespace kontor_verify
