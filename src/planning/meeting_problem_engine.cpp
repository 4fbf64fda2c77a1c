#include "planning/meeting_problem_engine.h"

namespace kontor::planning {

namespace {

engine::breaks::SlotSet session_of(const mission::MeetingProblem& event, mission::HalfDay half) {
  const engine::breaks::SlotSet all = engine::breaks::first_slots(event.slots);
  const engine::breaks::SlotSet morning = engine::breaks::first_slots(event.morning_slots);
  switch (half) {
    case mission::HalfDay::Morning:
      return morning;
    case mission::HalfDay::Afternoon:
      return all & ~morning;
    case mission::HalfDay::Either:
      break;
  }
  return all;
}

}  // namespace

engine::breaks::Problem to_breaks_problem(const mission::MeetingProblem& event, int fairness) {
  engine::breaks::Problem problem;
  problem.participants = event.participants;
  problem.slots = event.slots;
  problem.tables = event.tables;
  problem.fairness = fairness;
  for (const mission::RequestedMeeting& meeting : event.meetings) {
    problem.meetings.push_back({meeting.first, meeting.second});
    problem.session.push_back(session_of(event, meeting.half_day));
    problem.fixed.push_back(meeting.fixed_slot);
  }
  for (const std::vector<int>& slots : event.forbidden_slots) {
    problem.forbidden.push_back(0);
    for (const int slot : slots)
      problem.forbidden.back() |= engine::breaks::SlotSet{1} << static_cast<unsigned>(slot);
  }
  for (const auto& [earlier, later] : event.precedences)
    problem.precedences.emplace_back(earlier, later);
  return problem;
}

}  // namespace kontor::planning
