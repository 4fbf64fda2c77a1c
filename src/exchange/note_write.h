#pragma once
#include <string>

#include "briefing/note.h"

namespace kontor::exchange {

// The note as one HTML page without scripts, charts within, each number linked to its figure in the
// list at the end; prints well on A4.
std::string note_html(const briefing::Note& note);
// The note as plain text.
std::string note_text(const briefing::Note& note);

}  // namespace kontor::exchange
