#include "server/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "server/issue_words_plan_table.h"
#include "server/issue_words_table.h"
#include "server/phrases_table.h"
#include "server/web.h"
#include "server/words_table.h"

namespace kontor::server {

namespace {

using base::Language;

// What stands in the holes of `pattern` where `text` is made from it; {#} takes digits alone.
std::optional<std::vector<std::string_view>> holes_of(std::string_view pattern,
                                                      std::string_view text) {
  std::vector<std::string_view> holes;
  for (;;) {
    const std::size_t open = std::min(pattern.find('{'), pattern.size());
    if (!text.starts_with(pattern.substr(0, open))) return std::nullopt;
    text.remove_prefix(open);
    pattern.remove_prefix(open);
    if (pattern.empty()) break;
    const bool digits = pattern.starts_with("{#}");
    pattern.remove_prefix(pattern.find('}') + 1);
    const std::string_view next = pattern.substr(0, pattern.find('{'));
    const bool last = next.size() == pattern.size();
    const std::size_t end = next.empty() ? text.size() : last ? text.rfind(next) : text.find(next);
    if (end == 0 || end == text.npos) return std::nullopt;
    holes.push_back(text.substr(0, end));
    if (digits && holes.back().find_first_not_of("0123456789") != text.npos) return std::nullopt;
    text.remove_prefix(end);
  }
  return text.empty() ? std::optional(holes) : std::nullopt;
}

std::string phrase_in(std::string_view english, Language language) {
  for (const Phrase& phrase : phrases) {
    const auto holes = holes_of(phrase.words[3], english);
    if (!holes) continue;
    std::string out;
    std::string_view words = phrase.words[static_cast<std::size_t>(language)];
    for (const std::string_view hole : *holes) {
      const std::size_t open = words.find('{');
      out += words.substr(0, open);
      out += words.substr(open).starts_with("{w}") ? phrase_in(hole, language) : std::string(hole);
      words.remove_prefix(words.find('}') + 1);
    }
    return out + std::string(words);
  }
  return std::string(english);
}

// The parameters that hold words of ours; what somebody wrote is left as it is.
bool is_worded(const base::Issue& issue, std::string_view name) {
  static constexpr std::array<std::string_view, 9> worded{"expected",   "reason",   "hint",
                                                          "noun",       "rules",    "contradict",
                                                          "activities", "standing", "minimal"};
  if (issue.code.starts_with("agreement_") || issue.code.starts_with("release_")) return true;
  if (name == "value") return issue.code == "wrong_type";
  return std::ranges::find(worded, name) != worded.end();
}

std::string parameter(const base::Issue& issue, std::string_view name, Language language) {
  const auto found = issue.parameters.find(std::string(name));
  std::string_view text;
  if (name == "path") text = issue.path;
  if (name == "value") text = issue.value;
  if (found != issue.parameters.end()) text = found->second;
  return is_worded(issue, name) ? phrase_in(text, language) : std::string(text);
}

std::string filled(std::string_view words, const base::Issue& issue, Language language) {
  std::string out;
  while (!words.empty()) {
    const std::size_t open = std::min(words.find('{'), words.size());
    const std::size_t close = std::min(words.find('}', open), words.size());
    out += words.substr(0, open);
    if (close < words.size())
      out += parameter(issue, words.substr(open + 1, close - open - 1), language);
    words.remove_prefix(std::min(close + 1, words.size()));
  }
  return out;
}

// "0.8" as 800; 1000 where there is no weight.
int permille(std::string_view parameters) {
  const std::size_t at = parameters.find("q=");
  if (at == std::string_view::npos) return 1000;
  const std::string_view number = parameters.substr(at + 2);
  if (number.starts_with('1')) return 1000;
  int weight = 0;
  for (std::size_t i = 2; i < 5; ++i)
    weight = weight * 10 +
             (i < number.size() && number[i] >= '0' && number[i] <= '9' ? number[i] - '0' : 0);
  return weight;
}

}  // namespace

Wording wording(std::string_view code, Language language) {
  const auto index = static_cast<std::size_t>(language);
  auto found = std::ranges::find(refusals, code, &RefusalWords::code);
  if (found == refusals.end()) found = std::ranges::find(refusals, "internal", &RefusalWords::code);
  return {found->titles[index], found->details[index]};
}

std::string_view issue_wording(std::string_view code, Language language) {
  if (language == Language::En) return base::issue_wording(code);
  const auto in = [&](const auto& table) -> std::string_view {
    const auto found = std::ranges::find(table, code, &IssueWords::code);
    return found == table.end() ? "" : found->words[static_cast<std::size_t>(language)];
  };
  const std::string_view found = in(input_issue_words);
  return found.empty() ? in(plan_issue_words) : found;
}

std::string sentence(const base::Issue& issue, Language language) {
  const std::string_view words = issue_wording(issue.code, language);
  if (language == Language::En || words.empty()) return base::sentence(issue);
  return filled(words, issue, language);
}

Language preferred_language(std::string_view accept_language) {
  const std::string text = lower(accept_language);
  std::string_view rest = text;
  Language best = Language::En;
  int best_weight = 0;
  while (!rest.empty()) {
    std::string_view one = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    while (one.starts_with(' ')) one.remove_prefix(1);
    const auto language = base::language_of(one.substr(0, one.find_first_of("-; ")));
    const int weight = permille(one);
    if (!language || weight <= best_weight) continue;
    best = *language;
    best_weight = weight;
  }
  return best;
}

}  // namespace kontor::server
