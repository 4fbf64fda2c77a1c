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

// Aligns the claims of two versions in their order, by kind, unit and value, with as few
// differences as possible (Needleman and Wunsch 1970), and says where they differ. 64.4 beside 64
// differs in precision: their intervals meet. At most 3000 claims each are compared.
std::vector<Difference> compare_versions(const ReadText& first, const ReadText& second);

}  // namespace kontor::briefing
