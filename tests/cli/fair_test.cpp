#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <unistd.h>

#include "cli/generate_fair.h"
#include "cli/solve_fair.h"
#include "exchange/fair_read.h"
#include "exchange/fair_write.h"
#include "planning/fair_report.h"
#include "planning/fair_translate.h"

namespace kontor::cli {
namespace {

// A file that is gone when the test is over.
class Scratch {
 public:
  explicit Scratch(const std::string& text)
      : path_(std::filesystem::temp_directory_path() /
              ("kontor-" + std::to_string(getpid()) + ".fair")) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~Scratch() { std::filesystem::remove(path_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

struct Ran {
  int code;
  std::string out, errors;
};

Ran run(const std::string& text) {
  const Scratch file(text);
  std::ostringstream out, errors;
  const int code = run_solve_fair({.file = file.path(), .json = true}, out, errors);
  return {code, out.str(), errors.str()};
}

// What stands behind `"name":` up to the next comma.
std::string field(const Ran& ran, const std::string& name) {
  const std::size_t at = ran.out.find("\"" + name + "\":");
  if (at == std::string::npos) return "";
  const std::size_t from = at + name.size() + 3;
  return ran.out.substr(from, ran.out.find_first_of(",}", from) - from);
}

TEST(Fair, TheSameOptionsInventTheSameFair) {
  const FairOptions options{.participants = 100, .wishes = 600, .sides = 3, .own_tables = true};
  const std::string one = exchange::write_fair(invent_fair(options), "x");
  EXPECT_EQ(one, exchange::write_fair(invent_fair(options), "x"));
  FairOptions other = options;
  other.seed = 2;
  EXPECT_NE(one, exchange::write_fair(invent_fair(other), "x"));
  EXPECT_TRUE(exchange::read_fair(one, "x").has_value());
}

TEST(Fair, InventsAsManyWishesAsPairsAllow) {
  EXPECT_EQ(invent_fair({.participants = 100, .wishes = 600}).wishes.size(), 600U);
  EXPECT_LE(invent_fair({.participants = 3, .wishes = 600}).wishes.size(), 6U);
}

TEST(Fair, AnInventedFairIsPlannedAndChecked) {
  const FairOptions options{
      .participants = 100, .wishes = 600, .absences = 0, .fixed = 0, .orders = 0};
  const Ran ran = run(exchange::write_fair(invent_fair(options), "x"));
  EXPECT_EQ(ran.code, 0) << ran.errors;
  EXPECT_EQ(field(ran, "status"), "\"optimal\"");
  EXPECT_EQ(field(ran, "value"), field(ran, "bound"));
  EXPECT_EQ(std::stod(field(ran, "gap")), 0);
  EXPECT_EQ(field(ran, "wishes"), "600");
  for (const char* name : {"seconds", "placed", "unplaced_musts"}) EXPECT_NE(field(ran, name), "");
}

TEST(Fair, TwoWishesOfAPairAreOneMeetingThatGrantsBoth) {
  const Ran ran =
      run("kontor fair 1\nsession s 2 1\nparticipant A - -\nparticipant B - -\n"
          "participant C - -\nwish A B must\nwish B A 7\nwish C A 2\nnever A C\n");
  EXPECT_EQ(field(ran, "placed"), "2");
  EXPECT_EQ(field(ran, "meetings"), "1");
  EXPECT_EQ(field(ran, "want_points"), "7");
  EXPECT_NE(ran.out.find("\"unplaced\":{\"never\":1}"), std::string::npos);
}

TEST(Fair, FixedMeetingsThatContradictEachOtherAreInfeasibleAndNamed) {
  const Ran ran =
      run("kontor fair 1\nsession s 2 5\nparticipant A - -\nparticipant B - -\n"
          "participant C - -\nfixed A B 1\nfixed A C 1\n");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(field(ran, "status"), "\"infeasible\"");
  EXPECT_NE(ran.out.find("\"rule\":\"seats\""), std::string::npos);
  EXPECT_NE(ran.out.find("\"participant\":\"A\",\"slot\":1"), std::string::npos);
}

TEST(Fair, BadInputEndsWithCode2AndAllFaults) {
  const Ran ran = run("kontor fair 1\nsession s 2 5\nwish A B 3\nmeet\n");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(std::count(ran.errors.begin(), ran.errors.end(), '\n'), 3);
  EXPECT_EQ(ran.out, "");
}

TEST(Fair, RefusesPointsTooLargeToAdd) {
  std::string text = "kontor fair 1\nsession s 2 5\n";
  for (int p = 0; p < 3000; ++p) text += "participant P" + std::to_string(p) + " - - least=90000\n";
  for (int p = 1; p < 3000; ++p)
    text += "wish P0 P" + std::to_string(p) + " 1000\nwish P" + std::to_string(p) + " P0 must\n";
  EXPECT_EQ(run(text).code, 2);
}

TEST(Fair, NamesTheFirstTrueCauseOfAnUnplacedWish) {
  const std::string frame =
      "kontor fair 1\nsession s 1 1\nparticipant A - -\nparticipant B - -\n"
      "participant C - -\nparticipant D - -\nparticipant E - - most=0\n";
  const auto cause = [&](const std::string& lines, const std::string& name) {
    return run(frame + lines).out.find("\"" + name + "\":1") != std::string::npos;
  };
  EXPECT_TRUE(cause("wish A B must\nwish C D 1\n", "tables_full"));
  EXPECT_TRUE(cause("wish A B must\nwish A D 1\n", "participant_full"));
  EXPECT_TRUE(cause("wish A E 1\n", "most_reached"));
  EXPECT_TRUE(cause("absent A 1\nwish A B 1\n", "no_common_slot"));
}

TEST(Fair, IsToldFromOtherFilesByItsFirstLine) {
  const Scratch fair("kontor fair 1\n");
  EXPECT_TRUE(is_fair_file(fair.path()));
  const Scratch other("nBusiness = 3;\n");
  EXPECT_FALSE(is_fair_file(other.path()));
  EXPECT_FALSE(is_fair_file("/nowhere/at/all"));
}

}  // namespace
}  // namespace kontor::cli
