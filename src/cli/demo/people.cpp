#include <algorithm>
#include <set>

#include "cli/demo/draft.h"
#include "cli/demo/names.h"

namespace kontor::cli::demo {

namespace {

using base::Language;
using mission::CompanySize;
using mission::Organisation;
using mission::OrganisationKind;
using mission::Person;
using mission::PersonRole;
using mission::Region;
using mission::Side;

constexpr int most_people = 5;

int usual_people(const Organisation& one, base::Rng& rng) {
  if (one.kind == OrganisationKind::Academic) return 3;
  if (one.kind != OrganisationKind::Company) return 2;
  switch (one.size) {
    case CompanySize::Large:
      return 3;
    case CompanySize::Medium:
      return 2;
    case CompanySize::Small:
      return rng.chance(300) ? 2 : 1;
    default:
      return 1;
  }
}

// How many delegates each invented organisation of the delegation sends, `total` in all where
// every organisation sends one at least and none more than `most_people`.
std::vector<int> shares(const std::vector<const Organisation*>& organisations, int total,
                        base::Rng& rng) {
  std::vector<int> people;
  int sum = 0;
  for (const Organisation* one : organisations) {
    people.push_back(usual_people(*one, rng));
    sum += people.back();
  }
  const auto size = static_cast<int>(people.size());
  while (sum != total && sum > size * (total < sum ? 1 : 0) && sum < size * most_people) {
    int& share = people[rng.below(people.size())];
    const int step = sum < total ? 1 : -1;
    if (share + step < 1 || share + step > most_people) continue;
    share += step;
    sum += step;
  }
  return people;
}

Tongue tongue_of(const Organisation& one, base::Rng& rng) {
  if (one.side == Side::Counterpart) return Tongue::Californian;
  if (one.region == Region::Flanders) return Tongue::Dutch;
  if (one.region == Region::Wallonia) return rng.chance(70) ? Tongue::German : Tongue::French;
  return rng.chance(550) ? Tongue::French : Tongue::Dutch;
}

std::vector<Language> languages_of(Tongue tongue, base::Rng& rng) {
  switch (tongue) {
    case Tongue::French:
      return rng.chance(400) ? std::vector{Language::Fr, Language::Nl, Language::En}
                             : std::vector{Language::Fr, Language::En};
    case Tongue::Dutch:
      return rng.chance(600) ? std::vector{Language::Nl, Language::Fr, Language::En}
                             : std::vector{Language::Nl, Language::En};
    case Tongue::German:
      return {Language::De, Language::Fr, Language::En};
    case Tongue::Californian:
      return {Language::En};
  }
  return {};
}

// Draws names until one is new: a name in two organisations would be taken for one person.
PersonName new_name(Tongue tongue, std::set<std::string>& taken, base::Rng& rng) {
  for (;;) {
    PersonName name = person_name(tongue, rng);
    if (taken.insert(name.given + " " + name.family).second) return name;
  }
}

Person made_up(const Organisation& one, int number, std::set<std::string>& taken, base::Rng& rng) {
  const Tongue tongue = tongue_of(one, rng);
  const PersonName name = new_name(tongue, taken, rng);
  Person person;
  person.id.value = numbered(one.id.value + "-", number, 1);
  person.organisation = one.id;
  person.given_name = name.given;
  person.family_name = name.family;
  person.function = function_of(one.kind, number == 1, name.woman, rng);
  person.languages = languages_of(tongue, rng);
  person.record.invented = true;
  person.record.visibility = mission::Visibility::Delegation;
  person.record.owner = one.record.owner;
  return person;
}

// Some delegates see one city only, some arrive late, some are away for half a day. The first of
// an organisation that has no second sees both.
void give_absences(const mission::Mission& mission, Person& person, bool alone, base::Rng& rng) {
  const mission::Leg& first = mission.legs.front();
  const mission::Leg& last = mission.legs.back();
  if (!alone && rng.chance(100)) {
    person.legs = {rng.chance(550) ? first.id : last.id};
  } else if (rng.chance(50)) {
    const base::LocalDateTime arrival{first.first_day, 0};
    person.absences.push_back({first.id, arrival, base::plus_minutes(arrival, 36 * 60)});
  } else if (rng.chance(40)) {
    const base::LocalDateTime noon{last.first_day, 12 * 60};
    person.absences.push_back({last.id, noon, base::plus_minutes(noon, 6 * 60)});
  }
}

void add_delegates(Draft& draft, std::set<std::string>& taken, base::Rng& rng) {
  std::vector<const Organisation*> senders;
  for (const Organisation& one : draft.mission.organisations)
    if (one.record.invented && one.side == Side::Delegation) senders.push_back(&one);
  if (senders.empty()) return;
  const std::vector<int> people = shares(senders, draft.settings.delegates, rng);
  for (std::size_t i = 0; i < senders.size(); ++i)
    for (int number = 1; number <= people[i]; ++number) {
      Person person = made_up(*senders[i], number, taken, rng);
      if (senders[i]->kind == OrganisationKind::Press) person.role = PersonRole::Press;
      give_absences(draft.mission, person, people[i] == 1, rng);
      draft.mission.people.push_back(std::move(person));
    }
}

// The sessions that are held at a leg.
std::vector<const mission::Session*> sessions_of(const mission::Mission& mission,
                                                 const mission::LegId& leg) {
  std::vector<const mission::Session*> found;
  for (const mission::Session& session : mission.sessions)
    for (const mission::Venue& venue : mission.venues)
      if (venue.leg == leg &&
          std::ranges::find(venue.rooms, session.room, &mission::Room::id) != venue.rooms.end())
        found.push_back(&session);
  return found;
}

// The sessions that a counterpart does not come to; a star comes to one.
std::vector<mission::Absence> missed_sessions(const Draft& draft, const Counterpart& one,
                                              base::Rng& rng) {
  auto sessions = sessions_of(draft.mission, one.leg);
  rng.shuffle(std::span(sessions));
  const auto all = static_cast<int>(sessions.size());
  const int come = one.star ? 1 : rng.chance(550) ? all : rng.between(1, std::max(1, all - 1));
  std::vector<mission::Absence> missed;
  for (int i = come; i < all; ++i) {
    const mission::Session& session = *sessions[static_cast<std::size_t>(i)];
    missed.push_back({one.leg, session.starts_at,
                      base::plus_minutes(session.starts_at, session.slots * session.slot_minutes)});
  }
  std::ranges::sort(missed, {}, &mission::Absence::from);
  return missed;
}

void add_hosts(Draft& draft, std::set<std::string>& taken, base::Rng& rng) {
  for (const Counterpart& counterpart : draft.counterparts) {
    const Organisation& one =
        *std::ranges::find(draft.mission.organisations, counterpart.id, &Organisation::id);
    const auto missed = missed_sessions(draft, counterpart, rng);
    const int people = counterpart.star ? 1 : rng.chance(700) ? 1 : rng.chance(800) ? 2 : 3;
    for (int number = 1; number <= people; ++number) {
      Person person = made_up(one, number, taken, rng);
      person.role = PersonRole::Counterpart;
      person.legs = {counterpart.leg};
      person.absences = missed;
      draft.mission.people.push_back(std::move(person));
    }
  }
}

}  // namespace

void add_people(Draft& draft) {
  base::Rng rng = draft.stream(Stream::People);
  std::set<std::string> taken;
  for (const Person& person : draft.mission.people) taken.insert(mission::display_name(person));
  add_delegates(draft, taken, rng);
  add_hosts(draft, taken, rng);
}

}  // namespace kontor::cli::demo
