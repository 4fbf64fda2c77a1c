#include "engine/breaks/race.h"

#include <thread>

#include "base/check.h"
#include "engine/breaks/check.h"
#include "engine/breaks/prover.h"

namespace kontor::engine::breaks {

namespace {

// The finder asks a step above the bound only after so long at the bound itself, about half a
// second, and then for most of the time.
constexpr int polls_at_bound = 6000;
constexpr int share_above_bound = 3;

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
      first_question_(problem, presolved, seed),
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
  const Stop overtaken = [this] { return finished_ || bound_ > presolved_.bound; };
  judge_proof(presolved_.bound, first_question_.search(1, overtaken));
  Prover prover(problem_, presolved_, seed_);
  while (!finished_ && bound_ < fewest_) {
    const int target = bound_;
    const Stop settled = [&] { return finished_ || bound_ > target || fewest_ <= target; };
    judge_proof(target, prover.ask(target, settled));
  }
}

void Race::look() {
  look_for_any();
  while (!finished_) look_at(next_target());
}

void Race::look_for_any() {
  const Stop settled = [this] {
    end_if_stopped();
    return finished_ || fewest_ < std::numeric_limits<int>::max();
  };
  const Verdict verdict = find_any(problem_, presolved_, seed_, settled);
  const std::scoped_lock lock(guard_);
  if (verdict.kind == Verdict::Kind::None) judge_none_at_all();
  if (verdict.kind == Verdict::Kind::Found)
    improve(verdict.schedule, breaks_of(problem_, verdict.schedule));
}

void Race::look_at(int target) {
  Turn& turn = turns_[target];
  const Stop settled = [&] {
    end_if_stopped();
    ++turn.polls;
    return finished_ || target < bound_ || target > fewest_;
  };
  if (turn.schedule) {
    settle(*turn.schedule);
  } else if (target == presolved_.bound) {
    judge_find(target, first_question_.search(0, settled));
  } else {
    if (!turn.finder) turn.finder = std::make_unique<Finder>(problem_, presolved_, target, seed_);
    judge_find(target, turn.finder->step(settled));
  }
}

int Race::polls_at(int target) const {
  const auto turn = turns_.find(target);
  return turn == turns_.end() ? 0 : turn->second.polls;
}

int Race::next_target() const {
  const int bound = bound_;
  const bool has_schedule = turns_.contains(bound) && turns_.at(bound).schedule;
  const bool above = bound > presolved_.bound && bound + 1 < fewest_ && !has_schedule &&
                     polls_at(bound) > polls_at_bound + polls_at(bound + 1) / share_above_bound;
  return above ? bound + 1 : bound;
}

void Race::end_if_stopped() {
  if (stop_()) finished_ = true;
}

void Race::judge_proof(int target, const Verdict& verdict) {
  const std::scoped_lock lock(guard_);
  if (verdict.kind == Verdict::Kind::NoneAtAll) judge_none_at_all();
  if (verdict.kind == Verdict::Kind::None) raise_bound(target + 1);
  if (verdict.kind == Verdict::Kind::Found)
    improve(verdict.schedule, breaks_of(problem_, verdict.schedule));
}

void Race::judge_none_at_all() {
  answer_.status = Answer::Status::Infeasible;
  finished_ = true;
}

void Race::judge_find(int target, const Verdict& verdict) {
  {
    const std::scoped_lock lock(guard_);
    if (verdict.kind == Verdict::Kind::None) raise_bound(target + 1);
    if (verdict.kind != Verdict::Kind::Found) return;
    improve(verdict.schedule, breaks_of(problem_, verdict.schedule));
    turns_[target].schedule = verdict.schedule;
  }
  if (target == bound_) settle(verdict.schedule);
}

// The finder's schedule for as many breaks as the bound is the answer.
void Race::settle(const Schedule& schedule) {
  const std::scoped_lock lock(guard_);
  if (finished_) return;
  answer_.schedule = schedule;
  answer_.status = Answer::Status::Optimal;
  finished_ = true;
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
