#include "store/plans.h"

#include "store/digest.h"
#include "store/lists.h"
#include "store/rows.h"
#include "store/schema.h"

namespace kontor::store {

void write_plan(sql::Connection& connection, const StoredPlan& stored) {
  const mission::Plan& plan = stored.plan;
  if (plan.version == 0) delete_draft(connection, plan.mission);
  const std::vector<std::string> names = column_names<StoredPlan>();
  {
    sql::Query query = connection.query(
        fmt::format("INSERT INTO plan (mission, version, content_hash, {}) VALUES ({})",
                    fmt::join(names, ", "), parameters(names.size() + 3)),
        plan.mission.value, plan.version, seal(digest(stored)));
    Binder binder(query);
    Writer writer(binder);
    columns(writer, stored);
    query.step();
  }
  lists(
      [&](std::string_view table, const auto& nouns) {
        write_rows(connection, table, {plan.mission.value, plan.version}, nouns);
      },
      stored);
}

std::optional<StoredPlan> read_plan(sql::Connection& connection, const mission::MissionId& mission,
                                    int version) {
  sql::Query query = connection.query(
      fmt::format("SELECT content_hash, {} FROM plan WHERE mission = $1 AND version = $2",
                  fmt::join(column_names<StoredPlan>(), ", ")),
      mission.value, version);
  if (!query.step()) return std::nullopt;
  StoredPlan stored;
  stored.plan.mission = mission;
  stored.plan.version = version;
  Reader reader(query, "plan", 1);
  columns(reader, stored);
  lists(
      [&]<class Noun>(std::string_view table, std::vector<Noun>& nouns) {
        nouns = read_rows<Noun>(connection, table, {mission.value, version});
      },
      stored);
  if (is_broken(query.text(0), digest(stored)))
    throw sql::Error(sql::Fault::Corrupt, "the stored plan is not what was written");
  return stored;
}

void delete_draft(sql::Connection& connection, const mission::MissionId& mission) {
  connection.run("DELETE FROM plan WHERE mission = $1 AND version = 0", mission.value);
}

std::vector<PlanVersion> read_versions(sql::Connection& connection,
                                       const mission::MissionId& mission) {
  sql::Query query = connection.query(
      "SELECT version, made_at, made_by, value, bound FROM plan "
      "WHERE mission = $1 AND version > 0 ORDER BY version DESC",
      mission.value);
  std::vector<PlanVersion> versions;
  while (query.step()) {
    PlanVersion& version = versions.emplace_back();
    version.version = static_cast<int>(query.integer(0));
    Reader reader(query, "plan", 1);
    reader("made_at", version.published_at);
    reader("made_by", version.published_by);
    reader("value", version.value);
    reader("bound", version.bound);
  }
  return versions;
}

}  // namespace kontor::store
