#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

#include "exchange/folder_examples.h"
#include "exchange/folder_read.h"
#include "exchange/folder_write.h"

namespace kontor::exchange {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

std::string sentences(const base::Issues& issues) {
  std::string out;
  for (const base::Issue& issue : issues) out += base::sentence(issue) + "\n";
  return out;
}

// What is said of the small folder after `from` in `file` became `to`.
std::string said(const std::string& file, const std::string& from, const std::string& to) {
  Files files = small_folder();
  const std::size_t at = files[file].find(from);
  EXPECT_NE(at, std::string::npos) << from;
  files[file].replace(at, from.size(), to);
  const auto read = read_files(files);
  return read ? "" : sentences(read.error());
}

TEST(Folder, ReadsTheSmallMission) {
  const auto read = read_files(small_folder());
  ASSERT_TRUE(read) << sentences(read.error());
  EXPECT_EQ(read->organisations.size(), 2U);
  EXPECT_EQ(read->people[0].family_name, "'t Kint");
  EXPECT_EQ(read->sessions[0].slot_minutes, 20);
  EXPECT_EQ(read->wishes[1].rank, 2);
  EXPECT_EQ(base::format(read->sessions[0].starts_at), "2025-10-06T09:00");
}

TEST(Folder, WritesCanonicalFilesBackUnchanged) {
  const auto read = read_files(small_folder());
  ASSERT_TRUE(read);
  EXPECT_EQ(write_files(*read), small_folder());
}

TEST(Folder, AnyMissionSurvivesWritingAndReading) {
  for (int seed = 0; seed < 200; ++seed) {
    base::Rng rng(seed);
    const mission::Mission mission = random_mission(rng);
    const Files files = write_files(mission);
    const auto read = read_files(files);
    ASSERT_TRUE(read) << "seed " << seed << "\n" << sentences(read.error());
    ASSERT_EQ(*read, mission) << "seed " << seed;
    ASSERT_EQ(write_files(*read), files) << "seed " << seed;
  }
}

TEST(Folder, DifferentMissionsHaveDifferentCanonicalTexts) {
  auto mission = *read_files(small_folder());
  const std::string before = canonical_text(mission);
  mission.wishes[0].level = mission::WishLevel::Want;
  EXPECT_NE(canonical_text(mission), before);
  mission.wishes[0].level = mission::WishLevel::Must;
  EXPECT_EQ(canonical_text(mission), before);
}

TEST(Folder, SurvivesTheDisk) {
  const fs::path folder = fs::path(testing::TempDir()) / "kontor-folder-disk";
  fs::remove_all(folder);
  auto mission = *read_files(small_folder());
  write_folder(mission, folder);
  EXPECT_EQ(*read_folder(folder), mission);
  mission.wishes.clear();
  write_folder(mission, folder);
  EXPECT_FALSE(fs::exists(folder / "wishes.csv"));
  EXPECT_EQ(*read_folder(folder), mission);
}

TEST(FolderFaults, NameFileLineColumnValueAndRemedy) {
  EXPECT_EQ(
      said("activities.toml", "host = \"O2\"", "host = \"O3\""),
      "activities.toml:6:8: activity/A1/host names organisation \"O3\", which does not exist. "
      "Did you mean \"O1\"?\n");
  EXPECT_EQ(said("people.toml", "family_name", "famly_name"),
            "people.toml:5:1: person/P1 has no field \"famly_name\". Did you mean \"family_name\"? "
            "Known fields: id, organisation, given_name, family_name, role, function, languages, "
            "legs, absences, clearances, visibility, owner, invented, assumed, note, sources.\n");
  EXPECT_EQ(said("mission.toml", "\"2025-10-05\"", "\"2025-02-30\""),
            "mission.toml:3:13: mission/first_day is \"2025-02-30\", which is no date. Write "
            "2025-10-05.\n");
  EXPECT_EQ(said("sessions.toml", "slots = 9", "slots = \"nine\""),
            "sessions.toml:6:9: session/S1/slots is the text \"nine\"; it must be a whole number "
            "without quotes.\n");
  EXPECT_EQ(said("wishes.csv", "want,2", "wnat,2"),
            "wishes.csv:3:4: wish/W2/level is \"wnat\"; it must be one of must, want, never. Did "
            "you mean \"want\"?\n");
}

TEST(FolderFaults, AreAllReportedAtOnceInOrderOfFiles) {
  Files files = small_folder();
  files["organisations.toml"] +=
      "\n[[organisation]]\nid = \"O1\"\nname = \"Twin\"\nkind = \"firm\"\n";
  files["people.toml"] += "\n[[person]]\nid = \"P 2\"\nfamily_name = \"Two\"\nrole = 7\n";
  files["wishes.csv"] += "W3,must,,O1,O1,,,\nW4,never,,O1,O2,,,\nW5,want,,O9,,,A7,\n";
  const auto read = read_files(files);
  ASSERT_FALSE(read);
  std::string codes;
  for (const base::Issue& issue : read.error()) codes += issue.place.file + " " + issue.code + "\n";
  EXPECT_EQ(codes,
            "organisations.toml missing_field\n"
            "organisations.toml duplicate_id\n"
            "organisations.toml unknown_word\n"
            "people.toml bad_id\n"
            "people.toml wrong_type\n"
            "wishes.csv self_wish\n"
            "wishes.csv contradicting_wishes\n"
            "wishes.csv wish_wisher\n"
            "wishes.csv unknown_reference\n"
            "wishes.csv unknown_reference\n");
}

TEST(FolderFaults, PointTheSecondOfTwoEqualKeysToTheFirst) {
  EXPECT_EQ(said("organisations.toml", "id = \"O2\"", "id = \"O1\"").substr(0, 106),
            "organisations.toml:9:1: organisation/#2 uses the key \"O1\" again; it stands first at "
            "organisations.toml:1.\n");
}

TEST(FolderFaults, OfSyntaxAreReportedForEveryFile) {
  Files files = small_folder();
  files["people.toml"] = "[[person]\n";
  files["sessions.toml"] = "[[session]]\nid = \"S\n";
  files["wishes.csv"] += "W3,must\nW4,\"must\n";
  const auto read = read_files(files);
  ASSERT_FALSE(read);
  ASSERT_EQ(read.error().size(), 5U) << sentences(read.error());
  EXPECT_EQ(read.error()[0].place, (base::Place{"people.toml", 1, 10}));
  EXPECT_EQ(read.error()[1].place.file, "sessions.toml");
  EXPECT_EQ(read.error()[2].place, (base::Place{"wishes.csv", 4, 1}));
}

TEST(FolderFaults, UnknownFilesAreNamedWithTheNearestKnown) {
  Files files = small_folder();
  files["peple.toml"] = "";
  EXPECT_EQ(sentences(read_files(files).error()),
            "peple.toml: A mission folder has no file \"peple.toml\". Did you mean "
            "\"people.toml\"? Rename or remove it.\n");
}

TEST(FolderFaults, AMissingMissionIsTheOnlyMissingFileThatMatters) {
  EXPECT_EQ(read_files({}).error().at(0).code, "missing_file");
  EXPECT_TRUE(read_files({{"mission.toml", small_folder()["mission.toml"]}}));
  EXPECT_EQ(read_folder("/nowhere/at/all").error().at(0).code, "unreadable_folder");
}

}  // namespace
}  // namespace kontor::exchange
