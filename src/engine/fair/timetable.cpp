#include "engine/fair/timetable.h"

#include <algorithm>

#include "base/check.h"

namespace kontor::engine::fair {

Timetable::Timetable(const Problem& problem)
    : problem_(&problem),
      slots_(static_cast<int>(problem.slots.size())),
      words_((slots_ + 63) / 64),
      weights_(weights(problem)),
      in_slot_(problem.slots.size()),
      place_(problem.meetings.size()),
      load_(problem.slots.size()),
      held_(problem.participants.size()),
      slot_(problem.meetings.size(), -1),
      seats_of_(problem.meetings.size(), {-1, -1}) {
  for (const Meeting& it : problem.meetings) worth_.push_back(worth(it, weights_));
  build_seats();
  build_order();
  for (int m = 0; m < static_cast<int>(slot_.size()); ++m)
    if (problem.meetings[m].fixed_slot >= 0) place(m, problem.meetings[m].fixed_slot);
  forget();
}

void Timetable::build_seats() {
  const std::size_t count = problem_->participants.size();
  present_.assign(count * slots_, 1);
  free_.assign(count * words_, 0);
  busy_.assign(count * words_, 0);
  first_seat_.push_back(0);
  for (std::size_t p = 0; p < count; ++p) {
    const Participant& it = problem_->participants[p];
    first_seat_.push_back(first_seat_.back() + it.seats);
    participant_of_.insert(participant_of_.end(), it.seats, static_cast<int>(p));
    for (const int slot : it.absent_slots) present_[p * slots_ + slot] = 0;
    int room = 0;
    for (int t = 0; t < slots_ && it.seats > 0; ++t)
      if (present_[p * slots_ + t] != 0) {
        free_[p * words_ + t / 64] |= std::uint64_t{1} << (t % 64);
        room += it.seats;
      }
    most_.push_back(it.most < 0 ? room : std::min(room, it.most));
  }
  occupant_.assign(static_cast<std::size_t>(first_seat_.back()) * slots_, -1);
}

void Timetable::build_order() {
  neighbour_begin_.assign(slot_.size() + 1, 0);
  if (problem_->precedences.empty()) return;
  for (const Precedence& it : problem_->precedences) {
    ++neighbour_begin_[it.earlier + 1];
    ++neighbour_begin_[it.later + 1];
  }
  for (std::size_t m = 1; m < neighbour_begin_.size(); ++m)
    neighbour_begin_[m] += neighbour_begin_[m - 1];
  neighbours_.resize(neighbour_begin_.back());
  std::vector<std::size_t> next(neighbour_begin_.begin(), neighbour_begin_.end() - 1);
  for (const Precedence& it : problem_->precedences) {
    neighbours_[next[it.earlier]++] = {it.later, true};
    neighbours_[next[it.later]++] = {it.earlier, false};
  }
}

std::optional<int> Timetable::out_of_order(int meeting, int slot) const {
  for (std::size_t i = neighbour_begin_[meeting]; i < neighbour_begin_[meeting + 1]; ++i) {
    const int other = slot_[neighbours_[i].meeting];
    if (other >= 0 && (neighbours_[i].comes_later ? other <= slot : other >= slot))
      return neighbours_[i].meeting;
  }
  return std::nullopt;
}

int Timetable::free_seat(int participant, int slot) const {
  for (int seat = first_seat_[participant]; seat < first_seat_[participant + 1]; ++seat)
    if (occupant(seat, slot) < 0) return seat;
  CHECK(!"a seat is free");
  return -1;
}

void Timetable::place(int meeting, int slot) {
  const Meeting& it = problem_->meetings[meeting];
  seat(meeting, slot, {free_seat(it.first, slot), free_seat(it.second, slot)});
}

void Timetable::seat(int meeting, int slot, const std::array<int, 2>& seats) {
  journal_.push_back({meeting, slot_[meeting], seats_of_[meeting]});
  put(meeting, slot, seats);
}

void Timetable::remove(int meeting) {
  journal_.push_back({meeting, slot_[meeting], seats_of_[meeting]});
  take(meeting);
}

void Timetable::swap(std::span<const int> chain, int t, int u) {
  for (const int m : chain) journal_.push_back({m, slot_[m], seats_of_[m]});
  std::vector<int> to;
  to.reserve(chain.size());
  for (const int m : chain) {
    to.push_back(slot_[m] == t ? u : t);
    take(m);
  }
  for (std::size_t i = 0; i < chain.size(); ++i) put(chain[i], to[i], seats_of_[chain[i]]);
}

void Timetable::roll_back(std::size_t mark) {
  constexpr int seen = -2;
  for (std::size_t i = mark; i < journal_.size(); ++i)
    if (slot_[journal_[i].meeting] >= 0) take(journal_[i].meeting);
  std::vector<Entry> oldest;  // of each meeting
  for (std::size_t i = mark; i < journal_.size(); ++i)
    if (slot_[journal_[i].meeting] != seen) {
      oldest.push_back(journal_[i]);
      slot_[journal_[i].meeting] = seen;
    }
  for (const Entry& entry : oldest) {
    slot_[entry.meeting] = -1;
    if (entry.slot >= 0) put(entry.meeting, entry.slot, entry.seats);
  }
  journal_.erase(journal_.begin() + static_cast<std::ptrdiff_t>(mark), journal_.end());
}

std::vector<std::pair<int, bool>> Timetable::changed_since(std::size_t mark) const {
  std::vector<std::pair<int, bool>> meetings;
  for (std::size_t i = mark; i < journal_.size(); ++i)
    meetings.emplace_back(journal_[i].meeting, journal_[i].slot >= 0);
  const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
  std::stable_sort(meetings.begin(), meetings.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  meetings.erase(std::unique(meetings.begin(), meetings.end(), same), meetings.end());
  return meetings;
}

void Timetable::put(int meeting, int slot, const std::array<int, 2>& seats) {
  slot_[meeting] = slot;
  seats_of_[meeting] = seats;
  load_[slot] += problem_->meetings[meeting].host < 0 ? 1 : 0;
  value_ += worth_[meeting];
  place_[meeting] = static_cast<int>(in_slot_[slot].size());
  in_slot_[slot].push_back(meeting);
  for (const int seat : seats) {
    occupant_[static_cast<std::size_t>(seat) * slots_ + slot] = meeting;
    count(participant_of_[seat], 1);
    refresh(seat, slot);
  }
}

void Timetable::take(int meeting) {
  const int slot = slot_[meeting];
  slot_[meeting] = -1;
  load_[slot] -= problem_->meetings[meeting].host < 0 ? 1 : 0;
  value_ -= worth_[meeting];
  const int last = in_slot_[slot].back();
  in_slot_[slot][place_[meeting]] = last;
  place_[last] = place_[meeting];
  in_slot_[slot].pop_back();
  for (const int seat : seats_of_[meeting]) {
    occupant_[static_cast<std::size_t>(seat) * slots_ + slot] = -1;
    count(participant_of_[seat], -1);
    refresh(seat, slot);
  }
}

void Timetable::count(int participant, int change) {
  const int least = problem_->participants[participant].least;
  value_ -= std::min(held_[participant], least) * weights_.promise;
  held_[participant] += change;
  value_ += std::min(held_[participant], least) * weights_.promise;
}

void Timetable::refresh(int seat, int slot) {
  const int p = participant_of_[seat];
  bool any = false;
  bool none = true;
  for (int s = first_seat_[p]; s < first_seat_[p + 1]; ++s) {
    any |= occupant(s, slot) < 0;
    none &= occupant(s, slot) < 0;
  }
  const std::uint64_t bit = std::uint64_t{1} << (slot % 64);
  std::uint64_t& word = free_[static_cast<std::size_t>(p) * words_ + slot / 64];
  word = any && is_present(p, slot) ? word | bit : word & ~bit;
  std::uint64_t& busy = busy_[static_cast<std::size_t>(p) * words_ + slot / 64];
  busy = none ? busy & ~bit : busy | bit;
}

}  // namespace kontor::engine::fair
