#include <algorithm>
#include <fmt/format.h>

#include "planning/verify_facts.h"

namespace kontor::planning {

namespace {

using mission::WishLevel;

std::string path_of(const mission::WishId& wish) {
  return "wish/" + wish.value;
}

bool is_about(const mission::Wish& wish, const mission::Meeting& meeting) {
  return (wish.organisation == meeting.first && wish.counterpart == meeting.second) ||
         (wish.organisation == meeting.second && wish.counterpart == meeting.first);
}

// How often each wish is granted; complains of those that are not about what grants them.
std::map<mission::WishId, int> count_granted(const Facts& facts, base::Issues& issues) {
  std::map<mission::WishId, int> granted;
  for (const auto& meeting : facts.plan.meetings) {
    if (meeting.wishes.empty())
      accuse(issues, "not_wished",
             fmt::format("meeting/{}/{}/{}", meeting.session.value, meeting.slot, meeting.table));
    for (const auto& key : meeting.wishes) {
      ++granted[key];
      if (!is_about(*facts.wishes.at(key), meeting))
        accuse(issues, "not_that_wish", path_of(key), meeting.session.value);
    }
  }
  for (const auto& attendance : facts.plan.attendances) {
    if (attendance.wish.empty()) continue;
    ++granted[attendance.wish];
    const auto& wish = *facts.wishes.at(attendance.wish);
    if (wish.person != attendance.person || wish.activity != attendance.activity)
      accuse(issues, "not_that_wish", path_of(wish.id), attendance.activity.value);
  }
  return granted;
}

// Whether the plan does what `wish` asks, whatever it says.
class Deeds {
 public:
  explicit Deeds(const mission::Plan& plan) {
    for (const auto& meeting : plan.meetings) {
      met_.emplace(meeting.first, meeting.second);
      met_.emplace(meeting.second, meeting.first);
    }
    for (const auto& attendance : plan.attendances)
      if (attendance.wish.empty()) attended_.emplace(attendance.person, attendance.activity);
  }

  bool done(const mission::Wish& wish) const {
    return met_.contains({wish.organisation, wish.counterpart}) ||
           attended_.contains({wish.person, wish.activity});
  }

 private:
  std::set<std::pair<mission::OrganisationId, mission::OrganisationId>> met_;
  std::set<std::pair<mission::PersonId, mission::ActivityId>> attended_;  // without a wish named
};

void verify_waiting(const Facts& facts, const std::set<mission::WishId>& unplaced,
                    base::Issues& issues) {
  std::set<std::pair<mission::PersonId, mission::ActivityId>> open;
  for (const auto& key : unplaced)
    open.emplace(facts.wishes.at(key)->person, facts.wishes.at(key)->activity);
  std::map<mission::ActivityId, std::set<int>> positions;
  for (const auto& waiting : facts.plan.waiting) {
    if (!open.contains({waiting.person, waiting.activity}))
      accuse(issues, "not_wished", "waiting/" + waiting.activity.value, waiting.person.value);
    positions[waiting.activity].insert(waiting.position);
  }
  for (const auto& [activity, taken] : positions) {
    const auto length =
        std::ranges::count(facts.plan.waiting, activity, &mission::Waiting::activity);
    if (*taken.begin() != 1 || *taken.rbegin() != static_cast<int>(taken.size()) ||
        static_cast<std::ptrdiff_t>(taken.size()) != length)
      accuse(issues, "wrong_positions", "waiting/" + activity.value);
  }
}

}  // namespace

void verify_wishes(const Facts& facts, base::Issues& issues) {
  const auto granted = count_granted(facts, issues);
  const Deeds deeds(facts.plan);
  std::set<mission::WishId> unplaced;
  for (const auto& entry : facts.plan.unplaced)
    if (!unplaced.insert(entry.wish).second)
      accuse(issues, "counted_twice", path_of(entry.wish), "unplaced");
  for (const auto& wish : facts.mission.wishes) {
    const auto found = granted.find(wish.id);
    const int times = found == granted.end() ? 0 : found->second;
    const bool open = unplaced.contains(wish.id);
    if (wish.level == WishLevel::Never) {
      if (times > 0 || open) accuse(issues, "never_counted", path_of(wish.id));
      continue;
    }
    if (times > 1) accuse(issues, "counted_twice", path_of(wish.id), std::to_string(times));
    if (times == 0 && !open) accuse(issues, "not_accounted_for", path_of(wish.id));
    if (times > 0 && open) accuse(issues, "granted_and_unplaced", path_of(wish.id));
    if (times == 0 && open && deeds.done(wish))
      accuse(issues, "granted_and_unplaced", path_of(wish.id));
  }
  verify_waiting(facts, unplaced, issues);
}

}  // namespace kontor::planning
