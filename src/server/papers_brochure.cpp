#include <algorithm>
#include <map>
#include <tuple>

#include "server/paper_parts.h"
#include "server/paper_words.h"
#include "server/web.h"

namespace kontor::server {

namespace {

using exchange::Paper;
using exchange::PaperFlow;
using exchange::TextStyle;
using mission::Organisation;

class Brochure {
 public:
  Brochure(const Directory& directory, const PaperWish& wish, PaperFlow& flow)
      : directory_(directory), language_(wish.language), flow_(flow) {
    for (const mission::Person& person : directory.mission().people)
      if (for_the_delegation(person.record) && person.role != mission::PersonRole::Principal)
        people_[person.organisation].push_back(&person);
  }

  void draw() {
    using namespace paper_words;
    side(mission::Side::Delegation, home_side);
    side(mission::Side::Counterpart, other_side);
    index_by_sector();
    index_by_region();
  }

 private:
  void side(mission::Side side, const paper_words::Words& title) {
    std::vector<const Organisation*> shown;
    for (const Organisation& one : directory_.mission().organisations)
      if (one.side == side && for_the_delegation(one.record)) shown.push_back(&one);
    if (shown.empty()) return;
    std::ranges::sort(shown, {}, [&](const Organisation* one) {
      return std::tuple(lower(one->name.best(language_)), one->id.value);
    });
    flow_.new_page(paper_words::in(title, language_));
    flow_.heading(1, paper_words::in(title, language_));
    flow_.space(6);
    for (const Organisation* one : shown) profile(*one);
  }

  template <class Id, class Noun>
  std::string joined_names(const std::vector<Id>& ids, const std::vector<Noun>& nouns) const {
    std::string out;
    for (const Id& id : ids)
      if (const auto found = std::ranges::find(nouns, id, &Noun::id); found != nouns.end())
        out += (out.empty() ? "" : ", ") + found->name.best(language_);
    return out;
  }

  void line(const paper_words::Words& label, const std::string& text) {
    if (text.empty()) return;
    flow_.row({{1, paper_words::in(label, language_), type::quiet}, {3.4, text, {.size = 9}}});
  }

  void profile(const Organisation& one) {
    const auto& mission = directory_.mission();
    flow_.heading(2, one.name.best(language_), 60);
    pages_[one.id] = flow_.paper().page();
    flow_.paragraph(one.profile.best(language_), {.size = 9.5});
    if (one.record.invented)
      flow_.paragraph(paper_words::in(paper_words::invented, language_), type::small);
    flow_.begin_table();
    line(paper_words::sectors, joined_names(one.sectors, mission.sectors));
    line(paper_words::offers, joined_names(one.offers, mission.topics));
    line(paper_words::seeks, joined_names(one.seeks, mission.topics));
    std::string people;
    for (const mission::Person* person : people_[one.id]) {
      const std::string& function = person->function.best(language_);
      people += (people.empty() ? "" : "\n") + mission::display_name(*person) +
                (function.empty() ? "" : ", " + function);
    }
    line(paper_words::represented, people);
    flow_.end_table();
    flow_.space(3);
    flow_.rule();
    flow_.space(3);
  }

  using Entries = std::map<std::string, const Organisation*>;
  void index(const std::string& title, const Entries& entries) {
    if (entries.empty()) return;
    flow_.heading(3, title);
    flow_.begin_table();
    for (const auto& [key, one] : entries)
      flow_.row(
          {{6, one->name.best(language_), {.size = 9}},
           {1, std::to_string(pages_.at(one->id)), {.size = 9, .align = TextStyle::Align::Right}}});
    flow_.end_table();
    flow_.space(6);
  }

  // Those that have a page, by the names that `key` gives them.
  Entries those(const auto& belongs) const {
    Entries entries;
    for (const Organisation& one : directory_.mission().organisations)
      if (pages_.contains(one.id) && belongs(one))
        entries[lower(one.name.best(language_)) + one.id.value] = &one;
    return entries;
  }

  void index_by_sector() {
    const std::string title = paper_words::in(paper_words::by_sector, language_);
    flow_.new_page(title);
    flow_.heading(1, title);
    std::map<std::string, mission::SectorId> by_name;
    for (const auto& sector : directory_.mission().sectors)
      by_name[sector.name.best(language_)] = sector.id;
    for (const auto& [name, id] : by_name)
      index(name, those([&](const Organisation& one) {
              return std::ranges::find(one.sectors, id) != one.sectors.end();
            }));
    index(paper_words::in(paper_words::other_sectors, language_),
          those([](const Organisation& one) { return one.sectors.empty(); }));
  }

  void index_by_region() {
    const std::string title = paper_words::in(paper_words::by_region, language_);
    flow_.new_page(title);
    flow_.heading(1, title);
    for (const std::size_t at : {1U, 2U, 3U, 4U, 0U})
      index(paper_words::in(paper_words::regions.at(at), language_),
            those([&](const Organisation& one) {
              return one.side == mission::Side::Delegation &&
                     static_cast<std::size_t>(one.region) == at;
            }));
  }

  const Directory& directory_;
  base::Language language_;
  PaperFlow& flow_;
  std::map<mission::OrganisationId, std::vector<const mission::Person*>> people_;
  std::map<mission::OrganisationId, int> pages_;
};

}  // namespace

std::string brochure_pdf(const Directory& directory, const PaperWish& wish) {
  const base::Language language = wish.language;
  const auto& mission = directory.mission();
  const std::string title = paper_words::in(paper_words::brochure, language);
  Paper paper({.size = exchange::a5,
               .title = mission.short_name.best(language) + " · " + title,
               .made_at = data_changed_at(directory)});
  paper.new_page();
  const double margin = exchange::millimetres(18), width = exchange::a5.width - 2 * margin;
  double y = exchange::a5.height * 0.3;
  y += paper.text(margin, y, width, mission.name.best(language),
                  {.face = TextStyle::Face::Book, .size = 27, .weight = 700}, "H1");
  y += 14;
  y += paper.text(margin, y, width, title, {.face = TextStyle::Face::Book, .size = 17});
  paper.line(margin, y + 12, margin + 60, y + 12, 1.2);
  paper.text(margin, y + 24, width,
             paper_words::day(mission.first_day, language) + " –\n" +
                 paper_words::day(mission.last_day, language),
             {.size = 10});
  paper.text(margin, exchange::a5.height - margin - 12, width, version_line(directory, language),
             type::small);
  PaperFlow flow(paper, {.head_left = mission.short_name.best(language) + " · " + title,
                         .foot_left = version_line(directory, language)});
  Brochure(directory, wish, flow).draw();
  return paper.finish();
}

}  // namespace kontor::server
