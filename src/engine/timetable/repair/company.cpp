#include "engine/timetable/repair/company.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace kontor::engine::timetable {

namespace {

constexpr std::size_t most_optional = 6;

class Caller {
 public:
  Caller(const Task& task, const std::vector<int>& options, std::size_t most)
      : task_(task), problem_(task.problem), options_(options), most_(most) {}

  void run() {
    for (const Duty& duty : task_.solution.duties)
      if (is_chosen(duty) && can_come(duty)) company_.push_back(duty);
    list_optional();
    choose(0);
  }

  std::vector<std::vector<Duty>> take() { return std::move(out_); }
  bool truncated() const { return truncated_; }

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
    truncated_ = optional_.size() > most_optional;
    if (truncated_) optional_.resize(most_optional);
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
    if (out_.size() >= most_) {
      truncated_ = true;
      return;
    }
    for (int a = 0; a < task_.activities(); ++a)
      if (held(a))
        for (const Rule& rule : problem_.rules)
          if (rule.covers[a] != 0)
            if (const auto missing = whom_to_add(rule, a)) return add_one_of(*missing, a, next);
    if (next == optional_.size()) return out_.push_back(company_);
    const Duty duty = optional_[next];
    const bool before = std::ranges::binary_search(task_.solution.duties, duty);
    for (const bool with : {before, !before}) {
      if (!with)
        choose(next + 1);
      else if (!bound(duty.person, duty.activity))
        add_one_of({duty.person}, duty.activity, next + 1);
    }
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
      if (!can_come(duty)) continue;
      company_.push_back(duty);
      choose(next);
      company_.pop_back();
    }
  }

  const Task& task_;
  const Problem& problem_;
  const std::vector<int>& options_;
  std::size_t most_;
  std::vector<Duty> company_;
  std::vector<Duty> optional_;
  std::vector<std::vector<Duty>> out_;
  bool truncated_ = false;
};

bool nobody_can_come(const Task& task, const std::vector<int>& options) {
  bool truncated = false;
  return possible_company(task, options, 1, truncated).empty();
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

std::vector<std::vector<Duty>> possible_company(const Task& task, const std::vector<int>& options,
                                                std::size_t most, bool& truncated) {
  if (task.problem.rules.empty()) return {{}};
  Caller caller(task, options, most);
  caller.run();
  truncated = truncated || caller.truncated();
  return caller.take();
}

}  // namespace kontor::engine::timetable
