#include "actions/remarks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/own_data.h"
#include "actions/world.h"
#include "store/changes.h"

namespace kontor::actions {

namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Remarks : public testing::Test {
 protected:
  Remarks() {
    world.put(small_mission());
    world.put(small_plan());
  }
  auto say(const std::string& who, const Saying& saying) {
    return keep_remark(world.context, reader(who), saying);
  }
  std::vector<std::string> own(const std::string& who) {
    std::vector<std::string> out;
    const auto remarks = read_remarks(world.context, reader(who));
    for (const auto& remark : remarks.value())
      out.push_back(remark.subject + " " + remark.topic + " " + remark.value);
    return out;
  }
  World world;
};

TEST_F(Remarks, AreReplacedAndTakenBackByWhoSaidThem) {
  ASSERT_TRUE(say("P1", {"organisation/C1", "wish", "want"}));
  ASSERT_TRUE(say("P1", {"organisation/C1", "wish", "must"}));
  ASSERT_TRUE(say("P1", {"meeting/O1/C1", "outcome", "lead"}));
  EXPECT_THAT(own("P1"), ElementsAre("meeting/O1/C1 outcome lead", "organisation/C1 wish must"));
  EXPECT_THAT(own("Q1"), IsEmpty());
  ASSERT_TRUE(say("P1", {"organisation/C1", "wish", ""}));
  EXPECT_THAT(own("P1"), ElementsAre("meeting/O1/C1 outcome lead"));
}

TEST_F(Remarks, AreReadByTheOfficeWithoutNotesAndByNobodyElse) {
  ASSERT_TRUE(say("P1", {"organisation/C1", "note", "talks too much"}));
  ASSERT_TRUE(say("P1", {"organisation/C1", "wish", "never"}));
  for (const auto& [name, acting] : readers()) {
    const auto all = read_all_remarks(world.context, acting);
    EXPECT_EQ(all.has_value(), name == "coordinator") << name;
    if (all) {
      EXPECT_THAT(*all, ElementsAre(Field(&store::Remark::value, "never")));
    }
  }
}

TEST_F(Remarks, AreKeptByPeopleOfTheMissionAlone) {
  for (const std::string who : {"public", "AW", "press", "protocol", "coordinator", "director"}) {
    EXPECT_FALSE(read_remarks(world.context, reader(who))) << who;
    EXPECT_FALSE(say(who, {"organisation/C1", "wish", "want"})) << who;
  }
}

TEST_F(Remarks, WhatNobodyMayKnowOfCannotBeSpokenOf) {
  const auto hidden = say("P1", {"activity/A9", "wish", "want"});
  const auto nothing = say("P1", {"activity/none", "wish", "want"});
  const auto foreign = say("P1", {"meeting/O2/C2", "presence", "late_5"});
  ASSERT_FALSE(hidden || nothing || foreign);
  for (const auto* refusal : {&hidden, &nothing, &foreign})
    EXPECT_TRUE(std::holds_alternative<Missing>(refusal->error()));
}

TEST_F(Remarks, AllFaultsAreNamedAtOnce) {
  const auto refused = say("P1", {"organisation/C1", "outcome", "rich"});
  ASSERT_FALSE(refused);
  EXPECT_THAT(std::get<base::Issues>(refused.error()), SizeIs(2));
  EXPECT_FALSE(say("P1", {"organisation/C1", "mood", "good"}));
  EXPECT_FALSE(say("P1", {"organisation/C1", "note", std::string(2001, 'x')}));
}

TEST_F(Remarks, TheLogTellsThatSomethingWasSaidAndNotWhat) {
  ASSERT_TRUE(say("P1", {"organisation/C1", "wish", "never"}));
  const auto changes = world.store.read([](sql::Connection& connection) {
    return store::read_changes(connection, {"small"}, 99, 9);
  });
  ASSERT_THAT(changes, Not(IsEmpty()));
  EXPECT_EQ(changes.front().subject + ": " + changes.front().detail, "person/P1: said wish");
}

TEST_F(Remarks, AreTakenAlongAndDeletedWithThePersonsData) {
  ASSERT_TRUE(say("P1", {"organisation/C1", "note", "mine"}));
  EXPECT_THAT(read_own_data(world.context, reader("P1"), {"P1"})->remarks, SizeIs(1));
  EXPECT_EQ(erase_own_data(world.context, reader("P1"), {"P1"})->remarks, 1);
  EXPECT_THAT(own("P1"), IsEmpty());
}

}  // namespace

}  // namespace kontor::actions
