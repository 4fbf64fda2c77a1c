#include "cli/note.h"

#include <fmt/format.h>
#include <fstream>
#include <ostream>

#include "briefing/note.h"
#include "cli/figures_folder.h"
#include "cli/read_bytes.h"
#include "cli/workplace.h"
#include "exchange/note_write.h"

namespace kontor::cli {

int run_note(const NoteCommand& command, std::ostream& out, std::ostream& errors) {
  const auto language = base::language_of(command.language);
  const auto trade_concept = briefing::concept_of(command.trade_concept);
  if (!language || !trade_concept) {
    errors << "--lang is fr, nl, de or en; --concept is national or community.\n";
    return exit_bad_input;
  }
  const auto loaded = load_figures(command.figures, {});
  if (!loaded) return refuse(loaded.error(), errors);
  for (const base::Issue& issue : loaded->unread) errors << base::sentence(issue) << '\n';
  const briefing::FigureBook book(loaded->ledger);
  const auto note = briefing::write_note(book, {.home = command.home,
                                                .partner = command.partner,
                                                .last_year = command.year,
                                                .years = command.years,
                                                .trade_concept = *trade_concept,
                                                .language = *language});
  if (!note) {
    errors << fmt::format("No figures of {} and {} are loaded.\n", command.home, command.partner);
    return exit_bad_input;
  }
  const std::string text =
      command.format == "html" ? exchange::note_html(*note) : exchange::note_text(*note);
  if (command.to.empty()) {
    out << text;
    return exit_good;
  }
  std::ofstream file(command.to, std::ios::binary | std::ios::trunc);
  file << text;
  file.flush();
  if (file) return exit_good;
  errors << command.to << " cannot be written.\n";
  return exit_failed;
}

}  // namespace kontor::cli
