#include "actions/read_view.h"

#include <algorithm>
#include <fmt/format.h>

#include "actions/agreements.h"
#include "actions/redact.h"
#include "actions/redact_causes.h"
#include "actions/tally.h"
#include "actions/whole.h"
#include "base/hash.h"
#include "planning/presence.h"
#include "store/digest.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

// Sums, and versions with their authors, as text; the rest is in the digests of mission and plan.
std::string sums_text(const View& view) {
  std::string out;
  const auto add = [&](const auto&... items) { ((out += fmt::format("{};", items)), ...); };
  for (const auto& [id, tally] : view.activities) {
    add(id.value, tally.attending, tally.waiting);
    for (const auto& [group, count] : tally.attending_by_region) add(group, count);
    for (const auto& [group, count] : tally.attending_by_size) add(group, count);
  }
  for (const auto& [id, meetings] : view.session_meetings) add(id.value, meetings);
  for (const auto& [id, tally] : view.organisations)
    add(id.value, tally.meetings, tally.wishes_asked, tally.wishes_granted);
  for (const auto& [id, tally] : view.people) add(id.value, tally.meetings, tally.activities);
  for (const Share& share : view.fairness)
    add(share.group_kind, share.group, share.organisations, share.asked, share.granted,
        share.worst_permille, share.worst.value);
  for (const store::PlanVersion& version : view.versions)
    add(version.version, base::format(version.published_at), version.published_by, version.value,
        version.bound);
  for (const mission::Presence& one : view.plan->presence)
    add(one.activity.value, one.person.value, one.early_minutes, one.late_minutes);
  const Totals& totals = view.totals;
  add(totals.organisations, totals.companies, totals.delegates, totals.counterparts,
      totals.activities, totals.sessions, totals.wishes, totals.agreements, totals.invented,
      totals.records, view.certificate_bytes);
  return out;
}

void add_versions(const Whole& whole, const Sight& sight, View& view) {
  view.versions = whole.versions;
  if (!sight.may(Matter::OfficeNote))
    for (store::PlanVersion& version : view.versions) version.published_by.clear();
  if (!view.versions.empty()) view.published = view.versions.front();
}

std::shared_ptr<const View> make_view(const Whole& whole, const Sight& sight,
                                      const mission::Acting& acting) {
  auto view = std::make_shared<View>();
  auto mission = std::make_shared<const mission::Mission>(
      redact(as_registered(whole.mission, whole.agreement_steps), sight));
  store::StoredPlan published = redact(whole.published, sight);
  if (!knows_every_cause(acting)) redact_causes(*mission, published.plan);
  const std::string digests = store::digest(*mission) + store::digest(published);
  view->mission = std::move(mission);
  view->plan = std::make_shared<const mission::Plan>(std::move(published.plan));
  view->curve = std::move(published.curve);
  view->verification = std::move(published.verification);
  view->certificate_bytes = static_cast<int>(view->plan->certificate.size());
  add_versions(whole, sight, *view);
  tally(whole.mission, whole.published.plan, sight, *view);
  view->etag = base::sha256(digests + sums_text(*view));
  return view;
}

// For the views of a revision that nobody of this class asked for yet.
Outcome<std::shared_ptr<const View>> make_kept_view(Context& context,
                                                    const mission::Acting& acting) {
  const auto turn = context.views.turn_to_build();
  const std::shared_ptr<const Whole> whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  const store::MissionState& state = whole->state;
  if (auto view = context.views.find(state.id, state.revision, acting)) return view;
  const Sight sight(acting, whole->mission, whole->published.plan);
  if (!sight.sees(whole->mission)) return std::unexpected(Denied{Verb::ReadMission});
  auto view = make_view(*whole, sight, acting);
  context.views.keep(state.id, state.revision, acting, view);
  return view;
}

}  // namespace

Outcome<std::shared_ptr<const View>> read_view(Context& context, const mission::Acting& acting) {
  if (!may(acting, Verb::ReadMission)) return std::unexpected(Denied{Verb::ReadMission});
  const auto state = context.store.read(store::read_served_state);
  if (!state) return std::unexpected(Conflict{"no_mission", ""});
  if (auto view = context.views.find(state->id, state->revision, acting)) return view;
  return make_kept_view(context, acting);
}

Outcome<std::shared_ptr<const View>> read_view_at(Context& context, const mission::Acting& acting,
                                                  int version) {
  const auto today = read_view(context, acting);
  if (!today) return today;
  const auto whole = newest_whole(context);
  const auto known = std::ranges::find((*today)->versions, version, &store::PlanVersion::version);
  if (!whole || known == (*today)->versions.end())
    return std::unexpected(Missing{"version", std::to_string(version)});
  auto stored = context.store.read([&](sql::Connection& connection) {
    return store::read_plan(connection, whole->state.id, version);
  });
  if (!stored) return std::unexpected(Missing{"version", std::to_string(version)});
  stored->plan.presence = planning::presence(whole->mission, stored->plan);
  store::StoredPlan seen = redact(*stored, Sight(acting, whole->mission, stored->plan));
  if (!knows_every_cause(acting)) redact_causes(*(*today)->mission, seen.plan);
  auto view = std::make_shared<View>(**today);
  view->plan = std::make_shared<const mission::Plan>(std::move(seen.plan));
  view->published = *known;
  view->etag = base::sha256((*today)->etag + std::to_string(version));
  return view;
}

}  // namespace kontor::actions
