#include "planning/made_mission.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "base/rng.h"

namespace kontor::planning::testing {

namespace {

using namespace mission;
using base::LocalDateTime;
using base::Rng;
using base::Text;

base::LocalDate day(int number) {
  return base::LocalDate{std::chrono::sys_days(*base::parse_date("2025-10-05")) +
                         std::chrono::days(number)};
}

// The lower of two draws: low numbers are popular.
int skewed(Rng& rng, int n) {
  return std::min(rng.between(0, n - 1), rng.between(0, n - 1));
}

class Maker {
 public:
  Maker(const Measures& measures, std::uint64_t seed) : size_(measures), rng_(seed) {}

  Mission make() {
    out_.id = {"made"};
    out_.name = Text::same("Made-up mission");
    out_.first_day = day(0);
    out_.last_day = day(5);
    out_.travel_first_day = day(0);
    out_.travel_last_day = day(6);
    out_.home_zone = "Europe/Brussels";
    add_places();
    add_organisations();
    add_people();
    add_activities();
    add_sessions();
    add_meeting_wishes();
    add_activity_wishes();
    return std::move(out_);
  }

 private:
  void add_places() {
    out_.legs.push_back(
        {{"sf"}, Text::same("San Francisco"), "America/Los_Angeles", day(0), day(3), {}});
    out_.legs.push_back(
        {{"la"}, Text::same("Los Angeles"), "America/Los_Angeles", day(4), day(5), {}});
    for (int v = 0; v < 8; ++v) {
      const bool north = v < 5;
      Venue venue{{fmt::format("v{}", v)}, {north ? "sf" : "la"}, Text::same("Venue"), "", {}, {}};
      for (int r = 0; r < 3; ++r)
        venue.rooms.push_back({{fmt::format("v{}-r{}", v, r)},
                               Text::same("Room"),
                               r == 0 ? 700 : rng_.between(20, 90),
                               r == 0 ? size_.tables : 0});
      out_.venues.push_back(venue);
    }
    for (int a = 0; a < 8; ++a)
      for (int b = a + 1; b < 8; ++b)
        if ((a < 5) == (b < 5))
          out_.travel_times.push_back(
              {out_.venues[a].id, out_.venues[b].id, 5 * rng_.between(2, 8), true});
  }

  void add_organisation(std::string key, OrganisationKind kind, Side side, Region region) {
    Organisation out;
    out.id = {std::move(key)};
    out.name = Text::same(out.id.value);
    out.kind = kind;
    out.side = side;
    out.region = region;
    if (side == Side::Delegation) out.size = static_cast<CompanySize>(rng_.between(1, 4));
    out.sectors.push_back({fmt::format("s{}", rng_.between(0, 5))});
    out_.organisations.push_back(out);
  }

  void add_organisations() {
    for (int s = 0; s < 6; ++s)
      out_.sectors.push_back({{fmt::format("s{}", s)}, Text::same("Sector")});
    for (int i = 0; i < size_.companies; ++i)
      add_organisation(fmt::format("c{:03}", i), OrganisationKind::Company, Side::Delegation,
                       static_cast<Region>(1 + rng_.between(0, 2)));
    for (int i = 0; i < size_.counterparts; ++i)
      add_organisation(fmt::format("k{:03}", i), OrganisationKind::Company, Side::Counterpart,
                       Region::None);
  }

  void add_person(const std::string& organisation, PersonRole role) {
    Person out;
    out.id = {fmt::format("p{:04}", out_.people.size())};
    out.organisation = {organisation};
    out.given_name = "Made";
    out.family_name = fmt::format("Up{}", out_.people.size());
    out.role = role;
    if (role == PersonRole::Counterpart) out.legs.push_back({rng_.chance(600) ? "sf" : "la"});
    if (rng_.chance(80)) {
      const int d = rng_.between(0, 5), from = 60 * rng_.between(8, 15);
      out.absences.push_back({{d < 4 ? "sf" : "la"}, {day(d), from}, {day(d), from + 180}});
    }
    out_.people.push_back(out);
  }

  void add_people() {
    for (int i = 0; i < size_.delegates; ++i)
      add_person(out_.organisations[i < size_.companies ? i : rng_.between(0, size_.companies - 1)]
                     .id.value,
                 PersonRole::Delegate);
    for (int i = 0; i < size_.counterparts; ++i)
      for (int k = rng_.chance(250) ? 2 : 1; k > 0; --k)
        add_person(out_.organisations[size_.companies + i].id.value, PersonRole::Counterpart);
    for (int i = 0; i < 3; ++i) {
      add_person("", PersonRole::Principal);
      out_.offices.push_back(
          {{fmt::format("office{}", i)}, Text::same("Office"), out_.people.back().id, i + 1, {}});
    }
  }

  void add_activities() {
    for (int i = 0; i < size_.activities; ++i) {
      const int d = rng_.between(0, 5);
      Activity out;
      out.id = {fmt::format("a{:02}", i)};
      out.title = Text::same("Activity");
      out.leg = {d < 4 ? "sf" : "la"};
      out.duration_minutes = 30 * rng_.between(2, 5);
      const int from = 60 * rng_.between(9, 16);
      Timing timing;
      timing.earliest = LocalDateTime{day(d), from};
      timing.precision = rng_.chance(500) ? Precision::Fixed : Precision::Window;
      if (timing.precision == Precision::Window)
        timing.latest =
            LocalDateTime{day(d), from + out.duration_minutes + 60 * rng_.between(1, 3)};
      out.timing = timing;
      if (i % 20 == 0) {  // an evening of the whole delegation
        out.audience.whole_delegation = true;
        out.timing = {Precision::Fixed, {}, {}, LocalDateTime{day(i / 20), 19 * 60}, {}, ""};
        out.leg = {i / 20 < 4 ? "sf" : "la"};
      } else if (rng_.chance(700)) {
        const int v = d < 4 ? rng_.between(1, 4) : rng_.between(6, 7);
        for (const Room& room : out_.venues[v].rooms) out.rooms.push_back(room.id);
      }
      out.capacity = rng_.chance(700) ? size_.least_places * rng_.between(1, 4) : 0;
      if (i % 9 == 3) out.offices.push_back(out_.offices[i % 3].id);
      if (rng_.chance(150)) out.audience.regions.push_back(Region::Flanders);
      out_.activities.push_back(out);
    }
  }

  void add_sessions() {
    for (const int d : {1, 2, 4})
      for (int half = 0; half < size_.sessions_a_day; ++half) {
        const auto& venue = out_.venues[d < 4 ? 0 : 5];
        out_.sessions.push_back({{fmt::format("b{}{}", d, half)},
                                 venue.rooms[0].id,
                                 Text::same("B2B"),
                                 {day(d), half == 0 ? 9 * 60 : 14 * 60},
                                 20,
                                 size_.slots,
                                 size_.tables,
                                 {}});
      }
  }

  Wish wish(int musts_permille) {
    Wish out;
    out.id = {fmt::format("w{:05}", out_.wishes.size())};
    out.level = rng_.chance(musts_permille) ? WishLevel::Must : WishLevel::Want;
    out.rank = out.level == WishLevel::Must ? 1 : rng_.between(1, 9);
    return out;
  }

  void add_meeting_wishes() {
    std::set<std::pair<int, int>> asked;
    for (int i = 0; i < size_.meeting_wishes + size_.nevers; ++i) {
      int from = rng_.between(0, size_.companies - 1);
      int to = size_.companies + skewed(rng_, size_.counterparts);
      if (rng_.chance(250)) std::swap(from, to);
      if (!asked.emplace(from, to).second) continue;
      Wish out = wish(size_.musts_permille);
      if (i >= size_.meeting_wishes) out.level = WishLevel::Never;
      out.organisation = out_.organisations[from].id;
      out.counterpart = out_.organisations[to].id;
      out_.wishes.push_back(out);
    }
  }

  void add_activity_wishes() {
    std::set<std::pair<int, int>> asked;
    for (int i = 0; i < size_.activity_wishes; ++i) {
      const int person = rng_.between(0, size_.delegates - 1);
      const int activity = skewed(rng_, size_.activities);
      if (!asked.emplace(person, activity).second) continue;
      Wish out = wish(size_.musts_permille);
      if (rng_.chance(15)) out.level = WishLevel::Never;
      out.person = out_.people[person].id;
      out.activity = out_.activities[activity].id;
      out_.wishes.push_back(out);
    }
  }

  Measures size_;
  Rng rng_;
  Mission out_;
};

}  // namespace

Mission make_mission(const Measures& measures, std::uint64_t seed) {
  return Maker(measures, seed).make();
}

void add_transport(Mission& mission, std::uint64_t seed) {
  Rng rng(seed + 77);
  mission.travel_buffer_minutes = 5;
  mission.legs[0].hub = mission.venues[0].id;
  mission.legs[1].hub = mission.venues[5].id;
  for (const auto& leg : mission.legs)
    for (int i = 0; i < 2; ++i)
      mission.coaches.push_back({{fmt::format("{}-{}", leg.id.value, i)},
                                 leg.id,
                                 Text::same("Coach"),
                                 rng.between(3, 6),
                                 {}});
  for (Venue& venue : mission.venues) {
    for (Room& room : venue.rooms)
      if (rng.chance(600)) room.equipment = {{"stage"}};
    if (&venue == &mission.venues[0] || &venue == &mission.venues[5]) continue;
    for (int d = 0; d < 6; ++d)
      venue.opening_hours.push_back({{day(d), 60 * rng.between(8, 10)}, {day(d), 18 * 60 + 30}});
  }
  for (Activity& activity : mission.activities) {
    if (activity.audience.whole_delegation) continue;
    activity.by_coach = rng.chance(600);
    if (activity.by_coach && rng.chance(300))
      activity.boards_at = mission.venues[activity.leg == mission.legs[0].id ? 1 : 6].id;
    if (rng.chance(300)) activity.equipment = {{"stage"}};
    if (rng.chance(300)) activity.speakers = {mission.people[rng.below(mission.people.size())].id};
  }
}

}  // namespace kontor::planning::testing
