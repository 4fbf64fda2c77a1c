#include "engine/breaks/race.h"

#include <algorithm>
#include <thread>

#include "base/check.h"
#include "engine/breaks/check.h"
#include "engine/breaks/first_question.h"
#include "engine/breaks/prover.h"

namespace kontor::engine::breaks {

namespace {

constexpr int finder = 0;
constexpr int prover = 1;

// Work is counted when a solver polls Stop. A poll of the finder, most of whose decisions are
// assumptions, takes two thirds of the time: some 20 microseconds a unit.
constexpr int units = 3;
constexpr int units_of_finder = 2;
constexpr int units_between_meetings = 96;
constexpr std::int64_t least_delay = 192;
// The finder asks a step above the bound only after so long at the bound itself, about half a
// second, and then for most of the time.
constexpr int polls_at_bound = 6000;
constexpr int share_above_bound = 3;

}  // namespace

Race::Race(const Problem& problem, const Presolved& presolved, const Stop& stop, std::uint64_t seed,
           const OnBetter& on_better)
    : problem_(problem), presolved_(presolved), stop_(stop), seed_(seed), on_better_(on_better) {
  answer_.bound = presolved.bound;
  for (Side& side : sides_) side.bound = presolved.bound;
}

Answer Race::run() {
  if (stop_()) return answer_;
  {
    const std::jthread other([this] { prove(); });
    find();
  }
  return answer_;
}

void Race::prove() {
  const Side& own = sides_[prover];
  const int first = presolved_.bound;
  judge(prover, first, ask_first(problem_, presolved_, seed_, false, [&] {
          return poll(prover, units) || own.bound > first || own.settled();
        }));
  Prover search(problem_, presolved_, seed_);
  while (!finished_ && !own.settled()) {
    const int target = own.bound;
    const Stop settled = [&] { return poll(prover, units) || own.bound > target || own.settled(); };
    judge(prover, target, search.ask(target, settled));
  }
  rest(prover);
}

void Race::find() {
  const Side& own = sides_[finder];
  const Stop found = [&] { return poll(finder, units) || own.fewest < no_schedule; };
  Verdict any = find_any(problem_, presolved_, seed_, found);
  if (any.kind == Verdict::Kind::None) any.kind = Verdict::Kind::NoneAtAll;
  judge(finder, own.bound, any);
  while (!finished_ && !own.settled()) look_at(next_target());
  rest(finder);
}

// Lets the other catch up.
void Race::rest(int side) {
  while (!poll(side, units)) continue;
}

void Race::look_at(int target) {
  const Side& own = sides_[finder];
  Turn& turn = turns_[target];
  const bool is_first = target == presolved_.bound;
  const Stop settled = [&] {
    ++turn.polls;
    return poll(finder, is_first ? units : units_of_finder) || target < own.bound ||
           target >= own.fewest;
  };
  if (is_first) {
    judge(finder, target, ask_first(problem_, presolved_, seed_, true, settled));
    return;
  }
  if (!turn.finder) turn.finder = std::make_unique<Finder>(problem_, presolved_, target, seed_);
  judge(finder, target, turn.finder->step(settled));
}

int Race::polls_at(int target) const {
  const auto turn = turns_.find(target);
  return turn == turns_.end() ? 0 : turn->second.polls;
}

int Race::next_target() const {
  const int bound = sides_[finder].bound;
  const bool above = bound > presolved_.bound && bound + 1 < sides_[finder].fewest &&
                     polls_at(bound) > polls_at_bound + polls_at(bound + 1) / share_above_bound;
  return above ? bound + 1 : bound;
}

// Counts work of a side; true when everything has ended.
bool Race::poll(int side, int units_done) {
  if (side == finder && stop_()) {
    const std::scoped_lock lock(guard_);
    end();
  }
  std::int64_t& work = sides_[side].work;
  const std::int64_t before = work;
  work += units_done;
  if (work / units_between_meetings != before / units_between_meetings) meet(side);
  return finished_;
}

// A side learns what the other had found with a quarter of the work, so that it is sure to know all
// of it and hardly ever waits: work that is counted alike does not take the same time everywhere.
void Race::meet(int side) {
  Side& own = sides_[side];
  const Side& other = sides_[1 - side];
  const std::int64_t horizon = own.work - std::max(least_delay, own.work - own.work / 4);
  std::unique_lock lock(guard_);
  own.told_work = own.work;
  moved_.notify_one();
  conclude();
  moved_.wait(lock, [&] { return finished_ || other.told_work >= horizon; });
  for (; own.seen < other.finds.size() && other.finds[own.seen].work < horizon; ++own.seen) {
    own.bound = std::max(own.bound, other.finds[own.seen].bound);
    own.fewest = std::min(own.fewest, other.finds[own.seen].breaks);
  }
}

void Race::judge(int side, int target, const Verdict& verdict) {
  if (verdict.kind == Verdict::Kind::Unknown) return;
  Side& own = sides_[side];
  if (verdict.kind == Verdict::Kind::None) own.bound = std::max(own.bound, target + 1);
  Find find{own.work, own.bound, no_schedule, verdict.schedule};
  if (verdict.kind == Verdict::Kind::Found) {
    const Finding checked = check(problem_, verdict.schedule);
    CHECK(checked.violations.empty());
    find.breaks = checked.breaks;
    own.fewest = std::min(own.fewest, checked.breaks);
  }
  const std::scoped_lock lock(guard_);
  if (finished_) return;
  if (verdict.kind == Verdict::Kind::NoneAtAll) {
    answer_.status = Answer::Status::Infeasible;
    end();
  } else {
    tell(side, std::move(find));
  }
}

void Race::tell(int side, Find find) {
  const bool better = find.breaks < (answer_.schedule ? answer_.breaks : no_schedule);
  const bool raised = find.bound > answer_.bound;
  if (raised) answer_.bound = find.bound;
  if (better) {
    answer_.schedule = find.schedule;
    answer_.breaks = find.breaks;
    answer_.status = Answer::Status::Feasible;
  }
  if ((better || raised) && on_better_) on_better_(answer_);
  sides_[side].finds.push_back(std::move(find));
  conclude();
}

// Ends once a schedule has as many breaks as the bound and the other side, having worked longer,
// has none that took less work.
void Race::conclude() {
  if (finished_ || !answer_.schedule || answer_.breaks > answer_.bound) return;
  const Find* first = nullptr;
  const Side* other = nullptr;
  for (const int side : {finder, prover})
    for (const Find& find : sides_[side].finds)
      if (find.breaks == answer_.bound && (!first || find.work < first->work)) {
        first = &find;
        other = &sides_[1 - side];
      }
  if (other->told_work <= first->work) return;
  answer_.schedule = first->schedule;
  answer_.status = Answer::Status::Optimal;
  end();
}

// With guard_ held, so that nobody who is about to wait misses it.
void Race::end() {
  finished_ = true;
  moved_.notify_one();
}

}  // namespace kontor::engine::breaks
