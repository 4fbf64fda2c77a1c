#pragma once
#include <vector>

#include "engine/breaks/problem.h"
#include "engine/breaks/sat.h"

namespace kontor::engine::breaks {

// One request or restriction of a problem; participants, meetings and slots from 0.
struct Cause {
  enum class Kind {
    Request,     // first: meeting that must be held
    Session,     // first: meeting bound to its session
    Fixed,       // first: meeting bound to its slot
    Forbidden,   // first: participant, second: slot
    Precedence,  // first: the earlier meeting, second: the later
    Tables,      // the number of tables
    Fairness,    // the fairness
  };
  Kind kind;
  int first = 0;
  int second = 0;
};

// Causes that cannot all be kept, though nobody is in two meetings at once in any other way.
struct Conflict {
  std::vector<Cause> causes;   // empty: none found before `stop`
  bool minimal = false;        // without any one of the causes the others can all be kept
  bool every_request = false;  // the causes stand beside all requests, which are not listed
};

// Why the infeasible `problem` has no schedule. First one participant's meetings alone are tried
// (matching), then all (deletion from the core of a SAT proof); where only fairness makes the
// problem infeasible, requests are taken for granted, since dropping one can add breaks.
Conflict explain(const Problem& problem, const Stop& stop);

}  // namespace kontor::engine::breaks
