#include <cstdio>
#include <gtest/gtest.h>
#include <memory>

#include "engine/breaks/check.h"
#include "engine/breaks/claim.h"
#include "engine/breaks/lrat.h"
#include "engine/breaks/solve.h"
#include "engine/breaks_case.h"
#include "engine/drat_checker.h"
#include "engine/lrat_checker.h"

namespace kontor::engine::breaks {
namespace {

const Stop never = [] { return false; };

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

std::string text_of(std::FILE* file) {
  std::fflush(file);
  std::rewind(file);
  std::string text;
  for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) text += static_cast<char>(c);
  return text;
}

// The DRAT proof against `claim`; nothing where it is not refuted.
std::optional<std::string> proof_against(const Claim& claim) {
  const File file(std::tmpfile(), std::fclose);
  if (!refute(claim, file.get(), never)) return std::nullopt;
  return text_of(file.get());
}

// The same with its hints.
std::string hints_against(const Claim& claim, const std::string& proof) {
  const File drat(std::tmpfile(), std::fclose);
  const File lrat(std::tmpfile(), std::fclose);
  std::fputs(proof.c_str(), drat.get());
  std::rewind(drat.get());
  EXPECT_TRUE(to_lrat(claim.encoding.formula, drat.get(), lrat.get(), never));
  return text_of(lrat.get());
}

// The claim that there is a better answer.
Claim better_than(const Answer& answer, const Problem& problem) {
  if (answer.status == Answer::Status::Infeasible) return claim(problem, std::nullopt);
  return claim(problem, answer.breaks - 1);
}

TEST(BreaksClaim, IsRefutedByAProofThatAnIndependentCheckerAccepts) {
  int refuted = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const Problem problem = random_tiny(seed);
    const Answer answer = solve(problem, never, 1);
    if (answer.status == Answer::Status::Optimal && answer.breaks == 0) continue;
    const Claim better = better_than(answer, problem);
    const auto proof = proof_against(better);
    ASSERT_TRUE(proof.has_value()) << "seed " << seed;
    const auto fault = DratChecker().refutes(to_dimacs(better, problem), *proof);
    ASSERT_FALSE(fault.has_value()) << "seed " << seed << ": " << *fault;
    const std::string hints = hints_against(better, *proof);
    const auto wrong = LratChecker().refutes(to_dimacs(better, problem), hints);
    ASSERT_FALSE(wrong.has_value()) << "seed " << seed << ": " << *wrong;
    ++refuted;
  }
  EXPECT_GT(refuted, 60);
}

TEST(BreaksClaim, IsNotRefutedByAProofOfSomethingElse) {
  const Problem problem = plain(3, 5, 2, {{0, 1}, {1, 2}, {0, 2}});  // one has a break, or none can
  Problem tight = problem;
  tight.slots = 2;
  tight.session.assign(3, 0b11);
  const auto proof = proof_against(claim(tight, std::nullopt));
  ASSERT_TRUE(proof.has_value());
  EXPECT_TRUE(
      DratChecker().refutes(to_dimacs(claim(problem, std::nullopt), problem), *proof).has_value());
  EXPECT_TRUE(DratChecker().refutes(to_dimacs(claim(tight, std::nullopt), tight), "").has_value());
  const std::string hints = hints_against(claim(tight, std::nullopt), *proof);
  EXPECT_TRUE(
      LratChecker().refutes(to_dimacs(claim(problem, std::nullopt), problem), hints).has_value());
  EXPECT_TRUE(LratChecker().refutes(to_dimacs(claim(tight, std::nullopt), tight), "").has_value());
}

// Whether the claim has a model that places the meetings as `schedule` does.
bool allows(const Claim& claim, const Schedule& schedule) {
  Sat sat;
  sat.take(claim.encoding.formula);
  std::vector<Literal> placed;
  for (std::size_t m = 0; m < schedule.size(); ++m) {
    placed.push_back(claim.encoding.at[m][schedule[m]]);
    if (placed.back() == 0) return false;
  }
  return sat.solve(placed, never) == Sat::Answer::Yes;
}

TEST(BreaksClaim, HasAModelForExactlyTheSchedulesThatKeepIt) {
  int allowed = 0;
  int denied = 0;
  base::Rng rng(1);
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const Problem problem = random_tiny(seed);
    const int most = rng.between(0, 3);
    const Claim bounded = claim(problem, most);
    for (int draw = 0; draw < 200; ++draw) {
      Schedule schedule(problem.meetings.size());
      for (int& slot : schedule) slot = rng.between(0, problem.slots - 1);
      const Finding finding = check(problem, schedule);
      const bool keeps = finding.violations.empty() && finding.breaks <= most;
      if (!keeps && draw > 5) continue;
      ASSERT_EQ(allows(bounded, schedule), keeps) << "seed " << seed;
      ++(keeps ? allowed : denied);
    }
  }
  EXPECT_GT(allowed, 500);
  EXPECT_GT(denied, 500);
}

}  // namespace
}  // namespace kontor::engine::breaks
