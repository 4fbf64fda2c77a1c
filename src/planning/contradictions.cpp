#include "planning/contradictions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "engine/timetable/hold_all.h"
#include "planning/delay.h"
#include "planning/translate.h"

namespace kontor::planning {

namespace {

using engine::timetable::Answer;
using mission::ActivityId;
using mission::Mission;
using mission::PersonId;
using mission::RuleId;

constexpr std::size_t most_contradictions = 5;
constexpr std::size_t most_parts = 100;  // looked at where the whole cannot be settled
constexpr int share_of_part = 5;

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

std::vector<ActivityId> without(std::vector<ActivityId> keys, const ActivityId& key) {
  std::erase(keys, key);
  return keys;
}

class Finder {
 public:
  Finder(const Mission& mission, int most_choices)
      : mission_(small_copy(mission)), most_choices_(most_choices) {
    for (const auto& rule : mission_.rules) all_.rules.push_back(rule.id);
    all_.activities = asking();
    std::vector<ActivityId> held;
    for (const auto& activity : all_.activities) {
      held.push_back(activity);
      const Answer answer = ask({{}, held}, most_choices_);
      check_.settled = check_.settled && answer != Answer::Unknown;
      if (answer != Answer::Yes) held.pop_back();
    }
    all_.activities = std::move(held);
  }

  Finder(const Mission& mission, const mission::Plan& plan, const std::vector<ActivityId>& standing,
         int most_choices)
      : mission_(small_copy(mission)), plan_(&plan), most_choices_(most_choices) {
    for (const auto& rule : mission_.rules) all_.rules.push_back(rule.id);
    for (const auto& activity : asking())
      if (placement(activity) != nullptr) all_.activities.push_back(activity);
    for (const auto& activity : all_.activities)
      if (std::ranges::find(standing, activity) != standing.end())
        all_.standing.push_back(activity);
  }

  RuleCheck check() {
    while (check_.contradictions.size() < most_contradictions) {
      const Answer answer = ask(all_, most_choices_);
      if (answer == Answer::Yes) return std::move(check_);
      const auto found = answer == Answer::No ? all_ : part_that_contradicts();
      if (!found) break;
      check_.contradictions.push_back(minimal(*found));
      std::erase(all_.rules, check_.contradictions.back().rules.front());
    }
    check_.settled = false;
    return std::move(check_);
  }

 private:
  // The activities that ask for somebody.
  std::vector<ActivityId> asking() const {
    const auto problem = translate(mission_).problem;
    std::vector<ActivityId> out;
    for (std::size_t a = 0; a < mission_.activities.size(); ++a) {
      const bool chosen = std::ranges::any_of(problem.rules, [&](const auto& rule) {
        return rule.kind == engine::timetable::RuleKind::AtLeastOneOf && rule.covers[a] != 0;
      });
      if (chosen || !problem.activities[a].required.empty())
        out.push_back(mission_.activities[a].id);
    }
    return out;
  }

  const mission::ActivityPlacement* placement(const ActivityId& activity) const {
    const auto found =
        std::ranges::find(plan_->activities, activity, &mission::ActivityPlacement::activity);
    return found == plan_->activities.end() ? nullptr : &*found;
  }

  Answer ask(const Contradiction& part, int most_choices) const {
    Mission mission = mission_;
    std::erase_if(mission.rules, [&](const auto& rule) {
      return std::ranges::find(part.rules, rule.id) == part.rules.end();
    });
    std::vector<int> numbers;
    for (std::size_t a = 0; a < mission.activities.size(); ++a) {
      auto& activity = mission.activities[a];
      if (std::ranges::find(part.standing, activity.id) != part.standing.end()) {
        start_at(activity, placement(activity.id)->starts_at);
        activity.room = placement(activity.id)->room;
        activity.rooms.clear();
      }
      if (std::ranges::find(part.activities, activity.id) != part.activities.end())
        numbers.push_back(static_cast<int>(a));
    }
    return engine::timetable::can_hold_all(translate(mission).problem, numbers, most_choices);
  }

  // A part of `all_` small enough to settle that contradicts by itself: all rules on one day, one
  // rule or two with the activities that ask for people whom they name.
  std::optional<Contradiction> part_that_contradicts() const {
    for (Contradiction& part : parts())
      if (ask(part, most_choices_ / share_of_part) == Answer::No) return std::move(part);
    return std::nullopt;
  }

  std::vector<Contradiction> parts() const {
    std::vector<Contradiction> out;
    std::map<base::LocalDate, std::vector<ActivityId>> days;
    for (const auto& activity : mission_.activities)
      if (std::ranges::find(all_.activities, activity.id) != all_.activities.end() &&
          activity.effective_timing().earliest)
        days[activity.effective_timing().earliest->date].push_back(activity.id);
    for (auto& [day, activities] : days) out.push_back(part(all_.rules, activities));
    for (const auto& rule : all_.rules) out.push_back(part({rule}, asking_under({rule})));
    for (std::size_t a = 0; a < all_.rules.size(); ++a)
      for (std::size_t b = a + 1; b < all_.rules.size() && out.size() < most_parts; ++b)
        out.push_back(
            part({all_.rules[a], all_.rules[b]}, asking_under({all_.rules[a], all_.rules[b]})));
    return out;
  }

  Contradiction part(std::vector<RuleId> rules, std::vector<ActivityId> activities) const {
    Contradiction out{std::move(rules), std::move(activities)};
    for (const auto& activity : all_.standing)
      if (std::ranges::find(out.activities, activity) != out.activities.end())
        out.standing.push_back(activity);
    return out;
  }

  // The activities that ask, by these rules, for somebody whom one of them names.
  std::vector<ActivityId> asking_under(const std::vector<RuleId>& rules) const {
    Mission mission = mission_;
    std::erase_if(mission.rules, [&](const auto& rule) {
      return std::ranges::find(rules, rule.id) == rules.end();
    });
    const auto problem = translate(mission).problem;
    std::vector<ActivityId> out;
    for (std::size_t a = 0; a < problem.activities.size(); ++a) {
      const auto& id = mission.activities[a].id;
      const bool asks = std::ranges::any_of(problem.rules, [&](const auto& rule) {
        if (rule.kind == engine::timetable::RuleKind::AtLeastOneOf && rule.covers[a] != 0)
          return true;
        return std::ranges::any_of(problem.activities[a].required, [&](int person) {
          return engine::timetable::contains(rule.people, person) ||
                 engine::timetable::contains(rule.others, person);
        });
      });
      if (asks && std::ranges::find(all_.activities, id) != all_.activities.end())
        out.push_back(id);
    }
    return out;
  }

  // Takes `fewer` for `now` if it still contradicts.
  void try_without(Contradiction& now, Contradiction fewer) const {
    const Answer answer = ask(fewer, most_choices_);
    if (answer == Answer::Unknown) now.minimal = false;
    fewer.minimal = now.minimal;
    if (answer == Answer::No) now = std::move(fewer);
  }

  Contradiction minimal(const Contradiction& whole) const {
    Contradiction now = whole;
    if (!whole.standing.empty()) try_without(now, {now.rules, now.activities});
    now.minimal = true;
    for (const auto& activity : whole.activities)
      try_without(now,
                  {now.rules, without(now.activities, activity), without(now.standing, activity)});
    for (const auto& activity : std::vector(now.standing))
      try_without(now, {now.rules, now.activities, without(now.standing, activity)});
    for (const auto& rule : whole.rules) {
      auto fewer = now.rules;
      std::erase(fewer, rule);
      try_without(now, {std::move(fewer), now.activities, now.standing});
    }
    return now;
  }

  Mission mission_;
  const mission::Plan* plan_ = nullptr;
  int most_choices_;
  Contradiction all_;
  RuleCheck check_;
};

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return out;
}

std::vector<std::string> keys_of(const std::vector<ActivityId>& activities) {
  std::vector<std::string> out;
  for (const auto& key : activities) out.push_back(key.value);
  return out;
}

constexpr const char* not_minimal =
    " Whether fewer of them would do was not settled within the limits of the search.";

std::string standing_in_words(const Contradiction& one) {
  if (one.standing.empty()) return "";
  return ", with " + joined(keys_of(one.standing)) + " where and when the plan has " +
         (one.standing.size() == 1 ? "it" : "them");
}

}  // namespace

RuleCheck check_rules(const Mission& mission, int most_choices) {
  if (mission.rules.empty()) return {};
  return Finder(mission, most_choices).check();
}

RuleCheck check_rules(const Mission& mission, const mission::Plan& plan,
                      const std::vector<ActivityId>& standing, int most_choices) {
  if (mission.rules.empty()) return {};
  return Finder(mission, plan, standing, most_choices).check();
}

base::Issues in_words(const Mission& mission, const RuleCheck& check) {
  base::Issues out;
  for (const Contradiction& one : check.contradictions) {
    std::vector<std::string> rules;
    for (const auto& key : one.rules) {
      const auto rule = std::ranges::find(mission.rules, key, &mission::Rule::id);
      rules.push_back(key.value + " " + std::string(mission::word(rule->kind)));
    }
    out.push_back({"rules_contradict",
                   "rule/" + one.rules.front().value,
                   joined(keys_of(one.activities)),
                   {{"rules", (rules.size() == 1 ? "Rule " : "Rules ") + joined(rules)},
                    {"contradict", rules.size() == 1 ? "contradicts" : "contradict"},
                    {"activities", one.activities.size() == 1 ? "activity" : "activities"},
                    {"standing", standing_in_words(one)},
                    {"minimal", one.minimal ? "" : not_minimal}},
                   {}});
  }
  if (!check.settled)
    out.push_back({out.empty() ? "rules_unsettled" : "rules_unsettled_rest",
                   "rules",
                   std::to_string(mission.rules.size()),
                   {},
                   {}});
  return out;
}

}  // namespace kontor::planning
