// The rules of docs/architecture.md and of the house, checked by reading the sources.
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <regex>
#include <set>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

const fs::path top = KONTOR_SOURCE_DIR;

Lines lines_of(const fs::path& file) {
  std::ifstream in(file);
  Lines lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<fs::path> sources(const std::string& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(top / folder))
    if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h")
      found.push_back(entry.path());
  return found;
}

std::string shown(const fs::path& file) {
  return fs::relative(file, top).string();
}

// The include table of docs/architecture.md: room -> rooms it may include.
std::map<std::string, std::set<std::string>> include_table() {
  const std::regex row(R"(^\| `(\w+)` \| ([^|]+) \|.*)");
  const std::regex word(R"([a-z]+)");
  std::map<std::string, std::set<std::string>> table;
  for (const std::string& line : lines_of(top / "docs/architecture.md")) {
    std::smatch match;
    if (!std::regex_match(line, match, row)) continue;
    const std::string used = match[2];
    table[match[1]].insert(std::sregex_token_iterator(used.begin(), used.end(), word), {});
  }
  return table;
}

// The room that a source of src/ stands in.
std::string room_of(const fs::path& file) {
  return fs::relative(file, top / "src").begin()->string();
}

TEST(Tidy, RoomsIncludeOnlyWhatTheTableAllows) {
  const auto table = include_table();
  ASSERT_EQ(table.size(), 13U);
  const std::regex include(R"re(^#include "([a-z_]+)/.*")re");
  for (const auto& file : sources("src")) {
    const std::string room = room_of(file);
    ASSERT_TRUE(table.contains(room)) << room << " is no room of docs/architecture.md";
    for (const std::string& line : lines_of(file)) {
      std::smatch match;
      if (!std::regex_match(line, match, include) || match[1] == room) continue;
      EXPECT_TRUE(table.at(room).contains(match[1])) << shown(file) << ": " << line;
    }
  }
}

TEST(Tidy, FilesAndLinesKeepTheirCeilings) {
  for (const std::string folder : {"src", "tests"})
    for (const auto& file : sources(folder)) {
      const Lines lines = lines_of(file);
      EXPECT_LE(lines.size(), 500U) << shown(file);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto columns = std::count_if(lines[i].begin(), lines[i].end(),
                                           [](char c) { return (c & 0xC0) != 0x80; });
        EXPECT_LE(columns, 100) << shown(file) << ":" << i + 1;
      }
    }
}

// In formatted code a function of a file's outer level starts in column 0 with a line that ends
// in "{" and ends with a "}" in column 0.
TEST(Tidy, FunctionsKeepTheirCeiling) {
  const std::regex other(
      R"(^(namespace|struct|class|enum|union|extern|const|static const|inline|constexpr|)"
      R"(\}|#|/|\s).*)");
  for (const auto& file : sources("src")) {
    const Lines lines = lines_of(file);
    std::size_t start = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].ends_with("{") && !std::regex_match(lines[i], other)) start = i + 1;
      if (lines[i] != "}" || start == 0) continue;
      EXPECT_LE(i + 1 - start, 62U) << shown(file) << ":" << start;
      start = 0;
    }
  }
}

TEST(Tidy, BannedWordsAreAbsent) {
  const std::regex banned(
      "\\b(TO"
      "DO|FIX"
      "ME|XX"
      "X|HA"
      "CK)\\b|\\b\\w*(Manager|Helper|Utils?|Impl)\\b|"
      "\\bstd::rand\\b|\\bsrand\\b|\\bnew [A-Z]\\w*[({]|\\bmalloc\\(");
  for (const std::string folder : {"src", "tests"})
    for (const auto& file : sources(folder)) {
      if (file.filename() == "tidy_test.cpp") continue;
      const Lines lines = lines_of(file);
      for (std::size_t i = 0; i < lines.size(); ++i)
        EXPECT_FALSE(std::regex_search(lines[i], banned)) << shown(file) << ":" << i + 1;
    }
}

TEST(Tidy, FilesAreNamedInSnakeCaseAndNoneIsADrawer) {
  const std::regex name(R"([a-z0-9]+(_[a-z0-9]+)*\.(h|cpp))");
  const std::regex drawer(R"((common|utils?|helpers?|misc|stuff)\b.*)");
  for (const auto& file : sources("src")) {
    EXPECT_TRUE(std::regex_match(file.filename().string(), name)) << shown(file);
    EXPECT_FALSE(std::regex_match(file.filename().string(), drawer)) << shown(file);
  }
}

TEST(Tidy, HeadersGuardThemselvesAndNamespacesFollowFolders) {
  for (const auto& file : sources("src")) {
    const Lines lines = lines_of(file);
    if (file.extension() == ".h") {
      EXPECT_EQ(lines.empty() ? "" : lines[0], "#pragma once") << shown(file);
    }
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    if (file.filename() == "main.cpp") continue;
    EXPECT_NE(text.str().find("kontor::" + room_of(file)), std::string::npos) << shown(file);
  }
}

// What a command prints, line by line.
Lines output_of(const std::string& command) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string text;
  std::array<char, 4096> buffer{};
  while (pipe && std::fgets(buffer.data(), buffer.size(), pipe.get())) text += buffer.data();
  Lines lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(Tidy, TheEngineKnowsNoClockFileOrSocket) {
  const Lines symbols = output_of("nm -C --undefined-only " KONTOR_ENGINE_LIBRARY " 2>/dev/null");
  ASSERT_FALSE(symbols.empty()) << "nm of binutils is needed";
  const std::regex forbidden(
      R"(.*\b(clock_gettime|gettimeofday|time|getenv|fopen|fopen64|open|open64|socket|rand|random|)"
      R"(std::chrono::_V2::\w+::now\(\)|std::basic_[io]?fstream.*|std::random_device.*)$)");
  for (const std::string& line : symbols) EXPECT_FALSE(std::regex_match(line, forbidden)) << line;
}

TEST(Tidy, EveryWordOfTheGlossaryStandsOnceAndInOrder) {
  const std::regex row(R"(^\| ([a-z][^|]*) \|.*)");
  std::string before;
  for (const std::string& line : lines_of(top / "docs/glossary.md")) {
    std::smatch match;
    if (!std::regex_match(line, match, row) || match[1] == "word") continue;
    EXPECT_LT(before, match[1].str());
    before = match[1];
  }
  EXPECT_FALSE(before.empty());
}

}  // namespace
