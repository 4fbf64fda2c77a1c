#pragma once
#include <atomic>
#include <limits>
#include <mutex>
#include <optional>

#include "engine/breaks/finder.h"
#include "engine/breaks/presolve.h"
#include "engine/breaks/solve.h"

namespace kontor::engine::breaks {

// Two searches side by side that never wait for each other: the prover raises the bound from below,
// the finder looks for schedules, a step above the bound once that has turned out to be too low.
// Each drops its question as soon as the other has settled it. What the finder finds depends on its
// question alone, and the answer is what it finds for the fewest breaks: so the schedule does not
// depend on which of the two is the faster.
class Race {
 public:
  Race(const Problem& problem, const Presolved& presolved, const Stop& stop, std::uint64_t seed,
       const OnBetter& on_better);

  Answer run();

 private:
  void prove();
  void look();
  void judge_proof(int target, const Verdict& verdict);
  void judge_find(std::optional<int> target, const Verdict& verdict);
  void raise_bound(int bound);
  void improve(const Schedule& schedule, int breaks);
  std::optional<int> next_target() const;
  bool is_settled(std::optional<int> target) const;
  void end_if_stopped();

  const Problem& problem_;
  const Presolved& presolved_;
  const Stop& stop_;
  std::uint64_t seed_;
  const OnBetter& on_better_;
  std::mutex guard_;  // of answer_ and of calls of on_better_
  Answer answer_;
  std::atomic<int> bound_;
  std::atomic<int> fewest_ = std::numeric_limits<int>::max();  // breaks of any schedule found
  std::atomic<bool> finished_ = false;
};

}  // namespace kontor::engine::breaks
