#include "mission/nearest.h"

#include <algorithm>
#include <vector>

namespace kontor::mission {

namespace {

constexpr std::size_t longest_compared = 64;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

int spelling_distance(std::string_view a, std::string_view b) {
  std::vector<int> before(b.size() + 1);
  std::vector<int> above(b.size() + 1);
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char x = lower(a[i - 1]);
      const char y = lower(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (x == y ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && x == lower(b[j - 2]) && lower(a[i - 2]) == y;
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

std::string nearest_hint(std::string_view word, std::span<const std::string_view> known) {
  if (word.empty() || word.size() > longest_compared) return "";
  std::string_view best;
  int fewest = std::max(1, static_cast<int>(word.size()) / 3) + 1;
  for (const std::string_view candidate : known) {
    const auto apart = static_cast<int>(candidate.size()) - static_cast<int>(word.size());
    if (candidate.size() > longest_compared || std::abs(apart) >= fewest) continue;
    const int distance = spelling_distance(word, candidate);
    if (distance < fewest) {
      fewest = distance;
      best = candidate;
    }
  }
  return best.empty() ? "" : " Did you mean \"" + std::string(best) + "\"?";
}

}  // namespace kontor::mission
