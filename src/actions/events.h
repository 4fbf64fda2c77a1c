#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>

#include "mission/acting.h"

namespace kontor::actions {

enum class JobState { Running, Done, Stopped, Failed };

std::string_view word(JobState state);

// How far a running plan is. For those who may plan.
struct PlanProgress {
  std::string job;
  JobState state = JobState::Running;
  int permille_done = 0;
  std::int64_t value = 0;
  std::int64_t bound = 0;
  int musts_placed = 0;
  int musts_asked = 0;
  int wishes_placed = 0;
  int wishes_asked = 0;
  bool draft = false;  // whether a draft now waits for publication

  bool operator==(const PlanProgress&) const = default;
};

// A new version of the plan is there for all.
struct Published {
  int version = 0;

  bool operator==(const Published&) const = default;
};

using Event = std::variant<PlanProgress, Published>;

// Tells subscribers what happens, each only what they have a right to. Thread safe; a callback is
// run on the thread of who publishes, must be quick and must not subscribe or end a subscription.
class Events {
 public:
  using Callback = std::function<void(const Event&)>;

  // Ends the subscription when destroyed; no callback runs after that. Must not outlive `Events`.
  class Subscription {
   public:
    Subscription() = default;
    Subscription(Subscription&& other) noexcept;
    Subscription& operator=(Subscription&& other) noexcept;
    ~Subscription();

   private:
    friend class Events;
    Subscription(Events& events, std::uint64_t number) : events_(&events), number_(number) {}
    Events* events_ = nullptr;
    std::uint64_t number_ = 0;
  };

  [[nodiscard]] Subscription subscribe(const mission::Acting& acting, Callback callback);
  void publish(const Event& event);

 private:
  struct Subscriber {
    mission::Acting acting;
    Callback callback;
  };
  std::mutex mutex_;
  std::uint64_t last_number_ = 0;
  std::map<std::uint64_t, Subscriber> subscribers_;
};

}  // namespace kontor::actions
