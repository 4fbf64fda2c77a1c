#include "engine/timetable/coaches.h"

#include <algorithm>
#include <map>
#include <span>

#include "base/check.h"
#include "engine/timetable/parting.h"

namespace kontor::engine::timetable {

namespace {

// Those who come to each activity by coach.
std::vector<std::vector<int>> riders(const Problem& problem, const Solution& solution) {
  std::vector<std::vector<int>> out(problem.activities.size());
  const auto add = [&](int activity, int person) {
    if (rides(problem, activity, person)) out[activity].push_back(person);
  };
  for (const Duty& duty : solution.duties) add(duty.activity, duty.person);
  for (std::size_t w = 0; w < solution.attends.size(); ++w)
    if (solution.attends[w]) add(problem.attendances[w].activity, problem.attendances[w].person);
  for (auto& people : out) {
    std::ranges::sort(people, {}, [&](int person) {
      return std::pair(problem.people[person].organisation, person);
    });
    people.erase(std::ranges::unique(people).begin(), people.end());  // duties that were wished
  }
  return out;
}

void drop_dispensable(const Problem& problem, int activity, const std::vector<int>& riders,
                      std::vector<int>& coaches) {
  const auto seats = [&](int coach) { return problem.coaches[coach].seats; };
  int spare = -static_cast<int>(riders.size());
  for (const int coach : coaches) spare += seats(coach);
  std::ranges::stable_sort(coaches, std::greater<>(), seats);
  const std::vector<int> largest_first = coaches;
  for (const int coach : largest_first) {
    std::vector<int> left = coaches;
    std::erase(left, coach);
    if (spare < seats(coach) || !part(problem, activity, left, riders)) continue;
    spare -= seats(coach);
    coaches = left;
  }
  std::ranges::sort(coaches);
}

// Seats those first who must sit apart, as far as they can. Gives the others.
std::vector<int> seat_apart(const Problem& problem, int activity, std::vector<int> riders,
                            std::map<int, int>& free, Solution& solution) {
  const auto parted = part(problem, activity, solution.coaches[activity], riders);
  if (!parted) return riders;
  for (const PartedRider& rider : *parted) {
    --free[rider.coach];
    solution.rides.push_back({activity, rider.coach, rider.person});
    std::erase(riders, rider.person);
  }
  return riders;
}

// Seats the people of one organisation: in the first coach that takes them all, else one by one.
void seat_together(std::span<const int> people, int activity, std::map<int, int>& free,
                   Solution& solution) {
  const int count = static_cast<int>(people.size());
  const auto all = std::ranges::find_if(free, [&](const auto& c) { return c.second >= count; });
  for (const int person : people) {
    const auto coach = all != free.end()
                           ? all
                           : std::ranges::find_if(free, [](const auto& c) { return c.second > 0; });
    CHECK(coach != free.end());
    --coach->second;
    solution.rides.push_back({activity, coach->first, person});
  }
}

}  // namespace

void assign_coaches(const Problem& problem, Solution& solution) {
  const auto people = riders(problem, solution);
  solution.coaches.resize(problem.activities.size());
  solution.rides.clear();
  for (int a = 0; a < static_cast<int>(people.size()); ++a) {
    drop_dispensable(problem, a, people[a], solution.coaches[a]);
    std::map<int, int> free;
    for (const int coach : solution.coaches[a]) free[coach] = problem.coaches[coach].seats;
    const std::vector<int> others = seat_apart(problem, a, people[a], free, solution);
    for (auto from = others.begin(); from != others.end();) {
      const int organisation = problem.people[*from].organisation;
      const auto to = std::find_if(from, others.end(), [&](int person) {
        return problem.people[person].organisation != organisation;
      });
      seat_together({from, to}, a, free, solution);
      from = to;
    }
  }
  std::ranges::sort(solution.rides);
}

}  // namespace kontor::engine::timetable
