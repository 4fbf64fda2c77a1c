#pragma once
#include <utility>
#include <vector>

#include "engine/timetable/repair/choice.h"

namespace kontor::engine::timetable {

// Meetings of one organisation that must be held though who sat there may be disturbed, because
// their partners are not: who takes the seats.
class Cover {
 public:
  Cover(const Task& task, const Setting& setting, const Choice& choice, int organisation);

  // Meetings that cannot be covered together, as few as single removals lead to; none: all can be.
  std::vector<int> find(const std::vector<int>& meetings);
  // Whether that took too long to be sure.
  bool unsure() const { return steps_ > most_steps; }
  void append(std::vector<std::pair<int, Seating>>& covers) const;

  // Undisturbed people of whom one must be disturbed to cover `meetings`, or do without.
  std::vector<int> who_could_help(const std::vector<int>& meetings) const;

 private:
  static constexpr int most_steps = 20'000;

  struct Sitter {
    int person;
    std::vector<Errand> errands;  // what they must do besides
  };

  int slot(int meeting) const { return task_.solution.meetings[meeting].slot; }
  bool first_side(int meeting) const;
  bool can_sit(const std::vector<Errand>& errands, int person, int meeting) const;
  bool assign(const std::vector<int>& meetings, std::size_t next);
  bool coverable(const std::vector<int>& meetings);

  const Task& task_;
  const Setting& setting_;
  const Choice& choice_;
  int organisation_;
  std::vector<Sitter> sitters_;
  std::vector<std::pair<int, int>> seated_;  // meeting, person
  int steps_ = 0;
};

}  // namespace kontor::engine::timetable
