#pragma once
#include <utility>
#include <vector>

#include "engine/timetable/repair/setting.h"

namespace kontor::engine::timetable {

// Who may be disturbed, as far as it is decided, and where the wishes to be granted go. Everybody
// else keeps what they did.
struct Choice {
  std::vector<char> free;                       // people who may be disturbed
  std::vector<char> excluded;                   // people who must not: that was looked at before
  int count = 0;                                // of the free, those that count
  std::vector<std::pair<int, Seating>> placed;  // meetings to be granted
  std::size_t granted = 0;                      // of the demand's list, in order
};

// One way to go on: more people who may be disturbed, perhaps a place for the next wish to grant.
struct Branch {
  std::vector<int> people;
  int weight = 0;
  bool grants = false;
  int meeting = -1;  // that gets `seating`
  Seating seating;
};

// What is still missing of a timetable in which only the free are disturbed: nothing (no conflict,
// and `covers` says who takes the place of whom), or branches of which every timetable that
// disturbs at least the free takes one.
struct Verdict {
  bool good = false;
  int least_more = 0;  // people who must be disturbed besides, at least
  std::vector<Branch> branches;
  std::vector<std::pair<int, Seating>> covers;
  bool unsure = false;       // looking for covers took too long: this need not be a conflict
  std::vector<int> stuck{};  // organisations of whom nobody can take some seat
  bool blind = false;  // company came for guests who may leave: look at settings without it too
};

Verdict examine(const Task& task, const Setting& setting, const Choice& choice);

// Where the wishes granted so far bind `person`, duties apart.
std::vector<Errand> placed_errands(const Task& task, const Setting& setting, const Choice& choice,
                                   int person);

Choice first_choice(const Task& task, const Setting& setting);
Choice follow(const Task& task, const Choice& choice, const Branch& branch);

}  // namespace kontor::engine::timetable
