#include <algorithm>

#include "server/agenda.h"
#include "server/pages.h"

namespace kontor::server {

namespace {

std::vector<wire::Named> topics_of(const Directory& directory,
                                   const std::vector<mission::TopicId>& ids) {
  std::vector<wire::Named> topics;
  for (const auto& id : ids)
    if (const auto* topic = directory.topic(id)) topics.push_back({id.value, topic->name});
  return topics;
}

// Of the organisation itself and of its people.
std::vector<wire::WishRow> wishes_of(const Directory& directory,
                                     const mission::OrganisationId& organisation) {
  std::vector<wire::WishRow> rows;
  for (const auto& wish : directory.mission().wishes) {
    const auto* person = directory.person(wish.person);
    if (wish.organisation == organisation ||
        (person != nullptr && person->organisation == organisation))
      rows.push_back(wish_row(directory, wish));
  }
  return rows;
}

using Headcount = std::map<mission::OrganisationId, int>;

Headcount headcount(const Directory& directory) {
  Headcount people;
  for (const auto& person : directory.mission().people) ++people[person.organisation];
  return people;
}

wire::OrganisationRow row_of(const Directory& directory, const mission::Organisation& organisation,
                             const Headcount& people) {
  wire::OrganisationRow row;
  row.id = organisation.id.value;
  row.name = organisation.name;
  row.kind = organisation.kind;
  row.side = organisation.side;
  row.region = organisation.region;
  row.size = organisation.size;
  row.country = organisation.country;
  for (const auto& sector : organisation.sectors) row.sectors.push_back(sector.value);
  if (const auto found = people.find(organisation.id); found != people.end())
    row.people = found->second;
  const auto& tallies = directory.view().organisations;
  if (const auto found = tallies.find(organisation.id); found != tallies.end()) {
    row.meetings = found->second.meetings;
    row.wishes_asked = found->second.wishes_asked;
    row.wishes_granted = found->second.wishes_granted;
    row.counts_known = true;
  }
  row.invented = organisation.record.invented;
  return row;
}

}  // namespace

wire::OrganisationRow organisation_row(const Directory& directory,
                                       const mission::Organisation& organisation) {
  return row_of(directory, organisation, headcount(directory));
}

std::vector<wire::OrganisationRow> organisation_rows(const Directory& directory) {
  const Headcount people = headcount(directory);
  std::vector<wire::OrganisationRow> rows;
  for (const auto& organisation : directory.mission().organisations)
    rows.push_back(row_of(directory, organisation, people));
  return rows;
}

std::optional<wire::OrganisationPage> organisation_page(const Directory& directory,
                                                        const mission::OrganisationId& id) {
  const auto* organisation = directory.organisation(id);
  if (organisation == nullptr) return std::nullopt;
  wire::OrganisationPage page;
  page.row = organisation_row(directory, *organisation);
  page.profile = organisation->profile;
  page.offers = topics_of(directory, organisation->offers);
  page.seeks = topics_of(directory, organisation->seeks);
  for (const auto& person : directory.mission().people)
    if (person.organisation == id) page.people.push_back(person_row(directory, person));
  page.agenda = to_wire(directory, agenda_of(directory, id));
  page.wishes = wishes_of(directory, id);
  page.mark = mark_of(organisation->record);
  return page;
}

}  // namespace kontor::server
