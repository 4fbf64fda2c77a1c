#pragma once
#include <atomic>

namespace kontor::server {

// The right to send a large body, for as long as this lives; only so many have it at a time.
class LargeBody {
 public:
  LargeBody(std::atomic<int>& taken, int most) : taken_(taken), granted_(++taken <= most) {}
  LargeBody(const LargeBody&) = delete;
  LargeBody& operator=(const LargeBody&) = delete;
  ~LargeBody() { --taken_; }
  bool granted() const { return granted_; }

 private:
  std::atomic<int>& taken_;
  bool granted_;
};

}  // namespace kontor::server
