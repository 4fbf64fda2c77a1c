#include "server/calendar_feed.h"

#include <array>
#include <fmt/format.h>

#include "exchange/calendar_write.h"
#include "server/agenda.h"
#include "server/made_up.h"

namespace kontor::server {

namespace {

using base::Language;
using exchange::CalendarClass;
using exchange::CalendarEvent;

using Words = std::array<std::string_view, 4>;  // fr, nl, de, en
constexpr Words meeting_word{"Rencontre", "Gesprek", "Gespräch", "Meeting"};
constexpr Words activity_word{"Activité", "Activiteit", "Programmpunkt", "Activity"};
constexpr Words table_word{"Table {}", "Tafel {}", "Tisch {}", "Table {}"};
constexpr Words with_word{"Avec {}", "Met {}", "Mit {}", "With {}"};
constexpr Words travel_word{"Trajet : {} min", "Reistijd: {} min", "Fahrzeit: {} Min.",
                            "Travel: {} min"};
constexpr Words ride_word{"Départ à {} en autocar {} : {}. Retour à {}.",
                          "Vertrek om {} met autocar {}: {}. Terug om {}.",
                          "Abfahrt um {} mit Reisebus {}: {}. Zurück um {}.",
                          "Leaves at {} by coach {}: {}. Back at {}."};
constexpr Words early_word{"Sur place dès {}.", "Aanwezig vanaf {}.", "Anwesend ab {}.",
                           "In place from {}."};
constexpr Words late_word{"Sur place jusqu’à {}.", "Aanwezig tot {}.", "Anwesend bis {}.",
                          "Stay until {}."};
constexpr Words titled{"{} : {}", "{}: {}", "{}: {}", "{}: {}"};

std::string_view in(const Words& words, Language language) {
  return words.at(static_cast<std::size_t>(language));
}

template <class... Values>
std::string filled(const Words& words, Language language, const Values&... values) {
  return fmt::format(fmt::runtime(in(words, language)), values...);
}

void add_line(std::string& text, const std::string& line) {
  if (line.empty()) return;
  text += (text.empty() ? "" : "\n") + line;
}

CalendarClass class_of(mission::Visibility visibility) {
  if (visibility == mission::Visibility::Public) return CalendarClass::Public;
  return visibility <= mission::Visibility::Agency ? CalendarClass::Private
                                                   : CalendarClass::Confidential;
}

// Stays while time, table or place change. The two sides of a meeting have events of their own.
std::string uid_of(const Directory& directory, const Engagement& one,
                   const mission::PersonId& person) {
  const std::string& mission = directory.mission().id.value;
  if (one.meeting == nullptr)
    return fmt::format("activity-{}-{}@{}.kontor", one.activity->id.value, person.value, mission);
  return fmt::format("meeting-{}-{}-{}@{}.kontor", one.meeting->first.value,
                     one.meeting->second.value, person.value, mission);
}

void add_meeting(const Directory& directory, const Engagement& one, Language language,
                 CalendarEvent& event) {
  const auto* other = directory.organisation(one.other_organisation);
  const auto* guest = directory.person(one.other_person);
  event.category = in(meeting_word, language);
  event.summary = other == nullptr
                      ? one.session->name.best(language)
                      : filled(titled, language, event.category, other->name.best(language));
  if (one.meeting->table > 0) {
    const std::string table = filled(table_word, language, one.meeting->table);
    event.location += (event.location.empty() ? "" : " · ") + table;
  }
  if (guest != nullptr)
    add_line(event.description, filled(with_word, language, mission::display_name(*guest)));
}

void add_activity(const Engagement& one, Language language, CalendarEvent& event) {
  event.category = in(activity_word, language);
  event.summary = one.activity->title.best(language);
  event.visibility = class_of(one.activity->record.visibility);
}

std::string clock(base::LocalDateTime time) {
  return base::format(time).substr(11);
}

// From when and until when somebody is asked to be there, where that is longer than the activity.
void add_presence(const Engagement& one, Language language, CalendarEvent& event) {
  if (one.in_place_at != one.starts_at)
    add_line(event.description, filled(early_word, language, clock(one.in_place_at)));
  if (one.stays_until != one.ends_at)
    add_line(event.description, filled(late_word, language, clock(one.stays_until)));
}

// When and where the coach leaves; empty where none does.
std::string departure(const Engagement& one, Language language) {
  if (one.coach == nullptr || one.boards_at == nullptr) return "";
  return filled(ride_word, language, clock(one.departs_at), one.coach->name.best(language),
                one.boards_at->name.best(language), clock(one.returns_at));
}

// What of the event is made up, said in words; empty where nothing is.
std::string_view invention(const Engagement& one, Language language) {
  return made_up_words(one.activity != nullptr ? one.activity->record : one.session->record,
                       language);
}

CalendarEvent event_of(const Directory& directory, const Engagement& one,
                       const mission::PersonId& person, Language language) {
  CalendarEvent event;
  event.uid = uid_of(directory, one, person);
  event.location = place_name(one.spot, one.activity).best(language);
  if (one.meeting != nullptr)
    add_meeting(directory, one, language, event);
  else
    add_activity(one, language, event);
  if (one.travel_minutes > 0)
    add_line(event.description, filled(travel_word, language, one.travel_minutes));
  add_line(event.description, departure(one, language));
  add_presence(one, language, event);
  add_line(event.description, std::string(invention(one, language)));
  event.starts_at = one.starts_at;
  event.ends_at = one.ends_at;
  event.zone = one.zone();
  event.sequence = directory.plan().version;
  return event;
}

}  // namespace

exchange::Calendar calendar_of(const Directory& directory, const mission::PersonId& person,
                               Language language) {
  const mission::Mission& mission = directory.mission();
  exchange::Calendar calendar;
  const auto* owner = directory.person(person);
  const std::string& name = mission.short_name.best(language);
  calendar.name =
      owner == nullptr ? name : fmt::format("{} · {}", name, mission::display_name(*owner));
  calendar.description = mission.name.best(language);
  calendar.language = language;
  if (directory.view().published) calendar.changed_at = directory.view().published->published_at;
  calendar.first_day = mission.first_day;
  calendar.last_day = mission.last_day;
  for (const mission::Leg& leg : mission.legs) calendar.zones.push_back(leg.zone);
  for (const Engagement& one : agenda_of(directory, person))
    calendar.events.push_back(event_of(directory, one, person, language));
  return calendar;
}

std::string calendar_feed(const Directory& directory, const mission::PersonId& person,
                          Language language) {
  return exchange::write_calendar(calendar_of(directory, person, language));
}

}  // namespace kontor::server
