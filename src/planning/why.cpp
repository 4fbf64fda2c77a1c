#include "planning/why.h"

#include <algorithm>

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
    Why out = answer(always, timetable::causes_of_meeting(s_.state(), first, second));
    if (out.causes.empty())
      out.free = free_place(timetable::free_seating(s_.state(), first, second).slot);
    return out;
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
    Why out = answer(always, timetable::causes_of_attendance(s_.state(), person, activity));
    if (out.causes.empty()) out.free = free_place(wish.activity);
    return out;
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

  bool bound(int person, int activity) const {
    const auto& asked = s_.problem().activities[activity];
    return std::ranges::find(asked.required, person) != asked.required.end() ||
           std::ranges::find(asked.everyone, person) != asked.everyone.end();
  }

  std::optional<FreePlace> free_place(int number) const {
    if (number < 0) return std::nullopt;
    const timetable::Slot& slot = s_.grid().slots[number];
    const mission::Session& session = mission_.sessions[slot.session];
    return FreePlace{base::plus_minutes(session.starts_at, slot.number * session.slot_minutes),
                     session.room, session.id, slot.number};
  }

  std::optional<FreePlace> free_place(const mission::ActivityId& activity) const {
    const auto& placed = s_.plan().activities;
    const auto found = std::ranges::find(placed, activity, &mission::ActivityPlacement::activity);
    if (found == placed.end()) return std::nullopt;
    return FreePlace{found->starts_at, found->room, {}, 0};
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
        if (is_shown(obstacle)) one.push_back(in_mission_terms(s_, obstacle));
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

  const Situation& s_;
  const mission::Mission& mission_;
  Knowledge knowledge_;
};

}  // namespace

Why why(const Situation& situation, int number, Knowledge knowledge) {
  const mission::Wish& wish = situation.mission().wishes[number];
  if (wish.level == mission::WishLevel::Never || situation.granted(number))
    return {true, {}, {}, {}};
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
