#pragma once
#include <filesystem>
#include <string>

#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::exchange {

// The plan file `plan.txt` of `plan`, a plan of `mission`, in the spelling of docs/plan-file.md:
// plan, score, certificate and the sums of the mission's canonical files, each line with a check.
std::string plan_text(const mission::Mission& mission, const mission::Plan& plan);

// Writes the canonical files of `mission` and plan.txt into `folder`, which is created where it is
// missing: all that kontor-verify needs. Throws std::filesystem::filesystem_error where the disk
// refuses.
void write_plan_folder(const mission::Mission& mission, const mission::Plan& plan,
                       const std::filesystem::path& folder);

}  // namespace kontor::exchange
