#include "server/event_stream.h"

#include <utility>

namespace kontor::server {

bool EventStream::push(Message message) {
  const std::lock_guard lock(mutex_);
  if (closed_) return false;
  if (waiting_.size() >= capacity_) {
    waiting_.clear();
    closed_ = true;
  } else {
    waiting_.push_back(std::move(message));
  }
  if (wake_) wake_();
  return !closed_;
}

void EventStream::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  if (wake_) wake_();
}

EventStream::Batch EventStream::take() {
  const std::lock_guard lock(mutex_);
  Batch batch{{waiting_.begin(), waiting_.end()}, closed_};
  waiting_.clear();
  return batch;
}

void EventStream::on_change(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
  if (wake_ && (closed_ || !waiting_.empty())) wake_();
}

}  // namespace kontor::server
