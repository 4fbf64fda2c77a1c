#include "exchange/import_near.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "exchange/import_field.h"

namespace kontor::exchange {

namespace {

constexpr std::uint32_t no_entry = 0xFFFFFFFF;
constexpr std::size_t least_letters = 6;
constexpr std::array<std::string_view, 24> legal_forms{
    "sa",   "nv",   "bv",  "srl", "sprl", "bvba", "gmbh", "ag", "ltd", "inc", "asbl", "vzw",
    "scrl", "cvba", "llc", "plc", "corp", "sas",  "sarl", "se", "cv",  "snc", "comm", "limited"};

bool is_figure(char c) {
  return c >= '0' && c <= '9';
}

// The words of a name; single letters in a row are one word: "S.A.".
std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  const std::string text = folded(name);
  bool letters = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const bool letter = end - at == 1;
    if (letter && letters)
      words.back() += text[at];
    else
      words.push_back(text.substr(at, end - at));
    letters = letter;
    at = end + 1;
  }
  if (words.size() > 1)
    std::erase_if(words, [&](const std::string& word) {
      return std::ranges::find(legal_forms, word) != legal_forms.end();
    });
  return words;
}

std::string run_together(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += word;
  return out;
}

// Letters and figures apart.
std::pair<std::string, std::string> parted(const std::string& core) {
  std::pair<std::string, std::string> out;
  for (const char c : core) (is_figure(c) ? out.second : out.first) += c;
  return out;
}

template <class Visit>
void each_hash(const std::string& core, Visit&& visit) {
  const auto [letters, figures] = parted(core);
  const std::hash<std::string> hash;
  visit(hash(letters + "#" + figures));
  if (letters.size() < least_letters) return;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    if (at > 0 && letters[at] == letters[at - 1]) continue;
    std::string shorter = letters;
    visit(hash(shorter.erase(at, 1) + "#" + figures));
  }
}

bool near(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (std::max(a.size(), b.size()) < least_letters) return false;
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.size() <= 1 && b.size() <= 1) return true;
  return a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
}

}  // namespace

std::string name_core(std::string_view name) {
  return run_together(words_of_name(name));
}

std::string sorted_core(std::string_view name) {
  auto words = words_of_name(name);
  std::ranges::sort(words);
  return run_together(words);
}

std::size_t NearNames::slot_of(std::uint64_t hash) const {
  return (hash * 0x9E3779B97F4A7C15ULL >> 20U) & (slots_.size() - 1);  // Fibonacci hashing
}

void NearNames::enter(std::uint64_t hash, std::uint32_t name) {
  if (entries_.size() >= slots_.size()) {
    slots_.assign(std::max<std::size_t>(64, 2 * slots_.size()), no_entry);
    for (std::uint32_t n = 0; n < entries_.size(); ++n)
      entries_[n].before = std::exchange(slots_[slot_of(entries_[n].hash)], n);
  }
  const auto place = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({hash, name, std::exchange(slots_[slot_of(hash)], place)});
}

void NearNames::add(std::string core, std::size_t item) {
  const auto place = static_cast<std::uint32_t>(names_.size());
  each_hash(core, [&](std::uint64_t hash) { enter(hash, place); });
  names_.emplace_back(std::move(core), item);
}

std::optional<std::size_t> NearNames::find(const std::string& core) const {
  const auto [letters, figures] = parted(core);
  std::optional<std::uint32_t> best;
  bool same = false;
  each_hash(core, [&](std::uint64_t hash) {
    if (slots_.empty()) return;
    for (auto at = slots_[slot_of(hash)]; at != no_entry; at = entries_[at].before) {
      if (entries_[at].hash != hash) continue;
      const std::uint32_t name = entries_[at].name;
      const std::string& other = names_[name].first;
      const auto [other_letters, other_figures] = parted(other);
      if (figures != other_figures || !near(letters, other_letters)) continue;
      const bool equal = other == core;
      if (best && (same && !equal)) continue;
      if (!best || (equal && !same) || name < *best) best = name;
      same = same || equal;
    }
  });
  if (!best) return std::nullopt;
  return names_[*best].second;
}

}  // namespace kontor::exchange
