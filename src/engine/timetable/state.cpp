#include "engine/timetable/state.h"

#include <algorithm>

#include "base/check.h"
#include "engine/timetable/rules/breaks.h"
#include "engine/timetable/rules/fairness.h"
#include "engine/timetable/rules/least_granted.h"

namespace kontor::engine::timetable {

namespace {

// Fairness and breaks weigh less than the smallest want in the energy, breaks less than fairness.
constexpr std::int64_t energy_of_break = 4;
// More than a must weighs in the search.
constexpr std::int64_t energy_of_shortage = 45 * energy_of_point;

void erase_one(std::vector<int>& numbers, int number) {
  const auto found = std::ranges::find(numbers, number);
  CHECK(found != numbers.end());
  *found = numbers.back();
  numbers.pop_back();
}

// Points as the search weighs them, see State::energy.
std::int64_t search_points(const Problem& problem, Item item) {
  const bool meeting = item.kind == Kind::Meeting;
  const std::int64_t points =
      meeting ? problem.meetings[item.index].points : problem.attendances[item.index].points;
  const int musts =
      meeting ? problem.meetings[item.index].musts : problem.attendances[item.index].musts;
  return points - musts * (problem.must_points - std::min(problem.must_points, search_must_points));
}

}  // namespace

State::State(const Problem& problem, const Grid& grid)
    : problem_(&problem),
      grid_(&grid),
      options_(problem.activities.size(), -1),
      seatings_(problem.meetings.size()),
      attends_(problem.attendances.size(), 0),
      days_(problem.people.size()),
      in_slot_(grid.slots.size()),
      attending_(problem.activities.size()),
      on_duty_at_(problem.activities.size()),
      uncalled_(problem.activities.size(), 0),
      coaches_(problem.activities.size()),
      served_(problem.coaches.size()),
      riding_guests_(problem.activities.size(), 0),
      asked_(problem.seats.size(), 0),
      granted_(problem.seats.size(), 0),
      groups_of_(problem.seats.size()),
      granted_of_group_(problem.groups.size(), 0),
      slot_meetings_(problem.seats.size(), std::vector<short>(grid.slots.size(), 0)) {
  for (const MeetingWish& wish : problem.meetings) {
    asked_[wish.first] += wish.asked_first;
    asked_[wish.second] += wish.asked_second;
  }
  for (const AttendanceWish& wish : problem.attendances)
    if (const int organisation = problem.people[wish.person].organisation; organisation >= 0)
      ++asked_[organisation];
  for (std::size_t m = 0; m < problem.meetings.size(); ++m)
    meeting_weights_.push_back(search_points(problem, {Kind::Meeting, static_cast<int>(m)}));
  for (std::size_t w = 0; w < problem.attendances.size(); ++w)
    attendance_weights_.push_back(search_points(problem, {Kind::Attendance, static_cast<int>(w)}));
  for (const int asked : asked_) worth_.unfairness += rules::Fairness::cost(asked, 0);
  for (std::size_t g = 0; g < problem.groups.size(); ++g) {
    for (const int organisation : problem.groups[g].organisations)
      groups_of_[organisation].push_back(static_cast<int>(g));
    worth_.shortage += rules::LeastGranted::cost(problem.groups[g].least, 0);
  }
}

bool State::granted(Item item) const {
  return item.kind == Kind::Meeting ? seatings_[item.index].slot >= 0 : attends(item.index);
}

bool State::on_duty(int person, int activity) const {
  return std::ranges::any_of(days_[person], [&](const Engagement& engagement) {
    return engagement.kind == Kind::Duty && engagement.index == activity;
  });
}

int State::places(int activity) const {
  if (options_[activity] < 0) return 0;
  const int places = problem_->activities[activity].options[options_[activity]].places;
  return places == unlimited ? unlimited : std::max(0, places - uncalled_[activity]);
}

int State::seats(int activity) const {
  int seats = 0;
  for (const int coach : coaches_[activity]) seats += problem_->coaches[coach].seats;
  return seats;
}

int State::riders(int activity) const {
  return options_[activity] < 0
             ? 0
             : riding_guests_[activity] + grid_->duty_riders[activity][options_[activity]];
}

std::int64_t State::energy() const {
  return search_points_ * energy_of_point - worth_.unfairness - worth_.breaks * energy_of_break -
         worth_.shortage * energy_of_shortage;
}

std::int64_t State::weight(Item item) const {
  return item.kind == Kind::Meeting ? meeting_weights_[item.index]
                                    : attendance_weights_[item.index];
}

void State::enter(int person, Engagement engagement) {
  auto& day = days_[person];
  const auto after = std::ranges::find_if(day, [&](const Engagement& other) {
    return other.stay.starts_at > engagement.stay.starts_at;
  });
  day.insert(after, engagement);
}

void State::exit(int person, Kind kind, int index) {
  auto& day = days_[person];
  const auto found = std::ranges::find_if(day, [&](const Engagement& engagement) {
    return engagement.kind == kind && engagement.index == index;
  });
  CHECK(found != day.end());
  day.erase(found);
}

void State::count(int organisation, int granted_wishes) {
  if (organisation < 0 || granted_wishes == 0) return;
  int& granted = granted_[organisation];
  worth_.unfairness -= rules::Fairness::cost(asked_[organisation], granted);
  granted += granted_wishes;
  worth_.unfairness += rules::Fairness::cost(asked_[organisation], granted);
  for (const int group : groups_of_[organisation]) {
    const int least = problem_->groups[group].least;
    worth_.shortage -= rules::LeastGranted::cost(least, granted_of_group_[group]);
    granted_of_group_[group] += granted_wishes;
    worth_.shortage += rules::LeastGranted::cost(least, granted_of_group_[group]);
  }
}

void State::count_slot(int organisation, int slot, int by) {
  const int session = grid_->slots[slot].session;
  const std::span<const short> run(slot_meetings_[organisation].data() + grid_->first_slot[session],
                                   static_cast<std::size_t>(problem_->sessions[session].slots));
  worth_.breaks -= rules::Breaks::cost(run);
  slot_meetings_[organisation][slot] = static_cast<short>(slot_meetings_[organisation][slot] + by);
  worth_.breaks += rules::Breaks::cost(run);
}

void State::hold(int activity, int option) {
  CHECK(options_[activity] < 0);
  options_[activity] = option;
  ++held_;
  journal_.push_back({Change::What::Held, activity, {}, -1});
}

void State::release(int activity) {
  CHECK(attending_[activity].empty() && on_duty_at_[activity].empty());
  CHECK(coaches_[activity].empty());
  journal_.push_back({Change::What::Released, activity, {}, options_[activity]});
  options_[activity] = -1;
  --held_;
}

bool State::called(int person, int activity) const {
  return std::ranges::find(grid_->expected_at[person], activity) !=
             grid_->expected_at[person].end() ||
         std::ranges::find(problem_->activities[activity].required, person) !=
             problem_->activities[activity].required.end();
}

void State::enter_duty(int person, int activity) {
  enter(person, {stay_of(*problem_, activity, options_[activity], person), Kind::Duty, activity});
  on_duty_at_[activity].push_back(person);
  if (!called(person, activity)) ++uncalled_[activity];
  journal_.push_back({Change::What::Bound, activity, {}, person});
}

void State::exit_duty(int person, int activity) {
  exit(person, Kind::Duty, activity);
  erase_one(on_duty_at_[activity], person);
  if (!called(person, activity)) --uncalled_[activity];
  journal_.push_back({Change::What::Unbound, activity, {}, person});
}

void State::bind(int person, int activity) {
  enter_duty(person, activity);
  for (const int wish : grid_->wishes_of_activity[activity])
    if (problem_->attendances[wish].person == person) attend(wish);
}

void State::unbind(int person, int activity) {
  for (const int wish : grid_->wishes_of_activity[activity])
    if (problem_->attendances[wish].person == person) leave(wish);
  exit_duty(person, activity);
}

void State::seat(int meeting, Seating seating) {
  CHECK(seatings_[meeting].slot < 0);
  const MeetingWish& wish = problem_->meetings[meeting];
  seatings_[meeting] = seating;
  const Stay& stay = grid_->slots[seating.slot].stay;
  enter(seating.first_person, {stay, Kind::Meeting, meeting});
  enter(seating.second_person, {stay, Kind::Meeting, meeting});
  in_slot_[seating.slot].push_back(meeting);
  count_slot(wish.first, seating.slot, 1);
  count_slot(wish.second, seating.slot, 1);
  count(wish.first, wish.asked_first);
  count(wish.second, wish.asked_second);
  worth_.points += wish.points;
  search_points_ += weight({Kind::Meeting, meeting});
  journal_.push_back({Change::What::Seated, meeting, seating, 0});
}

void State::unseat(int meeting) {
  const Seating seating = seatings_[meeting];
  CHECK(seating.slot >= 0);
  const MeetingWish& wish = problem_->meetings[meeting];
  exit(seating.first_person, Kind::Meeting, meeting);
  exit(seating.second_person, Kind::Meeting, meeting);
  erase_one(in_slot_[seating.slot], meeting);
  seatings_[meeting] = {};
  count_slot(wish.first, seating.slot, -1);
  count_slot(wish.second, seating.slot, -1);
  count(wish.first, -wish.asked_first);
  count(wish.second, -wish.asked_second);
  worth_.points -= wish.points;
  search_points_ -= weight({Kind::Meeting, meeting});
  journal_.push_back({Change::What::Unseated, meeting, seating, 0});
}

void State::attend(int wish) {
  CHECK(!attends_[wish]);
  const AttendanceWish& asked = problem_->attendances[wish];
  attends_[wish] = 1;
  if (!on_duty(asked.person, asked.activity)) {
    enter(asked.person, {stay_of(*problem_, asked.activity, options_[asked.activity], asked.person),
                         Kind::Attendance, wish});
    attending_[asked.activity].push_back(wish);
    riding_guests_[asked.activity] += rides(*problem_, asked.activity, asked.person);
  }
  count(problem_->people[asked.person].organisation, 1);
  worth_.points += asked.points;
  search_points_ += weight({Kind::Attendance, wish});
  journal_.push_back({Change::What::Attended, wish, {}, 0});
}

void State::leave(int wish) {
  CHECK(attends_[wish]);
  const AttendanceWish& asked = problem_->attendances[wish];
  attends_[wish] = 0;
  if (!on_duty(asked.person, asked.activity)) {
    exit(asked.person, Kind::Attendance, wish);
    erase_one(attending_[asked.activity], wish);
    riding_guests_[asked.activity] -= rides(*problem_, asked.activity, asked.person);
  }
  count(problem_->people[asked.person].organisation, -1);
  worth_.points -= asked.points;
  search_points_ -= weight({Kind::Attendance, wish});
  journal_.push_back({Change::What::Left, wish, {}, 0});
}

void State::remove(Item item) {
  if (item.kind == Kind::Meeting)
    unseat(item.index);
  else
    leave(item.index);
}

void State::add_coach(int activity, int coach) {
  coaches_[activity].push_back(coach);
  served_[coach].push_back(activity);
  journal_.push_back({Change::What::CoachAdded, activity, {}, coach});
}

void State::drop_coach(int activity, int coach) {
  erase_one(coaches_[activity], coach);
  erase_one(served_[coach], activity);
  journal_.push_back({Change::What::CoachDropped, activity, {}, coach});
}

void State::move(int activity, int option) {
  CHECK(attending_[activity].empty());
  CHECK(coaches_[activity].empty());
  const int before = options_[activity];
  options_[activity] = option;
  for (const int person : on_duty_at_[activity]) {
    exit(person, Kind::Duty, activity);
    enter(person, {stay_of(*problem_, activity, option, person), Kind::Duty, activity});
  }
  journal_.push_back({Change::What::Moved, activity, {}, before});
}

void State::restore(const Solution& solution) {
  for (std::size_t m = 0; m < seatings_.size(); ++m)
    if (seatings_[m].slot >= 0 && seatings_[m] != solution.meetings[m]) unseat(static_cast<int>(m));
  for (std::size_t a = 0; a < options_.size(); ++a) restore_activity(static_cast<int>(a), solution);
  for (std::size_t a = 0; a < options_.size(); ++a)
    for (const int coach : solution.coaches[a])
      if (std::ranges::find(coaches_[a], coach) == coaches_[a].end())
        add_coach(static_cast<int>(a), coach);
  for (std::size_t w = 0; w < attends_.size(); ++w)
    if (solution.attends[w] && !attends_[w]) attend(static_cast<int>(w));
  for (std::size_t m = 0; m < seatings_.size(); ++m)
    if (solution.meetings[m].slot >= 0 && seatings_[m].slot < 0)
      seat(static_cast<int>(m), solution.meetings[m]);
  forget();
}

void State::restore_activity(int activity, const Solution& solution) {
  const bool moved = options_[activity] != solution.options[activity];
  const std::vector<int> attending = attending_[activity];
  for (const int wish : attending)
    if (moved || !solution.attends[wish]) leave(wish);
  const std::vector<int> coaches = coaches_[activity];
  const auto& kept = solution.coaches[activity];
  for (const int coach : coaches)
    if (moved || std::ranges::find(kept, coach) == kept.end()) drop_coach(activity, coach);
  if (moved) move(activity, solution.options[activity]);
}

// Nobody attends any more by a wish, nor by a duty that is not among `duties`.
void State::clear_activity(int activity, const std::vector<int>& duties) {
  const std::vector<int> attending = attending_[activity], bound = on_duty_at_[activity],
                         coaches = coaches_[activity];
  for (const int wish : attending) leave(wish);
  for (const int coach : coaches) drop_coach(activity, coach);
  for (const int person : bound)
    if (std::ranges::find(duties, person) == duties.end()) unbind(person, activity);
}

void State::restore_programme(const Solution& solution) {
  std::vector<std::vector<int>> duties(options_.size());
  for (const Duty& duty : solution.duties) duties[duty.activity].push_back(duty.person);
  std::vector<int> changed;
  for (int a = 0; a < static_cast<int>(options_.size()); ++a) {
    std::vector<int> bound = on_duty_at_[a];
    std::ranges::sort(bound);
    if (options_[a] == solution.options[a] && bound == duties[a]) continue;
    changed.push_back(a);
    clear_activity(a, duties[a]);
    if (options_[a] == solution.options[a]) continue;
    if (solution.options[a] < 0)
      release(a);
    else if (options_[a] < 0)
      hold(a, solution.options[a]);
    else
      move(a, solution.options[a]);
  }
  for (const int a : changed)
    for (const int person : duties[a])
      if (!on_duty(person, a)) bind(person, a);
}

void State::undo(const Change& change) {
  switch (change.what) {
    case Change::What::Seated:
      return unseat(change.index);
    case Change::What::Unseated:
      return seat(change.index, change.seating);
    case Change::What::Attended:
      return leave(change.index);
    case Change::What::Left:
      return attend(change.index);
    case Change::What::Held:
      return release(change.index);
    case Change::What::Released:
      return hold(change.index, change.option);
    case Change::What::Bound:
      return exit_duty(change.option, change.index);
    case Change::What::Unbound:
      return enter_duty(change.option, change.index);
    case Change::What::Moved:
      return move(change.index, change.option);
    case Change::What::CoachAdded:
      return drop_coach(change.index, change.option);
    case Change::What::CoachDropped:
      return add_coach(change.index, change.option);
  }
}

void State::roll_back(std::size_t mark) {
  while (journal_.size() > mark) {
    const Change change = journal_.back();
    journal_.pop_back();
    undo(change);
    journal_.pop_back();  // the inverse that the undo itself recorded
  }
}

void State::add_touched(std::size_t mark, std::vector<int>& people) const {
  using enum Change::What;
  for (std::size_t k = mark; k < journal_.size(); ++k) {
    const Change& change = journal_[k];
    if (change.what == Seated || change.what == Unseated) {
      people.push_back(change.seating.first_person);
      people.push_back(change.seating.second_person);
    } else if (change.what == Attended || change.what == Left) {
      people.push_back(problem_->attendances[change.index].person);
    } else if (change.what == Bound || change.what == Unbound) {
      people.push_back(change.option);
    } else if (change.what == Moved) {
      const auto& bound = on_duty_at_[change.index];
      people.insert(people.end(), bound.begin(), bound.end());
    }
  }
}

Solution State::solution() const {
  Solution out{options_, seatings_, std::vector<bool>(attends_.begin(), attends_.end()),
               {},       coaches_,  {}};
  for (auto& coaches : out.coaches) std::ranges::sort(coaches);
  for (std::size_t a = 0; a < on_duty_at_.size(); ++a) {
    std::vector<int> people = on_duty_at_[a];
    std::ranges::sort(people);
    for (const int person : people) out.duties.push_back({static_cast<int>(a), person});
  }
  return out;
}

}  // namespace kontor::engine::timetable
