#pragma once
#include "store/columns.h"
#include "store/stored.h"

// The columns of a stored plan and its lists; see columns.h.

namespace kontor::store {

template <class V, Is<mission::Score> N>
void columns(V& visit, N& score) {
  visit("value", score.value);
  visit("bound", score.bound);
  visit("must_points", score.must_points);
  visit("musts_asked", score.musts_asked);
  visit("musts_placed", score.musts_placed);
  visit("wants_asked", score.wants_asked);
  visit("wants_placed", score.wants_placed);
  visit("breaks", score.breaks);
  visit("worst_share_permille", score.worst_share_permille);
}

template <class V, Is<Verification> N>
void columns(V& visit, N& verification) {
  visit("good", verification.good);
  visit("checked_at", verification.checked_at);
  visit("faults", Lines{verification.faults});
}

template <class V, Is<StoredPlan> N>  // without its lists
void columns(V& visit, N& stored) {
  visit("made_at", stored.made_at);
  visit("made_by", stored.made_by);
  visit("seed", stored.plan.seed);
  visit("input_hash", stored.plan.input_hash);
  visit("unplaced_activities", stored.plan.unplaced_activities);
  columns(visit, stored.plan.score);
  visit("certificate", stored.plan.certificate);
  visit.part("verification", stored.verification);
}

template <class V, Is<mission::ActivityPlacement> N>
void columns(V& visit, N& placement) {
  visit("activity", placement.activity);
  visit("room", placement.room);
  visit("starts_at", placement.starts_at);
  visit("minutes", placement.minutes);
}

template <class V, Is<mission::Attendance> N>
void columns(V& visit, N& attendance) {
  visit("activity", attendance.activity);
  visit("person", attendance.person);
  visit("wish", attendance.wish);
  visit("coach", attendance.coach);
}

template <class V, Is<mission::Meeting> N>
void columns(V& visit, N& meeting) {
  visit("session", meeting.session);
  visit("slot", meeting.slot);
  visit("table_number", meeting.table);
  visit("first", meeting.first);
  visit("second", meeting.second);
  visit("first_person", meeting.first_person);
  visit("second_person", meeting.second_person);
  visit("wishes", meeting.wishes);
}

template <class V, Is<mission::Waiting> N>
void columns(V& visit, N& waiting) {
  visit("activity", waiting.activity);
  visit("person", waiting.person);
  visit("place_in_line", waiting.position);
}

template <class V, Is<mission::Unplaced> N>
void columns(V& visit, N& unplaced) {
  visit("wish", unplaced.wish);
  visit("cause", unplaced.cause);
  visit("details", Lines{unplaced.details});
}

template <class V, Is<CurvePoint> N>
void columns(V& visit, N& point) {
  visit("permille_done", point.permille_done);
  visit("value", point.value);
  visit("bound", point.bound);
}

}  // namespace kontor::store
