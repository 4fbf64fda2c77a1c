#pragma once
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "mission/programme.h"

namespace kontor::mission {

struct Mission;
struct Person;

// Whom a rule speaks of: the holders of these offices, these people, and everybody of these
// organisations.
struct Who {
  std::vector<OfficeId> offices;
  std::vector<PersonId> people;
  std::vector<OrganisationId> organisations;

  bool empty() const { return offices.empty() && people.empty() && organisations.empty(); }
  bool operator==(const Who&) const = default;
};

// Which activities a rule speaks of; an empty list does not restrict, all must hold.
struct Scope {
  std::vector<ActivityKind> kinds;
  std::vector<ActivityId> activities;
  std::vector<LegId> legs;
  bool official = false;  // only those of a kind that is_official

  bool empty() const { return *this == Scope{}; }
  bool operator==(const Scope&) const = default;
};

// A rule of protocol; RuleKind says what it asks, validate() which fields a kind uses. Every rule
// is hard: no plan breaks it. Rules tell where principals are and are as secret as that.
struct Rule {
  RuleId id;
  RuleKind kind = RuleKind::AlwaysWith;
  Who who;
  Who with;               // AlwaysWith, NeverWith, NotSameVehicle
  Scope scope;            // activities; B2B meetings where it is empty, see RuleKind
  int minutes = 0;        // ArrivesLast, LeavesFirst, GuestsInPlace, Rest
  int every_minutes = 0;  // Rest
  int most = 0;           // AtMostADay
  std::string site;       // ClearanceNeeded: as Clearance::site names it
  int working_days = 0;   // ClearanceNeeded: before the day of the activity
  std::vector<base::LocalDate> holidays;  // ClearanceNeeded: no working days, nor are weekends
  Record record;

  bool operator==(const Rule&) const = default;
};

// The official programme, as rules mean it.
bool is_official(ActivityKind kind);

bool covers(const Scope& scope, const Activity& activity);

// The people whom `who` means, in the order of the mission's list. A vacant office means nobody.
std::vector<PersonId> members(const Mission& mission, const Who& who);

// The day that comes `count` working days before `day`: not Saturdays, Sundays and `holidays`.
base::LocalDate working_days_before(base::LocalDate day, int count,
                                    const std::vector<base::LocalDate>& holidays);

// Whether `person` may attend an activity on `day` that `rule`, of kind ClearanceNeeded, covers:
// cleared for its site, the data filed by the deadline. What is not known is not cleared.
bool is_cleared(const Rule& rule, const Person& person, base::LocalDate day);

}  // namespace kontor::mission
