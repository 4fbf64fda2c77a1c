#include <algorithm>
#include <map>
#include <tuple>

#include "planning/rides.h"
#include "server/agenda.h"
#include "server/paper_parts.h"
#include "server/paper_words.h"
#include "server/web.h"

// Signs for tables and doors, and lists for coaches.

namespace kontor::server {

namespace {

using exchange::Paper;
using exchange::PaperFlow;
using exchange::TextStyle;

std::string name_of(const Directory& directory, const mission::OrganisationId& id,
                    base::Language language) {
  const auto* organisation = directory.organisation(id);
  return organisation == nullptr ? "–" : organisation->name.best(language);
}

void draw_table_sign(Paper& paper, const Directory& directory, const mission::Session& session,
                     const std::vector<const mission::Meeting*>& meetings,
                     base::Language language) {
  const double margin = exchange::millimetres(12), width = paper.size().width - 2 * margin;
  paper.new_page();
  paper.text(
      margin, margin, width * 0.62,
      session.name.best(language) + "\n" + paper_words::day(session.starts_at.date, language),
      {.size = 10, .grey = 0.25}, "P", 2);
  paper.text(
      margin, margin - 8, width,
      paper_words::filled(paper_words::table, language, meetings.front()->table),
      {.face = TextStyle::Face::Book, .size = 46, .weight = 700, .align = TextStyle::Align::Right},
      "H1", 1);
  double y = margin + 62;
  const double left_height = paper.size().height - margin - 16 - y;
  const double line = std::min(30.0, left_height / static_cast<double>(meetings.size()));
  paper.begin("Table");
  for (const auto* meeting : meetings) {
    const auto starts_at =
        base::plus_minutes(session.starts_at, meeting->slot * session.slot_minutes);
    const double size = std::min(11.0, line * 0.44);
    paper.begin("TR");
    paper.text(margin, y, 48, paper_words::clock(starts_at), {.size = size, .weight = 600}, "TH",
               1);
    const double half = (width - 60) / 2;
    paper.fitted(margin + 52, y, half, line - 2, name_of(directory, meeting->first, language),
                 {.size = size, .weight = 600}, "TD");
    paper.fitted(margin + 60 + half, y, half, line - 2,
                 name_of(directory, meeting->second, language), {.size = size, .weight = 600},
                 "TD");
    paper.end("TR");
    y += line;
    paper.line(margin, y - 2, margin + width, y - 2, 0.3, 0.7);
  }
  paper.end("Table");
  paper.furniture(margin, paper.size().height - margin, width, version_line(directory, language),
                  type::small);
}

// A line on a door.
struct DoorLine {
  base::LocalDateTime starts_at;
  base::LocalDateTime ends_at;
  std::string title;
  bool invented = false;
};
using DoorDays = std::map<base::LocalDate, std::vector<DoorLine>>;

std::map<std::string, DoorDays> door_lines(const Directory& directory, base::Language language) {
  std::map<std::string, DoorDays> rooms;
  for (const auto& placement : directory.plan().activities) {
    const auto* activity = directory.activity(placement.activity);
    if (activity == nullptr || placement.room.empty() || !for_the_delegation(activity->record))
      continue;
    rooms[placement.room.value][placement.starts_at.date].push_back(
        {placement.starts_at, base::plus_minutes(placement.starts_at, placement.minutes),
         activity->title.best(language), activity->record.invented});
  }
  for (const auto& session : directory.mission().sessions)
    if (for_the_delegation(session.record))
      rooms[session.room.value][session.starts_at.date].push_back(
          {session.starts_at,
           base::plus_minutes(session.starts_at, session.slots * session.slot_minutes),
           session.name.best(language), session.record.invented});
  return rooms;
}

}  // namespace

std::string table_signs_pdf(const Directory& directory, const PaperWish& wish) {
  Paper paper({.size = {exchange::a5.height, exchange::a5.width},
               .title = directory.mission().short_name.best(wish.language),
               .made_at = data_changed_at(directory)});
  for (const auto& session : directory.mission().sessions) {
    std::map<int, std::vector<const mission::Meeting*>> tables;
    for (const auto& meeting : directory.plan().meetings)
      if (meeting.session == session.id) tables[meeting.table].push_back(&meeting);
    for (auto& [table, meetings] : tables) {
      std::ranges::sort(meetings, {}, &mission::Meeting::slot);
      draw_table_sign(paper, directory, session, meetings, wish.language);
    }
  }
  if (paper.page() == 0) paper.new_page();
  return paper.finish();
}

std::string room_lists_pdf(const Directory& directory, const PaperWish& wish) {
  Paper paper({.title = directory.mission().short_name.best(wish.language),
               .made_at = data_changed_at(directory)});
  PaperFlow flow(paper, {.margin = exchange::millimetres(20),
                         .head_left = directory.mission().short_name.best(wish.language),
                         .foot_left = version_line(directory, wish.language)});
  auto rooms = door_lines(directory, wish.language);
  for (const auto& venue : directory.mission().venues)
    for (const auto& room : venue.rooms)
      for (auto& [date, lines] : rooms[room.id.value]) {
        std::ranges::stable_sort(lines, {}, &DoorLine::starts_at);
        flow.new_page(city_line(directory, directory.leg(venue.leg), wish.language));
        flow.heading(1, room.name.best(wish.language));
        flow.paragraph(venue.name.best(wish.language), {.size = 12});
        flow.heading(2, paper_words::day(date, wish.language));
        flow.space(10);
        flow.begin_table();
        for (const DoorLine& line : lines) {
          flow.row({{1,
                     paper_words::clock(line.starts_at) + "–" + paper_words::clock(line.ends_at),
                     {.size = 15, .weight = 600}},
                    {3, line.title, {.face = TextStyle::Face::Book, .size = 18}}});
          if (line.invented)
            flow.row(
                {{1, ""}, {3, paper_words::in(paper_words::invented, wish.language), type::small}});
          flow.rule();
        }
        flow.end_table();
      }
  if (paper.page() == 0) flow.new_page();
  return paper.finish();
}

std::string manifests_pdf(const Directory& directory, const PaperWish& wish) {
  using namespace paper_words;
  const base::Language language = wish.language;
  Paper paper({.title = in(manifest, language), .made_at = data_changed_at(directory)});
  PaperFlow flow(
      paper, {.head_left = in(manifest, language), .foot_left = version_line(directory, language)});
  const auto& mission = directory.mission();
  for (const auto& ride : planning::rides(mission, directory.plan())) {
    const auto coach = std::ranges::find(mission.coaches, ride.coach, &mission::Coach::id);
    const auto venue = std::ranges::find(mission.venues, ride.boards_at, &mission::Venue::id);
    const auto* activity = directory.activity(ride.activity);
    if (coach == mission.coaches.end() || venue == mission.venues.end() || activity == nullptr)
      continue;
    flow.new_page(city_line(directory, directory.leg(coach->leg), language));
    flow.heading(1, coach->name.best(language) + " · " + activity->title.best(language));
    flow.paragraph(
        day(ride.departs_at.date, language) + " · " +
            filled(departs, language, clock(ride.departs_at), venue->name.best(language)) + " · " +
            filled(returns, language, clock(ride.returns_at)),
        {.size = 11, .weight = 600});
    flow.paragraph(filled(seats, language, ride.passengers.size(), coach->seats));
    flow.space(6);
    std::vector<const mission::Person*> passengers;
    for (const auto& id : ride.passengers)
      if (const auto* person = directory.person(id)) passengers.push_back(person);
    std::ranges::sort(passengers, {}, [](const auto* person) {
      return std::tuple(lower(person->family_name), person->given_name, person->id.value);
    });
    flow.begin_table();
    flow.row({{0.5, ""},
              {3, in(name, language), type::quiet},
              {4, in(organisation, language), type::quiet},
              {0.8, in(there, language), type::quiet},
              {0.8, in(back, language), type::quiet}},
             "TH");
    flow.rule(0.3);
    int number = 0;
    for (const auto* person : passengers) {
      const std::string family =
          person->family_name + (person->given_name.empty() ? "" : ", " + person->given_name);
      flow.row({{0.5, std::to_string(++number), type::quiet},
                {3, family, type::strong},
                {4, name_of(directory, person->organisation, language), type::plain},
                {0.8, "☐", {.size = 12}},
                {0.8, "☐", {.size = 12}}});
    }
    flow.end_table();
  }
  if (paper.page() == 0) {
    flow.new_page();
    flow.paragraph(in(nothing, language));
  }
  return paper.finish();
}

}  // namespace kontor::server
