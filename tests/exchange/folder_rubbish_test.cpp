#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

#include "exchange/folder_examples.h"
#include "exchange/folder_read.h"

namespace kontor::exchange {
namespace {

using Files = std::map<std::string, std::string>;

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

// Reads the small folder with `text` as `file` and gives the code of the first fault, "" if none.
std::string first_code(const std::string& file, std::string text) {
  Files files = small_folder();
  files[file] = std::move(text);
  const auto read = read_files(files);
  return read ? "" : read.error().at(0).code;
}

TEST(Rubbish, OfTenMegabytesIsRefusedUnread) {
  base::Rng rng(1);
  std::string bytes(10'000'000, '\0');
  for (char& byte : bytes) byte = static_cast<char>(rng.next());
  EXPECT_EQ(first_code("people.toml", bytes), "too_large");
  const auto folder = std::filesystem::path(testing::TempDir()) / "kontor-rubbish";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "mission.toml", std::ios::binary) << bytes;
  const auto read = read_folder(folder);
  ASSERT_FALSE(read);
  ASSERT_EQ(read.error().size(), 1U);
  EXPECT_EQ(base::sentence(read.error()[0]),
            "mission.toml: The file has 10000000 bytes; at most 8388608 are read. Split it.");
  std::filesystem::remove_all(folder);
}

TEST(Rubbish, OfEveryKindIsToldApart) {
  EXPECT_EQ(first_code("people.toml", std::string(1000, '\xFF')), "not_utf8");
  EXPECT_EQ(first_code("people.toml", std::string(1000, '\0')), "bad_syntax");
  EXPECT_EQ(first_code("people.toml", "<html>"), "bad_syntax");
  EXPECT_EQ(first_code("wishes.csv", repeated("x,", 1000)), "bad_syntax");
  EXPECT_EQ(first_code("wishes.csv", "PK\x03\x04"), "");  // a header without rows
}

TEST(Rubbish, NestedDeeplyDoesNotExhaustTheStack) {
  EXPECT_EQ(first_code("people.toml", repeated("a.", 2'000'000) + "a = 1"), "bad_syntax");
  EXPECT_EQ(first_code("people.toml", "[" + repeated("a.", 2'000'000) + "a]"), "bad_syntax");
  EXPECT_EQ(first_code("people.toml", "[" + repeated("\"a\" . ", 2'000'000) + "a]"), "bad_syntax");
  EXPECT_EQ(first_code("people.toml", "a = " + repeated("[", 2'000'000)), "bad_syntax");
  EXPECT_EQ(first_code("people.toml", "a = " + repeated("{a=", 2'000'000)), "bad_syntax");
}

TEST(Rubbish, ThatTheParserCannotBeTrustedWithIsRefusedBefore) {
  const auto said = [](std::string text) {
    Files files = small_folder();
    files["figures.toml"] = std::move(text);
    const auto read = read_files(files);
    return read ? "" : base::sentence(read.error().at(0));
  };
  EXPECT_EQ(
      said("x = 1\n\té = 1\n"),
      "figures.toml:2:2: Outside quotes only ASCII letters may stand; put the text in quotes.");
  EXPECT_EQ(said("[#]\n").substr(0, 15), "figures.toml:1:");
  EXPECT_EQ(said("x = \"\"\"a \\\n  é\"\"\"\n").substr(0, 15), "figures.toml:1:");
  EXPECT_EQ(said("x = \"\\é\"\n").substr(0, 15), "figures.toml:1:");
  EXPECT_EQ(said("# é\n\"é\" = 'é'\n").substr(0, 17), "figures.toml:2:1:") << "no such field";
  EXPECT_EQ(said("y = \"\"\"é\"\"\"\"\" # é\nz = '''é'''''\n").substr(0, 17), "figures.toml:1:1:");
}

TEST(Rubbish, WithManyFaultsIsCutShort) {
  std::string people;
  for (int i = 0; i < 20'000; ++i) people += "[[person]]\nx = 1\n";
  Files files = small_folder();
  files["people.toml"] = people;
  const auto read = read_files(files);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().size(), most_issues);
  EXPECT_EQ(read.error().back().code, "more_issues");
}

TEST(Rubbish, EveryTruncationOfEveryFileIsReadOrRefused) {
  for (const auto& [file, text] : small_folder())
    for (std::size_t length = 0; length < text.size(); ++length) {
      Files files = small_folder();
      files[file].resize(length);
      const auto read = read_files(files);
      if (read) continue;
      for (const base::Issue& issue : read.error())
        EXPECT_FALSE(issue.place.file.empty()) << base::sentence(issue);
    }
}

TEST(Rubbish, RandomChangesOfBytesAreReadOrRefused) {
  base::Rng rng(5);
  std::vector<std::string> names;
  for (const auto& [file, text] : small_folder()) names.push_back(file);
  for (int round = 0; round < 3000; ++round) {
    Files files = small_folder();
    std::string& text = files[names[rng.below(names.size())]];
    for (int change = rng.between(1, 4); change > 0; --change) {
      const std::size_t at = rng.below(text.size());
      switch (rng.below(4)) {
        case 0:
          text[at] = static_cast<char>(rng.next());
          break;
        case 1:
          text[at] = "\"'[]{}=,.#\n"[rng.below(11)];
          break;
        case 2:
          text.erase(at, 1 + rng.below(20));
          break;
        default:
          text.insert(at, text.substr(rng.below(text.size()), rng.below(40)));
      }
      if (text.empty()) text = "\n";
    }
    const auto read = read_files(files);
    EXPECT_TRUE(read || !base::sentence(read.error().at(0)).empty());
  }
}

}  // namespace
}  // namespace kontor::exchange
