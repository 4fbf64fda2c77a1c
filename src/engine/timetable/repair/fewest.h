#pragma once
#include <functional>
#include <limits>
#include <utility>
#include <vector>

#include "engine/timetable/repair/choice.h"
#include "engine/timetable/repair/frames.h"

namespace kontor::engine::timetable {

// A set of people whose disturbance suffices, with who covers for whom.
struct Remedy {
  std::size_t setting = 0;  // of Fewest::settings()
  Choice choice;
  std::vector<std::pair<int, Seating>> covers;
};

// Looks for the fewest people that must be disturbed to meet the demand, by iterative deepening
// (Korf, Artificial Intelligence 27, 1985) over branch and bound: in each setting the undisturbed
// keep what they did; where that conflicts, every solution must follow one of a few branches that
// name more people. The frames differ in the options of activities that cannot stay as they were,
// and, where that would disturb no more people than the budget, of activities that could.
class Fewest {
 public:
  Fewest(const Task& task, int most_nodes, const std::function<bool()>& stop);

  // Ways that disturb the fewest people, several if there are; one found greedily where the search
  // had to end before. None: the demand cannot be met, or that is not known (see sure()).
  std::vector<Remedy> find();

  const std::vector<Setting>& settings() const { return settings_; }
  int least() const { return least_; }  // proven
  bool sure() const { return !aborted_; }

 private:
  static constexpr std::size_t most_remedies = 8;
  static constexpr std::size_t most_settings = 256;
  static constexpr std::size_t most_moved = 64;
  static constexpr int never = std::numeric_limits<int>::max();

  bool try_frames(bool give_up);
  void add_settings(const std::vector<char>& moved, bool give_up);
  void deepen(bool give_up);
  bool search_moved(int budget, bool give_up);
  void add_moved(std::vector<char>& moved, int from, int budget, bool give_up);
  void search_all(std::size_t from, int budget);
  void search(std::size_t setting, const Choice& choice, int budget);
  void dive();
  bool expired();
  std::vector<char> unavoidable() const;
  bool others_could_be_chosen() const;
  bool may_help(int activity) const;
  bool is_bound(int activity, int person) const;
  int disturbed_by(const std::vector<char>& moved) const;

  const Task& task_;
  const int most_nodes_;
  const std::function<bool()>& stop_;
  std::vector<char> unavoidable_;  // people disturbed in every solution
  std::vector<Setting> settings_;
  std::vector<std::vector<char>> moved_;  // sets of activities moved though they could stay
  std::vector<Remedy> found_;
  bool truncated_ = false;  // there are more settings than were looked at
  bool blind_ = false;      // there may be ways that the branches miss
  int least_ = 0;
  int next_budget_ = never;
  int nodes_ = 0;
  bool aborted_ = false;
};

}  // namespace kontor::engine::timetable
