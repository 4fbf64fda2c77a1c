#include "server/metrics.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace kontor::server {

void Metrics::count_request(std::string_view route, int status, std::chrono::nanoseconds took) {
  const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
  const auto place = std::ranges::lower_bound(ends, microseconds) - ends.begin();
  const std::lock_guard lock(mutex_);
  auto found = routes_.find(route);
  if (found == routes_.end()) found = routes_.emplace(std::string(route), Route{}).first;
  Route& counts = found->second;
  ++counts.by_class.at(static_cast<std::size_t>(std::clamp(status / 100, 0, 5)));
  ++counts.by_duration.at(static_cast<std::size_t>(place));
  counts.microseconds += static_cast<std::uint64_t>(microseconds);
}

void Metrics::add_gauge(std::string name, std::string help, std::function<double()> read) {
  const std::lock_guard lock(mutex_);
  gauges_.push_back({std::move(name), std::move(help), std::move(read)});
}

std::string Metrics::text() const {
  std::string out =
      "# HELP kontor_requests_total Requests by route and class of status.\n"
      "# TYPE kontor_requests_total counter\n";
  const std::lock_guard lock(mutex_);
  for (const auto& [name, route] : routes_)
    for (std::size_t i = 1; i < route.by_class.size(); ++i)
      if (route.by_class.at(i) > 0)
        out += fmt::format("kontor_requests_total{{route=\"{}\",status=\"{}xx\"}} {}\n", name, i,
                           route.by_class.at(i));
  out +=
      "# HELP kontor_request_seconds How long requests took until their answer was made.\n"
      "# TYPE kontor_request_seconds histogram\n";
  for (const auto& [name, route] : routes_) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      sum += route.by_duration.at(i);
      out += fmt::format("kontor_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", name,
                         static_cast<double>(ends.at(i)) / 1e6, sum);
    }
    sum += route.by_duration.back();
    out += fmt::format(
        "kontor_request_seconds_bucket{{route=\"{0}\",le=\"+Inf\"}} {1}\n"
        "kontor_request_seconds_sum{{route=\"{0}\"}} {2}\n"
        "kontor_request_seconds_count{{route=\"{0}\"}} {1}\n",
        name, sum, static_cast<double>(route.microseconds) / 1e6);
  }
  for (const Gauge& gauge : gauges_)
    out += fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n{0} {2}\n", gauge.name, gauge.help,
                       gauge.read());
  return out;
}

}  // namespace kontor::server
