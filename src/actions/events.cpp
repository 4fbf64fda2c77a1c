#include "actions/events.h"

#include <utility>

#include "actions/rights.h"

namespace kontor::actions {

std::int64_t number_of(const Event& event) {
  return std::visit([](const auto& one) { return one.number; }, event);
}

Audience audience_of(const Event& event) {
  return std::holds_alternative<PlanProgress>(event) ? Audience::Planners : Audience::Everybody;
}

bool may_hear(const mission::Acting& acting, Audience audience) {
  return may(acting, audience == Audience::Planners ? Verb::PlanMission : Verb::ReadMission);
}

std::string_view word(JobState state) {
  switch (state) {
    case JobState::Running:
      return "running";
    case JobState::Done:
      return "done";
    case JobState::Stopped:
      return "stopped";
    case JobState::Failed:
      break;
  }
  return "failed";
}

Events::Subscription::Subscription(Subscription&& other) noexcept
    : events_(std::exchange(other.events_, nullptr)), number_(other.number_) {}

Events::Subscription& Events::Subscription::operator=(Subscription&& other) noexcept {
  std::swap(events_, other.events_);
  std::swap(number_, other.number_);
  return *this;
}

Events::Subscription::~Subscription() {
  if (events_ == nullptr) return;
  const std::lock_guard lock(events_->mutex_);
  events_->subscribers_.erase(number_);
}

Events::Subscription Events::subscribe(const mission::Acting& acting, Callback callback,
                                       EventNumbers* told) {
  const std::lock_guard lock(mutex_);
  if (told != nullptr) *told = told_;
  subscribers_[++last_number_] = {acting, std::move(callback)};
  return {*this, last_number_};
}

void Events::publish(const Event& event) {
  const std::lock_guard lock(mutex_);
  const Audience audience = audience_of(event);
  if (const auto number = number_of(event); number > 0)
    told_.at(static_cast<std::size_t>(audience)) = number;
  for (const auto& [number, subscriber] : subscribers_)
    if (may_hear(subscriber.acting, audience)) subscriber.callback(event);
}

void Events::catch_up(const Fetch& fetch) {
  const std::lock_guard lock(catching_up_);
  for (const Event& event : fetch(number_)) publish(event);
}

void Events::begin_at(std::int64_t number, const EventNumbers& told) {
  const std::scoped_lock lock(catching_up_, mutex_);
  number_ = number;
  told_ = told;
}

}  // namespace kontor::actions
