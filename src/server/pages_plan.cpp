#include <algorithm>
#include <numeric>

#include "planning/fairness_minimum.h"
#include "server/pages.h"

namespace kontor::server {

namespace {

// Thousandths of the bound that the value may still lack, rounded up: 0 only where they are equal.
std::int64_t gap_permille(const mission::Score& score) {
  const std::int64_t missing = score.bound - score.value;
  if (missing <= 0 || score.bound <= 0) return 0;
  return (missing * 1000 + score.bound - 1) / score.bound;
}

// No plan places more musts: each is worth must_points, and the bound holds for all plans.
std::int64_t musts_bound(const mission::Score& score) {
  if (score.must_points <= 0) return score.musts_asked;
  return std::min<std::int64_t>(score.musts_asked, score.bound / score.must_points);
}

wire::PlanVersion version_of(const auto& version) {
  return {version.version, version.published_at, version.published_by, version.value,
          version.bound};
}

void add_lists(const Directory& directory, wire::PlanPage& page) {
  const actions::View& view = directory.view();
  for (const auto& point : view.curve)
    page.curve.push_back({point.permille_done, point.value, point.bound});
  for (const auto& share : view.fairness) page.fairness.push_back(share_of(directory, share));
  for (const auto& unplaced : view.plan->unplaced)
    if (const auto* wish = directory.wish(unplaced.wish))
      page.unplaced.push_back(wish_row(directory, *wish));
  for (const auto& id : view.plan->unplaced_activities)
    if (auto named = directory.named(id)) page.unplaced_activities.push_back(std::move(*named));
  for (const auto& version : view.versions) page.versions.push_back(version_of(version));
}

}  // namespace

wire::Score score_of(const mission::Score& score) {
  wire::Score out;
  out.value = score.value;
  out.bound = score.bound;
  out.gap_permille = gap_permille(score);
  out.must_points = score.must_points;
  out.musts_asked = score.musts_asked;
  out.musts_placed = score.musts_placed;
  out.musts_bound = musts_bound(score);
  out.wants_asked = score.wants_asked;
  out.wants_placed = score.wants_placed;
  out.breaks = score.breaks;
  out.worst_share_permille = score.worst_share_permille;
  return out;
}

wire::Share share_of(const Directory& directory, const actions::Share& share) {
  wire::Share out;
  out.group_kind = share.group_kind;
  out.group = share.group;
  const auto agency = share.group_kind == "agency"
                          ? directory.named(mission::OrganisationId{share.group})
                          : std::nullopt;
  out.name = agency ? agency->name : base::Text::same(share.group);
  out.organisations = share.organisations;
  out.asked = share.asked;
  out.granted = share.granted;
  out.granted_permille = share.granted_permille;
  out.worst_permille = share.worst_permille;
  out.worst = directory.named(share.worst);
  return out;
}

wire::WishRow wish_row(const Directory& directory, const mission::Wish& wish) {
  wire::WishRow row;
  row.id = wish.id.value;
  row.level = wish.level;
  row.rank = wish.rank;
  const auto* person = directory.person(wish.person);
  row.organisation = directory.named(person == nullptr ? wish.organisation : person->organisation);
  row.person = directory.named(wish.person);
  row.counterpart = directory.named(wish.counterpart);
  row.activity = directory.named(wish.activity);
  const auto* unplaced = directory.unplaced(wish.id);
  row.granted = unplaced == nullptr && directory.plan().version > 0;
  if (unplaced != nullptr) {
    row.cause = unplaced->cause;
    for (const auto& key : unplaced->details)
      if (auto named = directory.named(key)) row.details.push_back(std::move(*named));
  }
  row.invented = wish.invented;
  return row;
}

wire::FairnessPage fairness_page(const Directory& directory, int minimum_percent) {
  wire::FairnessPage page;
  page.version = directory.plan().version;
  page.minimum_percent = minimum_percent;
  for (const actions::Share& share : directory.view().fairness) {
    page.shares.push_back(share_of(directory, share));
    if (share.group_kind != "kind") continue;  // every organisation has exactly one
    page.asked += share.asked;
    page.granted += share.granted;
  }
  page.mean_permille = page.asked == 0 ? 1000 : page.granted * 1000 / page.asked;
  for (const wire::Share& share : page.shares)
    if (planning::is_below(minimum_percent, share.asked, share.granted, page.asked, page.granted))
      page.below.push_back(share);
  return page;
}

wire::PlanPage plan_page(const Directory& directory) {
  const actions::View& view = directory.view();
  const mission::Plan& plan = *view.plan;
  wire::PlanPage page;
  page.version = plan.version;
  if (view.published) {
    page.published_at = view.published->published_at;
    page.published_by = view.published->published_by;
    page.seed = std::to_string(plan.seed);
  }
  page.input_hash = plan.input_hash;
  page.score = score_of(plan.score);
  for (const auto& [session, meetings] : view.session_meetings) page.meetings += meetings;
  for (const auto& [activity, tally] : view.activities) page.attendances += tally.attending;
  if (view.verification)
    page.verification = {view.verification->good, view.verification->checked_at,
                         view.verification->faults};
  page.certificate_bytes = view.certificate_bytes;
  add_lists(directory, page);
  return page;
}

}  // namespace kontor::server
