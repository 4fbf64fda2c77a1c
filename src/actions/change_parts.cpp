#include "actions/change_parts.h"

#include <algorithm>
#include <fmt/format.h>

#include "actions/change_log.h"
#include "actions/event_log.h"
#include "base/hash.h"
#include "base/zone.h"
#include "exchange/folder_write.h"
#include "planning/locks.h"
#include "store/locks.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

// The given time, else the clock's while the mission travels.
std::optional<base::Instant> now_of(Context& context, const mission::Mission& mission,
                                    const ChangeQuestion& question) {
  if (question.now) return question.now;
  const base::Instant now = context.now();
  for (const auto& leg : mission.legs) {
    const auto first = base::to_instant({leg.first_day, 0}, leg.zone);
    const auto last = base::to_instant({leg.last_day, 0}, leg.zone) + std::chrono::days(1);
    if (first <= now && now < last) return now;
  }
  return std::nullopt;
}

template <class Key>
std::optional<Refusal> unless_seen(const Sight& sight, const char* noun, const Key& key) {
  if (key.empty() || sight.sees(key)) return std::nullopt;
  return Missing{noun, key.value};
}

// What a reader must not know of they cannot ask about either.
struct Knowable {
  const Sight& sight;

  using Answer = std::optional<Refusal>;
  Answer operator()(const mission::ActivityCancelled& d) const {
    return unless_seen(sight, "activity", d.activity);
  }
  Answer operator()(const mission::ActivityDelayed& d) const {
    return unless_seen(sight, "activity", d.activity);
  }
  Answer operator()(const mission::OfficeDelayed& d) const {
    if (sight.may(Matter::Movement)) return std::nullopt;
    return Missing{"office", d.office.value};
  }
  Answer operator()(const mission::Withdrawal& d) const {
    if (auto refusal = unless_seen(sight, "person", d.person)) return refusal;
    return unless_seen(sight, "organisation", d.organisation);
  }
  Answer operator()(const mission::RoomLost& d) const { return unless_seen(sight, "room", d.room); }
  Answer operator()(const mission::TablesLost& d) const {
    return unless_seen(sight, "session", d.session);
  }
  Answer operator()(const mission::NoShow& d) const {
    return unless_seen(sight, "person", d.person);
  }
  Answer operator()(const mission::ActivityMoved& d) const {
    return unless_seen(sight, "activity", d.activity);
  }
  Answer operator()(const mission::MeetingMoved& d) const {
    if (auto refusal = unless_seen(sight, "organisation", d.first)) return refusal;
    return unless_seen(sight, "organisation", d.second);
  }
  Answer operator()(const mission::AttendanceMoved& d) const {
    if (auto refusal = unless_seen(sight, "person", d.person)) return refusal;
    return unless_seen(sight, "activity", d.activity);
  }
  Answer operator()(const auto&) const { return std::nullopt; }
};

std::vector<mission::Lock> locks_of(Context& context, const Whole& whole) {
  std::vector<mission::Lock> out;
  const auto spelled = context.store.read(
      [&](sql::Connection& connection) { return store::read_locks(connection, whole.state.id); });
  for (const std::string& lock : spelled)
    if (const auto parsed = mission::parse_lock(lock);
        parsed && planning::is_in_plan(whole.published.plan, *parsed))
      out.push_back(*parsed);
  return out;
}

// Where the usual search ends with nothing found and nothing proven: a second or so.
constexpr int work_of_second_try = 40;

engine::timetable::RepairOptions options_for(const mission::Disruption& disruption) {
  engine::timetable::RepairOptions options;
  if (std::holds_alternative<mission::Arrival>(disruption)) {
    options.disturbance = engine::timetable::Disturbance::Lost;
    options.most_alternatives = options.most_more + 1;
  }
  return options;
}

}  // namespace

Outcome<Asked> lay_open(Context& context, const mission::Acting& acting, Verb verb,
                        const ChangeQuestion& question) {
  if (!may(acting, verb)) return std::unexpected(Denied{verb});
  Asked out;
  out.whole = newest_whole(context);
  if (!out.whole) return std::unexpected(Conflict{"no_mission", ""});
  if (out.whole->state.published_version == 0 ||
      out.whole->state.published_input_hash != out.whole->state.input_hash)
    return std::unexpected(Conflict{"no_plan", "no plan of these facts is published"});
  const Sight sight(acting, out.whole->mission, out.whole->published.plan);
  if (auto refusal = std::visit(Knowable{sight}, question.disruption))
    return std::unexpected(*std::move(refusal));
  out.bench = context.views.workbench(out.whole);
  out.now = now_of(context, out.whole->mission, question);
  return out;
}

Outcome<Asked> ask(Context& context, const mission::Acting& acting, Verb verb,
                   const ChangeQuestion& question) {
  auto out = lay_open(context, acting, verb, question);
  if (!out) return out;
  const planning::Happening happening{question.disruption, out->now.value_or(base::Instant::min()),
                                      locks_of(context, *out->whole)};
  auto options = options_for(question.disruption);
  auto found = planning::replan(*out->bench, happening, options, {});
  if (found && found->status == planning::RepairStatus::Unknown) {
    options.most_work *= work_of_second_try;
    found = planning::replan(*out->bench, happening, options, {});
  }
  if (!found) return std::unexpected(found.error());
  out->status = found->status;
  out->proposals = std::move(found->proposals);
  if (out->proposals.empty()) out->blockage = planning::what_blocks(*out->bench, happening);
  return out;
}

std::string digest_of(const planning::Proposal& proposal) {
  std::string text(word(proposal.variant()));
  for (const auto& placement : proposal.outline.activities)
    text += fmt::format("\n{} {} {}", placement.activity.value, placement.room.value,
                        base::format(placement.starts_at));
  for (const auto& attendance : proposal.outline.attendances)
    text += fmt::format("\n{} {}", attendance.activity.value, attendance.person.value);
  for (const auto& meeting : proposal.outline.meetings)
    text += fmt::format("\n{} {} {} {} {}", meeting.session.value, meeting.slot, meeting.table,
                        meeting.first_person.value, meeting.second_person.value);
  return base::sha256(text);
}

Conflict moved_on(int seen, int now) {
  return {"plan_moved_on", fmt::format("version {} was seen, version {} is published", seen, now),
          fmt::format("{}", seen), fmt::format("{}", now)};
}

Outcome<store::PlanVersion> write_version(Context& context, const mission::Acting& acting,
                                          const Whole& whole, const mission::Mission& mission,
                                          const std::string& input_hash,
                                          const store::StoredPlan& version,
                                          const std::string& detail, std::int64_t undoes) {
  const store::MissionState& before = whole.state;
  auto written =
      context.store.write([&](sql::Connection& connection) -> Outcome<store::PlanVersion> {
        const auto state = store::read_served_state(connection);
        if (!state || state->id != before.id || state->revision != before.revision)
          return std::unexpected(
              moved_on(before.published_version, state ? state->published_version : 0));
        store::write_mission(connection, mission, input_hash);
        store::write_plan(connection, version);
        store::write_undo(connection, before.id,
                          {version.plan.version, before.published_version, acting.name,
                           exchange::canonical_text(whole.mission)});
        log_change(context, connection, before.id, acting, Verb::ApplyChange,
                   fmt::format("plan/{}", version.plan.version), detail,
                   {before.published_version, version.plan.version, undoes});
        log_event(context, connection, Published{version.plan.version});
        return store::PlanVersion{version.plan.version, version.made_at, version.made_by,
                                  version.plan.score.value, version.plan.score.bound};
      });
  if (written) deliver_events(context);
  return written;
}

void redact(ChangeProposal& proposal, const Sight& sight) {
  int hidden = 0;
  for (planning::PersonChange& person : proposal.people) {
    const bool disturbed =
        std::ranges::any_of(person.changes, [](const auto& change) { return !change.minor(); });
    if (disturbed && !sight.counts_attendance(person.person)) ++hidden;
    std::erase_if(person.changes, [&](const planning::EngagementChange& change) {
      if (change.kind == planning::EngagementKind::Activity)
        return !sight.sees_attendance(change.activity, person.person);
      const auto* who = sight.index().person(person.person);
      return who == nullptr ||
             (!sight.sees_dealings(who->organisation) && !sight.sees_dealings(change.with));
    });
  }
  std::erase_if(proposal.people, [](const auto& person) { return person.changes.empty(); });
  std::erase_if(proposal.dropped_meetings,
                [&](const mission::Meeting& meeting) { return !sight.sees_meeting(meeting); });
  std::erase_if(proposal.dropped_activities,
                [&](const mission::ActivityId& activity) { return !sight.sees(activity); });
  if (hidden == 0) return;
  proposal.disturbed -= hidden;  // the proof is about all, and so is the digest
  proposal.least_disturbed = std::min(proposal.least_disturbed, proposal.disturbed);
  proposal.minimal = false;
}

}  // namespace kontor::actions
