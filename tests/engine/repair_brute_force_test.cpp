#include <functional>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <set>

#include "engine/repair_random.h"
#include "engine/timetable/check.h"

namespace kontor::engine::timetable {
namespace {

using testing::contains;
using testing::Disrupted;
using Done = std::tuple<char, int, int>;  // what, number, where

// What each person does, told from a solution alone.
std::map<int, std::set<Done>> days(const Problem& problem, const Solution& solution) {
  std::map<int, std::set<Done>> out;
  for (const Duty& duty : solution.duties)
    out[duty.person].insert({'a', duty.activity, solution.options[duty.activity]});
  for (std::size_t w = 0; w < solution.attends.size(); ++w)
    if (const AttendanceWish& wish = problem.attendances[w]; solution.attends[w])
      out[wish.person].insert({'a', wish.activity, solution.options[wish.activity]});
  for (std::size_t m = 0; m < solution.meetings.size(); ++m)
    if (const Seating& seating = solution.meetings[m]; seating.slot >= 0)
      for (const int person : {seating.first_person, seating.second_person})
        out[person].insert({'m', static_cast<int>(m), seating.slot});
  return out;
}

std::vector<int> differing(const Disrupted& changed, const Solution& solution,
                           Disturbance disturbance) {
  auto old = days(changed.problem, changed.before), now = days(changed.problem, solution);
  std::vector<int> out;
  for (int p = 0; p < static_cast<int>(changed.problem.people.size()); ++p) {
    if (!changed.demand.newcomers.empty() && changed.demand.newcomers[p]) continue;
    bool disturbed = disturbance == Disturbance::Changed && old[p].size() != now[p].size();
    for (const Done& done : old[p])
      if (std::get<2>(done) < 0 || !now[p].contains(done)) disturbed = true;
    if (disturbed) out.push_back(p);
  }
  return out;
}

// Goes through all timetables that meet the demand, judged by check() alone.
class EveryTimetable {
 public:
  EveryTimetable(const Disrupted& changed, std::function<void(const Solution&)> visit)
      : changed_(changed), problem_(changed.problem), visit_(std::move(visit)) {}

  void run() {
    for (const bool give_up : {false, true}) {
      may_give_up_ = give_up;
      solution_ = {};
      solution_.options.assign(problem_.activities.size(), -1);
      solution_.meetings.resize(problem_.meetings.size());
      solution_.attends.assign(problem_.attendances.size(), false);
      choose_option(0);
      if (any_) return;
    }
  }

 private:
  // Of what more engagements cannot mend.
  bool sound() const {
    return std::ranges::all_of(check(problem_, solution_).violations, [](const Violation& one) {
      return one.rule == "always_with" || one.rule == "at_least_one_of" || one.rule == "uncalled";
    });
  }

  bool asked(std::size_t a) const {
    for (const Item item : changed_.demand.grant)
      if (item.kind == Kind::Attendance &&
          problem_.attendances[item.index].activity == static_cast<int>(a))
        return true;
    return false;
  }

  bool held(std::size_t a) const {
    if (changed_.before.options[a] >= 0) return true;
    for (const Duty& duty : changed_.before.duties)
      if (duty.activity == static_cast<int>(a)) return true;
    for (std::size_t w = 0; w < problem_.attendances.size(); ++w)
      if (changed_.before.attends[w] && problem_.attendances[w].activity == static_cast<int>(a))
        return true;
    return false;
  }

  static bool locked(const std::vector<char>& list, std::size_t i) {
    return !list.empty() && list[i] != 0;
  }

  void choose_option(std::size_t a) {
    if (a == problem_.activities.size()) return add_duties();
    const int before = changed_.before.options[a];
    const int options = static_cast<int>(problem_.activities[a].options.size());
    const bool keep = locked(changed_.demand.locked_activities, a);
    const bool must = held(a) && options > 0;
    for (int o = -1; o < options; ++o) {
      if (keep && o != before) continue;
      if (o < 0 && !may_give_up_ && (must || asked(a))) continue;
      if (o < 0 && asked(a)) continue;
      if (o >= 0 && !held(a) && !asked(a)) continue;
      solution_.options[a] = o;
      choose_option(a + 1);
    }
    solution_.options[a] = -1;
  }

  bool single(std::size_t a) const {
    return std::ranges::all_of(problem_.activities[a].options, [&](const Option& option) {
      return option.starts_at == problem_.activities[a].options[0].starts_at;
    });
  }

  bool on_duty(int activity, int person) const {
    return std::ranges::find(solution_.duties, Duty{activity, person}) != solution_.duties.end();
  }

  // Whether somebody without whom `person` must not come is not on duty there.
  bool alone(int activity, int person) const {
    for (const Rule& rule : problem_.rules)
      if (rule.kind == RuleKind::AlwaysWith && rule.covers[static_cast<std::size_t>(activity)] &&
          contains(rule.others, person))
        for (const int other : rule.people)
          if (other != person && !on_duty(activity, other)) return true;
    return false;
  }

  bool add(int activity, int person) {
    if (on_duty(activity, person) || alone(activity, person)) return false;
    solution_.duties.push_back({activity, person});
    if (sound()) return true;
    solution_.duties.pop_back();
    return false;
  }

  void add_duties() {
    solution_.duties.clear();
    std::vector<Duty> company;
    for (int a = 0; a < static_cast<int>(problem_.activities.size()); ++a) {
      const Activity& activity = problem_.activities[static_cast<std::size_t>(a)];
      if (solution_.options[static_cast<std::size_t>(a)] < 0) continue;
      for (const int person : activity.required) solution_.duties.push_back({a, person});
      for (int p = 0; p < static_cast<int>(problem_.people.size()); ++p)
        if (!contains(activity.required, p) && !contains(activity.everyone, p) &&
            may_be_called(a, p))
          company.push_back({a, p});
    }
    if (sound()) choose_company(company, 0);
    solution_.duties.clear();
  }

  bool may_be_called(int activity, int person) const {
    for (const Rule& rule : problem_.rules)
      if ((rule.kind == RuleKind::AtLeastOneOf || rule.kind == RuleKind::AlwaysWith) &&
          rule.covers[static_cast<std::size_t>(activity)] && contains(rule.people, person))
        return true;
    return false;
  }

  void choose_company(const std::vector<Duty>& company, std::size_t next) {
    if (next == company.size()) {
      const std::vector<Duty> duties = solution_.duties;
      add_everyone();
      solution_.duties = duties;
      return;
    }
    choose_company(company, next + 1);
    solution_.duties.push_back(company[next]);
    if (sound()) choose_company(company, next + 1);
    solution_.duties.pop_back();
  }

  void add_everyone() {
    for (bool more = true; more;) {
      more = false;
      for (const Duty& duty : changed_.before.duties)
        if (solution_.options[static_cast<std::size_t>(duty.activity)] >= 0 &&
            contains(problem_.activities[static_cast<std::size_t>(duty.activity)].everyone,
                     duty.person))
          more = add(duty.activity, duty.person) || more;
    }
    for (const bool singles : {true, false})
      for (bool more = true; more;) {
        more = false;
        for (std::size_t a = 0; a < problem_.activities.size(); ++a)
          if (single(a) == singles && solution_.options[a] >= 0)
            for (const int person : problem_.activities[a].everyone)
              more = add(static_cast<int>(a), person) || more;
      }
    const std::vector<bool> before = solution_.attends;
    for (std::size_t w = 0; w < before.size(); ++w)
      for (const Duty& duty : solution_.duties)
        if (duty.person == problem_.attendances[w].person &&
            duty.activity == problem_.attendances[w].activity)
          solution_.attends[w] = true;
    choose_attendance(0);
    solution_.attends = before;
  }

  void choose_attendance(std::size_t w) {
    if (w == solution_.attends.size()) return choose_meeting(0);
    if (solution_.attends[w]) return choose_attendance(w + 1);
    if (!locked(changed_.demand.locked_attendances, w)) choose_attendance(w + 1);
    solution_.attends[w] = true;
    if (sound()) choose_attendance(w + 1);
    solution_.attends[w] = false;
  }

  void choose_meeting(std::size_t m) {
    if (m == solution_.meetings.size()) return finish();
    if (locked(changed_.demand.locked_meetings, m)) {
      solution_.meetings[m] = changed_.before.meetings[m];
      solution_.meetings[m].table = 0;
      if (sound()) choose_meeting(m + 1);
      solution_.meetings[m] = {};
      return;
    }
    choose_meeting(m + 1);
    int slots = 0;
    for (const Session& session : problem_.sessions) slots += session.slots;
    for (int s = 0; s < slots; ++s)
      for (const int first : problem_.seats[problem_.meetings[m].first])
        for (const int second : problem_.seats[problem_.meetings[m].second]) {
          solution_.meetings[m] = {s, 0, first, second};
          if (sound()) choose_meeting(m + 1);
        }
    solution_.meetings[m] = {};
  }

  void finish() {
    for (const Item item : changed_.demand.grant)
      if (item.kind == Kind::Meeting ? solution_.meetings[item.index].slot < 0
                                     : !solution_.attends[item.index])
        return;
    if (!check(problem_, solution_).violations.empty()) return;
    any_ = true;
    visit_(solution_);
  }

  const Disrupted& changed_;
  const Problem& problem_;
  std::function<void(const Solution&)> visit_;
  Solution solution_;
  bool may_give_up_ = false;
  bool any_ = false;
};

struct Fewest {
  int disturbed = -1;  // -1: nothing meets the demand
  Worth worth;         // the most of those
};

Fewest brute_force(const Disrupted& changed, Disturbance disturbance) {
  Fewest out;
  EveryTimetable(changed, [&](const Solution& solution) {
    const int disturbed = static_cast<int>(differing(changed, solution, disturbance).size());
    const Worth worth = check(changed.problem, solution).worth;
    if (out.disturbed < 0 || disturbed < out.disturbed ||
        (disturbed == out.disturbed && better(worth, out.worth)))
      out = {disturbed, worth};
  }).run();
  return out;
}

bool same_but_for_a_lost_table(const Disrupted& changed, const Alternative& found,
                               std::size_t meeting) {
  Seating before = changed.before.meetings[meeting];
  const Seating& now = found.solution.meetings[meeting];
  const int session = make_grid(changed.problem).slots[before.slot].session;
  if (before.table > changed.problem.sessions[session].tables) before.table = now.table;
  return before == now;
}

void expect_sound(const Disrupted& changed, const Alternative& found, Disturbance disturbance) {
  const Finding finding = check(changed.problem, found.solution);
  ASSERT_TRUE(finding.violations.empty()) << finding.violations[0].rule;
  EXPECT_EQ(finding.worth, found.worth);
  EXPECT_EQ(differing(changed, found.solution, disturbance), found.disturbed);
  EXPECT_LE(found.least_disturbed, static_cast<int>(found.disturbed.size()));
  const RepairDemand& demand = changed.demand;
  for (std::size_t a = 0; a < demand.locked_activities.size(); ++a)
    EXPECT_TRUE(!demand.locked_activities[a] ||
                found.solution.options[a] == changed.before.options[a]);
  for (std::size_t m = 0; m < demand.locked_meetings.size(); ++m)
    EXPECT_TRUE(!demand.locked_meetings[m] || same_but_for_a_lost_table(changed, found, m));
  for (std::size_t w = 0; w < demand.locked_attendances.size(); ++w)
    EXPECT_TRUE(!demand.locked_attendances[w] || found.solution.attends[w]);
  for (const Item item : demand.grant)
    EXPECT_TRUE(item.kind == Kind::Meeting ? found.solution.meetings[item.index].slot >= 0
                                           : found.solution.attends[item.index]);
}

struct Tally {
  int met = 0;
  int proven = 0;
  int fewest = 0;
  int best = 0;
  int impossible = 0;
  int unknown = 0;
};

void compare(const Disrupted& changed, Disturbance disturbance, Tally& tally) {
  RepairOptions options;
  options.disturbance = disturbance;
  const auto repaired = repair(changed.problem, make_grid(changed.problem), changed.before,
                               changed.demand, options, {});
  const auto& found = repaired.alternatives;
  const Fewest fewest = brute_force(changed, disturbance);
  EXPECT_EQ(found.empty(), fewest.disturbed < 0);
  EXPECT_EQ(found.empty(), repaired.status != RepairStatus::Found);
  tally.impossible += repaired.status == RepairStatus::Impossible;
  tally.unknown += repaired.status == RepairStatus::Unknown;
  if (found.empty() || fewest.disturbed < 0) return;
  for (const Alternative& alternative : found) expect_sound(changed, alternative, disturbance);
  const int disturbed = static_cast<int>(found[0].disturbed.size());
  EXPECT_LE(found[0].least_disturbed, fewest.disturbed);
  EXPECT_GE(disturbed, fewest.disturbed);
  ++tally.met;
  tally.proven += found[0].least_disturbed == disturbed;
  tally.fewest += fewest.disturbed == disturbed;
  tally.best += disturbed == fewest.disturbed && found[0].worth.points == fewest.worth.points;
}

TEST(Repair, OnTinyProblemsTheFewestDisturbedIsWhatBruteForceFinds) {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= 500; ++seed)
    for (const Disturbance disturbance : {Disturbance::Changed, Disturbance::Lost}) {
      SCOPED_TRACE(::testing::Message() << "seed " << seed << ", " << int(disturbance));
      compare(testing::disrupted_problem(seed), disturbance, tally);
    }
  EXPECT_GE(tally.proven, tally.met);
  EXPECT_GE(tally.best, tally.met * 98 / 100);
  EXPECT_GT(tally.impossible, 0);
  EXPECT_EQ(tally.unknown, 0);
}

// What a search that had to end says of every demand, and whether there was a timetable.
struct Ended {
  int found = 0, impossible = 0, unknown = 0, unknown_but_possible = 0;
};

Ended with_work(int most_work) {
  Ended out;
  RepairOptions options;
  options.most_work = most_work;
  options.iterations = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const Disrupted changed = seed % 2 == 0 ? testing::disrupted_problem(seed)
                                            : testing::disrupted_problem_with_rules(seed);
    const auto repaired = repair(changed.problem, make_grid(changed.problem), changed.before,
                                 changed.demand, options, {});
    const bool possible = brute_force(changed, options.disturbance).disturbed >= 0;
    EXPECT_EQ(repaired.status == RepairStatus::Found, !repaired.alternatives.empty());
    EXPECT_FALSE(repaired.status == RepairStatus::Impossible && possible) << "seed " << seed;
    EXPECT_FALSE(repaired.status == RepairStatus::Found && !possible) << "seed " << seed;
    out.found += repaired.status == RepairStatus::Found;
    out.impossible += repaired.status == RepairStatus::Impossible;
    out.unknown += repaired.status == RepairStatus::Unknown;
    out.unknown_but_possible += repaired.status == RepairStatus::Unknown && possible;
  }
  return out;
}

TEST(Repair, ASearchThatHadToEndSaysThatItDoesNotKnowAndImpossibleIsAlwaysTrue) {
  EXPECT_GT(with_work(1).unknown_but_possible, 0);
  with_work(1'000);
  const Ended whole = with_work(25'000);
  EXPECT_EQ(whole.unknown, 0);
  EXPECT_GT(whole.impossible, 0);
}

TEST(Repair, SoItIsWithRulesOfProtocolAndWhereOneIsNew) {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= 500; ++seed)
    for (const Disturbance disturbance : {Disturbance::Changed, Disturbance::Lost}) {
      SCOPED_TRACE(::testing::Message() << "seed " << seed << ", " << int(disturbance));
      compare(testing::disrupted_problem_with_rules(seed), disturbance, tally);
    }
  EXPECT_GE(tally.met, 700);
  EXPECT_GE(tally.proven, tally.met);
  EXPECT_GE(tally.best, tally.met * 98 / 100);
}

}  // namespace
}  // namespace kontor::engine::timetable
