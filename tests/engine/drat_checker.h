#pragma once
#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace kontor::engine::breaks {

// A forward checker of clausal proofs: every lemma must follow from the clauses and lemmas before
// it by unit propagation alone (Goldberg, Novikov, "Verification of proofs of unsatisfiability for
// CNF formulas", DATE 2003), so it is implied by the formula. Deletions are read and ignored, which
// loses nothing as no lemma is accepted for being RAT. Reads DIMACS and DRAT in text form itself.
class DratChecker {
 public:
  // Why the proof does not refute the formula, or nothing: it does.
  std::optional<std::string> refutes(const std::string& formula, const std::string& proof) {
    std::istringstream lines(formula);
    for (std::string line; std::getline(lines, line);)
      if (!line.empty() && line[0] != 'c' && line[0] != 'p') add(numbers(line));
    std::istringstream lemmas(proof);
    int count = 0;
    for (std::string line; !refuted_ && std::getline(lemmas, line);) {
      if (line.empty() || line[0] == 'd' || line[0] == 'c') continue;
      ++count;
      const std::vector<int> lemma = numbers(line);
      if (!follows(lemma)) return "lemma " + std::to_string(count) + " does not follow: " + line;
      add(lemma);
    }
    if (!refuted_) return "the proof ends without a contradiction";
    return std::nullopt;
  }

 private:
  // The literals of a line, each once, without the closing 0.
  static std::vector<int> numbers(const std::string& line) {
    std::vector<int> literals;
    std::istringstream in(line);
    for (int literal = 0; in >> literal && literal != 0;) literals.push_back(literal);
    std::ranges::sort(literals);
    literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
    return literals;
  }

  bool is_true(int literal) const {
    const auto found = value_.find(std::abs(literal));
    return found != value_.end() && found->second == (literal > 0);
  }

  void assign(int literal) {
    value_[std::abs(literal)] = literal > 0;
    trail_.push_back(literal);
  }

  void add(std::vector<int> clause) {
    if (refuted_) return;
    std::ranges::stable_partition(clause, [&](int literal) { return !is_true(-literal); });
    const int index = static_cast<int>(clauses_.size());
    clauses_.push_back(clause);
    if (clause.size() > 1) {
      watchers_[clause[0]].push_back(index);
      watchers_[clause[1]].push_back(index);
    }
    if (clause.empty() || is_true(-clause[0])) {
      refuted_ = true;
    } else if ((clause.size() == 1 || is_true(-clause[1])) && !is_true(clause[0])) {
      const std::size_t from = trail_.size();
      assign(clause[0]);
      refuted_ = !propagate(from);
    }
  }

  bool follows(const std::vector<int>& lemma) {
    const std::size_t before = trail_.size();
    bool contradiction = false;
    for (const int literal : lemma) {
      contradiction = contradiction || is_true(literal);
      if (!is_true(literal) && !is_true(-literal)) assign(-literal);
    }
    contradiction = contradiction || !propagate(before);
    for (; trail_.size() > before; trail_.pop_back()) value_.erase(std::abs(trail_.back()));
    return contradiction;
  }

  // False on a contradiction.
  bool propagate(std::size_t from) {
    for (; from < trail_.size(); ++from) {
      const int wrong = -trail_[from];
      std::vector<int>& watchers = watchers_[wrong];
      for (std::size_t i = 0; i < watchers.size();) {
        std::vector<int>& clause = clauses_[watchers[i]];
        if (clause[0] == wrong) std::swap(clause[0], clause[1]);
        const auto other = std::find_if(clause.begin() + 2, clause.end(),
                                        [&](int literal) { return !is_true(-literal); });
        if (is_true(clause[0])) {
          ++i;
        } else if (other != clause.end()) {
          std::swap(clause[1], *other);
          watchers_[clause[1]].push_back(watchers[i]);
          watchers[i] = watchers.back();
          watchers.pop_back();
        } else if (is_true(-clause[0])) {
          return false;
        } else {
          assign(clause[0]);
          ++i;
        }
      }
    }
    return true;
  }

  std::vector<std::vector<int>> clauses_;
  std::map<int, std::vector<int>> watchers_;
  std::map<int, bool> value_;
  std::vector<int> trail_;
  bool refuted_ = false;
};

}  // namespace kontor::engine::breaks
