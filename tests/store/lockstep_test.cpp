// Random operations on a model and on each kind of database: what is read is always the same.
#include <gtest/gtest.h>
#include <map>
#include <set>

#include "sql/error.h"
#include "sql/postgres.h"
#include "sql/sqlite.h"
#include "store/changes.h"
#include "store/copy.h"
#include "store/databases.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/random_mission.h"
#include "store/schema.h"
#include "store/store.h"

namespace kontor::store {

namespace {

using mission::MissionId;

// What a database should hold, in plain maps.
struct Model {
  std::map<MissionId, mission::Mission> missions;
  std::map<MissionId, std::int64_t> revisions;
  std::map<std::pair<MissionId, int>, StoredPlan> plans;
  std::map<MissionId, std::vector<Change>> changes;
};

Change random_change(base::Rng& rng) {
  Change change;
  change.at = base::Instant{} + std::chrono::seconds(rng.below(2'000'000'000));
  change.author = rng.below(2) == 0 ? "d'Hondt, Zoë" : "";
  change.role = mission::Role::Coordinator;
  change.verb = "publish_plan";
  change.subject = "plan/" + std::to_string(rng.below(9));
  return change;
}

// One operation on both; undone on both one time in four.
void operate(base::Rng& rng, Model& model, Store& store) {
  const MissionId id{"M" + std::to_string(rng.below(3))};
  Model changed = model;
  const auto work = [&](sql::Connection& c) {
    const auto kind = rng.below(4);
    if (kind == 0 || !changed.missions.contains(id)) {
      changed.missions[id] = random_mission(rng, id.value);
      EXPECT_EQ(write_mission(c, changed.missions[id], "hash"), ++changed.revisions[id]);
    } else if (kind == 1) {
      const int version = static_cast<int>(rng.below(40));
      if (version > 0 && changed.plans.contains({id, version})) return;
      changed.plans[{id, version}] = random_plan(rng, id.value, version);
      write_plan(c, changed.plans[{id, version}]);
    } else if (kind == 2) {
      changed.plans.erase({id, 0});
      delete_draft(c, id);
    } else {
      Change change = random_change(rng);
      change.number = append_change(c, id, change);
      changed.changes[id].push_back(change);
    }
  };
  const bool undone = rng.below(4) == 0;
  try {
    store.write([&](sql::Connection& c) {
      work(c);
      if (undone) throw std::runtime_error("undone");
    });
    model = changed;
  } catch (const std::runtime_error& error) {
    ASSERT_STREQ(error.what(), "undone");
  }
}

void expect_equal(const Model& model, Store& store) {
  store.read([&](sql::Connection& c) {
    for (const auto& [id, mission] : model.missions) EXPECT_EQ(read_mission(c, id), mission);
    for (const auto& [key, plan] : model.plans)
      EXPECT_EQ(read_plan(c, key.first, key.second), plan);
    for (const auto& [id, changes] : model.changes) {
      const auto read = read_changes(c, id, std::int64_t{1} << 40, 1000);
      EXPECT_EQ(std::vector(read.rbegin(), read.rend()), changes);
    }
  });
}

class Lockstep : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(Databases, Lockstep, testing::Values("sqlite", "postgres"), database_name);

TEST_P(Lockstep, random_operations_leave_what_the_model_says) {
  Store store(where());
  Model model;
  base::Rng rng(11);
  for (int i = 0; i < 120; ++i) {
    operate(rng, model, store);
    if (i % 20 == 19) expect_equal(model, store);
  }
}

TEST_P(Lockstep, copying_to_the_other_kind_and_back_loses_nothing) {
  if (PostgresServer::get() == nullptr) GTEST_SKIP() << "PostgreSQL is not installed here";
  Store store(where());
  Model model;
  base::Rng rng(12);
  for (int i = 0; i < 40; ++i) operate(rng, model, store);
  const std::string other_where =
      postgres() ? scratch_.file("other.db") : PostgresServer::get()->new_database();
  Store other(other_where);
  const auto there = copy_everything(store, other);
  expect_equal(model, other);
  EXPECT_EQ(there.size(), tables().size());
  Store back(scratch_.file("back.db"));
  copy_everything(other, back);
  expect_equal(model, back);
  EXPECT_THROW(copy_everything(store, back), sql::Error) << "what is not empty is not written over";
  expect_equal(model, back);
}

TEST_P(Lockstep, the_log_of_changes_can_only_grow) {
  Store store(where());
  base::Rng rng(14);
  const MissionId id{"M"};
  const Change change = random_change(rng);
  store.write([&](sql::Connection& c) { append_change(c, id, change); });
  for (const char* tampering : {"UPDATE change SET author = 'x'", "DELETE FROM change"})
    EXPECT_THROW(store.write([&](sql::Connection& c) { c.run(tampering); }), sql::Error);
  store.read([&](sql::Connection& c) {
    const auto read = read_changes(c, id, 1000, 10);
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read.front().author, change.author);
  });
}

TEST_P(Lockstep, the_list_of_tables_is_the_databases_own) {
  const Store store(where());
  sql::Connection connection(postgres() ? sql::open_postgres(where(), sql::Access::Read)
                                        : sql::open_sqlite(where(), sql::Access::Read));
  sql::Query query = connection.query(
      postgres()
          ? "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
          : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
  std::set<std::string> found;
  while (query.step()) found.insert(query.text(0));
  found.erase("schema_version");
  const auto listed = tables();
  EXPECT_EQ(std::set<std::string>(listed.begin(), listed.end()), found);
}

TEST_P(Lockstep, a_server_that_was_gone_and_is_back_is_used_again) {
  if (!postgres()) GTEST_SKIP() << "SQLite has no server";
  Store store(where());
  base::Rng rng(13);
  const mission::Mission mission = random_mission(rng, "M");
  store.write([&](sql::Connection& c) { write_mission(c, mission, "hash"); });
  store.read([&](sql::Connection& c) { EXPECT_EQ(read_mission(c, mission.id), mission); });
  PostgresServer::get()->stop_at_once();
  try {
    store.write([&](sql::Connection& c) { count_revision(c, mission.id); });
    FAIL() << "nobody was there to write";
  } catch (const sql::Error& error) {
    EXPECT_EQ(error.fault(), sql::Fault::Gone) << error.what();
  }
  PostgresServer::get()->start();
  store.write([&](sql::Connection& c) { count_revision(c, mission.id); });
  store.read([&](sql::Connection& c) { EXPECT_EQ(read_mission(c, mission.id), mission); });
}

}  // namespace

}  // namespace kontor::store
