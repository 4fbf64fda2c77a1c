// kontor-verify FOLDER: re-adds everything of a published plan. docs/plan-file.md says what.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "judge.h"

namespace kontor_verify {
namespace {

// plan.txt and the files of the mission; others are left alone.
Files read_files(const std::filesystem::path& folder, Report& report) {
  Files out;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::filesystem::path path = entry.path();
    const std::string name = path.filename().string();
    if (name != "plan.txt" && path.extension() != ".toml" && path.extension() != ".csv") continue;
    std::ifstream file(path, std::ios::binary);
    if (std::filesystem::file_size(path, error) > 64 << 20 || !file)
      report.fault(name, "cannot be read");
    else
      out[name].assign(std::istreambuf_iterator<char>(file), {});
  }
  return out;
}

int run(const std::filesystem::path& folder) {
  const auto begin = std::chrono::steady_clock::now();
  Report report;
  Files files = read_files(folder, report);
  const std::string plan = std::move(files["plan.txt"]);
  files.erase("plan.txt");
  PlanText text;
  if (report.count == 0 && read_plan_text(plan, text, report)) {
    verify_input(text, files, report);
    const std::size_t before = report.count;
    const Mission mission = read_mission(files, report);
    if (report.count == before) judge(mission, text, report);
  }
  for (const std::string& line : report.lines) std::fprintf(stderr, "%s\n", line.c_str());
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  if (report.count > 0)
    std::fprintf(stderr, "REFUSED: %zu faults, in %.2f s\n", report.count, seconds.count());
  else
    std::printf("VERIFIED version %s, input %.16s, plan.txt %.16s, in %.2f s\n",
                single(text, "version").c_str(), single(text, "input").c_str(),
                sha256(plan).c_str(), seconds.count());
  return report.count > 0 ? 2 : 0;
}
}  // namespace
}  // namespace kontor_verify

int main(int argc, char** argv) {
  if (argc == 2) return kontor_verify::run(argv[1]);
  std::fprintf(stderr, "Usage: kontor-verify FOLDER\n");
  return 2;
}
