#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/check.h"
#include "wire/messages_fields.h"

namespace kontor::wire {
namespace {

std::vector<std::string> faults(const base::Issues& issues) {
  std::vector<std::string> list;
  for (const auto& issue : issues)
    list.push_back(issue.code + " " + issue.path + " " + issue.value);
  return list;
}

TEST(Writer, TextIsAPlainStringWhenItIsTheSameInAllLanguages) {
  EXPECT_EQ(to_json(base::Text::same("Google")), R"("Google")");
  EXPECT_EQ(to_json(base::Text()), R"("")");
}

TEST(Writer, TextShowsOnlyTheLanguagesThatItHas) {
  base::Text text;
  text.set(base::Language::Nl, "Gent");
  text.set(base::Language::Fr, "Gand");
  EXPECT_EQ(to_json(text), R"({"fr":"Gand","nl":"Gent"})");
}

TEST(Writer, BytesThatAreNoTextBecomeTheReplacementCharacter) {
  EXPECT_EQ(to_json(std::string("a\xFF\"b\xC3")), "\"a\xEF\xBF\xBD\\\"b\xEF\xBF\xBD\"");
}

TEST(Writer, ANumberThatJavaScriptWouldRoundIsABugOfOurs) {
  EXPECT_EQ(to_json((std::int64_t{1} << 53) - 1), "9007199254740991");
  EXPECT_THROW(to_json(std::int64_t{1} << 53), base::Bug);
}

TEST(Reader, AllFaultsAreReportedAtOnceWithTheirPlaces) {
  const auto read =
      read_day(R"({"local_date":"2025-02-30","legs":["a",7],"activities":1.5,"x/y":0})");
  ASSERT_FALSE(read.has_value());
  EXPECT_THAT(faults(read.error()),
              testing::UnorderedElementsAre("impossible_date /local_date 2025-02-30",
                                            "wrong_type /legs/1 7", "wrong_type /activities 1.5E0",
                                            "missing_field / ", "unknown_field / x/y"));
}

TEST(Reader, AnUnknownWordIsReportedWithThoseThatAreKnown) {
  const auto read = read_demo_sign_in(R"({"role":"king","name":"","address":""})");
  ASSERT_EQ(read.error().size(), 1U);
  EXPECT_EQ(base::sentence(read.error().front()),
            "/role is \"king\"; it must be one of public, delegate, host, adviser, press, "
            "protocol, coordinator, director.");
}

TEST(Reader, RubbishIsOneFault) {
  for (const std::string_view text : {"", "{", "[1,", "\xFF", "{\"a\":}", "nul"})
    EXPECT_THAT(faults(read_plan_request(text).error()), testing::ElementsAre("bad_syntax  "));
  EXPECT_THAT(faults(read_plan_request("[]").error()), testing::ElementsAre("wrong_type  a list"));
}

TEST(Reader, NestingWithoutEndIsRefusedAndNotFollowed) {
  EXPECT_THAT(faults(read_plan_request(std::string(100'000, '[')).error()),
              testing::ElementsAre("bad_syntax  "));
}

TEST(Reader, ANullableFieldMayBeAbsentOrNull) {
  EXPECT_EQ(read_plan_request("{}")->seed, std::nullopt);
  EXPECT_EQ(read_plan_request(R"({"seed":null})")->seed, std::nullopt);
  EXPECT_EQ(read_plan_request(R"({"seed":"7"})")->seed, "7");
}

// TypeScript and OpenAPI take the words from the headers; C++ takes them from mission/words.cpp.
TEST(Vocabularies, AreSpelledAlikeInAllGeneratedLanguages) {
  each_vocabulary(
      [](std::string_view name, auto value, const std::vector<std::string_view>& words) {
        using mission::word;
        for (std::size_t i = 0; i < words.size(); ++i)
          EXPECT_EQ(word(static_cast<decltype(value)>(i)), words[i]) << name;
        if constexpr (!std::same_as<decltype(value), mission::Role>) {
          EXPECT_EQ(mission::words_of<decltype(value)>().size(), words.size()) << name;
        }
      });
}

TEST(OpenApi, TheCommittedDocumentIsWhatTheMessagesSay) {
  const std::string command =
      "'" KONTOR_NODE "' '" KONTOR_SOURCE_DIR
      "/tools/wire.mjs' --check --openapi '" KONTOR_SOURCE_DIR "/docs/openapi.json'";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

}  // namespace
}  // namespace kontor::wire
