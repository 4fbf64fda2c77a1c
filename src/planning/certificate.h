#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/issue.h"
#include "base/time.h"
#include "mission/keys.h"

namespace kontor::planning {

// The proof of a plan's bound, in the mission's words: prices of what is scarce. Whoever wants to
// check it adds up, with prices read as points × scale:
//
//     every price of a person or room, and every price of a table times the tables of its session
//   + for each pair of organisations with wishes and no never: the most, over all slots, that is
//     left of the points of their wishes after the slot's table price and, for either side, the
//     time of whoever of it is cheapest; 0 where nothing is left
//   + for each activity: the most, over all starts and open rooms it may have, of what is left of
//     the points of its wishes after each person's time, of as many of the dearest as it has
//     places, and coaches have seats for those who come by coach, less the time of those who must
//     be there and the price of the room; 0 where nothing is left
//
// A person's time between two instants costs the sum of their prices from the first instant to
// before the second; whoever comes by coach needs it from departure to return. People are left out
// where their absences or the city exclude them. The sum, divided by the scale and rounded down, is
// the bound; engine/timetable/bound.h says why it holds whatever the prices are.
//
// As text, one thing a line:
//   kontor-certificate 1
//   input SHA-256 | seed N | value N | bound N | must_points N | scale N
//   person KEY INSTANT=PRICE INSTANT=PRICE …
//   room KEY INSTANT=PRICE …
//   table SESSION SLOT=PRICE …
//   digest SHA-256 of all lines before
struct Certificate {
  std::string input_hash;
  std::uint64_t seed = 0;
  std::int64_t value = 0;
  std::int64_t bound = 0;
  std::int64_t must_points = 0;
  std::int64_t scale = 1;
  std::map<mission::PersonId, std::map<base::Instant, std::int64_t>> person;
  std::map<mission::RoomId, std::map<base::Instant, std::int64_t>> room;
  std::map<mission::SessionId, std::map<int, std::int64_t>> table;  // by slot

  bool operator==(const Certificate&) const = default;
};

std::string write_certificate(const Certificate& certificate);

// Every malformed line is an issue "bad_certificate" with its number, and so is a digest that does
// not fit; prices are 0 or more.
base::Checked<Certificate> read_certificate(const std::string& text);

}  // namespace kontor::planning
