#include "engine/timetable/repair.h"

#include <algorithm>

#include "engine/timetable/moves/insert.h"
#include "engine/timetable/repair/before.h"
#include "engine/timetable/repair/frame.h"
#include "engine/timetable/repair/locks.h"
#include "engine/timetable/repair/rebuild.h"

namespace kontor::engine::timetable {

namespace {

// People with an engagement that the problem rules out for them whatever the others do.
int unavoidable(const Problem& problem, const Grid& grid, const Before& before) {
  const auto impossible = [&](int person, const Done& done) {
    if (done.kind == Kind::Meeting) return grid.may_meet[person][done.where] == 0;
    return done.where < 0 || !present(problem, person, stay_of(problem, done.index, done.where));
  };
  int count = 0;
  for (int p = 0; p < static_cast<int>(problem.people.size()); ++p)
    count += before.counts(p) && std::ranges::any_of(before.of(p), [&](const Done& done) {
               return impossible(p, done);
             });
  return count;
}

// Options for the activities that were held: as before where that is possible, else the first that
// goes with what has been chosen.
std::vector<int> choose_options(const Problem& problem, const Solution& before) {
  const int activities = static_cast<int>(problem.activities.size());
  std::vector<char> held(problem.activities.size(), 0);
  for (int a = 0; a < activities; ++a) held[a] = before.options[a] >= 0;
  for (const Duty& duty : before.duties) held[duty.activity] = 1;
  for (std::size_t w = 0; w < before.attends.size(); ++w)
    if (before.attends[w]) held[problem.attendances[w].activity] = 1;
  std::vector<int> options(problem.activities.size(), -1);
  const auto fits = [&](int a) {
    for (int b = 0; b < activities; ++b)
      if (b != a && !agree(problem, options, a, b)) return false;
    return true;
  };
  const auto take = [&](int a, int option) {
    if (options[a] >= 0 || !possible_alone(problem, a, option)) return;
    options[a] = option;
    if (!fits(a)) options[a] = -1;
  };
  for (int a = 0; a < activities; ++a)
    if (before.options[a] >= 0) take(a, before.options[a]);
  for (int a = 0; a < activities; ++a)
    for (int o = 0; held[a] && o < static_cast<int>(problem.activities[a].options.size()); ++o)
      take(a, o);
  return options;
}

}  // namespace

std::vector<Alternative> repair(const Problem& problem, const Grid& grid, const Solution& solution,
                                const RepairDemand& demand, const RepairOptions& options,
                                const std::function<bool()>&) {
  const Before before(problem, solution, demand.newcomers, options.disturbance);
  const Locks locks = find_locks(problem, grid, solution, demand);
  State state(problem, grid);
  const std::vector<int> chosen = choose_options(problem, solution);
  for (std::size_t a = 0; a < chosen.size(); ++a)
    if (locks.activities[a] && chosen[a] != solution.options[a]) return {};
  if (!rebuild(state, make_frame(problem, solution, chosen), solution, locks)) return {};
  base::Rng rng(options.seed);
  Frozen frozen{locks.meetings, locks.attendances, locks.activities, {}};
  for (const Item item : demand.grant) {
    state.freeze(frozen);
    if (!state.granted(item) && !moves::insert(state, item, 0, rng)) return {};
    (item.kind == Kind::Meeting ? frozen.meetings : frozen.attendances)[item.index] = 1;
  }
  Alternative out{state.solution(), state.worth(), before.disturbed(state),
                  unavoidable(problem, grid, before)};
  keep_tables(problem, grid, solution, out.solution);
  return {out};
}

}  // namespace kontor::engine::timetable
