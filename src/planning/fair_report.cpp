#include "planning/fair_report.h"

#include <algorithm>

#include "engine/fair/demands.h"

namespace kontor::planning {

namespace {

using engine::fair::Answer;
using engine::fair::Meeting;
using engine::fair::Problem;

class Reporting {
 public:
  Reporting(const mission::Fair& fair, const FairTranslation& translation, const Answer& answer)
      : fair_(fair),
        translation_(translation),
        problem_(translation.problem),
        answer_(answer),
        slots_(problem_.slots.size()) {
    const std::size_t count = problem_.participants.size();
    for (const auto& it : problem_.participants) {
      free_.insert(free_.end(), slots_, it.seats);
      for (const int t : it.absent_slots) free_[free_.size() - slots_ + t] = -1;
    }
    for (const auto& slot : problem_.slots) tables_.push_back(slot.tables);
    held_.assign(count, 0);
    for (std::size_t m = 0; m < answer.plan.size(); ++m) hold(problem_.meetings[m], m);
  }

  FairReport run() {
    for (std::size_t w = 0; w < fair_.wishes.size(); ++w) {
      const auto& wish = fair_.wishes[w];
      const int m = translation_.meeting_of_wish[w];
      const bool is_held = m >= 0 && answer_.plan[m].slot >= 0;
      out_.slots.push_back(is_held ? answer_.plan[m].slot + 1 : 0);
      out_.tables.push_back(is_held ? answer_.plan[m].table + 1 : 0);
      out_.placed += is_held ? 1 : 0;
      if (wish.points == 0) ++(is_held ? out_.musts : out_.unplaced_musts);
      if (!is_held) ++out_.unplaced[m < 0 ? "never" : cause(problem_.meetings[m])];
    }
    share_out();
    name_broken_promises();
    return std::move(out_);
  }

 private:
  void hold(const Meeting& it, std::size_t m) {
    const auto [slot, table] = answer_.plan[m];
    if (slot < 0) return;
    for (const int p : {it.first, it.second}) {
      ++held_[p];
      --free_[p * slots_ + slot];
    }
    tables_[slot] -= it.host < 0 ? 1 : 0;
  }

  int free(int participant, std::size_t slot) const { return free_[participant * slots_ + slot]; }

  bool full(int participant) const {
    for (std::size_t t = 0; t < slots_; ++t)
      if (free(participant, t) > 0) return false;
    return true;
  }

  bool most_reached(int participant) const {
    const int most = problem_.participants[participant].most;
    return most >= 0 && held_[participant] >= most;
  }

  std::string cause(const Meeting& it) const {
    bool common = false;
    bool both_free = false;
    for (std::size_t t = 0; t < slots_; ++t) {
      common |= free(it.first, t) >= 0 && free(it.second, t) >= 0;
      both_free |= free(it.first, t) > 0 && free(it.second, t) > 0;
    }
    if (!common) return "no_common_slot";
    if (most_reached(it.first) || most_reached(it.second)) return "most_reached";
    if (full(it.first) || full(it.second)) return "participant_full";
    return both_free ? "tables_full" : "no_slot_left";
  }

  static int thousandths(const engine::fair::Share& share) {
    return 1000 * share.granted / share.asked;
  }

  void share_out() {
    std::vector<std::int64_t> sums(fair_.groups.size()), counts(fair_.groups.size());
    std::int64_t sum = 0;
    std::int64_t count = 0;
    const auto shares = engine::fair::shares(problem_, answer_.plan);
    for (std::size_t p = 0; p < shares.size(); ++p) {
      if (shares[p].asked == 0) continue;
      const int share = thousandths(shares[p]);
      if (share < out_.least_share) out_.worst_off = 0;
      out_.least_share = std::min(out_.least_share, share);
      out_.worst_off += share == out_.least_share ? 1 : 0;
      sum += share;
      ++count;
      if (const int group = fair_.participants[p].group; group >= 0) {
        sums[group] += share;
        ++counts[group];
      }
    }
    if (count > 0) out_.mean_share = static_cast<int>(sum / count);
    for (std::size_t g = 0; g < sums.size(); ++g)
      out_.group_shares.push_back(counts[g] == 0 ? -1 : static_cast<int>(sums[g] / counts[g]));
    out_.worst_share_bound = thousandths(answer_.worst_share_bound);
  }

  void name_broken_promises() {
    const auto possible = engine::fair::most_possible(problem_);
    for (std::size_t p = 0; p < held_.size(); ++p)
      if (const int least = problem_.participants[p].least; held_[p] < least)
        out_.broken_promises.push_back({static_cast<int>(p), least, held_[p], possible[p]});
  }

  const mission::Fair& fair_;
  const FairTranslation& translation_;
  const Problem& problem_;
  const Answer& answer_;
  std::size_t slots_;
  std::vector<int> free_;    // seats left, [participant × slots + slot]; negative: absent
  std::vector<int> tables_;  // left in each slot
  std::vector<int> held_;
  FairReport out_;
};

}  // namespace

FairReport report(const mission::Fair& fair, const FairTranslation& translation,
                  const Answer& answer) {
  return Reporting(fair, translation, answer).run();
}

}  // namespace kontor::planning
