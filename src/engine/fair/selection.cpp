#include "engine/fair/selection.h"

#include "engine/fair/evenness.h"
#include "engine/fair/relaxation.h"

namespace kontor::engine::fair {

namespace {

// Rounds halves: walks along half meetings as far as it goes, from participants with an odd number
// of them first, and takes every other one.
class Rounding {
 public:
  Rounding(const Problem& problem, const std::vector<int>& halves) : problem_(problem) {
    at_.resize(problem.participants.size());
    for (const int m : halves) {
      at_[problem.meetings[m].first].push_back(m);
      at_[problem.meetings[m].second].push_back(m);
    }
    used_.assign(problem.meetings.size(), 0);
  }

  void run(std::vector<char>& chosen) {
    std::vector<int> odd, even;
    for (int p = 0; p < static_cast<int>(at_.size()); ++p)
      (at_[p].size() % 2 == 1 ? odd : even).push_back(p);
    for (const int p : odd) walk(p, chosen);
    for (const int p : even)
      while (walk(p, chosen)) {
      }
  }

 private:
  bool walk(int p, std::vector<char>& chosen) {
    std::vector<int> trail;
    for (;;) {
      while (!at_[p].empty() && used_[at_[p].back()] != 0) at_[p].pop_back();
      if (at_[p].empty()) break;
      const int m = at_[p].back();
      used_[m] = 1;
      trail.push_back(m);
      p = problem_.meetings[m].first == p ? problem_.meetings[m].second
                                          : problem_.meetings[m].first;
    }
    for (std::size_t i = 1; i < trail.size(); i += 2) chosen[trail[i]] = 1;
    return !trail.empty();
  }

  const Problem& problem_;
  std::vector<std::vector<int>> at_;  // half meetings of each participant
  std::vector<char> used_;
};

}  // namespace

std::vector<int> choice_of(const Relaxation& relaxation, const Circulation& circulation) {
  std::vector<int> choice;
  for (const std::size_t arc : relaxation.first_arc) {
    choice.push_back(static_cast<int>(circulation.flow[arc]));
    if (!relaxation.two_sided) choice.back() += static_cast<int>(circulation.flow[arc + 1]);
  }
  return choice;
}

std::vector<char> rounded(const Relaxation& relaxation, const Problem& problem,
                          const std::vector<int>& choice) {
  std::vector<char> chosen(problem.meetings.size());
  std::vector<int> halves;
  for (std::size_t i = 0; i < choice.size(); ++i) {
    const int m = relaxation.open[i];
    if (choice[i] == (relaxation.two_sided ? 1 : 2)) chosen[m] = 1;
    if (choice[i] == 1 && !relaxation.two_sided) halves.push_back(m);
  }
  Rounding(problem, halves).run(chosen);
  return chosen;
}

Selection select(const Timetable& timetable, const Stop& stop) {
  const Problem& problem = timetable.problem();
  const Relaxation relaxation = relax(timetable, weights(problem));
  const Circulation best = Network(relaxation.nodes, relaxation.arcs).cheapest(stop);
  const std::vector<int> choice =
      best.cheapest ? even_choice(relaxation, problem, best, stop) : choice_of(relaxation, best);
  Selection selection;
  selection.stopped = !best.cheapest;
  selection.prices = prices_of(relaxation, problem, best);
  selection.chosen = rounded(relaxation, problem, choice);
  return selection;
}

Prices prices_for(const Timetable& fixed, const Weights& weights, const Stop& stop) {
  const Relaxation relaxation = relax(fixed, weights);
  return prices_of(relaxation, fixed.problem(),
                   Network(relaxation.nodes, relaxation.arcs).cheapest(stop));
}

}  // namespace kontor::engine::fair
