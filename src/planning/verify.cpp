#include "planning/verify.h"

#include "planning/verify_facts.h"

namespace kontor::planning {

namespace {

template <class Known, class Key>
void must_exist(const Known& known, const Key& key, const std::string& noun,
                const std::string& path, base::Issues& issues) {
  if (!known.contains(key))
    accuse(issues, "unknown_reference", path, key.value, {{"noun", noun}, {"hint", ""}});
}

void verify_keys(const Facts& facts, base::Issues& issues) {
  for (const auto& placement : facts.plan.activities) {
    must_exist(facts.activities, placement.activity, "activity", "plan/activities", issues);
    if (!placement.room.empty())
      must_exist(facts.rooms, placement.room, "room", "plan/activities", issues);
    if (const auto found = facts.activities.find(placement.activity);
        found != facts.activities.end())
      must_exist(facts.legs, found->second->leg, "leg", "plan/activities", issues);
  }
  for (const auto& attendance : facts.plan.attendances) {
    must_exist(facts.placements, attendance.activity, "placed activity", "plan/attendances",
               issues);
    must_exist(facts.people, attendance.person, "person", "plan/attendances", issues);
    if (!attendance.coach.empty())
      must_exist(facts.coaches, attendance.coach, "coach", "plan/attendances", issues);
    if (!attendance.wish.empty())
      must_exist(facts.wishes, attendance.wish, "wish", "plan/attendances", issues);
  }
  for (const auto& meeting : facts.plan.meetings) {
    must_exist(facts.sessions, meeting.session, "session", "plan/meetings", issues);
    for (const auto& organisation : {meeting.first, meeting.second})
      must_exist(facts.organisations, organisation, "organisation", "plan/meetings", issues);
    for (const auto& person : {meeting.first_person, meeting.second_person})
      must_exist(facts.people, person, "person", "plan/meetings", issues);
    for (const auto& wish : meeting.wishes)
      must_exist(facts.wishes, wish, "wish", "plan/meetings", issues);
  }
  for (const auto& unplaced : facts.plan.unplaced)
    must_exist(facts.wishes, unplaced.wish, "wish", "plan/unplaced", issues);
  for (const auto& waiting : facts.plan.waiting) {
    must_exist(facts.activities, waiting.activity, "activity", "plan/waiting", issues);
    must_exist(facts.people, waiting.person, "person", "plan/waiting", issues);
  }
}

}  // namespace

base::Issues verify(const mission::Mission& mission, const mission::Plan& plan,
                    const std::string& input_hash) {
  base::Issues issues;
  const Facts facts(mission, plan);
  if (plan.mission != mission.id)
    accuse(issues, "wrong_input", "plan/mission", plan.mission.value,
           {{"found", mission.id.value}});
  verify_keys(facts, issues);
  if (!issues.empty()) return issues;  // the rest looks keys up
  verify_programme(facts, issues);
  verify_attendances(facts, issues);
  verify_meetings(facts, issues);
  verify_coaches(facts, issues);
  verify_days(facts, issues);
  verify_rules(facts, issues);
  verify_wishes(facts, issues);
  verify_score(facts, issues);
  verify_certificate(facts, input_hash, issues);
  return issues;
}

}  // namespace kontor::planning
