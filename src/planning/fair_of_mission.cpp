#include "planning/fair_of_mission.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "planning/audience.h"
#include "planning/translate.h"

namespace kontor::planning {

namespace {

using engine::timetable::Session;

class Extracting {
 public:
  explicit Extracting(const mission::Mission& mission)
      : mission_(mission), translation_(translate(mission)) {}

  mission::Fair run() {
    fair_.sides = {{"delegation", false}, {"counterparts", false}};
    fair_.groups = {"brussels", "flanders", "wallonia", "federal"};
    add_sessions();
    for (const auto& wish : mission_.wishes)
      if (!wish.counterpart.empty()) add_wish(wish);
    return std::move(fair_);
  }

 private:
  static int end(const Session& it) { return it.starts_at + it.slots * it.slot_minutes; }

  void add_sessions() {
    std::vector<Session> sessions;
    for (const Session& it : translation_.problem.sessions)
      if (it.room >= 0 && it.slots > 0) sessions.push_back(it);
    std::ranges::stable_sort(sessions, {}, &Session::starts_at);
    for (const Session& it : sessions) {
      if (!sessions_.empty() && it.starts_at < end(sessions_.back())) {
        sessions_.back().tables += it.tables;
        sessions_.back().slots = std::max(sessions_.back().slots, it.slots);
      } else {
        sessions_.push_back(it);
      }
    }
    for (const Session& it : sessions_)
      fair_.sessions.push_back(
          {"session" + std::to_string(fair_.sessions.size() + 1), it.slots, it.tables});
  }

  // Whether `person` could sit at a table from `from` to `to`.
  bool is_there(int person, int leg, int from, int to) const {
    const auto& it = translation_.problem.people[person];
    return std::ranges::find(it.legs, leg) != it.legs.end() &&
           std::ranges::none_of(it.absences, [&](const auto& absence) {
             return absence.from < to && from < absence.to;
           });
  }

  // The participant for organisation `key`; -1 for none.
  int participant(const mission::OrganisationId& key) {
    const auto found = std::ranges::find(mission_.organisations, key, &mission::Organisation::id);
    if (found == mission_.organisations.end()) return -1;
    const auto [at, added] = numbers_.emplace(key, static_cast<int>(fair_.participants.size()));
    if (!added) return at->second;
    mission::FairParticipant it{key.value};
    it.side = found->side == mission::Side::Delegation ? 0 : 1;
    it.group = static_cast<int>(found->region) - 1;
    it.seats = 0;
    const auto& people =
        translation_.problem
            .seats[static_cast<std::size_t>(found - mission_.organisations.begin())];
    int slot = 0;
    for (const Session& session : sessions_)
      for (int i = 0; i < session.slots; ++i, ++slot) {
        const int from = session.starts_at + i * session.slot_minutes;
        const int leg = translation_.problem.places[session.place].leg;
        const auto count = std::ranges::count_if(people, [&](int person) {
          return is_there(person, leg, from, from + session.slot_minutes);
        });
        if (count == 0) fair_.absences.push_back({at->second, slot, slot});
        if (count > 0 && (it.seats == 0 || count < it.seats)) it.seats = static_cast<int>(count);
      }
    it.seats = std::max(1, it.seats);
    fair_.participants.push_back(it);
    return at->second;
  }

  void add_wish(const mission::Wish& wish) {
    const int wisher = participant(wish.organisation);
    const int other = participant(wish.counterpart);
    if (wisher < 0 || other < 0 || wisher == other) return;
    if (wish.level != mission::WishLevel::Never)
      fair_.wishes.push_back(
          {wisher, other, wish.level == mission::WishLevel::Must ? 0 : 10 - wish.rank});
    else if (nevers_.insert(std::minmax(wisher, other)).second)
      fair_.nevers.push_back({wisher, other});
  }

  const mission::Mission& mission_;
  const Translation translation_;
  std::vector<Session> sessions_;
  std::map<mission::OrganisationId, int> numbers_;
  std::set<std::pair<int, int>> nevers_;
  mission::Fair fair_;
};

}  // namespace

mission::Fair fair_of(const mission::Mission& mission) {
  return Extracting(mission).run();
}

}  // namespace kontor::planning
