#pragma once
#include <string>
#include <vector>

#include "base/issue.h"
#include "mission/delegation.h"
#include "mission/place.h"
#include "mission/programme.h"
#include "mission/results.h"
#include "mission/rule.h"

namespace kontor::mission {

struct Sector {
  SectorId id;
  base::Text name;

  bool operator==(const Sector&) const = default;
};

// Something that organisations offer or seek: the common ground of a suggestion.
struct Topic {
  TopicId id;
  SectorId sector;
  base::Text name;

  bool operator==(const Topic&) const = default;
};

// All that is true of one mission, plan apart. Every list is ordered by the file it came from;
// keys are unique within their list (rooms across all venues).
struct Mission {
  MissionId id;
  base::Text name;
  base::Text short_name;
  base::LocalDate first_day{};  // official dates
  base::LocalDate last_day{};
  base::LocalDate travel_first_day{};
  base::LocalDate travel_last_day{};
  std::string home_zone;  // "Europe/Brussels"
  int default_travel_minutes = 30;
  int travel_buffer_minutes = 0;  // on top of every way from one place to another
  std::vector<Leg> legs;
  std::vector<Sector> sectors;
  std::vector<Topic> topics;
  std::vector<Count> counts;
  std::vector<Discrepancy> discrepancies;
  std::vector<std::string> gaps;  // what the sources do not say, in English
  std::vector<Venue> venues;
  std::vector<Coach> coaches;
  std::vector<TravelTime> travel_times;
  std::vector<Organisation> organisations;
  std::vector<Person> people;
  std::vector<Office> offices;
  std::vector<Activity> activities;
  std::vector<Session> sessions;
  std::vector<Rule> rules;
  std::vector<Wish> wishes;
  std::vector<Agreement> agreements;
  std::vector<Announcement> announcements;
  std::vector<Figure> figures;
  Record record;

  bool operator==(const Mission&) const = default;
};

// Every fault of `mission` at once, in the order of its lists: unknown references, double keys,
// impossible spans, a delegate in two organisations, contradicting wishes. Empty: it is valid.
// Paths read "activity/A08/host": noun, key, field.
base::Issues validate(const Mission& mission);

}  // namespace kontor::mission
