#include <gtest/gtest.h>
#include <map>

#include "engine/fair/solve.h"
#include "engine/fair_random.h"

namespace kontor::engine::fair {
namespace {

// The most value of all plans, by trying every slot for every meeting; -1 if there is no plan.
// Shares nothing with the checker.
class BruteForce {
 public:
  explicit BruteForce(const Problem& problem) : problem_(problem), weights_(weights(problem)) {
    used_.assign(problem.participants.size() * problem.slots.size(), 0);
    held_.assign(problem.participants.size(), 0);
    load_.assign(problem.slots.size(), 0);
    slot_.assign(problem.meetings.size(), -1);
  }

  std::int64_t best() {
    descend(0, 0);
    return best_;
  }
  // Most points of wants among plans that are worth as much as `worth` in musts and promises; after
  // best().
  std::int64_t most_points(const Worth& worth) const {
    return points_.at(worth.musts * weights_.must + worth.promised * weights_.promise);
  }

 private:
  void descend(std::size_t m, std::int64_t value) {
    if (m == problem_.meetings.size()) {
      for (std::size_t p = 0; p < held_.size(); ++p)
        value += std::min(held_[p], problem_.participants[p].least) * weights_.promise;
      best_ = std::max(best_, value);
      std::int64_t points = 0;
      for (std::size_t i = 0; i < m; ++i) points += slot_[i] >= 0 ? problem_.meetings[i].points : 0;
      std::int64_t& most = points_[value - points];
      most = std::max(most, points);
      return;
    }
    const Meeting& it = problem_.meetings[m];
    if (it.fixed_slot < 0) descend(m + 1, value);
    for (int t = 0; t < static_cast<int>(load_.size()); ++t)
      if ((it.fixed_slot < 0 || it.fixed_slot == t) && fits(m, t)) {
        change(m, t, 1);
        slot_[m] = t;
        descend(m + 1, value + it.points + it.musts * weights_.must);
        slot_[m] = -1;
        change(m, t, -1);
      }
  }

  bool fits(std::size_t m, int t) const {
    const Meeting& it = problem_.meetings[m];
    for (const int p : {it.first, it.second}) {
      const Participant& who = problem_.participants[p];
      if (std::count(who.absent_slots.begin(), who.absent_slots.end(), t) > 0) return false;
      if (used_[p * load_.size() + t] == who.seats) return false;
      if (who.most >= 0 && held_[p] == who.most) return false;
    }
    if (it.host < 0 && load_[t] == problem_.slots[t].tables) return false;
    for (const Precedence& order : problem_.precedences)
      if (order.later == static_cast<int>(m) && slot_[order.earlier] >= t) return false;
    return true;
  }

  void change(std::size_t m, int t, int by) {
    const Meeting& it = problem_.meetings[m];
    for (const int p : {it.first, it.second}) {
      used_[p * load_.size() + t] += by;
      held_[p] += by;
    }
    load_[t] += it.host < 0 ? by : 0;
  }

  const Problem& problem_;
  const Weights weights_;
  std::vector<int> used_, held_, load_, slot_;
  std::int64_t best_ = -1;
  std::map<std::int64_t, std::int64_t> points_;  // most points beside what musts and promises add
};

void expect_sound(const Problem& problem, const Answer& answer, std::int64_t best) {
  if (best < 0) {
    EXPECT_EQ(answer.status, Answer::Status::Infeasible);
    EXPECT_FALSE(answer.conflicts.empty());
    return;
  }
  ASSERT_NE(answer.status, Answer::Status::Infeasible);
  const Finding finding = check(problem, answer.plan);
  EXPECT_TRUE(finding.violations.empty()) << finding.violations[0].rule;
  EXPECT_EQ(finding.worth, answer.worth);
  EXPECT_EQ(proven_bound(problem, answer.prices), answer.bound);
  EXPECT_LE(answer.worth.value, best);
  EXPECT_GE(answer.bound, best);
  EXPECT_EQ(answer.status == Answer::Status::Optimal, answer.worth.value == answer.bound);
}

TEST(FairBruteForce, ValueAndBoundEncloseTheOptimumUnderEveryMixtureOfRules) {
  int solved = 0;
  int optimal = 0;
  int infeasible = 0;
  int own_proofs = 0;  // of the wants, where a must lies between value and bound
  for (std::uint64_t seed = 0; seed < 4096; ++seed) {
    const Problem problem = random_problem(seed, mixture(seed), {});
    BruteForce force(problem);
    const std::int64_t best = force.best();
    const Answer answer = solve(problem, {.seed = seed}, {}, {});
    SCOPED_TRACE(seed);
    expect_sound(problem, answer, best);
    if (best >= 0) {
      EXPECT_GE(answer.want_bound, force.most_points(answer.worth));
      own_proofs += answer.want_prices.participant.empty() ? 0 : 1;
    }
    infeasible += best < 0 ? 1 : 0;
    solved += best >= 0 ? 1 : 0;
    optimal += best >= 0 && answer.worth.value == best ? 1 : 0;
  }
  EXPECT_GT(infeasible, 100);
  EXPECT_GT(own_proofs, 100);
  EXPECT_GT(optimal * 100, solved * 97) << optimal << " of " << solved;
}

TEST(FairBruteForce, TwoSidesWithoutAbsencesAreSolvedToTheProvenOptimum) {
  for (std::uint64_t seed = 0; seed < 1500; ++seed) {
    const Rules rules{.two_sides = true,
                      .seats = seed % 2 == 0,
                      .own_tables = false,
                      .promises = seed % 3 == 0,
                      .caps = seed % 5 == 0};
    const Size size{.participants = 6, .meetings = 7, .slots = 2 + static_cast<int>(seed % 2)};
    const Problem problem = random_problem(seed, rules, size);
    const Answer answer = solve(problem, {.seed = seed}, {}, {});
    ASSERT_EQ(answer.status, Answer::Status::Optimal) << "seed " << seed;
    ASSERT_EQ(answer.worth.value, BruteForce(problem).best()) << "seed " << seed;
  }
}

TEST(FairBruteForce, AnyPricesProveABoundThatHolds) {
  for (std::uint64_t seed = 0; seed < 2048; ++seed) {
    Rules rules = mixture(seed);
    rules.fixed = seed % 4 == 3;
    const Problem problem = random_problem(seed, rules, {});
    const std::int64_t best = BruteForce(problem).best();
    base::Rng rng(seed);
    Prices prices;
    for (std::size_t p = 0; p < problem.participants.size(); ++p)
      prices.participant.push_back(rng.between(-100, 300));
    for (std::size_t t = 0; t < problem.slots.size(); ++t)
      prices.table.push_back(rng.between(0, 100));
    for (std::size_t i = 0; i < problem.slots.size() * problem.participants.size(); ++i)
      prices.time.push_back(rng.between(0, 150));
    if (best >= 0) {
      ASSERT_GE(proven_bound(problem, prices).value(), best) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace kontor::engine::fair
