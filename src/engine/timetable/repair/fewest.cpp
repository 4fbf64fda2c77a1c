#include "engine/timetable/repair/fewest.h"

#include <algorithm>

#include "engine/timetable/repair/company.h"

namespace kontor::engine::timetable {

Fewest::Fewest(const Task& task, int most_nodes, const std::function<bool()>& stop)
    : task_(task), most_nodes_(most_nodes), stop_(stop), unavoidable_(unavoidable()) {}

bool Fewest::expired() {
  if (nodes_ > most_nodes_ || (stop_ && nodes_ % 64 == 0 && stop_())) aborted_ = true;
  return aborted_;
}

std::vector<Remedy> Fewest::find() {
  if (!try_frames(false)) try_frames(true);
  if (found_.empty() && aborted_) dive();
  return std::move(found_);
}

// Whether something was found, or it took too long.
bool Fewest::try_frames(bool give_up) {
  settings_.clear();
  moved_.clear();
  add_settings(std::vector<char>(task_.problem.activities.size(), 0), give_up);
  deepen(give_up);
  return !found_.empty() || aborted_;
}

void Fewest::add_settings(const std::vector<char>& moved, bool give_up) {
  const std::size_t room = most_settings - std::min(most_settings, settings_.size());
  for (const auto& options : possible_options(task_, moved, give_up, room, truncated_)) {
    const std::size_t left = most_settings - std::min(most_settings, settings_.size());
    for (auto& company : possible_company(task_, options, left, truncated_)) {
      Setting setting = make_setting(task_, make_frame(task_.problem, task_.grid, task_.solution,
                                                       options, std::move(company)));
      if (setting.possible) settings_.push_back(std::move(setting));
    }
  }
}

void Fewest::deepen(bool give_up) {
  int budget = static_cast<int>(std::count(unavoidable_.begin(), unavoidable_.end(), char{1}));
  least_ = budget;
  while (budget < never) {
    if (!truncated_ && !blind_) least_ = budget;
    next_budget_ = never;
    search_all(0, budget);
    if (found_.empty() && !aborted_ && !truncated_) search_moved(budget, give_up);
    if (!found_.empty() || aborted_) return;
    blind_ = blind_ || others_could_be_chosen();
    budget = next_budget_;
  }
}

void Fewest::search_all(std::size_t from, int budget) {
  for (std::size_t s = from; s < settings_.size(); ++s) {
    const Choice choice = first_choice(task_, settings_[s]);
    if (choice.count > budget)
      next_budget_ = std::min(next_budget_, choice.count);
    else
      search(s, choice, budget);
  }
}

void Fewest::search(std::size_t setting, const Choice& choice, int budget) {
  ++nodes_;
  if (found_.size() >= most_remedies || expired()) return;
  Verdict verdict = examine(task_, settings_[setting], choice);
  if (verdict.unsure) aborted_ = true;
  blind_ = blind_ || verdict.blind;
  if (choice.count + verdict.least_more > budget) {
    if (verdict.good || !verdict.branches.empty())
      next_budget_ = std::min(next_budget_, choice.count + verdict.least_more);
    return;
  }
  if (verdict.good) {
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

// Whether somebody whom at_least_one_of has at an activity might be replaced, which is not tried.
bool Fewest::others_could_be_chosen() const {
  return std::ranges::any_of(settings_, [&](const Setting& setting) {
    return std::ranges::any_of(setting.frame.company, [&](const Duty& duty) {
      return std::ranges::binary_search(task_.solution.duties, duty);
    });
  });
}

// Activities that could stay but are moved: whoever attends them is disturbed.

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

// Whether moving `activity` frees anybody for what they must do: those on duty there who sit at
// meetings or whose wish is to be granted, those whose place is locked; or the wish is for it.
bool Fewest::may_help(int activity) const {
  const Problem& problem = task_.problem;
  for (const Item item : task_.demand.grant)
    if (item.kind == Kind::Attendance &&
        (problem.attendances[item.index].activity == activity ||
         is_bound(activity, problem.attendances[item.index].person)))
      return true;
  for (const int wish : task_.grid.wishes_of_activity[activity])
    if (task_.locks.attendances[wish]) return true;
  for (std::size_t o = 0; o < problem.seats.size(); ++o)
    if (!task_.grid.meetings_of[o].empty() &&
        std::ranges::any_of(problem.seats[o], [&](int p) { return is_bound(activity, p); }))
      return true;
  return false;
}

bool Fewest::is_bound(int activity, int person) const {
  return task_.called[activity][person] != 0;
}

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
  for (int a = from; a < task_.activities() && moved_.size() < most_moved; ++a) {
    if (!may_help(a) || task_.locks.activities[a] || task_.solution.options[a] < 0 ||
        displaced(task_, a) || (task_.problem.activities[a].options.size() < 2 && !give_up))
      continue;
    moved[a] = 1;
    const int disturbed = disturbed_by(moved);
    if (disturbed > budget) {
      next_budget_ = std::min(next_budget_, disturbed);
    } else {
      moved_.push_back(moved);
      add_moved(moved, a + 1, budget, give_up);
    }
    moved[a] = 0;
  }
}

bool Fewest::search_moved(int budget, bool give_up) {
  std::vector<std::vector<char>> tried = std::move(moved_);
  moved_.clear();
  std::vector<char> none(task_.problem.activities.size(), 0);
  add_moved(none, 0, budget, give_up);
  if (moved_.size() >= most_moved) truncated_ = true;
  const std::size_t from = settings_.size();
  for (const auto& moved : moved_)
    if (std::ranges::find(tried, moved) == tried.end()) add_settings(moved, give_up);
  search_all(from, budget);
  return !found_.empty();
}

// Takes the branch that disturbs fewest until nothing is missing, in the first setting where that
// leads somewhere.
void Fewest::dive() {
  for (std::size_t s = 0; s < settings_.size() && found_.empty(); ++s) {
    Choice choice = first_choice(task_, settings_[s]);
    for (;;) {
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
