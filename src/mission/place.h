#pragma once
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "mission/keys.h"
#include "mission/record.h"

namespace kontor::mission {

// A stay of the mission in one city.
struct Leg {
  LegId id;
  base::Text city;
  std::string zone;  // IANA name
  base::LocalDate first_day;
  base::LocalDate last_day;
  Record record;
  VenueId hub{};  // where its coaches leave and return; empty: none do

  bool operator==(const Leg&) const = default;
};

// A span of local time during which something is open.
struct Opening {
  base::LocalDateTime from;
  base::LocalDateTime to;

  bool operator==(const Opening&) const = default;
};

struct Room {
  RoomId id;
  base::Text name;
  int capacity = 0;  // people; 0 is unknown
  int tables = 0;    // for meetings; 0 where none are held
  std::vector<EquipmentId> equipment{};
  std::vector<Opening> opening_hours{};  // besides the venue's; empty: whenever the venue is open

  bool operator==(const Room&) const = default;
};

struct Venue {
  VenueId id;
  LegId leg;
  base::Text name;
  std::string address;  // empty is unknown
  std::vector<Room> rooms;
  Record record;
  std::vector<Opening> opening_hours{};  // empty: always open

  bool operator==(const Venue&) const = default;
};

// A coach for the days of one leg. A person sits in one coach to an activity and back.
struct Coach {
  CoachId id;
  LegId leg;
  base::Text name;
  int seats = 0;  // for passengers
  Record record;

  bool operator==(const Coach&) const = default;
};

// Door to door, in both directions. Two venues without an entry are
// `Mission::default_travel_minutes` apart; rooms of one venue 0. `Mission::travel_buffer_minutes`
// come on top wherever somebody goes from one place to another.
struct TravelTime {
  VenueId from;
  VenueId to;
  int minutes = 0;
  bool invented = false;

  bool operator==(const TravelTime&) const = default;
};

}  // namespace kontor::mission
