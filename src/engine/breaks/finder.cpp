#include "engine/breaks/finder.h"

#include <algorithm>

namespace kontor::engine::breaks {

namespace {

constexpr int conflicts_of_probe = 2000;     // the first time; later twice as many each time
constexpr int conflicts_of_guess = 16000;    // likewise
constexpr int conflicts_of_shrinking = 100;  // for each member of a core
constexpr int most_doublings = 10;

}  // namespace

Finder::Finder(const Problem& problem, const Presolved& presolved, int most_breaks,
               std::uint64_t seed)
    : problem_(problem),
      presolved_(presolved),
      budget_(most_breaks - presolved.bound),
      seed_(seed),
      encoding_(bounded({})),
      at_their_fewest_(problem.participants, true),
      sat_(seed) {
  sat_.take(encoding_.formula);
}

Encoding Finder::bounded(const std::vector<bool>& at_their_fewest) const {
  Encoding encoding = encode(problem_, presolved_, budget_, at_their_fewest);
  encoding.formula.at_most(avoidable_breaks(presolved_, encoding), budget_);
  return encoding;
}

// True of p having more than their fewest breaks; 0: they never have.
Literal Finder::more_breaks(int p) const {
  const std::size_t fewest = presolved_.fewest_breaks[p];
  return fewest < encoding_.breaks[p].size() ? encoding_.breaks[p][fewest] : 0;
}

Verdict Finder::step(const Stop& stop) {
  std::vector<Literal> core;
  for (int p = 0; p < problem_.participants; ++p)
    if (at_their_fewest_[p] && more_breaks(p) != 0) core.push_back(-more_breaks(p));
  const Sat::Answer answer = sat_.solve(core, stop, conflicts_of_probe << turns_);
  if (answer == Sat::Answer::No) return learn(core, stop);
  if (answer == Sat::Answer::Yes || stop()) return verdict(encoding_, sat_, answer);
  return guess(stop);
}

// Those of a core may have more breaks from here on.
Verdict Finder::learn(std::vector<Literal>& core, const Stop& stop) {
  std::erase_if(core, [&](Literal literal) { return !sat_.failed(literal); });
  if (shrink(core, stop)) return verdict(encoding_, sat_, Sat::Answer::Yes);
  if (core.empty()) return {Verdict::Kind::None, {}};
  for (int p = 0; p < problem_.participants; ++p)
    if (std::ranges::find(core, -more_breaks(p)) != core.end()) at_their_fewest_[p] = false;
  turns_ = 0;
  guessing_ = true;
  return {};
}

// Leaves out members of a core, as long as that is quickly seen to leave a core. True where that
// happens to find a schedule.
bool Finder::shrink(std::vector<Literal>& core, const Stop& stop) {
  for (std::size_t i = 0; i < core.size() && !stop();) {
    std::vector<Literal> fewer = core;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    const Sat::Answer answer = sat_.solve(fewer, stop, conflicts_of_shrinking);
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
Verdict Finder::guess(const Stop& stop) {
  const int turn = turns_;
  turns_ = std::min(turns_ + 1, most_doublings);
  if (!guessing_) return {};
  const Encoding encoding = bounded(at_their_fewest_);
  Sat sat(seed_ + turn);
  if (turn % 2 == 0) sat.set("stabilizeonly", 1);
  sat.take(encoding.formula);
  const Verdict guess = verdict(encoding, sat, sat.solve({}, stop, conflicts_of_guess << turn));
  guessing_ = guess.kind == Verdict::Kind::Unknown;
  return guess.kind == Verdict::Kind::Found ? guess : Verdict{};
}

Verdict find_any(const Problem& problem, const Presolved& presolved, std::uint64_t seed,
                 const Stop& stop) {
  const Encoding encoding = encode(problem, presolved);
  Sat sat(seed);
  sat.set("stabilizeonly", 1);
  sat.take(encoding.formula);
  return verdict(encoding, sat, sat.solve({}, stop));
}

}  // namespace kontor::engine::breaks
