#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "cli/demo/draft.h"
#include "cli/demo/eligibility.h"

namespace kontor::cli::demo {

namespace {

using mission::Organisation;
using mission::OrganisationKind;
using mission::Person;
using mission::Session;
using mission::Side;
using mission::Wish;
using mission::WishLevel;

constexpr int most_wishes_of_organisation = 9;  // of one organisation; as many as there are ranks

// One side of the meetings: an invented organisation with its time and what it has asked for.
struct Party {
  const Organisation* organisation = nullptr;
  int weight = 1;                      // how readily it wishes
  int popularity = 1;                  // how readily it is wished for
  std::vector<mission::LegId> legs;    // where somebody of it can be met
  std::map<mission::LegId, int> room;  // meetings it should still be asked for, by leg
  std::vector<std::size_t> wishes;     // parties of the other side, dearest first
  bool star = false;
};

bool is_away(const Person& person, const mission::LegId& leg, const Session& session) {
  const auto end = base::plus_minutes(session.starts_at, session.slots * session.slot_minutes);
  return std::ranges::any_of(person.absences, [&](const mission::Absence& absence) {
    return absence.leg == leg && absence.from < end && session.starts_at < absence.to;
  });
}

// Wishes for meetings between the two sides of the mission.
class MeetingWishes {
 public:
  MeetingWishes(Draft& draft, base::Rng rng) : draft_(draft), rng_(rng) {
    find_sessions();
    for (const Person& person : draft.mission.people)
      people_[person.organisation].push_back(&person);
    for (const Organisation& one : draft.mission.organisations)
      if (one.record.invented && one.kind != OrganisationKind::Press) add_party(one);
  }

  void write() {
    const Settings& sizes = draft_.settings;
    const int all = sizes.wishes - sizes.nevers - sizes.activity_wishes;
    if (homes_.empty() || guests_.empty()) return;
    wish_from_home(all * 62 / 100);
    wish_from_guests(all - made_);
    const int musts = sizes.musts * 4 / 5;
    choose_musts(std::min(musts, made_));
    hand_over(homes_, guests_);
    hand_over(guests_, homes_);
    add_nevers(sizes.nevers);
  }

 private:
  using Pair = std::pair<std::size_t, std::size_t>;  // of homes_ and guests_

  void find_sessions() {
    for (const mission::Venue& venue : draft_.mission.venues)
      for (const mission::Room& room : venue.rooms)
        for (const Session& session : draft_.mission.sessions)
          if (session.room == room.id) sessions_.emplace_back(venue.leg, &session);
  }

  // Slots in which somebody of the organisation is there, once for each person.
  int time_of(const Organisation& one, const mission::LegId& leg) const {
    const auto people = people_.find(one.id);
    if (people == people_.end()) return 0;
    int slots = 0;
    for (const Person* person : people->second)
      for (const auto& [at, session] : sessions_)
        if (at == leg && comes_to(*person, leg) && !is_away(*person, leg, *session))
          slots += session->slots;
    return slots;
  }

  void add_party(const Organisation& one) {
    Party party;
    party.organisation = &one;
    party.weight = 2 + static_cast<int>(one.size);
    party.popularity = 10 + static_cast<int>(rng_.below(40));
    for (const mission::Leg& leg : draft_.mission.legs)
      if (const int time = time_of(one, leg.id); time > 0) {
        party.legs.push_back(leg.id);
        party.room[leg.id] = time * 6 / 10;
      }
    for (const Counterpart& counterpart : draft_.counterparts)
      if (counterpart.id == one.id) {
        party.popularity = counterpart.popularity;
        party.star = counterpart.star;
        if (party.star) party.room[counterpart.leg] = time_of(one, counterpart.leg) + 3;
      }
    (one.side == Side::Delegation ? homes_ : guests_).push_back(std::move(party));
  }

  // How many of the offers of each are sought by the other.
  static int match(const Organisation& a, const Organisation& b) {
    const auto common = [](const auto& offers, const auto& seeks) {
      return static_cast<int>(std::ranges::count_if(
          offers, [&](const auto& id) { return std::ranges::find(seeks, id) != seeks.end(); }));
    };
    return common(a.offers, b.seeks) + common(b.offers, a.seeks);
  }

  static mission::LegId common_leg(const Party& a, const Party& b) {
    for (const mission::LegId& leg : a.legs)
      if (std::ranges::find(b.legs, leg) != b.legs.end()) return leg;
    return {};
  }

  // How much `from` would like to meet `to`; 0 where it may not be asked.
  int attraction(const Party& from, const Party& to, bool known) const {
    const mission::LegId leg = common_leg(from, to);
    if (leg.empty()) return 0;
    if (!known && (to.room.at(leg) <= 0 || from.room.at(leg) <= 0)) return 0;
    const int matches = match(*from.organisation, *to.organisation);
    return to.popularity * (matches == 0 ? 1 : 8 + 12 * matches);
  }

  void add(std::vector<Party>& from, std::size_t one, std::vector<Party>& to, std::size_t other,
           const Pair& pair) {
    from[one].wishes.push_back(other);
    ++made_;
    if (!pairs_.insert(pair).second) return;
    const mission::LegId leg = common_leg(from[one], to[other]);
    --from[one].room[leg];
    --to[other].room[leg];
  }

  // Somebody who may still wish; nobody where all have as many wishes as there are ranks.
  std::optional<std::size_t> any_wisher(const std::vector<Party>& parties) {
    std::vector<int> weights;
    for (const Party& party : parties)
      weights.push_back(party.wishes.size() < most_wishes_of_organisation ? party.weight : 0);
    if (std::ranges::max(weights) == 0) return std::nullopt;
    return weighted(weights, rng_);
  }

  void wish_from_home(int count) {
    for (int tries = 0; count > 0 && tries < 20000; ++tries) {
      const auto wisher = any_wisher(homes_);
      if (!wisher) return;
      const std::size_t home = *wisher;
      std::vector<int> weights;
      for (std::size_t guest = 0; guest < guests_.size(); ++guest)
        weights.push_back(
            pairs_.contains({home, guest}) ? 0 : attraction(homes_[home], guests_[guest], false));
      if (std::ranges::max(weights) == 0) continue;
      const std::size_t guest = weighted(weights, rng_);
      add(homes_, home, guests_, guest, {home, guest});
      --count;
    }
  }

  // Counterparts answer those who wish to meet them, and have ideas of their own.
  void wish_from_guests(int count) {
    for (int tries = 0; count > 0 && tries < 20000; ++tries) {
      const auto wisher = any_wisher(guests_);
      if (!wisher) return;
      const std::size_t guest = *wisher;
      const bool answer = rng_.chance(550);
      std::vector<int> weights;
      for (std::size_t home = 0; home < homes_.size(); ++home) {
        const bool known = pairs_.contains({home, guest});
        const auto& wishes = guests_[guest].wishes;
        const bool done = std::ranges::find(wishes, home) != wishes.end();
        weights.push_back(
            done || known != answer ? 0 : attraction(guests_[guest], homes_[home], known));
      }
      if (std::ranges::max(weights) == 0) continue;
      const std::size_t home = weighted(weights, rng_);
      add(guests_, guest, homes_, home, {home, guest});
      --count;
    }
  }

  // The dearest wishes first; all that are for the first star, so that musts compete as well.
  void choose_musts(int count) {
    for (std::size_t home = 0; home < homes_.size(); ++home)
      for (const std::size_t guest : homes_[home].wishes)
        if (guests_[guest].star && guests_[guest].popularity == top_popularity() && count-- > 0)
          musts_.insert({&homes_[home], guest});
    while (count > 0) {
      std::vector<Party>& side = rng_.chance(620) ? homes_ : guests_;
      Party& party = side[rng_.below(side.size())];
      const std::size_t most = (party.wishes.size() + 1) / 2;
      for (std::size_t i = 0; i < most && count > 0; ++i)
        if (musts_.insert({&party, party.wishes[i]}).second) {
          --count;
          break;
        }
      if (++tries_ > 100000) return;
    }
  }

  int top_popularity() const {
    return std::ranges::max(guests_, {}, &Party::popularity).popularity;
  }

  Wish started(const Organisation& one, const Organisation& other, WishLevel level) {
    Wish wish;
    wish.id.value = numbered("W", static_cast<int>(draft_.mission.wishes.size()) + 1, 4);
    wish.organisation = one.id;
    wish.counterpart = other.id;
    wish.level = level;
    wish.invented = true;
    return wish;
  }

  void hand_over(const std::vector<Party>& from, const std::vector<Party>& to) {
    for (const Party& party : from) {
      int rank = 0;
      for (const std::size_t other : party.wishes) {
        const bool must = musts_.contains({&party, other});
        Wish wish = started(*party.organisation, *to[other].organisation,
                            must ? WishLevel::Must : WishLevel::Want);
        if (!must) wish.rank = ++rank;
        draft_.mission.wishes.push_back(std::move(wish));
      }
    }
  }

  // Who says never: some refuse one who asks for them, most one who does not.
  void add_nevers(int count) {
    const int refusals = count * 12 / 100;
    int refused = 0;
    for (int made = 0, tries = 0; made < count && tries < 100000; ++tries) {
      const bool by_home = rng_.chance(600);
      const std::size_t home = rng_.below(homes_.size());
      const std::size_t guest = rng_.below(guests_.size());
      const Party& refuser = by_home ? homes_[home] : guests_[guest];
      const Party& other = by_home ? guests_[guest] : homes_[home];
      const auto& own = refuser.wishes;
      if (std::ranges::find(own, by_home ? guest : home) != own.end()) continue;
      const bool asked = pairs_.contains({home, guest});
      if (asked != (refused < refusals) || !nevers_.insert({home, guest}).second) continue;
      draft_.mission.wishes.push_back(
          started(*refuser.organisation, *other.organisation, WishLevel::Never));
      if (asked) ++refused;
      ++made;
    }
  }

  Draft& draft_;
  base::Rng rng_;
  std::vector<std::pair<mission::LegId, const Session*>> sessions_;
  std::unordered_map<mission::OrganisationId, std::vector<const Person*>> people_;
  std::vector<Party> homes_;
  std::vector<Party> guests_;
  std::set<Pair> pairs_;
  std::set<Pair> nevers_;
  std::set<std::pair<const Party*, std::size_t>> musts_;
  int made_ = 0;
  int tries_ = 0;
};

}  // namespace

void add_meeting_wishes(Draft& draft) {
  MeetingWishes(draft, draft.stream(Stream::MeetingWishes)).write();
}

}  // namespace kontor::cli::demo
