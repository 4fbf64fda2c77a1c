#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "base/check.h"
#include "base/rng.h"
#include "cli/demo/settings.h"
#include "mission/mission.h"

// The steps of complete(); each adds one kind of noun to the draft, in this order.

namespace kontor::cli::demo {

// The number of a step's own random stream: steps do not disturb each other's draws.
enum class Stream : std::uint64_t {
  Names,
  Delegation,
  Counterparts,
  People,
  Activities,
  MeetingWishes,
  Nevers,
  ActivityWishes,
  Agreements,
  Rules,
  Ceremonies
};

// An invented counterpart: where it can be met and how much it is sought after.
struct Counterpart {
  mission::OrganisationId id;
  mission::LegId leg;
  int popularity = 0;
  bool star = false;  // one person, one session, and more asked of it than it has slots
};

// The mission so far, with what its steps need besides.
struct Draft {
  mission::Mission mission;
  const Settings& settings;
  base::Rng root;
  std::vector<std::string> free_names;  // of organisations, not yet given away
  std::vector<Counterpart> counterparts;

  base::Rng stream(Stream which) const { return root.split(static_cast<std::uint64_t>(which)); }
  std::string take_name() {
    CHECK(!free_names.empty());  // read_settings() keeps the sizes below the number of names
    std::string name = std::move(free_names.back());
    free_names.pop_back();
    return name;
  }
};

void add_places(Draft& draft);        // venues, travel times, sessions, topics, precedence
void assume_times(Draft& draft);      // planned times and rooms of real activities, owners
void add_delegation(Draft& draft);    // Belgian organisations
void add_counterparts(Draft& draft);  // Californian organisations
void add_people(Draft& draft);        // of all invented organisations
void add_activities(Draft& draft);
void add_meeting_wishes(Draft& draft);
void add_activity_wishes(Draft& draft);
void add_agreements(Draft& draft);
void add_ceremonies(Draft& draft);  // what the register knows of invented agreements
void add_rules(Draft& draft);       // and clearances

// The regional agency that answers for a region's records; empty where there is none.
mission::OrganisationId agency_of(const mission::Mission& mission, mission::Region region);

// A whole number written with at least `digits` digits after `prefix`: "D007".
std::string numbered(std::string_view prefix, int number, int digits);

// Up to `count` different items of `from`, drawn without order.
template <class T>
std::vector<T> some_of(std::vector<T> from, int count, base::Rng& rng) {
  rng.shuffle(std::span(from));
  if (from.size() > static_cast<std::size_t>(count)) from.resize(static_cast<std::size_t>(count));
  return from;
}

template <class List>
const auto& any_of(const List& items, base::Rng& rng) {
  return items[rng.below(std::size(items))];
}

// An index drawn with the given weights, of which one at least is positive.
std::size_t weighted(const std::vector<int>& weights, base::Rng& rng);

}  // namespace kontor::cli::demo
