#include <algorithm>

#include "planning/verify_facts.h"

namespace kontor::planning {

namespace {

using mission::WishLevel;

mission::Score count_points(const Facts& facts) {
  mission::Score out;
  out.must_points = 1;
  for (const auto& wish : facts.mission.wishes)
    if (wish.level == WishLevel::Want) out.must_points += 10 - wish.rank;
  std::set<mission::WishId> granted;
  for (const auto& meeting : facts.plan.meetings)
    granted.insert(meeting.wishes.begin(), meeting.wishes.end());
  for (const auto& attendance : facts.plan.attendances) granted.insert(attendance.wish);
  for (const auto& wish : facts.mission.wishes) {
    if (wish.level == WishLevel::Never) continue;
    const bool must = wish.level == WishLevel::Must, placed = granted.contains(wish.id);
    ++(must ? out.musts_asked : out.wants_asked);
    if (!placed) continue;
    ++(must ? out.musts_placed : out.wants_placed);
    out.value += must ? out.must_points : 10 - wish.rank;
  }
  return out;
}

int worst_share(const Facts& facts) {
  std::set<mission::WishId> unplaced;
  for (const auto& entry : facts.plan.unplaced) unplaced.insert(entry.wish);
  std::map<mission::OrganisationId, std::pair<int, int>> shares;  // granted, asked
  for (const auto& wish : facts.mission.wishes) {
    if (wish.level == WishLevel::Never) continue;
    const auto wishing =
        wish.organisation.empty() ? facts.people.at(wish.person)->organisation : wish.organisation;
    const auto found = facts.organisations.find(wishing);
    if (found == facts.organisations.end() || found->second->side != mission::Side::Delegation)
      continue;
    ++shares[wishing].second;
    if (!unplaced.contains(wish.id)) ++shares[wishing].first;
  }
  int worst = 1000;
  for (const auto& [organisation, share] : shares)
    worst = std::min(worst, share.first * 1000 / share.second);
  return worst;
}

int count_breaks(const Facts& facts) {
  std::map<std::pair<mission::OrganisationId, mission::SessionId>, std::set<int>> slots;
  for (const auto& meeting : facts.plan.meetings)
    for (const auto& organisation : {meeting.first, meeting.second})
      slots[{organisation, meeting.session}].insert(meeting.slot);
  int breaks = 0;
  for (const auto& [where, used] : slots)
    for (auto slot = std::next(used.begin()); slot != used.end(); ++slot)
      if (*slot > *std::prev(slot) + 1) ++breaks;
  return breaks;
}

void compare_score(base::Issues& issues, std::string name, std::int64_t said, std::int64_t found) {
  if (said != found)
    accuse(issues, "wrong_figure", "score/" + name, std::to_string(said),
           {{"found", std::to_string(found)}});
}

}  // namespace

void verify_score(const Facts& facts, base::Issues& issues) {
  const mission::Score& said = facts.plan.score;
  const mission::Score found = count_points(facts);
  compare_score(issues, "value", said.value, found.value);
  compare_score(issues, "must_points", said.must_points, found.must_points);
  compare_score(issues, "musts_asked", said.musts_asked, found.musts_asked);
  compare_score(issues, "musts_placed", said.musts_placed, found.musts_placed);
  compare_score(issues, "wants_asked", said.wants_asked, found.wants_asked);
  compare_score(issues, "wants_placed", said.wants_placed, found.wants_placed);
  compare_score(issues, "breaks", said.breaks, count_breaks(facts));
  compare_score(issues, "worst_share_permille", said.worst_share_permille, worst_share(facts));
}

}  // namespace kontor::planning
