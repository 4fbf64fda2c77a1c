// kontor-verify-fair re-adds what the search and its checker say, and refuses what was changed.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/hash.h"
#include "engine/fair/solve.h"
#include "exchange/fair_plan_write.h"
#include "exchange/fair_read.h"
#include "exchange/fair_write.h"
#include "planning/fair_plan.h"
#include "planning/fair_translate.h"
#include "verify/made_fair.h"

namespace kontor {
namespace {

namespace fs = std::filesystem;
using engine::fair::Answer;

struct Said {
  int code = -1;
  std::string text;
};

Said verify(const std::string& plan, const std::string& fair = "") {
  const fs::path folder =
      fs::path(testing::TempDir()) / ("kontor_fair_" + std::to_string(getpid()));
  fs::create_directories(folder);
  std::ofstream(folder / "plan", std::ios::binary) << plan;
  std::ofstream(folder / "fair", std::ios::binary) << fair;
  const std::string command = std::string(KONTOR_VERIFY_FAIR) + " " + (folder / "plan").string() +
                              " " + (fair.empty() ? "" : (folder / "fair").string()) + " >" +
                              (folder / "said").string() + " 2>&1";
  const int status = std::system(command.c_str());
  std::ifstream in(folder / "said");
  Said said{WIFEXITED(status) ? WEXITSTATUS(status) : -1, {std::istreambuf_iterator<char>(in), {}}};
  fs::remove_all(folder);
  return said;
}

// The plan file of a fair; nothing where its demands contradict each other.
std::string planned(const mission::Fair& written) {
  const std::string text = exchange::write_fair(written, "made up");
  const auto fair = exchange::read_fair(text, "made.fair");
  EXPECT_TRUE(fair.has_value());
  const auto translation = planning::translate(*fair);
  const Answer answer = engine::fair::solve(translation.problem, {}, {}, {});
  if (!translation.fixed_nevers.empty() || answer.plan.empty()) return "";
  return exchange::write_fair_plan(*fair, planning::plan_of(translation.problem, answer, 1), text);
}

// The plan with its fair, as text; sealed again it has the digest, hash and size of what it says.
struct Opened {
  std::string plan, fair;

  explicit Opened(const std::string& text) {
    const std::size_t digest = text.find("\ndigest ");
    const std::size_t begin = text.find('\n', text.find("\nfair ", digest) + 1);
    plan = text.substr(0, digest + 1);
    fair = text.substr(begin + 1);
  }
  std::string sealed(bool forge_input = false) const {
    std::string body = plan;
    if (forge_input) {
      const std::size_t at = body.find("\ninput ") + 7;
      body.replace(at, 64, base::sha256(fair));
    }
    return body + "digest " + base::sha256(body) + "\nfair " + std::to_string(fair.size()) + "\n" +
           fair;
  }
};

// Line `number`, from 1, of `text` changed by `change`.
std::string with_line(std::string text, int number,
                      const std::function<std::string(std::string)>& change) {
  std::size_t begin = 0;
  for (int i = 1; i < number; ++i) begin = text.find('\n', begin) + 1;
  const std::size_t end = text.find('\n', begin);
  return text.replace(begin, end - begin, change(text.substr(begin, end - begin)));
}

// The number of the first line that starts with `start`, from 1.
int line_of(const std::string& text, const std::string& start) {
  const std::size_t at = text.find("\n" + start);
  EXPECT_NE(at, std::string::npos) << start;
  return 2 + static_cast<int>(
                 std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

// Adds 1 to the last number of a line.
std::string one_more(std::string line) {
  const std::size_t at = line.rfind(' ') + 1;
  return line.substr(0, at) + std::to_string(std::stoll(line.substr(at)) + 1);
}

std::string sample() {
  for (std::uint64_t seed = 900;; ++seed) {
    const std::string plan = planned(verifying::made_fair(seed));
    if (plan.find("\nstatus optimal") != std::string::npos &&
        plan.find("\nmeeting ") < plan.size() && plan.find("\nprice ") < plan.size())
      return plan;
  }
}

TEST(VerifyFair, AgreesWithTheCheckerOnFairsWithEveryRule) {
  int verified = 0;
  for (std::uint64_t seed = 1; seed <= 250; ++seed) {
    const std::string plan = planned(verifying::made_fair(seed));
    if (plan.empty()) continue;
    const Said said = verify(plan);
    ASSERT_EQ(said.code, 0) << "seed " << seed << "\n" << said.text;
    ++verified;
  }
  EXPECT_GT(verified, 150);
}

TEST(VerifyFair, RefusesEveryChangedFigureWithItsLine) {
  const Opened opened(sample());
  for (const char* name : {"value", "bound", "promised", "musts", "points", "points_bound",
                           "meetings", "broken_promises", "least_share", "least_share_bound",
                           "breaks", "breaks_bound", "table_changes"}) {
    Opened changed = opened;
    const int line = line_of(opened.plan, std::string(name) + " ");
    changed.plan = with_line(opened.plan, line, one_more);
    const Said said = verify(changed.sealed());
    EXPECT_EQ(said.code, 2) << name;
    EXPECT_NE(said.text.find("plan:" + std::to_string(line) + ": " + name), std::string::npos)
        << name << "\n"
        << said.text;
  }
}

TEST(VerifyFair, RefusesAChangedMeetingPriceWeightAndStatusEvenIfSealedAgain) {
  const Opened opened(sample());
  const auto expect_refused = [&](const std::string& plan, const std::string& what) {
    Opened changed = opened;
    changed.plan = plan;
    const Said said = verify(changed.sealed());
    EXPECT_EQ(said.code, 2) << what;
    EXPECT_NE(said.text.find("plan"), std::string::npos) << what;
  };
  const int meeting = line_of(opened.plan, "meeting ");
  const auto cut = [](const std::string&) { return std::string("# gone"); };
  const auto again = [](const std::string& line) { return line + "\n" + line; };
  expect_refused(with_line(opened.plan, meeting, cut), "a meeting left out");
  expect_refused(with_line(opened.plan, meeting, again), "a meeting twice");
  expect_refused(with_line(opened.plan, meeting,
                           [](std::string line) {
                             const std::size_t table = line.rfind(' ');
                             const std::size_t slot = line.rfind(' ', table - 1) + 1;
                             return line.substr(0, slot) + "99" + line.substr(table);
                           }),
                 "a meeting in no slot");
  expect_refused(with_line(opened.plan, line_of(opened.plan, "certificate "), one_more),
                 "a weight");
  expect_refused(with_line(opened.plan, line_of(opened.plan, "status "),
                           [](const std::string&) { return std::string("status feasible"); }),
                 "a status");
  expect_refused(with_line(opened.plan, line_of(opened.plan, "certificate "), cut),
                 "no certificate");
  expect_refused(with_line(opened.plan, line_of(opened.plan, "price "),
                           [](const std::string& line) {
                             return line.substr(0, line.rfind(' ')) + " 999999999";
                           }),
                 "a price");
}

TEST(VerifyFair, RefusesAnyChangedByteThatWasNotSealedAgain) {
  const std::string plan = sample();
  base::Rng rng(1);
  for (int i = 0; i < 100; ++i) {
    std::string changed = plan;
    const std::size_t at = rng.below(changed.size());
    changed[at] = changed[at] == '1' ? '2' : '1';
    const Said said = verify(changed);
    EXPECT_EQ(said.code, changed == plan ? 0 : 2) << at << said.text;
  }
}

TEST(VerifyFair, RefusesAnotherFairEvenIfItsHashIsForged) {
  const Opened opened(sample());
  Opened changed = opened;
  const int wish = line_of(opened.fair, "wish ");
  changed.fair = with_line(opened.fair, wish, [](const std::string& line) {
    return line.ends_with("must") ? line.substr(0, line.rfind(' ')) + " 3"
                                  : line.substr(0, line.rfind(' ')) + " must";
  });
  const Said hashed = verify(changed.sealed());
  EXPECT_EQ(hashed.code, 2);
  EXPECT_NE(hashed.text.find("plan:2: the fair is another one"), std::string::npos) << hashed.text;
  EXPECT_EQ(verify(changed.sealed(true), opened.fair).code, 2);
  EXPECT_EQ(verify(opened.sealed(), opened.fair).code, 0);
}

TEST(VerifyFair, SurvivesRubbish) {
  const std::string plan = sample();
  base::Rng rng(2);
  for (int i = 0; i < 100; ++i) {
    Opened opened(plan);
    std::string& text = rng.chance(500) ? opened.plan : opened.fair;
    for (int changes = rng.between(1, 6); changes > 0; --changes) {
      const std::size_t at = rng.below(text.size());
      if (rng.chance(400))
        text.erase(at, rng.below(20));
      else if (rng.chance(500))
        text[at] = static_cast<char>(rng.below(256));
      else
        text.insert(at, text.substr(rng.below(text.size()), rng.below(30)));
    }
    const int code = verify(opened.sealed(true)).code;
    EXPECT_TRUE(code == 0 || code == 2) << opened.sealed(true) << verify(opened.sealed(true)).text;
  }
}

}  // namespace
}  // namespace kontor
