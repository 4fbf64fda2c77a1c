#pragma once
#include "fair.h"

namespace kontor_verify {

struct Held {
  Line line;
  int pair = -1;
  int slot = 0;
  int table = 0;  // from 1; 0: at an own table
};

// Prices in 1/64 point, and what a must and a promise count for them.
struct Certificate {
  bool given = false;
  std::int64_t must = 0, promise = 0;
  std::vector<std::int64_t> person, table, time;  // time: [person × slots + slot]
};

struct Plan {
  std::map<std::string, std::pair<std::int64_t, std::string>> figures;  // by name, with place
  std::string status;
  std::vector<Held> meetings;
  Certificate certificate, points_certificate;
};

// The figures of a plan as they come out when they are re-added. Faults of its meetings go to
// `report`.
std::map<std::string, std::int64_t> count(const Fair& fair, const Plan& plan, Report& report);

// What a must and a promise count in a plan's value.
struct Weights {
  std::int64_t must = 0, promise = 0;
};
Weights weights(const Fair& fair);

// Meetings that each participant could have at most, were it alone.
std::vector<int> most_possible(const Fair& fair);

// The bounds that the certificates prove, by the names of their figures, for a plan with these
// figures. docs/fair-file.md, "The certificate", has the argument.
void bound(const Fair& fair, const Plan& plan, std::map<std::string, std::int64_t>& figures);

}  // namespace kontor_verify
