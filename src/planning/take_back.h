#pragma once
#include <expected>
#include <optional>
#include <set>
#include <string>

#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::planning {

// A mission and a plan of it, as they stood together.
struct Moment {
  mission::Mission mission;
  mission::Plan plan;
};

// What differs between two moments, by name: a record of the mission as "activity/A12", of the plan
// "placement/A12", "attendance/A12/P7", "meeting/O1/C2". The seats and the table of a meeting do
// not count, nor the coach of an attendance.
std::set<std::string> differences(const Moment& before, const Moment& after);

// `now` without what happened between `before` and `after`: what differs between these is again as
// it was before, all else stays as it is now. The plan has activities, attendances and meetings
// only. Where something of that is no longer as it was after: the names of all such.
std::expected<Moment, std::set<std::string>> take_back(const Moment& before, const Moment& after,
                                                       const Moment& now);

// The plan of such a moment with all the rest of a plan; its bound is proven by the prices of
// `published`, a plan of an earlier state. Nothing where the timetable breaks a rule.
std::optional<mission::Plan> complete(const Moment& moment, const mission::Plan& published,
                                      const std::string& input_hash);

}  // namespace kontor::planning
