#include "engine/timetable/repair/company.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace kontor::engine::timetable {

namespace {

constexpr std::size_t most_optional = 6;
constexpr int most_quick_steps = 400;

class Caller {
 public:
  Caller(const Task& task, const std::vector<int>& options, CompanySearch& search,
         const std::function<bool(const std::vector<Duty>&)>& visit)
      : task_(task),
        problem_(task.problem),
        options_(options),
        search_(search),
        visit_(visit),
        counted_(search.disturbed) {}

  void run() {
    for (const Duty& duty : task_.solution.duties)
      if (is_chosen(duty)) chosen_.push_back(duty);
    list_optional();
    cost_ = static_cast<int>(std::ranges::count(counted_, char{1}));
    keep_chosen(0);
  }

 private:
  bool held(int activity) const { return options_[activity] >= 0; }

  bool bound(int person, int activity) const {
    return contains(problem_.activities[activity].required, person) ||
           std::ranges::find(company_, Duty{activity, person}) != company_.end();
  }

  bool is_chosen(const Duty& duty) const {
    return held(duty.activity) && task_.called[duty.activity][duty.person] == 0 &&
           std::ranges::any_of(problem_.rules, [&](const Rule& rule) {
             return rule.kind == RuleKind::AtLeastOneOf && rule.covers[duty.activity] != 0 &&
                    contains(rule.people, duty.person);
           });
  }

  // Those chosen before: they stay where they can, and go where that may help.
  void keep_chosen(std::size_t next) {
    if (is_over()) return;
    if (next == chosen_.size()) return choose(0);
    const Duty duty = chosen_[next];
    if (bound(duty.person, duty.activity)) return keep_chosen(next + 1);
    const bool can = can_come(duty);
    if (can) with(duty, [&] { keep_chosen(next + 1); });
    if (can && !is_stuck(duty.person)) return;
    if (!can && only_company_keeps_away(duty)) search_.truncated = true;
    without(duty, [&] { keep_chosen(next + 1); });
  }

  // Who might come instead of some of the company, which is not tried.
  bool only_company_keeps_away(const Duty& duty) {
    if (company_.empty()) return false;
    const std::vector<Duty> company = std::exchange(company_, {});
    const bool can = can_come(duty);
    company_ = company;
    return can;
  }

  bool is_over() {
    if (stopped_ || ++search_.steps <= search_.most_steps) return stopped_;
    search_.truncated = true;
    return stopped_ = true;
  }

  bool is_stuck(int person) const { return !search_.stuck.empty() && search_.stuck[person] != 0; }

  // Goes on with `duty`, or with somebody disturbed, where that is within the budget.
  template <class Then>
  void with(const Duty& duty, Then then) {
    const auto go_on = [&] {
      company_.push_back(duty);
      then();
      company_.pop_back();
    };
    if (task_.before.disturbance() == Disturbance::Lost || was_there(duty)) return go_on();
    disturb(duty.person, go_on);
  }

  // Goes on without `duty`, which somebody had; they may still be there by their own wish.
  template <class Then>
  void without(const Duty& duty, Then then) {
    dropped_.push_back(duty);
    if (wish_for(task_, duty.person, duty.activity) >= 0)
      then();
    else
      disturb(duty.person, then);
    dropped_.pop_back();
  }

  template <class Then>
  void disturb(int person, Then then) {
    if (counted_.empty() || counted_[person] != 0 || !task_.before.counts(person)) return then();
    if (cost_ + 1 > search_.budget) {
      search_.next_budget = std::min(search_.next_budget, cost_ + 1);
      return;
    }
    counted_[person] = 1;
    ++cost_;
    then();
    --cost_;
    counted_[person] = 0;
  }

  // Whether nothing that binds people in any case keeps somebody away.
  bool can_come(const Duty& duty) const {
    const Stay stay = stay_of(problem_, duty.activity, options_[duty.activity], duty.person);
    if (!present(problem_, duty.person, stay)) return false;
    if (stay.starts_at < task_.demand.now && !was_there(duty)) return false;
    std::vector<Errand> bound_to;
    for (int a = 0; a < task_.activities(); ++a)
      if (a != duty.activity && held(a) && bound(duty.person, a))
        bound_to.push_back({stay_of(problem_, a, options_[a], duty.person), a});
    const auto rival = [&](int other) {
      return other != duty.person &&
             at_odds(problem_, task_.grid, duty.activity, duty.person, other, task_.strict);
    };
    return has_place(duty) &&
           fits(problem_, task_.grid, duty.person, bound_to, {stay, duty.activity}) &&
           std::ranges::none_of(problem_.activities[duty.activity].required, rival) &&
           std::ranges::none_of(company_, [&](const Duty& other) {
             return other.activity == duty.activity && rival(other.person);
           });
  }

  // Company takes places of guests.
  bool has_place(const Duty& duty) const {
    if (task_.called[duty.activity][duty.person] != 0) return true;
    const auto taken = std::ranges::count_if(company_, [&](const Duty& other) {
      return other.activity == duty.activity && task_.called[other.activity][other.person] == 0;
    });
    return taken < problem_.activities[duty.activity].options[options_[duty.activity]].places;
  }

  bool was_there(const Duty& duty) const {
    return std::ranges::any_of(task_.before.of(duty.person), [&](const Done& done) {
      return done.kind == Kind::Duty && done.index == duty.activity;
    });
  }

  // Company that guests or everyone may need.
  void list_optional() {
    for (const Rule& rule : problem_.rules) {
      if (rule.kind != RuleKind::AlwaysWith) continue;
      for (int a = 0; a < task_.activities(); ++a) {
        if (!held(a) || rule.covers[a] == 0 || !somebody_may_come(rule.others, a)) continue;
        for (const int person : rule.people)
          if (const Duty duty{a, person};
              task_.called[a][person] == 0 && std::ranges::find(optional_, duty) == optional_.end())
            optional_.push_back(duty);
      }
    }
    std::erase_if(optional_, [&](const Duty& duty) { return !either_may_help(duty); });
    if (optional_.size() <= most_optional) return;
    search_.truncated = true;
    optional_.resize(most_optional);
  }

  // Whether both with and without `duty` may lead to the fewest. Whoever did not have it helps
  // those whose wish is to be granted, or who were there before a new rule; whoever had it is in
  // nobody's way unless guests leave or they are stuck.
  bool either_may_help(const Duty& duty) const {
    if (counted_.empty() || was_there(duty)) return true;
    return std::ranges::any_of(problem_.rules, [&](const Rule& rule) {
      return rule.kind == RuleKind::AlwaysWith && rule.covers[duty.activity] != 0 &&
             contains(rule.people, duty.person) && std::ranges::any_of(rule.others, [&](int other) {
               return was_there({duty.activity, other}) || is_granted(other, duty.activity);
             });
    });
  }

  bool may_do_without(const Duty& duty) const {
    if (counted_.empty() || search_.guests_may_leave || is_stuck(duty.person)) return true;
    return std::ranges::any_of(task_.demand.grant, [&](Item item) {
      return item.kind == Kind::Attendance &&
             problem_.attendances[item.index].activity == duty.activity;
    });
  }

  bool somebody_may_come(const std::vector<int>& people, int activity) const {
    return std::ranges::any_of(people, [&](int person) {
      return was_there({activity, person}) || task_.called[activity][person] != 0 ||
             is_granted(person, activity);
    });
  }

  bool is_granted(int person, int activity) const {
    return std::ranges::any_of(task_.demand.grant, [&](Item item) {
      if (item.kind != Kind::Attendance) return false;
      const AttendanceWish& wish = problem_.attendances[item.index];
      return wish.person == person && wish.activity == activity;
    });
  }

  void choose(std::size_t next) {
    if (is_over()) return;
    for (int a = 0; a < task_.activities(); ++a)
      if (held(a))
        for (const Rule& rule : problem_.rules)
          if (rule.covers[a] != 0)
            if (const auto missing = whom_to_add(rule, a)) return add_one_of(*missing, a, next);
    if (next == optional_.size()) {
      stopped_ = !visit_(company_);
      return;
    }
    choose_optional(optional_[next], next + 1);
  }

  void choose_optional(const Duty& duty, std::size_t next) {
    if (bound(duty.person, duty.activity)) return choose(next);
    const bool before = std::ranges::binary_search(task_.solution.duties, duty);
    if (!before) choose(next);
    const bool can = !is_dropped(duty) && can_come(duty);
    if (can) with(duty, [&] { choose(next); });
    if (!before || (can && !may_do_without(duty))) return;
    without(duty, [&] { choose(next); });
  }

  bool is_dropped(const Duty& duty) const {
    return std::ranges::find(dropped_, duty) != dropped_.end();
  }

  // Of whom one must come to `activity` by `rule`; nothing: nobody must.
  std::optional<std::vector<int>> whom_to_add(const Rule& rule, int activity) const {
    const auto comes = [&](int person) { return bound(person, activity); };
    if (rule.kind == RuleKind::AtLeastOneOf && !rule.people.empty() &&
        std::ranges::none_of(rule.people, comes))
      return rule.people;
    if (rule.kind != RuleKind::AlwaysWith) return std::nullopt;
    for (const int person : rule.people)
      if (!comes(person) && std::ranges::any_of(rule.others, [&](int other) {
            return other != person && comes(other);
          }))
        return std::vector<int>{person};
    return std::nullopt;
  }

  void add_one_of(const std::vector<int>& people, int activity, std::size_t next) {
    for (const int person : people) {
      const Duty duty{activity, person};
      if (!is_dropped(duty) && can_come(duty)) with(duty, [&] { choose(next); });
    }
  }

  const Task& task_;
  const Problem& problem_;
  const std::vector<int>& options_;
  CompanySearch& search_;
  const std::function<bool(const std::vector<Duty>&)>& visit_;
  std::vector<char> counted_;  // people disturbed so far
  int cost_ = 0;               // how many
  std::vector<Duty> company_;
  std::vector<Duty> chosen_;
  std::vector<Duty> dropped_;
  std::vector<Duty> optional_;
  bool stopped_ = false;
};

bool nobody_can_come(const Task& task, const std::vector<int>& options) {
  CompanySearch search;
  search.most_steps = most_quick_steps;
  bool found = false;
  for_each_company(task, options, search, [&](const auto&) {
    found = true;
    return false;
  });
  return !found && !search.truncated;
}

}  // namespace

std::vector<int> without_company(const Task& task, std::vector<int> options) {
  const auto calls = [](const Rule& rule) { return rule.kind == RuleKind::AtLeastOneOf; };
  if (std::ranges::none_of(task.problem.rules, calls) || !nobody_can_come(task, options)) return {};
  std::vector<int> core;
  for (int a = 0; a < task.activities(); ++a) {
    const int option = std::exchange(options[a], -1);
    if (option < 0 || nobody_can_come(task, options)) continue;
    options[a] = option;
    core.push_back(a);
  }
  return core;
}

void for_each_company(const Task& task, const std::vector<int>& options, CompanySearch& search,
                      const std::function<bool(const std::vector<Duty>&)>& visit) {
  if (task.problem.rules.empty())
    visit({});
  else
    Caller(task, options, search, visit).run();
}

}  // namespace kontor::engine::timetable
