#include "planning/explain.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "engine/timetable/protocol.h"
#include "engine/timetable/replay.h"
#include "engine/timetable/rules/coaches.h"
#include "engine/timetable/rules/places.h"
#include "engine/timetable/rules/tables.h"
#include "planning/locate.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;
using mission::Cause;
using Details = std::vector<std::string>;

// What keeps somebody from a stay: activities (by wish or duty), meetings and the mission's rules,
// by their numbers.
struct Hindrance {
  std::set<int> activities;
  std::set<int> meetings;
  std::set<int> rules{};

  bool none() const { return count() == 0; }
  std::size_t count() const { return activities.size() + meetings.size() + rules.size(); }
};

struct Reason {
  Cause cause = Cause::NotAvailable;
  Details details;
};

class Explainer {
 public:
  Explainer(const mission::Mission& mission, const mission::Plan& plan)
      : mission_(mission),
        translation_(translate(mission)),
        grid_(timetable::make_grid(translation_.problem)),
        state_(translation_.problem, grid_) {
    timetable::replay(state_, locate(mission, translation_, plan));
    for (std::size_t m = 0; m < translation_.wishes_of_meeting.size(); ++m)
      for (const int wish : translation_.wishes_of_meeting[m])
        meeting_of_[wish] = static_cast<int>(m);
    for (std::size_t w = 0; w < translation_.wish_of_attendance.size(); ++w)
      attendance_of_[translation_.wish_of_attendance[w]] = static_cast<int>(w);
  }

  std::vector<mission::Unplaced> all() const {
    std::vector<mission::Unplaced> out;
    for (std::size_t w = 0; w < mission_.wishes.size(); ++w) {
      const mission::Wish& wish = mission_.wishes[w];
      if (wish.level == mission::WishLevel::Never || granted(static_cast<int>(w))) continue;
      const Reason why = wish.activity.empty() ? meeting(static_cast<int>(w), wish)
                                               : attendance(static_cast<int>(w), wish);
      out.push_back({wish.id, why.cause, why.details});
    }
    return out;
  }

 private:
  bool granted(int wish) const {
    if (const auto m = meeting_of_.find(wish); m != meeting_of_.end())
      return state_.seating(m->second).slot >= 0;
    const auto w = attendance_of_.find(wish);
    return w != attendance_of_.end() && state_.attends(w->second);
  }

  Details keys(const Hindrance& hindrance, const mission::Wish& wish) const {
    Details out;
    for (const int activity : hindrance.activities)
      out.push_back(mission_.activities[activity].id.value);
    for (const int meeting : hindrance.meetings)
      for (const int o : {translation_.problem.meetings[meeting].first,
                          translation_.problem.meetings[meeting].second})
        if (const auto& id = mission_.organisations[o].id;
            id != wish.organisation && id != wish.counterpart)
          out.push_back(id.value);
    return out;
  }

  Details rule_keys(const std::set<int>& rules) const {
    Details out;
    for (const int rule : rules) out.push_back(mission_.rules[rule].id.value);
    return out;
  }

  Hindrance hindrance(int person, const timetable::Visit& visit) const {
    Hindrance out;
    for (const int rule : timetable::rules_against(state_, person, visit))
      out.rules.insert(translation_.rule_numbers[rule]);
    for (const auto& other : state_.engagements(person)) {
      if (timetable::compatible(translation_.problem, other.stay, visit.stay)) continue;
      if (other.kind == timetable::Kind::Meeting) out.meetings.insert(other.index);
      if (other.kind == timetable::Kind::Duty) out.activities.insert(other.index);
      if (other.kind == timetable::Kind::Attendance)
        out.activities.insert(translation_.problem.attendances[other.index].activity);
    }
    return out;
  }

  // Attendance.

  Reason attendance(int number, const mission::Wish& wish) const {
    const auto found = attendance_of_.find(number);
    const auto activity =
        std::ranges::find(mission_.activities, wish.activity, &mission::Activity::id);
    const int a = static_cast<int>(activity - mission_.activities.begin());
    const auto person = std::ranges::find(mission_.people, wish.person, &mission::Person::id);
    const int p = static_cast<int>(person - mission_.people.begin());
    const Details here{wish.activity.value};
    if (refuses(wish)) return {Cause::ForbiddenByNever, here};
    if (state_.option(a) < 0) return {Cause::ActivityNotPlaced, here};
    const auto visit = timetable::visit_of(state_, p, a, state_.option(a));
    if (!timetable::present(translation_.problem, p, visit.stay))
      return {Cause::NotAvailable, here};
    const auto kept = hindrance(p, visit);
    if (found == attendance_of_.end() && kept.rules.empty()) return {Cause::NotEligible, here};
    if (kept.rules.empty() && !timetable::rules::Places::full(state_, a) &&
        timetable::rules::Coaches::lacks_seat(state_, a, p))
      return {Cause::CoachesFull, here};
    return cause_of_missing(a, kept, wish);
  }

  Reason cause_of_missing(int activity, const Hindrance& hindrance,
                          const mission::Wish& wish) const {
    if (!hindrance.rules.empty()) return {Cause::ForbiddenByRule, rule_keys(hindrance.rules)};
    if (timetable::rules::Places::full(state_, activity))
      return {Cause::ActivityFull, {wish.activity.value}};
    if (hindrance.meetings.empty() || !hindrance.activities.empty())
      return {Cause::ClashesWithActivity, keys({hindrance.activities, {}}, wish)};
    return {Cause::ClashesWithMeetings, keys(hindrance, wish)};
  }

  bool refuses(const mission::Wish& wish) const {
    return std::ranges::any_of(mission_.wishes, [&](const mission::Wish& other) {
      return other.level == mission::WishLevel::Never && other.person == wish.person &&
             other.activity == wish.activity && !other.activity.empty();
    });
  }

  // Meetings.

  Reason meeting(int number, const mission::Wish& wish) const {
    const auto found = meeting_of_.find(number);
    if (found == meeting_of_.end()) return {Cause::ForbiddenByNever, {wish.counterpart.value}};
    const auto& pair = translation_.problem.meetings[found->second];
    std::vector<int> common, available;
    for (int s = 0; s < static_cast<int>(grid_.slots.size()); ++s) {
      if (!in_city(pair.first, s) || !in_city(pair.second, s)) continue;
      common.push_back(s);
      if (somebody(pair.first, s) && somebody(pair.second, s)) available.push_back(s);
    }
    if (common.empty()) return {Cause::NoCommonSession, {}};
    if (available.empty()) return {Cause::NotAvailable, {}};
    return cause_in_slots(pair, available, wish);
  }

  bool in_city(int organisation, int slot) const {
    const int leg = translation_.problem.places[grid_.slots[slot].stay.place].leg;
    return std::ranges::any_of(translation_.problem.seats[organisation], [&](int person) {
      const auto& legs = translation_.problem.people[person].legs;
      return std::ranges::find(legs, leg) != legs.end();
    });
  }

  bool somebody(int organisation, int slot) const {
    return std::ranges::any_of(translation_.problem.seats[organisation],
                               [&](int person) { return grid_.may_meet[person][slot] != 0; });
  }

  // What hinders the person of `organisation` who could come most easily, of those whom nothing
  // else than `only` says hinders. Nothing where there is nobody such.
  enum class Only { Either, Rules, Activities, Meetings };
  std::optional<Hindrance> least(int organisation, int slot, Only only) const {
    std::optional<Hindrance> best;
    for (const int person : translation_.problem.seats[organisation]) {
      if (!grid_.may_meet[person][slot]) continue;
      const Hindrance found = hindrance(person, timetable::visit_to_slot(state_, slot, -1));
      if (only != Only::Either && only != Only::Rules && !found.rules.empty()) continue;
      if (only != Only::Either && only != Only::Meetings && !found.meetings.empty()) continue;
      if (only != Only::Either && only != Only::Activities && !found.activities.empty()) continue;
      if (!best || found.count() < best->count()) best = found;
    }
    return best;
  }

  // The least that hinders both in some slot with a table, if that is only of one kind.
  std::optional<Hindrance> alone(const timetable::MeetingWish& pair, const std::vector<int>& slots,
                                 Only only, bool table_needed) const {
    std::optional<Hindrance> best;
    for (const int slot : slots) {
      if (table_needed && timetable::rules::Tables::full(state_, slot)) continue;
      auto first = least(pair.first, slot, only);
      const auto second = least(pair.second, slot, only);
      if (!first || !second) continue;
      first->activities.insert(second->activities.begin(), second->activities.end());
      first->meetings.insert(second->meetings.begin(), second->meetings.end());
      first->rules.insert(second->rules.begin(), second->rules.end());
      if (!best || first->count() < best->count()) best = first;
    }
    return best;
  }

  Reason cause_in_slots(const timetable::MeetingWish& pair, const std::vector<int>& slots,
                        const mission::Wish& wish) const {
    if (const auto rules = alone(pair, slots, Only::Rules, true); rules && !rules->none())
      return {Cause::ForbiddenByRule, rule_keys(rules->rules)};
    if (const auto activities = alone(pair, slots, Only::Activities, true))
      return {Cause::ClashesWithActivity, keys(*activities, wish)};
    if (const auto meetings = alone(pair, slots, Only::Meetings, true))
      return {Cause::ClashesWithMeetings, keys(*meetings, wish)};
    if (const auto nothing = alone(pair, slots, Only::Either, false); nothing && nothing->none())
      return {Cause::TablesFull, full_sessions(pair, slots)};
    const auto both = alone(pair, slots, Only::Either, false);
    if (!both->rules.empty()) return {Cause::ForbiddenByRule, rule_keys(both->rules)};
    if (!both->activities.empty())
      return {Cause::ClashesWithActivity, keys({both->activities, {}}, wish)};
    return {Cause::ClashesWithMeetings, keys(*both, wish)};
  }

  Details full_sessions(const timetable::MeetingWish& pair, const std::vector<int>& slots) const {
    std::set<int> sessions;
    for (const int slot : slots)
      if (const auto found = alone(pair, {slot}, Only::Either, false); found && found->none())
        sessions.insert(grid_.slots[slot].session);
    Details out;
    for (const int session : sessions) out.push_back(mission_.sessions[session].id.value);
    return out;
  }

  const mission::Mission& mission_;
  Translation translation_;
  timetable::Grid grid_;
  timetable::State state_;
  std::map<int, int> meeting_of_;
  std::map<int, int> attendance_of_;
};

}  // namespace

std::vector<mission::Unplaced> explain(const mission::Mission& mission, const mission::Plan& plan) {
  return Explainer(mission, plan).all();
}

}  // namespace kontor::planning
