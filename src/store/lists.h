#pragma once
#include "store/visitors.h"

// The lists of a mission and of a plan with their tables, once.

namespace kontor::store {

// A room with the venue that it is part of: a row of table room.
struct StoredRoom {
  mission::VenueId venue;
  mission::Room room;
};

template <class V, Is<StoredRoom> N>
void columns(V& visit, N& stored) {
  visit("venue", stored.venue);
  columns(visit, stored.room);
}

// visit(table, list) for every list of a mission but the rooms.
template <class V, Is<mission::Mission> N>
void lists(V&& visit, N& mission) {
  visit("leg", mission.legs);
  visit("sector", mission.sectors);
  visit("topic", mission.topics);
  visit("count", mission.counts);
  visit("discrepancy", mission.discrepancies);
  visit("venue", mission.venues);
  visit("coach", mission.coaches);
  visit("travel_time", mission.travel_times);
  visit("organisation", mission.organisations);
  visit("person", mission.people);
  visit("office", mission.offices);
  visit("activity", mission.activities);
  visit("session", mission.sessions);
  visit("rule", mission.rules);
  visit("wish", mission.wishes);
  visit("agreement", mission.agreements);
  visit("announcement", mission.announcements);
  visit("figure", mission.figures);
}

template <class V, Is<StoredPlan> N>
void lists(V&& visit, N& stored) {
  visit("activity_placement", stored.plan.activities);
  visit("attendance", stored.plan.attendances);
  visit("meeting", stored.plan.meetings);
  visit("waiting", stored.plan.waiting);
  visit("unplaced", stored.plan.unplaced);
  visit("curve_point", stored.curve);
}

}  // namespace kontor::store
