#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/time.h"
#include "mission/acting.h"
#include "mission/keys.h"
#include "sql/connection.h"

// Planning that was asked for: a queue for all processes on the database. All throw sql::Error;
// writers are called within Store::write.

namespace kontor::store {

struct PlanRun {
  std::string id;
  mission::MissionId mission;
  std::string state;  // queued, running, done, stopped, failed
  std::uint64_t seed = 0;
  int iterations = 0;
  int minimum_share_percent = 0;
  std::string author;
  mission::Role role = mission::Role::Public;
  base::Instant asked_at{};
  std::string node;  // that works on it, or did
  bool stopping = false;
  std::string progress;  // as the caller wrote it

  bool operator==(const PlanRun&) const = default;
};

// Adds a queued run and announces it; the hundred latest are kept.
void add_plan_run(sql::Connection& connection, const PlanRun& run);
std::optional<PlanRun> find_plan_run(sql::Connection& connection, const std::string& id);
std::optional<PlanRun> latest_plan_run(sql::Connection& connection);
// The oldest that is queued or running.
std::optional<PlanRun> active_plan_run(sql::Connection& connection);

// The same, now running on `node`; nothing where there is none or another transaction takes it just
// now. Whoever takes a running one knows that its node has ended.
std::optional<PlanRun> take_plan_run(sql::Connection& connection, const std::string& node);

// Notes how far the run is, unless another node has taken it; whether it is to stop.
bool note_plan_run(sql::Connection& connection, const std::string& id, const std::string& node,
                   const std::string& state, const std::string& progress);
// Asks a queued or running one to stop and announces that.
void stop_plan_run(sql::Connection& connection, const std::string& id);

}  // namespace kontor::store
