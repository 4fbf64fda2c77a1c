// kontor-verify and kontor-verify-fair stay small and share no code with the rest.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <regex>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(KONTOR_SOURCE_DIR) / "verify";
const fs::path fair_folder = folder / "fair";

std::vector<fs::path> sources_in(const fs::path& where) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(where))
    if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h")
      found.push_back(entry.path());
  return found;
}

std::vector<fs::path> sources() {
  std::vector<fs::path> found = sources_in(folder);
  for (const fs::path& file : sources_in(fair_folder)) found.push_back(file);
  return found;
}

std::vector<std::string> lines_of(const fs::path& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(TidyVerify, ItHasAtMost1500LinesOfCodeWithItsReader) {
  const std::regex code(R"(\s*[^\s/].*|\s*/[^/].*)");  // neither blank nor a comment
  std::size_t lines = 0;
  for (const auto& file : sources_in(folder))
    for (const std::string& line : lines_of(file)) lines += std::regex_match(line, code);
  EXPECT_GT(lines, 500U);
  EXPECT_LE(lines, 1500U);
}

TEST(TidyVerify, TheOneOfFairsHasAtMost900LinesBesideTheText) {
  std::size_t lines = 0;
  for (const auto& file : sources_in(fair_folder)) lines += lines_of(file).size();
  EXPECT_GT(lines, 500U);
  EXPECT_LE(lines, 900U);
}

TEST(TidyVerify, ItIncludesOnlyTheStandardLibraryAndItself) {
  const std::regex include(R"re(^\s*#\s*include\s+(<([a-z_]+)>|"((\.\./)?[a-z_]+\.h)").*)re");
  for (const auto& file : sources())
    for (const std::string& line : lines_of(file)) {
      if (line.find("include") == std::string::npos || line.find('#') == std::string::npos)
        continue;
      std::smatch match;
      ASSERT_TRUE(std::regex_match(line, match, include)) << file << ": " << line;
      if (match[3].matched) {
        EXPECT_TRUE(fs::exists(file.parent_path() / match[3].str())) << line;
      }
    }
}

TEST(TidyVerify, ItIsBuiltWithoutAnyLibrary) {
  for (const auto& where : {folder, fair_folder})
    for (const std::string& line : lines_of(where / "CMakeLists.txt"))
      EXPECT_EQ(line.find("target_link_libraries"), std::string::npos) << line;
}

TEST(TidyVerify, ItsFilesAndLinesKeepTheCeilingsOfTheHouse) {
  for (const auto& file : sources()) {
    const auto lines = lines_of(file);
    EXPECT_LE(lines.size(), 500U) << file;
    for (const std::string& line : lines)
      EXPECT_LE(std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }),
                100)
          << file << ": " << line;
  }
}

}  // namespace
