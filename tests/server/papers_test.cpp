// What is printed: who may have it, what stands on it and what does not.
#include "server/papers.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

#include "server/scene.h"

namespace kontor::server {
namespace {

using test::Scene;

std::string words_of(std::string_view pdf) {
  const std::string path = testing::TempDir() + std::to_string(::getpid()) + "-paper.pdf";
  std::ofstream(path, std::ios::binary) << pdf;
  FILE* pipe = ::popen(("pdftotext -layout " + path + " -").c_str(), "r");
  std::string out;
  std::array<char, 4096> bytes{};
  for (std::size_t count = 0; (count = std::fread(bytes.data(), 1, bytes.size(), pipe)) > 0;)
    out.append(bytes.data(), count);
  ::pclose(pipe);
  std::filesystem::remove(path);
  return out;
}

class Papers : public testing::Test {
 protected:
  std::string paper(const std::string& target, const std::string& reader = "coordinator") {
    const Response response = scene.get("/exports/" + target, scene.sign_in(reader));
    EXPECT_EQ(response.status, 200) << target;
    EXPECT_TRUE(response.bytes().starts_with("%PDF-")) << target;
    return words_of(response.bytes());
  }
  static bool has(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
  }

  Scene scene;
};

TEST_F(Papers, OnlyProtocolAndCoordinatorsHaveTheProgrammeBook) {
  for (const auto& [name, acting] : actions::readers()) {
    const int status = scene.get("/exports/programme-book.pdf", scene.sign_in(name)).status;
    const bool may = name == "protocol" || name == "coordinator";
    EXPECT_EQ(status, may ? 200 : name == "public" ? 401 : 403) << name;
  }
  const std::string book = paper("programme-book.pdf?lang=en&copy=7", "protocol");
  EXPECT_TRUE(has(book, "Order of precedence"));
  EXPECT_TRUE(has(book, "Family PR")) << book;
  EXPECT_TRUE(has(book, "Head of mission"));
  EXPECT_TRUE(has(book, "Activity A1"));
  EXPECT_TRUE(has(book, "Copy 7"));
}

TEST_F(Papers, EveryPageOfTheBookSaysVersionAndCopy) {
  const std::string book = paper("programme-book.pdf?lang=fr&copy=12");
  std::size_t pages = 0, said = 0;
  for (std::size_t at = 0; (at = book.find('\f', at)) != std::string::npos; ++at) ++pages;
  for (std::size_t at = 0;
       (at = book.find("Exemplaire 12 · Plan version", at)) != std::string::npos; ++at)
    ++said;
  EXPECT_GE(pages, 3U);
  EXPECT_EQ(pages, said);
}

TEST_F(Papers, AChangeAfterTheBookWasApprovedGivesItsPagesAlone) {
  store::StoredPlan next = actions::small_plan();
  const int approved = next.plan.version;
  next.plan.version += 1;
  next.made_at += std::chrono::hours(1);
  for (auto& one : next.plan.activities)
    if (one.activity.value == "A1") one.starts_at = base::plus_minutes(one.starts_at, 20);
  scene.world.put(next);
  const std::string since = "&since=" + std::to_string(approved);
  const std::string pages = paper("programme-book.pdf?lang=en" + since);
  EXPECT_TRUE(has(pages, "Change pages"));
  EXPECT_TRUE(has(pages, "Replace: 1·1")) << pages;
  EXPECT_TRUE(has(pages, "Activity A1"));
  EXPECT_TRUE(has(pages, "Received: name, date, signature"));
  EXPECT_FALSE(has(pages, "Order of precedence")) << "that page did not change";
  const auto unknown = scene.get("/exports/programme-book.pdf?since=99", scene.sign_in("protocol"));
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(scene.get("/exports/programme-book.pdf?copy=x", scene.sign_in("protocol")).status, 422);
}

TEST_F(Papers, BadgesHoldNamesAndACodeThatOthersPrintLikewise) {
  const std::string badges = paper("badges.pdf?lang=nl");
  EXPECT_TRUE(has(badges, "Given Family P1"));
  EXPECT_TRUE(has(badges, "Organisation O1"));
  EXPECT_FALSE(has(badges, "Family PR")) << "principals wear none";
  EXPECT_TRUE(has(badges, "verzonnen voor de demonstratie"));
  const std::string one = paper("badges-single.pdf?of=P2", "protocol");
  EXPECT_TRUE(has(one, "Family P2"));
  EXPECT_FALSE(has(one, "Family P1"));
  EXPECT_EQ(scene.get("/exports/badges.pdf?of=none", scene.sign_in("coordinator")).status, 404);
}

TEST_F(Papers, ADelegateHasTheirOwnAgendaAndNothingOfSecrets) {
  const std::string agenda = paper("agenda.pdf?of=P1&lang=de", "P1");
  EXPECT_TRUE(has(agenda, "Given Family P1"));
  EXPECT_TRUE(has(agenda, "Organisation C1")) << agenda;
  EXPECT_TRUE(has(agenda, "Montag, 6. Oktober 2025 · San Francisco")) << agenda;
  const auto other = scene.get("/exports/agenda.pdf?of=PR", scene.sign_in("P1"));
  if (other.status == 200) {
    const std::string theirs = words_of(other.bytes());
    EXPECT_FALSE(has(theirs, "Activity")) << "where principals are is protocol's";
  }
  EXPECT_EQ(scene.get("/exports/agenda.pdf", scene.sign_in("P1")).status, 404);
}

TEST_F(Papers, DoorsTellNothingThatTheDelegationMayNotKnow) {
  const std::string doors = paper("room-lists.pdf");
  EXPECT_FALSE(has(doors, "Activity A9"));
  EXPECT_TRUE(has(doors, "Ballroom"));
  const std::string signs = paper("table-signs.pdf");
  EXPECT_TRUE(has(signs, "Organisation C1")) << signs;
  const std::string brochure = paper("brochure.pdf", "P1");
  EXPECT_TRUE(has(brochure, "Index by region")) << brochure;
  EXPECT_TRUE(has(brochure, "Wallonia"));
  EXPECT_FALSE(has(brochure, "Family PR"));
}

}  // namespace
}  // namespace kontor::server
