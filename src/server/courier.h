#pragma once
#include <condition_variable>
#include <mutex>
#include <thread>

#include "actions/context.h"
#include "actions/webhooks.h"

namespace kontor::server {

// Delivers webhooks on a thread of its own while it lives; without `post` they wait. What goes
// wrong is logged, and tried again a second later.
class Courier {
 public:
  Courier(actions::Context& context, actions::PostWebhook post);
  ~Courier();

  void look();  // something may be due

 private:
  void loop();
  bool stopping();

  actions::Context& context_;
  actions::PostWebhook post_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool asked_ = true;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace kontor::server
