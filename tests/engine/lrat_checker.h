#pragma once
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace kontor::engine::breaks {

// A checker of LRAT proofs without RAT lemmas (Cruz-Filipe and others, "Efficient certified RAT
// verification", CADE 2017): it searches for nothing, each hint must be a unit in its turn and the
// last without a literal left. Reads DIMACS and LRAT in text form itself.
class LratChecker {
 public:
  // Why the proof does not refute the formula, or nothing: it does.
  std::optional<std::string> refutes(const std::string& formula, const std::string& proof) {
    std::istringstream clauses(formula);
    for (std::string line; std::getline(clauses, line);) {
      if (line.empty() || line[0] == 'c' || line[0] == 'p') continue;
      std::istringstream in(line);
      add(static_cast<long>(clauses_.size()) + 1, numbers(in));
    }
    last_ = static_cast<long>(clauses_.size());
    std::istringstream lemmas(proof);
    for (std::string line; std::getline(lemmas, line);) {
      if (const auto fault = take(line)) return *fault + ": " + line;
      if (refuted_) return std::nullopt;
    }
    return "the proof ends without a contradiction";
  }

 private:
  static std::set<long> numbers(std::istream& in) {
    std::set<long> found;
    for (long number = 0; in >> number && number != 0;) found.insert(number);
    return found;
  }

  void add(long number, const std::set<long>& literals) {
    clauses_[number] = literals;
    refuted_ = refuted_ || literals.empty();
  }

  std::optional<std::string> take(const std::string& line) {
    std::istringstream in(line);
    long number = 0;
    in >> number >> std::ws;
    if (in.peek() == 'd') {
      in.get();
      for (const long gone : numbers(in))
        if (clauses_.erase(gone) == 0) return "deletes what is not there";
      return std::nullopt;
    }
    if (number <= last_) return "is not numbered upwards";
    last_ = number;
    const std::set<long> lemma = numbers(in);
    std::set<long> wrong = lemma;
    bool closed = false;
    for (long hint = 0; in >> hint && hint != 0;) {
      if (closed) return "goes on after a contradiction";
      const auto found = clauses_.find(hint);
      if (found == clauses_.end()) return "is said to follow from what is not there";
      std::vector<long> left;
      for (const long literal : found->second) {
        if (wrong.contains(-literal)) return "is said to follow from what holds already";
        if (!wrong.contains(literal)) left.push_back(literal);
      }
      if (left.size() > 1) return "is said to follow from what is no unit";
      if (left.empty())
        closed = true;
      else
        wrong.insert(-left[0]);
    }
    if (!closed) return "does not follow";
    add(number, lemma);
    return std::nullopt;
  }

  std::map<long, std::set<long>> clauses_;
  long last_ = 0;
  bool refuted_ = false;
};

}  // namespace kontor::engine::breaks
