#include "actions/sight.h"

#include <algorithm>

namespace kontor::actions {

namespace {

using mission::Visibility;

// People who are no public figures are no public record, whatever their record says.
Visibility visibility_of(const mission::Person& person) {
  const bool public_figure =
      person.role == mission::PersonRole::Principal || person.role == mission::PersonRole::Official;
  return public_figure ? person.record.visibility
                       : std::max(person.record.visibility, Visibility::Delegation);
}

}  // namespace

Sight::Sight(const mission::Acting& acting, const mission::Mission& mission,
             const mission::Plan& plan)
    : acting_(acting), index_(mission) {
  note_nevers(mission);
  note_meetings(plan);
  note_attendances(plan);
}

void Sight::note_nevers(const mission::Mission& mission) {
  for (const mission::Wish& wish : mission.wishes)
    if (wish.level == mission::WishLevel::Never && !wish.counterpart.empty() &&
        may(Matter::Never, own_if(owns(wish))))
      seen_nevers_.insert(std::minmax(wish.organisation, wish.counterpart));
}

void Sight::note_meetings(const mission::Plan& plan) {
  for (const mission::Meeting& meeting : plan.meetings) {
    if (!sees_meeting(meeting)) continue;
    contact_organisations_.insert({meeting.first, meeting.second});
    contact_people_.insert({meeting.first_person, meeting.second_person});
    contact_sessions_.insert(meeting.session);
    const mission::Session* session = index_.session(meeting.session);
    if (session != nullptr) note_venue(session->room);
  }
}

void Sight::note_attendances(const mission::Plan& plan) {
  for (const mission::Attendance& attendance : plan.attendances)
    if (is_reader(attendance.person)) contact_activities_.insert(attendance.activity);
  for (const mission::Attendance& attendance : plan.attendances)
    if (sees_attendance(attendance.activity, attendance.person))
      contact_people_.insert(attendance.person);
  for (const mission::ActivityPlacement& placement : plan.activities)
    if (contact_activities_.contains(placement.activity)) note_venue(placement.room);
}

void Sight::note_venue(const mission::RoomId& room) {
  const mission::Venue* venue = index_.venue_of(room);
  if (venue != nullptr) contact_venues_.insert(venue->id);
}

// A reader of an organisation without a person of their own stands for all of it.
bool Sight::is_reader(const mission::PersonId& id) const {
  if (!acting_.person.empty()) return is_self(id);
  const mission::Person* person = index_.person(id);
  return acting_.role != mission::Role::Adviser && person != nullptr && owns(person->organisation);
}

bool Sight::owns(const mission::OrganisationId& id) const {
  if (id.empty()) return false;
  if (acting_.role != mission::Role::Adviser) return id == acting_.organisation;
  const mission::Organisation* organisation = index_.organisation(id);
  return id == acting_.agency || (organisation != nullptr && owns(organisation->record));
}

bool Sight::owns(const mission::Record& record) const {
  return acting_.role == mission::Role::Adviser && !record.owner.empty() &&
         record.owner == acting_.agency;
}

bool Sight::owns(const mission::Wish& wish) const {
  const mission::Person* person = index_.person(wish.person);
  return owns(wish.organisation) || (person != nullptr && owns(person->organisation));
}

bool Sight::is_self(const mission::PersonId& person) const {
  return !person.empty() && person == acting_.person;
}

bool Sight::sees_record(const mission::Record& record, bool own) const {
  return may(matter_of(record.visibility), own_if(own || owns(record)));
}

bool Sight::sees(const mission::Mission& mission) const {
  return sees_record(mission.record, acting_.role == mission::Role::Host);
}
bool Sight::sees(const mission::Leg& leg) const {
  return sees_record(leg.record, false);
}
bool Sight::sees(const mission::Venue& venue) const {
  return contact_venues_.contains(venue.id) ||
         (sees_record(venue.record, false) && sees(venue.leg));
}
bool Sight::sees(const mission::Organisation& organisation) const {
  return contact_organisations_.contains(organisation.id) ||
         sees_record(organisation.record, owns(organisation.id));
}
bool Sight::sees(const mission::Person& person) const {
  return is_self(person.id) || contact_people_.contains(person.id) ||
         may(matter_of(visibility_of(person)),
             own_if(owns(person.record) || owns(person.organisation)));
}
bool Sight::sees(const mission::Office& office) const {
  return sees_record(office.record, false);
}
bool Sight::sees(const mission::Activity& activity) const {
  return contact_activities_.contains(activity.id) ||
         sees_record(activity.record, owns(activity.host));
}
bool Sight::sees(const mission::Coach& coach) const {
  return sees_record(coach.record, false) && sees(coach.leg);
}
bool Sight::sees(const mission::Session& session) const {
  return contact_sessions_.contains(session.id) ||
         (sees_record(session.record, false) && sees(session.room));
}
bool Sight::sees(const mission::Agreement& agreement) const {
  return sees_record(agreement.record, false);
}
bool Sight::sees(const mission::Announcement& announcement) const {
  return sees_record(announcement.record, false);
}
bool Sight::sees(const mission::Figure& figure) const {
  return sees_record(figure.record, false);
}

bool Sight::sees(const mission::Rule& rule) const {
  return may(Matter::Movement) && sees_record(rule.record, false);
}

bool Sight::sees(const mission::Wish& wish) const {
  const Matter matter = wish.level == mission::WishLevel::Never ? Matter::Never : Matter::Wish;
  return may(matter, own_if(owns(wish))) &&
         (wish.counterpart.empty() ? sees(wish.activity) : sees(wish.counterpart));
}

bool Sight::sees_attendance(const mission::ActivityId& activity_id,
                            const mission::PersonId& person_id) const {
  const mission::Activity* activity = index_.activity(activity_id);
  const mission::Person* person = index_.person(person_id);
  if (activity == nullptr || person == nullptr || !sees(*activity)) return false;
  if (person->role == mission::PersonRole::Principal &&
      !may(Matter::Movement, own_if(is_self(person_id))))
    return false;
  return may(Matter::Attendance, own_if(owns(person->organisation) || owns(person->record) ||
                                        is_self(person_id) || owns(activity->host)));
}

bool Sight::sees_meeting(const mission::Meeting& meeting) const {
  return may(Matter::Meeting, own_if(owns(meeting.first) || owns(meeting.second)));
}

bool Sight::sees_absences(const mission::Person& person) const {
  const bool own = acting_.person.empty() ? owns(person.organisation) : is_self(person.id);
  return may(Matter::Absence, own_if(own));
}

bool Sight::sees_clearances(const mission::Person& person) const {
  return may(Matter::Clearance, own_if(is_self(person.id)));
}

bool Sight::sees_dealings(const mission::OrganisationId& organisation) const {
  const Ownership ownership = own_if(owns(organisation));
  return may(Matter::Meeting, ownership) && may(Matter::Wish, ownership);
}

bool Sight::sees_agenda(const mission::Person& person) const {
  const bool self = is_self(person.id);
  if (person.role == mission::PersonRole::Principal && !may(Matter::Movement, own_if(self)))
    return false;
  const Ownership ownership = own_if(self || owns(person.organisation) || owns(person.record));
  return sees(person) && may(Matter::Attendance, ownership) && may(Matter::Meeting, ownership);
}

bool Sight::sees_never(const mission::OrganisationId& one,
                       const mission::OrganisationId& other) const {
  return seen_nevers_.contains(std::minmax(one, other));
}

bool Sight::counts_attendance(const mission::PersonId& id) const {
  const mission::Person* person = index_.person(id);
  if (person == nullptr) return false;
  if (person->role == mission::PersonRole::Principal) return may(Matter::Movement);
  return counts(*person);
}

}  // namespace kontor::actions
