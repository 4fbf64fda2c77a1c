#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mission/mission.h"
#include "mission/plan.h"
#include "store/stored.h"

namespace kontor::actions {

// How many attend an activity, counting only what the reader may know of (principals are counted
// for readers with the right to their movements). Regions and sizes by their word; groups of fewer
// than three people are left out for readers who may not see the list itself.
struct ActivityTally {
  int attending = 0;
  int waiting = 0;
  std::map<std::string, int> attending_by_region;
  std::map<std::string, int> attending_by_size;

  bool operator==(const ActivityTally&) const = default;
};

// What an organisation has of the plan. Nevers are not counted.
struct OrganisationTally {
  int meetings = 0;
  int wishes_asked = 0;
  int wishes_granted = 0;

  bool operator==(const OrganisationTally&) const = default;
};

// A person's engagements.
struct PersonTally {
  int meetings = 0;
  int activities = 0;

  bool operator==(const PersonTally&) const = default;
};

// How many wishes of a group's organisations are granted. Organisations that asked for nothing do
// not count.
struct Share {
  std::string group_kind;  // "region", "size", "kind" or "agency"
  std::string group;       // the word, or the agency's key
  int organisations = 0;
  int asked = 0;
  int granted = 0;
  int granted_permille = 0;
  int worst_permille = 0;         // of its worst-off organisation
  mission::OrganisationId worst;  // empty without the right to its wishes

  bool operator==(const Share&) const = default;
};

// All records by noun, visible or not: sums that the mission itself publishes.
struct Totals {
  int organisations = 0;
  int companies = 0;
  int delegates = 0;
  int counterparts = 0;
  int activities = 0;
  int sessions = 0;
  int wishes = 0;  // musts and wants
  int agreements = 0;
  int invented = 0;  // records
  int records = 0;

  bool operator==(const Totals&) const = default;
};

// Everything that one reader may know, and nothing else: whatever they may not see was taken out
// of `mission` and `plan` before, so that no page, feed or search can reveal it.
// References to what was taken out are emptied (Office::holder, Activity::host) or dropped from
// their lists.
struct View {
  std::shared_ptr<const mission::Mission> mission;
  std::shared_ptr<const mission::Plan> plan;  // never null; version 0 and empty: none published
  std::optional<store::PlanVersion> published;
  std::vector<store::CurvePoint> curve;
  std::optional<store::Verification> verification;
  std::vector<store::PlanVersion> versions;  // latest first
  // Only keys that the reader may see; an absent entry means unknown to the reader, not zero.
  std::map<mission::ActivityId, ActivityTally> activities;
  std::map<mission::SessionId, int> session_meetings;
  std::map<mission::OrganisationId, OrganisationTally> organisations;
  std::map<mission::PersonId, PersonTally> people;
  std::vector<Share> fairness;
  Totals totals;
  int certificate_bytes = 0;  // 0 without the right to the certificate
  // 64 hexadecimal digits over all of the above: equal for equal views, whatever is hidden.
  std::string etag;
};

}  // namespace kontor::actions
