#include "server/why_words.h"

#include <algorithm>
#include <fmt/format.h>

#include "server/why_words_table.h"

namespace kontor::server {

namespace {

using base::Language;

// Words that take the place of names in braces.
class Names {
 public:
  Names(const planning::Obstacle& obstacle, const Directory& directory, Language language)
      : obstacle_(obstacle), directory_(directory), language_(language) {}

  std::string of(std::string_view name) const {
    if (name == "person") return named(obstacle_.person);
    if (name == "organisation") return named(obstacle_.organisation);
    if (name == "other") return named(obstacle_.other);
    if (name == "activity") return named(obstacle_.activity);
    if (name == "rule") return obstacle_.rule.value;
    if (name == "who")
      return obstacle_.person.empty() ? named(obstacle_.organisation) : named(obstacle_.person);
    if (name == "whom")
      return obstacle_.activity.empty() ? named(obstacle_.other) : named(obstacle_.activity);
    if (name == "session") return session();
    return name == "city" ? city() : time();
  }

 private:
  template <class Id>
  std::string named(const Id& id) const {
    const auto found = directory_.named(id);
    return found ? found->name.best(language_) : id.value;
  }
  std::string session() const {
    const auto* found = directory_.session(obstacle_.session);
    return found == nullptr ? obstacle_.session.value : found->name.best(language_);
  }
  std::string city() const {
    const auto* leg = directory_.leg(obstacle_.leg);
    return leg == nullptr ? obstacle_.leg.value : leg->city.best(language_);
  }
  // "2025-10-07 09:00–09:20 (San Francisco)"; a longer time says the day again.
  std::string time() const {
    const auto clock = [](const base::LocalDateTime& time) {
      return base::format(time).substr(11);
    };
    const std::string to = obstacle_.from.date == obstacle_.to.date
                               ? clock(obstacle_.to)
                               : base::format(obstacle_.to.date) + " " + clock(obstacle_.to);
    const std::string text =
        fmt::format("{} {}–{}", base::format(obstacle_.from.date), clock(obstacle_.from), to);
    return obstacle_.leg.empty() ? text : fmt::format("{} ({})", text, city());
  }

  const planning::Obstacle& obstacle_;
  const Directory& directory_;
  Language language_;
};

std::string filled(std::string_view words, const Names& names) {
  std::string out;
  while (!words.empty()) {
    const std::size_t open = std::min(words.find('{'), words.size());
    const std::size_t close = std::min(words.find('}', open), words.size());
    out += words.substr(0, open);
    if (close < words.size()) out += names.of(words.substr(open + 1, close - open - 1));
    words.remove_prefix(std::min(close + 1, words.size()));
  }
  return out;
}

}  // namespace

base::Text in_words(const planning::Obstacle& obstacle, const Directory& directory) {
  const auto found = std::ranges::find(obstacle_words, obstacle.kind, &ObstacleWords::kind);
  base::Text out;
  for (const Language language : base::all_languages)
    out.set(language, filled(found->words[static_cast<std::size_t>(language)],
                             Names(obstacle, directory, language)));
  return out;
}

bool has_time(const planning::Obstacle& obstacle) {
  return obstacle.to.date.ok() && obstacle.from < obstacle.to;
}

}  // namespace kontor::server
