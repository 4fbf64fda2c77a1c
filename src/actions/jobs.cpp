#include "actions/jobs.h"

#include <chrono>
#include <exception>
#include <utility>

#include "actions/event_log.h"
#include "actions/plan_mission.h"
#include "base/hash.h"
#include "planning/plan.h"
#include "store/missions.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto least_pause = std::chrono::milliseconds(100);  // between two events of progress
constexpr auto note_pause = std::chrono::seconds(1);          // between two notes for others
constexpr auto usual_pause = std::chrono::seconds(30);        // between two looks without any news
constexpr auto other_pause = std::chrono::seconds(1);         // while another process is planning

std::string words_of(const Refusal& refusal) {
  if (const auto* conflict = std::get_if<Conflict>(&refusal))
    return conflict->code + " " + conflict->detail;
  return "refused";
}

PlanProgress progress_of(const store::PlanRun& run) {
  if (auto progress = read_plan_progress(run.progress)) return *std::move(progress);
  PlanProgress progress;
  progress.job = run.id;
  return progress;
}

bool is_active(const store::PlanRun& run) {
  return run.state == "queued" || run.state == "running";
}

}  // namespace

struct Jobs::Run {
  std::string id;
  mission::Acting acting;
  planning::Options options;
  std::atomic<bool> stopping = false;
  PlanProgress latest;  // guarded by Jobs::mutex_
  Clock::time_point told_at{};
  Clock::time_point noted_at = Clock::now();
};

Jobs::Jobs(Context& context)
    : context_(context), node_(base::random_hex(8)), thread_([this] { loop(); }) {}

Jobs::~Jobs() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    if (run_) run_->stopping = true;
  }
  changed_.notify_all();
}

Outcome<std::string> Jobs::start(const mission::Acting& acting, const planning::Options& options) {
  if (!may(acting, Verb::PlanMission)) return std::unexpected(Denied{Verb::PlanMission});
  store::PlanRun run;
  run.id = base::random_hex(8);
  run.seed = options.seed;
  run.iterations = options.iterations;
  run.minimum_share_percent = options.minimum_share_percent;
  run.author = acting.name;
  run.role = acting.role;
  run.asked_at = context_.now();
  const auto refusal =
      context_.store.write([&](sql::Connection& connection) -> std::optional<Refusal> {
        const auto state = store::read_served_state(connection);
        if (!state) return Conflict{"no_mission", ""};
        if (const auto active = store::active_plan_run(connection))
          return Conflict{"already_running", active->id};
        run.mission = state->id;
        store::add_plan_run(connection, run);
        return std::nullopt;
      });
  if (refusal) return std::unexpected(*refusal);
  look();
  return run.id;
}

Outcome<PlanProgress> Jobs::stop(const mission::Acting& acting, const std::string& job) {
  if (!may(acting, Verb::PlanMission)) return std::unexpected(Denied{Verb::PlanMission});
  const auto run = context_.store.write([&](sql::Connection& connection) {
    auto found = store::find_plan_run(connection, job);
    if (found && is_active(*found)) store::stop_plan_run(connection, job);
    return found;
  });
  if (!run) return std::unexpected(Missing{"job", job});
  if (!is_active(*run)) return std::unexpected(Conflict{"not_running", job});
  const std::lock_guard lock(mutex_);
  if (!run_ || run_->id != job) return progress_of(*run);
  run_->stopping = true;
  return run_->latest;
}

std::optional<PlanProgress> Jobs::latest(const mission::Acting& acting) const {
  if (!may(acting, Verb::PlanMission)) return std::nullopt;
  {
    const std::lock_guard lock(mutex_);
    if (run_) return run_->latest;
  }
  const auto run = context_.store.read(store::latest_plan_run);
  if (!run) return std::nullopt;
  return progress_of(*run);
}

void Jobs::look() {
  {
    const std::lock_guard lock(mutex_);
    asked_ = true;
  }
  changed_.notify_all();
}

void Jobs::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !asked_ && !busy_; });
}

void Jobs::loop() {
  bool other = false;  // another process has the lease
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait_for(lock, other ? other_pause : usual_pause,
                        [this] { return asked_ || ending_; });
      if (ending_) return;
      asked_ = false;
      busy_ = true;
    }
    try {
      other = !work_off();
    } catch (const std::exception& error) {
      context_.log.write(base::Log::Level::Error, "queue_failed", {{"reason", error.what()}});
      other = true;
    }
    {
      const std::lock_guard lock(mutex_);
      busy_ = false;
    }
    changed_.notify_all();
  }
}

// Works on what is queued; false where another process does.
bool Jobs::work_off() {
  while (const auto active = context_.store.read(store::active_plan_run)) {
    const auto lease = context_.store.try_lease("planner");
    if (!lease) {
      tell_of_other(*active);
      return false;
    }
    const auto taken = context_.store.write(
        [this](sql::Connection& connection) { return store::take_plan_run(connection, node_); });
    if (!taken) return true;
    const auto run = std::make_shared<Run>();
    run->id = run->latest.job = taken->id;
    run->acting.role = taken->role;
    run->acting.name = taken->author;
    run->options.seed = taken->seed;
    run->options.iterations = taken->iterations;
    run->options.minimum_share_percent = taken->minimum_share_percent;
    run->stopping = taken->stopping;
    {
      const std::lock_guard lock(mutex_);
      if (ending_) return true;  // it stays in the queue
      run_ = run;
    }
    work(*run);
    const std::lock_guard lock(mutex_);
    run_.reset();
    if (ending_) return true;
  }
  return true;
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
  if (Clock::now() - run.noted_at >= note_pause) note(run, told);
}

// For other processes; whether somebody there wants it to stop. A plan is not given up for a note.
void Jobs::note(Run& run, const PlanProgress& progress) {
  run.noted_at = Clock::now();
  try {
    if (context_.store.write([&](sql::Connection& connection) {
          return store::note_plan_run(connection, run.id, node_, "running", text_of(progress));
        }))
      run.stopping = true;
  } catch (const std::exception& error) {
    context_.log.write(base::Log::Level::Warning, "progress_not_noted", {{"reason", error.what()}});
  }
}

void Jobs::finish(Run& run, JobState state) {
  PlanProgress told;
  {
    const std::lock_guard lock(mutex_);
    run.latest.state = state;
    run.latest.draft = state != JobState::Failed;
    told = run.latest;
  }
  try {
    context_.store.write([&](sql::Connection& connection) {
      store::note_plan_run(connection, run.id, node_, std::string(word(state)), text_of(told));
      log_event(context_, connection, told);
    });
    deliver_events(context_);
  } catch (const std::exception& error) {
    context_.log.write(base::Log::Level::Error, "event_not_kept", {{"reason", error.what()}});
    if (context_.events != nullptr) context_.events->publish(told);
  }
}

void Jobs::tell_of_other(const store::PlanRun& run) {
  if (run.progress.empty() || run.progress == std::exchange(told_of_other_, run.progress)) return;
  if (context_.events != nullptr) context_.events->publish(progress_of(run));
}

}  // namespace kontor::actions
