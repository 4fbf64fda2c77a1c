#include "planning/waiting.h"

#include <algorithm>
#include <map>

#include "engine/timetable/rules/turns.h"
#include "planning/audience.h"

namespace kontor::planning {

namespace {

using engine::timetable::rules::Turns;
using mission::Cause;

class Queues {
 public:
  Queues(const mission::Mission& mission, const mission::Plan& plan)
      : mission_(mission), plan_(plan) {
    for (std::size_t p = 0; p < mission.people.size(); ++p)
      people_[mission.people[p].id] = static_cast<int>(p);
    for (const auto& one : mission.organisations) organisations_[one.id] = &one;
    for (const auto& wish : mission.wishes) wishes_[wish.id] = &wish;
  }

  std::vector<mission::Waiting> all() const {
    std::map<mission::ActivityId, std::vector<const mission::Wish*>> seated, asking;
    for (const auto& attendance : plan_.attendances)
      if (const auto wish = wishes_.find(attendance.wish);
          wish != wishes_.end() && !bound(attendance))
        seated[attendance.activity].push_back(wish->second);
    for (const auto& unplaced : plan_.unplaced)
      if (unplaced.cause == Cause::ActivityFull || unplaced.cause == Cause::CoachesFull)
        asking[wishes_.at(unplaced.wish)->activity].push_back(wishes_.at(unplaced.wish));
    std::vector<mission::Waiting> out;
    for (const auto& [activity, wishes] : asking) {
      int position = 0;
      for (const int next : Turns::order(candidates(seated[activity]), candidates(wishes)))
        out.push_back({activity, wishes[next]->person, ++position});
    }
    return out;
  }

 private:
  // Whether the person is there by office, as a speaker or with the whole delegation, wished or
  // not.
  bool bound(const mission::Attendance& attendance) const {
    const auto activity =
        std::ranges::find(mission_.activities, attendance.activity, &mission::Activity::id);
    const auto person = std::ranges::find(mission_.people, attendance.person, &mission::Person::id);
    if (activity == mission_.activities.end() || person == mission_.people.end()) return true;
    const auto asks_for = [&](const mission::Office& office) {
      return office.holder == person->id &&
             std::ranges::find(activity->offices, office.id) != activity->offices.end();
    };
    return std::ranges::any_of(mission_.offices, asks_for) ||
           std::ranges::find(activity->speakers, person->id) != activity->speakers.end() ||
           (activity->audience.whole_delegation &&
            belongs_to_everyone(mission_, *person, *activity));
  }

  std::vector<Turns::Candidate> candidates(const std::vector<const mission::Wish*>& wishes) const {
    std::vector<Turns::Candidate> out;
    for (const mission::Wish* wish : wishes) {
      const bool must = wish->level == mission::WishLevel::Must;
      const int number = people_.at(wish->person);
      out.push_back({must ? 1 : 0, must ? 0 : 10 - wish->rank, -1, -1, -1, number});
      const auto whose = organisations_.find(mission_.people[number].organisation);
      if (whose == organisations_.end()) continue;
      out.back().region = static_cast<int>(whose->second->region);
      out.back().size = static_cast<int>(whose->second->size);
      out.back().organisation = static_cast<int>(whose->second - mission_.organisations.data());
    }
    return out;
  }

  const mission::Mission& mission_;
  const mission::Plan& plan_;
  std::map<mission::PersonId, int> people_;
  std::map<mission::OrganisationId, const mission::Organisation*> organisations_;
  std::map<mission::WishId, const mission::Wish*> wishes_;
};

}  // namespace

std::vector<mission::Waiting> waiting_lists(const mission::Mission& mission,
                                            const mission::Plan& plan) {
  return Queues(mission, plan).all();
}

}  // namespace kontor::planning
