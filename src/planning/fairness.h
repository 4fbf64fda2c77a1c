#pragma once
#include <map>
#include <string>
#include <vector>

#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::planning {

// How a group of the delegation's organisations fares: wishes of theirs and of their people. Groups
// by "region", "size" (companies), "kind" and "agency" (the owning agency's key), each in one word.
struct Share {
  std::string group_kind;
  std::string group;
  int organisations = 0;  // of the group that wish for something
  int asked = 0;          // wishes, nevers apart
  int granted = 0;
  mission::OrganisationId worst;  // the organisation with the least share
  int worst_permille = 0;         // its share
};

// Sorted by group_kind, groups in the order of their vocabulary; groups that ask for nothing are
// left out.
std::vector<Share> fairness(const mission::Mission& mission, const mission::Plan& plan);

// The organisations of that group, in the order of the mission's list; also those that ask for
// nothing.
std::vector<mission::OrganisationId> members(const mission::Mission& mission, const Share& share);

// The share, in thousandths, of each organisation that wishes for something.
std::map<mission::OrganisationId, int> share_permille_of_each(const mission::Mission& mission,
                                                              const mission::Plan& plan);

// The least share, in thousandths, of any organisation of the delegation that wishes for something;
// 1000 where none does.
int worst_share_permille(const mission::Mission& mission, const mission::Plan& plan);

}  // namespace kontor::planning
