#pragma once
#include <optional>
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "base/time.h"
#include "mission/disruption.h"
#include "planning/diff.h"
#include "planning/disrupt.h"
#include "planning/drag.h"
#include "planning/replan.h"
#include "planning/stand_ins.h"
#include "store/stored.h"

namespace kontor::actions {

// A disruption and when it is known. Without `now` the clock says, while the mission travels;
// before and after that nothing counts as past.
struct ChangeQuestion {
  mission::Disruption disruption;
  std::optional<base::Instant> now;
};

// One way to go on, as far as the reader may see it.
struct ChangeProposal {
  planning::Variant variant = planning::Variant::Only;
  int disturbed = 0;        // people whose engagements differ, principals only with the right
  int least_disturbed = 0;  // no way of this variant disturbs fewer
  bool minimal = false;     // proven
  std::int64_t value_lost = 0;
  std::string digest;  // of the timetable: whoever applies it names what was seen
  std::vector<planning::PersonChange> people;
  std::vector<mission::Meeting> dropped_meetings;
  std::vector<mission::ActivityId> dropped_activities;
};

struct ChangePreview {
  int version = 0;  // of the plan that was asked
  std::optional<base::Instant> now;
  planning::RepairStatus status = planning::RepairStatus::Unknown;
  std::vector<ChangeProposal> proposals;  // fewest people disturbed first
  // Where none was found: the locks of which each one stands in the way, or that what has begun
  // does; neither where the mission does not allow it at all.
  std::vector<std::string> blocking_locks;
  bool past_blocks = false;
  // After a no-show: whom the one left sitting could meet instead, as MeetingMoved.
  std::vector<planning::StandIn> stand_ins;
};

// What a change would bring; writes nothing. Refused: Denied; Missing for what the reader must not
// know; Conflict no_mission, no_plan; issues of the disruption.
Outcome<ChangePreview> preview_change(Context& context, const mission::Acting& acting,
                                      const ChangeQuestion& question);

// What a move by hand does with nothing else moved, in milliseconds: planning/drag.h. For those who
// may know every cause; others see of `broken` only whether it is empty, and no people.
Outcome<planning::DragEffect> try_move(Context& context, const mission::Acting& acting,
                                       const ChangeQuestion& move);

struct ChangeOrder {
  ChangeQuestion question;
  std::size_t proposal = 0;  // its place in the preview
  int version = 0;           // that the preview named
  std::string digest;        // empty: whatever stands in that place
  std::string reason;        // for the change log; holds no secret
};

// Makes the proposal the published plan, as a new version of plan and mission that verifies, with
// an entry in the change log. Refused besides: Conflict plan_moved_on where another version was
// published meanwhile, no_such_proposal, other_proposal, not_verified.
Outcome<store::PlanVersion> apply_change(Context& context, const mission::Acting& acting,
                                         const ChangeOrder& order);

// Takes back an applied change of the acting person as a new version: the one with that number in
// the change log, else the latest that is no undoing itself. What differed before and after it is
// again as before, all that came later stays. Undoing can be taken back too. Of the twenty latest
// changes that make sense. Refused: Denied, Conflict no_mission, no_plan, nothing_to_undo,
// not_your_change, plan_moved_on (meanwhile); issues later_change, each naming a later change that
// concerns the same or rests on it, and locked.
Outcome<store::PlanVersion> undo_change(Context& context, const mission::Acting& acting,
                                        std::optional<std::int64_t> number = {});

// What no change may touch. Refused: Denied, Conflict no_mission, and for set_lock no_plan and
// issues where the plan has nothing such.
Outcome<std::vector<std::string>> read_locks(Context& context, const mission::Acting& acting);
enum class Locking { Lock, Unlock };
Outcome<std::vector<std::string>> set_lock(Context& context, const mission::Acting& acting,
                                           const std::string& lock, Locking locking);

}  // namespace kontor::actions
