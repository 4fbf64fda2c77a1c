#pragma once
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "store/remarks.h"

// What people say from their phones: whom and what they must, want or never, that they come late or
// not at all, what came of a meeting, and notes that are theirs alone. Remarks change no plan: the
// office reads them and acts on them.

namespace kontor::actions {

// What is said about a subject: "organisation/O1", "activity/A1" or "meeting/O1/C1" (the
// delegation's side first). An empty value takes the remark back.
//   wish (organisation, activity): must, want, never
//   presence (activity, meeting): late_5, late_15, late_30, not_here
//   outcome (meeting): none, contact, lead, offer, memorandum, contract, order
//   note (all): up to 2000 bytes, read by nobody else
struct Saying {
  std::string subject;
  std::string topic;
  std::string value;
};

// The acting person's own. Refused: Denied to whoever is no person of the mission, Conflict
// no_mission.
Outcome<std::vector<store::Remark>> read_remarks(Context& context, const mission::Acting& acting);
// Keeps it in the place of what was there. Logged without what it says. Refused: as above, Issues,
// Missing for a subject that the person may not know.
Outcome<void> keep_remark(Context& context, const mission::Acting& acting, const Saying& saying);
// What the office acts on: wishes, presence and outcomes of all, the latest first; no notes.
// Refused: Denied, Conflict no_mission.
Outcome<std::vector<store::Remark>> read_all_remarks(Context& context,
                                                     const mission::Acting& acting);

}  // namespace kontor::actions
