#pragma once
#include <string>

#include "engine/fair/solve.h"
#include "planning/fair_report.h"
#include "planning/fair_translate.h"

namespace kontor::cli {

// What `kontor solve FAIR` prints. `fair` and `translation` must outlive it.
struct FairAnswer {
  const mission::Fair& fair;
  const planning::FairTranslation& translation;
  const engine::fair::Answer& answer;
  double seconds = 0;
};

// Whether the answer has a plan: everything but contradicting demands, other than promises.
bool has_plan(const FairAnswer& it);

// One JSON object (docs/fair-file.md), or a text for people. `report` is empty without a plan.
std::string to_json(const FairAnswer& it, const planning::FairReport& report);
std::string to_text(const FairAnswer& it, const planning::FairReport& report);

}  // namespace kontor::cli
