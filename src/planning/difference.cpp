#include "planning/difference.h"

#include <algorithm>
#include <map>
#include <set>

namespace kontor::planning {

namespace {

using mission::Plan;

// Those items of `rows` that `others` has not.
template <class Row>
std::vector<Row> only_in(const std::vector<Row>& rows, const std::vector<Row>& others) {
  std::vector<Row> out;
  for (const Row& row : rows)
    if (std::ranges::find(others, row) == others.end()) out.push_back(row);
  return out;
}

// Who has something in `one` that `other` has not, or has it elsewhere.
void add_concerned(const Plan& one, const Plan& other, std::set<mission::PersonId>& out) {
  std::map<mission::ActivityId, mission::ActivityPlacement> placements;
  for (const auto& placement : other.activities) placements.emplace(placement.activity, placement);
  std::set<mission::ActivityId> moved;
  for (const auto& placement : one.activities)
    if (const auto found = placements.find(placement.activity);
        found == placements.end() || found->second != placement)
      moved.insert(placement.activity);
  std::map<std::pair<mission::ActivityId, mission::PersonId>, mission::WishId> attendances;
  for (const auto& there : other.attendances)
    attendances.emplace(std::pair(there.activity, there.person), there.wish);
  for (const auto& here : one.attendances) {
    const auto found = attendances.find({here.activity, here.person});
    if (moved.contains(here.activity) || found == attendances.end() || found->second != here.wish)
      out.insert(here.person);
  }
  std::map<std::pair<mission::OrganisationId, mission::OrganisationId>, const mission::Meeting*>
      meetings;
  for (const auto& there : other.meetings) meetings[{there.first, there.second}] = &there;
  for (const auto& here : one.meetings) {
    const auto found = meetings.find({here.first, here.second});
    if (found != meetings.end() && *found->second == here) continue;
    out.insert(here.first_person);
    out.insert(here.second_person);
  }
}

}  // namespace

std::vector<Moved> difference(const mission::Mission& mission, const Plan& before,
                              const Plan& after) {
  std::set<mission::PersonId> concerned;
  add_concerned(before, after, concerned);
  add_concerned(after, before, concerned);
  std::vector<Moved> out;
  for (const mission::PersonId& person : concerned) {
    const auto old_days = agenda(mission, before, person),
               new_days = agenda(mission, after, person);
    Moved moved{person, only_in(old_days, new_days), only_in(new_days, old_days)};
    if (!moved.leaves.empty() || !moved.takes.empty()) out.push_back(std::move(moved));
  }
  return out;
}

}  // namespace kontor::planning
