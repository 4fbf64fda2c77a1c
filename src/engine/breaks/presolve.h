#pragma once
#include <span>
#include <vector>

#include "engine/breaks/problem.h"

namespace kontor::engine::breaks {

// What follows from a problem without search.
struct Presolved {
  bool infeasible = false;
  std::vector<SlotSet> domain;                // of each meeting: no other slot is possible
  std::vector<std::vector<int>> meetings_of;  // each participant
  // Of each participant: the slots from which on a block of consecutive slots holds all meetings.
  std::vector<std::vector<int>> windows;
  std::vector<int> fewest_breaks;  // of each participant: a lower bound
  int bound = 0;                   // sum of fewest_breaks

  std::vector<std::vector<bool>> preceding;  // [m][n]: n must be before m, at whatever remove

  int degree(int participant) const { return static_cast<int>(meetings_of[participant].size()); }
  // How many of a participant's meetings must be before one of theirs, or after it.
  int before(int participant, int meeting) const;
  int behind(int participant, int meeting) const;
};

// Filters domains by session, fixed and forbidden slots, precedences, tables and, for each
// participant, by matching meetings into slots and by how many of their meetings must be before and
// after (unit jobs with release times, earliest first: Jackson 1955); then bounds the breaks of
// each participant by the fewest blocks into which their meetings match. Polynomial.
Presolved presolve(const Problem& problem);

// Meetings of the same two participants in the same session, neither fixed nor in a precedence, are
// interchangeable: here each precedes the next one, which costs no break.
Problem with_twins_in_order(Problem problem);

// The problem as it is stated, with nothing concluded: any window, no break needed.
Presolved stated(const Problem& problem);

// Every meeting's session, fixed slot and its participants' forbidden slots taken together.
std::vector<SlotSet> stated_domains(const Problem& problem);

}  // namespace kontor::engine::breaks
