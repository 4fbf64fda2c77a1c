#include "server/schedule.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

#include "server/agenda.h"
#include "server/made_up.h"
#include "server/pages.h"

namespace kontor::server {

namespace {

using base::Language;
using exchange::ScheduledItem;

using FourWords = std::array<std::string_view, 4>;  // fr, nl, de, en
constexpr FourWords programme_title{"{} : programme", "{}: programma", "{}: Programm",
                                    "{}: programme"};
constexpr FourWords changes_title{"{} : changements au programme", "{}: wijzigingen in programma",
                                  "{}: Änderungen im Programm", "{}: changes of the programme"};
constexpr FourWords added_title{"Nouveau : {}", "Nieuw: {}", "Neu: {}", "New: {}"};
constexpr FourWords moved_title{"Déplacé : {}", "Verplaatst: {}", "Verlegt: {}", "Moved: {}"};
constexpr FourWords removed_title{"Retiré du programme : {}", "Uit het programma: {}",
                                  "Nicht mehr im Programm: {}", "No longer in the programme: {}"};
constexpr FourWords before_words{"Avant : {}", "Voorheen: {}", "Bisher: {}", "Before: {}"};
constexpr FourWords now_words{"Maintenant : {}", "Nu: {}", "Jetzt: {}", "Now: {}"};

std::string said(const FourWords& words, Language language, const std::string& value) {
  return fmt::format(fmt::runtime(words.at(base::index_of(language))), value);
}

bool assumes_one_of(const mission::Record& record, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(names, [&](std::string_view name) {
    return std::ranges::find(record.assumed, name) != record.assumed.end();
  });
}

// The day that sources print, where they do.
std::optional<base::LocalDate> source_day(const mission::Timing& timing) {
  if (timing.precision == mission::Precision::Day) return timing.first_day;
  return timing.earliest ? std::optional(timing.earliest->date) : std::nullopt;
}

// When each activity was to start before it was last moved.
std::map<mission::ActivityId, base::LocalDateTime> earlier_starts(
    const std::vector<actions::ProgrammeChanges>& changes) {
  std::map<mission::ActivityId, base::LocalDateTime> starts;
  for (const auto& version : changes)
    for (const auto& change : version.changes)
      if (change.before && change.after && change.before->starts_at != change.after->starts_at)
        starts.try_emplace(change.activity, change.before->starts_at);
  return starts;
}

class ScheduleItems {
 public:
  ScheduleItems(const Directory& directory, const ScheduleWish& wish)
      : directory_(directory), wish_(wish) {}

  std::optional<ScheduledItem> of(const mission::Activity& activity) const {
    if (activity.record.visibility != mission::Visibility::Public) return std::nullopt;
    const wire::ProgrammeEntry entry = programme_entry(directory_, activity);
    const bool cancelled = activity.status == mission::ActivityStatus::Cancelled;
    const auto starts_at =
        entry.starts_at || !cancelled ? entry.starts_at : activity.timing.earliest;
    if (!starts_at || entry.zone.empty()) return std::nullopt;
    const bool ends =
        entry.ends_at && !assumes_one_of(activity.record, {"duration_minutes", "duration"});
    ScheduledItem item = item_at(directory_.spot(activity), &activity);
    item.key = activity.id.value;
    item.title = activity.title.best(wish_.language);
    item.kind = std::string(mission::word(activity.kind));
    if (const auto* sector = sector_of(activity.sector))
      item.track = sector->name.best(wish_.language);
    if (activity.languages.size() == 1) item.language = base::code(activity.languages.front());
    item.starts_at = *starts_at;
    item.ends_at = entry.ends_at.value_or(*starts_at);
    item.end_known = ends;
    item.speakers = speakers_of(activity);
    item.remark = std::string(made_up_words(activity.record, wish_.language));
    item.made_up = activity.record.invented;
    item.time_known = entry.starts_at &&
                      !assumes_one_of(activity.record, {"planned_timing", "timing", "starts_at"});
    item.day = source_day(activity.timing);
    item.place_known = !assumes_one_of(activity.record, {"room", "rooms", "place", "leg"});
    item.cancelled = cancelled;
    item.capacity = assumes_one_of(activity.record, {"capacity"}) ? 0 : activity.capacity;
    return item;
  }

  std::optional<ScheduledItem> of(const mission::Session& session) const {
    if (session.record.visibility != mission::Visibility::Public) return std::nullopt;
    const Spot spot = directory_.spot(session.room);
    if (spot.leg == nullptr) return std::nullopt;
    ScheduledItem item = item_at(spot, nullptr);
    item.key = session.id.value;
    item.title = session.name.best(wish_.language);
    item.kind = std::string(mission::word(mission::ActivityKind::B2b));
    item.starts_at = session.starts_at;
    item.ends_at = base::plus_minutes(session.starts_at, session.slots * session.slot_minutes);
    item.remark = std::string(made_up_words(session.record, wish_.language));
    item.made_up = session.record.invented || !session.record.assumed.empty();
    return item;
  }

 private:
  ScheduledItem item_at(const Spot& spot, const mission::Activity* activity) const {
    ScheduledItem item;
    item.place = place_name(spot, activity).best(wish_.language);
    if (spot.leg != nullptr) {
      item.city = spot.leg->city.best(wish_.language);
      item.zone = spot.leg->zone;
    }
    return item;
  }

  const mission::Sector* sector_of(const mission::SectorId& id) const {
    const auto& sectors = directory_.mission().sectors;
    const auto found = std::ranges::find(sectors, id, &mission::Sector::id);
    return found == sectors.end() ? nullptr : &*found;
  }

  std::vector<std::string> speakers_of(const mission::Activity& activity) const {
    std::vector<std::string> names;
    for (const mission::PersonId& id : activity.speakers) {
      const auto* person = directory_.person(id);
      if (person != nullptr && person->record.visibility == mission::Visibility::Public)
        names.push_back(mission::display_name(*person));
    }
    return names;
  }

  const Directory& directory_;
  const ScheduleWish& wish_;
};

// "2025-10-06 09:00, Hotel · Ballroom (San Francisco)".
std::string where_and_when(const Directory& directory, const mission::Activity& activity,
                           const mission::ActivityPlacement& placement, Language language) {
  std::string when = base::format(placement.starts_at);
  when[10] = ' ';
  const Spot spot =
      placement.room.empty() ? directory.spot(activity) : directory.spot(placement.room);
  const std::string place = place_name(spot, &activity).best(language);
  if (!place.empty()) when += ", " + place;
  if (spot.leg != nullptr) when += " (" + spot.leg->city.best(language) + ")";
  return when;
}

exchange::NewsEntry news_entry(const Directory& directory, const mission::Activity& activity,
                               const actions::ProgrammeChanges& version,
                               const actions::ProgrammeChange& change, const ScheduleWish& wish) {
  const FourWords& title = !change.before  ? added_title
                           : !change.after ? removed_title
                                           : moved_title;
  const std::string& mission = directory.mission().id.value;
  exchange::NewsEntry entry;
  entry.id = "urn:uuid:" + exchange::item_guid(mission, fmt::format("change {} {}", version.version,
                                                                    activity.id.value));
  entry.title = said(title, wish.language, activity.title.best(wish.language));
  const auto line = [&](const FourWords& words, const mission::ActivityPlacement& placement) {
    entry.body +=
        (entry.body.empty() ? "" : "\n") +
        said(words, wish.language, where_and_when(directory, activity, placement, wish.language));
  };
  if (change.after) line(now_words, *change.after);
  if (change.before) line(before_words, *change.before);
  if (!wish.address.empty()) entry.address = wish.address + "/activities/" + activity.id.value;
  entry.at = version.at;
  return entry;
}

}  // namespace

exchange::Schedule schedule_of(const Directory& directory,
                               const std::vector<actions::ProgrammeChanges>& changes,
                               const ScheduleWish& wish) {
  const mission::Mission& mission = directory.mission();
  exchange::Schedule schedule;
  schedule.mission = mission.id.value;
  schedule.title = mission.name.best(wish.language);
  schedule.short_title = mission.short_name.best(wish.language);
  schedule.made_up = mission.record.invented;
  schedule.language = wish.language;
  schedule.version = directory.plan().version;
  schedule.first_day = mission.first_day;
  schedule.last_day = mission.last_day;
  schedule.zone = wish.zone;
  schedule.address = wish.address;
  if (directory.view().published) schedule.changed_at = directory.view().published->published_at;
  for (const auto& leg : mission.legs)
    if (wish.zone.empty() || leg.zone == wish.zone)
      schedule.cities.push_back({leg.city.best(wish.language), leg.zone});
  const auto starts = earlier_starts(changes);
  const ScheduleItems items(directory, wish);
  const auto add = [&](std::optional<ScheduledItem> item) {
    if (!item || (!wish.zone.empty() && item->zone != wish.zone)) return;
    if (const auto start = starts.find({item->key}); start != starts.end())
      item->started_before = start->second;
    schedule.items.push_back(*std::move(item));
  };
  for (const auto& activity : mission.activities) add(items.of(activity));
  for (const auto& session : mission.sessions) add(items.of(session));
  return schedule;
}

exchange::Calendar calendar_of_schedule(const exchange::Schedule& schedule) {
  exchange::Calendar calendar;
  calendar.name = said(programme_title, schedule.language, schedule.short_title);
  calendar.description = schedule.title;
  calendar.language = schedule.language;
  calendar.changed_at = schedule.changed_at;
  calendar.first_day = schedule.first_day;
  calendar.last_day = schedule.last_day;
  for (const auto& city : schedule.cities) calendar.zones.push_back(city.zone);
  for (const ScheduledItem& item : schedule.items) {
    exchange::CalendarEvent event;
    event.uid = exchange::item_guid(schedule.mission, item.key);
    event.summary = item.title;
    event.description = item.remark;
    event.location = item.place.empty() || item.place == item.city
                         ? item.city
                         : item.place + (item.city.empty() ? "" : ", " + item.city);
    event.category = item.track;
    event.starts_at = item.starts_at;
    event.ends_at = item.ends_at;
    event.zone = item.zone;
    event.sequence = schedule.version;
    event.visibility = exchange::CalendarClass::Public;
    event.cancelled = item.cancelled;
    calendar.events.push_back(std::move(event));
  }
  return calendar;
}

exchange::News news_of_changes(const Directory& directory,
                               const std::vector<actions::ProgrammeChanges>& changes,
                               const ScheduleWish& wish) {
  const mission::Mission& mission = directory.mission();
  exchange::News news;
  news.id = "urn:uuid:" + exchange::item_guid(mission.id.value,
                                              fmt::format("changes {}", base::code(wish.language)));
  news.title = said(changes_title, wish.language, mission.short_name.best(wish.language));
  news.language = wish.language;
  news.address = wish.address.empty() ? "" : wish.address + "/about";
  if (!directory.view().versions.empty())
    news.changed_at = directory.view().versions.back().published_at;
  for (const auto& version : changes)
    for (const auto& change : version.changes) {
      const auto* activity = directory.activity(change.activity);
      if (activity == nullptr || activity->record.visibility != mission::Visibility::Public)
        continue;
      news.entries.push_back(news_entry(directory, *activity, version, change, wish));
    }
  return news;
}

}  // namespace kontor::server
