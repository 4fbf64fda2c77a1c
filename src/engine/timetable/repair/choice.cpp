#include "engine/timetable/repair/choice.h"

#include <algorithm>

#include "engine/timetable/repair/cover.h"

namespace kontor::engine::timetable {

namespace {

class Examiner {
 public:
  Examiner(const Task& task, const Setting& setting, const Choice& choice)
      : task_(task), s_(setting), choice_(choice), counted_(choice.free) {}

  Verdict examine() {
    if (choice_.granted < task_.demand.grant.size()) {
      grant(task_.demand.grant[choice_.granted]);
      return std::move(out_);
    }
    out_.good = true;
    look_at_tables();
    look_at_places();
    look_at_covers();
    look_at_rules();
    return std::move(out_);
  }

 private:
  bool free(int person) const { return choice_.free[person] != 0; }

  int placement(int meeting) const {
    for (std::size_t i = 0; i < choice_.placed.size(); ++i)
      if (choice_.placed[i].first == meeting) return static_cast<int>(i);
    return -1;
  }

  // Whether `meeting` of before must be held in its slot.
  bool kept(int meeting) const {
    const Seating& seating = task_.solution.meetings[meeting];
    if (placement(meeting) >= 0) return false;
    return task_.locks.meetings[meeting] != 0 || !free(seating.first_person) ||
           !free(seating.second_person);
  }

  // Branches without what is excluded.
  void add_branch(std::vector<Branch>& branches, Branch branch) const {
    for (const int person : branch.people) {
      if (choice_.excluded[person]) return;
      branch.weight += task_.weight(person);
    }
    branches.push_back(std::move(branch));
  }

  int uncounted(const Branch& branch) const {
    int sum = 0;
    for (const int person : branch.people)
      if (!counted_[person]) sum += task_.weight(person);
    return sum;
  }

  // A conflict of which `needed` branches must be taken; no person stands in two of its branches,
  // or only one is needed.
  void note(std::vector<Branch> branches, int needed) {
    std::vector<int> weights;
    for (const Branch& branch : branches) weights.push_back(uncounted(branch));
    std::ranges::sort(weights);
    for (int k = 0; k < needed && k < static_cast<int>(weights.size()); ++k)
      out_.least_more += weights[k];
    for (const Branch& branch : branches)
      for (const int person : branch.people) counted_[person] = 1;
    if (static_cast<int>(branches.size()) < needed) branches.clear();
    if (!out_.good && branches.size() >= out_.branches.size()) return;
    out_.good = false;
    out_.branches = std::move(branches);
  }

  void look_at_tables() {
    std::vector<int> placed(s_.seated.size(), 0);
    for (const auto& [meeting, seating] : choice_.placed) ++placed[seating.slot];
    for (std::size_t slot = 0; slot < s_.seated.size(); ++slot) {
      const int tables = task_.problem.sessions[task_.grid.slots[slot].session].tables;
      if (static_cast<int>(s_.seated[slot].size()) + placed[slot] <= tables) continue;
      int taken = placed[slot];
      for (const int meeting : s_.seated[slot]) taken += kept(meeting);
      if (taken > tables) note(without_one_of(s_.seated[slot]), taken - tables);
    }
  }

  std::vector<Branch> without_one_of(const std::vector<int>& meetings) const {
    std::vector<Branch> branches;
    for (const int meeting : meetings) {
      if (task_.locks.meetings[meeting] || !kept(meeting)) continue;
      Branch branch;
      const Seating& seating = task_.solution.meetings[meeting];
      for (const int person : {seating.first_person, seating.second_person})
        if (!free(person)) branch.people.push_back(person);
      add_branch(branches, std::move(branch));
    }
    return branches;
  }

  bool stays(int wish) const {
    return task_.locks.attendances[wish] != 0 || granted(wish) ||
           !free(task_.problem.attendances[wish].person);
  }

  bool granted(int wish) const {
    return std::ranges::find(task_.demand.grant, Item{Kind::Attendance, wish}) !=
           task_.demand.grant.end();
  }

  void look_at_places() {
    for (int a = 0; a < task_.activities(); ++a) {
      const int option = s_.frame.options[a];
      if (option < 0) continue;
      int taken = s_.uncalled[a];
      for (const int wish : s_.guests[a]) taken += stays(wish);
      for (const Item item : task_.demand.grant) taken += newly_at(item, a);
      const int places = task_.problem.activities[a].options[option].places;
      if (taken <= places) continue;
      std::vector<Branch> branches;
      for (const int wish : s_.guests[a])
        if (stays(wish) && !task_.locks.attendances[wish] && !granted(wish))
          add_branch(branches, {{task_.problem.attendances[wish].person}, 0, false, -1, {}});
      note(std::move(branches), taken - places);
    }
  }

  // Whether `item` grants a place at `activity` to somebody who is not listed as a guest there.
  bool newly_at(Item item, int activity) const {
    if (item.kind != Kind::Attendance) return false;
    const AttendanceWish& wish = task_.problem.attendances[item.index];
    const auto& guests = s_.guests[activity];
    const auto& duties = s_.frame.duties[wish.person];
    return wish.activity == activity && std::ranges::find(guests, item.index) == guests.end() &&
           std::ranges::find(duties, activity) == duties.end();
  }

  void look_at_covers() {
    std::vector<std::vector<int>> needy(task_.problem.seats.size());
    std::vector<int> organisations;
    for (const auto& meetings : s_.seated)
      for (const int meeting : meetings) {
        const Seating& seating = task_.solution.meetings[meeting];
        if (free(seating.first_person) == free(seating.second_person)) continue;
        if (task_.locks.meetings[meeting] || placement(meeting) >= 0) continue;
        const MeetingWish& wish = task_.problem.meetings[meeting];
        const int organisation = free(seating.first_person) ? wish.first : wish.second;
        if (needy[organisation].empty()) organisations.push_back(organisation);
        needy[organisation].push_back(meeting);
      }
    for (const int organisation : organisations) {
      Cover cover(task_, s_, choice_, organisation);
      const auto uncovered = cover.find(needy[organisation]);
      out_.unsure = out_.unsure || cover.unsure();
      if (!uncovered.empty()) out_.stuck.push_back(organisation);
      if (!uncovered.empty())
        note(ways_out(cover, uncovered), 1);
      else if (out_.good)
        cover.append(out_.covers);
    }
  }

  std::vector<Branch> ways_out(const Cover& cover, const std::vector<int>& uncovered) const {
    std::vector<Branch> branches;
    for (const int person : cover.who_could_help(uncovered))
      add_branch(branches, {{person}, 0, false, -1, {}});
    return branches;
  }

  // Rules of protocol between people; those about one person's day are part of its setting.

  void look_at_rules() {
    if (task_.problem.rules.empty()) return;
    for (int a = 0; a < task_.activities(); ++a)
      if (s_.frame.options[a] >= 0) look_at_company(a, guests_at(a));
    for (const auto& meetings : s_.seated)
      for (const int meeting : meetings) {
        const Seating& seating = task_.solution.meetings[meeting];
        if (!free(seating.first_person) && !free(seating.second_person) && placement(meeting) < 0 &&
            at_odds(task_, -1, seating.first_person, seating.second_person))
          note(one_of({seating.first_person, seating.second_person}), 1);
      }
    for (const Duty& duty : s_.frame.company)
      if (!wanted(duty)) {
        out_.blind = true;
        note({}, 1);
      }
  }

  // Whoever attends without a duty, in any case or as long as they are undisturbed.
  std::vector<int> guests_at(int activity) const {
    std::vector<int> people;
    for (const int wish : s_.guests[activity])
      if (stays(wish)) people.push_back(task_.problem.attendances[wish].person);
    for (const Item item : task_.demand.grant)
      if (newly_at(item, activity)) people.push_back(task_.problem.attendances[item.index].person);
    return people;
  }

  void look_at_company(int activity, const std::vector<int>& guests) {
    for (std::size_t i = 0; i < guests.size(); ++i) {
      if (task_.grid.rules_of[guests[i]].empty()) continue;
      for (const int other : company_of(task_, guests[i], activity))
        if (!contains(s_.there[activity], other) && !contains(guests, other))
          note(leaving({guests[i]}, activity), 1);
      for (const auto* people : {&guests, &s_.there[activity]})
        for (const int other : *people)
          if (other != guests[i] && at_odds(task_, activity, guests[i], other))
            note(leaving({guests[i], other}, activity), 1);
    }
  }

  // Branches that take away one of `people` who may leave.
  std::vector<Branch> leaving(const std::vector<int>& people, int activity) const {
    std::vector<int> may_leave;
    for (const int person : people) {
      const int wish = wish_for(task_, person, activity);
      if (!contains(s_.there[activity], person) && !free(person) &&
          (wish < 0 || (!task_.locks.attendances[wish] && !granted(wish))))
        may_leave.push_back(person);
    }
    return one_of(may_leave);
  }

  std::vector<Branch> one_of(const std::vector<int>& people) const {
    std::vector<Branch> branches;
    for (const int person : people) add_branch(branches, {{person}, 0, false, -1, {}});
    return branches;
  }

  // Whether a rule still calls for company that came for somebody else.
  bool wanted(const Duty& duty) const {
    const std::vector<int> guests = guests_at(duty.activity);
    return std::ranges::any_of(task_.grid.rules_of[duty.person], [&](int number) {
      const Rule& rule = task_.problem.rules[number];
      if (rule.covers[duty.activity] == 0 || !contains(rule.people, duty.person)) return false;
      return rule.kind == RuleKind::AtLeastOneOf ||
             (rule.kind == RuleKind::AlwaysWith && std::ranges::any_of(rule.others, [&](int other) {
                return other != duty.person &&
                       (contains(guests, other) || contains(s_.there[duty.activity], other));
              }));
    });
  }

  // Whether who is on duty at `activity`, or is not, keeps a guest away.
  bool kept_away(int person, int activity) const {
    const auto& there = s_.there[activity];
    return std::ranges::any_of(
               there, [&](int other) { return at_odds(task_, activity, person, other); }) ||
           std::ranges::any_of(company_of(task_, person, activity), [&](int other) {
             return !contains(there, other) &&
                    !did(other, Kind::Duty, activity, s_.frame.options[activity]);
           });
  }

  // The next wish to grant.

  void grant(Item item) {
    std::vector<Branch> branches;
    if (item.kind == Kind::Attendance)
      grant_attendance(task_.problem.attendances[item.index], branches);
    else
      for (int slot = 0; slot < static_cast<int>(task_.open.slots.size()); ++slot)
        if (task_.demand.grant_slots.empty() || task_.demand.grant_slots[choice_.granted] < 0 ||
            task_.demand.grant_slots[choice_.granted] == slot)
          grant_meeting(item.index, slot, branches);
    out_.least_more = branches.empty() ? 0 : uncounted(branches.front());
    for (const Branch& branch : branches)
      out_.least_more = std::min(out_.least_more, uncounted(branch));
    out_.branches = std::move(branches);
  }

  void grant_attendance(const AttendanceWish& wish, std::vector<Branch>& branches) const {
    const int option = s_.frame.options[wish.activity];
    if (option < 0) return;
    const auto& duties = s_.frame.duties[wish.person];
    Branch branch{{}, 0, true, -1, {}};
    if (std::ranges::find(duties, wish.activity) != duties.end())
      return add_branch(branches, std::move(branch));
    const Errand stay{stay_of(task_.problem, wish.activity, option, wish.person), wish.activity};
    const bool had = did(wish.person, Kind::Duty, wish.activity, option);
    if (!had && stay.starts_at < task_.demand.now) return;
    if (!present(task_.problem, wish.person, stay) || !free_for(wish.person, stay, had)) return;
    if (kept_away(wish.person, wish.activity)) return;
    if (!free(wish.person) && !had && must_be_free(wish.person, stay))
      branch.people.push_back(wish.person);
    add_branch(branches, std::move(branch));
  }

  void grant_meeting(int meeting, int slot, std::vector<Branch>& branches) const {
    const MeetingWish& wish = task_.problem.meetings[meeting];
    const Seating& old = task_.solution.meetings[meeting];
    for (const int first : task_.problem.seats[wish.first]) {
      if (!may_sit(meeting, first, slot)) continue;
      for (const int second : task_.problem.seats[wish.second]) {
        if (!may_sit(meeting, second, slot) || at_odds(task_, -1, first, second)) continue;
        Branch branch{{}, 0, true, meeting, {slot, 0, first, second}};
        for (const int person : {first, second})
          if (!free(person) && !did(person, Kind::Meeting, meeting, slot) &&
              must_be_free(person, {task_.grid.slots[slot].stay}))
            branch.people.push_back(person);
        if (old.slot >= 0)
          for (const int person : {old.first_person, old.second_person})
            if (!free(person) && (slot != old.slot || (person != first && person != second)) &&
                std::ranges::find(branch.people, person) == branch.people.end())
              branch.people.push_back(person);
        add_branch(branches, std::move(branch));
      }
    }
  }

  bool may_sit(int meeting, int person, int slot) const {
    const bool had = did(person, Kind::Meeting, meeting, slot);
    const Grid& grid = had ? task_.grid : task_.open;
    return grid.may_meet[person][slot] != 0 && free_for(person, {task_.grid.slots[slot].stay}, had);
  }

  bool did(int person, Kind kind, int index, int where) const {
    return std::ranges::any_of(task_.before.of(person), [&](const Done& done) {
      return done.kind == kind && done.index == index && done.where == where;
    });
  }

  // Whether what binds `person` in any case leaves time for `stay`; `bound` may hold the very stay.
  bool free_for(int person, const Errand& errand, bool had) const {
    std::vector<Errand> others = placed_errands(task_, s_, choice_, person);
    for (const Errand& other : s_.bound[person])
      if (!(had && other.starts_at == errand.starts_at && other.place == errand.place))
        others.push_back(other);
    return fits(task_.problem, task_.grid, person, others, errand);
  }

  // Whether somebody undisturbed so far is disturbed by a new engagement.
  bool must_be_free(int person, const Errand& errand) const {
    return task_.before.disturbance() == Disturbance::Changed ||
           !fits(task_.problem, task_.grid, person, s_.day[person], errand);
  }

  const Task& task_;
  const Setting& s_;
  const Choice& choice_;
  std::vector<char> counted_;  // people that least_more has taken account of
  Verdict out_;
};

}  // namespace

Verdict examine(const Task& task, const Setting& setting, const Choice& choice) {
  return Examiner(task, setting, choice).examine();
}

std::vector<Errand> placed_errands(const Task& task, const Setting& setting, const Choice& choice,
                                   int person) {
  std::vector<Errand> out;
  for (const auto& [meeting, seating] : choice.placed)
    if (seating.first_person == person || seating.second_person == person)
      out.push_back({task.grid.slots[seating.slot].stay});
  for (std::size_t k = 0; k < choice.granted; ++k) {
    const Item item = task.demand.grant[k];
    if (item.kind != Kind::Attendance) continue;
    const AttendanceWish& wish = task.problem.attendances[item.index];
    const auto& duties = setting.frame.duties[person];
    if (wish.person == person && std::ranges::find(duties, wish.activity) == duties.end())
      out.push_back(
          {stay_of(task.problem, wish.activity, setting.frame.options[wish.activity], person),
           wish.activity});
  }
  return out;
}

Choice first_choice(const Task& task, const Setting& setting) {
  Choice out{setting.forced, std::vector<char>(setting.forced.size(), 0), 0, {}, 0};
  for (int p = 0; p < task.people(); ++p)
    if (out.free[p]) out.count += task.weight(p);
  return out;
}

Choice follow(const Task& task, const Choice& choice, const Branch& branch) {
  Choice out = choice;
  for (const int person : branch.people) {
    if (out.free[person]) continue;
    out.free[person] = 1;
    out.count += task.weight(person);
  }
  if (branch.grants) ++out.granted;
  if (branch.meeting >= 0) out.placed.emplace_back(branch.meeting, branch.seating);
  return out;
}

}  // namespace kontor::engine::timetable
