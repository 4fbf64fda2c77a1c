#include "server/paper_parts.h"

#include "server/paper_words.h"

namespace kontor::server {

base::Instant data_changed_at(const Directory& directory) {
  return directory.view().published ? directory.view().published->published_at : base::Instant{};
}

std::string version_line(const Directory& directory, base::Language language) {
  const auto& published = directory.view().published;
  if (!published) return "";
  std::string when = base::format(published->published_at).substr(0, 16);
  when[10] = ' ';
  return paper_words::filled(paper_words::version, language, published->version, when);
}

std::string city_line(const Directory& directory, const mission::Leg* leg,
                      base::Language language) {
  if (leg == nullptr) return "";
  const std::string city = leg->city.best(language);
  return leg->zone == directory.mission().home_zone ? city : city + " (" + leg->zone + ")";
}

}  // namespace kontor::server
