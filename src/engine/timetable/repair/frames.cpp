#include "engine/timetable/repair/frames.h"

#include <algorithm>

#include "engine/timetable/repair/company.h"

namespace kontor::engine::timetable {

namespace {

bool asked(const Task& task, int activity) {
  return std::ranges::any_of(task.demand.grant, [&](Item item) {
    return item.kind == Kind::Attendance &&
           task.problem.attendances[item.index].activity == activity;
  });
}

bool was_held(const Task& task, int activity) {
  if (task.solution.options[activity] >= 0) return true;
  for (const Duty& duty : task.solution.duties)
    if (duty.activity == activity) return true;
  return std::ranges::any_of(task.grid.wishes_of_activity[activity],
                             [&](int wish) { return task.solution.attends[wish]; });
}

bool possible(const Task& task, int activity, int option) {
  return task.holdable[activity] != 0 && possible_alone(task.problem, activity, option) &&
         std::ranges::find(task.forbidden, std::pair(activity, option)) == task.forbidden.end();
}

// Whether `option` is open to `activity`, the others apart.
bool open(const Task& task, int activity, int option) {
  const auto& options = task.problem.activities[activity].options;
  return possible(task, activity, option) && (option == task.solution.options[activity] ||
                                              options[option].starts_at >= task.demand.now);
}

class Chooser {
  static constexpr int steps_to_judge = 10;  // whether all go together

 public:
  using Visit = std::function<bool(const std::vector<int>&, const std::vector<char>&)>;

  Chooser(const Task& task, FrameSearch& search, const Visit& visit)
      : task_(task),
        search_(search),
        visit_(visit),
        options_(search.moved.size(), -1),
        counted_(search.disturbed),
        who_(search.moved.size()) {
    decided_.assign(search.moved.size(), 0);
    for (int a = 0; a < task_.activities(); ++a) {
      if (!must_hold(task, a)) continue;
      if (search.moved[a] || displaced(task, a))
        pending_.push_back(a);
      else
        options_[a] = task.solution.options[a];
    }
    for (int p = 0; p < task.people(); ++p)
      if (task.before.counts(p))
        for (const Done& done : task.before.of(p))
          if (done.kind == Kind::Duty) who_[done.index].push_back(p);
    count_ = static_cast<int>(std::ranges::count(counted_, char{1}));
    list_clashes();
  }

  void choose(std::size_t next) {
    if (is_over(1)) return;
    if (next < pending_.size()) return move(pending_[next], [&] { choose(next + 1); });
    resolve();
  }

 private:
  // Tries all other options of `activity`, those first that start when it did.
  template <class Then>
  void move(int activity, Then then) {
    if (task_.locks.activities[activity]) return;
    const std::vector<int> disturbed = disturb(activity);
    if (count_ <= search_.budget)
      move_within(activity, then);
    else
      search_.next_budget = std::min(search_.next_budget, count_);
    for (const int person : disturbed) counted_[person] = 0;
    count_ -= static_cast<int>(disturbed.size());
  }

  template <class Then>
  void move_within(int activity, Then then) {
    const int before = options_[activity];
    decided_[activity] = 1;
    for (const int o : others_first_alike(activity)) {
      options_[activity] = o;
      if (agrees_with_decided(activity)) then();
      if (jumps_over(activity)) break;
    }
    options_[activity] = -1;
    if (search_.give_up && !asked(task_, activity) && !jumps_over(activity)) then();
    options_[activity] = before;
    decided_[activity] = 0;
  }

  // Whether what does not go together would not either with `activity` elsewhere (backjumping:
  // Gaschnig, Carnegie Mellon University, 1979).
  bool jumps_over(int activity) {
    if (contains(culprits_, activity)) culprits_.clear();
    return !culprits_.empty();
  }

  // Whether it cannot be moved, whatever else is.
  bool stays(int activity) const {
    return task_.locks.activities[activity] != 0 ||
           std::ranges::count(search_.disturbed, char{1}) +
                   std::ranges::count_if(who_[activity],
                                         [&](int p) { return search_.disturbed[p] == 0; }) >
               search_.budget;
  }

  std::vector<int> others_first_alike(int activity) const {
    const auto& options = task_.problem.activities[activity].options;
    const int before = task_.solution.options[activity];
    std::vector<int> out;
    for (int o = 0; o < static_cast<int>(options.size()); ++o)
      if (o != before && open(task_, activity, o)) out.push_back(o);
    if (before >= 0)
      std::ranges::stable_partition(
          out, [&](int o) { return options[o].starts_at == options[before].starts_at; });
    return out;
  }

  // Whoever was at the activity, if not disturbed yet.
  std::vector<int> disturb(int activity) {
    std::vector<int> out;
    for (const int person : who_[activity])
      if (counted_[person] == 0) {
        counted_[person] = 1;
        out.push_back(person);
      }
    count_ += static_cast<int>(out.size());
    return out;
  }

  bool is_over(int steps) {
    search_.steps += steps;
    if (stopped_ || search_.steps <= search_.most_steps) return stopped_;
    search_.truncated = true;
    return stopped_ = true;
  }

  bool agrees_with_decided(int activity) const {
    for (int b = 0; b < task_.activities(); ++b)
      if (b != activity && (decided_[b] || task_.locks.activities[b]) &&
          !agree(task_.problem, options_, activity, b))
        return false;
    return true;
  }

  // Moves one of those that do not go together, or is done.
  void resolve() {
    if (is_over(steps_to_judge)) return;
    const std::vector<int> clash = first_clash();
    if (clash.empty()) {
      stopped_ = !visit_(options_, counted_);
      return;
    }
    std::vector<int> settled;
    for (const int activity : clash) {
      if (decided_[activity]) continue;
      move(activity, [&] { resolve(); });
      decided_[activity] = 1;
      settled.push_back(activity);
    }
    for (const int activity : settled) decided_[activity] = 0;
    if (std::ranges::all_of(clash,
                            [&](int activity) { return decided_[activity] || stays(activity); }))
      culprits_ = clash;
  }

  // Pairs that do not go together as they were.
  void list_clashes() {
    for (int a = 0; a < task_.activities(); ++a)
      for (int b = a + 1; b < task_.activities(); ++b)
        if (!agree(task_.problem, options_, a, b)) clashes_.emplace_back(a, b);
  }

  bool is_as_before(int activity) const {
    return options_[activity] == task_.solution.options[activity];
  }

  std::vector<int> first_clash() const {
    for (const auto& [a, b] : clashes_)
      if (!agree(task_.problem, options_, a, b)) return {a, b};
    for (int a = 0; a < task_.activities(); ++a)
      for (int b = 0; !is_as_before(a) && b < task_.activities(); ++b)
        if (a != b && !agree(task_.problem, options_, a, b))
          return {std::min(a, b), std::max(a, b)};
    auto clash = too_many_for_required(task_.problem, options_);
    return clash.empty() ? without_company(task_, options_) : clash;
  }

  const Task& task_;
  FrameSearch& search_;
  const Visit& visit_;
  std::vector<int> options_;
  std::vector<char> decided_;
  std::vector<int> pending_;
  std::vector<std::pair<int, int>> clashes_;
  std::vector<char> counted_;          // people disturbed so far
  int count_ = 0;                      // how many
  std::vector<std::vector<int>> who_;  // of each activity: who was there
  std::vector<int> culprits_;          // that do not go together, all of them decided
  bool stopped_ = false;
};

}  // namespace

bool displaced(const Task& task, int activity) {
  const int option = task.solution.options[activity];
  return option < 0 || !possible(task, activity, option);
}

bool must_hold(const Task& task, int activity) {
  if (asked(task, activity)) return true;
  if (!was_held(task, activity)) return false;
  const auto& options = task.problem.activities[activity].options;
  for (int o = 0; o < static_cast<int>(options.size()); ++o)
    if (open(task, activity, o)) return true;
  return false;
}

void for_each_options(
    const Task& task, FrameSearch& search,
    const std::function<bool(const std::vector<int>&, const std::vector<char>&)>& visit) {
  for (int a = 0; a < task.activities(); ++a)
    if (task.locks.activities[a] && task.solution.options[a] >= 0 && displaced(task, a)) return;
  Chooser(task, search, visit).choose(0);
}

}  // namespace kontor::engine::timetable
