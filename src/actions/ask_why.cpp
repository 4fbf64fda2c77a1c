#include "actions/ask_why.h"

#include <algorithm>

#include "actions/read_view.h"
#include "actions/redact_causes.h"
#include "actions/whole.h"

namespace kontor::actions {

namespace {

// Nothing where the mission was changed since the view was made: asking again helps.
std::shared_ptr<const Whole> whole_of(Context& context, const View& view) {
  auto whole = newest_whole(context);
  if (!whole || whole->published.plan.version != view.plan->version) return nullptr;
  return whole;
}

Outcome<WhyAnswer> partly(std::shared_ptr<const View> view, int wish) {
  const mission::WishId& id = view->mission->wishes[wish].id;
  WhyAnswer out;
  out.why.granted = std::ranges::find(view->plan->unplaced, id, &mission::Unplaced::wish) ==
                    view->plan->unplaced.end();
  if (!out.why.granted) {
    const planning::Situation situation(*view->mission, *view->plan);
    out.why = planning::why(situation, wish, planning::Knowledge::Some);
  }
  out.view = std::move(view);
  return out;
}

Outcome<WhyAnswer> wholly(Context& context, const mission::Acting& acting,
                          std::shared_ptr<const View> view, const mission::WishId& id) {
  const auto whole = whole_of(context, *view);
  if (!whole) return std::unexpected(Conflict{"input_changed", "the mission changed meanwhile"});
  const planning::Situation situation(whole->mission, whole->published.plan);
  const int wish = situation.wish(id);
  if (wish < 0) return std::unexpected(Missing{"wish", id.value});
  WhyAnswer out;
  out.complete = true;
  out.why = planning::why(situation, wish, planning::Knowledge::All);
  if (!out.why.granted && may(acting, Verb::GrantWish)) {
    auto change = planning::cheapest_grant(situation, wish);
    out.change_status = change ? engine::timetable::RepairStatus::Found : change.error();
    if (change) {
      out.token = planning::digest_of(*change, whole->published.plan);
      out.change = *std::move(change);
    }
  }
  out.view = std::move(view);
  return out;
}

}  // namespace

Outcome<WhyAnswer> ask_why(Context& context, const mission::Acting& acting,
                           const mission::WishId& id) {
  auto view = read_view(context, acting);
  if (!view) return std::unexpected(view.error());
  const auto& wishes = (*view)->mission->wishes;
  const auto found = std::ranges::find(wishes, id, &mission::Wish::id);
  if (found == wishes.end() || found->level == mission::WishLevel::Never)
    return std::unexpected(Missing{"wish", id.value});
  if ((*view)->plan->version == 0) return std::unexpected(Conflict{"no_plan", ""});
  if (knows_every_cause(acting)) return wholly(context, acting, *std::move(view), id);
  return partly(*view, static_cast<int>(found - wishes.begin()));
}

}  // namespace kontor::actions
