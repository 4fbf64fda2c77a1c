#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "planning/verify_facts.h"

namespace kontor::planning {

namespace {

std::string path_of(const mission::Meeting& meeting) {
  return fmt::format("meeting/{}/{}/{}", meeting.session.value, meeting.slot, meeting.table);
}

void verify_sitter(const Facts& facts, const mission::Meeting& meeting,
                   const mission::OrganisationId& organisation, const mission::PersonId& person,
                   base::Issues& issues) {
  const auto& sitter = *facts.people.at(person);
  if (sitter.organisation != organisation)
    accuse(issues, "wrong_organisation", path_of(meeting), person.value,
           {{"organisation", organisation.value}});
  if (sitter.role == mission::PersonRole::Principal)
    accuse(issues, "principal_at_table", path_of(meeting), person.value);
}

void verify_seat(const Facts& facts, const mission::Meeting& meeting, base::Issues& issues) {
  const auto& session = *facts.sessions.at(meeting.session);
  if (meeting.slot < 0 || meeting.slot >= session.slots)
    accuse(issues, "no_such_slot", path_of(meeting), std::to_string(meeting.slot));
  if (meeting.table < 1 || meeting.table > session.tables)
    accuse(issues, "no_such_table", path_of(meeting), std::to_string(meeting.table));
  verify_sitter(facts, meeting, meeting.first, meeting.first_person, issues);
  verify_sitter(facts, meeting, meeting.second, meeting.second_person, issues);
  if (facts.never(meeting.first, meeting.second))
    accuse(issues, "forbidden_by_never", path_of(meeting), meeting.second.value);
  const bool first_travels =
      facts.organisations.at(meeting.first)->side == mission::Side::Delegation;
  const bool second_travels =
      facts.organisations.at(meeting.second)->side == mission::Side::Delegation;
  if (second_travels && !first_travels)
    accuse(issues, "wrong_side", path_of(meeting), meeting.first.value);
  if (meeting.first == meeting.second) accuse(issues, "self_wish", path_of(meeting));
}

}  // namespace

void verify_meetings(const Facts& facts, base::Issues& issues) {
  std::set<std::tuple<mission::SessionId, int, int>> tables;
  std::set<std::pair<mission::OrganisationId, mission::OrganisationId>> pairs;
  for (const auto& meeting : facts.plan.meetings) {
    verify_seat(facts, meeting, issues);
    if (!tables.emplace(meeting.session, meeting.slot, meeting.table).second)
      accuse(issues, "table_taken_twice", path_of(meeting));
    if (!pairs.insert(std::minmax(meeting.first, meeting.second)).second)
      accuse(issues, "met_twice", path_of(meeting), meeting.first.value,
             {{"other", meeting.second.value}});
  }
}

namespace {

// That two stays do not go together, as at() gives them; of those that would if no rule made them
// longer, which rule it is.
void accuse_clash(const Facts& facts, const mission::Person& person, const Occupied& a,
                  const Occupied& b, base::Issues& issues) {
  const bool overlap = a.from < b.to && b.from < a.to;
  const std::string path = "person/" + person.id.value;
  const RuleFacts* rule = facts.lengthened(person, a);
  if (rule == nullptr) rule = facts.lengthened(person, b);
  if (rule != nullptr && !overlap && facts.fit(a, b))
    return accuse_broken(issues, *rule, path,
                         fmt::format(" There is no time for {} and {}.", a.what, b.what));
  accuse(issues, overlap ? "two_places" : "no_time_to_travel", path, a.what, {{"other", b.what}});
}

}  // namespace

void verify_days(const Facts& facts, base::Issues& issues) {
  std::map<mission::PersonId, std::vector<Occupied>> days;
  for (const auto& attendance : facts.plan.attendances)
    days[attendance.person].push_back(facts.at(*facts.placements.at(attendance.activity)));
  for (const auto& meeting : facts.plan.meetings)
    for (const auto& person : {meeting.first_person, meeting.second_person})
      days[person].push_back(facts.at(*facts.sessions.at(meeting.session), meeting.slot));
  for (const auto& [key, day] : days) {
    const auto& person = *facts.people.at(key);
    for (std::size_t i = 0; i < day.size(); ++i) {
      const Occupied stay = facts.extended(person, day[i]);
      if (!facts.free(person, day[i])) accuse(issues, "absent", "person/" + key.value, day[i].what);
      for (std::size_t k = i + 1; k < day.size(); ++k)
        if (const Occupied other = facts.extended(person, day[k]);
            (stay.from < other.to && other.from < stay.to) || !facts.fit(stay, other))
          accuse_clash(facts, person, day[i], day[k], issues);
    }
  }
}

}  // namespace kontor::planning
