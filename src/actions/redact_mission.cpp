#include "actions/redact.h"

namespace kontor::actions {

namespace {

template <class Noun>
std::vector<Noun> seen_of(const std::vector<Noun>& nouns, const Sight& sight) {
  std::vector<Noun> seen;
  for (const Noun& noun : nouns)
    if (sight.sees(noun)) seen.push_back(noun);
  return seen;
}

template <class Id>
void empty_unseen(Id& reference, const Sight& sight) {
  if (!sight.sees(reference)) reference = {};
}

template <class Id>
void drop_unseen(std::vector<Id>& references, const Sight& sight) {
  std::erase_if(references, [&](const Id& id) { return !sight.sees(id); });
}

void redact_record(mission::Record& record, const Sight& sight) {
  if (!sight.may(Matter::OfficeNote)) record.note.clear();
}

template <class Noun>
void redact_records(std::vector<Noun>& nouns, const Sight& sight) {
  for (Noun& noun : nouns) redact_record(noun.record, sight);
}

void redact_people(mission::Mission& mission, const Sight& sight) {
  for (mission::Person& person : mission.people) {
    empty_unseen(person.organisation, sight);
    drop_unseen(person.legs, sight);
    if (!sight.sees_absences(person)) {
      person.absences.clear();
      std::erase(person.record.assumed, "absences");
    }
    if (!sight.sees_clearances(person)) {
      person.clearances.clear();
      std::erase(person.record.assumed, "clearances");
    }
  }
  for (mission::Office& office : mission.offices) empty_unseen(office.holder, sight);
}

void redact_activities(mission::Mission& mission, const Sight& sight) {
  for (mission::Activity& activity : mission.activities) {
    empty_unseen(activity.leg, sight);
    empty_unseen(activity.host, sight);
    empty_unseen(activity.room, sight);
    drop_unseen(activity.rooms, sight);
    drop_unseen(activity.speakers, sight);
    if (!sight.may(Matter::Movement)) {
      activity.offices.clear();
      std::erase(activity.record.assumed, "offices");
    }
  }
}

void redact_who(mission::Who& who, const Sight& sight) {
  drop_unseen(who.people, sight);
  drop_unseen(who.organisations, sight);
}

// A rule whose activities are all unseen is left out: without a list it would speak of all.
void redact_rules(mission::Mission& mission, const Sight& sight) {
  std::erase_if(mission.rules, [&](mission::Rule& rule) {
    redact_who(rule.who, sight);
    redact_who(rule.with, sight);
    const bool listed = !rule.scope.activities.empty();
    drop_unseen(rule.scope.activities, sight);
    return listed && rule.scope.activities.empty();
  });
}

// Parties are keys of organisations or names as printed; only keys of unseen ones are dropped.
void redact_parties(std::vector<std::string>& parties, const Sight& sight) {
  std::erase_if(parties, [&](const std::string& party) {
    const mission::OrganisationId id{party};
    return sight.index().organisation(id) != nullptr && !sight.sees(id);
  });
}

// What a published agreement does not tell those who could not see it sealed: its value where that
// is hidden, and all that leads to its signature.
void redact_agreement(mission::Agreement& agreement, const Sight& sight) {
  redact_parties(agreement.home_parties, sight);
  redact_parties(agreement.foreign_parties, sight);
  if (!sight.sees_sealed(agreement.record)) {
    if (agreement.confidentiality != mission::Confidentiality::Open) {
      agreement.amount.reset();
      agreement.currency.clear();
      agreement.basis = {};
      agreement.period.clear();
    }
    agreement.confidentiality = {};
    agreement.home_signatories.clear();
    agreement.foreign_signatories.clear();
    agreement.before = {};
    agreement.ceremony = {};
    agreement.ceremony_order = agreement.ceremony_table = 0;
    agreement.documents.clear();
    agreement.witnesses.clear();
  }
  empty_unseen(agreement.ceremony, sight);
  if (!sight.may(Matter::Movement)) agreement.witnesses.clear();
}

void redact_travel(mission::Mission& mission) {
  std::set<mission::VenueId> venues;
  for (const mission::Venue& venue : mission.venues) venues.insert(venue.id);
  std::erase_if(mission.travel_times, [&](const mission::TravelTime& travel) {
    return !venues.contains(travel.from) || !venues.contains(travel.to);
  });
}

// Coaches and boarding places are seen with their city and venue.
void redact_transport(const mission::Mission& mission, mission::Mission& seen, const Sight& sight) {
  for (const mission::Coach& coach : mission.coaches)
    if (sight.sees(coach)) seen.coaches.push_back(coach);
  std::set<mission::VenueId> venues;
  for (const mission::Venue& venue : seen.venues) venues.insert(venue.id);
  for (mission::Leg& leg : seen.legs)
    if (!venues.contains(leg.hub)) leg.hub = {};
  for (mission::Activity& activity : seen.activities)
    if (!venues.contains(activity.boards_at)) activity.boards_at = {};
}

void redact_all_records(mission::Mission& mission, const Sight& sight) {
  redact_record(mission.record, sight);
  redact_records(mission.legs, sight);
  redact_records(mission.venues, sight);
  redact_records(mission.coaches, sight);
  redact_records(mission.organisations, sight);
  redact_records(mission.people, sight);
  redact_records(mission.offices, sight);
  redact_records(mission.activities, sight);
  redact_records(mission.sessions, sight);
  redact_records(mission.rules, sight);
  redact_records(mission.agreements, sight);
  redact_records(mission.announcements, sight);
  redact_records(mission.figures, sight);
}

// The frame is as public as the mission itself.
mission::Mission frame_of(const mission::Mission& mission) {
  mission::Mission frame{};
  frame.id = mission.id;
  frame.name = mission.name;
  frame.short_name = mission.short_name;
  frame.first_day = mission.first_day;
  frame.last_day = mission.last_day;
  frame.travel_first_day = mission.travel_first_day;
  frame.travel_last_day = mission.travel_last_day;
  frame.home_zone = mission.home_zone;
  frame.default_travel_minutes = mission.default_travel_minutes;
  frame.travel_buffer_minutes = mission.travel_buffer_minutes;
  frame.sectors = mission.sectors;
  frame.topics = mission.topics;
  frame.counts = mission.counts;
  frame.discrepancies = mission.discrepancies;
  frame.gaps = mission.gaps;
  frame.travel_times = mission.travel_times;
  frame.record = mission.record;
  return frame;
}

}  // namespace

mission::Mission redact(const mission::Mission& mission, const Sight& sight) {
  mission::Mission seen = frame_of(mission);
  seen.legs = seen_of(mission.legs, sight);
  seen.venues = seen_of(mission.venues, sight);
  seen.organisations = seen_of(mission.organisations, sight);
  seen.people = seen_of(mission.people, sight);
  seen.offices = seen_of(mission.offices, sight);
  seen.activities = seen_of(mission.activities, sight);
  seen.sessions = seen_of(mission.sessions, sight);
  seen.rules = seen_of(mission.rules, sight);
  seen.wishes = seen_of(mission.wishes, sight);
  seen.agreements = seen_of(mission.agreements, sight);
  seen.announcements = seen_of(mission.announcements, sight);
  seen.figures = seen_of(mission.figures, sight);
  redact_transport(mission, seen, sight);
  redact_travel(seen);
  redact_people(seen, sight);
  redact_activities(seen, sight);
  redact_rules(seen, sight);
  for (mission::Agreement& agreement : seen.agreements) redact_agreement(agreement, sight);
  redact_all_records(seen, sight);
  return seen;
}

}  // namespace kontor::actions
