#pragma once
#include <algorithm>
#include <map>
#include <optional>

#include "engine/timetable/parting.h"
#include "engine/timetable/state.h"

namespace kontor::engine::timetable::rules {

// Hard rule "coaches": whoever comes by coach has a seat, away from whom not_same_vehicle.h keeps
// them, and a coach serves one activity at a time, from departure to return, with time to get from
// one boarding place to the next. Seats for all who are bound to come are kept from the start.
struct Coaches {
  static constexpr const char* name = "coaches";
  static constexpr bool hard = true;

  static int spare_seats(const State& state, int activity) {
    return state.seats(activity) - state.riders(activity);
  }

  // Those who are at `activity` by coach, where a rule parts some; else nobody.
  static std::vector<int> parted_riders(const State& state, int activity) {
    std::vector<int> out;
    if (!parts_riders(state.problem(), activity)) return out;
    for (const int person : state.on_duty_at(activity))
      if (rides(state.problem(), activity, person)) out.push_back(person);
    for (const int wish : state.attending(activity))
      if (const int person = state.problem().attendances[wish].person;
          rides(state.problem(), activity, person))
        out.push_back(person);
    return out;
  }

  // Whether the coaches of `activity` but for `without` have seats for all, apart where they must.
  static bool suffice(const State& state, int activity, const std::vector<int>& without = {}) {
    int spare = spare_seats(state, activity);
    std::vector<int> left;
    for (const int coach : state.coaches(activity))
      if (std::ranges::find(without, coach) == without.end())
        left.push_back(coach);
      else
        spare -= state.problem().coaches[coach].seats;
    return spare >= 0 &&
           part(state.problem(), activity, left, parted_riders(state, activity)).has_value();
  }

  // Coaches that `activity` can have besides `own` for `missing` more people in `option`, and so
  // that all of `riders` sit apart who must, of those that are in that city and free, or in service
  // where they can be spared: the smallest that suffices, else the largest and so on; nothing where
  // all together do not.
  static std::optional<std::vector<int>> find(const State& state, int activity, int option,
                                              int missing, std::vector<int> own,
                                              const std::vector<int>& riders) {
    std::vector<int> found;
    Lent lent;
    const auto& coaches = state.problem().coaches;
    const Stay ride = ride_of(state.problem(), activity, option);
    while (missing > 0 || !part(state.problem(), activity, own, riders)) {
      int best = -1;
      for (int coach = 0; coach < static_cast<int>(coaches.size()); ++coach) {
        if (std::ranges::find(own, coach) != own.end()) continue;
        if (best >= 0 && !suits(coaches[coach].seats, coaches[best].seats, missing)) continue;
        if (available(state, coach, activity, ride, lent)) best = coach;
      }
      if (best < 0) return std::nullopt;
      for (const int other : hindering(state, best, activity, ride)) lent[other].push_back(best);
      missing -= coaches[best].seats;
      own.push_back(best);
      found.push_back(best);
    }
    return found;
  }

  // The activities other than `activity` that `coach` serves and that leave it no time for `ride`.
  static std::vector<int> hindering(const State& state, int coach, int activity, const Stay& ride) {
    std::vector<int> out;
    for (const int other : state.activities_of_coach(coach))
      if (other != activity &&
          !compatible(state.problem(), ride_of(state.problem(), other, state.option(other)), ride))
        out.push_back(other);
    return out;
  }

  // Whether `person`, who is not there yet, would need a seat to `activity` and finds none.
  static bool lacks_seat(const State& state, int activity, int person) {
    if (!rides(state.problem(), activity, person)) return false;
    const int missing = (state.called(person, activity) ? 0 : 1) - spare_seats(state, activity);
    if (missing <= 0 && !parts_riders(state.problem(), activity)) return false;
    const auto own = state.coaches(activity);
    std::vector<int> riders = parted_riders(state, activity);
    riders.push_back(person);
    return !find(state, activity, state.option(activity), missing, {own.begin(), own.end()}, riders)
                .has_value();
  }

  // Gives a held activity the coaches it lacks, taking them from activities that can do without;
  // false, and nothing changed, where there are too few.
  static bool supply(State& state, int activity) {
    if (suffice(state, activity)) return true;
    const auto own = state.coaches(activity);
    const auto found = find(state, activity, state.option(activity), -spare_seats(state, activity),
                            {own.begin(), own.end()}, parted_riders(state, activity));
    if (!found) return false;
    for (const int coach : *found) take(state, activity, coach);
    return true;
  }

  // The riding guest whose wish weighs least; -1 where there is none.
  static int cheapest(const State& state, int activity) {
    int best = -1;
    for (const int wish : state.attending(activity))
      if (rides(state.problem(), activity, state.problem().attendances[wish].person) &&
          (best < 0 ||
           state.weight({Kind::Attendance, wish}) < state.weight({Kind::Attendance, best})))
        best = wish;
    return best;
  }

 private:
  using Lent = std::map<int, std::vector<int>>;  // coaches already to be taken from an activity

  // Adds `coach`, which is available, and drops it from what it would do meanwhile.
  static void take(State& state, int activity, int coach) {
    const Stay ride = ride_of(state.problem(), activity, state.option(activity));
    for (const int other : hindering(state, coach, activity, ride)) state.drop_coach(other, coach);
    state.add_coach(activity, coach);
  }

  static bool available(const State& state, int coach, int activity, const Stay& ride,
                        const Lent& lent) {
    const Problem& problem = state.problem();
    if (problem.coaches[coach].leg != problem.places[ride.place].leg) return false;
    return std::ranges::all_of(hindering(state, coach, activity, ride), [&](int other) {
      const auto gone = lent.find(other);
      std::vector<int> without{coach};
      if (gone != lent.end())
        without.insert(without.end(), gone->second.begin(), gone->second.end());
      return suffice(state, other, without);
    });
  }

  static bool suits(int seats, int than, int missing) {
    if ((seats >= missing) != (than >= missing)) return seats >= missing;
    return seats >= missing ? seats < than : seats > than;
  }
};

}  // namespace kontor::engine::timetable::rules
