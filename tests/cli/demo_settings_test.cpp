#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "cli/demo/complete.h"
#include "cli/demo/read_demo.h"
#include "exchange/folder_read.h"

namespace kontor::cli::demo {
namespace {

namespace fs = std::filesystem;

const fs::path california = fs::path(KONTOR_SOURCE_DIR) / "missions/california-2025";

std::string demo_text() {
  std::ifstream in(california / "demo/demo.toml", std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// The sentences about demo.toml after `from` became `to`.
std::string said(const std::string& from, const std::string& to) {
  std::string text = demo_text();
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
  const fs::path file = fs::path(testing::TempDir()) / "kontor-demo.toml";
  std::ofstream(file, std::ios::binary) << text;
  const auto read = read_demo_from(california / "facts", file);
  std::string out;
  if (!read)
    for (const base::Issue& issue : read.error()) out += base::sentence(issue) + "\n";
  return out;
}

TEST(DemoSettings, FaultsNamePlaceAndRemedy) {
  EXPECT_EQ(said("delegates = 500", "delegats = 500"),
            "kontor-demo.toml:1:1: demo needs a field \"delegates\".\n"
            "kontor-demo.toml:10:1: demo has no field \"delegats\". Did you mean \"delegates\"? "
            "Known fields: seed, delegates, companies, companies_brussels, companies_wallonia, "
            "federations, academic_institutions, press, counterparts, activities, agreements, "
            "wishes, musts, nevers, activity_wishes, precedence, travel_buffer_minutes, hubs, "
            "travel_times, venue, coach, session, topic, assume, rule.\n");
  EXPECT_EQ(said("counterparts = 300", "counterparts = 1"),
            "kontor-demo.toml: demo/counterparts is 1; it must be 2 to 340.\n");
  EXPECT_EQ(said("room = \"at-google\"", "room = \"at-gogle\""),
            "activity/A19/room names room \"at-gogle\", which does not exist. Did you mean "
            "\"at-google\"?\n");
}

TEST(DemoSettings, MissingFilesOfBothKindsAreReportedTogether) {
  const auto read = read_demo("/nowhere");
  ASSERT_FALSE(read);
  ASSERT_EQ(read.error().size(), 2U);
  EXPECT_EQ(read.error()[0].code, "unreadable_folder");
  EXPECT_EQ(read.error()[1].code, "missing_file");
}

TEST(DemoSettings, OtherSizesGiveValidMissionsToo) {
  const auto facts = exchange::read_folder(california / "facts");
  const auto settings = read_settings(california / "demo/demo.toml");
  ASSERT_TRUE(facts && settings);
  struct Sizes {
    int delegates, companies, counterparts, activities, wishes, musts, nevers, activity_wishes;
  };
  for (const Sizes& sizes : {Sizes{0, 0, 2, 39, 0, 0, 0, 0}, Sizes{5, 40, 10, 50, 300, 60, 10, 50},
                             Sizes{900, 230, 340, 120, 4000, 900, 200, 900}}) {
    Settings changed = *settings;
    changed.delegates = sizes.delegates;
    changed.companies = sizes.companies;
    changed.companies_brussels = changed.companies_wallonia = sizes.companies / 4;
    changed.counterparts = sizes.counterparts;
    changed.activities = sizes.activities;
    changed.wishes = sizes.wishes;
    changed.musts = sizes.musts;
    changed.nevers = sizes.nevers;
    changed.activity_wishes = sizes.activity_wishes;
    const mission::Mission mission = complete(*facts, changed);
    const base::Issues issues = mission::validate(mission);
    EXPECT_TRUE(issues.empty()) << base::sentence(issues[0]);
    EXPECT_LE(mission.wishes.size(), static_cast<std::size_t>(sizes.wishes));
    EXPECT_EQ(mission.activities.size(), static_cast<std::size_t>(sizes.activities));
  }
}

}  // namespace
}  // namespace kontor::cli::demo
