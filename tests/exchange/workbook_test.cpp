#include "exchange/workbook.h"

#include <gtest/gtest.h>

#include "exchange/csv_read.h"
#include "exchange/inert.h"
#include "exchange/made_workbook.h"
#include "exchange/text_encoding.h"
#include "exchange/xlsx_dates.h"

namespace kontor::exchange {
namespace {

using test::made_xlsx;
using test::made_zip;
using Rows = std::vector<std::vector<std::string>>;
using namespace std::string_literals;

Rows rows_of(const std::string& bytes) {
  const auto read = read_workbook(bytes, "list");
  EXPECT_TRUE(read.has_value()) << (read ? "" : base::sentence(read.error().front()));
  return read && !read->sheets.empty() ? read->sheets.front().rows : Rows{};
}

std::string code_of(const std::string& bytes, const WorkbookLimits& limits = {}) {
  const auto read = read_workbook(bytes, "list", limits);
  return read ? "" : read.error().front().code;
}

std::string utf16(const std::u16string& text, bool big) {
  std::string out;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    out += big ? high : low;
    out += big ? low : high;
  }
  return out;
}

TEST(TextEncoding, IsFoundOutAndEveryOneGivesTheSameText) {
  const std::string text = "Société;Müller-Lüdenscheidt;€ 5";
  EXPECT_EQ(text_of_any_encoding(text), text);
  EXPECT_EQ(text_of_any_encoding("\xEF\xBB\xBF" + text), text);
  EXPECT_EQ(text_of_any_encoding("Soci\xE9t\xE9;M\xFCller-L\xFC"
                                 "denscheidt;\x80 5"),
            text);
  const std::u16string wide = u"Société;Müller-Lüdenscheidt;€ 5";
  EXPECT_EQ(text_of_any_encoding("\xFF\xFE" + utf16(wide, false)), text);
  EXPECT_EQ(text_of_any_encoding("\xFE\xFF" + utf16(wide, true)), text);
  EXPECT_EQ(text_of_any_encoding(utf16(wide, false)), text);
  EXPECT_EQ(text_of_any_encoding(utf16(wide, true)), text);
  EXPECT_EQ(text_of_any_encoding("\xFF\xFE" + utf16(u"\xD83D\xDE80", false)), "🚀");
}

TEST(TextEncoding, WhatIsNoTextIsRefused) {
  for (const std::string& bytes :
       {"a\0b"s, "\x81 no such letter"s, "\xFF\xFE\x3D"s, "\xFF\xFE\x3D\xD8"s, "\xFF\xFE\x00\xDC"s})
    EXPECT_EQ(text_of_any_encoding(bytes), std::nullopt);
  EXPECT_EQ(code_of("a\0b"s), "not_text");
}

TEST(Csv, SeparatorsAreFoundOutBehindTitleRowsToo) {
  EXPECT_EQ(separator_of("Mission Californie, octobre 2025\n\nNom;Ville\nA, B;Gand\nC;Liège\n"),
            ';');
  EXPECT_EQ(separator_of("name,city\n\"a;b\",Ghent\nc,Liège\n"), ',');
  EXPECT_EQ(separator_of("name\tcity\na;b\tGhent\nc\tLiège\n"), '\t');
  EXPECT_EQ(separator_of("sep=|\na;b|c\n"), '|');
  EXPECT_EQ(separator_of("a,b\n1,\"x;y;z;\"\"v;w\"\n"), ',') << "quotes count for nothing";
  EXPECT_EQ(separator_of("alone"), ';');
}

TEST(Csv, QuotedCellsHoldEverythingAndRowsKeepTheirPlaces) {
  const Rows expected{{"Nom", "Note"}, {}, {"\"t Kint", "a;b\r\nc"}, {"", "x"}};
  EXPECT_EQ(rows_of("Nom;Note\r\n\r\n\"\"\"t Kint\";\"a;b\r\nc\"\r\n;x;;\r\n\r\n"), expected);
  EXPECT_EQ(rows_of("a;b\rc;d"), (Rows{{"a", "b"}, {"c", "d"}}));
}

TEST(Csv, NothingIsMadePrettier) {
  const std::string line = "van der Straeten-Waillet;'t Kint;D'hondt; 0403.170.701 ;00123";
  EXPECT_EQ(rows_of(line + "\n" + line).front(),
            (std::vector<std::string>{"van der Straeten-Waillet", "'t Kint", "D'hondt",
                                      " 0403.170.701 ", "00123"}));
}

TEST(Csv, ALostQuoteIsToldWithItsRow) {
  const auto read = read_workbook("a;b\nc;\"d\ne;f\n", "list");
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().front().code, "open_quote");
  EXPECT_EQ(read.error().front().place.line, 2);
}

TEST(Csv, LimitsHold) {
  EXPECT_EQ(code_of(std::string(101, 'x'), {.file_bytes = 100}), "too_large");
  EXPECT_EQ(code_of("a\nb\nc\n", {.rows = 2}), "too_many_rows");
  EXPECT_EQ(code_of("a;b;c\n", {.columns = 2}), "too_many_columns");
}

TEST(Inert, WhatBeginsLikeAFormulaNeverDoesAndComesBack) {
  for (const char* text : {"=1+1", "+32 2 123", "-5", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''+1"}) {
    const std::string made = inert(text);
    EXPECT_EQ(made.front(), '\'') << text;
    EXPECT_EQ(without_inert_mark(made), text);
  }
  for (const char* text : {"", "'t Kint", "D'hondt", "a=b", "'", "0403"}) {
    EXPECT_EQ(inert(text), text);
    EXPECT_EQ(without_inert_mark(text), text);
  }
}

TEST(Xlsx, TextsNumbersAndDatesReadAsTheirAuthorSeesThem) {
  const Rows rows = rows_of(made_xlsx(
      R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr">)"
      R"(<is><t xml:space="preserve"> b </t></is></c>)"
      R"(<c r="C2" t="s"><v>1</v></c><c r="E2"><v>45935</v></c></row>)"
      R"(<row r="4"><c r="A4" s="1"><v>45935</v></c>)"
      R"(<c r="B4" s="2"><v>45935.395833333336</v></c>)"
      R"(<c r="C4" s="3"><v>403170701</v></c><c r="D4"><v>0.30000000000000004</v></c>)"
      R"(<c r="E4" t="b"><v>1</v></c><c r="F4" t="str"><v>=a</v></c>)"
      R"(<c r="G4" s="2"><v>0.5</v></c></row>)",
      "", {"<t>van der _x0041_</t>", "<r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh>"}));
  const Rows expected{
      {},
      {"van der A", " b ", "rich", "", "45935"},
      {},
      {"2025-10-05", "2025-10-05T09:30", "0403170701", "0.3", "TRUE", "=a", "12:00"}};
  EXPECT_EQ(rows, expected);
}

TEST(Xlsx, DaysCountFromWhereTheWorkbookSays) {
  const std::string row = R"(<row><c s="1"><v>44473</v></c></row>)";
  EXPECT_EQ(rows_of(made_xlsx(row)), (Rows{{"2021-10-04"}}));
  EXPECT_EQ(rows_of(made_xlsx(row, "", {}, R"(<workbookPr date1904="1"/>)")),
            (Rows{{"2025-10-05"}}));
  const NumberFormat date{true, 0};
  EXPECT_EQ(shown_number("59", date, false), "1900-02-28");
  EXPECT_EQ(shown_number("60", date, false), "60") << "29 February 1900 never was";
  EXPECT_EQ(shown_number("61", date, false), "1900-03-01");
}

TEST(Xlsx, FormatsAreDatesByTheirLettersAlone) {
  for (const char* code : {"dd/mm/yyyy", "[$-40C]d mmm yy", "h:mm", "yyyy\\-mm\\-dd;@"})
    EXPECT_TRUE(format_of_code(code).is_date) << code;
  for (const char* code : {"General", "0.00", "\"day\" 0", "[Red]0", "#,##0\\d", "0;dd"})
    EXPECT_FALSE(format_of_code(code).is_date) << code;
  EXPECT_EQ(format_of_code("0000000000").digits, 10);
}

TEST(Xlsx, MergedCellsShowTheirTextInEachOfThem) {
  const auto read = read_workbook(
      made_xlsx(R"(<row r="1"><c r="B1" t="inlineStr"><is><t>Contact</t></is></c></row>)",
                R"(<mergeCells><mergeCell ref="B1:D1"/></mergeCells>)"),
      "list");
  ASSERT_TRUE(read.has_value());
  const Sheet& sheet = read->sheets.front();
  EXPECT_EQ(sheet.name, "List");
  EXPECT_EQ(sheet.cell(0, 3), "Contact");
  EXPECT_EQ(sheet.cell(0, 4), "");
  EXPECT_EQ(sheet.cell(9, 9), "");
}

TEST(Xlsx, BombsAreRefusedBeforeTheyGoOff) {
  EXPECT_EQ(code_of(made_zip({{"xl/workbook.xml", std::string(100'000'000, ' ')}})), "bomb");
  EXPECT_EQ(code_of(made_zip({{"a", std::string(600, 'x')}, {"b", std::string(600, 'x')}}),
                    {.unpacked_bytes = 1000}),
            "bomb");
  test::Parts parts;
  for (int n = 0; n < 3000; ++n) parts.emplace_back(std::to_string(n), "");
  EXPECT_EQ(code_of(made_zip(parts)), "bomb");
  EXPECT_EQ(code_of(made_xlsx("<row/>"), {.tags = 3}), "bomb");
  std::string row = "<row>";
  for (int n = 0; n < 400; ++n) row += R"(<c t="s"><v>0</v></c>)";
  EXPECT_EQ(code_of(made_xlsx(row + "</row>", "", {"<t>" + std::string(50'000, 'x') + "</t>"}),
                    {.unpacked_bytes = 1'000'000}),
            "bomb")
      << "one long text in many cells";
}

TEST(Xlsx, EntitiesAreNeitherExpandedNorFetched) {
  const std::string laughs = R"(<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">)"
                             R"(<!ENTITY f SYSTEM "file:///etc/passwd">]>)";
  EXPECT_EQ(code_of(made_zip({{"xl/workbook.xml", laughs + "<workbook>&b;&f;</workbook>"}})),
            "xml_declaration");
}

TEST(Xlsx, PathsThatLeadOutAreRefused) {
  for (const char* name : {"../x", "xl/../../x", "/etc/passwd", "xl\\..\\x", "c:x"})
    EXPECT_EQ(code_of(made_zip({{name, "x"}})), "unsafe_path") << name;
  std::string twice = made_zip({{"same-a", "x"}, {"same-b", "y"}});
  for (std::size_t at = 0; (at = twice.find("same-b")) != twice.npos;) twice[at + 5] = 'a';
  EXPECT_NE(code_of(twice), "") << "two parts of one name";
}

TEST(Xlsx, DamageAndOtherFilesAreRefusedInWords) {
  const std::string good = made_xlsx("<row/>");
  EXPECT_EQ(code_of(good.substr(0, good.size() / 2)), "bad_workbook");
  EXPECT_EQ(code_of(made_zip({{"word/document.xml", "<x/>"}})), "bad_workbook");
  EXPECT_EQ(code_of(made_zip({{"xl/workbook.xml", "<workbook"}})), "bad_workbook");
  EXPECT_EQ(code_of("\xD0\xCF\x11\xE0 an old workbook"), "old_workbook");
  EXPECT_EQ(code_of(made_xlsx(R"(<row r="999999999"/>)")), "too_many_rows");
  EXPECT_EQ(code_of(made_xlsx(R"(<row><c r="ZZZ1" t="b"><v>1</v></c></row>)")), "too_many_columns");
  for (const char* code : {"bad_workbook", "old_workbook", "bomb", "unsafe_path", "xml_declaration",
                           "not_text", "open_quote", "too_many_rows", "too_many_columns"})
    EXPECT_FALSE(base::sentence({code, "list", "", {}, {}}).starts_with(code)) << "no words";
}

}  // namespace
}  // namespace kontor::exchange
