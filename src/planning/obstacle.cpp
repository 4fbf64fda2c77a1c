#include "planning/obstacle.h"

#include <algorithm>

#include "base/zone.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;
using Kind = mission::ObstacleKind;
using TimetableKind = timetable::ObstacleKind;

class Wording {
 public:
  explicit Wording(const Situation& situation) : s_(situation), mission_(situation.mission()) {}

  Obstacle word(const timetable::Obstacle& obstacle) const {
    Obstacle out;
    if (obstacle.person >= 0) out.person = mission_.people[obstacle.person].id;
    switch (obstacle.kind) {
      case TimetableKind::Meeting:
        out.kind = Kind::Meeting;
        set_meeting(obstacle.index, out);
        break;
      case TimetableKind::Attendance:
        out.kind = Kind::Attendance;
        out.person = mission_.people[s_.problem().attendances[obstacle.index].person].id;
        set_activity(s_.problem().attendances[obstacle.index].activity, out);
        break;
      case TimetableKind::Tables:
        out.kind = Kind::TablesFull;
        set_tables(obstacle.index, out);
        break;
      case TimetableKind::Places:
        return about(Kind::ActivityFull, mission_.activities[obstacle.index].id);
      case TimetableKind::Duty:
        out.kind = Kind::Duty;
        set_activity(obstacle.index, out);
        break;
      case TimetableKind::Absence:
        out.kind = Kind::Absence;
        set_absence(obstacle.person, obstacle.index, out);
        break;
      case TimetableKind::OtherCity:
        out.kind = Kind::OtherCity;
        out.leg = mission_.legs[obstacle.index].id;
        break;
      case TimetableKind::Room:
        out.kind = Kind::RoomTaken;
        set_activity(obstacle.index, out);
        break;
      case TimetableKind::Session:
        out.kind = Kind::SessionInRoom;
        set_session(obstacle.index, out);
        break;
      case TimetableKind::Rule:
        out.kind = Kind::Rule;
        out.rule = mission_.rules[s_.translation().rule_numbers[obstacle.index]].id;
        break;
      case TimetableKind::NotHeld:
        return about(Kind::ActivityNotHeld, mission_.activities[obstacle.index].id);
      case TimetableKind::Nobody:
        out.kind = Kind::Nobody;
        out.organisation = mission_.organisations[obstacle.index].id;
        break;
      case TimetableKind::NoSlots:
        out.kind = Kind::NoSession;
        break;
    }
    return out;
  }

 private:
  base::LocalDateTime local(int minute, const std::string& zone) const {
    return base::to_local(s_.translation().origin + std::chrono::minutes(minute), zone);
  }

  void set_stay(const timetable::Stay& stay, Obstacle& out) const {
    const int leg = s_.problem().places[stay.place].leg;
    const std::string& zone = leg < 0 ? mission_.home_zone : mission_.legs[leg].zone;
    if (leg >= 0) out.leg = mission_.legs[leg].id;
    out.from = local(stay.starts_at, zone);
    out.to = local(stay.ends_at, zone);
  }

  void set_activity(int number, Obstacle& out) const {
    out.activity = mission_.activities[number].id;
    if (const int option = s_.state().option(number); option >= 0)
      set_stay(timetable::stay_of(s_.problem(), number, option), out);
  }

  void set_meeting(int number, Obstacle& out) const {
    const auto& wish = s_.problem().meetings[number];
    const auto& slot = s_.grid().slots[s_.state().seating(number).slot];
    out.organisation = mission_.organisations[wish.first].id;
    out.other = mission_.organisations[wish.second].id;
    out.session = mission_.sessions[slot.session].id;
    set_stay(slot.stay, out);
  }

  void set_session(int number, Obstacle& out) const {
    const auto& session = s_.problem().sessions[number];
    out.session = mission_.sessions[number].id;
    set_stay({session.starts_at, session.starts_at + session.slots * session.slot_minutes,
              session.place},
             out);
  }

  void set_tables(int number, Obstacle& out) const {
    out.session = mission_.sessions[s_.grid().slots[number].session].id;
    set_stay(s_.grid().slots[number].stay, out);
  }

  void set_absence(int person, int number, Obstacle& out) const {
    // Absences of unknown cities are not in the problem, and do not count.
    int known = -1;
    for (const auto& absence : mission_.people[person].absences)
      if (std::ranges::find(mission_.legs, absence.leg, &mission::Leg::id) != mission_.legs.end() &&
          ++known == number) {
        out.leg = absence.leg;
        out.from = absence.from;
        out.to = absence.to;
      }
  }

  const Situation& s_;
  const mission::Mission& mission_;
};

}  // namespace

Obstacle about(Kind kind, const mission::ActivityId& activity) {
  Obstacle out;
  out.kind = kind;
  out.activity = activity;
  return out;
}

Obstacle in_mission_terms(const Situation& situation, const timetable::Obstacle& obstacle) {
  return Wording(situation).word(obstacle);
}

}  // namespace kontor::planning
