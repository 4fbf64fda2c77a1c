#pragma once
#include <string>
#include <string_view>

#include "base/issue.h"
#include "mission/meeting_problem.h"

namespace kontor::exchange {

// Largest file and numbers that are read.
inline constexpr std::size_t most_dzn_bytes = 4U << 20U;
inline constexpr int most_dzn_participants = 2000;
inline constexpr int most_dzn_meetings = 20000;
inline constexpr int most_dzn_slots = 64;
inline constexpr int most_dzn_tables = 100000;

// Reads the MiniZinc data of a brokerage event (Bofill et al., JAIR 74, 2022): nBusiness,
// nMeetings, nTables, nTotalSlots, nMorningSlots; `requested`, one row a meeting: two participants
// and a session (1 morning, 2 afternoon, 3 either); `forbidden`, a set of slots for each
// participant and `fixed`, a slot for each meeting (0 stands for none); `precedences`, for each
// meeting the set of meetings that must come before it. `meetingsxBusiness` and
// `nMeetingsBusiness` repeat what `requested` says and are not looked into. All faults at once,
// each with line and column.
base::Checked<mission::MeetingProblem> read_dzn(std::string_view text, const std::string& file);

}  // namespace kontor::exchange
