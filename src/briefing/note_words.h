#pragma once
#include <string>
#include <string_view>

#include "base/text.h"

namespace kontor::briefing {

enum class NoteWord {
  GoodsTrade,
  Exports,
  Imports,
  Total,
  Balance,
  Change,
  Client,
  Supplier,
  Among,
  Certain,
  AtBest,
  ShareOfExports,
  ShareOfImports,
  TopExports,
  TopImports,
  Movers,
  KeyFigures,
  Ranks,
  Quotes,
  Caveats,
  Figures,
  Sources,
  Provisional,
  Suppressed,
  CommunityConcept,
  NationalConcept,
  Mirror,
  Source,
  Year
};

std::string_view in(base::Language language, NoteWord word);
// "États-Unis" for "US"; the code itself where no name is known.
std::string place_name(std::string_view place, base::Language language);
// The short name of an HS section, "01" … "21".
std::string section_name(std::string_view section, base::Language language);

}  // namespace kontor::briefing
