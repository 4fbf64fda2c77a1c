#pragma once
#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <vector>

namespace kontor::engine::timetable::rules {

// Rule "turns": who gets the places of an activity that is too small for all who could come, and
// who waits in what order. One place after another goes to a must before any want and to the dearer
// want; among equals to the region with the fewest places there so far, then to the size of
// company with the fewest, then to the organisation with the fewest, then to who registered first.
struct Turns {
  static constexpr const char* name = "turns";

  struct Candidate {
    int musts = 0;
    std::int64_t points = 0;
    int region = -1;
    int size = -1;
    int organisation = -1;
    int number = 0;  // by registration
  };

  // The order in which `asking` have their turn after `seated` have theirs; by position in
  // `asking`.
  static std::vector<int> order(std::span<const Candidate> seated,
                                std::span<const Candidate> asking) {
    std::map<int, int> regions, sizes, organisations;  // places so far
    const auto take = [&](const Candidate& one) {
      ++regions[one.region];
      ++sizes[one.size];
      ++organisations[one.organisation];
    };
    const auto turn = [&](int position) {
      const Candidate& one = asking[position];
      return std::tuple(-one.musts, -one.points, regions[one.region], sizes[one.size],
                        organisations[one.organisation], one.number);
    };
    for (const Candidate& one : seated) take(one);
    std::vector<int> left, out;
    for (int i = 0; i < static_cast<int>(asking.size()); ++i) left.push_back(i);
    while (!left.empty()) {
      const auto next = std::ranges::min_element(left, {}, turn);
      take(asking[*next]);
      out.push_back(*next);
      left.erase(next);
    }
    return out;
  }
};

}  // namespace kontor::engine::timetable::rules
