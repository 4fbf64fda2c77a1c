#pragma once
#include "mission.h"
#include "plan.h"
#include "report.h"
#include "schedule.h"

namespace kontor_verify {

// What a plan must be, rule by rule; each reports every place where it is not.
struct Judged {
  const Mission& mission;
  const Plan& plan;
  const Schedule& schedule;
  Report& report;
};

// Every activity has one place that its timing, rooms and duration allow, or is listed as unplaced;
// no room is used twice at a time.
void verify_programme(const Judged& judged);
// Who must attend does, others by a wish that the audience rule and the places allow.
void verify_attendances(const Judged& judged);
// Meetings stand at their session's tables, once a table, once a pair, with people of both sides.
void verify_meetings(const Judged& judged);
// Nobody is in two places, absent, or without the time to travel.
void verify_days(const Judged& judged);

// The wishes that the plan grants: each once, by what does what it asks; the others are listed with
// a cause that holds, or for a never not at all. Waiting lists hold who misses a full activity.
std::vector<char> verify_wishes(const Judged& judged);
// The prices of the certificate, by person, room and session.
struct Prices {
  std::map<int, std::map<std::int64_t, std::int64_t>> person, room;  // at a minute of UTC
  std::map<int, std::map<std::int64_t, std::int64_t>> table;         // in a slot
  std::int64_t scale = 1, count = 0;
};

// Each line that cannot be understood is reported.
Prices read_prices(const Mission& mission, const PlanText& text, Report& report);
// The bound that the prices prove, as docs/plan-file.md adds it up.
std::int64_t add_up_bound(const Judged& judged, const Prices& prices);
// Every figure of the score and of the head of the certificate, counted anew.
void verify_score(const Judged& judged, const std::vector<char>& granted, std::int64_t bound,
                  const PlanText& text);

}  // namespace kontor_verify
