// Files for other programs: who may take them out, and what is in them.
#include "server/exports.h"

#include <gtest/gtest.h>

#include "server/scene.h"

namespace kontor::server {
namespace {

using test::Scene;

TEST(Exports, WhatEverybodyMayHaveIsTheSameForAllAndHoldsNoSecret) {
  Scene scene;
  mission::Mission mission = actions::small_mission();
  mission.record.invented = false;
  scene.world.put(mission);
  for (const ExportFile& file : export_files()) {
    if (file.right != ExportRight::Everybody) continue;
    const std::string target = "/exports/" + std::string(file.name) + "?lang=en";
    const Response to_public = scene.get(target);
    ASSERT_EQ(to_public.status, 200) << target;
    EXPECT_EQ(to_public.type, file.media);
    const std::string body(to_public.bytes());
    for (const auto& [name, acting] : actions::readers())
      EXPECT_EQ(scene.get(target, scene.sign_in(name)).bytes(), body) << name << target;
    EXPECT_EQ(body.find("Activity A9"), std::string::npos) << target << " names what is protocol's";
    EXPECT_EQ(body.find("Family PR"), std::string::npos) << target;
  }
  EXPECT_NE(scene.get("/exports/schedule.xml").bytes().find("Activity A1"), std::string::npos);
}

TEST(Exports, AScheduleIsOfOneZoneOrOfAll) {
  Scene scene;
  const auto west = scene.get("/exports/schedule.xml?of=America/Los_Angeles");
  ASSERT_EQ(west.status, 200);
  EXPECT_NE(west.bytes().find("time_zone_name"), std::string::npos);
  EXPECT_EQ(scene.get("/exports/schedule.xml").bytes().find("time_zone_name"), std::string::npos);
  EXPECT_EQ(scene.get("/exports/schedule.xml?of=Europe/Paris").status, 404);
  EXPECT_EQ(scene.get("/exports/changes.atom?of=SF").status, 404);
  EXPECT_EQ(scene.get("/exports/none.xml").status, 404);
}

TEST(Exports, FeedsTellWhatANewVersionMovedAndNothingOfSecrets) {
  Scene scene;
  store::StoredPlan next = actions::small_plan();
  next.plan.version += 1;
  next.made_at += std::chrono::hours(1);
  for (auto& one : next.plan.activities)
    if (one.activity.value != "A2") one.starts_at = base::plus_minutes(one.starts_at, 30);
  scene.world.put(next);
  for (const std::string name : {"changes.atom", "changes.rss"}) {
    const std::string feed(scene.get("/exports/" + name + "?lang=nl").bytes());
    EXPECT_NE(feed.find("Verplaatst: Activity A1"), std::string::npos) << feed;
    EXPECT_EQ(feed.find("Activity A2"), std::string::npos) << "it did not move";
    EXPECT_EQ(feed.find("Activity A9"), std::string::npos) << "it is protocol's";
  }
}

TEST(Exports, TheListHoldsWhatTheReaderMayTakeOut) {
  Scene scene;
  for (const auto& [name, acting] : actions::readers()) {
    const std::string list(scene.get("/api/exports", scene.sign_in(name)).bytes());
    for (const ExportFile& file : export_files()) {
      const bool listed = list.find('"' + std::string(file.name) + '"') != std::string::npos;
      EXPECT_EQ(listed, may_export(acting, file)) << name << file.name;
      const int status =
          scene.get("/exports/" + std::string(file.name), scene.sign_in(name)).status;
      EXPECT_TRUE(listed || status == (name == "public" ? 401 : 403)) << name << file.name;
    }
  }
}

}  // namespace
}  // namespace kontor::server
