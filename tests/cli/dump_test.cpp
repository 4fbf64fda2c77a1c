#include "cli/dump.h"

#include <fstream>
#include <gtest/gtest.h>

#include "base/hash.h"
#include "base/rng.h"
#include "exchange/folder_read.h"
#include "exchange/folder_write.h"
#include "sql/error.h"
#include "store/changes.h"
#include "store/content.h"
#include "store/copy.h"
#include "store/imports.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/scratch.h"

namespace kontor::cli {
namespace {

namespace fs = std::filesystem;

std::string nasty(base::Rng& rng) {
  static constexpr std::array<std::string_view, 10> pieces{"\"",   ",",  "\n", "\r\n", "é",
                                                           "=1+1", "\\", "x",  " ",    "''"};
  std::string text;
  for (std::uint64_t n = rng.below(8); n > 0; --n) text += pieces.at(rng.below(pieces.size()));
  return text;
}

mission::Mission made_mission(base::Rng& rng) {
  mission::Mission mission;
  mission.id.value = "M";
  mission.name = base::Text::same("Mission");
  mission.first_day = mission.travel_first_day = base::parse_date("2025-10-05").value();
  mission.last_day = mission.travel_last_day = base::parse_date("2025-10-10").value();
  mission.home_zone = "Europe/Brussels";
  for (std::uint64_t n = rng.below(5); n > 0; --n) {
    mission::Organisation organisation{};
    organisation.id.value = "O" + std::to_string(n);
    organisation.name = base::Text::same("Name " + nasty(rng) + "x");
    organisation.record.note = "note " + nasty(rng) + ".";
    mission.organisations.push_back(organisation);
  }
  return mission;
}

void fill(store::Store& store, base::Rng& rng) {
  const mission::Mission made = made_mission(rng);
  // As a folder has it: what text cannot hold, such as a lone carriage return, is not stored.
  const auto mission = exchange::read_canonical(exchange::canonical_text(made));
  ASSERT_TRUE(mission.has_value()) << base::sentence(mission.error().front());
  store.write([&](sql::Connection& connection) {
    store::write_mission(connection, *mission, nasty(rng).empty() ? "h1" : "h2");
    store::serve_mission(connection, mission->id);
    for (int version = 0; version < 3; ++version) {
      store::StoredPlan plan;
      plan.plan.mission = mission->id;
      plan.plan.version = version;
      plan.plan.certificate = nasty(rng);
      plan.made_by = nasty(rng);
      if (rng.chance(500)) plan.verification = store::Verification{true, {}, {nasty(rng)}};
      plan.plan.unplaced.push_back({{"W"}, mission::Cause::ForbiddenByNever, {nasty(rng)}});
      store::write_plan(connection, plan);
    }
    store::write_contacts(connection, mission->id, {}, {{"person/P1", {{"mail", nasty(rng)}}}});
    store::write_headings(connection, mission->id, {"AW"}, "people", {{nasty(rng), nasty(rng)}});
    for (int n = 0; n < 2; ++n)
      store::write_import_undo(connection, mission->id,
                               {0,
                                nasty(rng),
                                "h1",
                                "h2",
                                exchange::canonical_text(*mission),
                                {{"person/P1", {{"phone", "+3225551234"}}}}});
    for (std::uint64_t n = rng.below(20); n > 0; --n) {
      store::Change change;
      change.author = nasty(rng);
      change.detail = nasty(rng);
      store::append_change(connection, mission->id, change);
    }
  });
}

std::string hash_of(store::Store& store) {
  return store.read([](sql::Connection& connection) { return store::content_hash(connection); });
}

TEST(Dump, RestoredAnywhereIsTheSameAndSoIsAMovedDatabase) {
  base::Rng rng(31);
  for (int round = 0; round < 12; ++round) {
    const store::Scratch scratch;
    store::Store store(scratch.file()), other(scratch.file("other.db"));
    fill(store, rng);
    dump(store, scratch.file("dump"));
    const auto restored = restore_dump(scratch.file("dump"), other);
    ASSERT_TRUE(restored.has_value()) << base::sentence(restored.error().front());
    EXPECT_EQ(hash_of(other), hash_of(store));
    other.read([](sql::Connection& connection) {
      EXPECT_EQ(store::read_contacts(connection, {"M"}).size(), 1U);
      EXPECT_EQ(store::read_headings(connection, {"M"}, {"AW"}, "people").size(), 1U);
      EXPECT_TRUE(store::find_import_undo(connection, {"M"}));
    });
    store::Store moved(scratch.file("moved.db"));
    store::copy_everything(store, moved);
    EXPECT_EQ(hash_of(moved), hash_of(store));
  }
}

TEST(Dump, ThatWasChangedIsRefusedAndNothingIsWritten) {
  base::Rng rng(32);
  const store::Scratch scratch;
  store::Store store(scratch.file()), other(scratch.file("other.db"));
  fill(store, rng);
  dump(store, scratch.file("dump"));
  std::ofstream(scratch.file("dump/tables/plan.csv"), std::ios::app) << "\"M\"\n";
  EXPECT_EQ(restore_dump(scratch.file("dump"), other).error().front().code, "bad_syntax");
  fs::remove(scratch.file("dump/tables/plan.csv"));
  EXPECT_ANY_THROW(restore_dump(scratch.file("dump"), other)) << "rows refer to what is gone";
  EXPECT_FALSE(other.read(store::read_served_state).has_value());
}

TEST(Dump, IsNotRestoredIntoWhatIsNotEmpty) {
  base::Rng rng(33);
  const store::Scratch scratch;
  store::Store store(scratch.file());
  fill(store, rng);
  dump(store, scratch.file("dump"));
  EXPECT_THROW(restore_dump(scratch.file("dump"), store), sql::Error);
}

}  // namespace
}  // namespace kontor::cli
