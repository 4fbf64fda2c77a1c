#include <algorithm>
#include <gtest/gtest.h>

#include "actions/world.h"
#include "exchange/mission_tables.h"
#include "exchange/workbook.h"

namespace kontor::actions {
namespace {

using base::Language;
using exchange::MissionTable;

exchange::Table table_of(MissionTable which, Language language = Language::En) {
  return exchange::mission_table(which, small_mission(), small_plan().plan, language);
}

TEST(Export, HasARowForEachRecordAndACellForEachHeading) {
  const auto mission = small_mission();
  const auto plan = small_plan().plan;
  EXPECT_EQ(table_of(MissionTable::Organisations).rows.size(), mission.organisations.size());
  EXPECT_EQ(table_of(MissionTable::People).rows.size(), mission.people.size());
  EXPECT_EQ(table_of(MissionTable::Programme).rows.size(), mission.activities.size());
  EXPECT_EQ(table_of(MissionTable::Meetings).rows.size(), plan.meetings.size());
  EXPECT_EQ(table_of(MissionTable::Wishes).rows.size(), mission.wishes.size());
  EXPECT_EQ(table_of(MissionTable::Agreements).rows.size(), mission.agreements.size());
  for (const MissionTable which : exchange::all_mission_tables)
    for (const auto& row : table_of(which).rows)
      EXPECT_EQ(row.size(), table_of(which).columns.size()) << word(which);
}

TEST(Export, IsReadBackFromBothFormatsInEveryLanguage) {
  for (const MissionTable which : exchange::all_mission_tables) {
    EXPECT_EQ(exchange::mission_table_of(exchange::word(which)), which);
    for (const Language language : base::all_languages) {
      const auto table = table_of(which, language);
      const auto csv = exchange::read_workbook(exchange::write_csv(table, language), "t");
      const auto xlsx = exchange::read_workbook(exchange::write_xlsx({table}, language), "t");
      ASSERT_TRUE(csv && xlsx);
      EXPECT_EQ(csv->sheets.front().rows, xlsx->sheets.front().rows);
      EXPECT_EQ(csv->sheets.front().rows.front(), table.columns);
    }
  }
  EXPECT_EQ(table_of(MissionTable::People, Language::De).columns.at(1), "Familienname");
}

TEST(Export, SaysWhenAndWhetherThingsHappen) {
  const auto plan = small_plan().plan;
  const auto programme = table_of(MissionTable::Programme);
  const auto row = std::ranges::find_if(programme.rows, [](const auto& cells) {
    return std::get<std::string>(cells.front()) == "A1";
  });
  ASSERT_NE(row, programme.rows.end());
  EXPECT_EQ(std::get<base::LocalDateTime>(row->at(5)), plan.activities.front().starts_at);
  EXPECT_EQ(std::get<std::int64_t>(row->at(9)),
            std::ranges::count(plan.attendances, plan.activities.front().activity,
                               &mission::Attendance::activity));
  int granted = 0;
  for (const auto& cells : table_of(MissionTable::Wishes).rows) granted += std::get<bool>(cells[7]);
  EXPECT_GT(granted, 0);
}

}  // namespace
}  // namespace kontor::actions
