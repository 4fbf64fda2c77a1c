// How long the questions "why not" and "what change grants it" take, and whether every answer
// holds: the causes are taken away, the change is made and verified.
#include "planning/why.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fmt/format.h>
#include <functional>
#include <set>

#include "base/hash.h"
#include "cli/demo/read_demo.h"
#include "engine/timetable/causes.h"
#include "engine/timetable/check.h"
#include "engine/timetable/coaches.h"
#include "exchange/folder_write.h"
#include "planning/diff.h"
#include "planning/grant.h"
#include "planning/plan.h"
#include "planning/removal.h"
#include "planning/verify.h"

namespace {

using namespace kontor;

struct Times {
  std::vector<double> clock;      // milliseconds
  std::vector<double> processor;  // milliseconds of this process
};

void take(Times& times, const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  const std::clock_t used = std::clock();
  work();
  times.processor.push_back(1000.0 * static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC);
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
  times.clock.push_back(taken.count());
}

void report(const char* what, Times times) {
  if (times.clock.empty()) return;
  fmt::print("{:<16} {:>5}", what, times.clock.size());
  for (auto* row : {&times.processor, &times.clock}) {
    std::ranges::sort(*row);
    const auto at = [&](std::size_t percent) { return (*row)[(row->size() - 1) * percent / 100]; };
    fmt::print(" {:>8.1f} {:>8.1f} {:>8.1f}", at(50), at(95), row->back());
  }
  fmt::print("\n");
}

// Whether the two plans differ for those people only whom the change names, and whether it disturbs
// as many as it says.
bool does_what_it_says(const mission::Mission& mission, const mission::Plan& before,
                       const planning::Grant& change) {
  int disturbed = 0;
  for (const auto& person : planning::diff(mission, before, mission, change.plan)) {
    if (std::ranges::find(change.people, person.person, &planning::Moved::person) ==
        change.people.end())
      return false;
    disturbed += !std::ranges::all_of(person.changes, &planning::EngagementChange::minor);
  }
  return disturbed == change.disturbed;
}

namespace timetable = engine::timetable;

// Where a meeting might go: the slots that got a table, else where the engine says.
std::vector<timetable::Seating> places(const planning::Situation& situation,
                                       const timetable::MeetingWish& wish,
                                       const std::vector<std::pair<int, int>>& freed) {
  std::vector<timetable::Seating> out;
  for (const auto& [session, slot] : freed)
    for (const int first : situation.problem().seats[wish.first])
      for (const int second : situation.problem().seats[wish.second])
        out.push_back({situation.grid().first_slot[session] + slot, 0, first, second});
  if (!freed.empty()) return out;
  out.push_back(timetable::free_seating(situation.state(), wish.first, wish.second));
  if (out.back().slot < 0) out.clear();
  return out;
}

// Who comes to an activity by coach.
std::set<int> riders(const timetable::Problem& problem, const timetable::Solution& solution,
                     int activity) {
  std::set<int> people;
  for (const timetable::Duty& duty : solution.duties)
    if (duty.activity == activity) people.insert(duty.person);
  for (std::size_t w = 0; w < solution.attends.size(); ++w)
    if (solution.attends[w] && problem.attendances[w].activity == activity)
      people.insert(problem.attendances[w].person);
  std::erase_if(people, [&](int person) { return !timetable::rides(problem, activity, person); });
  return people;
}

// Gives activities coaches that nobody uses where their own are full; false where there are none.
bool seat_all(const timetable::Problem& problem, timetable::Solution& solution) {
  for (int activity = 0; activity < static_cast<int>(solution.coaches.size()); ++activity) {
    auto& coaches = solution.coaches[activity];
    int free = -static_cast<int>(riders(problem, solution, activity).size());
    for (const int coach : coaches) free += problem.coaches[coach].seats;
    for (int coach = 0; free < 0 && coach < static_cast<int>(problem.coaches.size()); ++coach) {
      const bool used = std::ranges::any_of(solution.coaches, [&](const std::vector<int>& of) {
        return std::ranges::find(of, coach) != of.end();
      });
      if (used) continue;
      coaches.push_back(coach);
      free += problem.coaches[coach].seats;
    }
    if (free < 0) return false;
    std::ranges::sort(coaches);
  }
  timetable::assign_coaches(problem, solution);
  return true;
}

// Whether the wish can be granted with nothing else moved once the facts are taken away, judged by
// the checker. Nothing: a fact cannot be taken away here, or the activity is not held.
std::optional<bool> fits_without(const planning::testing::World& world, int wish,
                                 const planning::Obstacles& facts) {
  planning::testing::World changed = world;
  for (const planning::Obstacle& fact : facts)
    if (!changed.remove(fact)) return std::nullopt;
  for (const auto& freed : changed.freed) ++changed.mission.sessions[freed.first].tables;
  const planning::Situation situation(changed.mission, changed.plan);
  const auto item = situation.item(situation.wish(world.mission.wishes[wish].id));
  if (!item) return false;
  timetable::Solution solution = situation.state().solution();
  const auto& problem = situation.problem();
  const std::size_t amiss = timetable::check(problem, solution).violations.size();
  const auto sound = [&] { return timetable::check(problem, solution).violations.size() <= amiss; };
  if (item->kind == timetable::Kind::Meeting) {
    const auto all = places(situation, problem.meetings[item->index], changed.freed);
    return std::ranges::any_of(all, [&](const timetable::Seating& seating) {
      solution.meetings[item->index] = seating;
      return sound();
    });
  }
  const auto& asked = problem.attendances[item->index];
  if (solution.options[asked.activity] < 0) return std::nullopt;
  solution.attends[item->index] = true;
  if (!seat_all(problem, solution)) return false;
  return sound();
}

// How many causes were tried, and how many sets are false or not minimal.
struct Trials {
  std::size_t causes = 0, not_tried = 0, wrong = 0;

  void add(const planning::testing::World& world, int wish, const planning::Obstacles& facts) {
    const auto whole = fits_without(world, wish, facts);
    if (!whole) {
      not_tried += facts.size();
      return;
    }
    causes += facts.size();
    if (!*whole) refute(world, wish, facts, "is not all");
    for (std::size_t left = 0; left < facts.size(); ++left) {
      planning::Obstacles part = facts;
      part.erase(part.begin() + static_cast<std::ptrdiff_t>(left));
      if (fits_without(world, wish, part).value_or(false)) refute(world, wish, part, "is enough");
    }
  }

  void refute(const planning::testing::World& world, int wish, const planning::Obstacles& facts,
              const char* what) {
    ++wrong;
    fmt::print("{}:", world.mission.wishes[wish].id.value);
    for (const planning::Obstacle& fact : facts) fmt::print(" {}", mission::word(fact.kind));
    fmt::print(" {}\n", what);
  }
};

// Asks for every open wish of a plan, at most `most`.
void measure(const char* name, const mission::Mission& mission, int iterations, std::size_t most) {
  const std::string hash = base::sha256(exchange::canonical_text(mission));
  const mission::Plan plan =
      planning::make_plan(mission, hash, {.seed = 1, .iterations = iterations}, {}, {});
  const planning::testing::World world{mission, plan, {}};
  Times whys, changes;
  Trials trials;
  std::size_t causes = 0, none = 0, proven = 0, wrong = 0, unknown = 0, people = 0;
  const planning::Situation all(mission, plan);
  auto open = planning::open_wishes(all);
  fmt::print("\n{}: {} wishes not granted\n", name, open.size());
  std::fflush(stdout);
  if (open.size() > most) open.resize(most);
  for (const int wish : open) {
    planning::Why why;
    take(whys, [&] {
      const planning::Situation situation(mission, plan);
      why = planning::why(situation, wish, planning::Knowledge::All);
    });
    causes += why.causes.size();
    trials.add(world, wish, why.causes);
    std::optional<planning::Grant> change;
    auto status = engine::timetable::RepairStatus::Found;
    take(changes, [&] {
      auto found = planning::cheapest_grant(all, wish);
      if (found)
        change = *std::move(found);
      else
        status = found.error();
    });
    if (!change) {
      ++none;
      unknown += status == engine::timetable::RepairStatus::Unknown;
      continue;
    }
    if (change->disturbed == change->least_disturbed) ++proven;
    people += change->people.size();
    const bool granted =
        std::ranges::find(change->gained, mission.wishes[wish].id) != change->gained.end();
    if (!granted || !planning::verify(mission, change->plan, hash).empty() ||
        !does_what_it_says(mission, plan, *change))
      ++wrong;
  }
  fmt::print("{:<16} {:>5} {:>26} {:>26}\n{:<22}", "", "", "processor ms", "clock ms", "");
  for (int i = 0; i < 2; ++i) fmt::print(" {:>8} {:>8} {:>8}", "p50", "p95", "max");
  fmt::print("\n");
  report("why", whys);
  report("cheapest change", changes);
  fmt::print("causes taken away {}, not tried {}; sets that are false or not minimal {}\n",
             trials.causes, trials.not_tried, trials.wrong);
  const std::size_t found = open.size() - none;
  fmt::print(
      "causes a wish {:.2f}; changes {} of {} ({} unknown), people a change {:.1f}, proven least "
      "{}; "
      "refused by the verifier {}\n",
      open.empty() ? 0.0 : static_cast<double>(causes) / static_cast<double>(open.size()), found,
      open.size(), unknown,
      found == 0 ? 0.0 : static_cast<double>(people) / static_cast<double>(found), proven, wrong);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  for (const int seed : {2, 3}) {
    const auto other = cli::demo::read_demo(argv[1], seed);
    if (!other) return 2;
    measure(fmt::format("California demo, seed {}", seed).c_str(), *other, 15'000, 200);
  }
  const auto mission = cli::demo::read_demo(argv[1]);
  if (!mission) return 2;
  measure("California demo", *mission, 15'000, 200);
}
