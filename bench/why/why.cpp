// How long the questions "why not" and "what change grants it" take, and whether every answer
// holds: the change is made and verified.
#include "planning/why.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fmt/format.h>
#include <functional>

#include "base/hash.h"
#include "cli/demo/read_demo.h"
#include "exchange/folder_write.h"
#include "planning/diff.h"
#include "planning/grant.h"
#include "planning/plan.h"
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

// Asks for every open wish of a plan, at most `most`.
void measure(const char* name, const mission::Mission& mission, int iterations, std::size_t most) {
  const std::string hash = base::sha256(exchange::canonical_text(mission));
  const mission::Plan plan =
      planning::make_plan(mission, hash, {.seed = 1, .iterations = iterations}, {}, {});
  Times whys, changes;
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
    measure(fmt::format("California demo, seed {}", seed).c_str(), *other, 40'000, 200);
  }
  auto mission = cli::demo::read_demo(argv[1]);
  if (!mission) return 2;
  measure("California demo", *mission, 40'000, 200);
  // The same with a third of its tables, so that many wishes are left.
  for (auto& session : mission->sessions) session.tables = std::max(1, session.tables / 3);
  measure("California demo, tables / 3", *mission, 40'000, 100);
}
