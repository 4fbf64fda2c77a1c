#include "planning/situation.h"

#include "engine/timetable/replay.h"
#include "planning/locate.h"
#include "planning/numbers.h"

namespace kontor::planning {

namespace timetable = engine::timetable;

Situation::Situation(const mission::Mission& mission, const mission::Plan& plan)
    : mission_(mission),
      plan_(plan),
      translation_(translate(mission)),
      grid_(timetable::make_grid(translation_.problem)),
      state_(translation_.problem, grid_),
      organisations_(numbers<mission::OrganisationId>(mission.organisations)),
      people_(numbers<mission::PersonId>(mission.people)),
      activities_(numbers<mission::ActivityId>(mission.activities)),
      wishes_(numbers<mission::WishId>(mission.wishes)) {
  timetable::replay(state_, locate(mission, translation_, plan));
  for (std::size_t m = 0; m < translation_.wishes_of_meeting.size(); ++m)
    for (const int wish : translation_.wishes_of_meeting[m])
      items_[wish] = {timetable::Kind::Meeting, static_cast<int>(m)};
  for (std::size_t w = 0; w < translation_.wish_of_attendance.size(); ++w)
    items_[translation_.wish_of_attendance[w]] = {timetable::Kind::Attendance, static_cast<int>(w)};
}

std::optional<timetable::Item> Situation::item(int wish) const {
  const auto found = items_.find(wish);
  return found == items_.end() ? std::nullopt : std::optional(found->second);
}

bool Situation::granted(int wish) const {
  const auto found = item(wish);
  return found && state_.granted(*found);
}

}  // namespace kontor::planning
