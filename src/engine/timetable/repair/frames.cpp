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
  static constexpr int most_steps = 4000;

 public:
  Chooser(const Task& task, const std::vector<char>& moved, bool give_up, std::size_t most)
      : task_(task), give_up_(give_up), most_(most), options_(moved.size(), -1) {
    decided_.assign(moved.size(), 0);
    for (int a = 0; a < task.activities(); ++a) {
      if (!must_hold(task, a)) continue;
      if (moved[a] || displaced(task, a))
        pending_.push_back(a);
      else
        options_[a] = task.solution.options[a];
    }
  }

  void choose(std::size_t next) {
    if (is_enough()) return;
    if (next < pending_.size()) return move(pending_[next], [&] { choose(next + 1); });
    resolve();
  }

  std::vector<std::vector<int>> take() { return std::move(out_); }
  bool truncated() const { return truncated_; }

 private:
  // Tries all other options of `activity`, those first that start when it did.
  template <class Then>
  void move(int activity, Then then) {
    if (task_.locks.activities[activity]) return;
    const int before = options_[activity];
    decided_[activity] = 1;
    const int options = static_cast<int>(task_.problem.activities[activity].options.size());
    for (int o = 0; o < options; ++o) {
      if (o == task_.solution.options[activity] || !open(task_, activity, o)) continue;
      options_[activity] = o;
      if (agrees_with_decided(activity)) then();
    }
    options_[activity] = -1;
    if (give_up_ && !asked(task_, activity)) then();
    options_[activity] = before;
    decided_[activity] = 0;
  }

  bool is_enough() {
    truncated_ = truncated_ || out_.size() >= most_ || ++steps_ > most_steps;
    return truncated_;
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
    if (is_enough()) return;
    const std::vector<int> clash = first_clash();
    if (clash.empty()) return out_.push_back(options_);
    std::vector<int> settled;
    for (const int activity : clash) {
      if (decided_[activity]) continue;
      move(activity, [&] { resolve(); });
      decided_[activity] = 1;
      settled.push_back(activity);
    }
    for (const int activity : settled) decided_[activity] = 0;
  }

  std::vector<int> first_clash() const {
    for (int a = 0; a < task_.activities(); ++a)
      for (int b = a + 1; b < task_.activities(); ++b)
        if (!agree(task_.problem, options_, a, b)) return {a, b};
    auto clash = too_many_for_required(task_.problem, options_);
    return clash.empty() ? without_company(task_, options_) : clash;
  }

  const Task& task_;
  bool give_up_;
  std::size_t most_;
  std::vector<int> options_;
  std::vector<char> decided_;
  std::vector<int> pending_;
  std::vector<std::vector<int>> out_;
  bool truncated_ = false;
  int steps_ = 0;
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

std::vector<std::vector<int>> possible_options(const Task& task, const std::vector<char>& moved,
                                               bool give_up, std::size_t most, bool& truncated) {
  Chooser chooser(task, moved, give_up, most);
  for (int a = 0; a < task.activities(); ++a)
    if (task.locks.activities[a] && task.solution.options[a] >= 0 && displaced(task, a)) return {};
  chooser.choose(0);
  truncated = truncated || chooser.truncated();
  return chooser.take();
}

}  // namespace kontor::engine::timetable
