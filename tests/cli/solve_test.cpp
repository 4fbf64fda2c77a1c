#include "cli/solve.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <sstream>
#include <unistd.h>

#include "engine/drat_checker.h"
#include "engine/lrat_checker.h"

namespace kontor::cli {
namespace {

// A folder that is gone when the test is over.
class Scratch {
 public:
  Scratch()
      : path_(std::filesystem::temp_directory_path() /
              ("kontor-solve-" + std::to_string(getpid()))) {
    std::filesystem::create_directory(path_);
  }
  ~Scratch() { std::filesystem::remove_all(path_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string name(const std::string& file) const { return (path_ / file).string(); }
  std::string write(const std::string& file, const std::string& text) const {
    std::ofstream(name(file), std::ios::binary) << text;
    return name(file);
  }
  std::string read(const std::string& file) const {
    std::ifstream in(name(file), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::filesystem::path path_;
};

// Participant 1 meets 2, 3 and 4 one after the other, each in a slot of the list.
std::string event(const std::string& fixed) {
  return "nBusiness = 4; nMeetings = 3; nTables = 2; nTotalSlots = 4; nMorningSlots = 2;\n"
         "requested = [|1,2,3|1,3,3|1,4,3|]; forbidden = [{},{},{},{}];\n"
         "fixed = [" +
         fixed + "]; precedences = [{},{},{}];\n";
}

struct Ran {
  int code;
  std::string out, errors;
};

Ran run(const SolveOptions& options) {
  std::ostringstream out, errors;
  const int code = run_solve(options, out, errors);
  return {code, out.str(), errors.str()};
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Solve, ToldInJsonWhatAnInfeasibleEventFailsOn) {
  const Scratch folder;
  const Ran ran = run({.file = folder.write("event.dzn", event("2,2,0")), .json = true});
  EXPECT_EQ(ran.code, 0) << ran.errors;
  EXPECT_TRUE(contains(ran.out, R"("status":"infeasible")"));
  EXPECT_TRUE(contains(ran.out, R"("conflict":{"minimal":true,"every_request":false,"causes":[)"));
  EXPECT_TRUE(contains(ran.out, R"("kind":"fixed","meeting":1,"participants":[1,2],"slot":2)"));
  EXPECT_TRUE(
      contains(ran.out, R"x("words":"is fixed in slot 2: meeting 1 (participants 1 and 2)"})x"));
  EXPECT_TRUE(contains(ran.out, R"("kind":"request","meeting":2,"participants":[1,3])"));
  EXPECT_FALSE(contains(ran.out, R"("meeting":3)")) << ran.out;
}

TEST(Solve, WritesAProofThatNoScheduleIsBetter) {
  const Scratch folder;
  for (const char* fixed : {"1,4,0", "2,2,0"}) {  // one break, infeasible
    const Ran ran = run({.file = folder.write("event.dzn", event(fixed)),
                         .proof = folder.name("event.drat"),
                         .json = true});
    EXPECT_EQ(ran.code, 0) << ran.errors;
    EXPECT_TRUE(contains(ran.out, R"("proof":{"state":"written")")) << ran.out;
    const auto fault =
        engine::breaks::DratChecker().refutes(folder.read("event.cnf"), folder.read("event.drat"));
    EXPECT_FALSE(fault.has_value()) << *fault;
    EXPECT_EQ(run({.file = folder.name("event.dzn"), .proof = folder.name("hints.lrat")}).code, 0);
    const auto wrong =
        engine::breaks::LratChecker().refutes(folder.read("hints.cnf"), folder.read("hints.lrat"));
    EXPECT_FALSE(wrong.has_value()) << *wrong;
  }
}

TEST(Solve, WritesNoProofWhereNothingIsToBeProven) {
  const Scratch folder;
  const Ran ran = run({.file = folder.write("event.dzn", event("0,0,0")),
                       .proof = folder.name("event.drat"),
                       .json = true});
  EXPECT_TRUE(contains(ran.out, R"("proof":{"state":"trivial"})")) << ran.out;
  EXPECT_FALSE(std::filesystem::exists(folder.name("event.drat")));
}

TEST(Solve, WritesTheAnswerOfAnEventWithItsSchedule) {
  const Scratch folder;
  SolveOptions options{.file = folder.write("event.dzn", event("1,2,3")),
                       .json = true,
                       .plan_file = folder.name("answer.json")};
  const Ran ran = run(options);
  EXPECT_EQ(ran.code, 0) << ran.errors;
  EXPECT_TRUE(contains(ran.out, R"("schedule":[1,2,3])")) << ran.out;
  EXPECT_EQ(folder.read("answer.json"), ran.out);
  options.plan_file = folder.name("missing/answer.json");
  const Ran failed = run(options);
  EXPECT_EQ(failed.code, 1);
  EXPECT_TRUE(contains(failed.errors, "missing/answer.json")) << failed.errors;
}

TEST(Solve, FailsWhereTheProofCannotBeWritten) {
  const Scratch folder;
  const Ran ran = run({.file = folder.write("event.dzn", event("2,2,0")),
                       .proof = folder.name("missing/event.drat")});
  EXPECT_EQ(ran.code, 1);
  EXPECT_TRUE(contains(ran.errors, "missing/event.drat")) << ran.errors;
}

}  // namespace
}  // namespace kontor::cli
