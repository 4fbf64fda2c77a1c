#include "server/paging.h"

#include <charconv>
#include <fmt/format.h>
#include <limits>

namespace kontor::server {

base::Checked<std::int64_t> number_in(const Request& request, const std::string& name,
                                      std::int64_t fallback, std::int64_t least,
                                      std::int64_t most) {
  const auto asked = request.query.find(name);
  if (asked == request.query.end()) return fallback;
  std::int64_t number = 0;
  const char* end = asked->second.data() + asked->second.size();
  const auto [at, error] = std::from_chars(asked->second.data(), end, number);
  if (at == end && error == std::errc() && number >= least && number <= most) return number;
  return std::unexpected(base::Issues{
      {"wrong_type", "/" + name, asked->second, {{"expected", "a whole number"}}, {}}});
}

base::Checked<actions::Rows> rows_in(const Request& request, int usual) {
  const auto limit = number_in(request, "limit", usual, 1, most_rows);
  const std::int64_t all = std::numeric_limits<std::int64_t>::max();
  const auto cursor = number_in(request, "cursor", all, 1, all);
  base::Issues issues;
  for (const auto* one : {&limit, &cursor})
    if (!*one) issues.insert(issues.end(), one->error().begin(), one->error().end());
  if (!issues.empty()) return std::unexpected(std::move(issues));
  return actions::Rows{static_cast<int>(*limit), *cursor};
}

void link_next(Response& response, const Request& request, std::int64_t limit,
               const std::string& last) {
  response.headers.emplace_back(
      "Link", fmt::format("<{}?limit={}&cursor={}>; rel=\"next\"", request.path, limit, last));
}

}  // namespace kontor::server
