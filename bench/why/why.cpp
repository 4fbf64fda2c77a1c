// How long the questions "why not" and "what change grants it" take, and whether every answer
// holds: the change is made and verified.
#include "planning/why.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <functional>

#include "base/hash.h"
#include "cli/demo/read_demo.h"
#include "exchange/folder_write.h"
#include "planning/grant.h"
#include "planning/plan.h"
#include "planning/verify.h"

namespace {

using namespace kontor;

double milliseconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
  return taken.count();
}

void report(const char* what, std::vector<double> times) {
  if (times.empty()) return;
  std::ranges::sort(times);
  const auto at = [&](std::size_t percent) { return times[(times.size() - 1) * percent / 100]; };
  fmt::print("{:<28} {:>5} {:>9.1f} {:>9.1f} {:>9.1f}\n", what, times.size(), at(50), at(95),
             times.back());
}

// Asks for every open wish of a plan, at most `most`.
void measure(const char* name, const mission::Mission& mission, int iterations, std::size_t most) {
  const std::string hash = base::sha256(exchange::canonical_text(mission));
  const mission::Plan plan =
      planning::make_plan(mission, hash, {.seed = 1, .iterations = iterations}, {}, {});
  std::vector<double> whys, changes;
  std::size_t causes = 0, none = 0, proven = 0, wrong = 0, people = 0;
  const planning::Situation all(mission, plan);
  auto open = planning::open_wishes(all);
  fmt::print("\n{}: {} wishes not granted\n", name, open.size());
  if (open.size() > most) open.resize(most);
  for (const int wish : open) {
    planning::Why why;
    whys.push_back(milliseconds([&] {
      const planning::Situation situation(mission, plan);
      why = planning::why(situation, wish, planning::Knowledge::All);
    }));
    causes += why.causes.size();
    std::optional<planning::Grant> change;
    changes.push_back(milliseconds([&] { change = planning::cheapest_grant(all, wish); }));
    if (!change) {
      ++none;
      continue;
    }
    if (change->disturbed == change->least_disturbed) ++proven;
    people += change->people.size();
    const bool granted =
        std::ranges::find(change->gained, mission.wishes[wish].id) != change->gained.end();
    if (!granted || !planning::verify(mission, change->plan, hash).empty()) ++wrong;
  }
  fmt::print("{:<28} {:>5} {:>9} {:>9} {:>9}\n", "milliseconds", "n", "p50", "p95", "max");
  report("why", whys);
  report("cheapest change", changes);
  const std::size_t found = open.size() - none;
  fmt::print(
      "causes a wish {:.2f}; changes {} of {}, people a change {:.1f}, proven least {}; "
      "refused by the verifier {}\n",
      open.empty() ? 0.0 : static_cast<double>(causes) / static_cast<double>(open.size()), found,
      open.size(), found == 0 ? 0.0 : static_cast<double>(people) / static_cast<double>(found),
      proven, wrong);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  auto mission = cli::demo::read_demo(argv[1]);
  if (!mission) return 2;
  measure("California demo", *mission, 40'000, 200);
  // The same with a third of its tables, so that many wishes are left.
  for (auto& session : mission->sessions) session.tables = std::max(1, session.tables / 3);
  measure("California demo, tables / 3", *mission, 40'000, 100);
}
