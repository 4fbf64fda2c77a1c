#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "actions/view.h"
#include "store/agreements.h"

// The register of agreements: from a draft to what is signed and published, or withdrawn.

namespace kontor::actions {

// The mission with its agreements as far as the register brought them. A published one is public
// unless it is confidential; a withdrawn one is sealed for good.
mission::Mission as_registered(const mission::Mission& mission,
                               const std::vector<store::AgreementStep>& steps);

// What an agreement could become, and why it cannot yet.
struct NextStatus {
  mission::AgreementStatus status = mission::AgreementStatus::Draft;
  mission::Hindrances hindrances;
};

struct Registered {
  mission::AgreementId agreement;           // of the view
  std::vector<store::AgreementStep> steps;  // the first one first
  std::vector<NextStatus> next;             // empty for those that the reader may only see
};

struct Register {
  std::shared_ptr<const View> view;
  std::vector<Registered> agreements;
};

// All that the reader keeps: an adviser those of their agency. Refused: Denied, Conflict
// no_mission.
Outcome<Register> read_register(Context& context, const mission::Acting& acting);

struct WantedStep {
  mission::AgreementId agreement;
  mission::AgreementStatus from = mission::AgreementStatus::Draft;  // as its reader saw it
  mission::AgreementStatus to = mission::AgreementStatus::Draft;
  std::optional<base::LocalDate> happened_on;  // of signed alone; else today there
  std::string reason;                          // needed for withdrawn and for a way back
};

// Takes the step. Logged without the name of the agreement. Refused: Denied, Missing, Issues that
// say why not, Conflict no_mission or agreement_moved_on where it is no longer `from`.
Outcome<void> step_agreement(Context& context, const mission::Acting& acting,
                             const WantedStep& wanted);

}  // namespace kontor::actions
