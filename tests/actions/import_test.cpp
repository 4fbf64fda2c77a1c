#include <gtest/gtest.h>

#include "actions/import_tables.h"
#include "actions/world.h"
#include "base/hash.h"
#include "exchange/folder_write.h"
#include "store/imports.h"
#include "store/missions.h"

namespace kontor::actions {
namespace {

class Import : public testing::Test {
 protected:
  Import() {
    const auto mission = small_mission();
    world_.put(mission, base::sha256(exchange::canonical_text(mission)));
  }

  std::string text() {
    return world_.store.read([](sql::Connection& connection) {
      const auto id = store::read_served_state(connection)->id;
      std::string out = exchange::canonical_text(*store::read_mission(connection, id));
      for (const auto& [subject, fields] : store::read_contacts(connection, id))
        for (const auto& [field, value] : fields) out += subject + field + value;
      return out;
    });
  }
  Imported run(const std::string& table, ImportRun how = ImportRun::Apply,
               std::map<std::string, std::string> headings = {}) {
    order_.files = {{"t.csv", exchange::read_workbook(table, "t.csv").value()}};
    order_.headings = std::move(headings);
    return import_tables(world_.context, reader("coordinator"), order_, how).value();
  }

  World world_;
  ImportOrder order_{{}, {}, mission::OrganisationId{"AW"}, {}};
};

constexpr const char* table = "Name;VAT;Mail\nSolvay;0403.199.702;info@example.org\n";

TEST_F(Import, ADryRunWritesNothing) {
  const std::string before = text();
  EXPECT_EQ(run(table, ImportRun::Dry).added, 1U);
  EXPECT_EQ(text(), before);
}

TEST_F(Import, OneUndoGivesThePreviousStateBackByteByByte) {
  const std::string before = text();
  EXPECT_TRUE(run(table).written);
  EXPECT_NE(text(), before);
  ASSERT_TRUE(undo_import(world_.context, reader("coordinator")));
  EXPECT_EQ(text(), before);
  EXPECT_FALSE(undo_import(world_.context, reader("coordinator")));
}

TEST_F(Import, WhatIsSaidOfASheetGoesBeforeItsHeadings) {
  order_.choices = {
      {"t.csv", "", false, exchange::ImportNoun::People, {{"Wer", "family_name"}}, {}}};
  const auto done = run("Wer;Mail\nJanssens;j@example.org\n");
  EXPECT_EQ(done.added, 1U);
  order_.choices = {};
  const auto remembered = run("Wer;Mail\nPeeters;p@example.org\n", ImportRun::Dry);
  EXPECT_EQ(remembered.faults.size(), 1U) << "no heading says whose table it is";
  order_.choices = {{"t.csv", "", false, exchange::ImportNoun::People, {}, {}}};
  EXPECT_EQ(run("Wer;Mail\nPeeters;p@example.org\n", ImportRun::Dry).added, 1U);
  order_.choices = {{"t.csv", "", true, {}, {}, {}}};
  EXPECT_TRUE(run("Wer;Mail\nPeeters;p@example.org\n", ImportRun::Dry).sheets.empty());
}

TEST_F(Import, WhatIsLatestIsForItsAuthorToTakeBackWhileNothingElseChanged) {
  EXPECT_FALSE(latest_import(world_.context, reader("coordinator"))->has_value());
  run(table);
  EXPECT_TRUE(latest_import(world_.context, reader("coordinator")).value()->good);
  world_.put(small_mission(), "other");
  EXPECT_FALSE(latest_import(world_.context, reader("coordinator")).value()->good);
  EXPECT_FALSE(latest_import(world_.context, reader("director")));
}

TEST_F(Import, ASecondImportWritesNothing) {
  run(table);
  const auto again = run(table);
  EXPECT_EQ(again.unchanged, 1U);
  EXPECT_FALSE(again.written);
}

TEST_F(Import, NothingIsTakenBackAfterTheMissionChangedOtherwise) {
  run(table);
  world_.put(small_mission(), "other");
  const auto refused = undo_import(world_.context, reader("coordinator"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(std::get<Conflict>(refused.error()).code, "nothing_to_undo");
}

TEST_F(Import, AnAgencysHeadingsAreRemembered) {
  run("Name;Bemerkung\nSolvay;Soda\n", ImportRun::Apply, {{"Bemerkung", "profile"}});
  const auto again = run("Bemerkung;Name\nSoda;Solvay\n", ImportRun::Dry);
  EXPECT_EQ(again.unchanged, 1U);
  order_.agency.value = "FI";
  EXPECT_FALSE(run("Bemerkung;Name\nSoda;Solvay\n", ImportRun::Dry)
                   .sheets.front()
                   .column_of(exchange::ImportField::Profile));
}

TEST_F(Import, ErasingAPersonErasesTheirContactsAlsoFromWhatCouldBeTakenBack) {
  run("Surname;First name;Mail\nKint;An;an@example.org\n");
  run("Surname;First name;Mail\nPeeters;Bo;bo@example.org\n");
  world_.store.write([](sql::Connection& connection) {
    const auto id = store::read_served_state(connection)->id;
    EXPECT_EQ(store::erase_contacts(connection, id, "person/kint-an"), 1);
    EXPECT_FALSE(store::find_import_undo(connection, id));
  });
}

TEST_F(Import, OnlyWhoMayLoadTheMissionMayImport) {
  for (const auto& [name, who] : readers())
    if (name != "coordinator") {
      EXPECT_FALSE(import_tables(world_.context, who, order_, ImportRun::Dry)) << name;
      EXPECT_FALSE(undo_import(world_.context, who)) << name;
    }
}

}  // namespace
}  // namespace kontor::actions
