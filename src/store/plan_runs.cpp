#include "store/plan_runs.h"

#include <fmt/format.h>

#include "store/visitors.h"

namespace kontor::store {

namespace {

constexpr int kept_runs = 100;
constexpr std::string_view run_columns =
    "id, mission, state, seed, iterations, minimum_share_percent, author, role, asked_at, node, "
    "stopping, progress";

std::optional<PlanRun> one_of(sql::Query query) {
  if (!query.step()) return std::nullopt;
  PlanRun run;
  std::string seed;
  Reader reader(query, "plan_run");
  reader("id", run.id);
  reader("mission", run.mission.value);
  reader("state", run.state);
  reader("seed", seed);
  reader("iterations", run.iterations);
  reader("minimum_share_percent", run.minimum_share_percent);
  reader("author", run.author);
  reader("role", run.role);
  reader("asked_at", run.asked_at);
  reader("node", run.node);
  reader("stopping", run.stopping);
  reader("progress", run.progress);
  run.seed = std::stoull(seed);
  return run;
}

std::string select(std::string_view rest) {
  return fmt::format("SELECT {} FROM plan_run {}", run_columns, rest);
}

constexpr std::string_view active = "WHERE state IN ('queued', 'running') ORDER BY number LIMIT 1";

}  // namespace

void add_plan_run(sql::Connection& connection, const PlanRun& run) {
  connection.run(
      fmt::format("INSERT INTO plan_run (number, {}) SELECT coalesce(max(number), 0) + 1, $1, $2, "
                  "'queued', $3, $4, $5, $6, $7, $8, '', 0, '' FROM plan_run",
                  run_columns),
      run.id, run.mission.value, fmt::format("{}", run.seed), run.iterations,
      run.minimum_share_percent, run.author, text_of(run.role), text_of(run.asked_at));
  connection.run("DELETE FROM plan_run WHERE number <= (SELECT max(number) FROM plan_run) - $1",
                 kept_runs);
  connection.announce();
}

std::optional<PlanRun> find_plan_run(sql::Connection& connection, const std::string& id) {
  return one_of(connection.query(select("WHERE id = $1"), id));
}

std::optional<PlanRun> latest_plan_run(sql::Connection& connection) {
  return one_of(connection.query(select("ORDER BY number DESC LIMIT 1")));
}

std::optional<PlanRun> active_plan_run(sql::Connection& connection) {
  return one_of(connection.query(select(active)));
}

std::optional<PlanRun> take_plan_run(sql::Connection& connection, const std::string& node) {
  auto run =
      one_of(connection.query(select(fmt::format("{}{}", active, connection.skip_locked()))));
  if (!run) return std::nullopt;
  connection.run("UPDATE plan_run SET state = 'running', node = $1 WHERE id = $2", node, run->id);
  run->state = "running";
  run->node = node;
  return run;
}

bool note_plan_run(sql::Connection& connection, const std::string& id, const std::string& node,
                   const std::string& state, const std::string& progress) {
  sql::Query query = connection.query(
      "UPDATE plan_run SET state = $1, progress = $2 WHERE id = $3 AND node = $4 "
      "RETURNING stopping",
      state, progress, id, node);
  const bool stopping = query.step() && query.integer(0) != 0;
  connection.announce();
  return stopping;
}

void stop_plan_run(sql::Connection& connection, const std::string& id) {
  connection.run("UPDATE plan_run SET stopping = 1 WHERE id = $1", id);
  connection.announce();
}

}  // namespace kontor::store
