#pragma once
#include <concepts>
#include <string_view>
#include <type_traits>

#include "mission/mission.h"

// The fields of every noun in a mission folder, once, for reading and for writing. `Fields` offers
//   required(name, value)           always written, must be there
//   optional(name, value, normally) left out where it equals `normally`
//   list(name, values)              tables of their own, [[name]]
// docs/mission-folder.md says the same to people.

namespace kontor::exchange {

template <class O, class T>
concept Is = std::same_as<std::remove_const_t<O>, T>;

template <class Fields, Is<mission::Source> O>
void describe(Fields& f, O& source) {
  f.required("url", source.url);
  f.optional("publisher", source.publisher);
}

// What every noun carries; its fields stand among the noun's own.
template <class Fields, Is<mission::Record> O>
void describe(Fields& f, O& record) {
  f.optional("visibility", record.visibility);
  f.optional("owner", record.owner);
  f.optional("invented", record.invented);
  f.optional("assumed", record.assumed);
  f.optional("note", record.note);
  f.optional("sources", record.sources);
}

template <class Fields, Is<mission::Leg> O>
void describe(Fields& f, O& leg) {
  f.required("id", leg.id);
  f.required("city", leg.city);
  f.required("zone", leg.zone);
  f.required("first_day", leg.first_day);
  f.required("last_day", leg.last_day);
  f.optional("hub", leg.hub);
  describe(f, leg.record);
}

template <class Fields, Is<mission::Sector> O>
void describe(Fields& f, O& sector) {
  f.required("id", sector.id);
  f.required("name", sector.name);
}

template <class Fields, Is<mission::Topic> O>
void describe(Fields& f, O& topic) {
  f.required("id", topic.id);
  f.optional("sector", topic.sector);
  f.required("name", topic.name);
}

template <class Fields, Is<mission::Count> O>
void describe(Fields& f, O& count) {
  f.required("metric", count.metric);
  f.required("value", count.value);
  f.required("source", count.source);
}

template <class Fields, Is<mission::Discrepancy> O>
void describe(Fields& f, O& discrepancy) {
  f.required("topic", discrepancy.topic);
  f.required("values", discrepancy.values);
  f.optional("note", discrepancy.note);
}

template <class Fields, Is<mission::Opening> O>
void describe(Fields& f, O& opening) {
  f.required("from", opening.from);
  f.required("to", opening.to);
}

template <class Fields, Is<mission::Room> O>
void describe(Fields& f, O& room) {
  f.required("id", room.id);
  f.required("name", room.name);
  f.optional("capacity", room.capacity);
  f.optional("tables", room.tables);
  f.optional("equipment", room.equipment);
  f.optional("opening_hours", room.opening_hours);
}

template <class Fields, Is<mission::Venue> O>
void describe(Fields& f, O& venue) {
  f.required("id", venue.id);
  f.required("leg", venue.leg);
  f.required("name", venue.name);
  f.optional("address", venue.address);
  f.optional("rooms", venue.rooms);
  f.optional("opening_hours", venue.opening_hours);
  describe(f, venue.record);
}

template <class Fields, Is<mission::Coach> O>
void describe(Fields& f, O& coach) {
  f.required("id", coach.id);
  f.required("leg", coach.leg);
  f.required("name", coach.name);
  f.required("seats", coach.seats);
  describe(f, coach.record);
}

template <class Fields, Is<mission::TravelTime> O>
void describe(Fields& f, O& travel) {
  f.required("from", travel.from);
  f.required("to", travel.to);
  f.required("minutes", travel.minutes);
  f.optional("invented", travel.invented);
}

template <class Fields, Is<mission::Organisation> O>
void describe(Fields& f, O& organisation) {
  f.required("id", organisation.id);
  f.required("name", organisation.name);
  f.required("kind", organisation.kind);
  f.required("side", organisation.side);
  f.optional("region", organisation.region);
  f.optional("size", organisation.size);
  f.optional("country", organisation.country);
  f.optional("sectors", organisation.sectors);
  f.optional("offers", organisation.offers);
  f.optional("seeks", organisation.seeks);
  f.optional("profile", organisation.profile);
  describe(f, organisation.record);
}

template <class Fields, Is<mission::Absence> O>
void describe(Fields& f, O& absence) {
  f.required("leg", absence.leg);
  f.required("from", absence.from);
  f.required("to", absence.to);
}

template <class Fields, Is<mission::Clearance> O>
void describe(Fields& f, O& clearance) {
  f.required("site", clearance.site);
  f.optional("status", clearance.status);
  f.optional("filed_on", clearance.filed_on);
}

template <class Fields, Is<mission::Person> O>
void describe(Fields& f, O& person) {
  f.required("id", person.id);
  f.optional("organisation", person.organisation);
  f.optional("given_name", person.given_name);
  f.optional("family_name", person.family_name);
  f.optional("role", person.role);
  f.optional("function", person.function);
  f.optional("languages", person.languages);
  f.optional("legs", person.legs);
  f.optional("absences", person.absences);
  f.optional("clearances", person.clearances);
  describe(f, person.record);
}

template <class Fields, Is<mission::Office> O>
void describe(Fields& f, O& office) {
  f.required("id", office.id);
  f.required("title", office.title);
  f.optional("holder", office.holder);
  f.optional("precedence", office.precedence);
  describe(f, office.record);
}

template <class Fields, Is<mission::Timing> O>
void describe(Fields& f, O& timing) {
  f.required("precision", timing.precision);
  f.optional("first_day", timing.first_day);
  f.optional("last_day", timing.last_day);
  f.optional("earliest", timing.earliest);
  f.optional("latest", timing.latest);
  f.optional("part_of_day", timing.part_of_day);
}

template <class Fields, Is<mission::Audience> O>
void describe(Fields& f, O& audience) {
  f.optional("kinds", audience.kinds);
  f.optional("regions", audience.regions);
  f.optional("sectors", audience.sectors);
  f.optional("whole_delegation", audience.whole_delegation);
}

template <class Fields, Is<mission::Activity> O>
void describe(Fields& f, O& activity) {
  f.required("id", activity.id);
  f.required("title", activity.title);
  f.required("kind", activity.kind);
  f.optional("status", activity.status, mission::ActivityStatus::Planned);
  f.optional("sector", activity.sector);
  f.optional("leg", activity.leg);
  f.optional("host", activity.host);
  f.optional("place", activity.place);
  f.optional("timing", activity.timing);
  f.optional("planned_timing", activity.planned_timing);
  f.optional("duration_minutes", activity.duration_minutes);
  f.optional("room", activity.room);
  f.optional("rooms", activity.rooms);
  f.optional("capacity", activity.capacity);
  f.optional("audience", activity.audience);
  f.optional("offices", activity.offices);
  f.optional("speakers", activity.speakers);
  f.optional("equipment", activity.equipment);
  f.optional("by_coach", activity.by_coach);
  f.optional("boards_at", activity.boards_at);
  f.optional("languages", activity.languages);
  describe(f, activity.record);
}

template <class Fields, Is<mission::Session> O>
void describe(Fields& f, O& session) {
  f.required("id", session.id);
  f.required("room", session.room);
  f.required("name", session.name);
  f.required("starts_at", session.starts_at);
  f.optional("slot_minutes", session.slot_minutes, 20);
  f.required("slots", session.slots);
  f.required("tables", session.tables);
  describe(f, session.record);
}

template <class Fields, Is<mission::Who> O>
void describe(Fields& f, O& who) {
  f.optional("offices", who.offices);
  f.optional("people", who.people);
  f.optional("organisations", who.organisations);
}

template <class Fields, Is<mission::Scope> O>
void describe(Fields& f, O& scope) {
  f.optional("kinds", scope.kinds);
  f.optional("activities", scope.activities);
  f.optional("legs", scope.legs);
  f.optional("official", scope.official);
}

template <class Fields, Is<mission::Rule> O>
void describe(Fields& f, O& rule) {
  f.required("id", rule.id);
  f.required("kind", rule.kind);
  f.optional("who", rule.who);
  f.optional("with", rule.with);
  f.optional("scope", rule.scope);
  f.optional("minutes", rule.minutes);
  f.optional("every_minutes", rule.every_minutes);
  f.optional("most", rule.most);
  f.optional("site", rule.site);
  f.optional("working_days", rule.working_days);
  f.optional("holidays", rule.holidays);
  describe(f, rule.record);
}

template <class Fields, Is<mission::Wish> O>
void describe(Fields& f, O& wish) {
  f.required("id", wish.id);
  f.required("level", wish.level);
  f.optional("rank", wish.rank, 1);
  f.optional("organisation", wish.organisation);
  f.optional("counterpart", wish.counterpart);
  f.optional("person", wish.person);
  f.optional("activity", wish.activity);
  f.optional("invented", wish.invented);
}

template <class Fields, Is<mission::Document> O>
void describe(Fields& f, O& document) {
  f.required("name", document.name);
  f.optional("language", document.language);
  f.optional("address", document.address);
}

template <class Fields, Is<mission::Agreement> O>
void describe(Fields& f, O& agreement) {
  f.required("id", agreement.id);
  f.required("title", agreement.title);
  f.required("kind", agreement.kind);
  f.optional("status", agreement.status);
  f.optional("home_parties", agreement.home_parties);
  f.optional("foreign_parties", agreement.foreign_parties);
  f.optional("home_signatories", agreement.home_signatories);
  f.optional("foreign_signatories", agreement.foreign_signatories);
  f.optional("sector", agreement.sector);
  f.optional("amount", agreement.amount);
  f.optional("currency", agreement.currency);
  f.optional("basis", agreement.basis);
  f.optional("period", agreement.period);
  f.optional("confidentiality", agreement.confidentiality);
  f.optional("before", agreement.before);
  f.optional("ceremony", agreement.ceremony);
  f.optional("ceremony_order", agreement.ceremony_order);
  f.optional("ceremony_table", agreement.ceremony_table);
  f.optional("witnesses", agreement.witnesses);
  f.optional("documents", agreement.documents);
  f.optional("signed_on", agreement.signed_on);
  f.optional("signed_precision", agreement.signed_precision);
  describe(f, agreement.record);
}

template <class Fields, Is<mission::Announcement> O>
void describe(Fields& f, O& announcement) {
  f.required("id", announcement.id);
  f.required("title", announcement.title);
  f.optional("by", announcement.by);
  f.optional("amount", announcement.amount);
  f.optional("currency", announcement.currency);
  f.optional("period", announcement.period);
  f.optional("jobs", announcement.jobs);
  f.optional("place", announcement.place);
  f.optional("announced_on", announcement.announced_on);
  describe(f, announcement.record);
}

template <class Fields, Is<mission::Figure> O>
void describe(Fields& f, O& figure) {
  f.required("id", figure.id);
  f.required("label", figure.label);
  f.optional("value", figure.value);
  f.optional("unit", figure.unit);
  f.optional("currency", figure.currency);
  f.optional("year", figure.year);
  f.optional("direction", figure.direction);
  f.optional("reporter", figure.reporter);
  f.optional("rank", figure.rank);
  describe(f, figure.record);
}

// The mission's own fields: the head of mission.toml.
template <class Fields, Is<mission::Mission> O>
void describe(Fields& f, O& mission) {
  f.required("id", mission.id);
  f.required("name", mission.name);
  f.optional("short_name", mission.short_name);
  f.required("first_day", mission.first_day);
  f.required("last_day", mission.last_day);
  f.required("travel_first_day", mission.travel_first_day);
  f.required("travel_last_day", mission.travel_last_day);
  f.required("home_zone", mission.home_zone);
  f.optional("default_travel_minutes", mission.default_travel_minutes, 30);
  f.optional("travel_buffer_minutes", mission.travel_buffer_minutes);
  f.optional("gaps", mission.gaps);
  describe(f, mission.record);
}

}  // namespace kontor::exchange
