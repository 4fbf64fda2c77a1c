#pragma once
#include <set>
#include <utility>

#include "actions/index.h"
#include "actions/rights.h"
#include "mission/acting.h"
#include "mission/mission.h"
#include "mission/plan.h"

namespace kontor::actions {

// What one reader may see of a mission and its plan: the table of rights.h applied to each noun,
// with who owns what. Refers to mission and plan.
class Sight {
 public:
  Sight(const mission::Acting& acting, const mission::Mission& mission, const mission::Plan& plan);

  const Index& index() const { return index_; }
  bool may(Matter matter, Ownership ownership = Ownership::Foreign) const {
    return may_see(acting_, matter, ownership);
  }

  // Whether the record may be seen at all.
  bool sees(const mission::Mission& mission) const;
  bool sees(const mission::Leg& leg) const;
  bool sees(const mission::Venue& venue) const;
  bool sees(const mission::Coach& coach) const;
  bool sees(const mission::Organisation& organisation) const;
  bool sees(const mission::Person& person) const;
  bool sees(const mission::Office& office) const;
  bool sees(const mission::Activity& activity) const;
  bool sees(const mission::Session& session) const;
  bool sees(const mission::Rule& rule) const;
  bool sees(const mission::Wish& wish) const;
  bool sees(const mission::Agreement& agreement) const;
  bool sees(const mission::Announcement& announcement) const;
  bool sees(const mission::Figure& figure) const;

  // The same by key; unknown and empty keys are not seen.
  bool sees(const mission::LegId& id) const { return sees_at(index_.leg(id)); }
  bool sees(const mission::RoomId& id) const { return sees_at(index_.venue_of(id)); }
  bool sees(const mission::OrganisationId& id) const { return sees_at(index_.organisation(id)); }
  bool sees(const mission::PersonId& id) const { return sees_at(index_.person(id)); }
  bool sees(const mission::ActivityId& id) const { return sees_at(index_.activity(id)); }
  bool sees(const mission::SessionId& id) const { return sees_at(index_.session(id)); }
  bool sees(const mission::WishId& id) const { return sees_at(index_.wish(id)); }

  // That this person is, or waits to be, at this activity.
  bool sees_attendance(const mission::ActivityId& activity, const mission::PersonId& person) const;
  bool sees_meeting(const mission::Meeting& meeting) const;
  bool sees_absences(const mission::Person& person) const;
  bool sees_clearances(const mission::Person& person) const;
  // The meetings and wishes of an organisation, all of them.
  bool sees_dealings(const mission::OrganisationId& organisation) const;
  // All engagements of a person.
  bool sees_agenda(const mission::Person& person) const;
  // That one of the two says never to the other.
  bool sees_never(const mission::OrganisationId& one, const mission::OrganisationId& other) const;

  // Whether the record would be seen if it were sealed.
  bool sees_sealed(const mission::Record& record) const {
    return may(Matter::SealedRecord, own_if(owns(record)));
  }

  // Whether the thing may be counted in sums that do not name it: it is no secret from the
  // delegation, or is seen.
  template <class Noun>
  bool counts(const Noun& noun) const {
    return noun.record.visibility <= mission::Visibility::Delegation || sees(noun);
  }
  // Whether the person's being there may be counted.
  bool counts_attendance(const mission::PersonId& person) const;

 private:
  template <class Noun>
  bool sees_at(const Noun* noun) const {
    return noun != nullptr && sees(*noun);
  }
  bool sees_record(const mission::Record& record, bool own) const;
  bool owns(const mission::Record& record) const;
  bool owns(const mission::OrganisationId& organisation) const;
  bool owns(const mission::Wish& wish) const;
  bool is_self(const mission::PersonId& person) const;
  Ownership own_if(bool own) const { return own ? Ownership::Own : Ownership::Foreign; }
  bool is_reader(const mission::PersonId& person) const;
  void note_nevers(const mission::Mission& mission);
  void note_meetings(const mission::Plan& plan);
  void note_attendances(const mission::Plan& plan);
  void note_venue(const mission::RoomId& room);

  mission::Acting acting_;
  Index index_;
  std::set<std::pair<mission::OrganisationId, mission::OrganisationId>> seen_nevers_;
  // Whom the reader meets or has as guest, and where: seen though the record may not be.
  std::set<mission::OrganisationId> contact_organisations_;
  std::set<mission::PersonId> contact_people_;
  std::set<mission::ActivityId> contact_activities_;
  std::set<mission::SessionId> contact_sessions_;
  std::set<mission::VenueId> contact_venues_;
};

}  // namespace kontor::actions
