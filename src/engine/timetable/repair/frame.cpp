#include "engine/timetable/repair/frame.h"

#include <algorithm>
#include <utility>

#include "engine/timetable/duties.h"
#include "engine/timetable/rules/arrives_last.h"
#include "engine/timetable/rules/never_with.h"

namespace kontor::engine::timetable {

namespace {

class Binder {
 public:
  Binder(const Problem& problem, const Grid& grid, Frame& frame)
      : problem_(problem), grid_(grid), frame_(frame) {
    frame_.duties.resize(problem.people.size());
  }

  void require() {
    for (int a = 0; a < activities(); ++a)
      if (frame_.options[a] >= 0)
        for (const int person : problem_.activities[a].required) bind(person, a);
    for (const Duty& duty : frame_.company) bind(duty.person, duty.activity);
  }

  void keep(const Solution& before) {
    again([&] { keep_once(before); });
  }

  void bind_everyone(bool single) {
    again([&] { bind_everyone_once(single); });
  }

 private:
  // Until nobody waits any more for company that has come since.
  template <class Bind>
  void again(Bind bind_all) {
    do {
      waiting_ = came_ = false;
      bind_all();
    } while (waiting_ && came_);
  }

  // The duties of before are sorted by activity.
  void keep_once(const Solution& before) {
    std::vector<char> called;
    int activity = -1;
    for (const Duty& duty : before.duties) {
      if (frame_.options[duty.activity] < 0) continue;
      if (std::exchange(activity, duty.activity) != duty.activity) {
        called.assign(problem_.people.size(), 0);
        for (const int person : problem_.activities[duty.activity].everyone) called[person] = 1;
      }
      if (called[duty.person]) bind_if_free(duty.person, duty.activity);
    }
  }

  void bind_everyone_once(bool single) {
    for (int a = 0; a < activities(); ++a)
      if (frame_.options[a] >= 0 && single_start(problem_, a) == single)
        for (const int person : problem_.activities[a].everyone) bind_if_free(person, a);
  }

  int activities() const { return static_cast<int>(problem_.activities.size()); }

  bool bound(int person, int activity) const { return contains(frame_.duties[person], activity); }

  bool alone(int person, int activity) const {
    return std::ranges::any_of(grid_.rules_of[person], [&](int number) {
      const Rule& rule = problem_.rules[number];
      return rule.kind == RuleKind::AlwaysWith && rule.covers[activity] != 0 &&
             contains(rule.others, person) && std::ranges::any_of(rule.people, [&](int other) {
               return other != person && !bound(other, activity);
             });
    });
  }

  // Whether a rule of protocol keeps the person away from those who are bound to the activity.
  bool barred(int person, int activity) const {
    return std::ranges::any_of(grid_.rules_of[person], [&](int number) {
      const Rule& rule = problem_.rules[number];
      if (rule.covers[activity] == 0) return false;
      std::vector<int> avoided;
      if (rule.kind == RuleKind::NeverWith || rule.kind == RuleKind::NotSameVehicle)
        avoided = rules::NeverWith::avoided(rule, person);
      if (rule.kind == RuleKind::ArrivesLast || rule.kind == RuleKind::LeavesFirst)
        avoided = rules::ArrivesLast::rivals(problem_, rule, person, activity);
      return std::ranges::any_of(
          avoided, [&](int other) { return other != person && bound(other, activity); });
    });
  }

  void bind(int person, int activity) {
    auto& duties = frame_.duties[person];
    if (std::ranges::find(duties, activity) == duties.end()) duties.push_back(activity);
  }

  void bind_if_free(int person, int activity) {
    if (bound(person, activity)) return;
    const Stay stay = stay_of(problem_, activity, frame_.options[activity], person);
    if (!present(problem_, person, stay) || barred(person, activity)) return;
    if (!fits(problem_, grid_, person, duties_of(problem_, frame_, person), {stay, activity}))
      return;
    if (alone(person, activity)) {
      waiting_ = true;
      return;
    }
    bind(person, activity);
    came_ = true;
  }

  const Problem& problem_;
  const Grid& grid_;
  Frame& frame_;
  bool waiting_ = false;  // somebody for company
  bool came_ = false;     // somebody
};

bool during_session(const Problem& problem, int room, const Stay& stay) {
  return room >= 0 && std::ranges::any_of(problem.sessions, [&](const Session& session) {
           return session.room == room && session.starts_at < stay.ends_at &&
                  stay.starts_at < session.starts_at + session.slots * session.slot_minutes;
         });
}

}  // namespace

std::vector<Errand> duties_of(const Problem& problem, const Frame& frame, int person) {
  std::vector<Errand> out;
  for (const int activity : frame.duties[person])
    out.push_back({stay_of(problem, activity, frame.options[activity], person), activity});
  return out;
}

Frame make_frame(const Problem& problem, const Grid& grid, const Solution& before,
                 std::vector<int> options, std::vector<Duty> company) {
  Frame frame{std::move(options), std::move(company), {}};
  Binder binder(problem, grid, frame);
  binder.require();
  binder.keep(before);
  binder.bind_everyone(true);
  binder.bind_everyone(false);
  return frame;
}

bool possible_alone(const Problem& problem, int activity, int option) {
  const Stay stay = stay_of(problem, activity, option);
  return !during_session(problem, problem.activities[activity].options[option].room, stay) &&
         std::ranges::all_of(problem.activities[activity].required, [&](int person) {
           return present(problem, person, stay_of(problem, activity, option, person));
         });
}

bool agree(const Problem& problem, const std::vector<int>& options, int a, int b) {
  if (options[a] < 0 || options[b] < 0) return true;
  const Stay one = stay_of(problem, a, options[a]);
  const Stay other = stay_of(problem, b, options[b]);
  const int room = problem.activities[a].options[options[a]].room;
  if (room >= 0 && room == problem.activities[b].options[options[b]].room &&
      one.starts_at < other.ends_at && other.starts_at < one.ends_at)
    return false;
  const auto& required = problem.activities[b].required;
  return std::ranges::none_of(problem.activities[a].required, [&](int person) {
    return std::ranges::find(required, person) != required.end() &&
           !compatible(problem, stay_of(problem, a, options[a], person),
                       stay_of(problem, b, options[b], person));
  });
}

}  // namespace kontor::engine::timetable
