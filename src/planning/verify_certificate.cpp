#include <algorithm>
#include <optional>

#include "planning/certificate.h"
#include "planning/verify_facts.h"

namespace kontor::planning {

namespace {

using mission::WishLevel;
using Row = std::map<base::Instant, std::int64_t>;

// Adds up the bound that the prices of a certificate prove, term by term as certificate.h says.
class Sum {
 public:
  Sum(const Facts& facts, const Certificate& certificate)
      : facts_(facts), certificate_(certificate) {
    for (const auto& wish : facts.mission.wishes)
      if (wish.level == WishLevel::Want) must_points_ += 10 - wish.rank;
    for (const auto& session : facts.mission.sessions)
      if (facts.venue_of_room.contains(session.room))
        for (int slot = 0; slot < session.slots; ++slot)
          slots_.push_back({&session, slot, facts.at(session, slot)});
  }

  std::int64_t total() {
    std::int64_t sum = prices();
    for (const auto& [pair, points] : wished_pairs())
      sum += meeting(pair.first, pair.second, points);
    for (const auto& activity : facts_.mission.activities) sum += this->activity(activity);
    return sum;
  }

 private:
  struct Slot {
    const mission::Session* session;
    int number;
    Occupied stay;
  };
  using Pair = std::pair<mission::OrganisationId, mission::OrganisationId>;

  std::int64_t points(const mission::Wish& wish) const {
    return wish.level == WishLevel::Must ? must_points_ : 10 - wish.rank;
  }

  std::int64_t prices() const {
    std::int64_t sum = 0;
    for (const auto& [person, row] : certificate_.person)
      for (const auto& [at, price] : row) sum += price;
    for (const auto& [room, row] : certificate_.room)
      for (const auto& [at, price] : row) sum += price;
    for (const auto& [session, row] : certificate_.table)
      for (const auto& [slot, price] : row) sum += price * facts_.sessions.at(session)->tables;
    return sum;
  }

  std::int64_t time(const Row& row, const Occupied& stay) const {
    std::int64_t sum = 0;
    const auto at = [](std::int64_t minute) { return base::Instant(std::chrono::minutes(minute)); };
    for (auto price = row.lower_bound(at(stay.from));
         price != row.end() && price->first < at(stay.to); ++price)
      sum += price->second;
    return sum;
  }

  std::int64_t time(const mission::PersonId& person, const Occupied& stay) const {
    const auto row = certificate_.person.find(person);
    return row == certificate_.person.end() ? 0 : time(row->second, stay);
  }

  std::int64_t room(const mission::RoomId& key, const Occupied& stay) const {
    const auto row = certificate_.room.find(key);
    return row == certificate_.room.end() ? 0 : time(row->second, stay);
  }

  std::int64_t table(const Slot& slot) const {
    const auto row = certificate_.table.find(slot.session->id);
    if (row == certificate_.table.end()) return 0;
    const auto price = row->second.find(slot.number);
    return price == row->second.end() ? 0 : price->second;
  }

  std::map<Pair, std::int64_t> wished_pairs() const {
    std::map<Pair, std::int64_t> out;
    for (const auto& wish : facts_.mission.wishes) {
      if (wish.counterpart.empty() || wish.level == WishLevel::Never) continue;
      if (facts_.never(wish.organisation, wish.counterpart)) continue;
      out[std::minmax(wish.organisation, wish.counterpart)] += points(wish);
    }
    return out;
  }

  // The least that the time of somebody of `organisation` costs in each slot; nothing where nobody
  // can sit.
  const std::vector<std::optional<std::int64_t>>& cheapest(
      const mission::OrganisationId& organisation) {
    auto [found, fresh] = cheapest_.try_emplace(organisation);
    if (!fresh) return found->second;
    found->second.resize(slots_.size());
    for (const auto& person : facts_.mission.people) {
      if (person.organisation != organisation || person.role == mission::PersonRole::Principal)
        continue;
      for (std::size_t s = 0; s < slots_.size(); ++s) {
        if (!facts_.free(person, slots_[s].stay)) continue;
        const std::int64_t price = time(person.id, slots_[s].stay);
        auto& least = found->second[s];
        if (!least || price < *least) least = price;
      }
    }
    return found->second;
  }

  std::int64_t meeting(const mission::OrganisationId& a, const mission::OrganisationId& b,
                       std::int64_t points) {
    const auto& first = cheapest(a);
    const auto& second = cheapest(b);
    std::int64_t best = 0;
    for (std::size_t s = 0; s < slots_.size(); ++s)
      if (first[s] && second[s])
        best =
            std::max(best, points * certificate_.scale - table(slots_[s]) - *first[s] - *second[s]);
    return best;
  }

  bool during_session(const mission::RoomId& room, const Occupied& stay) const {
    for (const Slot& slot : slots_)
      if (slot.session->room == room && slot.stay.from < stay.to && stay.from < slot.stay.to)
        return true;
    return false;
  }

  std::int64_t activity(const mission::Activity& activity) const {
    std::int64_t best = 0;
    const bool announces = activity.kind == mission::ActivityKind::B2b;
    for (const auto& room : facts_.rooms_of(activity))
      for (const std::int64_t start : facts_.starts(activity)) {
        const Occupied stay = facts_.at(activity, room, start);
        if (!facts_.open(activity, room, start)) continue;
        if (!room.empty() && !announces && during_session(room, stay)) continue;
        if (!offices_can_come(activity, stay)) continue;
        std::int64_t left = attended(activity, room, stay);
        if (!room.empty() && !announces) left -= this->room(room, stay);
        best = std::max(best, left);
      }
    return best;
  }

  bool offices_can_come(const mission::Activity& activity, const Occupied& stay) const {
    for (const auto& person : facts_.mission.people)
      if (facts_.holds_office(person, activity) && !facts_.free(person, stay)) return false;
    return true;
  }

  // Seats in all coaches of the city, but for those who must be there by office.
  int seats_for_guests(const mission::Activity& activity) const {
    int seats = 0;
    for (const auto& coach : facts_.mission.coaches)
      if (coach.leg == activity.leg) seats += coach.seats;
    for (const auto& person : facts_.mission.people)
      seats -= facts_.holds_office(person, activity) && facts_.by_coach(person, activity);
    return seats;
  }

  // What the wishes for `activity` leave after paying for everybody's time.
  std::int64_t attended(const mission::Activity& activity, const mission::RoomId& room,
                        const Occupied& stay) const {
    std::int64_t sum = 0;
    std::vector<std::pair<std::int64_t, bool>> left;  // and whether the guest comes by coach
    std::set<mission::PersonId> counted;
    for (const auto& person : facts_.mission.people)
      if (facts_.holds_office(person, activity))
        sum -= time(person.id, facts_.of(person, activity, stay));
    for (const auto& wish : facts_.mission.wishes) {
      if (wish.activity != activity.id || wish.level == WishLevel::Never) continue;
      const auto& person = *facts_.people.at(wish.person);
      if (facts_.never(person.id, activity.id) || facts_.barred(person.id, activity.id) ||
          !counted.insert(person.id).second)
        continue;
      const std::int64_t worth = points(wish) * certificate_.scale;
      if (facts_.holds_office(person, activity) || facts_.whole_delegation(person, activity))
        sum += worth;
      else if (facts_.in_audience(person, activity) && facts_.free(person, stay))
        left.emplace_back(
            std::max<std::int64_t>(0, worth - time(person.id, facts_.of(person, activity, stay))),
            facts_.by_coach(person, activity));
    }
    std::ranges::sort(left, std::greater<>());
    int places = facts_.places(activity, room), seats = seats_for_guests(activity);
    for (const auto& [points, rider] : left) {
      if (places == 0 || (rider && seats <= 0)) continue;
      --places;
      seats -= rider;
      sum += points;
    }
    return sum;
  }

  const Facts& facts_;
  const Certificate& certificate_;
  std::int64_t must_points_ = 1;
  std::vector<Slot> slots_;
  std::map<mission::OrganisationId, std::vector<std::optional<std::int64_t>>> cheapest_;
};

void compare_certificate(base::Issues& issues, std::string name, std::int64_t said,
                         std::int64_t found) {
  if (said != found)
    accuse(issues, "wrong_figure", "certificate/" + name, std::to_string(said),
           {{"found", std::to_string(found)}});
}

bool keys_exist(const Facts& facts, const Certificate& certificate, base::Issues& issues) {
  const std::size_t before = issues.size();
  const auto unknown = [&](const std::string& noun, const std::string& key) {
    accuse(issues, "unknown_reference", "certificate", key, {{"noun", noun}});
  };
  for (const auto& [person, row] : certificate.person)
    if (!facts.people.contains(person)) unknown("person", person.value);
  for (const auto& [room, row] : certificate.room)
    if (!facts.rooms.contains(room)) unknown("room", room.value);
  for (const auto& [session, row] : certificate.table)
    if (!facts.sessions.contains(session)) unknown("session", session.value);
  return issues.size() == before;
}

}  // namespace

void verify_certificate(const Facts& facts, const std::string& input_hash, base::Issues& issues) {
  const mission::Plan& plan = facts.plan;
  if (plan.input_hash != input_hash)
    accuse(issues, "wrong_input", "plan/input_hash", plan.input_hash, {{"found", input_hash}});
  const auto certificate = read_certificate(plan.certificate);
  if (!certificate) {
    issues.insert(issues.end(), certificate.error().begin(), certificate.error().end());
    return;
  }
  if (certificate->input_hash != input_hash)
    accuse(issues, "wrong_input", "certificate/input", certificate->input_hash,
           {{"found", input_hash}});
  compare_certificate(issues, "seed", static_cast<std::int64_t>(certificate->seed),
                      static_cast<std::int64_t>(plan.seed));
  compare_certificate(issues, "value", certificate->value, plan.score.value);
  compare_certificate(issues, "must_points", certificate->must_points, plan.score.must_points);
  if (!keys_exist(facts, *certificate, issues)) return;
  const std::int64_t bound = Sum(facts, *certificate).total() / certificate->scale;
  compare_certificate(issues, "bound", certificate->bound, bound);
  if (plan.score.bound != bound)
    accuse(issues, "wrong_figure", "score/bound", std::to_string(plan.score.bound),
           {{"found", std::to_string(bound)}});
  if (plan.score.value > bound)
    accuse(issues, "above_bound", "score/value", std::to_string(plan.score.value),
           {{"bound", std::to_string(bound)}});
}

}  // namespace kontor::planning
