#include "planning/fair_translate.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/check.h"

namespace kontor::planning {

namespace {

using engine::fair::Meeting;
using mission::Fair;

// A pair of participants in either order, the wish that asks for it or the slot that fixes it.
struct Asked {
  int first;
  int second;
  int wish;
  int fixed_slot;
  bool same_pair(const Asked& other) const {
    return first == other.first && second == other.second;
  }
};

std::vector<Asked> all_asked(const Fair& fair) {
  std::vector<Asked> asked;
  const auto add = [&](int a, int b, int wish, int slot) {
    asked.push_back({std::min(a, b), std::max(a, b), wish, slot});
  };
  for (int w = 0; w < static_cast<int>(fair.wishes.size()); ++w)
    add(fair.wishes[w].wisher, fair.wishes[w].other, w, -1);
  for (const auto& it : fair.fixed) add(it.pair.first, it.pair.second, -1, it.slot);
  std::sort(asked.begin(), asked.end(), [](const Asked& a, const Asked& b) {
    return std::tie(a.first, a.second, a.wish) < std::tie(b.first, b.second, b.wish);
  });
  return asked;
}

std::vector<std::pair<int, int>> all_nevers(const Fair& fair) {
  std::vector<std::pair<int, int>> nevers;
  for (const auto& it : fair.nevers)
    nevers.emplace_back(std::min(it.first, it.second), std::max(it.first, it.second));
  std::sort(nevers.begin(), nevers.end());
  return nevers;
}

int host_of(const Fair& fair, int first, int second) {
  for (const int p : {first, second}) {
    const int side = fair.participants[p].side;
    if (side >= 0 && fair.sides[side].own_tables) return p;
  }
  return -1;
}

void grant(Meeting& meeting, const Asked& asked, const Fair& fair) {
  if (asked.wish < 0) {
    meeting.fixed_slot = asked.fixed_slot;
    return;
  }
  const auto& wish = fair.wishes[asked.wish];
  meeting.points += wish.points;
  meeting.musts += wish.points == 0 ? 1 : 0;
  (wish.wisher == meeting.first ? meeting.first_asked : meeting.second_asked) = true;
}

void add_meetings(const Fair& fair, FairTranslation& out) {
  const auto nevers = all_nevers(fair);
  out.meeting_of_wish.assign(fair.wishes.size(), -1);
  const Asked* last = nullptr;
  const std::vector<Asked> asked = all_asked(fair);
  for (const Asked& it : asked) {
    if (std::binary_search(nevers.begin(), nevers.end(), std::pair(it.first, it.second))) {
      if (it.wish < 0) out.fixed_nevers.push_back({{it.first, it.second}, it.fixed_slot});
      continue;
    }
    if (last == nullptr || !last->same_pair(it)) {
      Meeting meeting;
      meeting.first = it.first;
      meeting.second = it.second;
      meeting.first_asked = false;
      meeting.host = host_of(fair, it.first, it.second);
      out.problem.meetings.push_back(meeting);
    }
    last = &it;
    grant(out.problem.meetings.back(), it, fair);
    if (it.wish >= 0)
      out.meeting_of_wish[it.wish] = static_cast<int>(out.problem.meetings.size()) - 1;
  }
}

// The meeting of a pair, by the order in which add_meetings makes them; -1 for none.
int meeting_of(const engine::fair::Problem& problem, mission::FairPair pair) {
  const auto [low, high] = std::minmax(pair.first, pair.second);
  const auto at = std::lower_bound(
      problem.meetings.begin(), problem.meetings.end(), std::pair(low, high),
      [](const Meeting& a, const auto& b) { return std::pair(a.first, a.second) < b; });
  if (at == problem.meetings.end() || at->first != low || at->second != high) return -1;
  return static_cast<int>(at - problem.meetings.begin());
}

}  // namespace

FairTranslation translate(const Fair& fair) {
  FairTranslation out;
  for (int s = 0; s < static_cast<int>(fair.sessions.size()); ++s)
    out.problem.slots.insert(out.problem.slots.end(), fair.sessions[s].slots,
                             {s, fair.sessions[s].tables});
  for (const auto& it : fair.tables)
    for (int t = it.first_slot; t <= it.last_slot; ++t) out.problem.slots[t].tables = it.tables;
  out.problem.breaks_span_sessions = fair.breaks_contiguous;
  for (const auto& it : fair.participants)
    out.problem.participants.push_back({it.seats, it.least, it.most, it.group, {}});
  for (const auto& it : fair.absences)
    for (int t = it.first_slot; t <= it.last_slot; ++t)
      out.problem.participants[it.participant].absent_slots.push_back(t);
  out.problem.groups = static_cast<int>(fair.groups.size());
  add_meetings(fair, out);
  for (const auto& it : fair.orders) {
    const int earlier = meeting_of(out.problem, it.earlier);
    const int later = meeting_of(out.problem, it.later);
    if (earlier >= 0 && later >= 0) out.problem.precedences.push_back({earlier, later});
  }
  return out;
}

}  // namespace kontor::planning
