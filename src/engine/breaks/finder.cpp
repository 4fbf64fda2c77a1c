#include "engine/breaks/finder.h"

#include <algorithm>

namespace kontor::engine::breaks {

namespace {

constexpr int conflicts_of_probe = 2000;     // until the smaller formula is tried
constexpr int conflicts_of_guess = 20000;    // on the smaller formula
constexpr int conflicts_of_shrinking = 100;  // for each member of a core

class Finder {
 public:
  Finder(const Problem& problem, const Presolved& presolved, std::uint64_t seed, const Stop& stop)
      : problem_(problem), presolved_(presolved), seed_(seed), stop_(stop) {}

  Verdict with_any() const {
    const Encoding encoding = encode(problem_, presolved_);
    Sat sat(seed_);
    return solve_stably(encoding, sat, std::nullopt);
  }

  Verdict with_at_most(int budget) {
    std::vector<Leeway> leeway(problem_.participants, Leeway::Uncounted);
    for (;;) {
      const Encoding encoding = bounded(budget, leeway);
      Sat sat(seed_);
      sat.set("stabilizeonly", 1);
      sat.take(encoding.formula);
      std::vector<Literal> core = assumptions(encoding);
      Sat::Answer answer = sat.solve(core, stop_, conflicts_of_probe);
      if (answer == Sat::Answer::Unknown && !stop_()) {
        Verdict guess = guess_within(budget, leeway);
        if (guess.kind == Verdict::Kind::Found) return guess;
        answer = sat.solve(core, stop_);
      }
      if (answer != Sat::Answer::No) return verdict(encoding, sat, answer);
      std::erase_if(core, [&](Literal literal) { return !sat.failed(literal); });
      shrink(sat, core);
      if (core.empty()) return {Verdict::Kind::None, {}};
      for (int p = 0; p < problem_.participants; ++p)
        if (std::ranges::find(core, -encoding.escape[p]) != core.end()) leeway[p] = Leeway::Counted;
    }
  }

 private:
  Encoding bounded(int budget, std::span<const Leeway> leeway) const {
    Encoding encoding = encode(problem_, presolved_, budget, leeway);
    encoding.formula.at_most(avoidable_breaks(presolved_, encoding), budget);
    return encoding;
  }

  static std::vector<Literal> assumptions(const Encoding& encoding) {
    std::vector<Literal> none_escapes;
    for (const Literal escape : encoding.escape)
      if (escape != 0) none_escapes.push_back(-escape);
    return none_escapes;
  }

  // With nobody else than before: a smaller formula, but without a core where there is no model.
  Verdict guess_within(int budget, std::vector<Leeway> leeway) const {
    std::ranges::replace(leeway, Leeway::Uncounted, Leeway::None);
    const Encoding encoding = bounded(budget, leeway);
    Sat sat(seed_);
    return solve_stably(encoding, sat, conflicts_of_guess);
  }

  Verdict solve_stably(const Encoding& encoding, Sat& sat,
                       std::optional<int> most_conflicts) const {
    sat.set("stabilizeonly", 1);
    sat.take(encoding.formula);
    return verdict(encoding, sat, sat.solve({}, stop_, most_conflicts));
  }

  // Leaves out members of a core, as long as that is quickly seen to leave a core.
  void shrink(Sat& sat, std::vector<Literal>& core) const {
    for (std::size_t i = 0; i < core.size();) {
      std::vector<Literal> fewer = core;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (sat.solve(fewer, stop_, conflicts_of_shrinking) != Sat::Answer::No) {
        ++i;
        continue;
      }
      std::erase_if(fewer, [&](Literal literal) { return !sat.failed(literal); });
      core = std::move(fewer);
    }
  }

  const Problem& problem_;
  const Presolved& presolved_;
  std::uint64_t seed_;
  const Stop& stop_;
};

}  // namespace

Verdict find(const Problem& problem, const Presolved& presolved, std::optional<int> most_breaks,
             std::uint64_t seed, const Stop& stop) {
  Finder finder(problem, presolved, seed, stop);
  if (!most_breaks) return finder.with_any();
  if (*most_breaks < presolved.bound) return {Verdict::Kind::None, {}};
  return finder.with_at_most(*most_breaks - presolved.bound);
}

}  // namespace kontor::engine::breaks
