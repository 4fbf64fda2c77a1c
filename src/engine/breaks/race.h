#pragma once
#include <atomic>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include "engine/breaks/finder.h"
#include "engine/breaks/first_question.h"
#include "engine/breaks/presolve.h"
#include "engine/breaks/solve.h"

namespace kontor::engine::breaks {

// Two searches side by side: the prover raises the bound from below, the finder looks for
// schedules, at the bound and, once that has been raised, mostly a step above. Each drops its
// question as soon as the other has settled it. What the finder finds depends on its question
// alone, and the answer is what it finds for the fewest breaks: so the schedule does not depend on
// which is the faster.
class Race {
 public:
  Race(const Problem& problem, const Presolved& presolved, const Stop& stop, std::uint64_t seed,
       const OnBetter& on_better);

  Answer run();

 private:
  // The finder's work on one question.
  struct Turn {
    std::unique_ptr<Finder> finder;
    int polls = 0;
    std::optional<Schedule> schedule;
  };

  void prove();
  void look();
  void judge_proof(int target, const Verdict& verdict);
  void judge_find(int target, const Verdict& verdict);
  void judge_none_at_all();
  void settle(const Schedule& schedule);
  void raise_bound(int bound);
  void improve(const Schedule& schedule, int breaks);
  void look_for_any();
  void look_at(int target);
  int next_target() const;
  int polls_at(int target) const;
  void end_if_stopped();

  const Problem& problem_;
  const Presolved& presolved_;
  const Stop& stop_;
  std::uint64_t seed_;
  const OnBetter& on_better_;
  FirstQuestion first_question_;
  std::map<int, Turn> turns_;  // of the finder, by number of breaks
  std::mutex guard_;           // of answer_ and of calls of on_better_
  Answer answer_;
  std::atomic<int> bound_;
  std::atomic<int> fewest_ = std::numeric_limits<int>::max();  // breaks of any schedule found
  std::atomic<bool> finished_ = false;
};

}  // namespace kontor::engine::breaks
