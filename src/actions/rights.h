#pragma once
#include <string_view>

#include "mission/acting.h"
#include "mission/record.h"
#include "mission/words.h"

// The one table of who may do and see what. Every verb asks it; nothing else decides.

namespace kontor::actions {

// What a person can do.
enum class Verb {
  ReadMission,     // pages, by the Matters below
  LoadMission,     // replace the mission's facts
  PlanMission,     // start, follow and stop planning; see the draft
  PublishPlan,     // make the draft the version that all see
  LinkFeed,        // make or end the secret calendar link of a person
  ReadChanges,     // the change log
  GrantWish,       // change the plan so that a wish is granted; see whom that moves
  PreviewChange,   // what a disruption would change, and what is locked: how many are moved, and
                   // what it costs, tells of every secret
  ApplyChange,     // make it so, undo it, and lock what no change may touch
  ManageAccounts,  // invite people and end their accounts
  SendLetters,     // read, approve and withdraw what waits in the outbox
  ViewAs,          // look at the mission with the eyes of another role
  KeepSensitive,   // write, read and delete the sealed fields of a person: passport, diet …
  Purge,           // delete what its purpose no longer needs
  ManageWebhooks,  // tell other systems of publications
  KeepOwnSignIn,   // one's own sessions, passkeys, tokens and password
  InviteHosts,     // give hosts secret links, read what they say, and end the links
  AnswerAsHost,    // say how many one receives at one's own activity, and on which conditions
  KeepRemarks,     // say on one's phone whom one wishes, that one is late, what came of a meeting
  ReadRemarks,     // read what all said, without their notes
  KeepAgreements,  // the register of agreements: its steps, ceremonies and texts
  KeepReleases,    // write, clear and withdraw releases for the press
};

// What can be seen: the five visibility classes of records, and what is finer than a record.
enum class Matter {
  PublicRecord,
  DelegationRecord,
  AgencyRecord,
  ProtocolRecord,
  SealedRecord,
  Attendance,  // who is at which activity, who waits; owned by the person's organisation and by
               // the activity's host
  Meeting,     // who meets whom; owned by both organisations
  Wish,        // must and want, and why one is not granted; owned by who wishes
  Never,       // and that it was the cause; owned by who says so, never by whom it is about
  Absence,     // when a person cannot be planned; owned by that person, of delegates and hosts
  Movement,    // where principals are, which offices attend an activity, and the rules of protocol;
               // a principal owns their own
  Clearance,   // for which sites a person is cleared; owned by that person
  OfficeNote,  // Record::note, authors' names
  Proof,       // certificate, input hash, the checker's faults: they tell of secrets
};

// How far a right reaches: Own is what belongs to the acting person's agency (adviser) or
// organisation (delegate, host).
enum class Reach { None, Own, All };

Reach reach(mission::Role role, Verb verb);
Reach reach(mission::Role role, Matter matter);

// Whose something is, seen from the acting person.
enum class Ownership { Own, Foreign };

bool may(const mission::Acting& acting, Verb verb, Ownership ownership = Ownership::Foreign);
bool may_see(const mission::Acting& acting, Matter matter,
             Ownership ownership = Ownership::Foreign);

// Whether the role sees so much that a code by mail alone does not prove who somebody is.
bool needs_passkey(mission::Role role);

// The matter of a record of this class.
Matter matter_of(mission::Visibility visibility);

std::string_view word(Verb verb);  // "publish_plan", as the change log has it

}  // namespace kontor::actions
