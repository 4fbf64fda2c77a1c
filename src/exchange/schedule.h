#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"

namespace kontor::exchange {

// One entry of a programme that everybody may know, in the reader's words.
struct ScheduledItem {
  std::string key;  // "A08"
  std::string title;
  std::string kind;      // Kontor's word: "seminar"
  std::string track;     // its sector; empty: none
  std::string language;  // "fr"; empty: unknown
  std::string place;     // empty: unknown
  std::string city;
  std::string zone;  // of its times
  base::LocalDateTime starts_at;
  base::LocalDateTime ends_at;
  std::vector<std::string> speakers;
  std::string remark;      // what of it is made up, in words; empty: nothing
  bool made_up = false;    // all of it
  bool time_known = true;  // false: its time is made up; what sources print is `day`
  std::optional<base::LocalDate> day{};
  bool end_known = true;    // false: its end is made up
  bool place_known = true;  // false: its place is made up
  bool cancelled = false;
  int capacity = 0;  // 0: unknown
  // Where it was moved: when it was to start before.
  std::optional<base::LocalDateTime> started_before;
};

struct ScheduleCity {
  std::string name;
  std::string zone;
};

// A programme as other programs and search engines read it.
struct Schedule {
  std::string mission;  // its key
  std::string title;
  std::string short_title;
  bool made_up = false;  // the mission itself
  base::Language language = base::Language::En;
  int version = 0;
  base::LocalDate first_day{};
  base::LocalDate last_day{};
  std::string zone;     // of all items; empty: they stand in several
  std::string address;  // of the server, "https://kontor.example"; empty: none is told
  base::Instant changed_at{};
  std::vector<ScheduleCity> cities;
  std::vector<ScheduledItem> items;
};

// What keeps its value while an item moves: a UUID (RFC 9562, version 8) and a number above 0 of
// the item with this key, among those of the mission.
std::string item_guid(const std::string& mission, const std::string& key);

// In the format of frab and of the C3VOC, which schedule apps read: rooms by day; times with the
// offset of their zone. Without a zone of its own the schedule names each place with its city.
std::string write_schedule_xml(const Schedule& schedule);
std::string write_schedule_json(const Schedule& schedule);

// As https://schema.org/Event in JSON-LD. Nothing that is made up is in it, as search engines see
// no mark: an item has its day alone where its time is, and is left out without one. "" where the
// mission is made up.
std::string write_schedule_json_ld(const Schedule& schedule);

}  // namespace kontor::exchange
