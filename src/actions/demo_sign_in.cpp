#include "actions/demo_sign_in.h"

#include <algorithm>
#include <map>

#include "actions/is_demo.h"
#include "actions/sessions.h"
#include "actions/whole.h"

namespace kontor::actions {

namespace {

using mission::Role;

// The invented person of that role, else the role's own word as name.
std::string name_of(const mission::Mission& mission, mission::PersonRole role, Role reader) {
  for (const mission::Person& person : mission.people)
    if (person.role == role && person.record.invented) return mission::display_name(person);
  std::string name(mission::word(reader));
  name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

void add_office(const mission::Mission& mission, mission::PersonRole role, Role reader,
                std::vector<DemoReader>& readers) {
  mission::Acting acting;
  acting.role = reader;
  acting.name = name_of(mission, role, reader);
  readers.push_back({std::string(mission::word(reader)), acting});
}

// An adviser for each agency that owns an organisation of the delegation.
void add_advisers(const mission::Mission& mission, std::vector<DemoReader>& readers) {
  for (const mission::Organisation& agency : mission.organisations) {
    const bool owns =
        std::ranges::any_of(mission.organisations, [&](const mission::Organisation& organisation) {
          return organisation.side == mission::Side::Delegation &&
                 organisation.record.owner == agency.id;
        });
    if (!owns) continue;
    mission::Acting acting;
    acting.role = Role::Adviser;
    acting.agency = agency.id;
    acting.name = "Adviser, " + agency.name.best(base::Language::En);
    readers.push_back({"adviser-" + agency.id.value, acting});
  }
}

// The invented person of that side whose organisation has most meetings: a page worth a look.
const mission::Person* busiest(const Whole& whole, mission::Side side) {
  std::map<mission::PersonId, int> meetings;
  for (const mission::Meeting& meeting : whole.published.plan.meetings) {
    ++meetings[meeting.first_person];
    ++meetings[meeting.second_person];
  }
  std::map<mission::OrganisationId, mission::Side> sides;
  for (const auto& organisation : whole.mission.organisations)
    sides[organisation.id] = organisation.side;
  const mission::Person* best = nullptr;
  for (const mission::Person& person : whole.mission.people) {
    const auto found = sides.find(person.organisation);
    if (!person.record.invented || found == sides.end() || found->second != side) continue;
    if (best == nullptr || meetings[person.id] > meetings[best->id]) best = &person;
  }
  return best;
}

void add_busiest(const Whole& whole, mission::Side side, Role role,
                 std::vector<DemoReader>& readers) {
  const mission::Person* person = busiest(whole, side);
  if (person == nullptr) return;
  mission::Acting acting;
  acting.role = role;
  acting.organisation = person->organisation;
  acting.person = person->id;
  acting.name = mission::display_name(*person);
  readers.push_back({std::string(mission::word(role)), acting});
}

std::vector<DemoReader> readers_of(const Whole& whole) {
  std::vector<DemoReader> readers;
  const mission::Mission& mission = whole.mission;
  add_office(mission, mission::PersonRole::Coordinator, Role::Coordinator, readers);
  add_advisers(mission, readers);
  add_busiest(whole, mission::Side::Delegation, Role::Delegate, readers);
  add_busiest(whole, mission::Side::Counterpart, Role::Host, readers);
  add_office(mission, mission::PersonRole::Protocol, Role::Protocol, readers);
  add_office(mission, mission::PersonRole::Press, Role::Press, readers);
  add_office(mission, mission::PersonRole::Official, Role::Director, readers);
  return readers;
}

}  // namespace

std::vector<DemoReader> demo_readers(Context& context) {
  const auto whole = newest_whole(context);
  if (!whole || !is_demo(whole->mission)) return {};
  return readers_of(*whole);
}

Outcome<std::string> demo_sign_in(Context& context, const std::string& key) {
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  if (!is_demo(whole->mission)) return std::unexpected(Conflict{"not_a_demo", ""});
  for (const DemoReader& reader : readers_of(*whole))
    if (reader.key == key) return create_session(context, reader.acting, SignedInBy::DemoLink);
  return std::unexpected(Missing{"demo_reader", key});
}

}  // namespace kontor::actions
