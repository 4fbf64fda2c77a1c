#pragma once
#include <array>
#include <string_view>

#include "exchange/folder_fields.h"

namespace kontor::exchange {

// The files of a mission folder, in the order in which they are read and written. The last one is
// a table, the others are TOML.
inline constexpr std::array<std::string_view, 11> folder_files{
    "mission.toml",    "venues.toml",        "organisations.toml", "people.toml",
    "offices.toml",    "activities.toml",    "sessions.toml",      "rules.toml",
    "agreements.toml", "announcements.toml", "figures.toml"};
inline constexpr std::string_view wishes_file = "wishes.csv";

// The name of one noun in paths and headers.
template <class T>
inline constexpr std::string_view noun_of = "";
template <>
inline constexpr std::string_view noun_of<mission::Leg> = "leg";
template <>
inline constexpr std::string_view noun_of<mission::Sector> = "sector";
template <>
inline constexpr std::string_view noun_of<mission::Topic> = "topic";
template <>
inline constexpr std::string_view noun_of<mission::Count> = "count";
template <>
inline constexpr std::string_view noun_of<mission::Discrepancy> = "discrepancy";
template <>
inline constexpr std::string_view noun_of<mission::Venue> = "venue";
template <>
inline constexpr std::string_view noun_of<mission::Room> = "room";
template <>
inline constexpr std::string_view noun_of<mission::Coach> = "coach";
template <>
inline constexpr std::string_view noun_of<mission::TravelTime> = "travel_time";
template <>
inline constexpr std::string_view noun_of<mission::Organisation> = "organisation";
template <>
inline constexpr std::string_view noun_of<mission::Person> = "person";
template <>
inline constexpr std::string_view noun_of<mission::Office> = "office";
template <>
inline constexpr std::string_view noun_of<mission::Activity> = "activity";
template <>
inline constexpr std::string_view noun_of<mission::Session> = "session";
template <>
inline constexpr std::string_view noun_of<mission::Rule> = "rule";
template <>
inline constexpr std::string_view noun_of<mission::Wish> = "wish";
template <>
inline constexpr std::string_view noun_of<mission::Agreement> = "agreement";
template <>
inline constexpr std::string_view noun_of<mission::Announcement> = "announcement";
template <>
inline constexpr std::string_view noun_of<mission::Figure> = "figure";

// Whether T stands in a folder as a table of fields.
template <class T>
inline constexpr bool is_table =
    !noun_of<T>.empty() || std::same_as<T, mission::Source> || std::same_as<T, mission::Timing> ||
    std::same_as<T, mission::Audience> || std::same_as<T, mission::Absence> ||
    std::same_as<T, mission::Clearance> || std::same_as<T, mission::Who> ||
    std::same_as<T, mission::Scope> || std::same_as<T, mission::Opening> ||
    std::same_as<T, mission::Document>;

// Everything that stands in the TOML file `file`.
template <class Fields, Is<mission::Mission> O>
void describe_file(std::string_view file, Fields& f, O& mission) {
  if (file == "mission.toml") {
    describe(f, mission);
    f.list(mission.legs);
    f.list(mission.sectors);
    f.list(mission.topics);
    f.list(mission.counts);
    f.list(mission.discrepancies);
  } else if (file == "venues.toml") {
    f.optional("travel_times", mission.travel_times);
    f.list(mission.venues);
    f.list(mission.coaches);
  } else if (file == "organisations.toml") {
    f.list(mission.organisations);
  } else if (file == "people.toml") {
    f.list(mission.people);
  } else if (file == "offices.toml") {
    f.list(mission.offices);
  } else if (file == "activities.toml") {
    f.list(mission.activities);
  } else if (file == "sessions.toml") {
    f.list(mission.sessions);
  } else if (file == "rules.toml") {
    f.list(mission.rules);
  } else if (file == "agreements.toml") {
    f.list(mission.agreements);
  } else if (file == "announcements.toml") {
    f.list(mission.announcements);
  } else if (file == "figures.toml") {
    f.list(mission.figures);
  }
}

}  // namespace kontor::exchange
