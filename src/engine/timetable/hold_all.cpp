#include "engine/timetable/hold_all.h"

#include <algorithm>

#include "engine/timetable/moves/move_activity.h"
#include "engine/timetable/protocol.h"
#include "engine/timetable/rules/at_least_one_of.h"

namespace kontor::engine::timetable {

namespace {

class Holder {
 public:
  Holder(const Problem& problem, std::vector<int> activities, int most_nodes)
      : problem_(problem),
        grid_(make_grid(problem)),
        state_(problem, grid_),
        activities_(std::move(activities)),
        nodes_left_(most_nodes) {
    std::ranges::stable_sort(
        activities_, {}, [&](int activity) { return problem.activities[activity].options.size(); });
  }

  Answer run() {
    for (const int activity : activities_)
      if (!may_be_held(problem_, activity)) return Answer::No;
    if (hold_from(0)) return Answer::Yes;
    return nodes_left_ > 0 ? Answer::No : Answer::Unknown;
  }

 private:
  bool hold_from(std::size_t depth) {
    if (depth == activities_.size()) return true;
    const int activity = activities_[depth];
    const int options = static_cast<int>(problem_.activities[activity].options.size());
    for (int option = 0; option < options; ++option) {
      if (--nodes_left_ <= 0) return false;
      if (!moves::supports_move(state_, activity, option)) continue;
      const std::size_t mark = state_.mark();
      state_.hold(activity, option);
      for (const int person : problem_.activities[activity].required) state_.bind(person, activity);
      if (choose_from(0, depth)) return true;
      state_.roll_back(mark);
    }
    return false;
  }

  // Tries everybody for each rule that leaves a choice, then goes on.
  bool choose_from(std::size_t number, std::size_t depth) {
    if (number == problem_.rules.size()) return hold_from(depth + 1);
    const Rule& rule = problem_.rules[number];
    const int activity = activities_[depth];
    if (rule.kind != RuleKind::AtLeastOneOf || rule.people.empty() ||
        !rules::AtLeastOneOf::open(state_, rule, activity))
      return choose_from(number + 1, depth);
    const std::size_t mark = state_.mark();
    for (const int person : rule.people) {
      if (--nodes_left_ <= 0) return false;
      if (!bind_with_company(state_, person, activity)) continue;
      if (choose_from(number + 1, depth)) return true;
      state_.roll_back(mark);
    }
    return false;
  }

  const Problem& problem_;
  Grid grid_;
  State state_;
  std::vector<int> activities_;
  int nodes_left_;
};

}  // namespace

Answer can_hold_all(const Problem& problem, const std::vector<int>& activities, int most_nodes) {
  return Holder(problem, activities, most_nodes).run();
}

}  // namespace kontor::engine::timetable
