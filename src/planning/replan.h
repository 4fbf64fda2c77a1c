#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "engine/timetable/repair.h"
#include "mission/disruption.h"
#include "planning/diff.h"
#include "planning/disrupt.h"
#include "planning/workbench.h"

namespace kontor::planning {

// What happens, when it is known, and what may not be touched.
struct Happening {
  mission::Disruption disruption;
  base::Instant now;  // what has started stays as it is
  std::vector<mission::Lock> locks;
};

// The changed mission as the engine sees it, shared by the proposals made for it.
struct Ground {
  Disrupted disrupted;
  Translation translation;
  engine::timetable::Grid grid;
};

// One way to go on.
struct Proposal {
  std::shared_ptr<const Ground> ground;
  engine::timetable::Solution solution;
  engine::timetable::Worth worth;
  int disturbed = 0;
  int least_disturbed = 0;  // nothing that takes the disruption in this variant disturbs fewer
  std::int64_t value_lost = 0;
  mission::Plan outline;  // activities, attendances and meetings

  Variant variant() const { return ground->disrupted.variant; }
  // Whether nothing disturbs fewer people, proven.
  bool minimal() const { return disturbed == least_disturbed; }
};

using engine::timetable::RepairStatus;

std::string_view word(RepairStatus status);

// Proposals for the happening, fewest people disturbed first, then least value lost, variant by
// variant. Without any, whether no timetable takes it, proven in each variant, or that is not
// known.
struct Replanned {
  RepairStatus status = RepairStatus::Unknown;
  std::vector<Proposal> proposals;
};

// Issues where the disruption or a lock makes no sense,
// and where a new rule contradicts others and the programme (rules_contradict: a minimal set of
// them).
base::Checked<Replanned> replan(const Workbench& bench, const Happening& happening,
                                const engine::timetable::RepairOptions& options,
                                const std::function<bool()>& stop);

// Why a happening has no proposals: without any one of the locks there would be some, the others
// kept; or there would be if nothing had begun yet. Neither: the mission itself does not allow it.
struct Blockage {
  std::vector<mission::Lock> locks;
  bool past = false;
};

// Of a happening for which replan() found nothing. All that it says was found: without the lock, or
// before anything had begun, there is a timetable.
Blockage what_blocks(const Workbench& bench, const Happening& happening);

// What a proposal changes for everybody concerned.
std::vector<PersonChange> consequences(const Workbench& bench, const Proposal& proposal);

// Meetings of the plan that the proposal does not hold, and activities that it gives up.
std::vector<mission::Meeting> dropped_meetings(const Workbench& bench, const Proposal& proposal);
std::vector<mission::ActivityId> dropped_activities(const Workbench& bench,
                                                    const Proposal& proposal);

// The proposal as a whole plan of its mission, whose text has the hash `input_hash`. Its bound is
// proven by the prices of the published plan's certificate, added up anew for the changed mission.
mission::Plan make_plan(const Workbench& bench, const Proposal& proposal,
                        const std::string& input_hash);

}  // namespace kontor::planning
