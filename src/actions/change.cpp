#include "actions/change.h"

#include <algorithm>
#include <fmt/format.h>

#include "actions/change_log.h"
#include "actions/change_parts.h"
#include "actions/event_log.h"
#include "actions/redact_causes.h"
#include "actions/sight.h"
#include "base/check.h"
#include "base/hash.h"
#include "exchange/folder_read.h"
#include "exchange/folder_write.h"
#include "planning/locks.h"
#include "planning/verify.h"
#include "store/changes.h"
#include "store/locks.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

ChangeProposal shown(const planning::Workbench& bench, const planning::Proposal& proposal,
                     const Sight& sight) {
  ChangeProposal out;
  out.variant = proposal.variant();
  out.disturbed = proposal.disturbed;
  out.least_disturbed = proposal.least_disturbed;
  out.minimal = proposal.minimal();
  out.value_lost = proposal.value_lost;
  out.digest = digest_of(proposal);
  out.people = planning::consequences(bench, proposal);
  out.dropped_meetings = planning::dropped_meetings(bench, proposal);
  out.dropped_activities = planning::dropped_activities(bench, proposal);
  redact(out, sight);
  return out;
}

// The version with the changed mission, if it verifies.
Outcome<store::StoredPlan> verified(Context& context, const mission::Acting& acting,
                                    const Asked& asked, const planning::Proposal& proposal,
                                    const std::string& input_hash) {
  store::StoredPlan out;
  out.plan = planning::make_plan(*asked.bench, proposal, input_hash);
  out.plan.version = asked.whole->state.published_version + 1;
  std::string detail;
  for (const base::Issue& fault :
       planning::verify(proposal.ground->disrupted.mission, out.plan, input_hash))
    detail += base::sentence(fault) + "\n";
  if (!detail.empty()) return std::unexpected(Conflict{"not_verified", detail});
  out.made_at = context.now();
  out.made_by = acting.name;
  out.verification = store::Verification{true, context.now(), {}};
  return out;
}

}  // namespace

Outcome<ChangePreview> preview_change(Context& context, const mission::Acting& acting,
                                      const ChangeQuestion& question) {
  const auto asked = ask(context, acting, Verb::PreviewChange, question);
  if (!asked) return std::unexpected(asked.error());
  const Sight sight(acting, asked->whole->mission, asked->whole->published.plan);
  ChangePreview out{
      asked->whole->state.published_version, asked->now, asked->status, {}, {}, false, {}};
  for (const planning::Proposal& proposal : asked->proposals)
    out.proposals.push_back(shown(*asked->bench, proposal, sight));
  for (const mission::Lock& lock : asked->blockage.locks)
    out.blocking_locks.push_back(mission::spelled(lock));
  out.past_blocks = asked->blockage.past;
  if (const auto* missed = std::get_if<mission::NoShow>(&question.disruption))
    out.stand_ins = planning::stand_ins(*asked->bench, *missed);
  std::erase_if(out.stand_ins, [&](const planning::StandIn& one) {
    return !sight.sees_dealings(one.waiting) && !sight.sees_dealings(one.partner);
  });
  return out;
}

Outcome<planning::DragEffect> try_move(Context& context, const mission::Acting& acting,
                                       const ChangeQuestion& move) {
  const auto asked = lay_open(context, acting, Verb::PreviewChange, move);
  if (!asked) return std::unexpected(asked.error());
  auto effect =
      planning::try_drag(*asked->bench, move.disruption, asked->now.value_or(base::Instant::min()));
  if (!effect) return std::unexpected(effect.error());
  if (knows_every_cause(acting)) return *std::move(effect);
  effect->people.clear();
  effect->value_gained = 0;
  if (!effect->broken.empty()) effect->broken.assign(1, {});
  return *std::move(effect);
}

Outcome<store::PlanVersion> apply_change(Context& context, const mission::Acting& acting,
                                         const ChangeOrder& order) {
  const auto asked = ask(context, acting, Verb::ApplyChange, order.question);
  if (!asked) return std::unexpected(asked.error());
  const int published = asked->whole->state.published_version;
  if (published != order.version) return std::unexpected(moved_on(order.version, published));
  if (order.proposal >= asked->proposals.size())
    return std::unexpected(Conflict{"no_such_proposal", fmt::format("{}", order.proposal)});
  const planning::Proposal& proposal = asked->proposals[order.proposal];
  if (!order.digest.empty() && order.digest != digest_of(proposal))
    return std::unexpected(Conflict{"other_proposal", "the proposal is no longer what was seen"});
  const mission::Mission& mission = proposal.ground->disrupted.mission;
  const std::string input_hash = base::sha256(exchange::canonical_text(mission));
  const auto version = verified(context, acting, *asked, proposal, input_hash);
  if (!version) return std::unexpected(version.error());
  return write_version(
      context, acting, *asked->whole, mission, input_hash, *version,
      fmt::format("{} {}: {} people disturbed{}, value {}. {}", word(order.question.disruption),
                  subject(order.question.disruption), proposal.disturbed,
                  proposal.minimal() ? ", the fewest possible"
                                     : fmt::format(", at least {}", proposal.least_disturbed),
                  version->plan.score.value, order.reason));
}

Outcome<std::vector<std::string>> read_locks(Context& context, const mission::Acting& acting) {
  if (!may(acting, Verb::PreviewChange)) return std::unexpected(Denied{Verb::PreviewChange});
  return context.store.read([&](sql::Connection& connection) -> Outcome<std::vector<std::string>> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    return store::read_locks(connection, state->id);
  });
}

Outcome<std::vector<std::string>> set_lock(Context& context, const mission::Acting& acting,
                                           const std::string& lock, Locking locking) {
  if (!may(acting, Verb::ApplyChange)) return std::unexpected(Denied{Verb::ApplyChange});
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  const auto parsed = mission::parse_lock(lock);
  if (!parsed) return std::unexpected(base::Issues{{"unknown_lock", "lock", lock, {}, {}}});
  if (locking == Locking::Lock && !planning::is_in_plan(whole->published.plan, *parsed))
    return std::unexpected(base::Issues{{"not_in_plan", "lock", lock, {}, {}}});
  return context.store.write([&](sql::Connection& connection) -> Outcome<std::vector<std::string>> {
    if (locking == Locking::Lock)
      store::write_lock(connection, whole->state.id, lock);
    else
      store::delete_lock(connection, whole->state.id, lock);
    log_change(context, connection, whole->state.id, acting, Verb::ApplyChange, lock,
               locking == Locking::Lock ? "locked" : "unlocked");
    return store::read_locks(connection, whole->state.id);
  });
}

}  // namespace kontor::actions
