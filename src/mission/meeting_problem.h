#pragma once
#include <vector>

namespace kontor::mission {

// The half of the day in which a meeting must be held.
enum class HalfDay { Either, Morning, Afternoon };

// One requested meeting of two different participants, numbered from 0.
struct RequestedMeeting {
  int first = 0;
  int second = 0;
  HalfDay half_day = HalfDay::Either;
  int fixed_slot = -1;  // the slot that is prescribed, from 0; -1: none
};

// `earlier` must be held in a slot before that of `later`; both are meetings, numbered from 0.
struct MeetingPrecedence {
  int earlier = 0;
  int later = 0;
};

// A brokerage event of one day (Bofill et al., "Constraint Solving Approaches to the
// Business-to-Business Meeting Scheduling Problem", JAIR 74, 2022, section 2): every meeting must
// be placed in a slot, each slot has `tables` tables, nobody is in two meetings at once.
// Participants, meetings and slots are numbered from 0; slots 0 … morning_slots-1 are the morning.
struct MeetingProblem {
  int participants = 0;
  int slots = 0;
  int morning_slots = 0;
  int tables = 0;
  std::vector<RequestedMeeting> meetings;
  std::vector<std::vector<int>> forbidden_slots;  // of each participant
  std::vector<MeetingPrecedence> precedences;     // free of circles
};

}  // namespace kontor::mission
