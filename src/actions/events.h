#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

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
  std::int64_t number = 0;

  bool operator==(const PlanProgress&) const = default;
};

// A new version of the plan is there for all.
struct Published {
  int version = 0;
  std::int64_t number = 0;

  bool operator==(const Published&) const = default;
};

// `number` is the event's place in the log of its audience (actions/event_log.h); 0: it is told
// once and not kept.
using Event = std::variant<PlanProgress, Published>;

std::int64_t number_of(const Event& event);

// Who may hear an event; each audience numbers its own.
enum class Audience { Everybody, Planners };
inline constexpr std::array all_audiences{Audience::Everybody, Audience::Planners};

Audience audience_of(const Event& event);
bool may_hear(const mission::Acting& acting, Audience audience);

// A number for each audience.
using EventNumbers = std::array<std::int64_t, all_audiences.size()>;

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

  // `told`, where it is not null, gets the numbers up to which events were published before.
  [[nodiscard]] Subscription subscribe(const mission::Acting& acting, Callback callback,
                                       EventNumbers* told = nullptr);
  void publish(const Event& event);

  // Publishes what `fetch(number)` finds behind the last event so published; only one thread at a
  // time. `number` counts all audiences; fetch moves it on.
  using Fetch = std::function<std::vector<Event>(std::int64_t& number)>;
  void catch_up(const Fetch& fetch);
  // What was logged up to here is no news.
  void begin_at(std::int64_t number, const EventNumbers& told);

 private:
  struct Subscriber {
    mission::Acting acting;
    Callback callback;
  };
  std::mutex mutex_;
  std::uint64_t last_number_ = 0;
  std::map<std::uint64_t, Subscriber> subscribers_;
  EventNumbers told_{};
  std::mutex catching_up_;
  std::int64_t number_ = 0;  // guarded by catching_up_
};

}  // namespace kontor::actions
