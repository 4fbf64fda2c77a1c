#include "briefing/versions.h"

#include <algorithm>
#include <array>

#include "briefing/reading/claim_words.h"

namespace kontor::briefing {

namespace {

using ClaimKind = Claim::Kind;

constexpr std::size_t most_claims = 3000;
constexpr int gap = 4;  // the price of a claim without a partner

// What languages cannot differ in: counts of an unknown noun and bare numbers are one kind.
ClaimKind broad(ClaimKind kind) {
  return kind == ClaimKind::Count || kind == ClaimKind::Number ? ClaimKind::Number : kind;
}

// A unit that is the same word in all languages; "" for nouns that only one language knows.
std::string_view shared_unit(const Claim& claim) {
  if (claim.kind != ClaimKind::Count) return claim.unit;
  return counted_unit(claim.noun);
}

bool intervals_meet(const Claim& a, const Claim& b) {
  return compare(a.lowest, b.highest) <= 0 && compare(b.lowest, a.highest) <= 0;
}

bool same_value(const Claim& a, const Claim& b) {
  return compare(a.value, b.value) == 0 &&
         (a.kind != ClaimKind::Range || compare(a.upper, b.upper) == 0);
}

bool same_unit(const Claim& a, const Claim& b) {
  const std::string_view left = shared_unit(a), right = shared_unit(b);
  return left == right || left.empty() || right.empty();
}

// What two claims at the same place differ in, by weight; nothing for claims of different kinds.
std::optional<int> price(const Claim& a, const Claim& b) {
  if (broad(a.kind) != broad(b.kind)) return std::nullopt;
  if (!same_unit(a, b) && a.kind != ClaimKind::Money) return std::nullopt;
  if (same_value(a, b)) return same_unit(a, b) ? 0 : 2;
  return intervals_meet(a, b) ? 1 : 6;
}

// Softer and firmer words for one bound: "nearly" and "about" differ, too.
bool same_modifier(Modifier a, Modifier b) {
  const auto near = [](Modifier m) { return m == Modifier::MoreThanNear ? Modifier::MoreThan : m; };
  return near(a) == near(b);
}

class Alignment {
 public:
  Alignment(const std::vector<Claim>& first, const std::vector<Claim>& second)
      : first_(first),
        second_(second),
        rows_(std::min(first.size(), most_claims)),
        columns_(std::min(second.size(), most_claims)),
        costs_((rows_ + 1) * (columns_ + 1)) {}

  std::vector<AlignedClaims> aligned() {
    fill();
    std::vector<AlignedClaims> found;
    std::size_t i = rows_, j = columns_;
    while (i > 0 || j > 0) {
      const auto pair = i > 0 && j > 0 ? price(first_[i - 1], second_[j - 1]) : std::nullopt;
      if (pair && at(i, j) == at(i - 1, j - 1) + *pair) {
        --i, --j;
        found.push_back({i, j, kinds(first_[i], second_[j])});
      } else if (i > 0 && at(i, j) == at(i - 1, j) + gap) {
        found.push_back({--i, std::nullopt, {Difference::Kind::Missing}});
      } else {
        found.push_back({std::nullopt, --j, {Difference::Kind::Missing}});
      }
    }
    std::ranges::reverse(found);
    return found;
  }

 private:
  int& at(std::size_t i, std::size_t j) { return costs_[i * (columns_ + 1) + j]; }

  void fill() {
    for (std::size_t i = 0; i <= rows_; ++i)
      for (std::size_t j = 0; j <= columns_; ++j) {
        if (i == 0 || j == 0) {
          at(i, j) = static_cast<int>(i + j) * gap;
          continue;
        }
        at(i, j) = std::min(at(i - 1, j), at(i, j - 1)) + gap;
        if (const auto pair = price(first_[i - 1], second_[j - 1]))
          at(i, j) = std::min(at(i, j), at(i - 1, j - 1) + *pair);
      }
  }

  static std::vector<Difference::Kind> kinds(const Claim& a, const Claim& b) {
    std::vector<Difference::Kind> found;
    if (!same_value(a, b))
      found.push_back(intervals_meet(a, b) ? Difference::Kind::Precision : Difference::Kind::Value);
    if (!same_unit(a, b)) found.push_back(Difference::Kind::Unit);
    if (!same_modifier(a.modifier, b.modifier)) found.push_back(Difference::Kind::Modifier);
    return found;
  }

  const std::vector<Claim>& first_;
  const std::vector<Claim>& second_;
  std::size_t rows_, columns_;
  std::vector<int> costs_;
};

}  // namespace

std::string_view word(Difference::Kind kind) {
  constexpr std::array<std::string_view, 5> words{"value", "precision", "modifier", "unit",
                                                  "missing"};
  return words[static_cast<std::size_t>(kind)];
}

std::vector<AlignedClaims> align_versions(const ReadText& first, const ReadText& second) {
  return Alignment(first.claims, second.claims).aligned();
}

std::vector<Difference> compare_versions(const ReadText& first, const ReadText& second) {
  std::vector<Difference> found;
  for (const AlignedClaims& pair : align_versions(first, second))
    for (const Difference::Kind kind : pair.kinds) found.push_back({kind, pair.first, pair.second});
  return found;
}

}  // namespace kontor::briefing
