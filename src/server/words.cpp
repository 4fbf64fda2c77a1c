#include "server/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "server/issue_words_table.h"
#include "server/web.h"
#include "server/words_table.h"

namespace kontor::server {

namespace {

using base::Language;

std::string phrase_in(std::string_view english, Language language) {
  const auto found = std::ranges::find(phrases, english, [](const auto& p) { return p.words[3]; });
  return std::string(found == phrases.end() ? english
                                            : found->words[static_cast<std::size_t>(language)]);
}

std::string parameter(const base::Issue& issue, std::string_view name, Language language) {
  if (name == "path") return issue.path;
  if (name == "value") return phrase_in(issue.value, language);
  const auto found = issue.parameters.find(std::string(name));
  return found == issue.parameters.end() ? std::string() : phrase_in(found->second, language);
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

std::string sentence(const base::Issue& issue, Language language) {
  const auto found = std::ranges::find(issue_words, issue.code, &IssueWords::code);
  if (language == Language::En || found == issue_words.end()) return base::sentence(issue);
  return filled(found->words[static_cast<std::size_t>(language)], issue, language);
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
