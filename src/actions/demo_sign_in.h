#pragma once
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "mission/acting.h"

namespace kontor::actions {

// Somebody as whom a visitor of a demo can sign in.
struct DemoReader {
  std::string key;  // "coordinator", "adviser-awex", "delegate", "host"
  mission::Acting acting;
};

// The readers that the served mission offers: each role, an adviser for each agency. Empty where
// the mission has no invented data: real missions have no demo sign-in.
std::vector<DemoReader> demo_readers(Context& context);

// A session token for the reader of `key`. Refused: Missing, Conflict no_mission or not_a_demo.
Outcome<std::string> demo_sign_in(Context& context, const std::string& key);

}  // namespace kontor::actions
