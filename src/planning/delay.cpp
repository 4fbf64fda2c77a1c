#include "planning/delay.h"

#include <algorithm>

#include "base/zone.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;

constexpr int step_minutes = 5;

class Delay {
 public:
  Delay(const Workbench& bench, const mission::Office& office, int minutes, base::Instant now)
      : bench_(bench),
        office_(office),
        problem_(bench.translation.problem),
        minutes_(minutes),
        now_(bench.minute(now)),
        starts_(problem_.activities.size(), -1) {
    for (std::size_t a = 0; a < starts_.size(); ++a)
      if (const int option = bench.solution.options[a]; option >= 0)
        starts_[a] = problem_.activities[a].options[option].starts_at;
    holder_ = static_cast<int>(
        std::ranges::find(bench.mission->people, office.holder, &mission::Person::id) -
        bench.mission->people.begin());
  }

  std::vector<Disrupted> ways() {
    const int next = next_activity();
    if (next < 0) return {};
    std::vector<Disrupted> out;  // moved in: each has a mission of its own
    out.push_back(shifted(next));
    out.push_back(without_office(next));
    return out;
  }

 private:
  bool required(int activity, int person) const {
    const auto& people = problem_.activities[activity].required;
    return std::ranges::find(people, person) != people.end();
  }

  bool held(int activity) const { return bench_.solution.options[activity] >= 0; }

  int next_activity() const {
    int best = -1;
    for (int a = 0; a < static_cast<int>(starts_.size()); ++a)
      if (held(a) && starts_[a] >= now_ && required(a, holder_) &&
          (best < 0 || starts_[a] < starts_[best]))
        best = a;
    return best;
  }

  timetable::Stay stay(int activity, int starts_at) const {
    timetable::Stay out = timetable::stay_of(problem_, activity, bench_.solution.options[activity]);
    const int length = out.ends_at - out.starts_at;
    return {starts_at, starts_at + length, out.place};
  }

  // Moves whatever somebody required at `shifted` cannot reach any more, and so on.
  void push_on(std::vector<int>& starts, int shifted) const {
    for (int b = 0; b < static_cast<int>(starts.size()); ++b) {
      if (b == shifted || !held(b) || starts_[b] < starts_[shifted]) continue;
      const bool shared = std::ranges::any_of(problem_.activities[shifted].required,
                                              [&](int person) { return required(b, person); });
      const auto before = stay(shifted, starts[shifted]);
      if (!shared || timetable::compatible(problem_, before, stay(b, starts[b]))) continue;
      if (!timetable::compatible(problem_, stay(shifted, starts_[shifted]), stay(b, starts_[b])))
        continue;  // they did not fit before either
      int start = starts[b];
      while (!timetable::compatible(problem_, before, stay(b, start)) &&
             start < starts_[b] + 24 * 60)
        start += step_minutes;
      starts[b] = start;
      push_on(starts, b);
    }
  }

  Disrupted shifted(int next) const {
    std::vector<int> starts = starts_;
    starts[next] += minutes_;
    push_on(starts, next);
    Disrupted out{Variant::Shifted, *bench_.mission, {}, {}, {}};
    for (std::size_t a = 0; a < starts.size(); ++a)
      if (starts[a] != starts_[a]) start_at(out.mission.activities[a], local(a, starts[a]));
    return out;
  }

  base::LocalDateTime local(std::size_t activity, int minute) const {
    const auto& leg = bench_.mission->activities[activity].leg;
    const auto found = std::ranges::find(bench_.mission->legs, leg, &mission::Leg::id);
    return base::to_local(bench_.translation.origin + std::chrono::minutes(minute), found->zone);
  }

  Disrupted without_office(int next) const {
    Disrupted out{Variant::WithoutOffice, *bench_.mission, {}, {}, {}};
    const timetable::Stay arrival{now_, starts_[next] + minutes_, stay(next, 0).place};
    for (int a = 0; a < static_cast<int>(starts_.size()); ++a)
      if (held(a) && starts_[a] >= now_ && required(a, holder_) && starts_[a] < arrival.ends_at)
        std::erase(out.mission.activities[a].offices, office_.id);
    const auto activity = static_cast<std::size_t>(next);
    out.mission.people[holder_].absences.push_back({out.mission.activities[next].leg,
                                                    local(activity, starts_[next]),
                                                    local(activity, arrival.ends_at)});
    return out;
  }

  const Workbench& bench_;
  const mission::Office& office_;
  const timetable::Problem& problem_;
  int minutes_;
  int now_;
  int holder_ = -1;
  std::vector<int> starts_;  // of each held activity as planned
};

}  // namespace

void start_at(mission::Activity& activity, base::LocalDateTime starts_at) {
  mission::Timing timing;
  timing.precision = mission::Precision::Fixed;
  timing.earliest = starts_at;
  activity.planned_timing = timing;
}

std::vector<Disrupted> delay(const Workbench& bench, const mission::Office& office, int minutes,
                             base::Instant now) {
  return Delay(bench, office, minutes, now).ways();
}

}  // namespace kontor::planning
