#pragma once
#include <vector>

#include "engine/timetable/problem.h"
#include "mission/mission.h"

namespace kontor::planning {

// The rules of protocol as the engine sees them, by the numbers of the mission's lists.
struct DenseRules {
  std::vector<engine::timetable::Rule> rules;
  std::vector<int> numbers;  // of the mission's rule behind each; clearances come by activity

  // Adds to `required` those whom always_with asks for as company.
  void add_company(int activity, std::vector<int>& required) const;
  // Whether a clearance_needed rule keeps `person` away.
  bool bars(int activity, int person) const;
  // Who comes early and stays late, once it is known who is expected.
  std::vector<engine::timetable::Wait> waits(int activity,
                                             const engine::timetable::Activity& expected) const;
};

DenseRules translate_rules(const mission::Mission& mission);

}  // namespace kontor::planning
