#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "mission/keys.h"
#include "mission/record.h"

namespace kontor::mission {

// When an activity happens as far as the sources say, in the zone of its leg.
//   Unknown: nothing set · Range: first_day … last_day · Day: first_day
//   Window: starts at or after `earliest`, ends by `latest` · Fixed: starts at `earliest`
struct Timing {
  Precision precision = Precision::Unknown;
  std::optional<base::LocalDate> first_day;
  std::optional<base::LocalDate> last_day;
  std::optional<base::LocalDateTime> earliest;
  std::optional<base::LocalDateTime> latest;
  std::string part_of_day;  // "evening", as printed by the source; may be empty

  bool operator==(const Timing&) const = default;
};

// Who may attend; an empty list does not restrict. All lists must hold.
struct Audience {
  std::vector<OrganisationKind> kinds;
  std::vector<Region> regions;
  std::vector<SectorId> sectors;
  bool whole_delegation = false;  // everybody of the leg attends; no wish is needed

  bool operator==(const Audience&) const = default;
};

struct Activity {
  ActivityId id;
  base::Text title;
  ActivityKind kind = ActivityKind::Seminar;
  ActivityStatus status = ActivityStatus::Planned;
  SectorId sector;                       // empty: cross-sector
  LegId leg;                             // empty: unknown, such an activity is not planned
  OrganisationId host;                   // empty: unknown
  std::string place;                     // as printed by the source; may be empty
  Timing timing;                         // what the sources say
  std::optional<Timing> planned_timing;  // Window or Fixed: what to plan with, where it differs
  int duration_minutes = 0;              // 0 is unknown
  RoomId room;                           // where it must be; empty: any of `rooms`
  std::vector<RoomId> rooms;             // where it may be
  int capacity = 0;                      // people who can attend by wish; 0: the room's, or unknown
  Audience audience;
  std::vector<OfficeId> offices;       // offices that must attend
  std::vector<PersonId> speakers;      // people who must attend besides
  std::vector<EquipmentId> equipment;  // that its room must have
  bool by_coach = false;               // the delegation goes there and back by coach
  VenueId boards_at;                   // where the coaches leave and return; empty: the leg's hub
  std::vector<base::Language> languages;
  Record record;

  bool operator==(const Activity&) const = default;

  // What to plan with: planned_timing where there is one, else the facts.
  const Timing& effective_timing() const { return planned_timing ? *planned_timing : timing; }
};

// Consecutive slots of equal length at the tables of one room, for B2B meetings.
struct Session {
  SessionId id;
  RoomId room;
  base::Text name;
  base::LocalDateTime starts_at;
  int slot_minutes = 20;
  int slots = 0;
  int tables = 0;  // at most the room's
  Record record;

  bool operator==(const Session&) const = default;
};

// A wish of an organisation to meet another, or of a person to attend an activity: exactly one of
// the two targets is set. Rank 1 is dearest; only wants are ranked.
struct Wish {
  WishId id;
  OrganisationId organisation;  // who wishes (meetings)
  PersonId person;              // who wishes (activities)
  OrganisationId counterpart;   // target: a meeting
  ActivityId activity;          // target: an activity
  WishLevel level = WishLevel::Want;
  int rank = 1;  // 1 … 9
  bool invented = false;

  bool operator==(const Wish&) const = default;
};

}  // namespace kontor::mission
