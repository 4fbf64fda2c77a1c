#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <unistd.h>

#include "base/hash.h"
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

// The same bytes on every machine: all arithmetic is of whole numbers.
TEST(Fair, InventsTheSameBytesEverywhere) {
  EXPECT_EQ(
      base::sha256(exchange::write_fair(
          invent_fair({.participants = 500, .wishes = 3000, .one_day = 20, .uneven = 20}), "x")),
      "34249d570a5cb820a3c12e045f32adc13745e6427b4800f7160df4a4a26194b0");
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

// The frame of a fair with one session of 3 slots and participants A … F.
std::string frame(const std::string& lines) {
  std::string text = "kontor fair 1\nsession s 3 2\n";
  for (const char name : std::string("ABCDEF"))
    text += std::string("participant ") + name + " - -" + (name == 'F' ? " least=2\n" : "\n");
  return text + lines;
}

TEST(Fair, EveryDemandThatCannotBeKeptIsNamed) {
  const Ran ran =
      run(frame("wish A B 1\nwish B C 1\nwish C A 1\nwish D F 2\nnever D E\n"
                "fixed D E 2\nbefore A B B C\nbefore B C C A\nbefore C A A B\n"));
  EXPECT_EQ(ran.code, 0) << ran.errors;
  EXPECT_EQ(field(ran, "status"), "\"infeasible\"");
  for (const char* conflict :
       {R"({"rule":"never","meeting":["D","E"],"participant":null,"slot":2})",
        R"({"rule":"circle","meeting":["B","C"],"participant":null,"slot":null})",
        R"({"rule":"circle","meeting":["A","C"],"participant":null,"slot":null})",
        R"({"rule":"circle","meeting":["A","B"],"participant":null,"slot":null})",
        R"({"rule":"least","meeting":null,"participant":"F","slot":null})"})
    EXPECT_NE(ran.out.find(conflict), std::string::npos) << conflict << ran.out;
}

TEST(Fair, APromiseThatCannotBeKeptStillGetsTheNearestPlan) {
  const Ran ran = run(frame("wish A B 1\nwish D F 2\n"));
  EXPECT_EQ(field(ran, "status"), "\"infeasible\"");
  EXPECT_EQ(field(ran, "placed"), "2");
  EXPECT_NE(
      ran.out.find(R"("broken_promises":[{"participant":"F","least":2,"held":1,"possible":1}])"),
      std::string::npos)
      << ran.out;
}

TEST(Fair, TablesMayDifferFromSlotToSlot) {
  const std::string wishes = "wish A B 1\nwish C D 1\nwish F E 1\nwish F A 1\n";
  EXPECT_EQ(field(run(frame("tables 0 1-2\n" + wishes)), "meetings"), "2");
  EXPECT_EQ(field(run(frame("tables 0 1-2\ntables 1 2\n" + wishes)), "meetings"), "3");
}

TEST(Fair, ThePlanFileIsWrittenWithItsFair) {
  const std::string text = frame("wish F A 1\nwish F B must\n");
  const Scratch file(text);
  const std::string plan = file.path() + ".plan";
  std::ostringstream out, errors;
  EXPECT_EQ(run_solve_fair({.file = file.path(), .plan_file = plan}, out, errors), 0);
  std::ifstream in(plan, std::ios::binary);
  const std::string written{std::istreambuf_iterator<char>(in), {}};
  std::filesystem::remove(plan);
  EXPECT_TRUE(written.starts_with("kontor fair plan 1\ninput ")) << written;
  EXPECT_TRUE(written.ends_with(text)) << written;
  EXPECT_EQ(run_solve_fair({.file = file.path(), .plan_file = "/nowhere/at/all"}, out, errors), 1);
}

TEST(Fair, AStoppedSearchGivesAPlanAtOnce) {
  const Scratch file(exchange::write_fair(invent_fair({.participants = 300, .wishes = 3000}), "x"));
  std::ostringstream out, errors;
  EXPECT_EQ(run_solve_fair({.file = file.path(), .seconds = 0, .json = true}, out, errors), 0);
  const Ran ran{0, out.str(), errors.str()};
  EXPECT_GT(std::stoi(field(ran, "placed")), 1000);
  EXPECT_GE(std::stoll(field(ran, "bound")), std::stoll(field(ran, "value")));
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
