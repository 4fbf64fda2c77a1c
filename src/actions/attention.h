#pragma once
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"

namespace kontor::actions {

// A webhook whose receiver does not take what it is sent.
struct FailingWebhook {
  std::string id;
  std::string address;
  bool active = true;  // false: it asked not to be told any more
  int failed = 0;      // of its latest hundred messages
};

// A sealed field that is deleted within thirty days.
struct ExpiringField {
  mission::PersonId person;
  std::string field;
  base::LocalDate purge_on{};
  int days_left = 0;
};

// An activity to come that people wish for who are not cleared for its site.
struct MissingClearance {
  mission::ActivityId activity;
  int to_collect = 0;  // nothing was filed
  int filed = 0;       // the site has not answered
  int refused = 0;
  int late = 0;  // cleared or filed after the deadline
  base::LocalDate deadline{};
  int days_left = 0;  // negative: it has passed
};

// What waits for the office today besides the plan's own faults.
struct Attention {
  int letters_to_approve = 0;
  int letters_failed = 0;
  bool draft_waits = false;    // of a plan, beside the published one
  bool facts_changed = false;  // the published plan is of other facts than those stored
  std::vector<FailingWebhook> webhooks;
  std::vector<ExpiringField> expiring;       // soonest first
  std::vector<MissingClearance> clearances;  // soonest deadline first
};

// For those who may plan. Days are those of the mission's home. Refused: Denied, Conflict
// no_mission.
Outcome<Attention> read_attention(Context& context, const mission::Acting& acting);

}  // namespace kontor::actions
