#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.h"
#include "mission/mission.h"

namespace kontor::mission {

// What happens to a mission after its plan was published. Times are those of the leg's clock.

struct ActivityCancelled {
  ActivityId activity;

  bool operator==(const ActivityCancelled&) const = default;
};

// It starts later than planned, for everybody.
struct ActivityDelayed {
  ActivityId activity;
  int minutes = 0;

  bool operator==(const ActivityDelayed&) const = default;
};

// The holder of the office comes later than planned to the next activity.
struct OfficeDelayed {
  OfficeId office;
  int minutes = 0;

  bool operator==(const OfficeDelayed&) const = default;
};

// From now on the organisation, or one person, takes no part; what the organisation was to host is
// cancelled. Exactly one is set.
struct Withdrawal {
  OrganisationId organisation;
  PersonId person;

  bool operator==(const Withdrawal&) const = default;
};

// From now on the room cannot be used: its activities go to other rooms of the city.
struct RoomLost {
  RoomId room;

  bool operator==(const RoomLost&) const = default;
};

// A session that has not begun has only so many tables.
struct TablesLost {
  SessionId session;
  int tables = 1;  // that are left

  bool operator==(const TablesLost&) const = default;
};

// A way that takes so long cannot be gone at all: nothing of a mission is a week apart.
inline constexpr int no_way_minutes = 7 * 24 * 60;

// The way between two venues takes so long.
struct RoadClosed {
  VenueId from;
  VenueId to;
  int minutes = 0;

  bool operator==(const RoadClosed&) const = default;
};

// Newcomers with their wishes.
struct Arrival {
  std::vector<Organisation> organisations;
  std::vector<Person> people;
  std::vector<Wish> wishes;

  bool operator==(const Arrival&) const = default;
};

// Somebody does not come to their meeting in a slot.
struct NoShow {
  PersonId person;
  SessionId session;
  int slot = 0;

  bool operator==(const NoShow&) const = default;
};

// By hand: the activity starts then, in that room; an empty room means its own.
struct ActivityMoved {
  ActivityId activity;
  base::LocalDateTime starts_at;
  RoomId room;

  bool operator==(const ActivityMoved&) const = default;
};

// By hand: the two meet in that slot; they need not have met before.
struct MeetingMoved {
  OrganisationId first;
  OrganisationId second;
  SessionId session;
  int slot = 0;

  bool operator==(const MeetingMoved&) const = default;
};

// By hand: the person attends what they wished for.
struct AttendanceMoved {
  PersonId person;
  ActivityId activity;

  bool operator==(const AttendanceMoved&) const = default;
};

// Protocol asks for something more.
struct RuleAdded {
  Rule rule;

  bool operator==(const RuleAdded&) const = default;
};

using Disruption = std::variant<ActivityCancelled, ActivityDelayed, OfficeDelayed, Withdrawal,
                                RoomLost, TablesLost, RoadClosed, Arrival, NoShow, ActivityMoved,
                                MeetingMoved, AttendanceMoved, RuleAdded>;

// "activity_cancelled", as in JSON, the change log and the glossary.
std::string_view word(const Disruption& disruption);

// What it is about, for the change log: "activity/A12", "office/head-of-mission".
std::string subject(const Disruption& disruption);

// Something of the plan that no change may touch: an activity's time and room, a meeting's slot
// and people, or a person's place at an activity. One of the three forms.
struct Lock {
  ActivityId activity;   // alone, or with `person`
  PersonId person;       // an attendance
  OrganisationId first;  // a meeting
  OrganisationId second;

  auto operator<=>(const Lock&) const = default;
};

// "activity/A12", "attendance/A12/P7", "meeting/O1/O2", and back; nothing for other spellings.
std::string spelled(const Lock& lock);
std::optional<Lock> parse_lock(std::string_view text);

}  // namespace kontor::mission
