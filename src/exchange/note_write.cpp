#include "exchange/note_write.h"

#include <fmt/format.h>

#include "briefing/note_words.h"
#include "exchange/chart_svg.h"
#include "exchange/markup_text.h"

namespace kontor::exchange {

namespace {

using briefing::Note;
using briefing::NoteWord;

constexpr std::string_view style =
    "body{font:15px/1.45 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c}"
    "table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}"
    "th,td{padding:.25rem .4rem;border-bottom:1px solid #ccc;text-align:right}"
    "th:first-child,td:first-child{text-align:left}a{color:inherit;text-decoration:none}"
    "a:hover,a:focus{text-decoration:underline}svg{width:100%;height:auto;margin:.6rem 0}"
    "li:target{background:#fff3c4}.wide{overflow-x:auto}@media print{body{margin:0}}";

std::string heading(const Note& note, NoteWord word) {
  return fmt::format("<h2>{}</h2>\n", escaped(in(note.language, word)));
}

std::string cell_html(const briefing::NoteCell& cell) {
  if (cell.text.empty()) return "<td></td>";
  return fmt::format("<td><a href=\"#f{}\">{}{}</a></td>", cell.figure + 1, escaped(cell.text),
                     cell.provisional ? "*" : "");
}

std::string table_html(const Note& note) {
  std::string out = "<div class=\"wide\"><table>\n<tr><th></th>";
  for (const std::string& year : note.years) out += fmt::format("<th>{}</th>", year);
  out += "</tr>\n";
  for (const briefing::NoteRow& row : note.table) {
    out += fmt::format("<tr><td>{}</td>", escaped(row.label));
    for (const briefing::NoteCell& cell : row.cells) out += cell_html(cell);
    out += "</tr>\n";
  }
  return out + "</table></div>\n";
}

template <class List, class Show>
std::string list_html(const List& items, Show show) {
  std::string out = "<ul>\n";
  for (const auto& item : items) out += fmt::format("<li>{}</li>\n", escaped(show(item)));
  return out + "</ul>\n";
}

std::string source_of(const Note& note) {
  return fmt::format("{}: {}", in(note.language, NoteWord::Source), note.subtitle);
}

std::string figures_html(const Note& note) {
  std::string out = heading(note, NoteWord::Figures) + "<ol>\n";
  for (std::size_t i = 0; i < note.figures.size(); ++i)
    out += fmt::format("<li id=\"f{}\">{} = {}. {}</li>\n", i + 1, escaped(note.figures[i].value),
                       escaped(note.figures[i].formula), escaped(note.figures[i].source));
  return out + "</ol>\n";
}

}  // namespace

std::string note_html(const Note& note) {
  const auto itself = [](const std::string& text) { return text; };
  const std::string source = source_of(note);
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width\"><title>{}</title><style>{}</style></head>\n<body>\n"
      "<h1>{}</h1>\n<p>{}</p>\n",
      code(note.language), escaped(note.title), style, escaped(note.title), escaped(note.subtitle));
  out += heading(note, NoteWord::KeyFigures) + table_html(note) + list_html(note.sentences, itself);
  out += years_svg(note, source);
  if (!note.ranks.empty()) out += heading(note, NoteWord::Ranks);
  for (const briefing::NoteRank& rank : note.ranks)
    out += fmt::format("<p>{}</p>\n", escaped(rank.sentence)) +
           rank_svg(rank, rank.ranking.asked.partner, note.language, source);
  for (const auto& [title, parts] : note.parts)
    out += fmt::format("<h2>{}</h2>\n", escaped(title)) + parts_svg(title, parts, source);
  if (!note.quotes.empty())
    out += heading(note, NoteWord::Quotes) +
           list_html(note.quotes,
                     [](const briefing::NoteQuote& q) { return q.text + " — " + q.origin; });
  out += heading(note, NoteWord::Caveats) + list_html(note.caveats, itself) + figures_html(note);
  out += heading(note, NoteWord::Sources) + list_html(note.licences, itself);
  return out + "</body>\n</html>\n";
}

std::string note_text(const Note& note) {
  std::string out = note.title + "\n" + note.subtitle + "\n\n";
  for (const briefing::NoteRow& row : note.table)
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (!row.cells[i].text.empty())
        out += fmt::format("{} {}: {}{}\n\n", row.label, note.years[i], row.cells[i].text,
                           row.cells[i].provisional ? "*" : "");
  for (const std::string& sentence : note.sentences) out += sentence + "\n\n";
  for (const briefing::NoteRank& rank : note.ranks) out += rank.sentence + "\n\n";
  for (const auto& [title, parts] : note.parts) {
    out += title + "\n";
    for (const briefing::NotePart& part : parts)
      out += "- " + part.name + ": " + part.text + "\n\n";
  }
  for (const briefing::NoteQuote& quote : note.quotes)
    out += quote.text + " — " + quote.origin + "\n";
  for (const std::string& caveat : note.caveats) out += caveat + "\n";
  for (const std::string& licence : note.licences) out += licence + "\n";
  return out;
}

}  // namespace kontor::exchange
