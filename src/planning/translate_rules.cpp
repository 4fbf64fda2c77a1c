#include "planning/translate_rules.h"

#include <algorithm>

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;
using timetable::RuleKind;

// One word has one meaning on both sides.
static_assert(static_cast<int>(mission::RuleKind::ClearanceNeeded) ==
              static_cast<int>(RuleKind::ClearanceNeeded));

using timetable::contains;

class RuleTranslator {
 public:
  explicit RuleTranslator(const mission::Mission& mission) : mission_(mission) {}

  DenseRules translate() {
    for (std::size_t r = 0; r < mission_.rules.size(); ++r) {
      const mission::Rule& rule = mission_.rules[r];
      if (rule.kind == mission::RuleKind::ClearanceNeeded)
        add_clearances(static_cast<int>(r), rule);
      else
        add(static_cast<int>(r), dense(rule));
    }
    return std::move(out_);
  }

 private:
  void add(int number, timetable::Rule rule) {
    out_.rules.push_back(std::move(rule));
    out_.numbers.push_back(number);
  }

  std::vector<int> numbers(const mission::Who& who) const {
    std::vector<int> out;
    for (const auto& person : mission::members(mission_, who))
      out.push_back(
          static_cast<int>(std::ranges::find(mission_.people, person, &mission::Person::id) -
                           mission_.people.begin()));
    return out;
  }

  timetable::Rule dense(const mission::Rule& rule) const {
    timetable::Rule out;
    out.kind = static_cast<RuleKind>(rule.kind);
    out.people = numbers(rule.who);
    const bool pairs = out.kind == RuleKind::NeverWith || out.kind == RuleKind::NotSameVehicle;
    out.others = pairs && rule.with.empty() ? out.people : numbers(rule.with);
    if (!rule.with.empty() && out.others.empty()) out.people.clear();  // vacant: it asks nothing
    for (const auto& activity : mission_.activities)
      out.covers.push_back(covers(rule, activity) ? 1 : 0);
    out.meetings =
        rule.scope.empty() && (out.kind == RuleKind::NeverWith || out.kind == RuleKind::Rest);
    out.minutes = rule.minutes;
    out.every_minutes = rule.every_minutes;
    out.most = rule.most;
    return out;
  }

  static bool covers(const mission::Rule& rule, const mission::Activity& activity) {
    const bool transfer = activity.kind == mission::ActivityKind::Transfer;
    if (rule.kind == mission::RuleKind::NotSameVehicle && !transfer && !activity.by_coach)
      return false;
    if (rule.kind == mission::RuleKind::AtMostADay && transfer) return false;
    return mission::covers(rule.scope, activity);
  }

  // Deadlines differ from day to day, so there is one rule for each activity.
  void add_clearances(int number, const mission::Rule& rule) {
    for (std::size_t a = 0; a < mission_.activities.size(); ++a) {
      const mission::Activity& activity = mission_.activities[a];
      const auto& earliest = activity.effective_timing().earliest;
      if (!earliest || !mission::covers(rule.scope, activity)) continue;
      timetable::Rule out;
      out.kind = RuleKind::ClearanceNeeded;
      out.covers.assign(mission_.activities.size(), 0);
      out.covers[a] = 1;
      for (std::size_t p = 0; p < mission_.people.size(); ++p)
        if (!mission::is_cleared(rule, mission_.people[p], earliest->date))
          out.people.push_back(static_cast<int>(p));
      add(number, std::move(out));
    }
  }

  const mission::Mission& mission_;
  DenseRules out_;
};

}  // namespace

DenseRules translate_rules(const mission::Mission& mission) {
  return RuleTranslator(mission).translate();
}

void DenseRules::add_company(int activity, std::vector<int>& required) const {
  for (bool grown = true; grown;) {
    grown = false;
    for (const timetable::Rule& rule : rules) {
      if (rule.kind != RuleKind::AlwaysWith || rule.covers[activity] == 0) continue;
      if (std::ranges::none_of(rule.others, [&](int other) { return contains(required, other); }))
        continue;
      for (const int person : rule.people)
        if (!contains(required, person)) {
          required.push_back(person);
          grown = true;
        }
    }
  }
}

bool DenseRules::bars(int activity, int person) const {
  return std::ranges::any_of(rules, [&](const timetable::Rule& rule) {
    return rule.kind == RuleKind::ClearanceNeeded && rule.covers[activity] != 0 &&
           std::ranges::binary_search(rule.people, person);
  });
}

std::vector<timetable::Wait> DenseRules::waits(int activity,
                                               const timetable::Activity& expected) const {
  std::vector<int> coming = expected.required;
  coming.insert(coming.end(), expected.everyone.begin(), expected.everyone.end());
  for (const timetable::Rule& rule : rules)
    if (rule.kind == RuleKind::AtLeastOneOf && rule.covers[activity] != 0)
      coming.insert(coming.end(), rule.people.begin(), rule.people.end());
  std::vector<timetable::Wait> out;
  for (const timetable::Rule& rule : rules) {
    const bool late = rule.kind == RuleKind::LeavesFirst;
    const bool guests_only = rule.kind == RuleKind::GuestsInPlace;
    if (!late && !guests_only && rule.kind != RuleKind::ArrivesLast) continue;
    if (rule.covers[activity] == 0 ||
        std::ranges::none_of(rule.people, [&](int person) { return contains(coming, person); }))
      continue;
    out.push_back({late ? 0 : rule.minutes, late ? rule.minutes : 0, guests_only, rule.people});
  }
  return out;
}

}  // namespace kontor::planning
