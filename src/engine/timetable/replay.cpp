#include "engine/timetable/replay.h"

namespace kontor::engine::timetable {

void replay(State& state, const Solution& solution) {
  for (std::size_t a = 0; a < solution.options.size(); ++a)
    if (solution.options[a] >= 0) state.hold(static_cast<int>(a), solution.options[a]);
  for (std::size_t a = 0; a < solution.coaches.size(); ++a)
    for (const int coach : solution.coaches[a]) state.add_coach(static_cast<int>(a), coach);
  for (const Duty& duty : solution.duties) state.bind(duty.person, duty.activity);
  for (std::size_t w = 0; w < solution.attends.size(); ++w)
    if (solution.attends[w] && !state.attends(static_cast<int>(w)))
      state.attend(static_cast<int>(w));
  for (std::size_t m = 0; m < solution.meetings.size(); ++m)
    if (solution.meetings[m].slot >= 0) state.seat(static_cast<int>(m), solution.meetings[m]);
  state.forget();
}

}  // namespace kontor::engine::timetable
