#include "exchange/import_sheet.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "exchange/import_value.h"

namespace kontor::exchange {

namespace {

constexpr std::size_t rows_to_look_at = 30;
constexpr std::array needed_fields{ImportField::Name, ImportField::FamilyName, ImportField::Title,
                                   ImportField::Level};

// Headings without the marks of forms: "Nom *", "Naam (verplicht)".
std::string bare(std::string_view heading) {
  return std::string(trimmed(heading.substr(0, heading.find_first_of("*(["))));
}

struct Meaning {
  std::optional<ImportField> field;
  std::optional<base::Language> language;
  bool remembered = false;
};

Meaning meaning_of(ImportNoun noun, const std::string& heading,
                   const RememberedHeadings& remembered) {
  std::optional<KnownHeading> known;
  for (const std::string& text : {heading, bare(heading)})
    if (!known) known = known_heading(noun, text);
  Meaning out;
  if (known) out = {known->field, known->language, false};
  if (const auto found = remembered.find(folded(heading)); found != remembered.end()) {
    out.field = import_field_of(found->second);
    out.remembered = true;
  }
  return out;
}

// The headings that a column may have: its lower cell, with what stands above where there is one.
std::vector<std::string> heading_texts(const Sheet& sheet, std::size_t row, std::size_t column,
                                       bool two_rows) {
  const std::string below(trimmed(sheet.cell(row, column)));
  if (!two_rows) return {below};
  const std::string above(trimmed(sheet.cell(row - 1, column)));
  if (above.empty() || above == below) return {below};
  if (below.empty()) return {above};
  return {above + " " + below, below + " " + above, below, above};
}

bool merged_there(const Sheet& sheet, std::size_t row) {
  return std::ranges::any_of(sheet.merged, [&](const MergedCells& area) {
    return area.first_row <= row && area.last_row >= row;
  });
}

// The table whose headings end in `row`, and how many of its columns are understood.
std::pair<std::size_t, ImportSheet> read_headings(const Sheet& sheet, std::size_t row,
                                                  bool two_rows, ImportNoun noun,
                                                  const RememberedHeadings& remembered) {
  ImportSheet out;
  out.noun = noun;
  out.heading_row = row;
  std::set<ImportField> taken;
  std::array<std::size_t, 4> languages{};
  std::size_t width = sheet.rows[row].size();
  if (two_rows) width = std::max(width, sheet.rows[row - 1].size());
  for (std::size_t column = 0; column < width; ++column) {
    const auto headings = heading_texts(sheet, row, column, two_rows);
    MappedColumn mapped{column, headings.front(), std::nullopt, false};
    if (mapped.heading.empty()) continue;
    for (const std::string& heading : headings) {
      const Meaning meaning = meaning_of(noun, heading, remembered);
      if (meaning.field && !taken.insert(*meaning.field).second) continue;
      mapped.field = meaning.field;
      if (meaning.field) mapped.heading = heading;
      mapped.remembered = meaning.remembered;
      if (meaning.language) ++languages.at(base::index_of(*meaning.language));
      if (meaning.field || meaning.remembered) break;
    }
    out.columns.push_back(std::move(mapped));
  }
  const auto most = std::ranges::max_element(languages);
  out.language = base::all_languages.at(static_cast<std::size_t>(most - languages.begin()));
  return {taken.size(), std::move(out)};
}

// The best reading of its first rows as one of `nouns`; `whole`: with the headings that rows need.
std::optional<ImportSheet> best_headings(const Sheet& sheet, std::span<const ImportNoun> nouns,
                                         bool whole, const RememberedHeadings& remembered) {
  std::optional<ImportSheet> best;
  std::size_t most = 0;
  for (const ImportNoun each : nouns)
    for (std::size_t row = 0; row < std::min(sheet.rows.size(), rows_to_look_at); ++row)
      for (const bool two_rows : {false, true}) {
        if (two_rows && (row == 0 || !merged_there(sheet, row - 1))) continue;
        auto [score, read] = read_headings(sheet, row, two_rows, each, remembered);
        if (score <= most || (whole && read.missing())) continue;
        // Names and addresses without a day are a table of organisations.
        if (nouns.size() > 1 && each == ImportNoun::Activities &&
            !read.column_of(ImportField::Date))
          continue;
        most = score;
        best = std::move(read);
      }
  return best;
}

std::optional<ImportSheet> placed(std::optional<ImportSheet> read, const Sheet& sheet,
                                  const std::string& file) {
  if (!read) return read;
  read->file = file;
  read->name = sheet.name;
  read->sheet = &sheet;
  return read;
}

}  // namespace

std::optional<ImportField> ImportSheet::missing() const {
  for (const ImportField field : needed_fields)
    if (is_needed(noun, field) && !column_of(field)) return field;
  return std::nullopt;
}

std::optional<std::size_t> ImportSheet::column_of(ImportField field) const {
  for (const MappedColumn& mapped : columns)
    if (mapped.field == field) return mapped.column;
  return std::nullopt;
}

std::optional<ImportSheet> propose_sheet(const Sheet& sheet, const std::string& file,
                                         std::optional<ImportNoun> noun,
                                         const RememberedHeadings& remembered) {
  // Nothing in a table tells hosts from other organisations.
  constexpr std::array told{ImportNoun::Organisations, ImportNoun::People, ImportNoun::Wishes,
                            ImportNoun::Activities};
  const std::array one{noun.value_or(ImportNoun::Hosts)};
  const auto nouns = noun ? std::span<const ImportNoun>(one) : std::span<const ImportNoun>(told);
  return placed(best_headings(sheet, nouns, true, remembered), sheet, file);
}

std::optional<ImportSheet> take_sheet(const Sheet& sheet, const std::string& file, ImportNoun noun,
                                      const RememberedHeadings& remembered) {
  const std::array nouns{noun};
  auto best = best_headings(sheet, nouns, true, remembered);
  if (!best) best = best_headings(sheet, nouns, false, remembered);
  for (std::size_t row = 0; !best && row < std::min(sheet.rows.size(), rows_to_look_at); ++row) {
    auto read = read_headings(sheet, row, false, noun, remembered).second;
    if (read.columns.size() >= 2) best = std::move(read);
  }
  return placed(std::move(best), sheet, file);
}

}  // namespace kontor::exchange
