#include "exchange/table.h"

#include <gtest/gtest.h>

#include "exchange/archive.h"
#include "exchange/workbook.h"

namespace kontor::exchange {
namespace {

using base::Language;
using Rows = std::vector<std::vector<std::string>>;

Table sample() {
  const base::LocalDate day = base::parse_date("2025-10-05").value();
  Table table{"People: all", {"Name", "Count", "Yes", "Day", "At", "=Note"}, {}};
  table.rows.push_back({"van der Straeten-Waillet", std::int64_t{-5}, true, day,
                        base::LocalDateTime{day, 570}, "=1+1"});
  table.rows.push_back(
      {"D'hondt; \"Zoë\"\r\n&<>", std::int64_t{1'000'000}, false, day, std::monostate{}, "00123"});
  table.rows.push_back({"+32 2 123", {}, {}, {}, {}, "@cmd"});
  table.rows.push_back({"http://example.org", {}, {}, {}, {}, "\tx"});
  return table;
}

const Rows as_read{
    {"Name", "Count", "Yes", "Day", "At", "=Note"},
    {"van der Straeten-Waillet", "-5", "TRUE", "2025-10-05", "2025-10-05T09:30", "=1+1"},
    {"D'hondt; \"Zoë\"\r\n&<>", "1000000", "FALSE", "2025-10-05", "", "00123"},
    {"+32 2 123", "", "", "", "", "@cmd"},
    {"http://example.org", "", "", "", "", "\tx"}};

TEST(Table, IsReadBackAsItWasWritten) {
  for (const Language language : base::all_languages) {
    for (const std::string& bytes :
         {write_csv(sample(), language), write_xlsx({sample()}, language)}) {
      const auto read = read_workbook(bytes, "table");
      ASSERT_TRUE(read.has_value()) << base::sentence(read.error().front());
      EXPECT_EQ(read->sheets.front().rows, as_read);
    }
  }
}

TEST(Table, NoCellOfTextBeginsLikeAFormula) {
  const std::string csv = write_csv(sample(), Language::Fr);
  EXPECT_NE(csv.find("TRUE;2025-10-05;2025-10-05T09:30;'=1+1\r\n"), csv.npos);
  EXPECT_NE(csv.find("\n'+32 2 123;;;;;'@cmd\r\n"), csv.npos);
  EXPECT_NE(csv.find(";-5;"), csv.npos) << "a number is no text";
}

TEST(Table, WorkbooksHaveAFrozenHeaderFiltersAndNeitherFormulasNorLinks) {
  const std::string bytes = write_xlsx({sample(), sample()}, Language::De);
  const auto archive = Archive::open(bytes, "table", {});
  ASSERT_TRUE(archive.has_value());
  const std::string sheet = archive->part("xl/worksheets/sheet1.xml").value();
  EXPECT_NE(sheet.find("state=\"frozen\""), sheet.npos);
  EXPECT_NE(sheet.find("<autoFilter ref=\"A1:F5\""), sheet.npos);
  EXPECT_EQ(sheet.find("<f>"), sheet.npos);
  EXPECT_EQ(sheet.find("hyperlink"), sheet.npos);
  EXPECT_NE(archive->part("xl/styles.xml")->find("dd.mm.yyyy"), std::string::npos);
  EXPECT_EQ(read_workbook(bytes, "table")->sheets.at(1).name, "People  all 2");
}

TEST(Table, TheSameTableGivesTheSameBytes) {
  EXPECT_EQ(write_xlsx({sample()}, Language::Nl), write_xlsx({sample()}, Language::Nl));
}

TEST(Table, LongTextsAreCutBetweenLetters) {
  Table table{"x", {"a"}, {}};
  std::string text;
  for (int n = 0; n < 40'000; ++n) text += "é";
  table.rows.push_back({text});
  const auto read = read_workbook(write_xlsx({table}, Language::En), "table");
  ASSERT_TRUE(read.has_value());
  const std::string& cell = read->sheets.front().rows.at(1).at(0);
  EXPECT_TRUE(cell.ends_with("é…") && cell.size() <= 32'000U);
}

}  // namespace
}  // namespace kontor::exchange
