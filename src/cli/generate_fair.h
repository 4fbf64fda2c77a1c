#pragma once
#include <cstdint>
#include <string>

#include "mission/fair_problem.h"

namespace CLI {
class App;
}

namespace kontor::cli {

// How to invent a fair (docs/fair-file.md, "Invented fairs"). Shares are in percent.
struct FairOptions {
  int participants = 500;
  int wishes = 2500;
  int days = 2;
  int slots = 16;  // of a day; from 4 on in two sessions, morning and afternoon
  int tables = 0;  // in every slot; 0: a fifth of the participants
  int sides = 2;   // 0 or 1: everybody may meet everybody
  int groups = 4;
  int absences = 15;        // participants who miss a session or a few slots
  int one_day = 0;          // participants who come on one day only, 70 % of them on the first
  int uneven = 0;           // slots that have half the tables only
  int seats = 10;           // participants with two or three seats
  int musts = 10;           // wishes that are musts
  int nevers = 2;           // pairs never to meet, as a share of the wishes
  int mutual = 15;          // wishes that the other side has too
  int promises = 10;        // participants who were promised some meetings
  int caps = 5;             // participants who want no more than half the slots
  int fixed = 1;            // wishes that are fixed already, in thousandths
  int orders = 1;           // orders of two meetings, in thousandths of the wishes
  bool own_tables = false;  // the last side receives at tables of its own
  std::uint64_t seed = 1;
};

// The same options give the same fair, on every machine. Fewer wishes where there are not so many
// pairs.
mission::Fair invent_fair(const FairOptions& options);

// Adds `fair` to the verb `generate`; when chosen it runs and sets `exit_code`.
void add_generate_fair(CLI::App& generate_verb, int& exit_code);

}  // namespace kontor::cli
