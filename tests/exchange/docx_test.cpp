#include <gtest/gtest.h>

#include "exchange/docx_read.h"
#include "exchange/made_workbook.h"

namespace kontor::exchange::test {

namespace {

const std::string head =
    R"(<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>)";

std::string made_docx(const std::string& body, Parts others = {}) {
  others.emplace_back("word/document.xml", head + body + "</w:body></w:document>");
  return made_zip(others);
}

std::string text_of(const std::string& bytes) {
  const auto text = read_docx(bytes, "release.docx");
  return text ? *text : "refused: " + text.error().front().code;
}

std::string paragraph(const std::string& inside) {
  return "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + inside + "</w:p>";
}

std::string run(const std::string& words) {
  return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
}

}  // namespace

TEST(Docx, JoinsRunsAndSeparatesParagraphs) {
  EXPECT_EQ(text_of(made_docx(paragraph(run("Les 1") + run(" 234") + run(" entreprises établies")) +
                              paragraph(run("31,4 &lt; 32")))),
            "Les 1 234 entreprises établies\n31,4 < 32\n");
}

TEST(Docx, ReadsBreaksTabsAndHyphens) {
  EXPECT_EQ(
      text_of(made_docx(paragraph("<w:r><w:t>2024</w:t><w:tab/><w:t>7</w:t><w:br/><w:t>x</w:t>"
                                  "<w:noBreakHyphen/><w:t>y</w:t></w:r>"))),
      "2024\t7\nx\u2011y\n");
}

TEST(Docx, KeepsTheCellsOfATableApart) {
  const auto cell = [](const std::string& words) {
    return "<w:tc>" + paragraph(run(words)) + "</w:tc>";
  };
  EXPECT_EQ(text_of(made_docx("<w:tbl><w:tr>" + cell("12") + cell("34") + "</w:tr></w:tbl>")),
            "12\n34\n");
}

TEST(Docx, TakesTrackedChangesAsAccepted) {
  EXPECT_EQ(
      text_of(made_docx(paragraph("<w:del><w:r><w:delText>63</w:delText><w:t>63</w:t></w:r></w:del>"
                                  "<w:ins>" +
                                  run("64") + "</w:ins><w:moveFrom>" + run("!") + "</w:moveFrom>" +
                                  run(" accords")))),
      "64 accords\n");
}

TEST(Docx, TakesOneOfTwoWritings) {
  EXPECT_EQ(text_of(made_docx(paragraph("<mc:AlternateContent><mc:Choice>" + run("5") +
                                        "</mc:Choice>"
                                        "<mc:Fallback>" +
                                        run("5") + "</mc:Fallback></mc:AlternateContent>"))),
            "5\n");
}

TEST(Docx, ReadsNotesAfterTheText) {
  const std::string notes = "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"1\">" +
                            paragraph(run("Source: BNB, 2025")) + "</w:footnote></w:footnotes>";
  EXPECT_EQ(text_of(made_docx(paragraph(run("31,4")), {{"word/footnotes.xml", notes}})),
            "31,4\nSource: BNB, 2025\n");
}

TEST(Docx, FollowsTheRelationToItsText) {
  const std::string relations =
      "<Relationships><Relationship Type=\"http://x/officeDocument\" Target=\"/word/text2.xml\"/>"
      "</Relationships>";
  EXPECT_EQ(text_of(made_zip(
                {{"_rels/.rels", relations},
                 {"word/text2.xml", head + paragraph(run("7")) + "</w:body></w:document>"}})),
            "7\n");
}

TEST(Docx, RefusesWhatIsNoDocument) {
  EXPECT_EQ(text_of("PK\x03\x04 and nothing more"), "refused: bad_document");
  EXPECT_EQ(text_of(made_zip({{"other.xml", "<a/>"}})), "refused: bad_document");
  EXPECT_EQ(text_of(made_xlsx("<row><c><v>1</v></c></row>")), "refused: bad_document");
  EXPECT_EQ(text_of(made_zip({{"word/document.xml", "<w:document><w:body>"}})),
            "refused: bad_document");
  EXPECT_EQ(text_of(made_docx(paragraph(run("\xff\xfe")))), "refused: not_text");
}

TEST(Docx, RefusesBombsAndEntities) {
  EXPECT_EQ(text_of(made_docx(std::string(300'000'000, ' '))), "refused: bomb");
  EXPECT_EQ(
      text_of(made_zip({{"word/document.xml",
                         "<!DOCTYPE a [<!ENTITY b \"c\">]><w:document><w:body/></w:document>"}})),
      "refused: xml_declaration");
  std::string open;
  std::string closed;
  for (int i = 0; i < 5'000; ++i) open += "<w:a>", closed += "</w:a>";
  EXPECT_EQ(text_of(made_docx(open + closed)), "refused: bad_document");
}

TEST(Docx, TellsArchivesFromTexts) {
  EXPECT_TRUE(is_archive(made_docx("")));
  EXPECT_FALSE(is_archive("PK 12 % plus"));
  EXPECT_FALSE(is_archive(""));
}

}  // namespace kontor::exchange::test
