#include "engine/breaks/encoding.h"

#include <algorithm>

namespace kontor::engine::breaks {

namespace {

class Encoder {
 public:
  Encoder(const Problem& problem, const Presolved& presolved, std::optional<int> budget,
          const std::vector<bool>& at_their_fewest)
      : problem_(problem), presolved_(presolved), limit_(most_breaks(problem)), out_() {
    for (int p = 0; p < problem.participants; ++p) {
      const int fewest = presolved.fewest_breaks[p];
      if (budget) limit_[p] = std::min(limit_[p], fewest + *budget);
      if (!at_their_fewest.empty() && at_their_fewest[p]) limit_[p] = std::min(limit_[p], fewest);
    }
    out_.used.assign(problem.participants, std::vector<Literal>(problem.slots, 0));
  }

  Encoding encode() {
    begin_part("a variable that is true");
    no_ = -formula().fresh();
    formula().add({-no_});
    begin_part("each meeting is held in exactly one of the slots that it may have");
    place_meetings();
    begin_part("who is busy in a slot has one meeting there, who is not has none");
    for (int p = 0; p < problem_.participants; ++p) use_slots(p);
    begin_part(
        "everybody is busy in as many slots as they have meetings, without a break in consecutive "
        "ones, from one of the slots from which on there is room, and begins and ends as many "
        "slots "
        "before and after each meeting as precedences demand; breaks are one less than "
        "beginnings of blocks, and no more than anybody can have in a fair schedule");
    for (int p = 0; p < problem_.participants; ++p) describe(p);
    begin_part(
        "in a slot twice as many are busy as there are tables, at most; of meetings that share a "
        "participant one at most is held, so no more such groups meet than there are tables");
    for (int t = 0; t < problem_.slots; ++t) share_tables(t);
    begin_part("precedences");
    for (const auto& [earlier, later] : problem_.precedences) order(earlier, later);
    begin_part("fairness where everybody can have a break");
    balance();
    return std::move(out_);
  }

 private:
  Formula& formula() { return out_.formula; }
  void begin_part(const char* says) { out_.parts.push_back({formula().size(), says}); }

  // Each meeting has one of its slots: a literal for each, and for each one more, by_, that is true
  // from the meeting's slot on.
  void place_meetings() {
    for (const SlotSet domain : presolved_.domain) {
      std::vector<Literal>& row = out_.at.emplace_back(problem_.slots, 0);
      std::vector<Literal>& by = by_.emplace_back(problem_.slots, no_);
      Literal before = no_;
      for (int t = 0; t < problem_.slots; by[t++] = before) {
        if (((domain >> t) & 1U) == 0) continue;
        row[t] = formula().fresh();
        const Literal now = before == no_ ? row[t] : formula().fresh();
        formula().add({-before, now});
        formula().add({-row[t], now});
        formula().add({-row[t], -before});
        formula().add({-now, before, row[t]});
        before = now;
      }
      formula().add({before});
    }
  }

  // out_.used[p][t] if and only if p has a meeting in slot t, and never two.
  void use_slots(int p) {
    for (int t = 0; t < problem_.slots; ++t) {
      std::vector<Literal> meetings;
      for (const int m : presolved_.meetings_of[p])
        if (out_.at[m][t] != 0) meetings.push_back(out_.at[m][t]);
      out_.used[p][t] = meetings.empty() ? no_ : meetings[0];
      if (meetings.size() < 2) continue;
      out_.used[p][t] = formula().fresh();
      formula().at_most_one(meetings);
      for (const Literal meeting : meetings) formula().add({-meeting, out_.used[p][t]});
      meetings.push_back(-out_.used[p][t]);
      formula().add(meetings);
    }
  }

  void describe(int p) {
    const int degree = presolved_.degree(p);
    std::vector<Literal>& breaks = out_.breaks.emplace_back();
    for (int k = 0; k < limit_[p]; ++k) {
      breaks.push_back(formula().fresh());
      if (k > 0) formula().add({-breaks[k], breaks[k - 1]});
      if (k < presolved_.fewest_breaks[p]) formula().add({breaks[k]});
    }
    if (limit_[p] < presolved_.fewest_breaks[p]) formula().add({no_});
    if (degree > problem_.slots) formula().add({no_});
    if (degree < 2 || degree > problem_.slots) return;
    const Literal broken = limit_[p] > 0 ? breaks[0] : no_;
    describe_course(p, broken);
    if (limit_[p] == 0) return;
    formula().exactly(out_.used[p], degree);
    count_breaks(p);
  }

  // begun[t] is true from the first meeting of p on, done[t] from the last one on. Who has no break
  // is busy from begun to done, and the two are as far apart as there are meetings.
  void describe_course(int p, Literal broken) {
    const int degree = presolved_.degree(p);
    const int slots = problem_.slots;
    std::vector<Literal> begun(slots, -no_);
    std::vector<Literal> done(slots, no_);
    for (int t = 0; t < slots - degree; ++t) begun[t] = formula().fresh();
    for (int t = degree - 1; t < slots - 1; ++t)
      done[t] = broken == no_ ? begun[t - degree + 1] : formula().fresh();
    done[slots - 1] = -no_;
    for (int t = 0; t < slots; ++t) {
      const Literal busy = out_.used[p][t];
      const Literal begun_before = t > 0 ? begun[t - 1] : no_;
      const Literal done_before = t > 0 ? done[t - 1] : no_;
      formula().add({-begun_before, begun[t]});
      formula().add({-done_before, done[t]});
      formula().add({-busy, begun[t]});
      formula().add({-busy, -done_before});
      formula().add({-begun[t], begun_before, busy});
      formula().add({-done[t], done_before, busy});
      formula().add({broken, -begun[t], done_before, busy});
      if (t >= degree - 1) formula().add({-done[t], begun[t - degree + 1]});
      if (t + degree <= slots) formula().add({broken, -begun[t], done[t + degree - 1]});
      if (std::ranges::find(presolved_.windows[p], t) == presolved_.windows[p].end())
        formula().add({broken, -begun[t], begun_before});
      for (const int m : presolved_.meetings_of[p]) {
        const int before = presolved_.before(p, m);
        const int behind = presolved_.behind(p, m);
        formula().add({-by_[m][t], t >= before ? begun[t - before] : no_});
        formula().add({-done[t], t >= behind ? by_[m][t - behind] : no_});
      }
    }
  }

  // A break less than the number of beginnings of blocks.
  void count_breaks(int p) {
    std::vector<Literal> begins;
    for (int t = 0; t < problem_.slots; ++t) {
      if (out_.used[p][t] == no_) continue;
      const Literal before = t > 0 ? out_.used[p][t - 1] : no_;
      begins.push_back(formula().fresh());
      formula().add({-out_.used[p][t], before, begins.back()});
      formula().add({-begins.back(), out_.used[p][t]});
      formula().add({-begins.back(), -before});
    }
    const int limit = limit_[p];
    const std::vector<Literal> counts = formula().count(begins, limit + 2, true);
    for (int k = 1; k < static_cast<int>(counts.size()); ++k) {
      const Literal more = k <= limit ? out_.breaks[p][k - 1] : no_;
      formula().add({-counts[k], more});
      formula().add({counts[k], -more});
    }
    for (int k = std::max(1, static_cast<int>(counts.size())); k <= limit; ++k)
      formula().add({-out_.breaks[p][k - 1]});
  }

  void share_tables(int t) {
    std::vector<Literal> users;
    for (int p = 0; p < problem_.participants; ++p)
      if (out_.used[p][t] != no_) users.push_back(out_.used[p][t]);
    formula().at_most(users, 2 * problem_.tables);
    share_tables_among_hubs(t);
  }

  // Meetings of one participant exclude each other: count such groups instead of meetings. A group
  // of all meetings of somebody is the same as that they are busy.
  void share_tables_among_hubs(int t) {
    std::vector<Literal> groups;
    std::vector<char> grouped(problem_.meetings.size(), 0);
    for (std::size_t m = 0; m < grouped.size(); ++m) grouped[m] = out_.at[m][t] == 0;
    const auto count_left = [&](int p) {
      return std::ranges::count_if(presolved_.meetings_of[p], [&](int m) { return !grouped[m]; });
    };
    for (;;) {
      int hub = 0;
      for (int p = 1; p < problem_.participants; ++p)
        if (count_left(p) > count_left(hub)) hub = p;
      std::vector<Literal> members;
      bool all = true;
      for (const int m : presolved_.meetings_of[hub]) {
        if (!grouped[m]) members.push_back(out_.at[m][t]);
        all = all && (!grouped[m] || out_.at[m][t] == 0);
        grouped[m] = 1;
      }
      if (members.empty()) break;
      groups.push_back(all ? out_.used[hub][t] : formula().fresh());
      for (const Literal member : members) formula().add({-member, groups.back()});
    }
    formula().at_most(groups, problem_.tables);
  }

  void order(int earlier, int later) {
    for (int t = 0; t < problem_.slots; ++t)
      formula().add({-by_[later][t], t > 0 ? by_[earlier][t - 1] : no_});
  }

  // Where everybody can have a break: more than k + fairness breaks of one need more than k of all.
  void balance() {
    const int most = limit_.empty() ? 0 : std::ranges::max(limit_);
    for (int k = 0; k + problem_.fairness < most; ++k) {
      const Literal needed = formula().fresh();
      for (int p = 0; p < problem_.participants; ++p) {
        formula().add({-needed, k < limit_[p] ? out_.breaks[p][k] : no_});
        if (k + problem_.fairness < limit_[p])
          formula().add({-out_.breaks[p][k + problem_.fairness], needed});
      }
    }
  }

  const Problem& problem_;
  const Presolved& presolved_;
  std::vector<int> limit_;
  Encoding out_;
  std::vector<std::vector<Literal>> by_;  // [meeting][slot]: held there or before
  Literal no_ = 0;                        // false
};

}  // namespace

std::vector<int> most_breaks(const Problem& problem) {
  std::vector<int> degree(problem.participants, 0);
  for (const Meeting& meeting : problem.meetings) {
    ++degree[meeting.first];
    ++degree[meeting.second];
  }
  std::vector<int> most;
  for (const int meetings : degree)
    most.push_back(std::max(0, std::min(meetings - 1, problem.slots - meetings)));
  const int least = most.empty() ? 0 : std::ranges::min(most);
  for (int& limit : most) limit = std::min(limit, least + problem.fairness);
  return most;
}

Encoding encode(const Problem& problem, const Presolved& presolved, std::optional<int> budget,
                const std::vector<bool>& at_their_fewest) {
  return Encoder(problem, presolved, budget, at_their_fewest).encode();
}

}  // namespace kontor::engine::breaks
