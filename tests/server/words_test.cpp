#include "server/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

// Every fault has its sentence in four languages.

namespace kontor::server {
namespace {

using base::Language;
using testing::HasSubstr;
using testing::Not;

std::set<std::string> placeholders(std::string_view words) {
  std::set<std::string> found;
  for (std::size_t at = words.find('{'); at != words.npos; at = words.find('{', at + 1))
    found.emplace(words.substr(at, words.find('}', at) - at + 1));
  return found;
}

TEST(IssueWords, AreInEveryLanguageWithTheSamePlaceholders) {
  ASSERT_GT(base::issue_codes().size(), 100U);
  for (const std::string_view code : base::issue_codes()) {
    const std::string_view english = issue_wording(code, Language::En);
    EXPECT_FALSE(english.empty()) << code;
    // Their {value} is a sentence that says all of it in the reader's language.
    const bool by_value = code.starts_with("release_");
    for (const Language language : {Language::Fr, Language::Nl, Language::De}) {
      const std::string_view words = issue_wording(code, language);
      if (by_value) {
        EXPECT_TRUE(placeholders(words).contains("{value}")) << code;
        continue;
      }
      EXPECT_EQ(placeholders(words), placeholders(english)) << code << " " << base::code(language);
      if (code != "bad_syntax") {
        EXPECT_NE(words, english) << code << " " << base::code(language);
      }
      EXPECT_TRUE(words.ends_with('.') || words.ends_with('}') || words.ends_with("…"))
          << code << " " << base::code(language) << ": " << words;
    }
  }
}

TEST(IssueWords, UseFrenchSpacesThatDoNotBreak) {
  for (const std::string_view code : base::issue_codes()) {
    const std::string words(issue_wording(code, Language::Fr));
    for (const char* wrong : {" :", " ;", " ?", " !", " »", "« "})
      EXPECT_THAT(words, Not(HasSubstr(wrong))) << code;
  }
}

// The reasons that readers of workbooks, documents and JSON give.
TEST(IssueWords, ReasonsAreWordedToo) {
  for (const std::string reason : {"it has too many parts",
                                   "a part has no name or length",
                                   "it would unpack to too many bytes",
                                   "a part is packed more than any workbook is",
                                   "xl/workbook.xml is missing or damaged",
                                   "it is no text document",
                                   "its tags are nested too deeply",
                                   "xl/sheet1.xml has too many tags",
                                   "sheet People is nowhere",
                                   "its texts are repeated too often",
                                   "it has no sheet",
                                   "it cannot be opened",
                                   "it is no plain file",
                                   "it is no text in UTF-8",
                                   "Not a zip archive",
                                   "xl/workbook.xml: Start-end tags mismatch",
                                   "The text is no JSON from here on",
                                   "The JSON is wrong: syntax error",
                                   "A quote inside a cell must be doubled",
                                   "The line has 3 cells, the header 4",
                                   "The column \"name\" stands twice"})
    for (const Language language : {Language::Fr, Language::Nl, Language::De}) {
      const std::string words =
          sentence({"bad_workbook", "", "", {{"reason", reason}}, {}}, language);
      EXPECT_THAT(words, Not(HasSubstr(reason))) << base::code(language);
      for (const char* english : {" the ", " it ", " too ", "mismatch", " error", "{"})
        EXPECT_THAT(words, Not(HasSubstr(english))) << base::code(language);
    }
}

TEST(IssueWords, KeepWhatSomebodyWrote) {
  const base::Issue issue{
      "unknown_reference", "/host", "person", {{"noun", "person"}, {"hint", ""}}, {}};
  EXPECT_THAT(sentence(issue, Language::De), HasSubstr("Person „person“"));
  const base::Issue hinted{"unknown_reference",
                           "/leg",
                           "L9",
                           {{"noun", "leg"}, {"hint", " Did you mean \"a list\"?"}},
                           {}};
  EXPECT_THAT(sentence(hinted, Language::Nl), HasSubstr("etappe “L9”"));
  EXPECT_THAT(sentence(hinted, Language::Nl), HasSubstr("Bedoelde u “a list”?"));
}

TEST(IssueWords, NumbersOfALimitStay) {
  const base::Issue issue{"out_of_range", "/name", "", {{"expected", "one line of 200 bytes"}}, {}};
  EXPECT_THAT(sentence(issue, Language::De), HasSubstr("eine Zeile von höchstens 200 Bytes"));
}

}  // namespace
}  // namespace kontor::server
