#pragma once
#include <concepts>
#include <type_traits>

#include "mission/mission.h"

// The columns of each noun, once. A visitor is called with every field in the order of the columns:
// visit(column, field), or visit.part(prefix, group) for a group of fields. Readers, writers,
// digests and the SQL text are visitors.

namespace kontor::store {

// Noun or const Noun.
template <class N, class Noun>
concept Is = std::same_as<std::remove_const_t<N>, Noun>;

// A text list whose items are free text, in one column (sources: address and publisher in turn).
template <class List>
struct Lines {
  List& list;
};
template <class List>
Lines(List&) -> Lines<List>;

template <class V, Is<mission::Record> N>
void columns(V& visit, N& record) {
  visit("visibility", record.visibility);
  visit("owner", record.owner);
  visit("invented", record.invented);
  visit("assumed", Lines{record.assumed});
  visit("sources", Lines{record.sources});
  visit("note", record.note);
}

template <class V, Is<mission::Mission> N>  // the mission's own fields, without its lists
void columns(V& visit, N& mission) {
  visit("id", mission.id);
  visit("name", mission.name);
  visit("short_name", mission.short_name);
  visit("first_day", mission.first_day);
  visit("last_day", mission.last_day);
  visit("travel_first_day", mission.travel_first_day);
  visit("travel_last_day", mission.travel_last_day);
  visit("home_zone", mission.home_zone);
  visit("default_travel_minutes", mission.default_travel_minutes);
  visit("travel_buffer_minutes", mission.travel_buffer_minutes);
  visit("gaps", Lines{mission.gaps});
  columns(visit, mission.record);
}

template <class V, Is<mission::Leg> N>
void columns(V& visit, N& leg) {
  visit("id", leg.id);
  visit("city", leg.city);
  visit("zone", leg.zone);
  visit("first_day", leg.first_day);
  visit("last_day", leg.last_day);
  visit("hub", leg.hub);
  columns(visit, leg.record);
}

template <class V, Is<mission::Sector> N>
void columns(V& visit, N& sector) {
  visit("id", sector.id);
  visit("name", sector.name);
}

template <class V, Is<mission::Topic> N>
void columns(V& visit, N& topic) {
  visit("id", topic.id);
  visit("sector", topic.sector);
  visit("name", topic.name);
}

template <class V, Is<mission::Count> N>
void columns(V& visit, N& count) {
  visit("metric", count.metric);
  visit("value", count.value);
  visit("source_url", count.source.url);
  visit("source_publisher", count.source.publisher);
}

template <class V, Is<mission::Discrepancy> N>
void columns(V& visit, N& discrepancy) {
  visit("topic", discrepancy.topic);
  visit("stated", Lines{discrepancy.values});
  visit("note", discrepancy.note);
}

template <class V, Is<mission::Venue> N>  // without its rooms
void columns(V& visit, N& venue) {
  visit("id", venue.id);
  visit("leg", venue.leg);
  visit("name", venue.name);
  visit("address", venue.address);
  visit("opening_hours", Lines{venue.opening_hours});
  columns(visit, venue.record);
}

template <class V, Is<mission::Room> N>
void columns(V& visit, N& room) {
  visit("id", room.id);
  visit("name", room.name);
  visit("capacity", room.capacity);
  visit("tables", room.tables);
  visit("equipment", room.equipment);
  visit("opening_hours", Lines{room.opening_hours});
}

template <class V, Is<mission::Coach> N>
void columns(V& visit, N& coach) {
  visit("id", coach.id);
  visit("leg", coach.leg);
  visit("name", coach.name);
  visit("seats", coach.seats);
  columns(visit, coach.record);
}

template <class V, Is<mission::TravelTime> N>
void columns(V& visit, N& travel) {
  visit("from_venue", travel.from);
  visit("to_venue", travel.to);
  visit("minutes", travel.minutes);
  visit("invented", travel.invented);
}

template <class V, Is<mission::Organisation> N>
void columns(V& visit, N& organisation) {
  visit("id", organisation.id);
  visit("name", organisation.name);
  visit("kind", organisation.kind);
  visit("side", organisation.side);
  visit("region", organisation.region);
  visit("size", organisation.size);
  visit("country", organisation.country);
  visit("sectors", organisation.sectors);
  visit("offers", organisation.offers);
  visit("seeks", organisation.seeks);
  visit("profile", organisation.profile);
  columns(visit, organisation.record);
}

template <class V, Is<mission::Person> N>
void columns(V& visit, N& person) {
  visit("id", person.id);
  visit("organisation", person.organisation);
  visit("given_name", person.given_name);
  visit("family_name", person.family_name);
  visit("role", person.role);
  visit("function", person.function);
  visit("languages", person.languages);
  visit("legs", person.legs);
  visit("absences", Lines{person.absences});
  visit("clearances", Lines{person.clearances});
  columns(visit, person.record);
}

template <class V, Is<mission::Office> N>
void columns(V& visit, N& office) {
  visit("id", office.id);
  visit("title", office.title);
  visit("holder", office.holder);
  visit("precedence", office.precedence);
  columns(visit, office.record);
}

template <class V, Is<mission::Timing> N>
void columns(V& visit, N& timing) {
  visit("precision", timing.precision);
  visit("first_day", timing.first_day);
  visit("last_day", timing.last_day);
  visit("earliest", timing.earliest);
  visit("latest", timing.latest);
  visit("part_of_day", timing.part_of_day);
}

template <class V, Is<mission::Audience> N>
void columns(V& visit, N& audience) {
  visit("kinds", audience.kinds);
  visit("regions", audience.regions);
  visit("sectors", audience.sectors);
  visit("whole_delegation", audience.whole_delegation);
}

template <class V, Is<mission::Activity> N>
void columns(V& visit, N& activity) {
  visit("id", activity.id);
  visit("title", activity.title);
  visit("kind", activity.kind);
  visit("status", activity.status);
  visit("sector", activity.sector);
  visit("leg", activity.leg);
  visit("host", activity.host);
  visit("place", activity.place);
  visit.part("timing", activity.timing);
  visit.part("planned", activity.planned_timing);
  visit("duration_minutes", activity.duration_minutes);
  visit("room", activity.room);
  visit("rooms", activity.rooms);
  visit("capacity", activity.capacity);
  visit.part("audience", activity.audience);
  visit("offices", activity.offices);
  visit("speakers", activity.speakers);
  visit("equipment", activity.equipment);
  visit("by_coach", activity.by_coach);
  visit("boards_at", activity.boards_at);
  visit("languages", activity.languages);
  columns(visit, activity.record);
}

template <class V, Is<mission::Session> N>
void columns(V& visit, N& session) {
  visit("id", session.id);
  visit("room", session.room);
  visit("name", session.name);
  visit("starts_at", session.starts_at);
  visit("slot_minutes", session.slot_minutes);
  visit("slots", session.slots);
  visit("tables", session.tables);
  columns(visit, session.record);
}

template <class V, Is<mission::Who> N>
void columns(V& visit, N& who) {
  visit("offices", who.offices);
  visit("people", who.people);
  visit("organisations", who.organisations);
}

template <class V, Is<mission::Scope> N>
void columns(V& visit, N& scope) {
  visit("kinds", scope.kinds);
  visit("activities", scope.activities);
  visit("legs", scope.legs);
  visit("official", scope.official);
}

template <class V, Is<mission::Rule> N>
void columns(V& visit, N& rule) {
  visit("id", rule.id);
  visit("kind", rule.kind);
  visit.part("who", rule.who);
  visit.part("other", rule.with);
  visit.part("scope", rule.scope);
  visit("minutes", rule.minutes);
  visit("every_minutes", rule.every_minutes);
  visit("most", rule.most);
  visit("site", rule.site);
  visit("working_days", rule.working_days);
  visit("holidays", rule.holidays);
  columns(visit, rule.record);
}

template <class V, Is<mission::Wish> N>
void columns(V& visit, N& wish) {
  visit("id", wish.id);
  visit("organisation", wish.organisation);
  visit("person", wish.person);
  visit("counterpart", wish.counterpart);
  visit("activity", wish.activity);
  visit("level", wish.level);
  visit("rank", wish.rank);
  visit("invented", wish.invented);
}

template <class V, Is<mission::Agreement> N>
void columns(V& visit, N& agreement) {
  visit("id", agreement.id);
  visit("title", agreement.title);
  visit("kind", agreement.kind);
  visit("status", agreement.status);
  visit("home_parties", Lines{agreement.home_parties});
  visit("foreign_parties", Lines{agreement.foreign_parties});
  visit("home_signatories", Lines{agreement.home_signatories});
  visit("foreign_signatories", Lines{agreement.foreign_signatories});
  visit("sector", agreement.sector);
  visit("amount", agreement.amount);
  visit("currency", agreement.currency);
  visit("basis", agreement.basis);
  visit("period", agreement.period);
  visit("confidentiality", agreement.confidentiality);
  visit("state_before", agreement.before);
  visit("ceremony", agreement.ceremony);
  visit("ceremony_order", agreement.ceremony_order);
  visit("ceremony_table", agreement.ceremony_table);
  visit("witnesses", agreement.witnesses);
  visit("documents", Lines{agreement.documents});
  visit("signed_on", agreement.signed_on);
  visit("signed_precision", agreement.signed_precision);
  columns(visit, agreement.record);
}

template <class V, Is<mission::Announcement> N>
void columns(V& visit, N& announcement) {
  visit("id", announcement.id);
  visit("title", announcement.title);
  visit("made_by", announcement.by);
  visit("amount", announcement.amount);
  visit("currency", announcement.currency);
  visit("period", announcement.period);
  visit("jobs", announcement.jobs);
  visit("place", announcement.place);
  visit("announced_on", announcement.announced_on);
  columns(visit, announcement.record);
}

template <class V, Is<mission::Figure> N>
void columns(V& visit, N& figure) {
  visit("id", figure.id);
  visit("label", figure.label);
  visit("value", figure.value);
  visit("unit", figure.unit);
  visit("currency", figure.currency);
  visit("year", figure.year);
  visit("direction", figure.direction);
  visit("reporter", figure.reporter);
  visit("rank", figure.rank);
  columns(visit, figure.record);
}

}  // namespace kontor::store
