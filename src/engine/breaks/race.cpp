#include "engine/breaks/race.h"

#include <thread>

#include "base/check.h"
#include "engine/breaks/check.h"
#include "engine/breaks/prover.h"

namespace kontor::engine::breaks {

namespace {

// The finder leaves a question to the prover that comes to it too, unless it has been at it for so
// long: about a quarter of a second.
constexpr int polls_to_settle_in = 3000;

int breaks_of(const Problem& problem, const Schedule& schedule) {
  const Finding finding = check(problem, schedule);
  CHECK(finding.violations.empty());
  return finding.breaks;
}

}  // namespace

Race::Race(const Problem& problem, const Presolved& presolved, const Stop& stop, std::uint64_t seed,
           const OnBetter& on_better)
    : problem_(problem),
      presolved_(presolved),
      stop_(stop),
      seed_(seed),
      on_better_(on_better),
      bound_(presolved.bound) {
  answer_.bound = presolved.bound;
}

Answer Race::run() {
  {
    const std::jthread prover([this] { prove(); });
    look();
  }
  return answer_;
}

void Race::prove() {
  Prover prover(problem_, presolved_, seed_);
  while (!finished_ && bound_ < fewest_) {
    const int target = bound_;
    const Stop settled = [&] { return finished_ || bound_ > target || fewest_ <= target; };
    judge_proof(target, prover.ask(target, settled));
  }
}

void Race::look() {
  std::optional<int> target;
  while (!finished_) {
    const int bound = bound_;
    int polls = 0;
    const Stop settled = [&] {
      end_if_stopped();
      ++polls;
      const bool overtaken = target && *target == bound_ && bound_ > bound;
      return finished_ || is_settled(target) || (overtaken && polls < polls_to_settle_in);
    };
    if (!settled()) judge_find(target, find(problem_, presolved_, target, seed_, settled));
    target = next_target();
  }
}

void Race::end_if_stopped() {
  if (stop_()) finished_ = true;
}

// Whether the finder need not go on. It goes on when the prover has found a schedule.
bool Race::is_settled(std::optional<int> target) const {
  return target ? *target < bound_ || *target > fewest_ : fewest_ < std::numeric_limits<int>::max();
}

std::optional<int> Race::next_target() const {
  const int bound = bound_;
  const int ahead = bound > presolved_.bound ? bound + 1 : bound;
  return ahead < fewest_ ? ahead : bound;
}

void Race::judge_proof(int target, const Verdict& verdict) {
  const std::scoped_lock lock(guard_);
  if (verdict.kind == Verdict::Kind::NoneAtAll) {
    answer_.status = Answer::Status::Infeasible;
    finished_ = true;
  }
  if (verdict.kind == Verdict::Kind::None) raise_bound(target + 1);
  if (verdict.kind == Verdict::Kind::Found)
    improve(verdict.schedule, breaks_of(problem_, verdict.schedule));
}

void Race::judge_find(std::optional<int> target, const Verdict& verdict) {
  const std::scoped_lock lock(guard_);
  if (finished_) return;
  if (verdict.kind == Verdict::Kind::None && !target) {
    answer_.status = Answer::Status::Infeasible;
    finished_ = true;
  } else if (verdict.kind == Verdict::Kind::None) {
    raise_bound(*target + 1);
  } else if (verdict.kind == Verdict::Kind::Found) {
    const int breaks = breaks_of(problem_, verdict.schedule);
    improve(verdict.schedule, breaks);
    if (target != bound_) return;
    answer_.schedule = verdict.schedule;
    answer_.status = Answer::Status::Optimal;
    finished_ = true;
  }
}

void Race::raise_bound(int bound) {
  if (bound <= bound_) return;
  bound_ = answer_.bound = bound;
  if (on_better_) on_better_(answer_);
}

void Race::improve(const Schedule& schedule, int breaks) {
  if (breaks >= fewest_) return;
  fewest_ = answer_.breaks = breaks;
  answer_.schedule = schedule;
  answer_.status = Answer::Status::Feasible;
  if (on_better_) on_better_(answer_);
}

}  // namespace kontor::engine::breaks
