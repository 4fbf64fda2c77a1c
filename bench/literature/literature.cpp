// Solves every .dzn file of a folder and compares with published.csv beside them, where it is.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>

#include "engine/breaks/check.h"
#include "engine/breaks/solve.h"
#include "exchange/dzn_read.h"
#include "planning/meeting_problem_engine.h"

namespace {

using namespace kontor;
using engine::breaks::Answer;

struct Published {
  std::string optimum;
  std::string seconds;
};

struct Settings {
  std::filesystem::path folder;
  std::filesystem::path csv;
  int fairness = 2;
  double seconds = 60;
};

struct Row {
  std::string file;
  std::string result;  // breaks, "infeasible" or "10 >= 7" where nothing is proven
  bool proven = false;
  Published published;
  double seconds = 0;    // of clock
  double processor = 0;  // seconds of all threads
};

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// file,fairness_d,optimum_breaks,maxsat_seconds
std::map<std::string, Published> read_published(const Settings& settings) {
  std::map<std::string, Published> published;
  std::istringstream lines(read(settings.folder / "published.csv"));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream fields(line);
    std::string file, fairness, optimum, seconds;
    std::getline(fields, file, ',');
    std::getline(fields, fairness, ',');
    std::getline(fields, optimum, ',');
    std::getline(fields, seconds, ',');
    if (fairness == std::to_string(settings.fairness)) published[file] = {optimum, seconds};
  }
  return published;
}

std::string result(const engine::breaks::Problem& problem, const Answer& answer) {
  if (answer.status == Answer::Status::Infeasible) return "infeasible";
  if (!answer.schedule) return fmt::format("none >= {}", answer.bound);
  const auto finding = engine::breaks::check(problem, *answer.schedule);
  if (!finding.violations.empty() || finding.breaks != answer.breaks) return "WRONG";
  if (answer.status == Answer::Status::Optimal) return std::to_string(answer.breaks);
  return fmt::format("{} >= {}", answer.breaks, answer.bound);
}

Row solve(const std::filesystem::path& path, const Settings& settings) {
  Row row{path.filename().string(), "unreadable", false, {}, 0, 0};
  const auto begin = std::chrono::steady_clock::now();
  const double processor_before = processor_seconds();
  const auto elapsed = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  const auto event = exchange::read_dzn(read(path), row.file);
  if (!event) return row;
  const auto problem = planning::to_breaks_problem(*event, settings.fairness);
  const auto stop = [&] { return elapsed() >= settings.seconds; };
  const Answer answer = engine::breaks::solve(problem, stop, 1);
  row.seconds = elapsed();
  row.processor = processor_seconds() - processor_before;
  row.result = result(problem, answer);
  row.proven =
      answer.status == Answer::Status::Optimal || answer.status == Answer::Status::Infeasible;
  return row;
}

bool disagrees(const Row& row) {
  return row.result == "WRONG" || row.result == "unreadable" ||
         (row.proven && !row.published.optimum.empty() && row.result != row.published.optimum);
}

void print(const Row& row) {
  fmt::print("{:36} {:>12} {:>12} {:>10.3f} {:>10.3f} {:>12}{}\n", row.file, row.result,
             row.published.optimum, row.seconds, row.processor, row.published.seconds,
             disagrees(row) ? "  DISAGREES" : "");
  std::fflush(stdout);
}

int run(const Settings& settings) {
  const auto published = read_published(settings);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(settings.folder))
    if (entry.path().extension() == ".dzn") files.push_back(entry.path());
  std::ranges::sort(files);
  std::ofstream csv(settings.csv);
  csv << "file,fairness,result,proven,published,seconds,processor_seconds,published_seconds\n";
  fmt::print("{:36} {:>12} {:>12} {:>10} {:>10} {:>12}\n",
             fmt::format("fairness {}", settings.fairness), "breaks", "published", "clock s",
             "cpu s", "published s");
  Row sum, worst;
  double published_sum = 0;
  int proven = 0, wrong = 0;
  for (const std::filesystem::path& file : files) {
    Row row = solve(file, settings);
    if (const auto found = published.find(row.file); found != published.end())
      row.published = found->second;
    print(row);
    csv << fmt::format("{},{},{},{},{},{:.3f},{:.3f},{}\n", row.file, settings.fairness, row.result,
                       row.proven, row.published.optimum, row.seconds, row.processor,
                       row.published.seconds);
    sum.seconds += row.seconds;
    sum.processor += row.processor;
    worst.seconds = std::max(worst.seconds, row.seconds);
    worst.processor = std::max(worst.processor, row.processor);
    published_sum += std::atof(row.published.seconds.c_str());
    proven += row.proven ? 1 : 0;
    wrong += disagrees(row) ? 1 : 0;
  }
  fmt::print("{} files, {} proven, {} disagree with what is published\n", files.size(), proven,
             wrong);
  fmt::print("sum: {:.1f} s of clock, {:.1f} s of processors; published {:.1f} s\n", sum.seconds,
             sum.processor, published_sum);
  fmt::print("worst: {:.1f} s of clock, {:.1f} s of processors\n", worst.seconds, worst.processor);
  return wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::cerr << "bench_literature FOLDER RESULTS.csv [FAIRNESS] [SECONDS EACH]\n";
    return 2;
  }
  Settings settings{words[1], words[2], 2, 60};
  if (count > 3) settings.fairness = std::atoi(words[3]);
  if (count > 4) settings.seconds = std::atof(words[4]);
  if (!std::filesystem::is_directory(settings.folder)) {
    std::cerr << settings.folder << " is no folder\n";
    return 2;
  }
  return run(settings);
}
