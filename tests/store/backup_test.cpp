#include "store/backup.h"

#include <atomic>
#include <fstream>
#include <gtest/gtest.h>
#include <thread>

#include "sql/error.h"
#include "store/content.h"
#include "store/databases.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/random_mission.h"
#include "store/store.h"

namespace kontor::store {
namespace {

class Backup : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(Databases, Backup, testing::Values("sqlite", "postgres"), database_name);

// A mission and a plan that both tell `version`.
void write_version(Store& store, base::Rng& rng, int version) {
  store.write([&](sql::Connection& connection) {
    mission::Mission mission = random_mission(rng, "M");
    mission.default_travel_minutes = version;
    write_mission(connection, mission, std::to_string(version));
    serve_mission(connection, mission.id);
    write_plan(connection, random_plan(rng, "M", version));
  });
}

void expect_one_picture(const std::string& where, int version) {
  Store store(where);
  store.read([&](sql::Connection& connection) {
    const auto state = read_served_state(connection);
    ASSERT_TRUE(state.has_value());
    EXPECT_EQ(state->published_version, version);
    EXPECT_EQ(state->input_hash, std::to_string(version));
    EXPECT_EQ(read_mission(connection, state->id)->default_travel_minutes, version);
    for (int older = 1; older <= version; ++older)
      EXPECT_TRUE(read_plan(connection, state->id, older).has_value());
  });
}

TEST_P(Backup, TakenWhileOthersWriteIsOneWholePictureAndIsRestored) {
  Store store(where());
  base::Rng rng(21);
  write_version(store, rng, 1);
  std::atomic<bool> done = false;
  std::jthread writer([&] {
    for (int version = 2; !done && version < 500; ++version) write_version(store, rng, version);
  });
  for (int n = 0; n < 3; ++n) {
    const std::string file = scratch_.file("backup-" + std::to_string(n));
    const BackedUp found = back_up(where(), file, {});
    ASSERT_GE(found.published_version, 1);
    const std::string other = scratch_.file("restored-" + std::to_string(n) + ".db");
    const BackedUp restored = restore(file, other, {});
    EXPECT_EQ(restored.content_hash, found.content_hash);
    expect_one_picture(other, found.published_version);
  }
  done = true;
}

TEST_P(Backup, IsRestoredIntoTheOtherKindOfDatabase) {
  if (PostgresServer::get() == nullptr) GTEST_SKIP() << "PostgreSQL is not installed here";
  Store store(where());
  base::Rng rng(22);
  write_version(store, rng, 1);
  const std::string file = scratch_.file("backup");
  const BackedUp found = back_up(where(), file, {});
  const std::string other =
      postgres() ? scratch_.file("other.db") : PostgresServer::get()->new_database();
  EXPECT_EQ(restore(file, other, {}).content_hash, found.content_hash);
  expect_one_picture(other, 1);
}

TEST(Restore, LeavesADatabaseThatIsNotEmptyAlone) {
  const Scratch scratch;
  base::Rng rng(23);
  Store store(scratch.file());
  write_version(store, rng, 1);
  back_up(scratch.file(), scratch.file("backup"), {});
  write_version(store, rng, 2);
  EXPECT_THROW(restore(scratch.file("backup"), scratch.file(), {}), sql::Error);
  expect_one_picture(scratch.file(), 2);
  EXPECT_THROW(back_up(scratch.file(), scratch.file("backup"), {}), sql::Error)
      << "nor is a backup written over";
}

TEST(Restore, RefusesADamagedBackup) {
  const Scratch scratch;
  base::Rng rng(24);
  {
    Store store(scratch.file());
    write_version(store, rng, 1);
  }
  const std::string file = scratch.file("backup");
  back_up(scratch.file(), file, {});
  std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
  const auto size = static_cast<std::streamoff>(std::filesystem::file_size(file));
  for (std::streamoff at = size / 2; at < size / 2 + 20'000 && at < size; ++at)
    bytes.seekp(at).put('\x5A');
  bytes.close();
  EXPECT_THROW(restore(file, scratch.file("other.db"), {}), sql::Error);
  EXPECT_FALSE(std::filesystem::exists(scratch.file("other.db")));
}

}  // namespace
}  // namespace kontor::store
