#include "engine/breaks/finder.h"

#include <algorithm>

namespace kontor::engine::breaks {

namespace {

constexpr int conflicts_of_probe = 2000;     // the first time; later twice as many each time
constexpr int conflicts_of_guess = 16000;    // likewise
constexpr int conflicts_of_shrinking = 100;  // for each member of a core

Verdict solve_stably(const Encoding& encoding, std::uint64_t seed, const Stop& stop,
                     std::optional<int> most_conflicts) {
  Sat sat(seed);
  sat.set("stabilizeonly", 1);
  sat.take(encoding.formula);
  return verdict(encoding, sat, sat.solve({}, stop, most_conflicts));
}

class Finder {
 public:
  Finder(const Problem& problem, const Presolved& presolved, int budget, std::uint64_t seed,
         const Stop& stop)
      : problem_(problem),
        presolved_(presolved),
        budget_(budget),
        seed_(seed),
        stop_(stop),
        encoding_(bounded({})),
        at_their_fewest_(problem.participants, true),
        sat_(seed) {
    sat_.take(encoding_.formula);
  }

  Verdict run() {
    while (!stop_()) {
      const Verdict next = step();
      if (next.kind != Verdict::Kind::Unknown) return next;
    }
    return {};
  }

 private:
  Encoding bounded(const std::vector<bool>& at_their_fewest) const {
    Encoding encoding = encode(problem_, presolved_, budget_, at_their_fewest);
    encoding.formula.at_most(avoidable_breaks(presolved_, encoding), budget_);
    return encoding;
  }

  // True of p having more than their fewest breaks; 0: they never have.
  Literal more_breaks(int p) const {
    const std::size_t fewest = presolved_.fewest_breaks[p];
    return fewest < encoding_.breaks[p].size() ? encoding_.breaks[p][fewest] : 0;
  }

  Verdict step() {
    std::vector<Literal> core;
    for (int p = 0; p < problem_.participants; ++p)
      if (at_their_fewest_[p] && more_breaks(p) != 0) core.push_back(-more_breaks(p));
    const Sat::Answer answer = sat_.solve(core, stop_, conflicts_of_probe << turns_);
    if (answer == Sat::Answer::No) return learn(core);
    if (answer == Sat::Answer::Yes || stop_()) return verdict(encoding_, sat_, answer);
    return guess();
  }

  // Those of a core may have more breaks from here on.
  Verdict learn(std::vector<Literal>& core) {
    std::erase_if(core, [&](Literal literal) { return !sat_.failed(literal); });
    if (shrink(core)) return verdict(encoding_, sat_, Sat::Answer::Yes);
    if (core.empty()) return {Verdict::Kind::None, {}};
    for (int p = 0; p < problem_.participants; ++p)
      if (std::ranges::find(core, -more_breaks(p)) != core.end()) at_their_fewest_[p] = false;
    turns_ = 0;
    guessing_ = true;
    return {};
  }

  // Leaves out members of a core, as long as that is quickly seen to leave a core. True where that
  // happens to find a schedule.
  bool shrink(std::vector<Literal>& core) {
    for (std::size_t i = 0; i < core.size() && !stop_();) {
      std::vector<Literal> fewer = core;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      const Sat::Answer answer = sat_.solve(fewer, stop_, conflicts_of_shrinking);
      if (answer == Sat::Answer::Yes) return true;
      if (answer == Sat::Answer::Unknown) {
        ++i;
        continue;
      }
      std::erase_if(fewer, [&](Literal literal) { return !sat_.failed(literal); });
      core = std::move(fewer);
    }
    return false;
  }

  // The same question as a smaller formula, which gives no core where it has no model.
  Verdict guess() {
    const int turn = std::min(turns_++, 10);
    turns_ = std::min(turns_, 10);
    if (!guessing_) return {};
    const Verdict guess =
        solve_stably(bounded(at_their_fewest_), seed_ + turn, stop_, conflicts_of_guess << turn);
    guessing_ = guess.kind == Verdict::Kind::Unknown;
    return guess.kind == Verdict::Kind::Found ? guess : Verdict{};
  }

  const Problem& problem_;
  const Presolved& presolved_;
  int budget_;
  std::uint64_t seed_;
  const Stop& stop_;
  Encoding encoding_;
  std::vector<bool> at_their_fewest_;
  Sat sat_;
  int turns_ = 0;
  bool guessing_ = true;  // not yet known that those at_their_fewest_ cannot all be
};

}  // namespace

Verdict find(const Problem& problem, const Presolved& presolved, std::optional<int> most_breaks,
             std::uint64_t seed, const Stop& stop) {
  if (!most_breaks) return solve_stably(encode(problem, presolved), seed, stop, std::nullopt);
  if (*most_breaks < presolved.bound) return {Verdict::Kind::None, {}};
  return Finder(problem, presolved, *most_breaks - presolved.bound, seed, stop).run();
}

}  // namespace kontor::engine::breaks
