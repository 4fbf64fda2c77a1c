#pragma once
#include <span>
#include <utility>
#include <vector>

#include "engine/timetable/grid.h"
#include "engine/timetable/solution.h"

namespace kontor::engine::timetable {

enum class Kind { Meeting, Attendance, Duty };

// What a person does for a while: number of the meeting wish, attendance wish or activity.
struct Engagement {
  Stay stay;
  Kind kind = Kind::Meeting;
  int index = 0;
};

// A wish of either kind that is granted or could be.
struct Item {
  Kind kind = Kind::Meeting;
  int index = 0;

  bool operator==(const Item&) const = default;
};

// What moves must leave alone while a timetable is repaired. An empty list: all may change.
struct Frozen {
  std::vector<char> meetings;     // stay as they are seated
  std::vector<char> attendances;  // wishes, stay granted
  std::vector<char> activities;   // nobody joins them any more
  std::vector<char> people;       // gain no engagement
};

inline constexpr std::int64_t search_must_points = 40;
inline constexpr std::int64_t energy_of_point = 2000;

// A timetable while it is being changed. Invariants, by the rules in rules/: nobody is in two
// places, rooms, tables and places of activities suffice, no rule of protocol is broken; callers
// must look before they change.
// Every change is journaled: mark(), change, then keep it or roll_back().

class State {
 public:
  State(const Problem& problem, const Grid& grid);

  const Problem& problem() const { return *problem_; }
  const Grid& grid() const { return *grid_; }
  int option(int activity) const { return options_[activity]; }
  int held() const { return held_; }  // how many activities are
  const Seating& seating(int meeting) const { return seatings_[meeting]; }
  bool attends(int wish) const { return attends_[wish] != 0; }
  bool granted(Item item) const;
  bool on_duty(int person, int activity) const;
  std::span<const Engagement> engagements(int person) const { return days_[person]; }
  std::span<const int> meetings_in(int slot) const { return in_slot_[slot]; }
  // Wishes granted by a place at `activity`; whoever is on duty there takes no place.
  std::span<const int> attending(int activity) const { return attending_[activity]; }
  std::span<const int> on_duty_at(int activity) const { return on_duty_at_[activity]; }
  // Whether `person` is required at `activity` or one of its everyone.
  bool called(int person, int activity) const;
  // How many are on duty there by a rule of protocol alone; each takes a place.
  int uncalled(int activity) const { return uncalled_[activity]; }
  // For those who attend by wish.
  int places(int activity) const;
  std::span<const int> coaches(int activity) const { return coaches_[activity]; }
  std::span<const int> activities_of_coach(int coach) const { return served_[coach]; }
  // Seats of the coaches of a held activity, and who needs one: guests, and those bound to come
  // unless they are absent.
  int seats(int activity) const;
  int riders(int activity) const;
  const Worth& worth() const { return worth_; }
  // What the search follows: as the worth, but a must weighs as search_must_points at most, so that
  // the way to a better plan may lead over one must for another.
  std::int64_t energy() const;
  std::int64_t weight(Item item) const;  // in points, as the energy counts them

  void freeze(Frozen frozen) { frozen_ = std::move(frozen); }
  bool frozen(Item item) const {
    const auto& list = item.kind == Kind::Meeting ? frozen_.meetings : frozen_.attendances;
    return item.kind != Kind::Duty && !list.empty() && list[item.index] != 0;
  }
  bool may_join(int activity) const {
    return frozen_.activities.empty() || frozen_.activities[activity] == 0;
  }
  bool may_gain(int person) const { return frozen_.people.empty() || frozen_.people[person] == 0; }

  // The programme's frame. A duty grants the person's wish for the activity.
  void hold(int activity, int option);
  void release(int activity);  // that nobody attends: no longer held
  void bind(int person, int activity);
  void unbind(int person, int activity);

  void seat(int meeting, Seating seating);
  void unseat(int meeting);
  void attend(int wish);
  void leave(int wish);
  void remove(Item item);
  // Gives an activity a coach more or less; it may lack seats while it is being changed.
  void add_coach(int activity, int coach);
  void drop_coach(int activity, int coach);
  // Another option for a held activity without coaches that nobody attends by a wish that takes a
  // place; those on duty come along.
  void move(int activity, int option);

  std::size_t mark() const { return journal_.size(); }
  void roll_back(std::size_t mark);
  // Adds whoever was concerned by a change since.
  void add_touched(std::size_t mark, std::vector<int>& people) const;
  void forget() { journal_.clear(); }

  Solution solution() const;
  // Back to `solution`, of the same activities and duties; restore_programme() before makes them
  // so.
  void restore(const Solution& solution);
  void restore_programme(const Solution& solution);

 private:
  struct Change {
    enum class What {
      Seated,
      Unseated,
      Attended,
      Left,
      Held,
      Released,
      Bound,
      Unbound,
      Moved,
      CoachAdded,
      CoachDropped
    } what;
    int index;
    Seating seating;  // of Seated and Unseated
    int option;       // before Moved and Released; who was Bound or Unbound; the coach
  };

  void enter(int person, Engagement engagement);
  void exit(int person, Kind kind, int index);
  void enter_duty(int person, int activity);
  void exit_duty(int person, int activity);
  void count(int organisation, int granted_wishes);
  void count_slot(int organisation, int slot, int by);
  void restore_activity(int activity, const Solution& solution);
  void clear_activity(int activity, const std::vector<int>& duties);
  void undo(const Change& change);

  const Problem* problem_;
  const Grid* grid_;
  std::vector<int> options_;
  int held_ = 0;
  std::vector<Seating> seatings_;
  std::vector<char> attends_;
  std::vector<std::vector<Engagement>> days_;
  std::vector<std::vector<int>> in_slot_;
  std::vector<std::vector<int>> attending_;
  std::vector<std::vector<int>> on_duty_at_;
  std::vector<int> uncalled_;              // on duty at each activity by a rule of protocol alone
  std::vector<std::vector<int>> coaches_;  // of each activity
  std::vector<std::vector<int>> served_;   // by each coach
  std::vector<int> riding_guests_;
  std::vector<int> asked_;
  std::vector<int> granted_;
  std::vector<std::vector<int>> groups_of_;  // each organisation
  std::vector<int> granted_of_group_;
  std::vector<std::vector<short>> slot_meetings_;  // [organisation][slot]
  std::vector<std::int64_t> meeting_weights_;
  std::vector<std::int64_t> attendance_weights_;
  Worth worth_;
  std::int64_t search_points_ = 0;
  std::vector<Change> journal_;
  Frozen frozen_;
};

}  // namespace kontor::engine::timetable
