#include "server/courier.h"

#include <chrono>
#include <exception>
#include <utility>

namespace kontor::server {

namespace {
constexpr std::chrono::seconds pause{1};  // between two looks for what has become due
}

Courier::Courier(actions::Context& context, actions::PostWebhook post)
    : context_(context), post_(std::move(post)) {
  if (post_) thread_ = std::thread([this] { loop(); });
}

Courier::~Courier() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Courier::look() {
  {
    const std::lock_guard lock(mutex_);
    asked_ = true;
  }
  changed_.notify_all();
}

bool Courier::stopping() {
  const std::lock_guard lock(mutex_);
  return ending_;
}

void Courier::loop() {
  while (!stopping()) {
    try {
      actions::deliver_webhooks(context_, post_, [this] { return stopping(); });
    } catch (const std::exception& error) {
      context_.log.write(base::Log::Level::Warning, "webhooks_wait", {{"reason", error.what()}});
    }
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, pause, [this] { return asked_ || ending_; });
    asked_ = false;
  }
}

}  // namespace kontor::server
