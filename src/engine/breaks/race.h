#pragma once
#include <array>
#include <atomic>
#include <condition_variable>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "engine/breaks/finder.h"
#include "engine/breaks/presolve.h"
#include "engine/breaks/solve.h"

namespace kontor::engine::breaks {

// Two searches side by side: the prover raises the bound from below, the finder looks for
// schedules, at the bound and, once that has been raised, mostly a step above. Either may settle
// what is the other's task, and drops its question as soon as it knows that to be settled.
//
// The answer does not depend on which is the faster: each counts its work, and learns what the
// other has found only when it has itself done four times the work that the other had done then (in
// the spirit of Hamadi, Jabbour, Piette, Saïs, "Deterministic parallel DPLL", JSAT 7, 2011). Of the
// schedules with the fewest breaks, the one that took the least work is the answer.
class Race {
 public:
  Race(const Problem& problem, const Presolved& presolved, const Stop& stop, std::uint64_t seed,
       const OnBetter& on_better);

  Answer run();

 private:
  static constexpr int no_schedule = std::numeric_limits<int>::max();

  struct Find {
    std::int64_t work = 0;  // of who found it, until then
    int bound = 0;
    int breaks = no_schedule;  // of `schedule`
    Schedule schedule;
  };

  struct Side {
    std::int64_t work = 0;
    int bound = 0;             // as far as this side knows
    int fewest = no_schedule;  // breaks of any schedule, likewise
    // Guarded by guard_:
    std::int64_t told_work = 0;
    std::vector<Find> finds;
    std::size_t seen = 0;  // finds of the other side

    bool settled() const { return fewest <= bound; }
  };

  // The finder's work on one question.
  struct Turn {
    std::unique_ptr<Finder> finder;
    int polls = 0;
  };

  void find();
  void prove();
  void rest(int side);
  void look_at(int target);
  int next_target() const;
  int polls_at(int target) const;
  bool poll(int side, int units);
  void meet(int side);
  void judge(int side, int target, const Verdict& verdict);
  void tell(int side, Find find);
  void conclude();
  void end();

  const Problem& problem_;
  const Presolved& presolved_;
  const Stop& stop_;
  std::uint64_t seed_;
  const OnBetter& on_better_;
  std::map<int, Turn> turns_;  // of the finder, by number of breaks
  std::array<Side, 2> sides_;  // the finder's and the prover's
  std::mutex guard_;           // of answer_, of calls of on_better_ and of what both sides share
  std::condition_variable moved_;
  Answer answer_;
  std::atomic<bool> finished_ = false;
};

}  // namespace kontor::engine::breaks
