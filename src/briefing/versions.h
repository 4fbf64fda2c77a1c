#pragma once
#include <optional>
#include <string>
#include <vector>

#include "briefing/reading/claims.h"

namespace kontor::briefing {

// Where two language versions of one text say different things.
struct Difference {
  enum class Kind { Value, Precision, Modifier, Unit, Missing };
  Kind kind = Kind::Value;
  std::optional<std::size_t> first, second;  // claims of the two texts; one is missing
};

std::string_view word(Difference::Kind kind);

// Claims of two versions that stand for each other, and what they differ in; one is missing where
// the other version has nothing for it.
struct AlignedClaims {
  std::optional<std::size_t> first, second;
  std::vector<Difference::Kind> kinds;
};

// Aligns the claims of two versions in their order, by kind, unit and value, with as few
// differences as possible (Needleman and Wunsch 1970), and says where they differ. 64.4 beside 64
// differs in precision: their intervals meet. At most 3000 claims each are compared.
std::vector<AlignedClaims> align_versions(const ReadText& first, const ReadText& second);
// Only where they differ.
std::vector<Difference> compare_versions(const ReadText& first, const ReadText& second);

}  // namespace kontor::briefing
