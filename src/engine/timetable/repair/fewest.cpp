#include "engine/timetable/repair/fewest.h"

#include <algorithm>

#include "engine/timetable/repair/company.h"

namespace kontor::engine::timetable {

namespace {

// Microseconds or so; what matters is that they are counted.
constexpr int node_work = 100;
constexpr int setting_work = 500;
constexpr int frame_work = 1;
constexpr int company_work = 10;
constexpr int more_work = 4'000;   // for other remedies once there is one
constexpr int dive_work = 10'000;  // for one found greedily

}  // namespace

Fewest::Fewest(const Task& task, Work& work, const std::function<bool()>& stop)
    : task_(task),
      work_(work),
      stop_(stop),
      unavoidable_(unavoidable()),
      stuck_(task.problem.people.size(), 0) {
  for (const Item item : task.demand.grant) {
    if (item.kind == Kind::Attendance) {
      stuck_[task.problem.attendances[item.index].person] = 1;
    } else {
      stick(task.problem.meetings[item.index].first);
      stick(task.problem.meetings[item.index].second);
    }
  }
}

void Fewest::stick(int organisation) {
  for (const int person : task_.problem.seats[organisation]) stuck_[person] = 1;
}

bool Fewest::expired() {
  if (work_.over() || (stop_ && stop_())) aborted_ = true;
  return aborted_;
}

std::vector<Remedy> Fewest::find() {
  for (std::size_t k = 0; k < task_.demand.grant.size(); ++k)
    if (!can_be_granted(k)) return {};
  const int reserve = work_.left / 3;
  work_.left -= reserve;
  if (!try_frames(false)) {
    work_.left = std::max(work_.left, 0) + reserve;
    aborted_ = false;
    try_frames(true);
  }
  return std::move(found_);
}

// Whether somebody of each side may be where the meeting to be granted is held, whatever they do.
bool Fewest::can_be_granted(std::size_t number) const {
  const Item item = task_.demand.grant[number];
  if (item.kind == Kind::Attendance) return true;
  const auto& slots = task_.demand.grant_slots;
  const int asked = slots.empty() ? -1 : slots[number];
  const MeetingWish& wish = task_.problem.meetings[item.index];
  const auto somebody = [&](int organisation, std::size_t slot) {
    return std::ranges::any_of(task_.problem.seats[organisation],
                               [&](int person) { return task_.grid.may_meet[person][slot] != 0; });
  };
  for (std::size_t slot = 0; slot < task_.grid.slots.size(); ++slot)
    if ((asked < 0 || asked == static_cast<int>(slot)) && somebody(wish.first, slot) &&
        somebody(wish.second, slot))
      return true;
  return false;
}

// Whether something was found.
bool Fewest::try_frames(bool give_up) {
  settings_.clear();
  searched_.clear();
  moved_.clear();
  truncated_ = false;  // what is held may be given up in the second try, which is exhaustive too
  deepen(give_up);
  if (found_.empty() && aborted_) dive();
  return !found_.empty();
}

void Fewest::deepen(bool give_up) {
  int budget = static_cast<int>(std::ranges::count(unavoidable_, char{1}));
  least_ = budget;
  while (budget < never) {
    if (!truncated_) least_ = budget;
    next_budget_ = never;
    for (std::size_t before = never; before != known() && !enough();) {
      before = known();
      search_all(budget, give_up);
      if (!found_.empty()) return;
      std::vector<char> none(task_.problem.activities.size(), 0);
      moved_.clear();
      add_moved(none, 0, budget, give_up);
    }
    if (expired()) return;
    budget = next_budget_;
  }
}

// How much is known of what stands in the way: it only grows.
std::size_t Fewest::known() const {
  return static_cast<std::size_t>(std::ranges::count(stuck_, char{1})) + moved_.size() +
         (guests_may_leave_ ? 1 : 0);
}

void Fewest::search_all(int budget, bool give_up) {
  search_frames(std::vector<char>(task_.problem.activities.size(), 0), budget, give_up);
  for (const auto& moved : moved_)
    if (!enough()) search_frames(moved, budget, give_up);
}

void Fewest::search_frames(const std::vector<char>& moved, int budget, bool give_up) {
  FrameSearch frames{moved, give_up, budget, unavoidable_, work_.left / frame_work};
  for_each_options(task_, frames, [&](const auto& options, const auto& disturbed) {
    search_company(options, disturbed, budget);
    return !enough();
  });
  work_.left -= frames.steps * frame_work;
  truncated_ = truncated_ || frames.truncated;
  next_budget_ = std::min(next_budget_, frames.next_budget);
}

void Fewest::search_company(const std::vector<int>& options, const std::vector<char>& disturbed,
                            int budget) {
  CompanySearch company{budget, disturbed, stuck_, guests_may_leave_, work_.left / company_work};
  for_each_company(task_, options, company, [&](const auto& duties) {
    search_setting(options, duties, budget);
    return !enough();
  });
  work_.left -= company.steps * company_work;
  truncated_ = truncated_ || company.truncated;
  next_budget_ = std::min(next_budget_, company.next_budget);
}

void Fewest::search_setting(const std::vector<int>& options, const std::vector<Duty>& company,
                            int budget) {
  const std::size_t number = setting_of(options, company);
  if (!settings_[number].possible || searched_[number] == budget || enough()) return;
  searched_[number] = budget;
  const Choice choice = first_choice(task_, settings_[number]);
  if (choice.count > budget)
    next_budget_ = std::min(next_budget_, choice.count);
  else
    search(number, choice, budget);
}

std::size_t Fewest::setting_of(const std::vector<int>& options, const std::vector<Duty>& company) {
  for (std::size_t s = 0; s < settings_.size(); ++s)
    if (settings_[s].frame.options == options && settings_[s].frame.company == company) return s;
  work_.left -= setting_work;
  settings_.push_back(
      make_setting(task_, make_frame(task_.problem, task_.grid, task_.solution, options, company)));
  searched_.push_back(-1);
  return settings_.size() - 1;
}

void Fewest::search(std::size_t setting, const Choice& choice, int budget) {
  work_.left -= node_work;
  if (enough() || expired()) return;
  Verdict verdict = examine(task_, settings_[setting], choice);
  if (verdict.unsure) aborted_ = true;
  for (const int organisation : verdict.stuck) stick(organisation);
  guests_may_leave_ = guests_may_leave_ || verdict.blind;
  if (choice.count + verdict.least_more > budget) {
    if (verdict.good || !verdict.branches.empty())
      next_budget_ = std::min(next_budget_, choice.count + verdict.least_more);
    return;
  }
  if (verdict.good) {
    if (found_.empty()) work_.left = std::min(work_.left, more_work);
    found_.push_back({setting, choice, std::move(verdict.covers)});
    return;
  }
  std::ranges::stable_sort(verdict.branches, {}, &Branch::weight);
  Choice rest = choice;
  for (const Branch& branch : verdict.branches) {
    const bool excluded =
        std::ranges::any_of(branch.people, [&](int person) { return rest.excluded[person] != 0; });
    if (!excluded) search(setting, follow(task_, rest, branch), budget);
    if (branch.people.size() == 1 && !branch.grants) rest.excluded[branch.people[0]] = 1;
  }
}

std::vector<char> Fewest::unavoidable() const {
  std::vector<char> out(task_.problem.people.size(), 0);
  const auto impossible = [&](int person, const Done& done) {
    if (done.kind == Kind::Meeting)
      return done.where >= static_cast<int>(task_.grid.slots.size()) ||
             task_.grid.may_meet[person][done.where] == 0;
    return displaced(task_, done.index) ||
           !present(task_.problem, person, stay_of(task_.problem, done.index, done.where, person));
  };
  for (int p = 0; p < task_.people(); ++p)
    out[p] = task_.before.counts(p) &&
             std::ranges::any_of(task_.before.of(p),
                                 [&](const Done& done) { return impossible(p, done); });
  return out;
}

// Whether moving `activity` frees somebody who is stuck or whose place is locked, or the wish to be
// granted is for it.
bool Fewest::may_help(int activity) const {
  const Problem& problem = task_.problem;
  for (const Item item : task_.demand.grant)
    if (item.kind == Kind::Attendance && problem.attendances[item.index].activity == activity)
      return true;
  for (const int wish : task_.grid.wishes_of_activity[activity])
    if (task_.locks.attendances[wish]) return true;
  for (int p = 0; p < task_.people(); ++p)
    if (stuck_[p] && (task_.called[activity][p] != 0 ||
                      std::ranges::binary_search(task_.solution.duties, Duty{activity, p})))
      return true;
  return false;
}

// Activities that could stay but are moved: whoever attends them is disturbed.

int Fewest::disturbed_by(const std::vector<char>& moved) const {
  int sum = 0;
  for (int p = 0; p < task_.people(); ++p)
    sum += task_.before.counts(p) &&
           (unavoidable_[p] || std::ranges::any_of(task_.before.of(p), [&](const Done& done) {
              return done.kind == Kind::Duty && moved[done.index] != 0;
            }));
  return sum;
}

void Fewest::add_moved(std::vector<char>& moved, int from, int budget, bool give_up) {
  for (int a = from; a < task_.activities(); ++a) {
    if (!may_help(a) || task_.locks.activities[a] || task_.solution.options[a] < 0 ||
        displaced(task_, a) || (task_.problem.activities[a].options.size() < 2 && !give_up))
      continue;
    moved[a] = 1;
    const int disturbed = disturbed_by(moved);
    if (disturbed > budget) {
      next_budget_ = std::min(next_budget_, disturbed);
    } else {
      if (moved_.size() == most_moved) {
        truncated_ = true;
        moved[a] = 0;
        return;
      }
      moved_.push_back(moved);
      add_moved(moved, a + 1, budget, give_up);
    }
    moved[a] = 0;
  }
}

// Takes the branch that disturbs fewest until nothing is missing, in the first setting where that
// leads somewhere.
void Fewest::dive() {
  for (std::size_t s = 0; s < settings_.size() && found_.empty(); ++s) {
    if (!settings_[s].possible) continue;
    Choice choice = first_choice(task_, settings_[s]);
    for (work_.left = dive_work; !work_.over();) {
      work_.left -= node_work;
      Verdict verdict = examine(task_, settings_[s], choice);
      if (verdict.good) {
        found_.push_back({s, choice, std::move(verdict.covers)});
        break;
      }
      if (verdict.branches.empty()) break;
      choice =
          follow(task_, choice, *std::ranges::min_element(verdict.branches, {}, &Branch::weight));
    }
  }
}

}  // namespace kontor::engine::timetable
