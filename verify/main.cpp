// kontor-verify FOLDER: re-adds everything of a published plan. docs/plan-file.md says what.
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "rules.h"
#include "text.h"

namespace kontor_verify {

namespace {

namespace fs = std::filesystem;

constexpr std::array input_files{"activities.toml",    "agreements.toml", "announcements.toml",
                                 "figures.toml",       "mission.toml",    "offices.toml",
                                 "organisations.toml", "people.toml",     "sessions.toml",
                                 "venues.toml",        "wishes.csv"};
constexpr std::uintmax_t largest_file = 64 << 20;

bool read_file(const fs::path& path, std::string& out, Report& report) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  std::ifstream file(path, std::ios::binary);
  if (!error && file && size <= largest_file)
    out.assign(std::istreambuf_iterator<char>(file), {});
  else
    report.fault(path.filename().string(), error || !file ? "cannot be read" : "is too large");
  return !error && file && size <= largest_file;
}

Files read_input(const fs::path& folder, Report& report) {
  Files out;
  for (const std::string name : input_files)
    if (fs::exists(folder / name)) read_file(folder / name, out[name], report);
  for (const auto& entry : fs::directory_iterator(folder))
    if (const fs::path path = entry.path();
        path.extension() == ".toml" || path.extension() == ".csv")
      if (!out.contains(path.filename().string()))
        report.fault(path.filename().string(), "is no part of a mission");
  return out;
}

void judge(const Mission& mission, const PlanText& text, Report& report) {
  Plan plan;
  const std::size_t before = report.count;
  read_plan(text, mission, plan, report);
  const Prices prices = read_prices(mission, text, report);
  if (report.count > before) return;  // what is not understood cannot be judged
  const Schedule schedule(mission, plan);
  const Judged judged{mission, plan, schedule, report};
  if (text.single("mission") != mission.key)
    report.fault("plan.txt mission", "is another one", text.single("mission"), mission.key);
  verify_programme(judged);
  verify_attendances(judged);
  verify_meetings(judged);
  verify_days(judged);
  const auto granted = verify_wishes(judged);
  const std::int64_t bound = add_up_bound(judged, prices);
  verify_score(judged, granted, bound, text);
  if (report.count > 0) return;
  std::printf(
      "%zu activities, %zu attendances, %zu meetings: nobody in two places, no rule broken\n"
      "value and every figure of the score re-added\n"
      "bound %lld re-added from %lld prices: no plan in which these activities take place "
      "is worth more\n",
      plan.placements.size(), plan.attendances.size(), plan.meetings.size(),
      static_cast<long long>(bound), static_cast<long long>(prices.count));
}

int run(const fs::path& folder) {
  const auto begin = std::chrono::steady_clock::now();
  Report report;
  std::string plan_file;
  PlanText text;
  if (read_file(folder / "plan.txt", plan_file, report) &&
      read_plan_text(plan_file, text, report)) {
    const Files files = read_input(folder, report);
    verify_input(text, files, report);
    const std::size_t before = report.count;
    const Mission mission = read_mission(files, report);
    if (report.count == before) judge(mission, text, report);
  }
  for (const Fault& fault : report.faults) std::fprintf(stderr, "%s\n", fault.line().c_str());
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  if (report.count > 0) {
    std::fprintf(stderr, "REFUSED: %zu faults, in %.2f s\n", report.count, seconds.count());
    return 2;
  }
  std::printf("VERIFIED version %s, input %.16s, plan.txt %.16s, in %.2f s\n",
              text.single("version").c_str(), text.single("input").c_str(),
              sha256(plan_file).c_str(), seconds.count());
  return 0;
}

}  // namespace

}  // namespace kontor_verify

int main(int argc, char** argv) {
  if (argc == 2) return kontor_verify::run(argv[1]);
  std::fprintf(stderr, "Usage: kontor-verify FOLDER\n");
  return 2;
}
