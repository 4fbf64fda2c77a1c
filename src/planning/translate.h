#pragma once
#include <optional>
#include <vector>

#include "base/time.h"
#include "engine/timetable/problem.h"
#include "mission/mission.h"

namespace kontor::planning {

// Activities with a window start a whole number of these after its beginning.
inline constexpr int start_step_minutes = 15;

// A mission as the engine sees it. People, organisations, activities and sessions keep their
// numbers in the mission's lists; rooms are numbered through all venues. Meeting and attendance
// wishes are those that may be granted at all; wishes_of_* give the numbers of the mission's wishes
// behind each. Minutes count from `origin`.
struct Translation {
  engine::timetable::Problem problem;
  base::Instant origin;
  base::Instant instant(int minute) const { return origin + std::chrono::minutes(minute); }
  std::vector<std::vector<int>> wishes_of_meeting;
  std::vector<int> wish_of_attendance;
  std::vector<std::vector<mission::RoomId>> rooms_of_options;  // [activity][option]
  std::vector<int> rule_numbers;  // of the mission's rule behind each of the problem's
};

// What becomes of the mission's words:
//   - An activity has options if it is not cancelled, its city and duration are known and its
//     effective timing is Fixed (one start) or a Window (starts every start_step_minutes), once for
//     each room it may be in that has the equipment it needs and is open meanwhile. Without a room
//     it is held at its host's, a place of its own. B2B activities take no room: they announce
//     sessions. Transfers are near everything.
//   - Holders of its offices and its speakers must be there. By coach, its people are at the
//     boarding place from departure to return, for the way there and back with the buffer.
//   - Its places for those who wish: its own capacity, and what the room holds besides those bound
//     to attend, whichever is less.
//   - Everybody but principals may sit at meetings of their organisation.
//   - A never of either side rules the meeting out; a person's never also outweighs the whole
//     delegation's attendance. So does a clearance that somebody has not, by rule.
//   - Company that always_with asks for attends by office wherever that whom it accompanies does.
Translation translate(const mission::Mission& mission);

// The same of a mission that differs from `before` only in absences, activities, travel times and
// numbers of tables, made from the translation of that by translating anew only what differs; the
// places of hosts may have other numbers. Nothing where more differs, or where a difference alters
// who may attend what.
struct Retranslation {
  Translation translation;
  std::vector<int> activities;  // that differ
};
std::optional<Retranslation> retranslate(const mission::Mission& changed,
                                         const mission::Mission& before,
                                         const Translation& of_before);

}  // namespace kontor::planning
