#include "exchange/chart_svg.h"

#include <algorithm>
#include <fmt/format.h>

#include "briefing/note_words.h"
#include "briefing/number_format.h"
#include "exchange/markup_text.h"

namespace kontor::exchange {

namespace {

using base::Decimal;

constexpr int width = 640, left = 190, bar = 18, step = 26;

// Points of `pixels` for the share that `value` has of `most`, from zero.
int length(Decimal value, Decimal most, int pixels) {
  const auto product = base::multiply(magnitude(value), {pixels, 0});
  const auto points =
      product && most.coefficient > 0 ? base::divide(*product, most, 0) : std::nullopt;
  return points ? static_cast<int>(points->coefficient) : 0;
}

std::string opened(int height, std::string_view title, std::string_view description) {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" "
      "font-family=\"sans-serif\" font-size=\"13\">\n<title>{}</title>\n<desc>{}</desc>\n",
      width, height, escaped(title), escaped(description));
}

std::string closed(int height, const std::string& source) {
  return fmt::format("<text x=\"0\" y=\"{}\" font-size=\"10\" fill=\"#555\">{}</text>\n</svg>\n",
                     height - 6, escaped(source));
}

struct Bar {
  std::string label, text;
  Decimal value;
  bool hollow = false, marked = false;
};

std::string bars(const std::vector<Bar>& rows, std::string_view title, const std::string& source) {
  Decimal most{};
  std::string description;
  for (const Bar& row : rows) {
    if (compare(magnitude(row.value), most) > 0) most = magnitude(row.value);
    description += row.label + ": " + row.text + "; ";
  }
  const int height = static_cast<int>(rows.size()) * step + 34;
  std::string out = opened(height, title, description);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Bar& row = rows[i];
    const int y = static_cast<int>(i) * step + 4;
    const std::string_view fill = row.hollow ? "none" : row.marked ? "#b3261e" : "#35507a";
    out += fmt::format(
        "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n"
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" stroke=\"{}\"/>\n"
        "<text x=\"{}\" y=\"{}\">{}</text>\n",
        left - 8, y + 14, escaped(row.label), left, y, length(row.value, most, 290), bar, fill,
        row.marked ? "#b3261e" : "#35507a", left + length(row.value, most, 290) + 6, y + 14,
        escaped(row.text));
  }
  return out + closed(height, source);
}

}  // namespace

std::string years_svg(const briefing::Note& note, const std::string& source) {
  std::vector<Bar> rows;
  for (std::size_t i = 0; i < note.years.size(); ++i)
    for (const bool exports : {true, false}) {
      const auto& value = exports ? note.exports[i] : note.imports[i];
      if (!value) continue;
      const auto label =
          in(note.language, exports ? briefing::NoteWord::Exports : briefing::NoteWord::Imports);
      rows.push_back({fmt::format("{} {}", label, note.years[i]),
                      note.table[exports ? 0 : 2].cells[i].text, *value,
                      note.table[exports ? 0 : 2].cells[i].provisional, false});
    }
  return bars(rows, in(note.language, briefing::NoteWord::GoodsTrade), source);
}

std::string rank_svg(const briefing::NoteRank& rank, const std::string& partner,
                     base::Language language, const std::string& source) {
  const auto& members = rank.ranking.members;
  const auto at = std::ranges::find(members, partner, &briefing::Ranked::place) - members.begin();
  const auto from = std::max<std::ptrdiff_t>(0, at - 3);
  const auto to = std::min<std::ptrdiff_t>(std::ssize(members), at + 4);
  std::vector<Bar> rows;
  for (auto i = from; i < to; ++i) {
    const briefing::Ranked& member = members[static_cast<std::size_t>(i)];
    rows.push_back(
        {fmt::format("{}. {}", member.rank, briefing::place_name(member.place, language)),
         briefing::in_money(member.value, rank.ranking.asked.basis.unit, language), member.value,
         false, member.place == partner});
  }
  return bars(rows, rank.sentence, source);
}

std::string parts_svg(const std::string& title, const std::vector<briefing::NotePart>& parts,
                      const std::string& source) {
  std::vector<Bar> rows;
  for (const briefing::NotePart& part : parts)
    rows.push_back(
        {part.name, part.text, part.part.suppressed ? Decimal{} : part.part.value, false, false});
  return bars(rows, title, source);
}

}  // namespace kontor::exchange
