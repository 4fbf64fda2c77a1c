#include <algorithm>
#include <unordered_map>

#include "cli/demo/draft.h"
#include "cli/demo/eligibility.h"

namespace kontor::cli::demo {

namespace {

using mission::Activity;
using mission::Organisation;
using mission::Person;
using mission::Precision;
using mission::Wish;
using mission::WishLevel;

constexpr std::size_t most_wishes_of_person = 4;  // of one person

// An activity with the number of people who ask for a place and who they are.
struct Demand {
  const Activity* activity = nullptr;
  int asked = 0;
  int most = 0;  // what the generator may raise `asked` to
};

struct Wisher {
  const Person* person = nullptr;
  const Organisation* organisation = nullptr;
  std::vector<const Activity*> wishes;
};

// The span in which an activity is held if it starts as early as it may.
std::pair<base::LocalDateTime, base::LocalDateTime> span_of(const Activity& activity) {
  const base::LocalDateTime start = *activity.effective_timing().earliest;
  return {start, base::plus_minutes(start, activity.duration_minutes)};
}

bool are_fixed_and_overlap(const Activity& a, const Activity& b) {
  if (a.effective_timing().precision != Precision::Fixed) return false;
  if (b.effective_timing().precision != Precision::Fixed) return false;
  const auto [a_from, a_to] = span_of(a);
  const auto [b_from, b_to] = span_of(b);
  return a_from < base::plus_minutes(b_to, 30) && b_from < base::plus_minutes(a_to, 30);
}

bool is_away(const Person& person, const Activity& activity) {
  const auto [from, to] = span_of(activity);
  return std::ranges::any_of(person.absences, [&](const mission::Absence& absence) {
    return absence.leg == activity.leg && absence.from < to && from < absence.to;
  });
}

// How much a delegate would like to attend; 0 where they cannot or already wish to.
int interest(const Wisher& wisher, const Activity& activity) {
  if (wisher.wishes.size() >= most_wishes_of_person || !comes_to(*wisher.person, activity.leg))
    return 0;
  if (!is_admitted(activity, *wisher.organisation) || is_away(*wisher.person, activity)) return 0;
  for (const Activity* other : wisher.wishes)
    if (other == &activity || are_fixed_and_overlap(*other, activity)) return 0;
  if (activity.sector.empty()) return 3;
  const auto& sectors = wisher.organisation->sectors;
  return std::ranges::find(sectors, activity.sector) != sectors.end() ? 9 : 1;
}

std::vector<Demand> demands_of(const Draft& draft) {
  std::vector<Demand> demands;
  for (const Activity& activity : draft.mission.activities) {
    if (!has_places_to_ask_for(activity)) continue;
    Demand demand{&activity, 0, activity.capacity * 8 / 10};
    for (const Assumption& assumption : draft.settings.assumptions)
      if (assumption.activity == activity.id && assumption.asked > 0)
        demand = {&activity, assumption.asked, assumption.asked};
    demands.push_back(demand);
  }
  return demands;
}

// Raises the demand for single activities until `total` places are asked for in all, visits before
// talks.
void raise(std::vector<Demand>& demands, int total, base::Rng& rng) {
  for (Demand& demand : demands) {
    demand.asked = std::min(demand.asked, total);
    total -= demand.asked;
  }
  for (; total > 0; --total) {
    std::vector<int> weights;
    for (const Demand& demand : demands) {
      const bool visit = demand.activity->kind == mission::ActivityKind::CompanyVisit;
      weights.push_back(demand.asked < demand.most ? (visit ? 3 : 2) : 0);
    }
    if (weights.empty() || std::ranges::max(weights) == 0) return;
    ++demands[weighted(weights, rng)].asked;
  }
}

std::vector<Wisher> wishers_of(const mission::Mission& mission) {
  std::unordered_map<mission::OrganisationId, const Organisation*> organisations;
  for (const Organisation& one : mission.organisations) organisations.emplace(one.id, &one);
  std::vector<Wisher> wishers;
  for (const Person& person : mission.people) {
    if (!person.record.invented || person.role != mission::PersonRole::Delegate) continue;
    wishers.push_back({&person, organisations.at(person.organisation), {}});
  }
  return wishers;
}

void ask(std::vector<Wisher>& wishers, const Demand& demand, base::Rng& rng) {
  std::vector<int> weights;
  for (const Wisher& wisher : wishers) weights.push_back(interest(wisher, *demand.activity));
  for (int asked = 0; asked < demand.asked; ++asked) {
    if (weights.empty() || std::ranges::max(weights) == 0) return;
    const std::size_t chosen = weighted(weights, rng);
    wishers[chosen].wishes.push_back(demand.activity);
    weights[chosen] = 0;
  }
}

// Which of `total` wishes are musts: `count` of them, spread evenly.
bool is_must(int number, int count, int total) {
  return number * count / total != (number + 1) * count / total;
}

void hand_over(Draft& draft, const std::vector<Wisher>& wishers, int musts) {
  int total = 0;
  for (const Wisher& wisher : wishers) total += static_cast<int>(wisher.wishes.size());
  int number = 0;
  for (const Wisher& wisher : wishers) {
    int rank = 0;
    for (const Activity* activity : wisher.wishes) {
      Wish wish;
      wish.id.value = numbered("W", static_cast<int>(draft.mission.wishes.size()) + 1, 4);
      wish.person = wisher.person->id;
      wish.activity = activity->id;
      wish.level = is_must(number++, musts, total) ? WishLevel::Must : WishLevel::Want;
      if (wish.level == WishLevel::Want) wish.rank = ++rank;
      wish.invented = true;
      draft.mission.wishes.push_back(std::move(wish));
    }
  }
}

int musts_so_far(const mission::Mission& mission) {
  return static_cast<int>(std::ranges::count(mission.wishes, WishLevel::Must, &Wish::level));
}

}  // namespace

void add_activity_wishes(Draft& draft) {
  base::Rng rng = draft.stream(Stream::ActivityWishes);
  std::vector<Demand> demands = demands_of(draft);
  raise(demands, draft.settings.activity_wishes, rng);
  std::vector<Wisher> wishers = wishers_of(draft.mission);
  for (const Demand& demand : demands) ask(wishers, demand, rng);
  hand_over(draft, wishers, std::max(0, draft.settings.musts - musts_so_far(draft.mission)));
}

}  // namespace kontor::cli::demo
