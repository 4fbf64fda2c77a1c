#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "briefing/derive.h"
#include "briefing/ranking.h"
#include "briefing/sections.h"

namespace kontor::briefing {

// A number of a note: how it reads, and the figure that it refers to, by position in Note::figures.
struct NoteCell {
  std::string text;          // "" where nothing is known
  std::size_t figure = 0;    // meaningless without a text
  bool provisional = false;  // flags p, e or f
};

// A line of the key table: a label and one cell a year.
struct NoteRow {
  std::string label;
  std::vector<NoteCell> cells;
};

// A number with where it comes from, for the list at the end of the note.
struct NoteFigure {
  std::string value;    // exact, in full, with its unit
  std::string formula;  // "as published", "export + import" …
  std::string source;   // the source lines of what went in
};

struct NoteRank {
  std::string sentence;  // "4e client, sur 36 pays"
  Ranking ranking;
  bool certain = false;
};

struct NotePart {
  std::string name;
  Part part;
  std::string text;
};

struct NoteQuote {
  std::string text;
  std::string origin;
};

// The bilateral briefing, as data: every format writes the same.
struct Note {
  base::Language language = base::Language::En;
  std::string title, home, partner, subtitle;
  std::vector<std::string> years;
  std::vector<NoteRow> table;
  std::vector<std::string> sentences;  // the key facts
  std::vector<NoteRank> ranks;
  std::vector<std::pair<std::string, std::vector<NotePart>>> parts;  // top sections, movers
  std::vector<NoteQuote> quotes;  // services, investment, jobs: somebody's statements
  std::vector<std::string> caveats;
  std::vector<NoteFigure> figures;
  std::vector<std::string> licences;
  // For the chart of years; nothing where not known.
  std::vector<std::optional<base::Decimal>> exports, imports;
  std::vector<bool> provisional;
};

struct NoteOptions {
  std::string home = "BE", partner = "US";
  std::string last_year;  // "" for the latest known
  int years = 6;
  TradeConcept trade_concept = TradeConcept::Community;
  base::Language language = base::Language::En;
};

// Nothing where no figures of the pair are known.
std::optional<Note> write_note(const FigureBook& book, const NoteOptions& options);

}  // namespace kontor::briefing
