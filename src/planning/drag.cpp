#include "planning/drag.h"

#include <algorithm>

#include "base/zone.h"
#include "engine/timetable/trial.h"
#include "mission/open.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;
using Kind = mission::ObstacleKind;

class Dragger {
 public:
  Dragger(const Workbench& bench, base::Instant now)
      : s_(bench.situation), mission_(*bench.mission), bench_(bench), now_(now) {}

  base::Checked<DragEffect> take(const mission::Disruption& drag) {
    std::visit([&](const auto& what) { move(what); }, drag);
    if (!issues_.empty()) return std::unexpected(std::move(issues_));
    std::ranges::sort(out_.people);
    std::ranges::sort(out_.broken);
    out_.broken.erase(std::ranges::unique(out_.broken).begin(), out_.broken.end());
    return std::move(out_);
  }

 private:
  void accuse(std::string code, std::string path, std::string value,
              std::map<std::string, std::string> parameters = {}) {
    issues_.push_back(
        {std::move(code), std::move(path), std::move(value), std::move(parameters), {}});
  }

  bool known(int number, const std::string& key, const char* noun) {
    if (number < 0) accuse("unknown_reference", "change", key, {{"noun", noun}});
    return number >= 0;
  }

  // Whether the activity is in the plan and has not begun.
  bool coming(const mission::ActivityId& id) {
    const int number = s_.activity(id);
    if (!known(number, id.value, "activity")) return false;
    const auto* placement = bench_.placement(id);
    if (placement == nullptr || s_.state().option(number) < 0) {
      accuse("not_placed", "activity/" + id.value, "");
      return false;
    }
    const bool ahead = bench_.starts_at(*placement) >= now_;
    if (!ahead) accuse("already_begun", "activity/" + id.value, base::format(placement->starts_at));
    return ahead;
  }

  void take(const timetable::Trial& trial) {
    for (const int person : trial.people) out_.people.push_back(mission_.people[person].id);
    for (const auto& obstacle : trial.in_the_way)
      out_.broken.push_back(in_mission_terms(s_, obstacle));
    out_.value_gained = trial.points;
  }

  void move(const mission::ActivityMoved& what) {
    if (!coming(what.activity)) return;
    const int number = s_.activity(what.activity);
    const auto& activity = mission_.activities[number];
    const auto leg = std::ranges::find(mission_.legs, activity.leg, &mission::Leg::id);
    const base::Instant at = base::to_instant(what.starts_at, leg->zone);
    if (at < now_)
      return accuse("already_begun", "activity/" + what.activity.value,
                    base::format(what.starts_at));
    if (what.starts_at.date < mission_.travel_first_day ||
        what.starts_at.date > mission_.travel_last_day)
      return accuse("out_of_range", "change", base::format(what.starts_at),
                    {{"expected", base::format(mission_.travel_first_day) + " … " +
                                      base::format(mission_.travel_last_day)}});
    timetable::Option option = s_.problem().activities[number].options[s_.state().option(number)];
    option.starts_at = bench_.minute(at);
    const mission::RoomId room =
        what.room.empty() ? bench_.placement(what.activity)->room : what.room;
    if (!room.empty() && !enter(activity, room, what.starts_at, option)) return;
    take(timetable::try_activity(s_.state(), number, option));
    add_clearances(number, what.starts_at.date);
  }

  // Puts the activity in `room`, whose venues' rooms are numbered through.
  bool enter(const mission::Activity& activity, const mission::RoomId& id,
             base::LocalDateTime starts_at, timetable::Option& option) {
    int number = 0;
    for (std::size_t v = 0; v < mission_.venues.size(); ++v)
      for (const auto& room : mission_.venues[v].rooms) {
        if (room.id == id) {
          if (mission_.venues[v].leg != activity.leg) break;
          suit(activity, mission_.venues[v], room, starts_at);
          if (activity.kind != mission::ActivityKind::B2b) option.room = number;
          option.place = static_cast<int>(v);
          option.places = places(activity, room);
          return true;
        }
        ++number;
      }
    known(-1, id.value, "room");
    return false;
  }

  void suit(const mission::Activity& activity, const mission::Venue& venue,
            const mission::Room& room, base::LocalDateTime starts_at) {
    const bool equipped = std::ranges::all_of(activity.equipment, [&](const auto& kind) {
      return std::ranges::find(room.equipment, kind) != room.equipment.end();
    });
    if (!equipped || !mission::is_open(venue, room, starts_at, activity.duration_minutes))
      out_.broken.push_back(about(Kind::ActivityNotHeld, activity.id));
  }

  int places(const mission::Activity& activity, const mission::Room& room) const {
    const auto& asked = s_.problem().activities[s_.activity(activity.id)];
    const int bound = static_cast<int>(asked.required.size() + asked.everyone.size());
    const int own = activity.capacity > 0 ? activity.capacity : timetable::unlimited;
    const int held = room.capacity > 0 ? std::max(0, room.capacity - bound) : timetable::unlimited;
    return std::min(own, held);
  }

  // Clearances are filed so many working days before the day.
  void add_clearances(int number, base::LocalDate day) {
    const auto& activity = mission_.activities[number];
    for (const auto& rule : mission_.rules) {
      if (rule.kind != mission::RuleKind::ClearanceNeeded || !mission::covers(rule.scope, activity))
        continue;
      for (const auto& person : out_.people)
        if (!mission::is_cleared(rule, mission_.people[s_.person(person)], day)) {
          Obstacle out;
          out.kind = Kind::Rule;
          out.rule = rule.id;
          out.person = person;
          out_.broken.push_back(out);
        }
    }
  }

  void move(const mission::MeetingMoved& what) {
    const int first = s_.organisation(what.first), second = s_.organisation(what.second);
    const auto session = std::ranges::find(mission_.sessions, what.session, &mission::Session::id);
    const bool there = session != mission_.sessions.end();
    if (!known(first, what.first.value, "organisation") |
        !known(second, what.second.value, "organisation") |
        !known(there ? 0 : -1, what.session.value, "session"))
      return;
    if (what.slot < 0 || what.slot >= session->slots)
      return accuse("no_such_slot", "session/" + what.session.value, std::to_string(what.slot));
    const int slot = s_.grid().first_slot[session - mission_.sessions.begin()] + what.slot;
    if (s_.grid().slots[slot].stay.starts_at < bench_.minute(now_))
      return accuse("already_begun", "session/" + what.session.value, std::to_string(what.slot));
    const auto& meetings = s_.problem().meetings;
    const auto found = std::ranges::find_if(meetings, [&](const auto& wish) {
      return (wish.first == first && wish.second == second) ||
             (wish.first == second && wish.second == first);
    });
    if (found == meetings.end())
      return accuse("not_wished", "change", what.first.value + "/" + what.second.value);
    take(timetable::try_meeting(s_.state(), static_cast<int>(found - meetings.begin()), slot));
  }

  void move(const mission::AttendanceMoved& what) {
    const int person = s_.person(what.person);
    if (!coming(what.activity) || !known(person, what.person.value, "person")) return;
    const int activity = s_.activity(what.activity);
    for (const int wish : s_.grid().wishes_of_activity[activity]) {
      if (s_.problem().attendances[wish].person != person) continue;
      if (!s_.state().attends(wish)) take(timetable::try_attendance(s_.state(), wish));
      return;
    }
    accuse("not_wished", "change", what.person.value + "/" + what.activity.value);
  }

  void move(const auto&) {
    accuse("unknown_word", "change", "",
           {{"known", "activity_moved, meeting_moved, attendance_moved"}});
  }

  const Situation& s_;
  const mission::Mission& mission_;
  const Workbench& bench_;
  base::Instant now_;
  DragEffect out_;
  base::Issues issues_;
};

}  // namespace

base::Checked<DragEffect> try_drag(const Workbench& bench, const mission::Disruption& drag,
                                   base::Instant now) {
  return Dragger(bench, now).take(drag);
}

}  // namespace kontor::planning
