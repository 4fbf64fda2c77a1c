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

  bool operator==(const Leg&) const = default;
};

struct Room {
  RoomId id;
  base::Text name;
  int capacity = 0;  // people; 0 is unknown
  int tables = 0;    // for meetings; 0 where none are held

  bool operator==(const Room&) const = default;
};

struct Venue {
  VenueId id;
  LegId leg;
  base::Text name;
  std::string address;  // empty is unknown
  std::vector<Room> rooms;
  Record record;

  bool operator==(const Venue&) const = default;
};

// Door to door, buffer included, in both directions. Two venues of one leg without an entry are
// `Mission::default_travel_minutes` apart; rooms of one venue 0.
struct TravelTime {
  VenueId from;
  VenueId to;
  int minutes = 0;
  bool invented = false;

  bool operator==(const TravelTime&) const = default;
};

}  // namespace kontor::mission
