#pragma once
#include <memory>

#include "actions/change.h"
#include "actions/sight.h"
#include "actions/views.h"
#include "actions/whole.h"
#include "planning/replan.h"

// What previewing and applying a change share.

namespace kontor::actions {

// A question answered in full, nothing hidden.
struct Asked {
  std::shared_ptr<const Whole> whole;
  std::shared_ptr<const planning::Workbench> bench;
  std::optional<base::Instant> now;
  planning::RepairStatus status = planning::RepairStatus::Unknown;
  std::vector<planning::Proposal> proposals;
  planning::Blockage blockage;  // where there are none
};

// The published plan laid out for the question, no proposals yet. Refused as preview_change() says,
// `verb` being what the person must have the right to.
Outcome<Asked> lay_open(Context& context, const mission::Acting& acting, Verb verb,
                        const ChangeQuestion& question);
Outcome<Asked> ask(Context& context, const mission::Acting& acting, Verb verb,
                   const ChangeQuestion& question);

// 64 hexadecimal digits: equal for equal timetables of the same mission.
std::string digest_of(const planning::Proposal& proposal);

Conflict moved_on(int seen, int now);

// Writes mission and plan as a new version, and how to take it back, if `whole` is still what is
// served; with an entry in the change log and an event. Refused: Conflict plan_moved_on.
Outcome<store::PlanVersion> write_version(Context& context, const mission::Acting& acting,
                                          const Whole& whole, const mission::Mission& mission,
                                          const std::string& input_hash,
                                          const store::StoredPlan& version,
                                          const std::string& detail, std::int64_t undoes = 0);

// Takes out whatever the reader may not see.
void redact(ChangeProposal& proposal, const Sight& sight);

}  // namespace kontor::actions
