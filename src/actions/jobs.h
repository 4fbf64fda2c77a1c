#pragma once
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "actions/context.h"
#include "actions/events.h"
#include "actions/outcome.h"
#include "store/plan_runs.h"

namespace kontor::planning {
struct Options;
struct Progress;
}  // namespace kontor::planning

namespace kontor::actions {

// Runs plan_mission on a thread of its own. What is asked for is queued in the database; of all
// processes on it one at a time has the planner's lease and works, and when that process ends in
// the midst of a run, another begins the run anew. Tells context.events of the progress, at most
// ten times a second here and once a second elsewhere, and of the end, which is logged
// (actions/event_log.h). What goes wrong in a run, base::Bug included, ends it as Failed, logged,
// never the process.
class Jobs {
 public:
  explicit Jobs(Context& context);
  ~Jobs();  // stops the run that is under way here and waits for its end

  // The key of the new job. Refused: Denied, Conflict no_mission or already_running.
  Outcome<std::string> start(const mission::Acting& acting, const planning::Options& options);
  // Asks a job to end early with its best so far. Refused: Denied, Missing, Conflict not_running.
  Outcome<PlanProgress> stop(const mission::Acting& acting, const std::string& job);
  // The latest of the running or last job; nothing where none ran, or the acting may not plan.
  std::optional<PlanProgress> latest(const mission::Acting& acting) const;
  // Something may have been queued: after every Store::wait_for_news.
  void look();
  void wait();  // until this process has nothing to do

 private:
  struct Run;
  void loop();
  bool work_off();
  void work(Run& run);
  void tell(Run& run, const planning::Progress& progress);
  void note(Run& run, const PlanProgress& progress);
  void finish(Run& run, JobState state);
  void tell_of_other(const store::PlanRun& run);

  Context& context_;
  const std::string node_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool asked_ = true;  // what another process left is looked for at once
  bool busy_ = false;
  bool ending_ = false;
  std::shared_ptr<Run> run_;   // under way here
  std::string told_of_other_;  // the progress of another process that was told last
  std::jthread thread_;
};

}  // namespace kontor::actions
