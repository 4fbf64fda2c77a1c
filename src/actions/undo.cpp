#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "actions/change.h"
#include "actions/change_parts.h"
#include "actions/undoable.h"
#include "base/check.h"
#include "base/hash.h"
#include "exchange/folder_read.h"
#include "exchange/folder_write.h"
#include "planning/take_back.h"
#include "planning/verify.h"
#include "store/changes.h"
#include "store/locks.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

using planning::Moment;
using Names = std::set<std::string>;

constexpr std::size_t most_names = 3;  // in the words of a refusal

std::string hash_of(const mission::Mission& mission) {
  return base::sha256(exchange::canonical_text(mission));
}

// Taking back one change: what is published now, and how it was around the change.
class Undoing {
 public:
  Undoing(Context& context, const Whole& whole, const Undoable& change)
      : context_(context), whole_(whole), change_(change) {}

  Outcome<store::StoredPlan> run();
  const mission::Mission& mission() const { return result_.mission; }

 private:
  // As it was when `version` was published; nothing where its mission is not kept.
  std::optional<Moment> moment(int version) const;
  std::optional<Moment> before() const;
  base::Issues locked(const Moment& before, const Moment& after) const;
  base::Issues in_the_way(const Moment& before, const Moment& after) const;
  base::Issues facts_replaced() const;
  base::Issue later(int version, const Names& names) const;
  std::optional<mission::Plan> without(const Moment& before, const Moment& after, const Moment& now,
                                       Moment& out) const;

  Context& context_;
  const Whole& whole_;
  const Undoable& change_;
  Moment result_;
};

std::optional<Moment> Undoing::moment(int version) const {
  if (version == whole_.state.published_version)
    return Moment{whole_.mission, whole_.published.plan};
  return context_.store.read([&](sql::Connection& connection) -> std::optional<Moment> {
    auto stored = store::read_plan(connection, whole_.state.id, version);
    if (!stored) return std::nullopt;
    if (stored->plan.input_hash == whole_.state.input_hash)
      return Moment{whole_.mission, std::move(stored->plan)};
    for (const store::Undo& undo : store::read_undos(connection, whole_.state.id)) {
      const auto text = store::read_undo_text(connection, whole_.state.id, undo.version);
      if (base::sha256(text) != stored->plan.input_hash) continue;
      auto mission = exchange::read_canonical(text);
      CHECK(mission.has_value());
      return Moment{*std::move(mission), std::move(stored->plan)};
    }
    return std::nullopt;
  });
}

std::optional<Moment> Undoing::before() const {
  return context_.store.read([&](sql::Connection& connection) -> std::optional<Moment> {
    const auto& undo = change_.undo;
    auto mission =
        exchange::read_canonical(store::read_undo_text(connection, whole_.state.id, undo.version));
    auto stored = store::read_plan(connection, whole_.state.id, undo.version_before);
    if (!mission || !stored) return std::nullopt;
    return Moment{*std::move(mission), std::move(stored->plan)};
  });
}

base::Issue Undoing::later(int version, const Names& names) const {
  const auto number = context_.store.read([&](sql::Connection& connection) {
    return store::find_change_of_version(connection, whole_.state.id, version);
  });
  const std::size_t shown = std::min(names.size(), most_names);
  const std::vector<std::string> some(names.begin(),
                                      std::next(names.begin(), static_cast<int>(shown)));
  return {
      "later_change",
      fmt::format("change/{}", change_.number),
      std::to_string(number),
      {{"what", fmt::format(" ({}{})", fmt::join(some, ", "), shown < names.size() ? ", …" : "")}},
      {}};
}

base::Issues Undoing::facts_replaced() const {
  const auto changes = context_.store.read([&](sql::Connection& connection) {
    return store::read_changes_since(connection, whole_.state.id, change_.number, 1000);
  });
  base::Issues out;
  for (const store::Change& change : changes)
    if (change.verb == word(Verb::LoadMission))
      out.push_back({"later_change",
                     fmt::format("change/{}", change_.number),
                     std::to_string(change.number),
                     {{"what", ""}},
                     {}});
  return out;
}

base::Issues Undoing::locked(const Moment& before, const Moment& after) const {
  Names names = planning::differences(before, after);
  for (const auto& placement : after.plan.activities)
    if (names.contains("placement/" + placement.activity.value))
      names.insert("activity/" + placement.activity.value);
  const auto locks = context_.store.read(
      [&](sql::Connection& connection) { return store::read_locks(connection, whole_.state.id); });
  base::Issues out;
  for (const std::string& lock : locks)
    if (names.contains(lock))
      out.push_back({"lock_in_the_way", fmt::format("change/{}", change_.number), lock, {}, {}});
  return out;
}

// The whole plan of `now` without the change, if there is such a one that holds.
std::optional<mission::Plan> Undoing::without(const Moment& before, const Moment& after,
                                              const Moment& now, Moment& out) const {
  auto taken = planning::take_back(before, after, now);
  if (!taken) return std::nullopt;
  out = *std::move(taken);
  const std::string hash = hash_of(out.mission);
  // Nothing came later: as it was, with the proof of then.
  if (hash == before.plan.input_hash && planning::differences(out, before).empty())
    return before.plan;
  auto plan = planning::complete(out, whole_.published.plan, hash);
  if (!plan || !planning::verify(out.mission, *plan, hash).empty()) return std::nullopt;
  return plan;
}

// Later changes that concern the same; else the first that rests on it.
base::Issues Undoing::in_the_way(const Moment& before, const Moment& after) const {
  const Names own = planning::differences(before, after);
  base::Issues out, resting;
  Moment last = after, ignored;
  for (int version = change_.undo.version + 1; version <= whole_.state.published_version;
       ++version) {
    const auto now = moment(version);
    if (!now) continue;
    Names common;
    std::ranges::set_intersection(own, planning::differences(last, *now),
                                  std::inserter(common, common.end()));
    if (!common.empty())
      out.push_back(later(version, common));
    else if (out.empty() && resting.empty() && !without(before, after, *now, ignored))
      resting.push_back(later(version, planning::differences(last, *now)));
    last = *now;
  }
  return out.empty() ? resting : out;
}

Outcome<store::StoredPlan> Undoing::run() {
  const auto was = before(), became = moment(change_.undo.version);
  if (!was) return std::unexpected(Conflict{"nothing_to_undo", ""});
  if (!became) {
    auto issues = facts_replaced();
    if (issues.empty()) return std::unexpected(Conflict{"nothing_to_undo", ""});
    return std::unexpected(std::move(issues));
  }
  if (auto issues = locked(*was, *became); !issues.empty())
    return std::unexpected(std::move(issues));
  auto plan = without(*was, *became, {whole_.mission, whole_.published.plan}, result_);
  if (!plan) return std::unexpected(in_the_way(*was, *became));
  store::StoredPlan out;
  out.plan = *std::move(plan);
  out.plan.version = whole_.state.published_version + 1;
  out.made_at = context_.now();
  out.verification = store::Verification{true, context_.now(), {}};
  return out;
}

Outcome<Undoable> find_undoable(Context& context, const mission::Acting& acting, const Whole& whole,
                                std::optional<std::int64_t> number) {
  const auto all = context.store.read(
      [&](sql::Connection& connection) { return undoables(connection, whole.state.id); });
  const auto found = std::ranges::find_if(
      all, [&](const Undoable& each) { return number ? each.number == *number : !each.undoing; });
  if (found == all.end()) return std::unexpected(Conflict{"nothing_to_undo", ""});
  if (found->undo.author != acting.name)
    return std::unexpected(Conflict{"not_your_change", found->undo.author});
  return *found;
}

}  // namespace

Outcome<store::PlanVersion> undo_change(Context& context, const mission::Acting& acting,
                                        std::optional<std::int64_t> number) {
  if (!may(acting, Verb::ApplyChange)) return std::unexpected(Denied{Verb::ApplyChange});
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  const auto change = find_undoable(context, acting, *whole, number);
  if (!change) return std::unexpected(change.error());
  if (whole->state.published_input_hash != whole->state.input_hash)
    return std::unexpected(Conflict{"no_plan", "no plan of these facts is published"});
  Undoing undoing(context, *whole, *change);
  auto version = undoing.run();
  if (!version) return std::unexpected(version.error());
  version->made_by = acting.name;
  return write_version(context, acting, *whole, undoing.mission(), version->plan.input_hash,
                       *version,
                       fmt::format("undone: change {} (version {} to {})", change->number,
                                   change->undo.version_before, change->undo.version),
                       change->number);
}

}  // namespace kontor::actions
