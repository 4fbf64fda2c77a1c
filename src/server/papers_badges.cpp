#include "server/paper_parts.h"
#include "server/paper_words.h"

namespace kontor::server {

namespace {

using exchange::millimetres;
using exchange::Paper;
using exchange::TextStyle;

class Badges {
 public:
  Badges(const Directory& directory, const TokenOf& token_of, Paper& paper, const PaperWish& wish)
      : directory_(directory), token_of_(token_of), paper_(paper), language_(wish.language) {}

  // With its upper left corner at (x, y).
  void draw(double x, double y, const mission::Person& person) {
    const double pad = millimetres(6), side = millimetres(27);
    const double width = exchange::a7_across.width - 2 * pad;
    const auto* organisation = directory_.organisation(person.organisation);
    paper_.begin("Sect");
    paper_.text(x + pad, y + pad, width, directory_.mission().short_name.best(language_),
                {.size = 8, .weight = 500, .grey = 0.25}, "P", 1);
    paper_.line(x + pad, y + pad + 13, x + pad + width, y + pad + 13, 0.6);
    paper_.fitted(x + pad, y + pad + 19, width, millimetres(23), mission::display_name(person),
                  {.face = TextStyle::Face::Book, .size = 26, .weight = 700}, "H1");
    const double lower = y + exchange::a7_across.height - pad - side;
    const double words = width - side - 4;
    paper_.fitted(x + pad, lower, words, millimetres(13),
                  organisation == nullptr ? "" : organisation->name.best(language_),
                  {.size = 12.5, .weight = 600});
    paper_.fitted(x + pad, lower + millimetres(13.5), words, millimetres(8),
                  person.function.best(language_), {.size = 9});
    if (person.record.invented)
      paper_.text(x + pad, lower + side - 9, words,
                  paper_words::in(paper_words::invented, language_), type::small, "P", 1);
    paper_.qr(x + pad + width - side + 6, lower + 6, side, token_of_(person.id));
    paper_.end("Sect");
  }

  // Short lines at the corners of a card, outside of it where there is room.
  void marks(double x, double y) {
    const double right = x + exchange::a7_across.width, below = y + exchange::a7_across.height;
    for (const double at_x : {x, right})
      for (const double at_y : {y, below}) {
        paper_.line(at_x - 4, at_y, at_x + 4, at_y, 0.3, 0.5);
        paper_.line(at_x, at_y - 4, at_x, at_y + 4, 0.3, 0.5);
      }
  }

 private:
  const Directory& directory_;
  const TokenOf& token_of_;
  Paper& paper_;
  base::Language language_;
};

}  // namespace

std::string badges_pdf(const Directory& directory, const std::vector<mission::PersonId>& people,
                       const TokenOf& token_of, BadgePaper kind, const PaperWish& wish) {
  const bool single = kind == BadgePaper::Single;
  Paper paper({.size = single ? exchange::a7_across : exchange::a4,
               .title = directory.mission().short_name.best(wish.language),
               .made_at = data_changed_at(directory)});
  Badges badges(directory, token_of, paper, wish);
  constexpr int columns = 2, rows = 4;
  const double top = single ? 0 : (exchange::a4.height - rows * exchange::a7_across.height) / 2;
  int place = 0;
  for (const mission::PersonId& id : people) {
    const auto* person = directory.person(id);
    if (person == nullptr) continue;
    const int on_page = single ? 0 : place++ % (columns * rows);
    if (on_page == 0) paper.new_page();
    const double x = on_page % columns * exchange::a7_across.width;
    const double y = top + on_page / columns * exchange::a7_across.height;
    if (!single) badges.marks(x, y);
    badges.draw(x, y, *person);
  }
  if (paper.page() == 0) paper.new_page();
  return paper.finish();
}

}  // namespace kontor::server
