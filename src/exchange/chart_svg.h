#pragma once
#include <string>

#include "briefing/note.h"

namespace kontor::exchange {

// Charts of a note as SVG: black on white, no script, with a text alternative (<title> and <desc>)
// and a line for the source. Bars start at zero; provisional ones are hollow.

// Exports and imports side by side, by year.
std::string years_svg(const briefing::Note& note, const std::string& source);
// Neighbours of the partner in a ranking, largest first, the partner's bar filled.
std::string rank_svg(const briefing::NoteRank& rank, const std::string& partner,
                     base::Language language, const std::string& source);
// Sections, largest first.
std::string parts_svg(const std::string& title, const std::vector<briefing::NotePart>& parts,
                      const std::string& source);

}  // namespace kontor::exchange
