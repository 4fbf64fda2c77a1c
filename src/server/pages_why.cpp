#include <algorithm>

#include "planning/agenda.h"
#include "planning/replan.h"
#include "server/agenda.h"
#include "server/pages.h"
#include "server/why_words.h"

namespace kontor::server {

namespace {

// Those lines of a person's agenda whose engagements stand among `chosen`.
std::vector<wire::Engagement> lines(const Directory& directory, const mission::PersonId& person,
                                    const std::vector<planning::Engagement>& chosen) {
  const auto all = to_wire(directory, agenda_of(directory, person));
  const auto plain = planning::agenda(directory.mission(), directory.plan(), person);
  std::vector<wire::Engagement> out;
  for (std::size_t i = 0; i < plain.size(); ++i)
    if (std::ranges::find(chosen, plain[i]) != chosen.end()) out.push_back(all[i]);
  return out;
}

std::vector<wire::WishRow> rows(const Directory& directory,
                                const std::vector<mission::WishId>& wishes) {
  std::vector<wire::WishRow> out;
  for (const auto& id : wishes)
    if (const auto* wish = directory.wish(id)) out.push_back(wish_row(directory, *wish));
  return out;
}

wire::ChangeOffer offer_of(const Directory& before, const actions::WhyAnswer& answer) {
  const planning::Grant& change = *answer.change;
  actions::View changed = *answer.view;
  changed.plan = std::make_shared<const mission::Plan>(change.plan);
  const Directory after(changed);
  wire::ChangeOffer out;
  out.token = answer.token;
  out.disturbed = change.disturbed;
  out.least_disturbed = change.least_disturbed;
  for (const planning::Moved& moved : change.people) {
    const auto named = before.named(moved.person);
    if (!named) continue;
    out.people.push_back({*named, before.named(before.person(moved.person)->organisation),
                          lines(before, moved.person, moved.leaves),
                          lines(after, moved.person, moved.takes)});
  }
  out.lost = rows(before, change.lost);
  out.gained = rows(before, change.gained);
  out.value_before = answer.view->plan->score.value;
  out.value_after = change.plan.score.value;
  return out;
}

wire::FreePlace free_place(const Directory& directory, const planning::FreePlace& free) {
  const Spot spot = directory.spot(free.room);
  return {free.starts_at, spot.leg == nullptr ? "UTC" : spot.leg->zone, place_name(spot, nullptr),
          free.session.value, free.slot};
}

}  // namespace

wire::Obstacle obstacle_of(const Directory& directory, const planning::Obstacle& obstacle) {
  wire::Obstacle out;
  out.kind = obstacle.kind;
  out.sentence = in_words(obstacle, directory);
  out.person = directory.named(obstacle.person);
  out.organisation = directory.named(obstacle.organisation);
  out.other = directory.named(obstacle.other);
  out.activity = directory.named(obstacle.activity);
  out.session = obstacle.session.value;
  out.leg = obstacle.leg.value;
  if (const auto* leg = directory.leg(obstacle.leg)) out.zone = leg->zone;
  if (!has_time(obstacle)) return out;
  out.from = obstacle.from;
  out.to = obstacle.to;
  return out;
}

wire::WhyPage why_page(const actions::WhyAnswer& answer, const mission::WishId& wish) {
  const Directory directory(*answer.view);
  wire::WhyPage page;
  page.wish = wish_row(directory, *directory.wish(wish));
  page.complete = answer.complete;
  for (const planning::Obstacle& cause : answer.why.causes)
    page.causes.push_back(obstacle_of(directory, cause));
  page.other_sets = static_cast<int>(answer.why.others.size());
  if (answer.change_status) page.change_status = planning::word(*answer.change_status);
  if (answer.why.free) page.free = free_place(directory, *answer.why.free);
  if (answer.change) page.change = offer_of(directory, answer);
  return page;
}

}  // namespace kontor::server
