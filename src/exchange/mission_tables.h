#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "exchange/table.h"
#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::exchange {

// What a mission and its plan hold as tables; the same words on the command line.
enum class MissionTable { Organisations, People, Programme, Meetings, Wishes, Agreements };
inline constexpr std::array all_mission_tables{
    MissionTable::Organisations, MissionTable::People, MissionTable::Programme,
    MissionTable::Meetings,      MissionTable::Wishes, MissionTable::Agreements};
std::string_view word(MissionTable table);
std::optional<MissionTable> mission_table_of(std::string_view word);

// One of them: headings and texts in `language` (a text that is not translated in another), keys
// and kinds as Kontor's own words, times by the clock of their city. Of a reader's copy of both it
// holds what that copy holds.
Table mission_table(MissionTable which, const mission::Mission& mission, const mission::Plan& plan,
                    base::Language language);

}  // namespace kontor::exchange
