#pragma once
#include <memory>
#include <optional>

#include "engine/breaks/encoding.h"
#include "engine/breaks/presolve.h"
#include "engine/breaks/problem.h"
#include "engine/breaks/sat.h"

namespace kontor::engine::breaks {

// The answer to "is there a fair schedule with at most so many breaks?".
struct Verdict {
  enum class Kind { Found, None, Unknown };
  Kind kind = Kind::Unknown;
  Schedule schedule;
};

// How questions are put to CaDiCaL. Prove: all to one solver, which keeps what it learned, in its
// default mixture of modes. Find: each to a fresh solver, in stable mode.
enum class Style { Prove, Find };

// Puts questions about one problem, one after the other.
class Questioner {
 public:
  Questioner(const Problem& problem, const Presolved& presolved, Style style, std::uint64_t seed)
      : problem_(problem), presolved_(presolved), style_(style), seed_(seed) {}

  // Asks for a schedule with at most `most_breaks` breaks, or with any number when nothing is
  // given. `stop` is called at points that depend on the questions alone; when it says true the
  // verdict is Unknown.
  Verdict ask(std::optional<int> most_breaks, const Stop& stop);

 private:
  Verdict ask_again(std::optional<int> most_breaks, const Stop& stop);
  Verdict ask_afresh(std::optional<int> most_breaks, const Stop& stop);
  void set_up(Sat& sat) const;

  const Problem& problem_;
  const Presolved& presolved_;
  Style style_;
  std::uint64_t seed_;
  Encoding encoding_;          // Prove
  std::unique_ptr<Sat> sat_;   // Prove
  std::vector<Literal> more_;  // Prove: more avoidable breaks than the index
};

}  // namespace kontor::engine::breaks
