#include "engine/fair/solve.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/check.h"
#include "engine/fair/breaks.h"
#include "engine/fair/demands.h"
#include "engine/fair/improvement.h"
#include "engine/fair/insertion.h"
#include "engine/fair/selection.h"
#include "engine/fair/table_prices.h"
#include "engine/fair/tables.h"
#include "engine/fair/worst_off.h"

namespace kontor::engine::fair {

namespace {

// The chosen meetings: musts first, then those whose participants have least room beside them.
std::vector<int> hardest_first(const Timetable& timetable, const std::vector<char>& chosen) {
  const Problem& problem = timetable.problem();
  std::vector<int> asked(problem.participants.size());
  std::vector<int> order;
  for (int m = 0; m < static_cast<int>(chosen.size()); ++m) {
    if (chosen[m] == 0) continue;
    order.push_back(m);
    ++asked[problem.meetings[m].first];
    ++asked[problem.meetings[m].second];
  }
  std::vector<std::int64_t> hardness(chosen.size());
  for (const int m : order)
    for (const int p : {problem.meetings[m].first, problem.meetings[m].second})
      hardness[m] =
          std::max(hardness[m], std::int64_t{1000} * asked[p] / std::max(1, timetable.most(p)));
  std::stable_sort(order.begin(), order.end(),
                   [&](int a, int b) { return hardness[a] > hardness[b]; });
  return order;
}

// The meetings that are not chosen, the most worthy first.
std::vector<int> worthiest_others(const Timetable& timetable, const std::vector<char>& chosen) {
  std::vector<int> order;
  for (int m = 0; m < static_cast<int>(chosen.size()); ++m)
    if (chosen[m] == 0 && timetable.slot_of(m) < 0) order.push_back(m);
  std::stable_sort(order.begin(), order.end(),
                   [&](int a, int b) { return timetable.worth_of(a) > timetable.worth_of(b); });
  return order;
}

// A slot for each chosen meeting, as far as there is one; once `stop` says so without chains, which
// takes little time. If the choice was stopped, others fill what is left.
void place_all(Timetable& timetable, const Selection& selection, base::Rng& rng, const Stop& stop) {
  bool late = false;
  for (const int m : hardest_first(timetable, selection.chosen)) {
    late = late || (stop && stop());
    insert(timetable, m, rng, Tables::Soft, late ? 0 : std::numeric_limits<int>::max());
    timetable.forget();
  }
  balance(timetable);
  if (!selection.stopped) return;
  for (const int m : worthiest_others(timetable, selection.chosen))
    insert(timetable, m, rng, Tables::Strict, 0);
  timetable.forget();
}

Prices no_prices(const Problem& problem) {
  Prices prices;
  prices.participant.assign(problem.participants.size(), 0);
  prices.table.assign(problem.slots.size(), 0);
  return prices;
}

void use_if_better(const Problem& problem, Prices prices, Answer& answer) {
  const std::int64_t bound = proven_bound(problem, prices).value();
  if (bound >= answer.bound) return;
  answer.bound = bound;
  answer.prices = std::move(prices);
}

std::int64_t dearest_want(const Problem& problem) {
  std::int64_t dearest = 1;
  for (const Meeting& it : problem.meetings) dearest = std::max(dearest, it.points);
  return dearest;
}

// What `bound` leaves for wants beside the musts and promises of a plan.
std::int64_t beside(std::int64_t bound, const Weights& of, std::int64_t musts,
                    std::int64_t promised) {
  return bound - musts * of.must - promised * of.promise;
}

// Bounds the wants beside the musts and promises of the plan.
void bound_wants(const Problem& problem, Answer& answer, const Stop& stop) {
  const Worth& worth = answer.worth;
  const Weights true_weights = weights(problem);
  std::int64_t all = 0;
  for (const Meeting& it : problem.meetings) all += it.points;
  answer.want_weights = true_weights;
  answer.want_bound = beside(answer.bound, true_weights, worth.musts, worth.promised);
  if (answer.want_bound - worth.points <= worth.points / 2000) return;
  const std::int64_t must = 4 * dearest_want(problem);
  answer.want_weights = {.must = must, .promise = must};
  PricedChoice priced = price_tables(Timetable(problem), answer.want_weights, stop);
  answer.want_prices = std::move(priced.prices);
  answer.want_bound =
      std::min({all, answer.want_bound,
                beside(priced.bound, answer.want_weights, worth.musts, worth.promised)});
}

// A plan by steps, from what to hold on.
void build(Timetable& timetable, const Selection& selection, const Answer& answer, int rounds,
           base::Rng& rng, const Stop& stop) {
  place_all(timetable, selection, rng, stop);
  improve_value(timetable, answer.prices, answer.bound, rounds, rng, stop);
}

// Where wants are missing, tables may be scarce in one session and plenty in another: builds a plan
// anew from a choice that knows the sessions, and keeps the better one.
void build_by_session(Timetable& timetable, const Answer& answer, int rounds, base::Rng& rng,
                      const Stop& stop) {
  const Problem& problem = timetable.problem();
  const std::int64_t must = weights(problem).must;
  const std::int64_t missing = (answer.bound - timetable.value()) % must;
  if (answer.bound - timetable.value() < must && missing <= must / 2000) return;
  const std::int64_t reduced = 64 * dearest_want(problem);
  Timetable other(problem);
  Selection selection;
  selection.chosen = price_tables(other, {.must = reduced, .promise = 64 * reduced}, stop).chosen;
  build(other, selection, answer, rounds, rng, stop);
  if (other.value() > timetable.value()) timetable = std::move(other);
}

void add_broken_promises(const Problem& problem, Answer& answer) {
  std::vector<int> held(problem.participants.size());
  for (std::size_t m = 0; m < problem.meetings.size(); ++m)
    if (answer.plan[m].slot >= 0) {
      ++held[problem.meetings[m].first];
      ++held[problem.meetings[m].second];
    }
  const std::vector<Violation> alone = answer.conflicts;
  for (int p = 0; p < static_cast<int>(held.size()); ++p) {
    const bool known = std::any_of(alone.begin(), alone.end(),
                                   [p](const Violation& it) { return it.participant == p; });
    if (!known && held[p] < problem.participants[p].least)
      answer.conflicts.push_back({"promises", -1, p, -1});
  }
}

// The bound shows whether all promises can be kept, because they outweigh everything.
void judge(const Problem& problem, Answer& answer) {
  const std::int64_t promised = all_promised(problem);
  if (!answer.conflicts.empty() || answer.bound < promised * weights(problem).promise) {
    answer.status = Answer::Status::Infeasible;
    add_broken_promises(problem, answer);
  } else if (answer.worth.promised < promised) {
    answer.status = Answer::Status::Unknown;
  } else if (answer.bound == answer.worth.value) {
    answer.status = Answer::Status::Optimal;
  }
}

}  // namespace

Answer solve(const Problem& problem, const Options& options, const Stop& stop,
             const std::function<void(const Progress&)>& on_progress) {
  Answer answer;
  answer.conflicts = contradictions(problem);
  if (!only_promises(answer.conflicts)) {
    answer.status = Answer::Status::Infeasible;
    return answer;
  }
  Timetable timetable(problem);
  base::Rng rng(options.seed);
  const auto report = [&](const char* step, int permille_done) {
    if (on_progress) on_progress({step, timetable.value(), answer.bound, permille_done});
  };
  answer.bound = proven_bound(problem, no_prices(problem)).value();
  report("choosing meetings", 0);
  const Selection selection = select(timetable, stop);
  answer.prices = selection.prices;
  answer.bound = proven_bound(problem, answer.prices).value();
  use_if_better(problem, no_prices(problem), answer);  // the flow may have been stopped
  report("placing meetings", 200);
  build(timetable, selection, answer, options.rounds, rng, stop);
  report("choosing by session", 400);
  build_by_session(timetable, answer, options.rounds, rng, stop);
  report("serving the worst-off", 700);
  serve_worst_off(timetable, answer.prices, answer.bound, rng, stop);
  report("removing breaks", 800);
  reduce_breaks(timetable, options.rounds / 4, rng, stop);
  answer.plan = number_tables(timetable);
  answer.worth = check(problem, answer.plan).worth;
  bound_wants(problem, answer, stop);
  answer.breaks_bound = breaks_bound(problem, answer.plan);
  answer.worst_share_bound = worst_share_bound(problem, answer.prices, answer.worth.value);
  judge(problem, answer);
  report("done", 1000);
  return answer;
}

}  // namespace kontor::engine::fair
