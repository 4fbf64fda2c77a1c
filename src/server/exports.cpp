#include "server/exports.h"

#include <algorithm>
#include <functional>

#include "actions/read_view.h"
#include "actions/rights.h"
#include "base/hmac.h"
#include "exchange/table.h"
#include "exchange/vcard_write.h"
#include "exchange/xcal_write.h"
#include "server/badge_press.h"
#include "server/made_up.h"
#include "server/paper_parts.h"
#include "server/papers.h"
#include "server/schedule.h"

namespace kontor::server {

namespace {

using actions::Context;
using actions::Outcome;

// What a file is made from.
struct ExportMaterial {
  Context& context;
  const mission::Acting& acting;
  const Directory& directory;
  const ExportWish& wish;
};
using Maker = Outcome<std::string> (*)(const ExportMaterial& material);

struct KnownExport {
  ExportFile file;
  Maker make;
};

ScheduleWish schedule_wish(const ExportWish& wish) {
  return {wish.language, wish.of, wish.address};
}

Outcome<exchange::Schedule> public_schedule(const ExportMaterial& material) {
  const auto changes = actions::read_programme_changes(material.context);
  if (!changes) return std::unexpected(changes.error());
  const auto& legs = material.directory.mission().legs;
  const std::string& zone = material.wish.of;
  if (!zone.empty() && std::ranges::find(legs, zone, &mission::Leg::zone) == legs.end())
    return std::unexpected(actions::Missing{"zone", zone});
  return schedule_of(material.directory, *changes, schedule_wish(material.wish));
}

template <std::string (*write)(const exchange::Schedule&)>
Outcome<std::string> schedule_file(const ExportMaterial& material) {
  const auto schedule = public_schedule(material);
  if (!schedule) return std::unexpected(schedule.error());
  return write(*schedule);
}

std::string schedule_ics(const exchange::Schedule& schedule) {
  return exchange::write_calendar(calendar_of_schedule(schedule));
}

std::string schedule_xcal(const exchange::Schedule& schedule) {
  return exchange::write_xcal(calendar_of_schedule(schedule));
}

template <std::string (*write)(const exchange::News&)>
Outcome<std::string> changes_file(const ExportMaterial& material) {
  const auto changes = actions::read_programme_changes(material.context);
  if (!changes) return std::unexpected(changes.error());
  exchange::News news = news_of_changes(material.directory, *changes, schedule_wish(material.wish));
  if (!material.wish.address.empty())
    news.own_address = material.wish.address + "/exports/changes." +
                       (write == exchange::write_atom ? "atom" : "rss") +
                       "?lang=" + std::string(base::code(material.wish.language));
  return write(news);
}

PaperWish paper_wish(const ExportMaterial& material) {
  return {material.wish.language, material.wish.address};
}

// Those of a person, of an organisation, or all that `fits` lets in, by organisation and name.
template <class Fits>
Outcome<std::vector<mission::PersonId>> chosen_people(const ExportMaterial& material,
                                                      const Fits& fits) {
  const Directory& directory = material.directory;
  const std::string& of = material.wish.of;
  std::vector<const mission::Person*> people;
  for (const mission::Person& person : directory.mission().people)
    if (of.empty() ? fits(person) : person.id.value == of || person.organisation.value == of)
      people.push_back(&person);
  if (people.empty() && !of.empty()) return std::unexpected(actions::Missing{"person", of});
  std::ranges::sort(people, {}, [&](const mission::Person* person) {
    const auto* organisation = directory.organisation(person->organisation);
    return std::tuple(organisation ? organisation->name.best(material.wish.language) : "",
                      person->family_name, person->given_name, person->id.value);
  });
  std::vector<mission::PersonId> ids;
  for (const auto* person : people) ids.push_back(person->id);
  return ids;
}

bool everybody(const mission::Person&) {
  return true;
}

bool wears_a_badge(const mission::Person& person) {
  return person.role != mission::PersonRole::Principal;
}

template <exchange::VcardVersion version>
Outcome<std::string> vcards(const ExportMaterial& material) {
  const auto people = chosen_people(material, everybody);
  if (!people) return std::unexpected(people.error());
  const Directory& directory = material.directory;
  const base::Language language = material.wish.language;
  std::vector<exchange::ContactCard> cards;
  for (const mission::PersonId& id : *people) {
    const mission::Person& person = *directory.person(id);
    const auto* organisation = directory.organisation(person.organisation);
    cards.push_back({exchange::item_guid(directory.mission().id.value, "person " + id.value),
                     person.given_name, person.family_name,
                     organisation ? organisation->name.best(language) : "",
                     person.function.best(language),
                     std::string(made_up_words(person.record, language)), person.languages});
  }
  return exchange::write_vcards(cards, version, data_changed_at(directory));
}

template <BadgePaper paper>
Outcome<std::string> badges(const ExportMaterial& material) {
  const auto people = chosen_people(material, wears_a_badge);
  if (!people) return std::unexpected(people.error());
  const auto press = BadgePress::of(material.context, material.directory.mission().id);
  if (!press) return std::unexpected(press.error());
  const TokenOf token_of = [&](const mission::PersonId& person) {
    return press->token(person, material.wish.copy);
  };
  return badges_pdf(material.directory, *people, token_of, paper, paper_wish(material));
}

// Whose badges there are: for those who verify them.
Outcome<std::string> badge_list(const ExportMaterial& material) {
  const auto people = chosen_people(material, wears_a_badge);
  if (!people) return std::unexpected(people.error());
  const auto press = BadgePress::of(material.context, material.directory.mission().id);
  if (!press) return std::unexpected(press.error());
  exchange::Table table{"badges", {"badge", "issue", "key", "name", "organisation"}, {}};
  for (const mission::PersonId& id : *people) {
    const mission::Person& person = *material.directory.person(id);
    const auto* organisation = material.directory.organisation(person.organisation);
    table.rows.push_back({press->id(id, material.wish.copy), std::int64_t{material.wish.copy},
                          id.value, mission::display_name(person),
                          organisation ? organisation->name.best(material.wish.language) : ""});
  }
  return exchange::write_csv(table, base::Language::En);
}

Outcome<std::string> badge_key(const ExportMaterial& material) {
  const auto press = BadgePress::of(material.context, material.directory.mission().id);
  if (!press) return std::unexpected(press.error());
  return "kontor-badge-key " + material.directory.mission().id.value + " " +
         base::base64url(press->public_key()) + "\n";
}

template <std::string (*write)(const Directory&, const PaperWish&)>
Outcome<std::string> paper_file(const ExportMaterial& material) {
  return write(material.directory, paper_wish(material));
}

Outcome<std::string> agendas(const ExportMaterial& material) {
  const auto people = chosen_people(material, wears_a_badge);
  if (!people) return std::unexpected(people.error());
  return agendas_pdf(material.directory, *people, paper_wish(material));
}

Outcome<std::string> programme_book(const ExportMaterial& material) {
  BookCopy copy{material.wish.copy, nullptr};
  if (material.wish.since == 0)
    return programme_book_pdf(material.directory, copy, paper_wish(material));
  const auto earlier =
      actions::read_view_at(material.context, material.acting, material.wish.since);
  if (!earlier) return std::unexpected(earlier.error());
  const Directory before(**earlier);
  copy.earlier = &before;
  return programme_book_pdf(material.directory, copy, paper_wish(material));
}

using enum ExportRight;

constexpr std::string_view pdf = "application/pdf";

const std::vector<KnownExport>& known_exports() {
  static const std::vector<KnownExport> known{
      {{"schedule.xml", "application/xml; charset=utf-8", Everybody, "zone"},
       schedule_file<exchange::write_schedule_xml>},
      {{"schedule.json", "application/json", Everybody, "zone"},
       schedule_file<exchange::write_schedule_json>},
      {{"schedule.ics", "text/calendar; charset=utf-8", Everybody, "zone"},
       schedule_file<schedule_ics>},
      {{"schedule.xcal", "application/calendar+xml; charset=utf-8", Everybody, "zone"},
       schedule_file<schedule_xcal>},
      {{"schedule.jsonld", "application/ld+json", Everybody, "zone"},
       schedule_file<exchange::write_schedule_json_ld>},
      {{"changes.atom", "application/atom+xml; charset=utf-8", Everybody},
       changes_file<exchange::write_atom>},
      {{"changes.rss", "application/rss+xml; charset=utf-8", Everybody},
       changes_file<exchange::write_rss>},
      {{"people.vcf", "text/vcard; charset=utf-8", SignedIn, "person"},
       vcards<exchange::VcardVersion::Four>},
      {{"people-3.vcf", "text/vcard; charset=utf-8", SignedIn, "person"},
       vcards<exchange::VcardVersion::Three>},
      {{"agenda.pdf", pdf, SignedIn, "person", true}, agendas},
      {{"agendas.pdf", pdf, Meetings, "organisation"}, agendas},
      {{"brochure.pdf", pdf, SignedIn}, paper_file<brochure_pdf>},
      {{"badges.pdf", pdf, Attendance, "person"}, badges<BadgePaper::Sheets>},
      {{"badges-single.pdf", pdf, Attendance, "person"}, badges<BadgePaper::Single>},
      {{"badge-list.csv", "text/csv; charset=utf-8", Attendance, "person"}, badge_list},
      {{"badge-key.txt", "text/plain; charset=utf-8", Everybody}, badge_key},
      {{"table-signs.pdf", pdf, Meetings}, paper_file<table_signs_pdf>},
      {{"room-lists.pdf", pdf, Attendance}, paper_file<room_lists_pdf>},
      {{"manifests.pdf", pdf, Attendance}, paper_file<manifests_pdf>},
      {{"programme-book.pdf", pdf, Movement}, programme_book},
  };
  return known;
}

}  // namespace

const std::vector<ExportFile>& export_files() {
  static const std::vector<ExportFile> files = [] {
    std::vector<ExportFile> out;
    for (const KnownExport& one : known_exports()) out.push_back(one.file);
    return out;
  }();
  return files;
}

const ExportFile* export_file(std::string_view name) {
  const auto found = std::ranges::find(export_files(), name, &ExportFile::name);
  return found == export_files().end() ? nullptr : &*found;
}

bool may_export(const mission::Acting& acting, const ExportFile& file) {
  using actions::Matter;
  switch (file.right) {
    case Everybody:
      return true;
    case SignedIn:
      return acting.role != mission::Role::Public;
    case Attendance:
      return actions::may_see(acting, Matter::Attendance);
    case Meetings:
      return actions::may_see(acting, Matter::Meeting);
    case Movement:
      return actions::may_see(acting, Matter::Movement);
  }
  return false;
}

Outcome<std::string> export_text(Context& context, const mission::Acting& acting,
                                 const ExportFile& file, const ExportWish& wish) {
  if (!may_export(acting, file))
    return std::unexpected(actions::Denied{actions::Verb::ReadMission});
  // What everybody may have is made of what everybody may know.
  const mission::Acting as = file.right == Everybody ? mission::Acting{} : acting;
  const auto view = actions::read_view(context, as);
  if (!view) return std::unexpected(view.error());
  const Directory directory(**view);
  if ((file.of.empty() && !wish.of.empty()) || (file.of_one_only && wish.of.empty()))
    return std::unexpected(actions::Missing{std::string(file.of), wish.of});
  const auto known = std::ranges::find(known_exports(), file.name,
                                       [](const KnownExport& one) { return one.file.name; });
  return known->make({context, as, directory, wish});
}

}  // namespace kontor::server
