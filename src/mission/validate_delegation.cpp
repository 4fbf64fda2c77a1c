#include <algorithm>

#include "mission/validate_parts.h"

namespace kontor::mission {

namespace {

bool is_upper(std::string_view text, std::size_t length) {
  return text.size() == length &&
         std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

void check_organisation(const Index& index, const Organisation& organisation, Faults& faults) {
  const std::string path = "organisation/" + organisation.id.value;
  faults.wording(path + "/name", organisation.name);
  faults.references(path + "/sectors", organisation.sectors, index.sectors);
  faults.references(path + "/offers", organisation.offers, index.topics);
  faults.references(path + "/seeks", organisation.seeks, index.topics);
  if (!organisation.country.empty() && !is_upper(organisation.country, 2))
    faults.add("out_of_range", path + "/country", organisation.country,
               {{"expected", "two capital letters (ISO 3166), such as BE"}});
  faults.record(path, organisation.record, index);
}

void check_absence(const Index& index, const std::string& path, const Absence& absence,
                   Faults& faults) {
  if (absence.leg.empty()) faults.missing(path, "leg");
  faults.reference(path, absence.leg, index.legs);
  if (!absence.from.date.ok()) faults.missing(path, "from");
  if (!absence.to.date.ok()) faults.missing(path, "to");
  if (absence.from.date.ok() && absence.to.date.ok()) faults.order(path, absence.from, absence.to);
}

void check_person(const Index& index, const Person& person, Faults& faults) {
  const std::string path = "person/" + person.id.value;
  if (display_name(person).empty()) faults.missing(path, "family_name");
  faults.reference(path + "/organisation", person.organisation, index.organisations);
  faults.references(path + "/legs", person.legs, index.legs);
  for (const Absence& absence : person.absences)
    check_absence(index, path + "/absences", absence, faults);
  for (const Clearance& clearance : person.clearances)
    if (clearance.site.empty()) faults.missing(path + "/clearances", "site");
  faults.record(path, person.record, index);
}

// A person takes part for one organisation: one name, or one key, in two of them is a fault.
void check_two_organisations(const Index& index, Faults& faults) {
  std::unordered_map<std::string, const Person*> by_name;
  const auto& people = index.mission.people;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Person& person = people[i];
    if (person.organisation.empty() || person.given_name.empty() || person.family_name.empty())
      continue;
    const auto [at, fresh] = by_name.try_emplace(display_name(person), &person);
    const Person& first = *at->second;
    if (!fresh && first.organisation != person.organisation)
      faults.add("two_organisations", fmt::format("person/#{}/organisation", i + 1),
                 person.organisation.value,
                 {{"other", first.organisation.value}, {"name", display_name(person)}});
  }
}

void check_office(const Index& index, const Office& office, Faults& faults) {
  const std::string path = "office/" + office.id.value;
  faults.wording(path + "/title", office.title);
  faults.reference(path + "/holder", office.holder, index.people);
  faults.at_least(path + "/precedence", office.precedence, 0);
  faults.record(path, office.record, index);
}

}  // namespace

void validate_delegation(const Index& index, Faults& faults) {
  faults.record("mission", index.mission.record, index);
  for (const Organisation& organisation : index.mission.organisations)
    check_organisation(index, organisation, faults);
  for (const Person& person : index.mission.people) check_person(index, person, faults);
  check_two_organisations(index, faults);
  for (const Office& office : index.mission.offices) check_office(index, office, faults);
}

}  // namespace kontor::mission
