// A crawler with every role over every address: nothing of a text under embargo before it ends, all
// of it on the next request after, and of what is withdrawn nothing, ever.
#include <algorithm>
#include <gtest/gtest.h>

#include "actions/agreements.h"
#include "actions/feed_link.h"
#include "actions/read_view.h"
#include "actions/releases.h"
#include "exchange/mission_tables.h"
#include "exchange/table.h"
#include "server/scene.h"

namespace kontor::server {
namespace {

using mission::AgreementStatus;
using test::Scene;

// Words that stand in one text each and nowhere else.
const std::string of_agreement = "Quillwort";
const std::array<std::string, 4> of_release{"Zephyrin", "Zandoogje", "Zaunkoenig", "Zebrawood"};

base::Text in_four(const std::array<std::string, 4>& words) {
  base::Text text;
  for (const base::Language language : base::all_languages)
    text.set(language, words[base::index_of(language)]);
  return text;
}

mission::Mission with_agreement() {
  mission::Mission mission = actions::small_mission();
  mission::Agreement agreement = mission.agreements[0];
  agreement.id.value = "G2";
  agreement.title = base::Text::same(of_agreement);
  agreement.status = AgreementStatus::Ready;
  agreement.home_parties = {"O1"};
  agreement.foreign_parties = {"C1"};
  agreement.home_signatories = agreement.foreign_signatories = {"Somebody"};
  agreement.record.visibility = mission::Visibility::Sealed;
  agreement.record.owner.value = "AW";
  mission.agreements.push_back(agreement);
  return mission;
}

class Embargo : public testing::Test {
 protected:
  Embargo() { scene.world.put(with_agreement()); }

  const mission::Acting& office() { return actions::reader("coordinator"); }
  void clear_release(const std::optional<std::string>& at) {
    store::PressRelease release;
    release.subject = "agreement/G2";
    release.title = release.body = in_four(of_release);
    if (at) release.unlock_at = base::parse_local(*at);
    release.zone = at ? "America/Los_Angeles" : "";
    ASSERT_TRUE(actions::keep_release(scene.world.context, office(), release));
    ASSERT_TRUE(actions::clear_release(scene.world.context, office(), "R01"));
  }
  void step(AgreementStatus from, AgreementStatus to) {
    ASSERT_TRUE(actions::step_agreement(scene.world.context, office(),
                                        {{"G2"}, from, to, std::nullopt, "reason"}));
  }

  // Every address that there is, with every key, and some that nobody has.
  static std::vector<std::string> addresses() {
    std::vector<std::string> all{"/",
                                 "/newsroom",
                                 "/releases",
                                 "/agreements/G2",
                                 "/newsroom.atom",
                                 "/newsroom.atom?lang=fr",
                                 "/newsroom.atom?lang=nl",
                                 "/newsroom.atom?lang=de",
                                 "/newsroom.atom?lang=en",
                                 "/exports/schedule.json",
                                 "/exports/schedule.jsonld",
                                 "/exports/schedule.xcal",
                                 "/exports/changes.rss",
                                 "/newsroom/R01",
                                 "/api/newsroom/R01",
                                 "/api/agreements/G2",
                                 "/api/agreements?limit=100",
                                 "/api/agreements?cursor=G2",
                                 "/sitemap.xml",
                                 "/robots.txt",
                                 "/api/none",
                                 "/files/R01.pdf"};
    const mission::Mission mission = with_agreement();
    std::vector<std::string> keys{"G2", "R01", "1", "2", "none"};
    for (const auto& one : mission.activities) keys.push_back(one.id.value);
    for (const auto& one : mission.organisations) keys.push_back(one.id.value);
    for (const auto& one : mission.people) keys.push_back(one.id.value);
    for (const auto& one : mission.wishes) keys.push_back(one.id.value);
    for (const wire::Route& route : wire::routes) {
      if (route.method != "GET") continue;
      const std::string path(route.path);
      const auto at = path.find("{id}");
      if (at == std::string::npos) {
        all.push_back(path);
        continue;
      }
      for (const std::string& key : keys)
        all.push_back(path.substr(0, at) + key + path.substr(at + 4));
    }
    return all;
  }

  static std::string shown(const Response& response) {
    std::string text(response.bytes());
    for (const auto& [name, value] : response.headers) text += name + ": " + value + "\n";
    if (response.stream)
      for (const auto& message : response.stream->take().messages) text += *message;
    return text;
  }

  // All that a reader can get, with where it came from.
  std::map<std::string, std::string> crawl(const std::string& name) {
    std::map<std::string, std::string> found;
    const std::string token = scene.sign_in(name);
    for (const std::string& address : addresses()) {
      found[address] = shown(scene.get(address, token));
      found["HEAD " + address] = shown(scene.send("HEAD", address, token));
    }
    found["events"] = shown(scene.get("/api/events", token));
    for (const std::string target : {"/api/releases/R01/clear", "/api/releases/R01/withdraw"})
      if (name != "coordinator") found["POST " + target] = shown(scene.post(target, token));
    if (name != "coordinator" && name != "AW")
      found["POST step"] =
          shown(scene.post("/api/register/G2/steps", token,
                           R"({"from":"ready","to":"agreed","happened_on":null,"reason":"r"})"));
    const mission::Acting& acting = actions::reader(name);
    if (!acting.person.empty())
      if (const auto link = actions::feed_link(scene.world.context, office(), acting.person))
        found["calendar"] = shown(scene.get("/feeds/" + *link + ".ics"));
    if (const auto view = actions::read_view(scene.world.context, acting))
      for (const auto table : exchange::all_mission_tables)
        for (const base::Language language : base::all_languages)
          found["export " + std::string(exchange::word(table))] += exchange::write_csv(
              exchange::mission_table(table, *(*view)->mission, *(*view)->plan, language),
              language);
    return found;
  }

  // The addresses at which `reader` finds `word`.
  std::vector<std::string> where(const std::string& reader, const std::string& word) {
    std::vector<std::string> addresses;
    for (const auto& [address, text] : crawl(reader))
      if (text.contains(word)) addresses.push_back(address);
    return addresses;
  }

  void expect_hidden_release() {
    for (const auto& [name, acting] : actions::readers()) {
      if (name == "coordinator") continue;
      const auto found = crawl(name);
      for (const auto& [address, text] : found)
        for (const std::string& word : of_release)
          EXPECT_FALSE(text.contains(word)) << name << " at " << address;
    }
  }
  void expect_public_release() {
    for (const auto& [name, acting] : actions::readers()) {
      const std::string token = scene.sign_in(name);
      const std::string news = shown(scene.get("/api/newsroom", token));
      for (const base::Language language : base::all_languages) {
        const std::string& word = of_release[base::index_of(language)];
        EXPECT_TRUE(news.contains(word)) << name;
        const std::string feed =
            shown(scene.get("/newsroom.atom?lang=" + std::string(base::code(language)), token));
        EXPECT_TRUE(feed.contains(word)) << name;
      }
    }
  }

  Scene scene;
};

TEST_F(Embargo, HoldsInEveryChannelUntilTheSignatureAndThenAllIsOut) {
  clear_release(std::nullopt);
  expect_hidden_release();
  step(AgreementStatus::Ready, AgreementStatus::Signed);
  expect_public_release();
}

TEST_F(Embargo, HoldsUntilTheInstantOfItsZone) {
  clear_release("2025-10-08T17:30");
  scene.world.now = base::parse_instant("2025-10-09T00:29:59Z").value();
  expect_hidden_release();
  scene.world.now = base::parse_instant("2025-10-09T00:30:00Z").value();
  expect_public_release();
}

TEST_F(Embargo, OfTheWithdrawnNeverEnds) {
  clear_release("2025-10-08T17:30");
  step(AgreementStatus::Ready, AgreementStatus::Withdrawn);
  scene.world.now = base::parse_instant("2025-10-20T00:00:00Z").value();
  expect_hidden_release();
  for (const auto& [name, acting] : actions::readers())
    if (name != "coordinator" && name != "AW") {
      EXPECT_EQ(where(name, of_agreement), std::vector<std::string>{}) << name;
    }
}

TEST_F(Embargo, OfAnAgreementEndsWhenItIsPublishedAndNotWhenItIsSigned) {
  const auto seen = [&](const std::string& name) { return !where(name, of_agreement).empty(); };
  for (const auto status : {AgreementStatus::Ready, AgreementStatus::Signed}) {
    for (const auto& [name, acting] : actions::readers())
      EXPECT_EQ(seen(name), name == "coordinator" || name == "AW") << name;
    if (status == AgreementStatus::Ready) step(status, AgreementStatus::Signed);
  }
  step(AgreementStatus::Signed, AgreementStatus::Published);
  for (const auto& [name, acting] : actions::readers()) EXPECT_TRUE(seen(name)) << name;
}

TEST_F(Embargo, LeavesNoTraceThatAReleaseWaits) {
  Scene without;
  without.world.put(with_agreement());
  clear_release(std::nullopt);
  for (const auto& [name, acting] : actions::readers()) {
    if (name == "coordinator" || name == "director") continue;  // they read the change log
    const std::string here = scene.sign_in(name), there = without.sign_in(name);
    for (const std::string& address : addresses()) {
      if (address == "/api/session" || address == "/api/sessions") continue;
      EXPECT_EQ(shown(scene.get(address, here)), shown(without.get(address, there)))
          << name << " at " << address;
    }
  }
}

}  // namespace
}  // namespace kontor::server
