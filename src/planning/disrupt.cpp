#include "planning/disrupt.h"

#include <algorithm>
#include <deque>
#include <set>

#include "base/zone.h"
#include "planning/delay.h"
#include "planning/numbers.h"

namespace kontor::planning {

namespace {

using mission::Mission;

// Whether a valid mission stays valid whatever disruption of this kind is taken: nothing is named,
// counted or timed by it that was not there before. A delay may end after the mission.
bool keeps_valid(const mission::Disruption& disruption, const Mission& changed) {
  if (std::holds_alternative<mission::OfficeDelayed>(disruption) ||
      std::holds_alternative<mission::ActivityDelayed>(disruption))
    return std::ranges::none_of(changed.activities, [&](const mission::Activity& activity) {
      const auto& timing = activity.planned_timing;
      return timing && timing->earliest && timing->earliest->date > changed.travel_last_day;
    });
  return std::holds_alternative<mission::ActivityCancelled>(disruption) ||
         std::holds_alternative<mission::Withdrawal>(disruption) ||
         std::holds_alternative<mission::NoShow>(disruption) ||
         std::holds_alternative<mission::MeetingMoved>(disruption) ||
         std::holds_alternative<mission::AttendanceMoved>(disruption);
}

// Changes a copy of the mission; collects what is wrong.
class Disrupter {
 public:
  Disrupter(const Workbench& bench, base::Instant now) : bench_(bench), now_(now) {}

  base::Checked<std::vector<Disrupted>> take(const mission::Disruption& disruption) {
    if (const auto* late = std::get_if<mission::OfficeDelayed>(&disruption)) {
      delay_office(*late);
    } else {
      out_.mission = *bench_.mission;
      std::visit([&](const auto& what) { happen(what); }, disruption);
      if (issues_.empty()) variants_.push_back(std::move(out_));
    }
    for (const Disrupted& variant : variants_)
      if (!keeps_valid(disruption, variant.mission)) add_faults(variant.mission);
    if (!issues_.empty()) return std::unexpected(std::move(issues_));
    return std::move(variants_);
  }

 private:
  void accuse(std::string code, std::string path, std::string value,
              std::map<std::string, std::string> parameters = {}) {
    issues_.push_back(
        {std::move(code), std::move(path), std::move(value), std::move(parameters), {}});
  }

  // Faults that the mission did not have before.
  void add_faults(const Mission& changed) {
    base::Issues faults = mission::validate(changed);
    if (faults.empty()) return;
    const base::Issues old = mission::validate(*bench_.mission);
    std::erase_if(faults, [&](const base::Issue& fault) {
      return std::ranges::find(old, fault) != old.end();
    });
    issues_.insert(issues_.end(), faults.begin(), faults.end());
  }

  template <class Nouns, class Key>
  auto* known(Nouns& nouns, const Key& key, const char* noun) {
    auto* found = find(nouns, key);
    if (found == nullptr) accuse("unknown_reference", "change", key.value, {{"noun", noun}});
    return found;
  }

  // The activity if it is in the plan and has not begun.
  mission::Activity* coming(const mission::ActivityId& id) {
    mission::Activity* activity = known(out_.mission.activities, id, "activity");
    if (activity == nullptr) return nullptr;
    const auto* placement = bench_.placement(id);
    if (placement == nullptr) {
      accuse("not_placed", "activity/" + id.value, "");
      return nullptr;
    }
    if (bench_.starts_at(*placement) >= now_) return activity;
    accuse("already_begun", "activity/" + id.value, base::format(placement->starts_at));
    return nullptr;
  }

  bool minutes_fit(int minutes) {
    const bool good = minutes > 0 && minutes <= 12 * 60;
    if (!good)
      accuse("out_of_range", "change/minutes", std::to_string(minutes), {{"expected", "1 … 720"}});
    return good;
  }

  void happen(const mission::ActivityCancelled& what) {
    if (auto* activity = coming(what.activity))
      activity->status = mission::ActivityStatus::Cancelled;
  }

  void happen(const mission::ActivityDelayed& what) {
    auto* activity = coming(what.activity);
    if (activity != nullptr && minutes_fit(what.minutes))
      start_at(*activity,
               base::plus_minutes(bench_.placement(what.activity)->starts_at, what.minutes));
  }

  void happen(const mission::OfficeDelayed&) {}  // see delay_office()

  void delay_office(const mission::OfficeDelayed& what) {
    const auto* office = known(bench_.mission->offices, what.office, "office");
    if (office == nullptr || !minutes_fit(what.minutes)) return;
    if (office->holder.empty()) return accuse("vacant_office", "office/" + what.office.value, "");
    variants_ = delay(bench_, *office, what.minutes, now_);
    if (variants_.empty()) accuse("nothing_ahead", "office/" + what.office.value, "");
  }

  void happen(const mission::Withdrawal& what) {
    if (what.person.empty()) {
      if (known(out_.mission.organisations, what.organisation, "organisation") == nullptr) return;
    } else if (known(out_.mission.people, what.person, "person") == nullptr) {
      return;
    }
    for (auto& person : out_.mission.people)
      if (person.id == what.person ||
          (what.person.empty() && person.organisation == what.organisation))
        leave(person);
    if (what.person.empty())
      for (auto& activity : out_.mission.activities)
        if (activity.host == what.organisation && ahead(activity.id))
          activity.status = mission::ActivityStatus::Cancelled;
  }

  bool ahead(const mission::ActivityId& id) const {
    const auto* placement = bench_.placement(id);
    return placement == nullptr || bench_.starts_at(*placement) >= now_;
  }

  // Absent from now to the end of each leg.
  void leave(mission::Person& person) {
    for (const auto& leg : out_.mission.legs) {
      const base::LocalDateTime first{leg.first_day, 0};
      const auto last = base::LocalDate(std::chrono::sys_days(leg.last_day) + std::chrono::days(2));
      base::LocalDateTime from = first;
      if (base::to_instant(first, leg.zone) < now_) from = base::to_local(now_, leg.zone);
      if (from < base::LocalDateTime{last, 0}) person.absences.push_back({leg.id, from, {last, 0}});
    }
  }

  void happen(const mission::RoomLost& what) {
    const mission::Venue* venue = nullptr;
    for (const auto& each : out_.mission.venues)
      for (const auto& room : each.rooms)
        if (room.id == what.room) venue = &each;
    if (venue == nullptr)
      return accuse("unknown_reference", "change", what.room.value, {{"noun", "room"}});
    for (auto& activity : out_.mission.activities)
      if (ahead(activity.id)) leave_room(activity, what.room, venue->leg);
    lose_sessions(what.room);
  }

  // Elsewhere in the city, where as many find room; kept to its start.
  void leave_room(mission::Activity& activity, const mission::RoomId& lost,
                  const mission::LegId& leg) {
    const auto* placement = bench_.placement(activity.id);
    const bool held_there = placement != nullptr && placement->room == lost;
    if (!held_there && activity.room != lost) {
      std::erase(activity.rooms, lost);
      return;
    }
    activity.room = {};
    std::erase(activity.rooms, lost);
    if (!activity.rooms.empty()) return;
    const auto there =
        std::ranges::count(bench_.plan->attendances, activity.id, &mission::Attendance::activity);
    for (const auto& venue : out_.mission.venues)
      if (venue.leg == leg)
        for (const auto& room : venue.rooms)
          if (room.id != lost &&
              room.capacity >= std::max<std::ptrdiff_t>(there, activity.capacity))
            activity.rooms.push_back(room.id);
    if (activity.rooms.empty()) activity.status = mission::ActivityStatus::Cancelled;
  }

  void lose_sessions(const mission::RoomId& lost) {
    for (auto& session : out_.mission.sessions) {
      if (session.room != lost) continue;
      const auto zone = zone_of(session.room);
      int held = 0;
      while (held < session.slots && slot_starts(session, held, zone) < now_) ++held;
      session.slots = held;
    }
    std::erase_if(out_.mission.sessions,
                  [](const mission::Session& session) { return session.slots == 0; });
  }

  std::string zone_of(const mission::RoomId& room) const {
    for (const auto& venue : bench_.mission->venues)
      if (std::ranges::find(venue.rooms, room, &mission::Room::id) != venue.rooms.end())
        return std::ranges::find(bench_.mission->legs, venue.leg, &mission::Leg::id)->zone;
    return bench_.mission->home_zone;
  }

  static base::Instant slot_starts(const mission::Session& session, int slot,
                                   const std::string& zone) {
    return base::to_instant(base::plus_minutes(session.starts_at, slot * session.slot_minutes),
                            zone);
  }

  void happen(const mission::TablesLost& what) {
    auto* session = known(out_.mission.sessions, what.session, "session");
    if (session == nullptr) return;
    if (slot_starts(*session, 0, zone_of(session->room)) < now_)
      return accuse("already_begun", "session/" + what.session.value,
                    base::format(session->starts_at));
    session->tables = what.tables;
  }

  void happen(const mission::RoadClosed& what) {
    if (known(out_.mission.venues, what.from, "venue") == nullptr ||
        known(out_.mission.venues, what.to, "venue") == nullptr ||
        (what.minutes != mission::no_way_minutes && !minutes_fit(what.minutes)))
      return;
    for (auto& time : out_.mission.travel_times)
      if ((time.from == what.from && time.to == what.to) ||
          (time.from == what.to && time.to == what.from)) {
        time.minutes = what.minutes;
        return;
      }
    out_.mission.travel_times.push_back({what.from, what.to, what.minutes, false});
  }

  void happen(const mission::Arrival& what) {
    Mission& mission = out_.mission;
    mission.organisations.insert(mission.organisations.end(), what.organisations.begin(),
                                 what.organisations.end());
    mission.people.insert(mission.people.end(), what.people.begin(), what.people.end());
    mission.wishes.insert(mission.wishes.end(), what.wishes.begin(), what.wishes.end());
    for (const auto& person : what.people) out_.newcomers.push_back(person.id);
  }

  void happen(const mission::NoShow& what) {
    auto* person = known(out_.mission.people, what.person, "person");
    const auto* session = known(out_.mission.sessions, what.session, "session");
    if (person == nullptr || session == nullptr) return;
    const bool meets = std::ranges::any_of(bench_.plan->meetings, [&](const auto& meeting) {
      return meeting.session == what.session && meeting.slot == what.slot &&
             (meeting.first_person == what.person || meeting.second_person == what.person);
    });
    if (!meets)
      return accuse("no_such_meeting", "session/" + what.session.value, what.person.value);
    const auto starts = base::plus_minutes(session->starts_at, what.slot * session->slot_minutes);
    for (const auto& venue : out_.mission.venues)
      if (std::ranges::find(venue.rooms, session->room, &mission::Room::id) != venue.rooms.end())
        person->absences.push_back(
            {venue.leg, starts, base::plus_minutes(starts, session->slot_minutes)});
  }

  void happen(const mission::ActivityMoved& what) {
    auto* activity = coming(what.activity);
    if (activity == nullptr) return;
    start_at(*activity, what.starts_at);
    if (!what.room.empty()) activity->room = what.room;
    const auto leg = std::ranges::find(bench_.mission->legs, activity->leg, &mission::Leg::id);
    if (base::to_instant(what.starts_at, leg->zone) < now_)
      accuse("already_begun", "activity/" + what.activity.value, base::format(what.starts_at));
  }

  void happen(const mission::MeetingMoved& what) {
    const auto* session = known(out_.mission.sessions, what.session, "session");
    if (session == nullptr) return;
    if (what.slot < 0 || what.slot >= session->slots)
      return accuse("no_such_slot", "session/" + what.session.value, std::to_string(what.slot));
    if (slot_starts(*session, what.slot, zone_of(session->room)) < now_)
      return accuse("already_begun", "session/" + what.session.value, std::to_string(what.slot));
    out_.meetings.push_back({what.first, what.second, what.session, what.slot});
  }

  void happen(const mission::AttendanceMoved& what) {
    if (coming(what.activity) == nullptr) return;
    if (known(out_.mission.people, what.person, "person") == nullptr) return;
    out_.attendances.emplace_back(what.person, what.activity);
  }

  void happen(const mission::RuleAdded& what) { out_.mission.rules.push_back(what.rule); }

  const Workbench& bench_;
  base::Instant now_;
  Disrupted out_;
  std::vector<Disrupted> variants_;
  base::Issues issues_;
};

}  // namespace

std::string_view word(Variant variant) {
  switch (variant) {
    case Variant::Shifted:
      return "shifted";
    case Variant::WithoutOffice:
      return "without_office";
    default:
      return "only";
  }
}

base::Checked<std::vector<Disrupted>> disrupt(const Workbench& bench,
                                              const mission::Disruption& disruption,
                                              base::Instant now) {
  return Disrupter(bench, now).take(disruption);
}

}  // namespace kontor::planning
