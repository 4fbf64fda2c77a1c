// Plans a mission folder for several seeds: how value and bound approach each other in time.
#include <chrono>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <optional>
#include <sys/resource.h>

#include "exchange/folder_read.h"
#include "planning/plan.h"
#include "planning/verify.h"

namespace {

using namespace kontor;

const std::string no_hash(64, '0');  // the hash of the input is not what is measured

// A run until value and bound were first known, first within one per cent, and over.
struct Run {
  std::optional<double> first_seconds;
  std::optional<double> one_percent_seconds;
  double seconds = 0;
};

double now() {
  const auto since = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(since).count();
}

double gap_percent(std::int64_t value, std::int64_t bound) {
  return bound > 0 ? 100.0 * static_cast<double>(bound - value) / static_cast<double>(bound) : 0;
}

mission::Plan plan(const mission::Mission& mission, std::uint64_t seed, Run& run,
                   std::ofstream& csv) {
  const double begin = now();
  auto out = planning::make_plan(mission, no_hash, {.seed = seed}, {}, [&](const auto& progress) {
    const double seconds = now() - begin;
    const double gap = gap_percent(progress.value, progress.bound);
    if (!run.first_seconds) run.first_seconds = seconds;
    if (gap <= 1 && !run.one_percent_seconds) run.one_percent_seconds = seconds;
    csv << fmt::format("{},{:.4f},{},{},{:.5f}\n", seed, seconds, progress.value, progress.bound,
                       gap);
  });
  run.seconds = now() - begin;
  return out;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void print(const mission::Mission& mission, const mission::Plan& plan, const Run& run) {
  const double begin = now();
  const auto faults = planning::verify(mission, plan, no_hash).size();
  std::cout << fmt::format(
      "{:>4} {:>10.3f} {:>12.3f} {:>8.2f} {:>11} {:>11} {:>9.4f} {:>9} {:>11} {:>8.2f} {:>6.0f}\n",
      plan.seed, run.first_seconds.value_or(run.seconds),
      run.one_percent_seconds.value_or(run.seconds), run.seconds, plan.score.value,
      plan.score.bound, gap_percent(plan.score.value, plan.score.bound),
      fmt::format("{}/{}", plan.score.musts_placed, plan.score.musts_asked),
      fmt::format("{}/{}", plan.score.wants_placed, plan.score.wants_asked), now() - begin,
      peak_megabytes());
  if (faults > 0) std::cout << fmt::format("  {} faults in the plan\n", faults);
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "usage: bench_mission FOLDER CSV\n";
    return 2;
  }
  const auto mission = exchange::read_folder(words[1]);
  if (!mission) {
    std::cerr << "the folder has faults; `kontor start --mission` names them\n";
    return 2;
  }
  std::ofstream csv(words[2]);
  csv << "seed,seconds,value,bound,gap_percent\n";
  std::cout << "seed first plan  within 1 %        s       value       bound     gap %     musts"
               "       wants verify s     MB\n";
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    Run run;
    const auto planned = plan(*mission, seed, run, csv);
    print(*mission, planned, run);
  }
}
