#include "server/exports.h"

#include <algorithm>
#include <functional>

#include "actions/read_view.h"
#include "actions/rights.h"
#include "exchange/xcal_write.h"
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

using enum ExportRight;

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
