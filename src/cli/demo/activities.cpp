#include <algorithm>
#include <array>

#include "cli/demo/draft.h"
#include "cli/demo/wording.h"

namespace kontor::cli::demo {

namespace {

using base::Text;
using mission::Activity;
using mission::ActivityKind;
using mission::Leg;
using mission::Precision;
using mission::Room;
using mission::Timing;

constexpr int morning_starts = 9 * 60;
constexpr int morning_minutes = 3 * 60 + 30;
constexpr int afternoon_starts = 13 * 60 + 30;
constexpr int afternoon_minutes = 4 * 60;

// Half a day of a leg in which parallel activities are held.
struct HalfDay {
  mission::LegId leg;
  base::LocalDateTime from;
  int minutes = 0;
};

// The mornings and afternoons of a leg but for its arrival day, where it has one, and the last
// afternoon, which is for closing and travelling.
std::vector<HalfDay> half_days(const mission::Mission& mission, const Leg& leg) {
  std::vector<HalfDay> halves;
  for (auto day = std::chrono::sys_days(leg.first_day); day <= std::chrono::sys_days(leg.last_day);
       day += std::chrono::days(1)) {
    const base::LocalDate date(day);
    if (date == mission.first_day) continue;
    halves.push_back({leg.id, {date, morning_starts}, morning_minutes});
    if (date != leg.last_day)
      halves.push_back({leg.id, {date, afternoon_starts}, afternoon_minutes});
  }
  return halves;
}

// A kind of activity that the demo adds to every sector.
struct Pattern {
  ActivityKind kind;
  bool first_leg;
  Text title;  // {} is a topic or a host
  int minutes;
  int least_places;
  int most_places;
};

const std::vector<Pattern>& patterns() {
  static const std::vector<Pattern> all{
      {ActivityKind::Seminar, true,
       in_four("Séminaire : {}", "Seminarie: {}", "Seminar: {}", "Seminar: {}"), 90, 45, 90},
      {ActivityKind::CompanyVisit, true,
       in_four("Visite chez {}", "Bezoek aan {}", "Besuch bei {}", "Visit to {}"), 75, 14, 25},
      {ActivityKind::CompanyVisit, false,
       in_four("Visite chez {}", "Bezoek aan {}", "Besuch bei {}", "Visit to {}"), 75, 14, 25},
      {ActivityKind::Seminar, false,
       in_four("Table ronde : {}", "Rondetafel: {}", "Runder Tisch: {}", "Round table: {}"), 90, 35,
       60},
      {ActivityKind::PitchSession, true,
       in_four("Session de présentation : {}", "Pitchsessie: {}", "Vorstellungsrunde: {}",
               "Pitch session: {}"),
       60, 40, 60},
      {ActivityKind::Demonstration, false,
       in_four("Démonstration : {}", "Demonstratie: {}", "Vorführung: {}", "Demonstration: {}"), 60,
       25, 40}};
  return all;
}

// Rooms without tables at a leg that hold `places` people and are not far larger.
std::vector<mission::RoomId> rooms_for(const mission::Mission& mission, const mission::LegId& leg,
                                       int places) {
  std::vector<mission::RoomId> rooms;
  for (const mission::Venue& venue : mission.venues)
    for (const Room& room : venue.rooms)
      if (venue.leg == leg && room.tables == 0 && room.capacity >= places &&
          room.capacity <= 4 * places)
        rooms.push_back(room.id);
  return rooms;
}

// What an activity of `kind` needs, where some of its rooms has it.
std::vector<mission::EquipmentId> equipment_for(const mission::Mission& mission,
                                                const Activity& activity, ActivityKind kind) {
  const mission::EquipmentId needed{kind == ActivityKind::PitchSession ? "stage" : "screen"};
  for (const mission::Venue& venue : mission.venues)
    for (const Room& room : venue.rooms)
      if (std::ranges::find(activity.rooms, room.id) != activity.rooms.end() &&
          std::ranges::find(room.equipment, needed) != room.equipment.end())
        return {needed};
  return {};
}

bool travels_by_coach(const mission::Mission& mission, const Leg& leg) {
  return !leg.hub.empty() &&
         std::ranges::find(mission.coaches, leg.id, &mission::Coach::leg) != mission.coaches.end();
}

// The first delegate of an invented company of the sector who speaks nowhere else.
std::vector<mission::PersonId> speaker_for(const Draft& draft, const mission::Sector& sector) {
  const auto speaks = [&](const mission::PersonId& person) {
    return std::ranges::any_of(draft.mission.activities, [&](const Activity& activity) {
      return std::ranges::find(activity.speakers, person) != activity.speakers.end();
    });
  };
  for (const mission::Person& person : draft.mission.people) {
    if (!person.record.invented || person.role != mission::PersonRole::Delegate ||
        !person.legs.empty() || !person.absences.empty() || speaks(person.id))
      continue;
    const auto one = std::ranges::find(draft.mission.organisations, person.organisation,
                                       &mission::Organisation::id);
    if (one != draft.mission.organisations.end() && one->record.invented &&
        one->kind == mission::OrganisationKind::Company &&
        std::ranges::find(one->sectors, sector.id) != one->sectors.end())
      return {person.id};
  }
  return {};
}

Activity started(Draft& draft, ActivityKind kind, const mission::LegId& leg) {
  const auto invented = [](const Activity& one) { return one.record.invented; };
  Activity activity;
  activity.id.value = numbered(
      "X", static_cast<int>(std::ranges::count_if(draft.mission.activities, invented)) + 1, 2);
  activity.kind = kind;
  activity.status = mission::ActivityStatus::Invented;
  activity.leg = leg;
  activity.languages = {base::Language::En};
  activity.record.invented = true;
  return activity;
}

// A third of the activities have a fixed start, the others fit anywhere in their half day.
Timing timing_in(const HalfDay& half, int minutes, base::Rng& rng) {
  Timing timing;
  timing.precision = rng.chance(350) ? Precision::Fixed : Precision::Window;
  const int steps = (half.minutes - minutes) / 30;
  const int later = timing.precision == Precision::Fixed ? 30 * rng.between(0, steps) : 0;
  timing.earliest = base::plus_minutes(half.from, later);
  if (timing.precision == Precision::Window)
    timing.latest = base::plus_minutes(half.from, half.minutes);
  return timing;
}

Text topic_of(const mission::Mission& mission, const mission::Sector& sector, base::Rng& rng) {
  std::vector<Text> names;
  for (const mission::Topic& topic : mission.topics)
    if (topic.sector == sector.id) names.push_back(topic.name);
  return names.empty() ? sector.name : any_of(names, rng);
}

bool hosts_already(const mission::Mission& mission, const mission::OrganisationId& host) {
  return std::ranges::find(mission.activities, host, &Activity::host) != mission.activities.end();
}

// An invented host of the sector at the leg that hosts nothing else; null where there is none.
const mission::Organisation* free_host(const Draft& draft, const mission::SectorId& sector,
                                       const mission::LegId& leg, base::Rng& rng) {
  std::vector<const mission::Organisation*> hosts;
  for (const Counterpart& counterpart : draft.counterparts) {
    if (counterpart.leg != leg || counterpart.star) continue;
    const auto one =
        std::ranges::find(draft.mission.organisations, counterpart.id, &mission::Organisation::id);
    if (one->sectors.front() == sector && !hosts_already(draft.mission, one->id))
      hosts.push_back(&*one);
  }
  return hosts.empty() ? nullptr : any_of(hosts, rng);
}

void add_by_pattern(Draft& draft, const Pattern& pattern, const mission::Sector& sector,
                    base::Rng& rng) {
  const Leg& leg = pattern.first_leg ? draft.mission.legs.front() : draft.mission.legs.back();
  Activity activity = started(draft, pattern.kind, leg.id);
  activity.sector = sector.id;
  activity.duration_minutes = pattern.minutes;
  activity.capacity = rng.between(pattern.least_places, pattern.most_places);
  if (pattern.kind == ActivityKind::CompanyVisit) {
    const auto* host = free_host(draft, sector.id, leg.id, rng);
    activity.title = filled(pattern.title, host ? host->name : sector.name);
    if (host) activity.host = host->id;
    activity.by_coach = travels_by_coach(draft.mission, leg);
  } else {
    activity.title = filled(pattern.title, topic_of(draft.mission, sector, rng));
    activity.rooms = rooms_for(draft.mission, leg.id, activity.capacity);
    activity.equipment = equipment_for(draft.mission, activity, pattern.kind);
    if (pattern.kind == ActivityKind::Seminar) activity.speakers = speaker_for(draft, sector);
  }
  if (pattern.kind == ActivityKind::PitchSession)
    activity.audience.kinds = {mission::OrganisationKind::Company};
  const auto halves = half_days(draft.mission, leg);
  if (!halves.empty()) activity.timing = timing_in(any_of(halves, rng), pattern.minutes, rng);
  static constexpr std::array regions{mission::Region::Brussels, mission::Region::Flanders,
                                      mission::Region::Wallonia};
  activity.record.owner = agency_of(draft.mission, any_of(regions, rng));
  draft.mission.activities.push_back(std::move(activity));
}

// One that the whole mission shares: on `day` of `leg` at a fixed hour.
struct Shared {
  ActivityKind kind;
  Text title;
  base::LocalDateTime starts_at;
  int minutes;
  int places;  // 0: the whole delegation
};

void add_shared(Draft& draft, const Leg& leg, const Shared& shared) {
  Activity activity = started(draft, shared.kind, leg.id);
  activity.title = shared.title;
  activity.duration_minutes = shared.minutes;
  activity.capacity = shared.places;
  activity.timing.precision = Precision::Fixed;
  activity.timing.earliest = shared.starts_at;
  activity.audience.whole_delegation = shared.places == 0;
  if (shared.kind == ActivityKind::Academic)
    activity.audience.kinds = {mission::OrganisationKind::Academic};
  activity.rooms = rooms_for(draft.mission, leg.id, shared.places == 0 ? 500 : shared.places);
  draft.mission.activities.push_back(std::move(activity));
}

void add_all_shared(Draft& draft) {
  const Leg first = draft.mission.legs.front();
  const Leg last = draft.mission.legs.back();
  const auto next_day = [](base::LocalDate day) {
    return base::LocalDate(std::chrono::sys_days(day) + std::chrono::days(1));
  };
  add_shared(draft, last,
             {ActivityKind::Reception,
              in_four("Verre de clôture de la délégation", "Slotdrink van de delegatie",
                      "Abschlussempfang der Delegation", "Closing drink of the delegation"),
              {last.last_day, 17 * 60},
              90,
              0});
  add_shared(
      draft, last,
      {ActivityKind::SigningCeremony,
       in_four("Cérémonie de signature des accords", "Plechtige ondertekening van de akkoorden",
               "Feierliche Unterzeichnung der Abkommen", "Signing ceremony of the agreements"),
       {last.first_day, 17 * 60 + 15},
       60,
       140});
  add_shared(draft, first,
             {ActivityKind::Academic,
              in_four("Petit-déjeuner des universités", "Ontbijt van de universiteiten",
                      "Frühstück der Hochschulen", "Universities’ breakfast"),
              {next_day(first.first_day), 7 * 60 + 30},
              75,
              45});
  add_shared(
      draft, first,
      {ActivityKind::Briefing,
       in_four("Point pratique : protéger ses droits aux États-Unis",
               "Praktisch: uw rechten beschermen in de VS", "Praxis: Rechte in den USA schützen",
               "In practice: protecting rights in the US"),
       {next_day(first.first_day), 8 * 60},
       45,
       60});
  add_shared(draft, last,
             {ActivityKind::CulturalVisit,
              in_four("Parcours d’architecture au centre de Los Angeles",
                      "Architectuurwandeling in het centrum van Los Angeles",
                      "Architekturrundgang im Zentrum von Los Angeles",
                      "Architecture walk in downtown Los Angeles"),
              {last.last_day, 14 * 60},
              120,
              25});
}

}  // namespace

void add_activities(Draft& draft) {
  base::Rng rng = draft.stream(Stream::Activities);
  const auto wanted = static_cast<std::size_t>(draft.settings.activities);
  if (draft.mission.activities.size() + 5 <= wanted) add_all_shared(draft);
  const std::vector<mission::Sector> sectors = draft.mission.sectors;
  for (std::size_t i = 0; draft.mission.activities.size() < wanted; ++i) {
    const Pattern& pattern = patterns()[i / sectors.size() % patterns().size()];
    add_by_pattern(draft, pattern, sectors[i % sectors.size()], rng);
  }
}

}  // namespace kontor::cli::demo
