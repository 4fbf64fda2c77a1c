#include "engine/breaks/lrat.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/check.h"

namespace kontor::engine::breaks {

namespace {

using Literals = std::vector<Literal>;
using Number = std::int64_t;  // of a clause or lemma, from 1

constexpr int none = -1;

// A forward check by unit propagation over two watched literals that keeps reasons. What follows at
// the top is written as a lemma of one literal, so that hints stay short.
class Hints {
 public:
  Hints(const Formula& formula, std::FILE* lrat) : lrat_(lrat) {
    const std::size_t literals = 2 * (static_cast<std::size_t>(formula.variables()) + 1);
    watchers_.resize(literals);
    is_true_.resize(literals);
    reason_.resize(literals / 2, none);
    unit_.resize(literals / 2);
    needed_.resize(literals / 2);
    last_ = formula.size();
    Literals clause;
    Number number = 0;
    for (const Literal literal : formula.clauses()) {
      if (literal != 0)
        clause.push_back(literal);
      else
        attach(std::exchange(clause, {}), ++number);
    }
  }

  bool refuted() const { return refuted_; }

  void add(Literals lemma) {
    const std::optional<std::vector<Number>> hints = why(lemma);
    CHECK(hints.has_value());
    write(lemma, *hints);
    attach(std::move(lemma), last_);
  }

  void remove(Literals clause) {
    if (clause.size() < 2) return;  // what it says of its literal stays known
    const auto [from, to] = found_.equal_range(hash(clause));
    for (auto at = from; at != to; ++at) {
      Clause& kept = clauses_[static_cast<std::size_t>(at->second)];
      if (!std::ranges::is_permutation(kept.literals, clause)) continue;
      text_ += std::to_string(last_) + " d " + std::to_string(kept.number) + " 0\n";
      kept.literals = {};  // its watchers go when they are next looked at
      found_.erase(at);
      return;
    }
  }

  void flush() {
    std::fwrite(text_.data(), 1, text_.size(), lrat_);
    text_.clear();
  }

 private:
  struct Clause {
    Literals literals;
    Number number;
  };

  static std::size_t place(Literal literal) {
    return 2 * static_cast<std::size_t>(std::abs(literal)) + (literal < 0 ? 1 : 0);
  }
  static std::size_t variable(Literal literal) {
    return static_cast<std::size_t>(std::abs(literal));
  }
  // The same for any order of the literals.
  static std::uint64_t hash(const Literals& literals) {
    std::uint64_t sum = literals.size();
    for (const Literal literal : literals) {
      const auto each = static_cast<std::uint64_t>(place(literal)) * 0x9e3779b97f4a7c15U;
      sum += each ^ (each >> 29);
    }
    return sum;
  }

  bool is_true(Literal literal) const { return is_true_[place(literal)] != 0; }
  bool is_false(Literal literal) const { return is_true(-literal); }

  void assign(Literal literal, int reason) {
    is_true_[place(literal)] = 1;
    reason_[variable(literal)] = reason;
    trail_.push_back(literal);
  }

  void write(const Literals& lemma, const std::vector<Number>& hints) {
    text_ += std::to_string(++last_);
    for (const Literal literal : lemma) text_ += ' ' + std::to_string(literal);
    text_ += " 0";
    for (const Number hint : hints) text_ += ' ' + std::to_string(hint);
    text_ += " 0\n";
    refuted_ = refuted_ || lemma.empty();
    if (text_.size() > 1 << 16) flush();
  }

  // Takes a clause at the top, where all its literals but those not yet known may be false.
  void attach(Literals literals, Number number) {
    if (refuted_) return;
    std::ranges::stable_partition(literals, [&](Literal each) { return !is_false(each); });
    const int index = static_cast<int>(clauses_.size());
    const bool is_wrong = literals.empty() || is_false(literals[0]);
    const bool is_unit =
        !is_wrong && !is_true(literals[0]) && (literals.size() == 1 || is_false(literals[1]));
    found_.emplace(hash(literals), index);
    if (literals.size() > 1)
      for (const int i : {0, 1})
        watchers_[place(literals[static_cast<std::size_t>(i)])].push_back(index);
    clauses_.push_back({std::move(literals), number});
    int wrong = is_wrong ? index : none;
    const std::size_t before = trail_.size();
    if (is_unit) assign(clauses_.back().literals[0], index);
    if (is_unit) wrong = propagate(before);
    for (std::size_t at = before; at < trail_.size(); ++at) write_unit(trail_[at]);
    if (wrong != none) write({}, units_of(wrong, 0));
  }

  // The numbers of the units that make all literals of a clause false but `but`, and its own.
  std::vector<Number> units_of(int index, Literal but) const {
    const Clause& clause = clauses_[static_cast<std::size_t>(index)];
    std::vector<Number> hints;
    for (const Literal literal : clause.literals)
      if (literal != but) hints.push_back(unit_[variable(literal)]);
    hints.push_back(clause.number);
    return hints;
  }

  void write_unit(Literal literal) {
    const int reason = reason_[variable(literal)];
    const Clause& clause = clauses_[static_cast<std::size_t>(reason)];
    if (clause.literals.size() > 1) write({literal}, units_of(reason, literal));
    unit_[variable(literal)] = clause.literals.size() > 1 ? last_ : clause.number;
  }

  // The clauses that refute the opposite of `lemma`, in the order in which they become units.
  std::optional<std::vector<Number>> why(const Literals& lemma) {
    const std::size_t top = trail_.size();
    std::optional<std::vector<Number>> hints;
    for (const Literal literal : lemma) {
      if (is_true(literal)) hints.emplace(1, unit_[variable(literal)]);
      if (!is_true(literal) && !is_false(literal)) assign(-literal, none);
    }
    if (const int wrong = hints ? none : propagate(top); wrong != none)
      hints = hints_of(lemma, wrong, top);
    for (; trail_.size() > top; trail_.pop_back()) is_true_[place(trail_.back())] = 0;
    return hints;
  }

  std::vector<Number> hints_of(const Literals& lemma, int wrong, std::size_t top) {
    // What the opposite of the lemma says needs no hint, also where it is known at the top.
    for (const Literal literal : lemma) needed_[variable(literal)] = 1;
    std::vector<Number> hints;
    std::vector<Number> units;
    const auto need = [&](int index) {
      const Clause& clause = clauses_[static_cast<std::size_t>(index)];
      hints.push_back(clause.number);
      for (const Literal literal : clause.literals) {
        if (!is_false(literal) || needed_[variable(literal)] != 0) continue;
        needed_[variable(literal)] = 1;
        seen_.push_back(variable(literal));
      }
    };
    need(wrong);
    for (std::size_t at = trail_.size(); at > top; --at) {
      const std::size_t each = variable(trail_[at - 1]);
      if (std::exchange(needed_[each], 0) == 0) continue;
      if (reason_[each] != none) need(reason_[each]);
    }
    for (const std::size_t each : seen_)
      if (std::exchange(needed_[each], 0) != 0) units.push_back(unit_[each]);
    seen_.clear();
    for (const Literal literal : lemma) needed_[variable(literal)] = 0;
    units.insert(units.end(), hints.rbegin(), hints.rend());
    return units;
  }

  // The clause that has no literal left, or none.
  int propagate(std::size_t from) {
    for (; from < trail_.size(); ++from) {
      std::vector<int>& watchers = watchers_[place(-trail_[from])];
      std::size_t kept = 0;
      int wrong = none;
      for (std::size_t at = 0; at < watchers.size(); ++at) {
        const int index = watchers[at];
        if (wrong == none && !watch(index, -trail_[from], wrong)) continue;
        watchers[kept++] = index;
      }
      watchers.resize(kept);
      if (wrong != none) return wrong;
    }
    return none;
  }

  // Whether a clause goes on watching `lost`, which became false; what it makes true is assigned,
  // and it is `wrong` where nothing is left.
  bool watch(int index, Literal lost, int& wrong) {
    Literals& literals = clauses_[static_cast<std::size_t>(index)].literals;
    if (literals.empty()) return false;
    if (literals[0] == lost) std::swap(literals[0], literals[1]);
    if (is_true(literals[0])) return true;
    const auto other = std::find_if(literals.begin() + 2, literals.end(),
                                    [&](Literal each) { return !is_false(each); });
    if (other != literals.end()) {
      std::swap(literals[1], *other);
      watchers_[place(literals[1])].push_back(index);
      return false;
    }
    if (is_false(literals[0]))
      wrong = index;
    else
      assign(literals[0], index);
    return true;
  }

  std::FILE* lrat_;
  std::string text_;  // not yet written
  std::vector<Clause> clauses_;
  std::unordered_multimap<std::uint64_t, int> found_;
  std::vector<std::vector<int>> watchers_;  // [place]
  std::vector<char> is_true_;               // [place]
  std::vector<int> reason_;                 // [variable]
  std::vector<Number> unit_;                // [variable] that says its value, at the top
  std::vector<char> needed_;                // [variable]
  std::vector<std::size_t> seen_;
  std::vector<Literal> trail_;
  Number last_ = 0;
  bool refuted_ = false;
};

// The numbers of a line of DRAT without the closing 0; nothing at the end of the file.
bool read_line(std::FILE* drat, bool& is_deletion, Literals& literals) {
  literals.clear();
  int next = getc_unlocked(drat);
  is_deletion = next == 'd';
  if (is_deletion) next = getc_unlocked(drat);
  std::string number;
  for (; next != EOF; next = getc_unlocked(drat)) {
    if (next != ' ' && next != '\n') {
      number += static_cast<char>(next);
      continue;
    }
    Literal literal = 0;
    std::from_chars(number.data(), number.data() + number.size(), literal);
    number.clear();
    if (literal != 0) literals.push_back(literal);
    if (next == '\n') return true;
  }
  return false;
}

}  // namespace

bool to_lrat(const Formula& formula, std::FILE* drat, std::FILE* lrat, const Stop& stop) {
  Hints hints(formula, lrat);
  Literals literals;
  bool is_deletion = false;
  while (!hints.refuted() && read_line(drat, is_deletion, literals)) {
    if (stop && stop()) return false;
    if (is_deletion)
      hints.remove(literals);
    else
      hints.add(literals);
  }
  CHECK(hints.refuted());
  hints.flush();
  return true;
}

}  // namespace kontor::engine::breaks
