#include "engine/breaks/first_question.h"

#include <algorithm>
#include <thread>

namespace kontor::engine::breaks {

namespace {

constexpr int conflicts_of_first_round = 4000;  // then twice as many each time
constexpr int most_doublings_of_rounds = 16;

}  // namespace

Verdict FirstQuestion::search(int side, const Stop& stop) {
  const Encoding encoding = encode(problem_, presolved_, 0);
  Sat sat(seed_);
  if (side == 0) sat.set("stabilizeonly", 1);
  sat.take(encoding.formula);
  for (int round = 0;; ++round) {
    const Sat::Answer answer =
        sat.solve({}, stop, conflicts_of_first_round << std::min(round, most_doublings_of_rounds));
    if (answer == Sat::Answer::Unknown && stop()) return {};
    const Verdict ended = end_round(side, verdict(encoding, sat, answer), stop);
    if (ended.kind != Verdict::Kind::Unknown || stop()) return ended;
  }
}

Verdict FirstQuestion::end_round(int side, const Verdict& verdict, const Stop& stop) {
  std::unique_lock lock(guard_);
  if (verdict.kind == Verdict::Kind::Found) sides_[side].found = verdict;
  if (verdict.kind == Verdict::Kind::Unknown) ++sides_[side].rounds;
  if (side == 1 || verdict.kind == Verdict::Kind::None) return verdict;
  if (verdict.kind == Verdict::Kind::Found) return verdict_that_counts(stop, lock);
  const bool other_was_earlier = sides_[1].found && sides_[1].rounds < sides_[0].rounds;
  return other_was_earlier ? *sides_[1].found : verdict;
}

// Of side 0, which has found a schedule: waits until side 1 has finished the rounds before. It is
// hardly ever behind, so the wait is short and only gives way.
Verdict FirstQuestion::verdict_that_counts(const Stop& stop, std::unique_lock<std::mutex>& lock) {
  const int round = sides_[0].rounds;
  while (!sides_[1].found && sides_[1].rounds < round) {
    lock.unlock();
    if (stop()) return {};
    std::this_thread::yield();
    lock.lock();
  }
  return sides_[1].found && sides_[1].rounds < round ? *sides_[1].found : *sides_[0].found;
}

}  // namespace kontor::engine::breaks
