#pragma once
#include <string>

#include "engine/breaks/explain.h"
#include "engine/breaks/problem.h"

namespace kontor::cli {

// The causes of a conflict as lines for people, everything numbered as in the file, from 1.
std::string in_words(const engine::breaks::Conflict& conflict,
                     const engine::breaks::Problem& problem);

// The same as a JSON object {"minimal","every_request","causes":[{"kind","words",…}]}; a cause also
// has the numbers that concern it, of: meeting, participants, participant, slot, slots (first and
// last of a session), earlier, later, tables, fairness.
std::string to_json(const engine::breaks::Conflict& conflict,
                    const engine::breaks::Problem& problem);

}  // namespace kontor::cli
