#include "planning/replan.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/check.h"
#include "planning/assemble.h"
#include "planning/certify.h"
#include "planning/contradictions.h"
#include "planning/locks.h"
#include "planning/reprice.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;

int number_of(const std::vector<mission::Person>& people, const mission::PersonId& id) {
  const auto found = std::ranges::find(people, id, &mission::Person::id);
  return found == people.end() ? -1 : static_cast<int>(found - people.begin());
}

// The pair's meeting in the problem; -1: nobody wished it, or a never forbids it.
int meeting_of(const Ground& ground, const mission::OrganisationId& a,
               const mission::OrganisationId& b) {
  const auto& organisations = ground.disrupted.mission.organisations;
  const auto& meetings = ground.translation.problem.meetings;
  for (std::size_t m = 0; m < meetings.size(); ++m) {
    const auto& first = organisations[meetings[m].first].id;
    const auto& second = organisations[meetings[m].second].id;
    if ((first == a && second == b) || (first == b && second == a)) return static_cast<int>(m);
  }
  return -1;
}

int slot_of(const Ground& ground, const WantedMeeting& wanted) {
  const auto& sessions = ground.disrupted.mission.sessions;
  const auto found = std::ranges::find(sessions, wanted.session, &mission::Session::id);
  if (found == sessions.end() || wanted.slot < 0) return -1;
  return ground.grid.first_slot[found - sessions.begin()] + wanted.slot;
}

// Organisations of which nobody is in the city of the wanted slot then, whatever else moves.
void accuse_absent(const Ground& ground, const WantedMeeting& wanted, int meeting, int slot,
                   base::Issues& issues) {
  const timetable::Problem& problem = ground.translation.problem;
  for (const int organisation : {problem.meetings[meeting].first, problem.meetings[meeting].second})
    if (std::ranges::none_of(problem.seats[organisation],
                             [&](int person) { return ground.grid.may_meet[person][slot] != 0; }))
      issues.push_back({"nobody_there",
                        "change",
                        ground.disrupted.mission.organisations[organisation].id.value,
                        {{"session", wanted.session.value}},
                        {}});
}

void add_grants(const Ground& ground, timetable::RepairDemand& demand, base::Issues& issues) {
  for (const WantedMeeting& wanted : ground.disrupted.meetings) {
    const int meeting = meeting_of(ground, wanted.first, wanted.second);
    if (meeting < 0)
      issues.push_back(
          {"not_wished", "change", wanted.first.value + "/" + wanted.second.value, {}, {}});
    const int slot = slot_of(ground, wanted);
    if (meeting >= 0 && slot >= 0) accuse_absent(ground, wanted, meeting, slot, issues);
    demand.grant.push_back({timetable::Kind::Meeting, meeting});
    demand.grant_slots.push_back(slot);
  }
  const auto& problem = ground.translation.problem;
  for (const auto& [person, activity] : ground.disrupted.attendances) {
    const int p = number_of(ground.disrupted.mission.people, person);
    int found = -1;
    for (std::size_t w = 0; w < problem.attendances.size(); ++w)
      if (problem.attendances[w].person == p &&
          ground.disrupted.mission.activities[problem.attendances[w].activity].id == activity)
        found = static_cast<int>(w);
    if (found < 0)
      issues.push_back({"not_wished", "change", person.value + "/" + activity.value, {}, {}});
    demand.grant.push_back({timetable::Kind::Attendance, found});
    demand.grant_slots.push_back(-1);
  }
}

timetable::RepairDemand make_demand(const Workbench& bench, const Ground& ground,
                                    const Happening& happening, base::Issues& issues) {
  timetable::RepairDemand demand;
  demand.now = bench.minute(happening.now);
  add_grants(ground, demand, issues);
  if (!ground.disrupted.newcomers.empty()) {
    demand.newcomers.assign(ground.disrupted.mission.people.size(), 0);
    for (const auto& person : ground.disrupted.newcomers)
      demand.newcomers[number_of(ground.disrupted.mission.people, person)] = 1;
  }
  add_locks(bench, ground, happening.locks, demand, issues);
  return demand;
}

// What the wishes of the published mission count in `outline`, in its points; without newcomers
// that is the timetable's own worth.
std::int64_t value_of(const Workbench& bench, const mission::Plan& outline) {
  std::set<mission::WishId> granted;
  for (const auto& attendance : outline.attendances) granted.insert(attendance.wish);
  for (const auto& meeting : outline.meetings)
    granted.insert(meeting.wishes.begin(), meeting.wishes.end());
  std::int64_t sum = 0;
  for (const auto& wish : bench.mission->wishes)
    if (granted.contains(wish.id))
      sum +=
          wish.level == mission::WishLevel::Must ? bench.plan->score.must_points : 10 - wish.rank;
  return sum;
}

// Whether a new rule contradicts others and the programme, of which nothing moves that is locked or
// has begun: a minimal set of them, in words.
base::Issues contradictions_of(const Workbench& bench, const Happening& happening,
                               const mission::Mission& changed) {
  if (!std::holds_alternative<mission::RuleAdded>(happening.disruption)) return {};
  std::vector<mission::ActivityId> standing;
  for (const auto& placement : bench.plan->activities)
    if (bench.starts_at(placement) < happening.now ||
        std::ranges::find(happening.locks, mission::Lock{placement.activity, {}, {}, {}}) !=
            happening.locks.end())
      standing.push_back(placement.activity);
  const RuleCheck check = check_rules(changed, *bench.plan, standing);
  return check.contradictions.empty() ? base::Issues() : in_words(changed, check);
}

bool comes_first(const Proposal& a, const Proposal& b) {
  if (a.disturbed != b.disturbed) return a.disturbed < b.disturbed;
  return a.value_lost < b.value_lost;
}

}  // namespace

std::string_view word(RepairStatus status) {
  switch (status) {
    case RepairStatus::Found:
      return "found";
    case RepairStatus::Impossible:
      return "impossible";
    default:
      return "unknown";
  }
}

base::Checked<Replanned> replan(const Workbench& bench, const Happening& happening,
                                const timetable::RepairOptions& options,
                                const std::function<bool()>& stop) {
  auto variants = disrupt(bench, happening.disruption, happening.now);
  if (!variants) return std::unexpected(variants.error());
  Replanned out{RepairStatus::Impossible, {}};
  for (Disrupted& variant : *variants) {
    if (auto faults = contradictions_of(bench, happening, variant.mission); !faults.empty())
      return std::unexpected(std::move(faults));
    auto ground = std::make_shared<Ground>();
    ground->disrupted = std::move(variant);
    auto [translation, grid, before] = lay_out(bench, ground->disrupted.mission);
    ground->translation = std::move(translation);
    ground->grid = std::move(grid);
    base::Issues issues;
    const auto demand = make_demand(bench, *ground, happening, issues);
    if (!issues.empty()) return std::unexpected(std::move(issues));
    auto repaired =
        timetable::repair(ground->translation.problem, ground->grid, before, demand, options, stop);
    if (repaired.status == RepairStatus::Unknown) out.status = repaired.status;
    for (auto& found : repaired.alternatives)
      out.proposals.push_back({ground,
                               std::move(found.solution),
                               found.worth,
                               static_cast<int>(found.disturbed.size()),
                               found.least_disturbed,
                               bench.plan->score.value - found.worth.points,
                               {}});
  }
  if (!out.proposals.empty()) out.status = RepairStatus::Found;
  for (Proposal& proposal : out.proposals) {
    proposal.outline = outline(proposal.ground->disrupted.mission, proposal.ground->translation,
                               proposal.ground->grid, proposal.solution);
    if (!proposal.ground->disrupted.newcomers.empty())
      proposal.value_lost = bench.plan->score.value - value_of(bench, proposal.outline);
  }
  std::ranges::stable_sort(out.proposals, comes_first);
  return out;
}

Blockage what_blocks(const Workbench& bench, const Happening& happening) {
  timetable::RepairOptions quick;
  quick.iterations = 0;
  quick.most_alternatives = 1;
  const auto possible = [&](base::Instant now, const std::vector<mission::Lock>& locks) {
    const auto found = replan(bench, {happening.disruption, now, locks}, quick, {});
    return found && !found->proposals.empty();
  };
  Blockage out;
  if (!possible(happening.now, {})) {
    out.past = possible(base::Instant::min(), {});
    return out;
  }
  // Deletion filter: what stays is needed.
  out.locks = happening.locks;
  for (const mission::Lock& lock : happening.locks) {
    auto fewer = out.locks;
    std::erase(fewer, lock);
    if (!possible(happening.now, fewer)) out.locks = std::move(fewer);
  }
  return out;
}

std::vector<PersonChange> consequences(const Workbench& bench, const Proposal& proposal) {
  return diff(*bench.mission, *bench.plan, proposal.ground->disrupted.mission, proposal.outline);
}

std::vector<mission::Meeting> dropped_meetings(const Workbench& bench, const Proposal& proposal) {
  std::set<std::pair<mission::OrganisationId, mission::OrganisationId>> held;
  for (const auto& meeting : proposal.outline.meetings) held.emplace(meeting.first, meeting.second);
  std::vector<mission::Meeting> out;
  for (const auto& meeting : bench.plan->meetings)
    if (!held.contains({meeting.first, meeting.second})) out.push_back(meeting);
  return out;
}

std::vector<mission::ActivityId> dropped_activities(const Workbench& bench,
                                                    const Proposal& proposal) {
  std::vector<mission::ActivityId> out;
  for (const auto& placement : bench.plan->activities)
    if (std::ranges::find(proposal.outline.activities, placement.activity,
                          &mission::ActivityPlacement::activity) ==
        proposal.outline.activities.end())
      out.push_back(placement.activity);
  return out;
}

mission::Plan make_plan(const Workbench& bench, const Proposal& proposal,
                        const std::string& input_hash) {
  const auto& [disrupted, translation, grid] = *proposal.ground;
  mission::Plan plan =
      assemble(disrupted.mission, translation, grid, proposal.solution, proposal.worth);
  plan.seed = bench.plan->seed;
  plan.input_hash = input_hash;
  const Repriced repriced = reprice(*bench.plan, disrupted.mission, translation, grid);
  plan.score.bound = repriced.bound;
  CHECK(plan.score.bound >= plan.score.value);
  plan.certificate = certify(disrupted.mission, translation, grid, repriced.prices, plan);
  return plan;
}

}  // namespace kontor::planning
