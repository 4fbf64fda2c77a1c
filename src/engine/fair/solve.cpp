#include "engine/fair/solve.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/check.h"
#include "engine/fair/breaks.h"
#include "engine/fair/improvement.h"
#include "engine/fair/insertion.h"
#include "engine/fair/selection.h"
#include "engine/fair/tables.h"

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

// A slot for each chosen meeting, as far as there is one; once `stop` says so without chains, which
// takes little time.
void place_all(Timetable& timetable, const std::vector<char>& chosen, base::Rng& rng,
               const std::function<bool()>& stop) {
  bool late = false;
  for (const int m : hardest_first(timetable, chosen)) {
    late = late || (stop && stop());
    insert(timetable, m, rng, Tables::Soft, late ? 0 : std::numeric_limits<int>::max());
    timetable.forget();
  }
  balance(timetable);
}

// Bounds the wants beside the musts and promises of the plan.
void bound_wants(const Problem& problem, Answer& answer) {
  const Worth& worth = answer.worth;
  answer.want_weights = weights(problem);
  const auto beside = [&](std::int64_t bound, const Weights& of) {
    return bound - worth.musts * of.must - worth.promised * of.promise;
  };
  answer.want_bound = beside(answer.bound, answer.want_weights);
  if (answer.bound - worth.value < answer.want_weights.promise) return;
  std::int64_t dearest = 1;
  std::int64_t all = 0;
  for (const Meeting& it : problem.meetings) {
    dearest = std::max(dearest, it.points);
    all += it.points;
  }
  answer.want_weights = {.must = 4 * dearest, .promise = 4 * dearest};
  answer.want_prices = prices_for(Timetable(problem), answer.want_weights);
  const auto bound = proven_bound(problem, answer.want_prices, answer.want_weights).value();
  answer.want_bound = std::min({all, answer.want_bound, beside(bound, answer.want_weights)});
}

}  // namespace

Answer solve(const Problem& problem, const Options& options, const std::function<bool()>& stop,
             const std::function<void(const Progress&)>& on_progress) {
  Answer answer;
  answer.conflicts = fixed_conflicts(problem);
  if (!answer.conflicts.empty()) {
    answer.status = Answer::Status::Infeasible;
    return answer;
  }
  Timetable timetable(problem);
  base::Rng rng(options.seed);
  const auto report = [&](int permille_done) {
    if (on_progress) on_progress({timetable.value(), answer.bound, permille_done});
  };
  const Selection selection = select(timetable);
  answer.prices = selection.prices;
  answer.bound = proven_bound(problem, answer.prices).value();
  report(200);
  place_all(timetable, selection.chosen, rng, stop);
  report(500);
  improve_value(timetable, answer.prices, answer.bound, options.rounds, rng, stop);
  report(800);
  reduce_breaks(timetable, options.rounds, rng, stop);
  answer.plan = number_tables(timetable);
  answer.worth = check(problem, answer.plan).worth;
  bound_wants(problem, answer);
  if (answer.bound == answer.worth.value) answer.status = Answer::Status::Optimal;
  report(1000);
  return answer;
}

}  // namespace kontor::engine::fair
