#pragma once
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "actions/context.h"
#include "actions/events.h"
#include "actions/outcome.h"

namespace kontor::planning {
struct Options;
struct Progress;
}  // namespace kontor::planning

namespace kontor::actions {

// Runs plan_mission on a thread of its own, one at a time, and tells context.events of its
// progress, at most ten times a second, and of its end. What goes wrong in it, base::Bug included,
// ends the job as Failed, logged, never the process.
class Jobs {
 public:
  explicit Jobs(Context& context) : context_(context) {}
  ~Jobs();  // stops and waits

  // The key of the new job. Refused: Denied, Conflict no_mission or already_running.
  Outcome<std::string> start(const mission::Acting& acting, const planning::Options& options);
  // Asks a job to end early with its best so far. Refused: Denied, Missing, Conflict not_running.
  Outcome<PlanProgress> stop(const mission::Acting& acting, const std::string& job);
  // The latest of the running or last job; nothing where none ran, or the acting may not plan.
  std::optional<PlanProgress> latest(const mission::Acting& acting) const;
  void wait();  // until no job runs

 private:
  struct Run;
  void work(Run& run);
  void tell(Run& run, const planning::Progress& progress);
  void finish(Run& run, JobState state);

  Context& context_;
  mutable std::mutex mutex_;
  std::shared_ptr<Run> run_;
  std::jthread thread_;
};

}  // namespace kontor::actions
