#include "actions/events.h"

#include <utility>

#include "actions/rights.h"

namespace kontor::actions {

namespace {

bool may_hear(const mission::Acting& acting, const Event& event) {
  return may(acting,
             std::holds_alternative<PlanProgress>(event) ? Verb::PlanMission : Verb::ReadMission);
}

}  // namespace

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

Events::Subscription Events::subscribe(const mission::Acting& acting, Callback callback) {
  const std::lock_guard lock(mutex_);
  subscribers_[++last_number_] = {acting, std::move(callback)};
  return {*this, last_number_};
}

void Events::publish(const Event& event) {
  const std::lock_guard lock(mutex_);
  for (const auto& [number, subscriber] : subscribers_)
    if (may_hear(subscriber.acting, event)) subscriber.callback(event);
}

}  // namespace kontor::actions
