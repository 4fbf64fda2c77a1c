#include "planning/stand_ins.h"

#include <algorithm>
#include <tuple>

#include "engine/timetable/protocol.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;

class Matcher {
 public:
  Matcher(const Workbench& bench, const mission::Meeting& missed)
      : bench_(bench), missed_(missed), state_(bench.situation.state()) {}

  // Of those left by `absent`.
  std::vector<StandIn> find(const mission::PersonId& absent) {
    const bool first = missed_.first_person != absent;
    const mission::OrganisationId& id = first ? missed_.first : missed_.second;
    waiting_ = bench_.situation.organisation(id);
    sitter_ = bench_.situation.person(first ? missed_.first_person : missed_.second_person);
    const int session = session_number();
    if (waiting_ < 0 || sitter_ < 0 || session < 0) return {};
    slot_ = bench_.grid.first_slot[session] + missed_.slot;
    std::vector<StandIn> out;
    for (const int meeting : bench_.grid.meetings_of[waiting_])
      if (state_.seating(meeting).slot < 0) add(meeting, id, out);
    std::ranges::sort(out, [](const StandIn& a, const StandIn& b) {
      return std::tuple(!a.mutual, -a.value_gained, a.partner) <
             std::tuple(!b.mutual, -b.value_gained, b.partner);
    });
    if (out.size() > most_stand_ins) out.resize(most_stand_ins);
    return out;
  }

 private:
  int session_number() const {
    const auto& sessions = bench_.mission->sessions;
    const auto found = std::ranges::find(sessions, missed_.session, &mission::Session::id);
    return found == sessions.end() ? -1 : static_cast<int>(found - sessions.begin());
  }

  bool free_then(int person) const {
    return person != sitter_ && bench_.grid.may_meet[person][slot_] != 0 &&
           timetable::cost_of_visit(state_, person,
                                    timetable::visit_to_slot(state_, slot_, sitter_)) == 0;
  }

  void add(int number, const mission::OrganisationId& waiting, std::vector<StandIn>& out) const {
    const timetable::MeetingWish& wish = bench_.situation.problem().meetings[number];
    const int other = wish.first == waiting_ ? wish.second : wish.first;
    if (std::ranges::none_of(bench_.situation.problem().seats[other],
                             [&](int person) { return free_then(person); }))
      return;
    out.push_back({waiting, bench_.mission->organisations[other].id, missed_.session, missed_.slot,
                   wish.asked_first > 0 && wish.asked_second > 0, wish.points});
  }

  const Workbench& bench_;
  const mission::Meeting& missed_;
  const timetable::State& state_;
  int waiting_ = -1;
  int sitter_ = -1;
  int slot_ = 0;
};

}  // namespace

std::vector<StandIn> stand_ins(const Workbench& bench, const mission::NoShow& no_show) {
  for (const mission::Meeting& meeting : bench.plan->meetings)
    if (meeting.session == no_show.session && meeting.slot == no_show.slot &&
        (meeting.first_person == no_show.person || meeting.second_person == no_show.person))
      return Matcher(bench, meeting).find(no_show.person);
  return {};
}

}  // namespace kontor::planning
