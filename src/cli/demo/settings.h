#pragma once
#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/issue.h"
#include "mission/mission.h"

namespace kontor::cli::demo {

// What is made up about one real activity so that it can be planned; empty and 0 leave the facts.
struct Assumption {
  mission::ActivityId activity;
  mission::LegId leg;
  std::optional<mission::Timing> planned_timing;
  int duration_minutes = 0;
  mission::RoomId room;
  int capacity = 0;
  int asked = 0;  // people who wish to attend; 0: as the generator draws
  bool whole_delegation = false;
  bool by_coach = false;
  std::vector<mission::OfficeId> offices;

  bool operator==(const Assumption&) const = default;
};

// demo.toml: the seed, the sizes of the whole mission, facts included, and the places made up.
struct Settings {
  int seed = 0;
  int delegates = 0;
  int companies = 0;
  int companies_brussels = 0;
  int companies_wallonia = 0;
  int federations = 0;
  int academic_institutions = 0;
  int press = 0;
  int counterparts = 0;
  int activities = 0;
  int agreements = 0;
  int wishes = 0;
  int musts = 0;
  int nevers = 0;
  int activity_wishes = 0;
  std::vector<mission::OfficeId> precedence;
  int travel_buffer_minutes = 0;
  std::vector<mission::VenueId> hubs;  // each of the leg that it stands in
  std::vector<mission::TravelTime> travel_times;
  std::vector<mission::Venue> venues;
  std::vector<mission::Coach> coaches;
  std::vector<mission::Session> sessions;
  std::vector<mission::Topic> topics;
  std::vector<Assumption> assumptions;
  std::vector<mission::Rule> rules;
};

// Reads demo.toml with every fault at once; references are checked when the mission is complete.
base::Checked<Settings> read_settings(const std::filesystem::path& file);

}  // namespace kontor::cli::demo
