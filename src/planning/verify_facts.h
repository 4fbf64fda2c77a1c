#pragma once
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/issue.h"
#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::planning {

// What verify() looks up, taken from the mission and the plan alone.

template <class T>
bool has(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

template <class Key, class Noun>
using Lookup = std::map<Key, const Noun*>;

// A stay of a person or use of a room, in minutes of UTC; `venue` is empty at a host's place.
struct Occupied {
  std::int64_t from = 0;
  std::int64_t to = 0;
  mission::LegId leg;  // empty: on the way between cities
  mission::VenueId venue;
  std::string what;  // path of what is done: "activity/A3"
};

// A rule with those whom it means.
struct RuleFacts {
  const mission::Rule* rule = nullptr;
  std::set<mission::PersonId> who;
  std::set<mission::PersonId> with;

  // Whether it speaks of the activity.
  bool covers(const mission::Activity& activity) const;
  bool keeps_apart(const mission::PersonId& a, const mission::PersonId& b) const;
};

class Facts {
 public:
  Facts(const mission::Mission& mission, const mission::Plan& plan);

  const mission::Mission& mission;
  const mission::Plan& plan;
  Lookup<mission::LegId, mission::Leg> legs;
  Lookup<mission::OrganisationId, mission::Organisation> organisations;
  Lookup<mission::PersonId, mission::Person> people;
  Lookup<mission::ActivityId, mission::Activity> activities;
  Lookup<mission::CoachId, mission::Coach> coaches;
  Lookup<mission::SessionId, mission::Session> sessions;
  Lookup<mission::WishId, mission::Wish> wishes;
  Lookup<mission::RoomId, mission::Room> rooms;
  std::map<mission::RoomId, const mission::Venue*> venue_of_room;
  Lookup<mission::ActivityId, mission::ActivityPlacement> placements;

  // Minutes of UTC of a local time at a leg that exists.
  std::int64_t minute(const mission::LegId& leg, base::LocalDateTime time) const;
  // Where and when an activity would take place, or a slot does. The session's room must exist.
  Occupied at(const mission::Activity& activity, const mission::RoomId& room,
              std::int64_t from) const;
  Occupied at(const mission::ActivityPlacement& placement) const;
  Occupied at(const mission::Session& session, int slot) const;
  // Minutes from one venue to another, with the buffer; an empty one is a host's own place.
  int way(const mission::VenueId& from, const mission::VenueId& to) const;
  // Whether `person` goes to `activity` by coach, what `there`, a stay of the activity, means for
  // its coaches from departure to return, and what it means for the day of `person`.
  bool by_coach(const mission::Person& person, const mission::Activity& activity) const;
  Occupied ride(const mission::Activity& activity, const Occupied& there) const;
  Occupied of(const mission::Person& person, const mission::Activity& activity,
              const Occupied& there) const;
  // Whether the two leave time to get from one to the other.
  bool fit(const Occupied& a, const Occupied& b) const;
  // The stay of `person`: their ride where they go by coach, else longer where rules have them come
  // early or stay late.
  Occupied extended(const mission::Person& person, Occupied stay) const;
  // The first rule that makes it longer; null where none does.
  const RuleFacts* lengthened(const mission::Person& person, const Occupied& stay) const;
  // Whether the person takes part there and is not absent; `stay` as at() gives it.
  bool free(const mission::Person& person, const Occupied& stay) const;

  // Who must be there: by office, as a speaker or as company by always_with, or with the whole
  // delegation.
  bool holds_office(const mission::Person& person, const mission::Activity& activity) const;
  bool whole_delegation(const mission::Person& person, const mission::Activity& activity) const;
  bool in_audience(const mission::Person& person, const mission::Activity& activity) const;
  bool never(const mission::PersonId& person, const mission::ActivityId& activity) const;
  // Whether a rule asks for a clearance that the person has not.
  bool barred(const mission::PersonId& person, const mission::ActivityId& activity) const;
  bool is_cleared(const mission::Rule& rule, const mission::PersonId& person,
                  const mission::Activity& activity) const;
  bool never(const mission::OrganisationId& a, const mission::OrganisationId& b) const;

  // Starts and rooms that the mission leaves open for an activity; none where it cannot be planned.
  std::vector<std::int64_t> starts(const mission::Activity& activity) const;
  std::vector<mission::RoomId> rooms_of(const mission::Activity& activity) const;
  // Whether the room has what the activity needs and is open from its start to its end.
  bool open(const mission::Activity& activity, const mission::RoomId& room,
            std::int64_t from) const;
  // Places for those who wish, of an activity in a room (empty: at its host's); -1 is unlimited.
  int places(const mission::Activity& activity, const mission::RoomId& room) const;
  bool single_start(const mission::Activity& activity) const;

  // The rules that ask something of somebody, with the people whom they mean.
  const std::vector<RuleFacts>& rules() const { return rules_; }
  // Whether a rule of presence, rest or company names the person.
  bool named(const mission::PersonId& person) const { return named_.contains(person); }

 private:
  void find_rules();
  void find_duties();
  void add_company(const mission::Activity& activity);
  void find_waits(const mission::Activity& activity);
  std::vector<const RuleFacts*> waits_for(const mission::Person& person,
                                          const Occupied& stay) const;
  void find_possible();
  bool means_everyone(const mission::Person& person, const mission::Activity& activity) const;
  // Whether an office that must be there is held by somebody who says never.
  bool refused(const mission::Activity& activity) const;

  std::map<mission::ActivityId, std::set<mission::PersonId>> office_holders_;
  std::map<mission::ActivityId, std::set<mission::PersonId>> everyone_;
  std::set<std::pair<mission::PersonId, mission::ActivityId>> person_nevers_;
  std::set<std::pair<mission::OrganisationId, mission::OrganisationId>> organisation_nevers_;
  std::map<std::pair<mission::VenueId, mission::VenueId>, int> travel_;
  std::map<mission::ActivityId, std::set<std::int64_t>> possible_;  // starts with an open room
  std::map<std::string, const mission::Activity*> activity_of_;     // by Occupied::what
  std::vector<RuleFacts> rules_;
  std::set<mission::PersonId> named_;
  std::set<std::pair<mission::PersonId, mission::ActivityId>> barred_;
  std::map<std::string, std::vector<const RuleFacts*>> waits_;  // by Occupied::what
};

// Adds an issue.
void accuse(base::Issues& issues, std::string code, std::string path, std::string value = "",
            std::map<std::string, std::string> parameters = {});

// Adds that a rule is broken.
void accuse_broken(base::Issues& issues, const RuleFacts& rule, const std::string& path,
                   const std::string& names);

// The parts of verify(); each adds what it finds.
void verify_programme(const Facts& facts, base::Issues& issues);
void verify_attendances(const Facts& facts, base::Issues& issues);
void verify_meetings(const Facts& facts, base::Issues& issues);
void verify_coaches(const Facts& facts, base::Issues& issues);
void verify_days(const Facts& facts, base::Issues& issues);
void verify_rules(const Facts& facts, base::Issues& issues);

// Who is where in a plan, or the part of it that is duty.
class Gathering {
 public:
  enum class Of { All, Duties };
  Gathering(const Facts& facts, Of which);

  const std::set<mission::PersonId>& at(const mission::ActivityId& activity) const;
  const std::set<mission::ActivityId>& of(const mission::PersonId& person) const;
  bool is(const mission::PersonId& person, const mission::ActivityId& activity) const {
    return at(activity).contains(person);
  }

 private:
  std::map<mission::ActivityId, std::set<mission::PersonId>> at_;
  std::map<mission::PersonId, std::set<mission::ActivityId>> of_;
};

// Whether a rule calls the person to an activity that others of `people` attend: somebody must be
// chosen, or accompany them.
bool called(const Facts& facts, const Gathering& people, const mission::PersonId& person,
            const mission::ActivityId& activity);
// Whether the person's coming would break a rule, given who is on duty.
bool kept_by_rule(const Facts& facts, const Gathering& duties, const mission::PersonId& person,
                  const mission::Activity& activity);
void verify_wishes(const Facts& facts, base::Issues& issues);
void verify_score(const Facts& facts, base::Issues& issues);
void verify_certificate(const Facts& facts, const std::string& input_hash, base::Issues& issues);

}  // namespace kontor::planning
