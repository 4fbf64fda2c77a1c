#pragma once
#include <optional>
#include <unordered_map>

#include "engine/timetable/state.h"
#include "mission/mission.h"
#include "mission/plan.h"
#include "planning/translate.h"

namespace kontor::planning {

// A mission and a plan of it as the engine sees them, to ask questions of. Refers to both; what the
// plan names and the mission does not know is left out.
class Situation {
 public:
  Situation(const mission::Mission& mission, const mission::Plan& plan);
  Situation(const Situation&) = delete;
  Situation& operator=(const Situation&) = delete;

  const mission::Mission& mission() const { return mission_; }
  const mission::Plan& plan() const { return plan_; }
  const Translation& translation() const { return translation_; }
  const engine::timetable::Problem& problem() const { return translation_.problem; }
  const engine::timetable::Grid& grid() const { return grid_; }
  const engine::timetable::State& state() const { return state_; }

  // What the engine calls the wish with this number in the mission's list; nothing where it may not
  // be granted at all.
  std::optional<engine::timetable::Item> item(int wish) const;
  bool granted(int wish) const;

  // Numbers in the mission's lists; -1 for unknown keys.
  int organisation(const mission::OrganisationId& id) const { return at(organisations_, id); }
  int person(const mission::PersonId& id) const { return at(people_, id); }
  int activity(const mission::ActivityId& id) const { return at(activities_, id); }
  int wish(const mission::WishId& id) const { return at(wishes_, id); }

 private:
  template <class Id>
  static int at(const std::unordered_map<Id, int>& numbers, const Id& id) {
    const auto found = numbers.find(id);
    return found == numbers.end() ? -1 : found->second;
  }

  const mission::Mission& mission_;
  const mission::Plan& plan_;
  Translation translation_;
  engine::timetable::Grid grid_;
  engine::timetable::State state_;
  std::unordered_map<int, engine::timetable::Item> items_;
  std::unordered_map<mission::OrganisationId, int> organisations_;
  std::unordered_map<mission::PersonId, int> people_;
  std::unordered_map<mission::ActivityId, int> activities_;
  std::unordered_map<mission::WishId, int> wishes_;
};

}  // namespace kontor::planning
