#pragma once
#include <chrono>
#include <list>
#include <mutex>
#include <string>
#include <unordered_map>

namespace kontor::server {

// A token bucket for each key: `burst` requests at once, `per_second` in the long run. Keeps the
// keys that asked last. Thread safe.
class RateLimit {
 public:
  using Clock = std::chrono::steady_clock;

  // per_second 0: no limit.
  RateLimit(int per_second, int burst, std::size_t most_keys = 20'000)
      : per_second_(per_second), burst_(burst), most_keys_(most_keys) {}

  // 0: the request may pass; else after how many seconds to come again.
  int wait_seconds(const std::string& key, Clock::time_point now);

 private:
  struct Bucket {
    std::string key;
    double tokens = 0;
    Clock::time_point at;
  };

  double per_second_;
  double burst_;
  std::size_t most_keys_;
  std::mutex mutex_;
  std::list<Bucket> buckets_;  // who asked last stands first
  std::unordered_map<std::string, std::list<Bucket>::iterator> by_key_;
};

}  // namespace kontor::server
