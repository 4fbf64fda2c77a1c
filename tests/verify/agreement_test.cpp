// kontor-verify and the verifier inside Kontor share no code; here they judge the same plans.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include "base/hash.h"
#include "base/rng.h"
#include "exchange/folder_write.h"
#include "exchange/plan_write.h"
#include "planning/made_mission.h"
#include "planning/plan.h"
#include "planning/verify.h"

namespace kontor {
namespace {

namespace fs = std::filesystem;
using mission::Mission;
using mission::Plan;

// The exit code of kontor-verify for a plan, sealed by the writer whatever it says.
int code_of(const Mission& mission, const Plan& plan) {
  const fs::path folder = fs::path(testing::TempDir()) / "kontor_agreement";
  exchange::write_plan_folder(mission, plan, folder);
  const std::string command = std::string(KONTOR_VERIFY) + " " + folder.string() + " >" +
                              (folder / "said").string() + " 2>&1";
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// A small mission, with coaches where the seed is even.
Mission mission_of(std::uint64_t seed) {
  Mission mission = planning::testing::make_mission(planning::testing::small, seed);
  if (seed % 2 == 0) planning::testing::add_transport(mission, seed);
  return mission;
}

std::string said() {
  std::ifstream in(fs::path(testing::TempDir()) / "kontor_agreement" / "said");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string hash_of(const Mission& mission) {
  return base::sha256(exchange::canonical_text(mission));
}

Plan plan_of(const Mission& mission, std::uint64_t seed) {
  return planning::make_plan(mission, hash_of(mission), {.seed = seed, .iterations = 300}, {}, {});
}

class Draw {
 public:
  explicit Draw(std::uint64_t seed) : rng_(seed) {}
  int below(std::size_t most) { return static_cast<int>(rng_.below(most)); }
  // An element of a list that is not empty.
  auto& of(auto& list) { return list[below(list.size())]; }
  void erase(auto& list) {
    if (!list.empty()) list.erase(list.begin() + below(list.size()));
  }

 private:
  base::Rng rng_;
};

// Spoils a plan in one of many ways; some leave it as it was, some are good plans still.
void spoil(const Mission& mission, Plan& plan, Draw& draw) {
  switch (draw.below(16)) {
    case 0:
      draw.of(plan.meetings).slot = draw.below(4);
      break;
    case 1:
      draw.of(plan.meetings).table = draw.below(5);
      break;
    case 2:
      draw.of(plan.meetings).first_person = draw.of(mission.people).id;
      break;
    case 3:
      draw.of(plan.meetings).second = draw.of(mission.organisations).id;
      break;
    case 4:
      draw.of(plan.meetings).session = draw.of(mission.sessions).id;
      break;
    case 5:
      draw.erase(plan.meetings);
      break;
    case 6:
      draw.erase(plan.attendances);
      break;
    case 7:
      draw.of(plan.attendances).person = draw.of(mission.people).id;
      break;
    case 8:
      draw.of(plan.attendances).wish = draw.of(mission.wishes).id;
      break;
    case 9:
      draw.of(plan.activities).starts_at.minute_of_day = 15 * draw.below(96);
      break;
    case 10:
      draw.of(plan.activities).room = draw.of(plan.activities).room;
      break;
    case 11:
      draw.erase(plan.unplaced);
      break;
    case 13:
      if (!mission.coaches.empty()) draw.of(plan.attendances).coach = draw.of(mission.coaches).id;
      break;
    case 14:
      draw.of(plan.attendances).coach = {};
      break;
    case 12:
      plan.score.value += draw.below(3) - 1;
      break;
    default:
      draw.erase(plan.unplaced_activities);
      break;
  }
}

TEST(KontorVerify, AcceptsEveryPlanThatThePlannerMakes) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Mission mission = mission_of(seed);
    const Plan plan = plan_of(mission, seed);
    ASSERT_TRUE(planning::verify(mission, plan, hash_of(mission)).empty()) << seed;
    EXPECT_EQ(code_of(mission, plan), 0) << "seed " << seed << "\n" << said();
  }
}

TEST(KontorVerify, RefusesWhateverTheVerifierInsideRefuses) {
  int refused = 0;
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    const Mission mission = mission_of(seed);
    const Plan good = plan_of(mission, seed);
    ASSERT_FALSE(good.meetings.empty() || good.attendances.empty() || good.activities.empty());
    Draw draw(seed);
    for (int round = 0; round < 12; ++round) {
      Plan plan = good;
      spoil(mission, plan, draw);
      const base::Issues issues = planning::verify(mission, plan, hash_of(mission));
      const int code = code_of(mission, plan);
      if (issues.empty()) continue;
      ++refused;
      EXPECT_EQ(code, 2) << "seed " << seed << ", round " << round << ": "
                         << base::sentence(issues[0]);
    }
  }
  EXPECT_GT(refused, 60);
}

TEST(KontorVerify, RefusesEveryOtherBound) {
  const Mission mission = planning::testing::make_mission(planning::testing::small, 3);
  Plan plan = plan_of(mission, 3);
  for (const int step : {-1, 1}) {
    plan.score.bound += step;
    EXPECT_EQ(code_of(mission, plan), 2);
    EXPECT_NE(said().find("score bound"), std::string::npos) << said();
    plan.score.bound -= step;
  }
}

}  // namespace
}  // namespace kontor
