#include <algorithm>

#include "mission/nearest.h"
#include "mission/validate_parts.h"

namespace kontor::mission {

namespace {

// Hints compare a wrong key with every right one; a broken file may have thousands of wrong ones.
constexpr int most_hints = 100;
constexpr std::size_t most_keys_compared = 20'000;

template <class T>
void add_keys(Keys& keys, const std::vector<T>& nouns) {
  for (std::size_t i = 0; i < nouns.size(); ++i) keys.add(nouns[i].id.value, i);
}

// Reports keys that are empty, not allowed or used before. Such records are named by position.
template <class T>
void check_keys(std::string_view noun, const std::vector<T>& nouns, Faults& faults) {
  std::unordered_map<std::string_view, std::size_t> first;
  for (std::size_t i = 0; i < nouns.size(); ++i) {
    const std::string& key = nouns[i].id.value;
    const std::string path = fmt::format("{}/#{}", noun, i + 1);
    if (key.empty()) {
      faults.missing(path, "id");
    } else if (!base::is_id(key)) {
      faults.add("bad_id", path + "/id", key);
    } else if (const auto [at, fresh] = first.try_emplace(key, i); !fresh) {
      faults.add("duplicate_id", path, key,
                 {{"first", fmt::format("{}/#{}", noun, at->second + 1)}});
    }
  }
}

// Whether a path leads through a record without a key: that it lacks one is said by position.
bool names_no_key(const std::string& path) {
  return path.ends_with('/') || path.find("//") != std::string::npos;
}

std::vector<Room> all_rooms(const Mission& mission) {
  std::vector<Room> rooms;
  for (const Venue& venue : mission.venues)
    rooms.insert(rooms.end(), venue.rooms.begin(), venue.rooms.end());
  return rooms;
}

}  // namespace

std::string Keys::hint(std::string_view wrong) const {
  if (positions_.size() > most_keys_compared) return "";
  std::vector<std::string_view> known;
  for (const auto& [key, index] : positions_) known.push_back(key);
  std::ranges::sort(known);
  return nearest_hint(wrong, known);
}

Index::Index(const Mission& of) : mission(of) {
  add_keys(legs, of.legs);
  add_keys(sectors, of.sectors);
  add_keys(topics, of.topics);
  add_keys(venues, of.venues);
  add_keys(organisations, of.organisations);
  add_keys(people, of.people);
  add_keys(offices, of.offices);
  add_keys(activities, of.activities);
  for (const Venue& venue : of.venues)
    for (const Room& room : venue.rooms) {
      rooms.add(room.id.value, room_places.size());
      room_places.push_back({&room, venue.leg, &venue});
      for (const EquipmentId& kind : room.equipment) equipment.add(kind.value, 0);
    }
}

void Faults::unknown(const std::string& path, const std::string& value, const Keys& keys) {
  const bool hinted = hints_given_++ < most_hints;
  add("unknown_reference", path, value,
      {{"noun", std::string(keys.noun())}, {"hint", hinted ? keys.hint(value) : ""}});
}

void Faults::record(const std::string& path, const Record& record, const Index& index) {
  reference(path + "/owner", record.owner, index.organisations);
  for (const Source& source : record.sources)
    if (source.url.empty()) missing(path + "/sources", "url");
}

void validate_keys(const Index& index, Faults& faults) {
  const Mission& mission = index.mission;
  if (!base::is_id(mission.id.value)) faults.add("bad_id", "mission/id", mission.id.value);
  check_keys("leg", mission.legs, faults);
  check_keys("sector", mission.sectors, faults);
  check_keys("topic", mission.topics, faults);
  check_keys("venue", mission.venues, faults);
  check_keys("room", all_rooms(mission), faults);
  check_keys("coach", mission.coaches, faults);
  check_keys("organisation", mission.organisations, faults);
  check_keys("person", mission.people, faults);
  check_keys("office", mission.offices, faults);
  check_keys("activity", mission.activities, faults);
  check_keys("session", mission.sessions, faults);
  check_keys("rule", mission.rules, faults);
  check_keys("wish", mission.wishes, faults);
  check_keys("agreement", mission.agreements, faults);
  check_keys("announcement", mission.announcements, faults);
  check_keys("figure", mission.figures, faults);
}

base::Issues validate(const Mission& mission) {
  const Index index(mission);
  Faults faults;
  validate_keys(index, faults);
  validate_places(index, faults);
  validate_transport(index, faults);
  validate_delegation(index, faults);
  validate_activities(index, faults);
  validate_sessions(index, faults);
  validate_rules(index, faults);
  validate_wishes(index, faults);
  validate_agreements(index, faults);
  validate_results(index, faults);
  base::Issues issues = faults.take();
  std::erase_if(issues, [](const base::Issue& issue) { return names_no_key(issue.path); });
  return issues;
}

}  // namespace kontor::mission
