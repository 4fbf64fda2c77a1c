#include "actions/jobs.h"

#include <chrono>
#include <exception>
#include <utility>

#include "actions/plan_mission.h"
#include "actions/read_state.h"
#include "base/hash.h"
#include "planning/plan.h"

namespace kontor::actions {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto least_pause = std::chrono::milliseconds(100);  // between two events of progress

std::string words_of(const Refusal& refusal) {
  if (const auto* conflict = std::get_if<Conflict>(&refusal))
    return conflict->code + " " + conflict->detail;
  return "refused";
}

}  // namespace

struct Jobs::Run {
  mission::Acting acting;
  planning::Options options;
  std::atomic<bool> stopping = false;
  PlanProgress latest;  // guarded by Jobs::mutex_
  Clock::time_point told_at{};
};

Jobs::~Jobs() {
  {
    const std::lock_guard lock(mutex_);
    if (run_) run_->stopping = true;
  }
  wait();
}

Outcome<std::string> Jobs::start(const mission::Acting& acting, const planning::Options& options) {
  if (!may(acting, Verb::PlanMission)) return std::unexpected(Denied{Verb::PlanMission});
  if (!read_state(context_)) return std::unexpected(Conflict{"no_mission", ""});
  std::jthread ended;  // its last event may still be told: waited for without the lock
  const std::lock_guard lock(mutex_);
  if (run_ && run_->latest.state == JobState::Running)
    return std::unexpected(Conflict{"already_running", run_->latest.job});
  run_ = std::make_shared<Run>();
  run_->acting = acting;
  run_->options = options;
  run_->latest.job = base::random_hex(8);
  ended = std::exchange(thread_, std::jthread([this, run = run_] { work(*run); }));
  return run_->latest.job;
}

void Jobs::work(Run& run) {
  JobState state = JobState::Failed;
  try {
    const auto planned = plan_mission(
        context_, run.acting, run.options, [&] { return run.stopping.load(); },
        [&](const planning::Progress& progress) { tell(run, progress); });
    if (planned)
      state = run.stopping ? JobState::Stopped : JobState::Done;
    else
      context_.log.write(base::Log::Level::Warning, "plan_refused",
                         {{"reason", words_of(planned.error())}});
  } catch (const std::exception& error) {
    context_.log.write(base::Log::Level::Error, "plan_failed", {{"reason", error.what()}});
  }
  finish(run, state);
}

void Jobs::tell(Run& run, const planning::Progress& progress) {
  PlanProgress told;
  {
    const std::lock_guard lock(mutex_);
    PlanProgress& latest = run.latest;
    latest.permille_done = progress.permille_done;
    latest.value = progress.value;
    latest.bound = progress.bound;
    latest.musts_placed = progress.musts_placed;
    latest.musts_asked = progress.musts_asked;
    latest.wishes_placed = progress.wishes_placed;
    latest.wishes_asked = progress.wishes_asked;
    if (Clock::now() - run.told_at < least_pause) return;
    run.told_at = Clock::now();
    told = latest;
  }
  if (context_.events != nullptr) context_.events->publish(told);
}

void Jobs::finish(Run& run, JobState state) {
  PlanProgress told;
  {
    const std::lock_guard lock(mutex_);
    run.latest.state = state;
    run.latest.draft = state != JobState::Failed;
    told = run.latest;
  }
  if (context_.events != nullptr) context_.events->publish(told);
}

Outcome<PlanProgress> Jobs::stop(const mission::Acting& acting, const std::string& job) {
  if (!may(acting, Verb::PlanMission)) return std::unexpected(Denied{Verb::PlanMission});
  const std::lock_guard lock(mutex_);
  if (!run_ || run_->latest.job != job) return std::unexpected(Missing{"job", job});
  if (run_->latest.state != JobState::Running) return std::unexpected(Conflict{"not_running", job});
  run_->stopping = true;
  return run_->latest;
}

std::optional<PlanProgress> Jobs::latest(const mission::Acting& acting) const {
  const std::lock_guard lock(mutex_);
  if (!run_ || !may(acting, Verb::PlanMission)) return std::nullopt;
  return run_->latest;
}

void Jobs::wait() {
  std::jthread ending;
  {
    const std::lock_guard lock(mutex_);
    ending = std::move(thread_);
  }
  if (ending.joinable()) ending.join();
}

}  // namespace kontor::actions
