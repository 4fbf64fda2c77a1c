#pragma once
#include <vector>

#include "base/rng.h"
#include "engine/timetable/state.h"

namespace kontor::engine::timetable {

// Whether the same activities stay held, or others may be instead.
enum class Holding { Same, Any };

// Improves a timetable by the moves in moves/, accepting small losses at first and none at the end.
// Of those worth the same the best holds most activities.
class Search {
 public:
  Search(State& state, base::Rng rng, Holding holding = Holding::Any);

  // Makes `count` moves, losing at most `threshold` of energy in each; below a point it mostly
  // relocates meetings.
  void run(int count, std::int64_t threshold);
  // Goes back to the best so far and grants whatever fits without moving anything.
  void complete();

  const Solution& best() const { return best_; }
  const Worth& best_worth() const { return best_worth_; }

 private:
  void list_items();
  void list_movable();
  void list_by_coach();
  void list_ungranted();
  void attempt(bool settling);
  void insert_one();
  void relocate_one();
  void move_one();
  void hold_one(int activity, int option);
  void exchange_coaches_of_one();
  void ruin_one();

  State& state_;
  base::Rng rng_;
  Holding holding_;
  std::vector<Item> items_;  // that could be granted
  std::vector<Item> ungranted_;
  std::vector<int> placed_people_;  // with a wish
  std::vector<int> movable_;        // activities with several options, or not held
  std::vector<int> by_coach_;       // activities
  Solution best_;
  Worth best_worth_;
  int best_held_;
};

}  // namespace kontor::engine::timetable
