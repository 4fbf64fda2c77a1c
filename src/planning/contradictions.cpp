#include "planning/contradictions.h"

#include <algorithm>
#include <set>

#include "engine/timetable/hold_all.h"
#include "planning/translate.h"

namespace kontor::planning {

namespace {

using engine::timetable::Answer;
using mission::ActivityId;
using mission::Mission;
using mission::PersonId;
using mission::RuleId;

constexpr int most_nodes_of_proof = 20'000;
constexpr std::size_t most_contradictions = 5;

// What of a mission matters here: those whom offices and rules name, and their nevers.
Mission small_copy(const Mission& mission) {
  std::set<PersonId> people;
  for (const auto& office : mission.offices) people.insert(office.holder);
  for (const auto& rule : mission.rules)
    for (const auto* who : {&rule.who, &rule.with})
      for (const auto& person : mission::members(mission, *who)) people.insert(person);
  Mission out = mission;
  std::erase_if(out.people, [&](const auto& person) { return !people.contains(person.id); });
  std::erase_if(out.wishes, [&](const auto& wish) {
    return wish.level != mission::WishLevel::Never || !people.contains(wish.person);
  });
  return out;
}

class Finder {
 public:
  explicit Finder(const Mission& mission) : mission_(small_copy(mission)) {
    for (const auto& rule : mission_.rules) rules_.push_back(rule.id);
    find_activities();
  }

  std::vector<Contradiction> all() {
    std::vector<Contradiction> out;
    while (out.size() < most_contradictions && contradict(rules_, activities_)) {
      out.push_back(minimal());
      std::erase(rules_, out.back().rules.front());
    }
    return out;
  }

 private:
  // Those that ask for somebody and can be held together without rules.
  void find_activities() {
    const auto& all = translate(mission_).problem;
    for (std::size_t a = 0; a < mission_.activities.size(); ++a) {
      const bool chosen = std::ranges::any_of(all.rules, [&](const auto& rule) {
        return rule.kind == engine::timetable::RuleKind::AtLeastOneOf && rule.covers[a] != 0;
      });
      if (all.activities[a].required.empty() && !chosen) continue;
      activities_.push_back(mission_.activities[a].id);
      if (ask({}, activities_) != Answer::Yes) activities_.pop_back();
    }
  }

  Answer ask(const std::vector<RuleId>& rules, const std::vector<ActivityId>& activities) const {
    Mission part = mission_;
    std::erase_if(part.rules, [&](const auto& rule) {
      return std::ranges::find(rules, rule.id) == rules.end();
    });
    const auto problem = translate(part).problem;
    std::vector<int> numbers;
    for (std::size_t a = 0; a < part.activities.size(); ++a)
      if (std::ranges::find(activities, part.activities[a].id) != activities.end())
        numbers.push_back(static_cast<int>(a));
    return engine::timetable::can_hold_all(problem, numbers, most_nodes_of_proof);
  }

  bool contradict(const std::vector<RuleId>& rules,
                  const std::vector<ActivityId>& activities) const {
    return ask(rules, activities) == Answer::No;
  }

  Contradiction minimal() const {
    Contradiction out{rules_, activities_};
    for (const auto& activity : activities_) {
      auto fewer = out.activities;
      std::erase(fewer, activity);
      if (contradict(out.rules, fewer)) out.activities = std::move(fewer);
    }
    for (const auto& rule : rules_) {
      auto fewer = out.rules;
      std::erase(fewer, rule);
      if (contradict(fewer, out.activities)) out.rules = std::move(fewer);
    }
    return out;
  }

  Mission mission_;
  std::vector<RuleId> rules_;
  std::vector<ActivityId> activities_;
};

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return out;
}

}  // namespace

std::vector<Contradiction> contradictions(const Mission& mission) {
  if (mission.rules.empty()) return {};
  return Finder(mission).all();
}

base::Issues in_words(const Mission& mission, const std::vector<Contradiction>& contradictions) {
  base::Issues out;
  for (const Contradiction& one : contradictions) {
    std::vector<std::string> rules, activities;
    for (const auto& key : one.rules) {
      const auto rule = std::ranges::find(mission.rules, key, &mission::Rule::id);
      rules.push_back(key.value + " " + std::string(mission::word(rule->kind)));
    }
    for (const auto& key : one.activities) activities.push_back(key.value);
    out.push_back({"rules_contradict",
                   "rule/" + one.rules.front().value,
                   joined(activities),
                   {{"rules", joined(rules)}},
                   {}});
  }
  return out;
}

}  // namespace kontor::planning
