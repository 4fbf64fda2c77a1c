#include "server/router.h"

#include <algorithm>

namespace kontor::server {

namespace {

std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> segments;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    segments.emplace_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return segments;
}

struct Pattern {
  std::string_view before, name, after;  // "people", or "" "id" "", or "" "token" ".ics"
};

Pattern parse_pattern(std::string_view segment) {
  const std::size_t open = segment.find('{'), close = segment.find('}');
  if (open == std::string_view::npos || close == std::string_view::npos) return {segment, {}, {}};
  return {segment.substr(0, open), segment.substr(open + 1, close - open - 1),
          segment.substr(close + 1)};
}

using Parameters = std::map<std::string, std::string>;

bool meets(std::string_view pattern_text, std::string_view segment, Parameters& parameters) {
  const Pattern pattern = parse_pattern(pattern_text);
  if (pattern.name.empty()) return pattern.before == segment;
  const std::size_t fixed = pattern.before.size() + pattern.after.size();
  if (segment.size() <= fixed || !segment.starts_with(pattern.before) ||
      !segment.ends_with(pattern.after))
    return false;
  parameters[std::string(pattern.name)] =
      segment.substr(pattern.before.size(), segment.size() - fixed);
  return true;
}

std::optional<Parameters> meet(const std::vector<std::string>& pattern,
                               const std::vector<std::string>& path) {
  if (pattern.size() != path.size()) return std::nullopt;
  Parameters parameters;
  for (std::size_t i = 0; i < path.size(); ++i)
    if (!meets(pattern[i], path[i], parameters)) return std::nullopt;
  return parameters;
}

}  // namespace

void Router::add(std::string method, std::string_view pattern, Handler handler) {
  entries_.push_back(
      {std::move(method), std::string(pattern), segments_of(pattern), std::move(handler)});
}

Router::Match Router::find(std::string_view method, std::string_view path) const {
  const std::string_view wanted = method == "HEAD" ? "GET" : method;
  const auto segments = segments_of(path);
  Match match;
  for (const Entry& entry : entries_) {
    auto parameters = meet(entry.segments, segments);
    if (!parameters) continue;
    match.allowed.push_back(entry.method);
    const bool better = match.handler == nullptr || parameters->size() < match.parameters.size();
    if (entry.method != wanted || !better) continue;
    match.handler = &entry.handler;
    match.parameters = std::move(*parameters);
    match.pattern = entry.pattern;
  }
  return match;
}

}  // namespace kontor::server
