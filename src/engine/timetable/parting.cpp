#include "engine/timetable/parting.h"

#include <algorithm>

#include "engine/timetable/rules/never_with.h"

namespace kontor::engine::timetable {

namespace {

bool speaks_of(const Rule& rule, int activity) {
  return rule.kind == RuleKind::NotSameVehicle && rule.covers[activity] != 0;
}

class Parter {
 public:
  Parter(const Problem& problem, int activity, std::span<const int> coaches,
         std::span<const int> riders)
      : problem_(problem), activity_(activity), coaches_(coaches.begin(), coaches.end()) {
    std::ranges::sort(coaches_);
    for (const int coach : coaches_) free_.push_back(problem.coaches[coach].seats);
    list(riders);
  }

  std::optional<std::vector<PartedRider>> run() {
    if (!seat_from(0)) return std::nullopt;
    return seated_;
  }

 private:
  void list(std::span<const int> riders) {
    std::vector<int> named;
    for (const int person : riders)
      if (is_named(person)) named.push_back(person);
    std::vector<std::pair<int, int>> order;  // how many they must avoid, and who
    for (const int person : named) {
      const auto avoided = std::ranges::count_if(
          named, [&](int other) { return must_part(problem_, activity_, person, other); });
      if (avoided > 0) order.emplace_back(-static_cast<int>(avoided), person);
    }
    std::ranges::sort(order);
    for (const auto& [avoided, person] : order) people_.push_back(person);
  }

  // Whether a rule parts the person from anybody; the others need not be compared.
  bool is_named(int person) const {
    return std::ranges::any_of(problem_.rules, [&](const Rule& rule) {
      return speaks_of(rule, activity_) &&
             (contains(rule.people, person) || contains(rule.others, person));
    });
  }

  bool seat_from(std::size_t number) {
    if (number == people_.size()) return true;
    for (std::size_t c = 0; c < coaches_.size(); ++c) {
      if (--nodes_left_ <= 0) return false;
      if (free_[c] == 0 || meets_rival(people_[number], coaches_[c])) continue;
      --free_[c];
      seated_.push_back({people_[number], coaches_[c]});
      if (seat_from(number + 1)) return true;
      seated_.pop_back();
      ++free_[c];
    }
    return false;
  }

  bool meets_rival(int person, int coach) const {
    return std::ranges::any_of(seated_, [&](const PartedRider& other) {
      return other.coach == coach && must_part(problem_, activity_, person, other.person);
    });
  }

  const Problem& problem_;
  int activity_;
  std::vector<int> coaches_;
  std::vector<int> free_;  // seats of each
  std::vector<int> people_;
  std::vector<PartedRider> seated_;
  int nodes_left_ = most_part_nodes;
};

}  // namespace

bool parts_riders(const Problem& problem, int activity) {
  return problem.activities[activity].boards_at >= 0 &&
         std::ranges::any_of(problem.rules,
                             [&](const Rule& rule) { return speaks_of(rule, activity); });
}

bool must_part(const Problem& problem, int activity, int person, int other) {
  return std::ranges::any_of(problem.rules, [&](const Rule& rule) {
    return speaks_of(rule, activity) && rules::NeverWith::apart(rule, person, other);
  });
}

std::optional<std::vector<PartedRider>> part(const Problem& problem, int activity,
                                             std::span<const int> coaches,
                                             std::span<const int> riders) {
  if (!parts_riders(problem, activity)) return std::vector<PartedRider>{};
  return Parter(problem, activity, coaches, riders).run();
}

}  // namespace kontor::engine::timetable
