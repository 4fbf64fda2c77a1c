#include "mission/rule.h"

#include <algorithm>

#include "mission/mission.h"

namespace kontor::mission {

namespace {

template <class T>
bool has(const std::vector<T>& list, const T& value) {
  return std::ranges::find(list, value) != list.end();
}

template <class T>
bool allows(const std::vector<T>& list, const T& value) {
  return list.empty() || has(list, value);
}

}  // namespace

bool is_official(ActivityKind kind) {
  switch (kind) {
    case ActivityKind::OfficialVisit:
    case ActivityKind::OfficialMeeting:
    case ActivityKind::CulturalVisit:
    case ActivityKind::Reception:
    case ActivityKind::SigningCeremony:
      return true;
    default:
      return false;
  }
}

bool covers(const Scope& scope, const Activity& activity) {
  return (!scope.official || is_official(activity.kind)) && allows(scope.kinds, activity.kind) &&
         allows(scope.activities, activity.id) && allows(scope.legs, activity.leg);
}

std::vector<PersonId> members(const Mission& mission, const Who& who) {
  std::vector<PersonId> holders;
  for (const Office& office : mission.offices)
    if (has(who.offices, office.id)) holders.push_back(office.holder);
  std::vector<PersonId> out;
  for (const Person& person : mission.people)
    if (has(holders, person.id) || has(who.people, person.id) ||
        has(who.organisations, person.organisation))
      out.push_back(person.id);
  return out;
}

base::LocalDate working_days_before(base::LocalDate day, int count,
                                    const std::vector<base::LocalDate>& holidays) {
  auto at = std::chrono::sys_days(day);
  while (count > 0) {
    at -= std::chrono::days(1);
    const std::chrono::weekday weekday(at);
    const bool weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    if (!weekend && !has(holidays, base::LocalDate(at))) --count;
  }
  return base::LocalDate(at);
}

bool is_cleared(const Rule& rule, const Person& person, base::LocalDate day) {
  const base::LocalDate deadline = working_days_before(day, rule.working_days, rule.holidays);
  return std::ranges::any_of(person.clearances, [&](const Clearance& clearance) {
    return clearance.site == rule.site && clearance.status == ClearanceStatus::Cleared &&
           clearance.filed_on && *clearance.filed_on <= deadline;
  });
}

}  // namespace kontor::mission
