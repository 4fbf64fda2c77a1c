#include "rules.h"

#include <tuple>

namespace kontor_verify {

namespace {

bool has(const auto& list, const auto& value) {
  return std::ranges::find(list, value) != list.end();
}

void verify_rooms(const Judged& judged) {
  std::map<int, std::vector<Stay>> use;
  for (int s = 0; s < static_cast<int>(judged.mission.sessions.size()); ++s)
    for (int slot = 0; slot < judged.mission.sessions[s].slots; ++slot)
      use[judged.mission.sessions[s].room].push_back(judged.schedule.of_slot(s, slot));
  for (const Entry& placement : judged.plan.placements)
    if (placement.room != none && judged.mission.activities[placement.activity].kind != "b2b")
      use[placement.room].push_back(judged.schedule.of(placement));
  for (auto& [room, stays] : use) {
    std::ranges::sort(stays, {}, &Stay::from);
    for (std::size_t i = 0; i < stays.size(); ++i)
      for (std::size_t k = i + 1; k < stays.size() && stays[k].from < stays[i].to; ++k)
        judged.report.fault("room " + judged.mission.rooms[room].key, "is used twice at a time",
                            judged.schedule.names(stays[i], stays[k]));
  }
}

void verify_guests(const Judged& judged) {
  std::vector<int> guests(judged.mission.activities.size());
  for (const Entry& entry : judged.plan.attendances)
    guests[entry.activity] += !judged.schedule.on_duty(entry.person, entry.activity);
  for (const Entry& placement : judged.plan.placements) {
    const int taken = guests[placement.activity];
    const auto places = judged.schedule.places(placement.activity, placement.room);
    if (taken > places.value_or(taken))
      judged.report.fault(placement.place, "has more guests than places", std::to_string(taken),
                          std::to_string(*places));
  }
}

void verify_sitter(const Judged& judged, const Entry& meeting, int organisation, int number) {
  const Person& person = judged.mission.people[number];
  if (person.organisation != organisation)
    judged.report.fault(meeting.place, "somebody of another organisation sits there", person.key);
  if (person.role == "principal")
    judged.report.fault(meeting.place, "a principal sits there", person.key);
}

}  // namespace

void verify_programme(const Judged& judged) {
  std::vector<int> listed(judged.mission.activities.size());
  for (const Entry& entry : judged.plan.unplaced_activities) ++listed[entry.activity];
  for (const Entry& placement : judged.plan.placements) {
    const Activity& activity = judged.mission.activities[placement.activity];
    ++listed[placement.activity];
    if (!has(activity.starts, placement.starts_at))
      judged.report.fault(placement.place, "may not start at that time");
    if (!has(activity.rooms, placement.room))
      judged.report.fault(placement.place, "may not be in that room");
    if (placement.minutes != activity.minutes)
      judged.report.fault(placement.place, "has another duration",
                          std::to_string(placement.minutes), std::to_string(activity.minutes));
  }
  for (std::size_t a = 0; a < listed.size(); ++a)
    if (listed[a] != 1)
      judged.report.fault("plan.txt activity " + judged.mission.activities[a].key,
                          "must be placed or listed as unplaced, once", std::to_string(listed[a]),
                          "1");
  verify_rooms(judged);
}

void verify_attendances(const Judged& judged) {
  std::set<std::pair<int, int>> attending;
  for (const Entry& entry : judged.plan.attendances) {
    const bool duty = judged.schedule.on_duty(entry.person, entry.activity);
    const Person& person = judged.mission.people[entry.person];
    if (!attending.emplace(entry.person, entry.activity).second)
      judged.report.fault(entry.place, "stands twice");
    if (!duty && !judged.mission.in_audience(person, judged.mission.activities[entry.activity]))
      judged.report.fault(entry.place, "is not in the audience");
    if (!duty && entry.wish == none) judged.report.fault(entry.place, "has no wish and no duty");
    if (judged.mission.activity_nevers.contains({entry.person, entry.activity}))
      judged.report.fault(entry.place, "is where they never wish to be");
  }
  for (int p = 0; p < static_cast<int>(judged.mission.people.size()); ++p)
    for (const int activity : judged.schedule.duties(p))
      if (!attending.contains({p, activity}))
        judged.report.fault("plan.txt attendance " + judged.mission.activities[activity].key + " " +
                                judged.mission.people[p].key,
                            "must be there and is not");
  verify_guests(judged);
}

void verify_meetings(const Judged& judged) {
  std::map<std::tuple<int, int, int>, std::string> tables;
  std::map<std::pair<int, int>, std::string> pairs;
  for (const Entry& meeting : judged.plan.meetings) {
    const int first = meeting.first, second = meeting.second;
    const int most = judged.mission.sessions[meeting.session].tables;
    if (meeting.table < 1 || meeting.table > most)
      judged.report.fault(meeting.place, "the session has no such table",
                          std::to_string(meeting.table), "1 to " + std::to_string(most));
    const std::tuple table(meeting.session, meeting.slot, meeting.table);
    if (const auto [other, free] = tables.emplace(table, meeting.place); !free)
      judged.report.fault(meeting.place, "the table is taken", other->second);
    if (const auto [other, free] = pairs.emplace(std::minmax(first, second), meeting.place); !free)
      judged.report.fault(meeting.place, "the two have met", other->second);
    verify_sitter(judged, meeting, first, meeting.first_person);
    verify_sitter(judged, meeting, second, meeting.second_person);
    if (judged.mission.never(first, second))
      judged.report.fault(meeting.place, "one of the two never wishes to meet the other");
    if (judged.mission.organisations[first].side != "delegation" ||
        judged.mission.organisations[second].side != "counterpart")
      judged.report.fault(meeting.place, "is not between the delegation and a counterpart");
  }
}

void verify_days(const Judged& judged) {
  std::vector<std::vector<Stay>> days(judged.mission.people.size());
  for (const Entry& entry : judged.plan.attendances)
    days[entry.person].push_back(judged.schedule.of(*judged.plan.placement[entry.activity]));
  for (const Entry& meeting : judged.plan.meetings)
    for (const int person : {meeting.first_person, meeting.second_person})
      days[person].push_back(judged.schedule.of_slot(meeting.session, meeting.slot));
  for (std::size_t p = 0; p < days.size(); ++p) {
    const std::string place = "person " + judged.mission.people[p].key;
    std::ranges::sort(days[p], {}, &Stay::from);
    for (std::size_t i = 0; i < days[p].size(); ++i) {
      const Stay& stay = days[p][i];
      if (!judged.schedule.free(static_cast<int>(p), stay))
        judged.report.fault(place, "is absent or in another city",
                            judged.schedule.names(stay, stay));
      for (std::size_t k = i + 1; k < days[p].size(); ++k)
        if (const Stay& next = days[p][k]; !judged.schedule.fit(stay, next))
          judged.report.fault(place,
                              next.from < stay.to ? "is in two places at a time"
                                                  : "has no time to get from one to the other",
                              judged.schedule.names(stay, next));
    }
  }
}

}  // namespace kontor_verify
