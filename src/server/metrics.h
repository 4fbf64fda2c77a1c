#pragma once
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace kontor::server {

// Counts what the server does, for Prometheus. Routes are named as in the route table, never by the
// address asked for, which may hold a secret. Thread safe.
class Metrics {
 public:
  void count_request(std::string_view route, int status, std::chrono::nanoseconds took);
  // A figure that is asked for when somebody looks.
  void add_gauge(std::string name, std::string help, std::function<double()> read);

  // The text exposition format of Prometheus, version 0.0.4.
  std::string text() const;

 private:
  // Upper ends of the classes of duration, in microseconds; what takes longer is in the last.
  static constexpr std::array<std::int64_t, 8> ends{500,     1'000,   5'000,     25'000,
                                                    100'000, 500'000, 2'500'000, 10'000'000};
  struct Route {
    std::array<std::uint64_t, 6> by_class{};  // 1xx … 5xx at 1 … 5
    std::array<std::uint64_t, ends.size() + 1> by_duration{};
    std::uint64_t microseconds = 0;
  };
  struct Gauge {
    std::string name, help;
    std::function<double()> read;
  };

  mutable std::mutex mutex_;
  std::map<std::string, Route, std::less<>> routes_;
  std::vector<Gauge> gauges_;
};

}  // namespace kontor::server
