#include "exchange/folder_examples.h"

#include <array>
#include <fmt/format.h>

namespace kontor::exchange {

using namespace mission;
using base::Language;
using base::LocalDate;
using base::LocalDateTime;
using base::Rng;
using base::Text;

std::map<std::string, std::string> small_folder() {
  return {
      {"mission.toml", R"(id = "demo"
name = { fr = "Mission", nl = "Missie", de = "Mission", en = "Mission" }
first_day = "2025-10-05"
last_day = "2025-10-10"
travel_first_day = "2025-10-04"
travel_last_day = "2025-10-12"
home_zone = "Europe/Brussels"

[[leg]]
id = "sf"
city = "San Francisco"
zone = "America/Los_Angeles"
first_day = "2025-10-05"
last_day = "2025-10-08"

[[sector]]
id = "energy"
name = { fr = "Énergie", nl = "Energie", de = "Energie", en = "Energy" }
)"},
      {"venues.toml", R"(travel_times = [
  { from = "hotel", to = "pier", minutes = 25 },
]

[[venue]]
id = "hotel"
leg = "sf"
name = "Hotel"
rooms = [
  { id = "ballroom", name = "Ballroom", capacity = 300, tables = 40 },
]

[[venue]]
id = "pier"
leg = "sf"
name = "Pier 1"
)"},
      {"organisations.toml", R"([[organisation]]
id = "O1"
name = "Asco"
kind = "company"
side = "delegation"
region = "flanders"
sectors = ["energy"]

[[organisation]]
id = "O2"
name = "Palo"
kind = "company"
side = "counterpart"
)"},
      {"people.toml", R"([[person]]
id = "P1"
organisation = "O1"
given_name = "Anne"
family_name = "'t Kint"
languages = ["nl", "en"]
)"},
      {"activities.toml", R"([[activity]]
id = "A1"
title = "Visit"
kind = "company_visit"
leg = "sf"
host = "O2"
timing = { precision = "day", first_day = "2025-10-06" }
room = "ballroom"
)"},
      {"sessions.toml", R"([[session]]
id = "S1"
room = "ballroom"
name = "B2B"
starts_at = "2025-10-06T09:00"
slots = 9
tables = 20
)"},
      {"wishes.csv",
       "id,level,rank,organisation,counterpart,person,activity,invented\n"
       "W1,must,,O1,O2,,,\n"
       "W2,want,2,,,P1,A1,true\n"},
  };
}

namespace {

std::string nasty(Rng& rng) {
  static const std::array<std::string, 18> pieces{"van der Straeten-Waillet",
                                                  "'t Kint",
                                                  "\"",
                                                  "\\",
                                                  "\n",
                                                  "\r\n",
                                                  "\t",
                                                  ",",
                                                  ";",
                                                  "#",
                                                  "مرحبا",
                                                  "שלום",
                                                  "\x7F",
                                                  "\x01",
                                                  "Müller, Søren & Fils",
                                                  " = { fr = \"\" }",
                                                  "🚀",
                                                  "'''\"\"\""};
  std::string out;
  for (int i = rng.between(1, 4); i > 0; --i) out += pieces[rng.below(pieces.size())];
  return out;
}

std::string maybe_nasty(Rng& rng) {
  return rng.chance(500) ? nasty(rng) : "";
}

Text wording(Rng& rng) {
  if (rng.chance(300)) return Text::same(nasty(rng));
  Text text;
  text.set(Language::Nl, nasty(rng));
  for (const Language language : {Language::Fr, Language::De, Language::En})
    if (rng.chance(500)) text.set(language, nasty(rng));
  return text;
}

Text maybe_wording(Rng& rng) {
  return rng.chance(500) ? wording(rng) : Text();
}

template <class E>
E any_word(Rng& rng) {
  return static_cast<E>(rng.below(words_of<E>().size()));
}

LocalDate day(int of_october) {
  return {std::chrono::year(2025), std::chrono::October,
          std::chrono::day(static_cast<unsigned>(of_october))};
}

LocalDateTime moment(Rng& rng) {
  return {day(rng.between(5, 8)), rng.between(480, 1080)};
}

template <class T>
auto any_key(const std::vector<T>& nouns, Rng& rng) -> decltype(nouns[0].id) {
  if (nouns.empty() || rng.chance(300)) return {};
  return nouns[rng.below(nouns.size())].id;
}

template <class Id, class T>
std::vector<Id> some_keys(const std::vector<T>& nouns, Rng& rng) {
  std::vector<Id> keys;
  for (const T& noun : nouns)
    if (rng.chance(300)) keys.push_back(noun.id);
  return keys;
}

Record any_record(const Mission& mission, Rng& rng) {
  Record record;
  record.visibility = any_word<Visibility>(rng);
  record.owner = any_key(mission.organisations, rng);
  record.invented = rng.chance(500);
  if (rng.chance(300)) record.assumed = {nasty(rng), "duration_minutes"};
  if (rng.chance(500)) record.sources.push_back({"https://example.org/" + nasty(rng), nasty(rng)});
  if (rng.chance(300)) record.sources.push_back({"https://example.org", ""});
  record.note = maybe_nasty(rng);
  return record;
}

std::vector<Opening> any_openings(Rng& rng) {
  std::vector<Opening> out;
  for (int i = rng.between(0, 2); i > 0; --i)
    out.push_back({{day(4), rng.between(0, 300)}, {day(12), rng.between(900, 1439)}});
  return out;
}

void add_coaches(Mission& mission, Rng& rng) {
  if (mission.venues.size() > 1) mission.legs.front().hub = mission.venues[1].id;
  for (int i = rng.between(1, 3); i > 0; --i)
    mission.coaches.push_back({{fmt::format("C{}", i)},
                               mission.legs.front().id,
                               wording(rng),
                               rng.between(1, 60),
                               any_record(mission, rng)});
}

void add_places(Mission& mission, Rng& rng) {
  for (int i = rng.between(1, 3); i > 0; --i)
    mission.legs.push_back({{fmt::format("leg-{}", i)},
                            wording(rng),
                            "America/Los_Angeles",
                            day(5),
                            day(8),
                            any_record(mission, rng)});
  for (int i = rng.between(0, 3); i > 0; --i) {
    mission.sectors.push_back({{fmt::format("sector.{}", i)}, wording(rng)});
    mission.topics.push_back(
        {{fmt::format("T_{}", i)}, any_key(mission.sectors, rng), wording(rng)});
  }
  for (int i = rng.between(0, 3); i > 0; --i) {
    Venue venue{
        {fmt::format("V{}", i)}, mission.legs.front().id, wording(rng), maybe_nasty(rng), {},
        any_record(mission, rng)};
    for (int k = rng.between(0, 2); k > 0; --k)
      venue.rooms.push_back({{fmt::format("R{}-{}", i, k)}, wording(rng), rng.between(0, 900), 50});
    for (Room& room : venue.rooms) {
      if (rng.chance(300)) room.equipment = {{"stage"}, {"piano"}};
      room.opening_hours = any_openings(rng);
    }
    venue.opening_hours = any_openings(rng);
    mission.venues.push_back(std::move(venue));
  }
  if (mission.venues.size() > 1)
    mission.travel_times.push_back(
        {mission.venues[0].id, mission.venues[1].id, rng.between(0, 90), rng.chance(500)});
  add_coaches(mission, rng);
}

void add_organisation(Mission& mission, int i, Rng& rng) {
  Organisation one;
  one.id.value = fmt::format("O{}", i);
  one.name = wording(rng);
  one.kind = any_word<OrganisationKind>(rng);
  one.side = i % 2 == 0 ? Side::Delegation : Side::Counterpart;
  one.region = any_word<Region>(rng);
  one.size = any_word<CompanySize>(rng);
  if (rng.chance(500)) one.country = "BE";
  one.sectors = some_keys<SectorId>(mission.sectors, rng);
  one.offers = some_keys<TopicId>(mission.topics, rng);
  one.seeks = some_keys<TopicId>(mission.topics, rng);
  one.profile = maybe_wording(rng);
  one.record = any_record(mission, rng);
  mission.organisations.push_back(std::move(one));
}

void add_person(Mission& mission, int i, Rng& rng) {
  Person one;
  one.id.value = fmt::format("P{}", i);
  one.organisation = any_key(mission.organisations, rng);
  one.given_name = fmt::format("{} {}", nasty(rng), i);
  one.family_name = maybe_nasty(rng);
  one.role = any_word<PersonRole>(rng);
  one.function = maybe_wording(rng);
  for (const Language language : base::all_languages)
    if (rng.chance(400)) one.languages.push_back(language);
  one.legs = some_keys<LegId>(mission.legs, rng);
  if (rng.chance(300)) {
    const LocalDateTime from = moment(rng);
    one.absences.push_back({mission.legs.front().id, from, base::plus_minutes(from, 90)});
  }
  if (rng.chance(300))
    one.clearances.push_back({nasty(rng), any_word<ClearanceStatus>(rng), day(rng.between(1, 5))});
  one.record = any_record(mission, rng);
  mission.people.push_back(std::move(one));
}

Timing any_timing(Rng& rng) {
  Timing timing;
  timing.precision = any_word<Precision>(rng);
  timing.part_of_day = maybe_nasty(rng);
  timing.first_day = day(6);
  timing.last_day = day(7);
  timing.earliest = moment(rng);
  timing.latest = base::plus_minutes(*timing.earliest, 300);
  if (timing.precision == Precision::Unknown) timing.first_day.reset();
  return timing;
}

void add_activity(Mission& mission, int i, Rng& rng) {
  Activity one;
  one.id.value = fmt::format("A{}", i);
  one.title = wording(rng);
  one.kind = any_word<ActivityKind>(rng);
  one.status = any_word<ActivityStatus>(rng);
  one.sector = any_key(mission.sectors, rng);
  if (rng.chance(700)) one.leg = mission.legs.front().id;
  one.host = any_key(mission.organisations, rng);
  one.place = maybe_nasty(rng);
  if (rng.chance(700)) one.timing = any_timing(rng);
  if (rng.chance(300)) {
    one.planned_timing = any_timing(rng);
    one.planned_timing->precision = Precision::Window;
  }
  one.duration_minutes = rng.between(0, 240);
  if (rng.chance(300)) one.audience.kinds = {OrganisationKind::Company, OrganisationKind::Press};
  if (rng.chance(300)) one.audience.regions = {Region::Brussels};
  one.audience.sectors = some_keys<SectorId>(mission.sectors, rng);
  one.audience.whole_delegation = rng.chance(200);
  one.offices = some_keys<OfficeId>(mission.offices, rng);
  one.speakers = some_keys<PersonId>(mission.people, rng);
  for (const Venue& venue : mission.venues)
    for (const Room& room : venue.rooms)
      if (!room.equipment.empty()) one.equipment = {{"piano"}};
  if (!one.leg.empty() && !mission.venues.empty() && rng.chance(300)) {
    one.by_coach = true;
    one.boards_at = mission.venues[0].id;
  }
  if (rng.chance(300)) one.languages = {Language::De, Language::Fr};
  one.record = any_record(mission, rng);
  mission.activities.push_back(std::move(one));
}

Who somebody(const Mission& mission, Rng& rng) {
  Who who{some_keys<OfficeId>(mission.offices, rng), some_keys<PersonId>(mission.people, rng),
          some_keys<OrganisationId>(mission.organisations, rng)};
  if (who.empty()) who.people.push_back(mission.people.front().id);
  return who;
}

void add_rule(Mission& mission, int i, Rng& rng) {
  Rule rule;
  rule.id.value = fmt::format("R{}", i);
  rule.kind = any_word<RuleKind>(rng);
  rule.record = any_record(mission, rng);
  rule.scope.activities = some_keys<ActivityId>(mission.activities, rng);
  rule.scope.legs = some_keys<LegId>(mission.legs, rng);
  rule.scope.official = rng.chance(500);
  if (rng.chance(500)) rule.scope.kinds.push_back(any_word<ActivityKind>(rng));
  if (rule.kind == RuleKind::ClearanceNeeded) {
    rule.scope.official = true;
    rule.site = "site" + nasty(rng);
    rule.working_days = rng.between(0, 30);
    if (rng.chance(500)) rule.holidays.push_back(day(1));
  } else {
    rule.who = somebody(mission, rng);
  }
  if (rule.kind == RuleKind::AlwaysWith || rule.kind == RuleKind::NeverWith)
    rule.with = somebody(mission, rng);
  if (rule.kind >= RuleKind::ArrivesLast && rule.kind <= RuleKind::Rest)
    rule.minutes = rng.between(1, 60);
  if (rule.kind == RuleKind::Rest) rule.every_minutes = rng.between(0, 240);
  if (rule.kind == RuleKind::AtMostADay) rule.most = rng.between(0, 4);
  mission.rules.push_back(std::move(rule));
}

void add_wishes(Mission& mission, Rng& rng) {
  int number = 0;
  for (const Organisation& one : mission.organisations)
    for (const Organisation& other : mission.organisations) {
      if (one.side == other.side || rng.chance(500)) continue;
      Wish wish{{fmt::format("W{}", ++number)},
                one.id,
                {},
                other.id,
                {},
                any_word<WishLevel>(rng),
                rng.between(1, 9),
                rng.chance(500)};
      mission.wishes.push_back(std::move(wish));
    }
  for (const Person& person : mission.people)
    for (const Activity& activity : mission.activities)
      if (rng.chance(300))
        mission.wishes.push_back({{fmt::format("W{}", ++number)},
                                  {},
                                  person.id,
                                  {},
                                  activity.id,
                                  any_word<WishLevel>(rng),
                                  1,
                                  false});
}

// A ceremony where one is, with its own offices as witnesses.
void add_agreement(Mission& mission, const std::string& key, Rng& rng) {
  Agreement& agreement = mission.agreements.emplace_back();
  agreement.id = {key};
  agreement.title = wording(rng);
  agreement.kind = any_word<AgreementKind>(rng);
  agreement.status = any_word<AgreementStatus>(rng);
  agreement.home_parties = {nasty(rng), nasty(rng)};
  agreement.home_signatories = {nasty(rng)};
  agreement.foreign_signatories = {nasty(rng), maybe_nasty(rng)};
  agreement.sector = any_key(mission.sectors, rng);
  if (rng.chance(500)) agreement.amount = base::Decimal{rng.between(0, 9000), rng.between(0, 4)};
  if (agreement.amount) agreement.currency = "EUR";
  agreement.basis = any_word<ValueBasis>(rng);
  agreement.period = maybe_nasty(rng);
  agreement.confidentiality = any_word<Confidentiality>(rng);
  if (rng.chance(500)) agreement.before = wording(rng);
  agreement.documents = {{nasty(rng), "fr", maybe_nasty(rng)}, {nasty(rng), "", ""}};
  agreement.signed_on = day(7);
  agreement.signed_precision = "on_or_before";
  agreement.record = any_record(mission, rng);
  for (const Activity& activity : mission.activities)
    if (activity.kind == ActivityKind::SigningCeremony) {
      agreement.ceremony = activity.id;
      agreement.ceremony_table = rng.between(0, 3);
      agreement.witnesses = activity.offices;
    }
}

void add_results(Mission& mission, Rng& rng) {
  for (int i = rng.between(0, 3); i > 0; --i) {
    const std::string key = fmt::format("G{}", i);
    add_agreement(mission, key, rng);
    mission.announcements.push_back({{key},
                                     wording(rng),
                                     maybe_nasty(rng),
                                     base::Decimal{rng.between(-9000, 9000), rng.between(0, 4)},
                                     "EUR",
                                     maybe_nasty(rng),
                                     maybe_nasty(rng),
                                     maybe_nasty(rng),
                                     std::nullopt,
                                     any_record(mission, rng)});
    mission.figures.push_back({{key},
                               wording(rng),
                               rng.chance(500) ? "64.40" : "",
                               maybe_nasty(rng),
                               "USD",
                               rng.between(0, 2025),
                               maybe_nasty(rng),
                               maybe_nasty(rng),
                               maybe_nasty(rng),
                               any_record(mission, rng)});
    mission.counts.push_back({nasty(rng), nasty(rng), {"https://example.org", maybe_nasty(rng)}});
    mission.discrepancies.push_back({nasty(rng), {nasty(rng), nasty(rng)}, maybe_nasty(rng)});
    mission.gaps.push_back(nasty(rng));
  }
}

}  // namespace

Mission random_mission(Rng& rng) {
  Mission mission;
  mission.id.value = "m";
  mission.name = wording(rng);
  mission.short_name = maybe_wording(rng);
  mission.first_day = day(5);
  mission.last_day = day(10);
  mission.travel_first_day = day(4);
  mission.travel_last_day = day(12);
  mission.home_zone = "Europe/Brussels";
  mission.default_travel_minutes = rng.between(0, 60);
  mission.travel_buffer_minutes = rng.between(0, 10);
  add_places(mission, rng);
  for (int i = rng.between(0, 6); i > 0; --i) add_organisation(mission, i, rng);
  for (int i = rng.between(0, 6); i > 0; --i) add_person(mission, i, rng);
  for (int i = rng.between(0, 3); i > 0; --i)
    mission.offices.push_back({{fmt::format("office-{}", i)},
                               wording(rng),
                               any_key(mission.people, rng),
                               rng.between(1, 9),
                               any_record(mission, rng)});
  for (int i = rng.between(0, 6); i > 0; --i) add_activity(mission, i, rng);
  for (int i = mission.people.empty() ? 0 : rng.between(0, 6); i > 0; --i)
    add_rule(mission, i, rng);
  add_wishes(mission, rng);
  add_results(mission, rng);
  mission.record = any_record(mission, rng);
  return mission;
}

}  // namespace kontor::exchange
