#include "planning/why.h"

#include <algorithm>

#include "base/zone.h"
#include "engine/timetable/causes.h"
#include "planning/audience.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;
using engine::timetable::Causes;
using Kind = mission::ObstacleKind;
using TimetableKind = timetable::ObstacleKind;

class Asker {
 public:
  Asker(const Situation& situation, Knowledge knowledge)
      : s_(situation), mission_(situation.mission()), knowledge_(knowledge) {}

  Why meeting(const mission::Wish& wish) const {
    int first = s_.organisation(wish.organisation), second = s_.organisation(wish.counterpart);
    if (first < 0 || second < 0) return answer({}, {});
    if (second_side(mission_.organisations[first], mission_.organisations[second]))
      std::swap(first, second);
    Obstacles always;
    for (const auto& other : mission_.wishes)
      if (other.level == mission::WishLevel::Never && is_about(other, wish))
        always.push_back(never(other));
    return answer(always, timetable::causes_of_meeting(s_.state(), first, second));
  }

  Why attendance(const mission::Wish& wish) const {
    const int person = s_.person(wish.person), activity = s_.activity(wish.activity);
    if (person < 0 || activity < 0) return answer({}, {});
    Obstacles always;
    for (const auto& other : mission_.wishes)
      if (other.level == mission::WishLevel::Never && !other.activity.empty() &&
          other.person == wish.person && other.activity == wish.activity)
        always.push_back(never(other));
    if (!bound(person, activity)) add_audience(person, activity, always);
    if (waits(wish)) always.push_back(about(Kind::ActivityFull, wish.activity));
    if (s_.state().option(activity) < 0 && knowledge_ == Knowledge::Some) {
      always.push_back(about(Kind::ActivityNotHeld, wish.activity));
      return answer(always, {});
    }
    return answer(always, timetable::causes_of_attendance(s_.state(), person, activity));
  }

 private:
  static bool is_about(const mission::Wish& never, const mission::Wish& wish) {
    return (never.organisation == wish.organisation && never.counterpart == wish.counterpart) ||
           (never.organisation == wish.counterpart && never.counterpart == wish.organisation);
  }

  static Obstacle never(const mission::Wish& wish) {
    Obstacle out;
    out.kind = Kind::Never;
    out.organisation = wish.organisation;
    out.other = wish.counterpart;
    out.person = wish.person;
    out.activity = wish.activity;
    out.never = wish.id;
    return out;
  }

  static Obstacle about(Kind kind, const mission::ActivityId& activity) {
    Obstacle out;
    out.kind = kind;
    out.activity = activity;
    return out;
  }

  bool bound(int person, int activity) const {
    const auto& asked = s_.problem().activities[activity];
    return std::ranges::find(asked.required, person) != asked.required.end() ||
           std::ranges::find(asked.everyone, person) != asked.everyone.end();
  }

  // A waiting list says that there is no place, also to those who do not see who has them.
  bool waits(const mission::Wish& wish) const {
    return std::ranges::any_of(s_.plan().waiting, [&](const mission::Waiting& waiting) {
      return waiting.person == wish.person && waiting.activity == wish.activity;
    });
  }

  void add_audience(int number, int activity_number, Obstacles& out) const {
    const auto& person = mission_.people[number];
    const auto& activity = mission_.activities[activity_number];
    const auto add = [&](Kind kind) {
      out.push_back(about(kind, activity.id));
      out.back().organisation = person.organisation;
      out.back().person = person.id;
    };
    if (!takes_part(person, activity.leg)) {
      add(Kind::OtherCity);
      out.back().activity = {};
      out.back().organisation = {};
      out.back().leg = activity.leg;
    }
    const int organisation = s_.organisation(person.organisation);
    const mission::Organisation none;
    const auto& whose = organisation < 0 ? none : mission_.organisations[organisation];
    const auto lets_in = [&](const auto& list, const auto& value) {
      return list.empty() || (organisation >= 0 && std::ranges::find(list, value) != list.end());
    };
    if (!lets_in(activity.audience.kinds, whose.kind)) add(Kind::AudienceKind);
    if (!lets_in(activity.audience.regions, whose.region)) add(Kind::AudienceRegion);
    const auto& sectors = activity.audience.sectors;
    if (!sectors.empty() &&
        std::ranges::find_first_of(whose.sectors, sectors) == whose.sectors.end())
      add(Kind::AudienceSector);
  }

  // What redacted copies cannot show to be true is left out.
  bool is_shown(const timetable::Obstacle& obstacle) const {
    return knowledge_ == Knowledge::All ||
           (obstacle.kind != TimetableKind::Nobody && obstacle.kind != TimetableKind::NoSlots);
  }

  Why answer(const Obstacles& always, const std::vector<Causes>& sets) const {
    Why out;
    std::vector<Obstacles> worded;
    for (const Causes& causes : sets) {
      Obstacles one = always;
      for (const timetable::Obstacle& obstacle : causes)
        if (is_shown(obstacle)) one.push_back(in_mission_terms(obstacle));
      std::ranges::sort(one);
      one.erase(std::ranges::unique(one).begin(), one.end());
      worded.push_back(std::move(one));
    }
    if (worded.empty()) worded.push_back(always);
    if (worded.front().empty() && knowledge_ == Knowledge::Some) worded.front().emplace_back();
    out.causes = worded.front();
    if (knowledge_ == Knowledge::All) out.others.assign(worded.begin() + 1, worded.end());
    return out;
  }

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

  Obstacle in_mission_terms(const timetable::Obstacle& obstacle) const {
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

  const Situation& s_;
  const mission::Mission& mission_;
  Knowledge knowledge_;
};

}  // namespace

Why why(const Situation& situation, int number, Knowledge knowledge) {
  const mission::Wish& wish = situation.mission().wishes[number];
  if (wish.level == mission::WishLevel::Never || situation.granted(number)) return {true, {}, {}};
  const Asker asker(situation, knowledge);
  return wish.activity.empty() ? asker.meeting(wish) : asker.attendance(wish);
}

std::vector<int> open_wishes(const Situation& situation) {
  std::vector<int> out;
  const auto& wishes = situation.mission().wishes;
  for (int w = 0; w < static_cast<int>(wishes.size()); ++w)
    if (wishes[w].level != mission::WishLevel::Never && !situation.granted(w)) out.push_back(w);
  return out;
}

}  // namespace kontor::planning
