// Plans one timetable that is written as plain numbers: bench_programme ITERATIONS < FILE.
// bench/programme/instances.py writes such files from public instances; their lines are
//   places N MINUTES            of the way between any two, if no `pair` follows
//   people N
//   rooms N
//   pair A B MINUTES            the way between two places
//   absence PERSON FROM TO
//   activity MINUTES            then its options and required people follow
//   option START ROOM PLACE PLACES      room -1: none
//   required PERSON
//   most PERSON N               activities in a day
//   wish PERSON ACTIVITY POINTS
// Prints value, bound, seconds of processor until the first and the last plan, how many activities
// are held, and what was chosen: "option A O", "attends PERSON ACTIVITY".
#include <charconv>
#include <ctime>
#include <fmt/format.h>
#include <iostream>
#include <sstream>
#include <string>

#include "engine/timetable/check.h"
#include "engine/timetable/solve.h"

namespace {

using namespace kontor::engine::timetable;

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void add_limit(Problem& problem, int person, int most) {
  Rule rule;
  rule.kind = RuleKind::AtMostADay;
  rule.people = {person};
  rule.most = most;
  problem.rules.push_back(std::move(rule));
}

void read_line(const std::string& word, std::istream& in, Problem& problem) {
  int a = 0, b = 0, c = 0, d = 0;
  in >> a >> b >> c >> d;
  if (word == "places") {
    problem.places.assign(a, {0});
    problem.travel_minutes.assign(a, std::vector<int>(a, b));
    for (int p = 0; p < a; ++p) problem.travel_minutes[p][p] = 0;
  } else if (word == "pair") {
    problem.travel_minutes[a][b] = problem.travel_minutes[b][a] = c;
  } else if (word == "people") {
    problem.people.assign(a, {-1, {0}, {}});  // of no organisation: fairness is not compared
  } else if (word == "rooms") {
    problem.rooms = a;
  } else if (word == "absence") {
    problem.people[a].absences.push_back({b, c});
  } else if (word == "activity") {
    problem.activities.push_back({a, {}, {}, {}});
  } else if (word == "option") {
    problem.activities.back().options.push_back({a, b, c, d});
  } else if (word == "required") {
    problem.activities.back().required.push_back(a);
  } else if (word == "most") {
    add_limit(problem, a, b);
  } else if (word == "wish") {
    problem.attendances.push_back({a, b, c, 0});
    problem.must_points += c;
  }
}

Problem read(std::istream& in) {
  Problem problem;
  problem.legs = {{0}};
  problem.must_points = 1;
  for (std::string text; std::getline(in, text);) {
    std::istringstream line(text);
    std::string word;
    line >> word;
    read_line(word, line, problem);
  }
  for (Rule& rule : problem.rules) rule.covers.assign(problem.activities.size(), 1);
  return problem;
}

void print(const Problem& problem, const Result& result) {
  for (std::size_t a = 0; a < problem.activities.size(); ++a)
    if (result.solution.options[a] >= 0)
      std::cout << fmt::format("option {} {}\n", a, result.solution.options[a]);
  for (std::size_t w = 0; w < problem.attendances.size(); ++w)
    if (result.solution.attends[w])
      std::cout << fmt::format("attends {} {}\n", problem.attendances[w].person,
                               problem.attendances[w].activity);
}

}  // namespace

int main(int count, char** words) {
  int iterations = 0;
  const std::string_view text = count == 2 ? words[1] : "";
  std::from_chars(text.data(), text.data() + text.size(), iterations);
  if (iterations <= 0) {
    std::cerr << "usage: bench_programme ITERATIONS < FILE\n";
    return 2;
  }
  const Problem problem = read(std::cin);
  const double begin = processor_seconds();
  double first = -1;
  const Result result = solve(problem, {1, iterations}, {}, [&](const Progress&) {
    if (first < 0) first = processor_seconds() - begin;
  });
  const double all = processor_seconds() - begin;
  const auto faults = check(problem, result.solution).violations.size();
  std::cout << fmt::format("value {}\nbound {}\nfirst {:.3f}\nseconds {:.3f}\nfaults {}\n",
                           result.worth.points, result.bound, first, all, faults);
  print(problem, result);
}
