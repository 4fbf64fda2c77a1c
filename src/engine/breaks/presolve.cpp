#include "engine/breaks/presolve.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "engine/breaks/matching.h"

namespace kontor::engine::breaks {

namespace {

int first_of(SlotSet set) {
  return std::countr_zero(set);
}
int last_of(SlotSet set) {
  return most_slots - 1 - std::countl_zero(set);
}

// Narrows domains until nothing changes; false when one becomes empty.
class Filter {
 public:
  Filter(const Problem& problem, Presolved& result) : problem_(problem), result_(result) {}

  bool run() {
    do {
      changed_ = false;
      for (const auto& [earlier, later] : problem_.precedences)
        if (!order(earlier, later)) return false;
      for (const std::vector<int>& meetings : result_.meetings_of)
        if (!separate(meetings) || !order_all(meetings)) return false;
      if (!respect_tables()) return false;
    } while (changed_);
    return std::ranges::none_of(result_.domain, [](SlotSet domain) { return domain == 0; });
  }

 private:
  bool narrow(int meeting, SlotSet slots) {
    const SlotSet domain = result_.domain[meeting] & slots;
    changed_ = changed_ || domain != result_.domain[meeting];
    result_.domain[meeting] = domain;
    return domain != 0;
  }

  bool order(int earlier, int later) {
    if (result_.domain[earlier] == 0 || result_.domain[later] == 0) return false;
    return narrow(later, ~first_slots(first_of(result_.domain[earlier]) + 1)) &&
           narrow(earlier, first_slots(last_of(result_.domain[later])));
  }

  // Those that must precede a meeting of a participant are held one after the other before it.
  bool order_all(const std::vector<int>& meetings) {
    for (const int m : meetings) {
      std::vector<int> firsts;
      std::vector<int> lasts;
      for (const int other : meetings) {
        if (result_.domain[other] == 0) return false;
        if (result_.preceding[m][other]) firsts.push_back(first_of(result_.domain[other]));
        if (result_.preceding[other][m]) lasts.push_back(last_of(result_.domain[other]));
      }
      std::ranges::sort(firsts);
      std::ranges::sort(lasts, std::greater());
      int begin = 0;
      int end = problem_.slots;
      for (const int slot : firsts) begin = std::max(begin, slot) + 1;
      for (const int slot : lasts) end = std::min(end - 1, slot);
      if (begin >= end || !narrow(m, first_slots(end) & ~first_slots(begin))) return false;
    }
    return true;
  }

  bool separate(const std::vector<int>& meetings) {
    if (meetings.size() > static_cast<std::size_t>(problem_.slots)) return false;
    std::vector<SlotSet> domains;
    for (const int m : meetings) domains.push_back(result_.domain[m]);
    const std::vector<SlotSet> possible = possible_slots(domains);
    for (std::size_t i = 0; i < meetings.size(); ++i)
      if (!narrow(meetings[i], possible[i])) return false;
    return true;
  }

  // A slot whose tables are all taken by meetings that can only be there is closed to the others.
  bool respect_tables() {
    std::vector<int> taken(problem_.slots, 0);
    for (const SlotSet domain : result_.domain)
      if (std::has_single_bit(domain)) ++taken[first_of(domain)];
    SlotSet full = 0;
    for (int s = 0; s < problem_.slots; ++s) {
      if (taken[s] > problem_.tables) return false;
      if (taken[s] == problem_.tables) full |= SlotSet{1} << s;
    }
    for (std::size_t m = 0; m < result_.domain.size(); ++m)
      if (!std::has_single_bit(result_.domain[m]) && !narrow(static_cast<int>(m), ~full))
        return false;
    return true;
  }

  const Problem& problem_;
  Presolved& result_;
  bool changed_ = false;
};

std::vector<int> find_windows(int slots, const Presolved& result, int p) {
  std::vector<int> windows;
  const std::vector<int>& meetings = result.meetings_of[p];
  const int length = result.degree(p);
  std::vector<SlotSet> inside(meetings.size());
  for (int begin = 0; begin + length <= slots; ++begin) {
    std::ranges::transform(meetings, inside.begin(), [&](int m) {
      return result.domain[m] & first_slots(begin + length - result.behind(p, m)) &
             ~first_slots(begin + result.before(p, m));
    });
    if (can_hold_all(inside)) windows.push_back(begin);
  }
  return windows;
}

// Whether meetings match into some choice of slots that has at most a given number of blocks: every
// such choice is tried, as long as the effort lasts.
class BlockSearch {
 public:
  BlockSearch(int slots, std::span<const SlotSet> domains)
      : slots_(slots), domains_(domains), inside_(domains.size()) {
    for (const SlotSet domain : domains) {
      all_ |= domain;
      if (std::has_single_bit(domain)) forced_ |= domain;
    }
  }

  // True also when the effort is used up: then nothing is known.
  bool may_have(int blocks) {
    effort_ = 50000;
    return extend(0, 0, blocks, static_cast<int>(domains_.size()));
  }

 private:
  bool extend(int from, SlotSet chosen, int blocks, int missing) {
    if (--effort_ < 0) return true;
    if (missing == 0) return (forced_ & ~chosen) == 0 && matches(chosen);
    if (blocks == 0) return false;
    for (int begin = from; begin + missing <= slots_; ++begin) {
      if ((forced_ & first_slots(begin) & ~chosen) != 0) return false;
      const int shortest = blocks == 1 ? missing : 1;
      for (int length = 1; length <= missing; ++length) {
        if (((all_ >> (begin + length - 1)) & 1U) == 0) break;
        if (length < shortest) continue;
        const SlotSet block = first_slots(begin + length) & ~first_slots(begin);
        if (extend(begin + length + 1, chosen | block, blocks - 1, missing - length)) return true;
      }
    }
    return false;
  }

  bool matches(SlotSet chosen) {
    std::ranges::transform(domains_, inside_.begin(),
                           [&](SlotSet domain) { return domain & chosen; });
    return can_hold_all(inside_);
  }

  int slots_;
  std::span<const SlotSet> domains_;
  std::vector<SlotSet> inside_;
  SlotSet all_ = 0;
  SlotSet forced_ = 0;
  int effort_ = 0;
};

int fewest_breaks(int slots, std::span<const SlotSet> domains) {
  BlockSearch search(slots, domains);
  int breaks = 0;
  while (breaks + 1 < static_cast<int>(domains.size()) && !search.may_have(breaks + 1)) ++breaks;
  return breaks;
}

void bound_breaks(const Problem& problem, Presolved& result) {
  for (int p = 0; p < problem.participants; ++p) {
    std::vector<SlotSet> domains;
    for (const int m : result.meetings_of[p]) domains.push_back(result.domain[m]);
    result.windows[p] = find_windows(problem.slots, result, p);
    const bool unbroken = !result.windows[p].empty();
    result.fewest_breaks[p] = unbroken ? 0 : fewest_breaks(problem.slots, domains);
    result.bound += result.fewest_breaks[p];
  }
}

std::vector<std::vector<bool>> all_preceding(const Problem& problem) {
  const std::size_t meetings = problem.meetings.size();
  std::vector<std::vector<int>> directly(meetings);
  for (const auto& [earlier, later] : problem.precedences) directly[later].push_back(earlier);
  std::vector<std::vector<bool>> preceding(meetings, std::vector<bool>(meetings, false));
  for (std::size_t m = 0; m < meetings; ++m)
    for (std::vector<int> open = directly[m]; !open.empty();) {
      const int earlier = open.back();
      open.pop_back();
      if (preceding[m][earlier]) continue;
      preceding[m][earlier] = true;
      open.insert(open.end(), directly[earlier].begin(), directly[earlier].end());
    }
  return preceding;
}

}  // namespace

std::vector<SlotSet> stated_domains(const Problem& problem) {
  std::vector<SlotSet> domains;
  for (std::size_t m = 0; m < problem.meetings.size(); ++m) {
    const Meeting& meeting = problem.meetings[m];
    SlotSet domain = problem.session[m] & first_slots(problem.slots);
    domain &= ~problem.forbidden[meeting.first] & ~problem.forbidden[meeting.second];
    if (problem.fixed[m] >= 0) domain &= SlotSet{1} << problem.fixed[m];
    domains.push_back(domain);
  }
  return domains;
}

int Presolved::before(int participant, int meeting) const {
  return static_cast<int>(std::ranges::count_if(
      meetings_of[participant], [&](int other) { return preceding[meeting][other]; }));
}

int Presolved::behind(int participant, int meeting) const {
  return static_cast<int>(std::ranges::count_if(
      meetings_of[participant], [&](int other) { return preceding[other][meeting]; }));
}

Presolved stated(const Problem& problem) {
  Presolved result;
  result.domain = stated_domains(problem);
  result.meetings_of.resize(problem.participants);
  for (std::size_t m = 0; m < problem.meetings.size(); ++m) {
    result.meetings_of[problem.meetings[m].first].push_back(static_cast<int>(m));
    result.meetings_of[problem.meetings[m].second].push_back(static_cast<int>(m));
  }
  result.preceding = all_preceding(problem);
  result.fewest_breaks.assign(problem.participants, 0);
  for (int p = 0; p < problem.participants; ++p) {
    std::vector<int>& windows = result.windows.emplace_back();
    for (int begin = 0; begin + result.degree(p) <= problem.slots; ++begin)
      windows.push_back(begin);
  }
  return result;
}

Problem with_twins_in_order(Problem problem) {
  std::set<int> ordered;
  for (const auto& [earlier, later] : problem.precedences) ordered.insert({earlier, later});
  std::map<std::tuple<int, int, SlotSet>, int> last;
  for (int m = 0; m < static_cast<int>(problem.meetings.size()); ++m) {
    if (problem.fixed[m] >= 0 || ordered.contains(m)) continue;
    const auto [first, second] = std::minmax(problem.meetings[m].first, problem.meetings[m].second);
    const auto [twin, alone] = last.try_emplace({first, second, problem.session[m]}, m);
    if (!alone) problem.precedences.emplace_back(std::exchange(twin->second, m), m);
  }
  return problem;
}

Presolved presolve(const Problem& problem) {
  Presolved result = stated(problem);
  result.infeasible = !Filter(problem, result).run();
  if (!result.infeasible) bound_breaks(problem, result);
  return result;
}

}  // namespace kontor::engine::breaks
