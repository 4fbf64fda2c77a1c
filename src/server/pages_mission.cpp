#include <algorithm>
#include <chrono>

#include "server/pages.h"

namespace kontor::server {

namespace {

wire::Leg leg_of(const Directory& directory, const mission::Leg& leg) {
  return {leg.id.value,  leg.city,     leg.zone,
          leg.first_day, leg.last_day, directory.place_number(&leg)};
}

// When an activity is on the programme: as placed, else the day that its sources name.
std::optional<base::LocalDate> day_of(const Directory& directory,
                                      const mission::Activity& activity) {
  if (const auto* placement = directory.placement(activity.id)) return placement->starts_at.date;
  if (activity.timing.precision == mission::Precision::Fixed && activity.timing.earliest)
    return activity.timing.earliest->date;
  return activity.timing.precision == mission::Precision::Day ? activity.timing.first_day
                                                              : std::nullopt;
}

wire::Day day(const Directory& directory, base::LocalDate date) {
  wire::Day out;
  out.local_date = date;
  for (const mission::Leg& leg : directory.mission().legs)
    if (leg.first_day <= date && date <= leg.last_day) out.legs.push_back(leg.id.value);
  for (const mission::Activity& activity : directory.mission().activities)
    if (day_of(directory, activity) == date) ++out.activities;
  for (const mission::Session& session : directory.mission().sessions) {
    const auto& meetings = directory.view().session_meetings;
    const auto found = meetings.find(session.id);
    if (session.starts_at.date == date && found != meetings.end()) out.meetings += found->second;
  }
  return out;
}

// The official days, and whatever is planned before or after them.
std::vector<wire::Day> days_of(const Directory& directory) {
  base::LocalDate first = directory.mission().first_day;
  base::LocalDate last = directory.mission().last_day;
  for (const auto& placement : directory.plan().activities) {
    first = std::min(first, placement.starts_at.date);
    last = std::max(last, placement.starts_at.date);
  }
  std::vector<wire::Day> days;
  for (auto date = std::chrono::sys_days(first); date <= std::chrono::sys_days(last);
       date += std::chrono::days(1))
    days.push_back(day(directory, base::LocalDate(date)));
  return days;
}

wire::Totals totals_of(const actions::Totals& totals) {
  wire::Totals out;
  out.organisations = totals.organisations;
  out.companies = totals.companies;
  out.delegates = totals.delegates;
  out.counterparts = totals.counterparts;
  out.activities = totals.activities;
  out.sessions = totals.sessions;
  out.wishes = totals.wishes;
  out.agreements = totals.agreements;
  out.invented = totals.invented;
  out.records = totals.records;
  return out;
}

}  // namespace

wire::MissionPage mission_page(const Directory& directory) {
  const mission::Mission& mission = directory.mission();
  wire::MissionPage page;
  page.id = mission.id.value;
  page.name = mission.name;
  page.short_name = mission.short_name;
  page.first_day = mission.first_day;
  page.last_day = mission.last_day;
  page.travel_first_day = mission.travel_first_day;
  page.travel_last_day = mission.travel_last_day;
  page.home_zone = mission.home_zone;
  for (const auto& leg : mission.legs) page.legs.push_back(leg_of(directory, leg));
  page.days = days_of(directory);
  for (const auto& sector : mission.sectors) page.sectors.push_back({sector.id.value, sector.name});
  for (const auto& count : mission.counts)
    page.counts.push_back({count.metric, count.value, {count.source.url, count.source.publisher}});
  for (const auto& one : mission.discrepancies)
    page.discrepancies.push_back({one.topic, one.values, one.note});
  page.gaps = mission.gaps;
  page.totals = totals_of(directory.view().totals);
  page.mark = mark_of(mission.record);
  return page;
}

}  // namespace kontor::server
