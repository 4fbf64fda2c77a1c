#pragma once
#include <functional>
#include <map>

#include "base/rng.h"
#include "engine/timetable/repair/setting.h"

namespace kontor::engine::timetable {

// Grants whatever fits without removing anything, dearest first, within what `state` freezes.
void grant_what_fits(State& state, base::Rng& rng);

// The best timetable found for each number of people disturbed.
class Curve {
 public:
  struct Point {
    Solution solution;
    Worth worth;
    std::vector<int> disturbed;
  };

  Curve(const Task& task, int most_disturbed) : task_(task), most_(most_disturbed) {}

  enum class Added { No, Finer, More };  // More: of points than with as few disturbed before
  Added add(const State& state, const std::vector<int>& disturbed);
  const std::map<int, Point>& points() const { return points_; }

  // Pareto local search: starts at a random point, grants wishes at the cost of others by ejection
  // chains (moves/insert.h), a few in a row, and keeps what is on the curve; ends after
  // `iterations` or a while without more points. `state` is of the task's grid, and all points are
  // of its activities and duties.
  void search(State& state, int iterations, base::Rng& rng, const std::function<bool()>& stop);

 private:
  void list_candidates(const State& state);
  Item draw(base::Rng& rng) const;
  bool dominated(int disturbed, const Worth& worth) const;

  const Task& task_;
  int most_;
  std::map<int, Point> points_;
  std::vector<Item> lost_;    // of before, not granted at the first point
  std::vector<Item> others_;  // not granted before
};

}  // namespace kontor::engine::timetable
