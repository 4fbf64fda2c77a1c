#include "engine/breaks/race.h"

#include <thread>

#include "base/check.h"
#include "engine/breaks/check.h"

namespace kontor::engine::breaks {

namespace {

// In a round, chosen so that both take about the same time.
constexpr int steps_of_prover = 500;
constexpr int steps_of_finder = 400;

}  // namespace

Race::Race(const Problem& problem, const Presolved& presolved, const Stop& stop, std::uint64_t seed,
           const OnBetter& on_better)
    : problem_(problem),
      presolved_(presolved),
      stop_(stop),
      seed_(seed),
      on_better_(on_better),
      round_(2, EndOfRound{this}) {
  runners_[1].style = Style::Find;
  answer_.bound = presolved.bound;
}

Answer Race::run() {
  {
    const std::jthread finder([this] { work(runners_[1]); });
    work(runners_[0]);
  }
  return answer_;
}

void Race::work(Runner& runner) {
  Questioner questioner(problem_, presolved_, runner.style, seed_);
  for (;;) {
    round_.arrive_and_wait();
    if (finished_) return;
    runner.verdict = questioner.ask(runner.target, [&] { return pause(runner); });
    runner.busy = false;
    if (finished_) return;
  }
}

// Whether the runner's search must end; waits for the other one at the end of each round.
bool Race::pause(Runner& runner) {
  if (runner.cancelled || finished_) return true;
  if (++runner.steps < (runner.style == Style::Prove ? steps_of_prover : steps_of_finder))
    return false;
  runner.steps = 0;
  round_.arrive_and_wait();
  return runner.cancelled || finished_;
}

void Race::end_round() {
  for (Runner& runner : runners_)
    if (!runner.busy && runner.verdict) judge(runner);
  finish_if_done();
  if (finished_) return;
  for (Runner& runner : runners_) {
    if (runner.busy) {
      runner.cancelled = is_settled(runner);
    } else {
      runner.busy = true;
      runner.cancelled = false;
      runner.target = next_target(runner);
    }
  }
}

void Race::judge(Runner& runner) {
  const Verdict verdict = std::move(*runner.verdict);
  runner.verdict.reset();
  if (verdict.kind == Verdict::Kind::None && !runner.target) {
    answer_.status = Answer::Status::Infeasible;
  } else if (verdict.kind == Verdict::Kind::None && *runner.target >= answer_.bound) {
    answer_.bound = *runner.target + 1;
    bound_rose_ = true;
    report();
  } else if (verdict.kind == Verdict::Kind::Found) {
    const Finding finding = check(problem_, verdict.schedule);
    CHECK(finding.violations.empty());
    if (answer_.schedule && answer_.breaks <= finding.breaks) return;
    answer_.schedule = verdict.schedule;
    answer_.breaks = finding.breaks;
    answer_.status = Answer::Status::Feasible;
    report();
  }
}

// Whether what the runner looks for has become known.
bool Race::is_settled(const Runner& runner) const {
  if (!runner.target) return answer_.schedule.has_value();
  return *runner.target < answer_.bound || (answer_.schedule && answer_.breaks <= *runner.target);
}

// The finder first asks for any schedule; later it is a step ahead of the prover, once the bound
// has turned out to be too low.
std::optional<int> Race::next_target(const Runner& runner) const {
  if (runner.style == Style::Prove) return answer_.bound;
  if (!answer_.schedule) return std::nullopt;
  const int ahead = answer_.bound + (bound_rose_ ? 1 : 0);
  return ahead < answer_.breaks ? ahead : answer_.bound;
}

void Race::finish_if_done() {
  const bool infeasible = answer_.status == Answer::Status::Infeasible;
  if (answer_.schedule && answer_.breaks <= answer_.bound) answer_.status = Answer::Status::Optimal;
  finished_ = infeasible || answer_.status == Answer::Status::Optimal || stop_();
}

void Race::report() const {
  if (on_better_) on_better_(answer_);
}

}  // namespace kontor::engine::breaks
