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

// What a search may still do, counted: the same on every machine.
struct Work {
  int left = 0;
  bool over() const { return left <= 0; }
};

// Looks for the fewest people that must be disturbed to meet the demand, by iterative deepening
// (Korf, Artificial Intelligence 27, 1985) over branch and bound: in each setting the undisturbed
// keep what they did; where that conflicts, every solution must follow one of a few branches that
// name more people. The settings differ in the options of activities that cannot stay as they were,
// and in the company that rules call; they are made as far as the budget of people reaches.
// Activities that could stay are moved, and company that could stay replaced, only where that frees
// somebody who is stuck: whom a conflict found so far needs elsewhere. Without such a conflict what
// was moved could be put back, and nobody more would be disturbed.
class Fewest {
 public:
  Fewest(const Task& task, Work& work, const std::function<bool()>& stop);

  // Ways that disturb the fewest people, several if there are; one found greedily where the search
  // had to end before. None: the demand cannot be met, or that is not known (see sure()).
  std::vector<Remedy> find();

  const std::vector<Setting>& settings() const { return settings_; }
  int least() const { return least_; }  // proven
  bool sure() const { return !aborted_ && !truncated_; }

 private:
  static constexpr std::size_t most_remedies = 4;
  static constexpr std::size_t most_moved = 64;
  static constexpr int never = std::numeric_limits<int>::max();

  bool can_be_granted(std::size_t number) const;
  bool try_frames(bool give_up);
  void deepen(bool give_up);
  void search_all(int budget, bool give_up);
  void search_frames(const std::vector<char>& moved, int budget, bool give_up);
  void search_company(const std::vector<int>& options, const std::vector<char>& disturbed,
                      int budget);
  void search_setting(const std::vector<int>& options, const std::vector<Duty>& company,
                      int budget);
  std::size_t setting_of(const std::vector<int>& options, const std::vector<Duty>& company);
  void add_moved(std::vector<char>& moved, int from, int budget, bool give_up);
  void search(std::size_t setting, const Choice& choice, int budget);
  void dive();
  bool expired();
  bool enough() const { return found_.size() >= most_remedies || aborted_; }
  std::vector<char> unavoidable() const;
  void stick(int organisation);
  std::size_t known() const;
  bool may_help(int activity) const;
  int disturbed_by(const std::vector<char>& moved) const;

  const Task& task_;
  Work& work_;
  const std::function<bool()>& stop_;
  std::vector<char> unavoidable_;  // people disturbed in every solution
  std::vector<char> stuck_;        // people needed elsewhere than where something binds them
  std::vector<Setting> settings_;
  std::vector<int> searched_;             // the last budget of each
  std::vector<std::vector<char>> moved_;  // sets of activities moved though they could stay
  std::vector<Remedy> found_;
  bool guests_may_leave_ = false;  // company that came for them may be unneeded
  bool truncated_ = false;         // there are more settings than were looked at
  int least_ = 0;
  int next_budget_ = never;
  bool aborted_ = false;
};

}  // namespace kontor::engine::timetable
