#include "server/agenda.h"
#include "server/paper_parts.h"
#include "server/paper_words.h"

namespace kontor::server {

namespace {

using exchange::Paper;
using exchange::PaperFlow;
using exchange::TextStyle;

// What else there is to know of an engagement, a line each.
std::string remarks_of(const Directory& directory, const Engagement& one, base::Language language) {
  using namespace paper_words;
  std::string out;
  const auto add = [&](const std::string& line) { out += (out.empty() ? "" : "\n") + line; };
  if (one.meeting != nullptr) {
    if (const auto* guest = directory.person(one.other_person))
      add(filled(with, language, mission::display_name(*guest)));
  }
  if (one.coach != nullptr && one.boards_at != nullptr)
    add(filled(leaves, language, clock(one.departs_at), one.coach->name.best(language),
               one.boards_at->name.best(language), clock(one.returns_at)));
  else if (one.travel_minutes > 0)
    add(filled(travel, language, one.travel_minutes));
  if (one.in_place_at != one.starts_at) add(filled(in_place, language, clock(one.in_place_at)));
  if (one.stays_until != one.ends_at) add(filled(stays, language, clock(one.stays_until)));
  return out;
}

std::string title_in(const Directory& directory, const Engagement& one, base::Language language) {
  if (one.activity != nullptr) return one.activity->title.best(language);
  const auto* other = directory.organisation(one.other_organisation);
  return other == nullptr ? one.session->name.best(language) : other->name.best(language);
}

std::string place_in(const Engagement& one, base::Language language) {
  std::string place = place_name(one.spot, one.activity).best(language);
  if (one.meeting != nullptr && one.meeting->table > 0)
    place += (place.empty() ? "" : " · ") +
             paper_words::filled(paper_words::table, language, one.meeting->table);
  return place;
}

void draw_engagement(PaperFlow& flow, const Directory& directory, const Engagement& one,
                     base::Language language) {
  using paper_words::clock;
  const mission::Record& record =
      one.activity != nullptr ? one.activity->record : one.session->record;
  std::string remarks = remarks_of(directory, one, language);
  if (record.invented)
    remarks += (remarks.empty() ? "" : "\n") + paper_words::in(paper_words::invented, language);
  flow.row({{1.45, clock(one.starts_at) + "–" + clock(one.ends_at), type::strong},
            {3.2, title_in(directory, one, language), type::strong},
            {2.6, place_in(one, language), type::plain},
            {2.6, remarks, type::quiet}});
}

// All pages of one person.
void draw_agenda(PaperFlow& flow, const Directory& directory, const mission::Person& person,
                 const PaperWish& wish) {
  const base::Language language = wish.language;
  flow.new_page(mission::display_name(person));
  if (!wish.address.empty())
    flow.paper().qr(flow.left() + flow.width() - 62, flow.y() - 6, 66,
                    wish.address + "/people/" + person.id.value);
  flow.heading(1, mission::display_name(person));
  std::string who = person.function.best(language);
  if (const auto* organisation = directory.organisation(person.organisation))
    who += (who.empty() ? "" : " · ") + organisation->name.best(language);
  flow.paragraph(who, {.size = 10.5});
  flow.paragraph(version_line(directory, language), type::small);
  flow.space(8);
  const auto agenda = agenda_of(directory, person.id);
  if (agenda.empty()) flow.paragraph(paper_words::in(paper_words::nothing, language));
  base::LocalDate date{};
  const mission::Leg* leg = nullptr;
  bool open = false;
  for (const Engagement& one : agenda) {
    if (one.starts_at.date != date || one.spot.leg != leg) {
      if (open) flow.end_table();
      date = one.starts_at.date;
      leg = one.spot.leg;
      const std::string city = city_line(directory, leg, language);
      flow.space(4);
      flow.heading(2, paper_words::day(date, language) + (city.empty() ? "" : " · " + city));
      flow.rule(0.3);
      flow.begin_table();
      open = true;
    }
    draw_engagement(flow, directory, one, language);
  }
  if (open) flow.end_table();
}

PaperFlow::Frame agenda_frame(const Directory& directory, double scale, base::Language language) {
  const std::string& mission = directory.mission().short_name.best(language);
  return {.margin = exchange::millimetres(16),
          .head_left = mission + " · " + paper_words::in(paper_words::agenda, language),
          .foot_left = version_line(directory, language),
          .number = [page = 0](int) mutable { return std::to_string(++page); },
          .scale = scale};
}

// The largest scale at which the agenda has at most two pages.
double scale_of(const Directory& directory, const mission::Person& person, const PaperWish& wish) {
  constexpr double smallest = 0.5;
  double scale = 1;
  for (; scale > smallest; scale -= 0.08) {
    Paper trial({.title = "", .made_at = {}});
    PaperFlow flow(trial, agenda_frame(directory, scale, wish.language));
    draw_agenda(flow, directory, person, wish);
    if (trial.page() <= 2) break;
  }
  return scale;
}

}  // namespace

std::string agendas_pdf(const Directory& directory, const std::vector<mission::PersonId>& people,
                        const PaperWish& wish) {
  Paper paper({.title = paper_words::in(paper_words::agenda, wish.language),
               .made_at = data_changed_at(directory)});
  for (const mission::PersonId& id : people) {
    const auto* person = directory.person(id);
    if (person == nullptr) continue;
    PaperFlow flow(paper,
                   agenda_frame(directory, scale_of(directory, *person, wish), wish.language));
    draw_agenda(flow, directory, *person, wish);
  }
  if (paper.page() == 0) paper.new_page();
  return paper.finish();
}

}  // namespace kontor::server
