#include "exchange/fair_pairs.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "exchange/fair_read.h"

namespace kontor::exchange {

void FairFaults::add(base::Issue issue) {
  issue.place.file = file_;
  if (issues_.size() < most_fair_issues)
    issues_.push_back(std::move(issue));
  else
    ++more_;
}

base::Issues FairFaults::issues() const {
  base::Issues all = issues_;
  if (more_ > 0)
    all.push_back({"more_issues", "the file", std::to_string(more_), {}, {file_, 0, 0}});
  return all;
}

namespace {

using mission::Fair;
using mission::FairPair;

// A pair as one number; of two participants in either order, or of a wisher and the other.
std::int64_t directed(int first, int second) {
  return (std::int64_t{first} << 32) | second;
}
std::int64_t mutual(const FairPair& pair) {
  return directed(std::min(pair.first, pair.second), std::max(pair.first, pair.second));
}

struct Entry {
  std::int64_t pair;
  int line;
  auto operator<=>(const Entry&) const = default;
};
using Entries = std::vector<Entry>;

bool contains(const Entries& sorted, std::int64_t pair) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), Entry{pair, 0});
  return at != sorted.end() && at->pair == pair;
}

class Checking {
 public:
  Checking(const Fair& fair, const FairLines& lines, FairFaults& faults)
      : fair_(fair), lines_(lines), faults_(faults) {}

  void run() {
    for (std::size_t i = 0; i < fair_.wishes.size(); ++i) {
      const auto& it = fair_.wishes[i];
      wishes_.push_back({directed(it.wisher, it.other), lines_.wishes[i]});
      meetings_.push_back({mutual({it.wisher, it.other}), lines_.wishes[i]});
    }
    for (std::size_t i = 0; i < fair_.nevers.size(); ++i)
      nevers_.push_back({mutual(fair_.nevers[i]), lines_.nevers[i]});
    for (std::size_t i = 0; i < fair_.fixed.size(); ++i) {
      fixed_.push_back({mutual(fair_.fixed[i].pair), lines_.fixed[i]});
      meetings_.push_back(fixed_.back());
    }
    std::sort(meetings_.begin(), meetings_.end());
    blame_doubles(wishes_, "wish");
    blame_doubles(nevers_, "never");
    blame_doubles(fixed_, "fixed");
    check_orders();
  }

 private:
  void blame_doubles(Entries& entries, const char* noun) {
    std::sort(entries.begin(), entries.end());
    for (std::size_t i = 1; i < entries.size(); ++i)
      if (entries[i].pair == entries[i - 1].pair)
        faults_.add({"double_entry",
                     noun,
                     fmt::format("what line {} says", entries[i - 1].line),
                     {},
                     {{}, entries[i].line, 1}});
  }

  void check_orders() {
    for (std::size_t i = 0; i < fair_.orders.size(); ++i) {
      const auto& it = fair_.orders[i];
      for (const FairPair& pair : {it.earlier, it.later})
        if (!contains(meetings_, mutual(pair)))
          faults_.add(
              {"unknown_reference",
               "before",
               fair_.participants[pair.first].key + " " + fair_.participants[pair.second].key,
               {{"noun", "the meeting of"}, {"hint", " Add a wish for it."}},
               {{}, lines_.orders[i], 1}});
    }
  }

  const Fair& fair_;
  const FairLines& lines_;
  FairFaults& faults_;
  Entries wishes_, nevers_, fixed_, meetings_;
};

}  // namespace

void check_pairs(const Fair& fair, const FairLines& lines, FairFaults& faults) {
  Checking(fair, lines, faults).run();
}

}  // namespace kontor::exchange
