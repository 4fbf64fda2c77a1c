#include "server/agenda.h"
#include "server/pages.h"

namespace kontor::server {

wire::PersonRow person_row(const Directory& directory, const mission::Person& person) {
  wire::PersonRow row;
  row.id = person.id.value;
  row.name = mission::display_name(person);
  row.role = person.role;
  row.function = person.function;
  row.organisation = directory.named(person.organisation);
  if (const auto* organisation = directory.organisation(person.organisation))
    row.region = organisation->region;
  const auto& tallies = directory.view().people;
  if (const auto found = tallies.find(person.id); found != tallies.end()) {
    row.meetings = found->second.meetings;
    row.activities = found->second.activities;
    row.counts_known = true;
  }
  row.invented = person.record.invented;
  return row;
}

std::vector<wire::PersonRow> person_rows(const Directory& directory) {
  std::vector<wire::PersonRow> rows;
  for (const auto& person : directory.mission().people)
    rows.push_back(person_row(directory, person));
  return rows;
}

std::optional<wire::PersonPage> person_page(const Directory& directory, const mission::PersonId& id,
                                            Subscription subscription) {
  const auto* person = directory.person(id);
  if (person == nullptr) return std::nullopt;
  wire::PersonPage page;
  page.row = person_row(directory, *person);
  for (const auto& office : directory.mission().offices)
    if (office.holder == id) page.offices.push_back({office.id.value, office.title});
  for (const auto language : person->languages) page.languages.emplace_back(base::code(language));
  page.agenda = to_wire(directory, agenda_of(directory, id));
  for (const auto& wish : directory.mission().wishes)
    if (wish.person == id) page.wishes.push_back(wish_row(directory, wish));
  page.may_subscribe = subscription == Subscription::Allowed;
  page.mark = mark_of(person->record);
  return page;
}

}  // namespace kontor::server
