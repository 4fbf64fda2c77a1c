#pragma once
#include <optional>
#include <string_view>
#include <vector>

// The closed vocabularies of a mission. Each word has one spelling (snake_case) in files, columns,
// JSON and code; `word` gives it, `parse_word<E>` reads it, `words_of<E>` lists it in order.

namespace kontor::mission {

// Who may learn of a record, from everybody to the fewest.
enum class Visibility {
  Public,      // anybody
  Delegation,  // whoever takes part in the mission
  Agency,      // the owning agency and the coordinators
  Protocol,    // protocol and coordinators: movements of principals
  Sealed,      // named readers only: embargoed until an event or instant
};

enum class OrganisationKind {
  Company,
  Federation,
  Chamber,
  Academic,
  Administration,
  Agency,
  Host,
  Press,
  Association
};

// Where an organisation belongs in the fairness ledger; None for counterparts and hosts.
enum class Region { None, Brussels, Flanders, Wallonia, Federal };

enum class CompanySize { Unknown, StartUp, Small, Medium, Large };

// What an organisation is to this mission.
enum class Side {
  Delegation,   // travels with the mission
  Counterpart,  // meets it there
  Neither       // named in the facts only: organisers, parties of agreements, those who declined
};

enum class PersonRole {
  Delegate,
  Principal,
  Coordinator,
  Adviser,
  Protocol,
  Press,
  Host,
  Counterpart,
  Official
};

enum class ActivityKind {
  B2b,
  Seminar,
  CompanyVisit,
  OfficialVisit,
  OfficialMeeting,
  CulturalVisit,
  Academic,
  Reception,
  SigningCeremony,
  Briefing,
  PitchSession,
  Demonstration,
  Press,
  Announcement,
  Transfer
};

// How far the published facts fix an activity in time.
enum class Precision { Unknown, Range, Day, Window, Fixed };

// What the sources say of an activity; Invented where the demo added it.
enum class ActivityStatus { Reported, AnnouncedOnly, Planned, Cancelled, Invented };

enum class WishLevel { Must, Want, Never };

enum class AgreementKind {
  MemorandumOfUnderstanding,
  LetterOfIntent,
  Contract,
  Distribution,
  Partnership,
  Research,
  Installation,
  Alliance,
  Investment
};

enum class AgreementStatus {
  Draft,
  Legal,      // lawyers read it
  Announced,  // a source says so; nobody here keeps it
  Agreed,
  Ready,  // to be signed
  Signed,
  Published,
  Withdrawn
};

// What the value of an agreement is.
enum class ValueBasis { Unknown, Fixed, Estimated, Ceiling, Yearly };

// What of an agreement may become public once it is published.
enum class Confidentiality {
  Open,
  ValueHidden,  // all but its value
  Confidential  // nothing, ever
};

// What a rule of protocol asks (rule.h). `who` and `with` are people, `scope` activities.
enum class RuleKind {
  AlwaysWith,      // wherever one of `with` is, everybody of `who` is too
  AtLeastOneOf,    // somebody of `who` is at each activity that is held
  NeverWith,       // none of `who` with one of `with` at an activity, nor, without a scope, at a
                   // table; without `with`, no two of `who`
  NotSameVehicle,  // the same in vehicles: coaches, and transfers that have none
  ArrivesLast,     // where one of `who` is expected everybody else is there `minutes` before
  LeavesFirst,     // … and stays `minutes` after the end
  GuestsInPlace,   // where one of `who` is expected those without an office are there before
  Rest,            // each of `who` pauses for `minutes` after at most `every_minutes`
  AtMostADay,      // each of `who` is at `most` activities of a local day, or fewer
  ClearanceNeeded  // only who is cleared for `site` attends
};

// How far the clearance of a person for a site has come.
enum class ClearanceStatus { Unknown, Filed, Cleared, Refused };

// Why a wish is not in the plan; the first true cause in this order.
enum class Cause {
  ForbiddenByNever,     // one side says never (seen by those with the right as such, else as
                        // NotAvailable)
  ForbiddenByRule,      // a rule of protocol forbids it (seen by those with the right as such, else
                        // as NotAvailable)
  NotAvailable,         // the two are never free in a slot of a common session
  NoCommonSession,      // no session in a city where both are
  ActivityFull,         // capacity given to others by the printed rule
  ActivityNotPlaced,    // the activity itself has no time or room
  ClashesWithActivity,  // the person is in an activity that ranks higher
  ClashesWithMeetings,  // all common slots are taken by meetings that rank higher
  TablesFull,           // common slots are left but no table
  NotEligible,          // the activity's audience rule excludes the person
  CoachesFull,          // the activity has a place, but no coach takes one more there
};

// One true fact that stands in the way of a wish (planning/why.h).
enum class ObstacleKind {
  Never,            // one side, or the person, says never
  Absence,          // the person is absent
  OtherCity,        // the person takes no part in that city
  Duty,             // the person is bound to be at another activity
  Attendance,       // the person attends another activity by wish
  Meeting,          // two organisations meet at the time
  TablesFull,       // all tables of the slot are taken
  ActivityFull,     // all places of the activity are taken
  ActivityNotHeld,  // the activity has no time or no room
  RoomTaken,        // another activity is in the room that it needs
  SessionInRoom,    // a session is in that room
  AudienceKind,     // the activity is for other kinds of organisations
  AudienceRegion,   // … for other regions
  AudienceSector,   // … for other sectors
  Nobody,           // the organisation has nobody who may sit at meetings
  NoSession,        // there is no session for meetings
  Rule,             // a rule of protocol forbids it
  NotAvailable,     // something that the reader may not know
};

template <class E>
std::string_view word(E value);
template <class E>
std::optional<E> parse_word(std::string_view text);
template <class E>
const std::vector<std::string_view>& words_of();

}  // namespace kontor::mission
