#include "exchange/additions.h"

#include <gtest/gtest.h>

#include "exchange/folder_examples.h"
#include "exchange/folder_read.h"

namespace kontor::exchange {
namespace {

mission::Mission example() {
  return read_files(small_folder()).value();
}

std::string code_of(const base::Checked<Additions>& added) {
  return added ? "" : added.error().front().code;
}

TEST(Additions, ARuleByItsFieldsGetsAnIdOfItsOwn) {
  mission::Mission mission = example();
  const std::string who = mission.people.front().id.value;
  const std::string fields = "kind = \"rest\"; who = { people = [\"" + who + "\"] }; minutes = 60";
  for (int k = 0; k < 2; ++k) {
    const auto added = read_additions(mission, {{"rules.toml", rules_text(mission, fields)}});
    ASSERT_TRUE(added.has_value()) << base::sentence(added.error().front());
    ASSERT_EQ(added->rules.size(), 1U);
    EXPECT_EQ(added->rules.front().kind, mission::RuleKind::Rest);
    EXPECT_EQ(added->rules.front().minutes, 60);
    for (const auto& other : mission.rules) EXPECT_NE(other.id, added->rules.front().id);
    mission.rules.push_back(added->rules.front());
  }
}

TEST(Additions, ARuleWithAnIdKeepsIt) {
  const mission::Mission mission = example();
  EXPECT_EQ(rules_text(mission, "id = \"R99\"; kind = \"rest\""),
            "[[rule]]\nid = \"R99\"\n kind = \"rest\"\n");
  EXPECT_EQ(rules_text(mission, "[[rule]]\nid = \"R98\""), "[[rule]]\nid = \"R98\"");
}

TEST(Additions, NewcomersComeAlone) {
  const mission::Mission mission = example();
  const std::string employer = mission.organisations.front().id.value;
  const auto added = read_additions(
      mission,
      {{"people.toml", "[[person]]\nid = \"LATE\"\nfamily_name = \"Late\"\norganisation = \"" +
                           employer + "\"\n"}});
  ASSERT_TRUE(added.has_value()) << base::sentence(added.error().front());
  ASSERT_EQ(added->people.size(), 1U);
  EXPECT_EQ(added->people.front().id.value, "LATE");
  EXPECT_TRUE(added->organisations.empty() && added->wishes.empty() && added->rules.empty());
}

TEST(Additions, NothingUnknownAndForeignFilesAreRefused) {
  const mission::Mission mission = example();
  EXPECT_EQ(code_of(read_additions(mission, {})), "nothing_added");
  EXPECT_EQ(code_of(read_additions(mission, {{"figures.toml", ""}})), "unknown_file");
  EXPECT_NE(code_of(read_additions(mission, {{"rules.toml", "[[rule]]\nid = \"R9\""}})), "");
}

}  // namespace
}  // namespace kontor::exchange
