// Releases: kept, cleared, out when their embargo ends, and never seen before.
#include "actions/releases.h"

#include <gtest/gtest.h>

#include "actions/agreements.h"
#include "actions/world.h"
#include "base/zone.h"

namespace kontor::actions {
namespace {

using mission::AgreementStatus;

base::Text in_four(std::string fr, std::string nl, std::string de, std::string en) {
  base::Text text;
  text.set(base::Language::Fr, std::move(fr));
  text.set(base::Language::Nl, std::move(nl));
  text.set(base::Language::De, std::move(de));
  text.set(base::Language::En, std::move(en));
  return text;
}

store::PressRelease release() {
  store::PressRelease one;
  one.subject = "agreement/G2";
  one.title = in_four("Un contrat", "Een contract", "Ein Vertrag", "A contract");
  one.body = in_four(
      "Le contrat vaut 12,5 millions d’euros.", "Het contract is 12,5 miljoen euro waard.",
      "Der Vertrag ist 12,5 Millionen Euro wert.", "The contract is worth EUR 12.5 million.");
  return one;
}

struct ReleaseTest : testing::Test {
  ReleaseTest() {
    mission::Mission mission = small_mission();
    mission::Agreement sealed = mission.agreements[0];
    sealed.id.value = "G2";
    sealed.status = AgreementStatus::Ready;
    sealed.home_signatories = sealed.foreign_signatories = {"Somebody"};
    sealed.home_parties = sealed.foreign_parties = {"Somewhere"};
    sealed.amount = base::parse_decimal("12500000");
    sealed.currency = "EUR";
    sealed.record.visibility = mission::Visibility::Sealed;
    mission.agreements.push_back(sealed);
    world.put(mission);
  }

  Outcome<void> keep(store::PressRelease one) {
    return keep_release(world.context, office, std::move(one));
  }
  Outcome<void> clear() { return clear_release(world.context, office, "R01"); }
  Outcome<void> step(AgreementStatus from, AgreementStatus to) {
    return step_agreement(world.context, office, {{"G2"}, from, to, std::nullopt, "r"});
  }
  std::size_t news(const std::string& who = "public") {
    const auto items = read_newsroom(world.context, reader(who));
    return items ? items->size() : 99;
  }

  World world;
  const mission::Acting office = reader("coordinator");
};

TEST_F(ReleaseTest, IsOutWithTheSignatureAndNotBefore) {
  ASSERT_TRUE(keep(release()));
  EXPECT_EQ(news(), 0U);
  ASSERT_TRUE(clear());
  for (const auto& [name, acting] : readers()) EXPECT_EQ(news(name), 0U) << name;
  ASSERT_TRUE(step(AgreementStatus::Ready, AgreementStatus::Signed));
  for (const auto& [name, acting] : readers()) EXPECT_EQ(news(name), 1U) << name;
}

TEST_F(ReleaseTest, IsOutAtTheInstantOfItsZone) {
  store::PressRelease one = release();
  one.subject.clear();
  one.unlock_at = base::parse_local("2025-10-08T17:30");
  one.zone = "America/Los_Angeles";
  ASSERT_TRUE(keep(one));
  ASSERT_TRUE(clear());
  world.now = base::parse_instant("2025-10-09T00:29:59Z").value();
  EXPECT_EQ(news(), 0U);
  world.now = base::parse_instant("2025-10-09T00:30:00Z").value();
  EXPECT_EQ(news(), 1U);
  const auto items = read_newsroom(world.context, reader("public"));
  const auto in_brussels = base::to_local(items->front().published_at, "Europe/Brussels");
  EXPECT_EQ(base::format(in_brussels), "2025-10-09T02:30");
}

TEST_F(ReleaseTest, OfAWithdrawnAgreementNeverAppears) {
  store::PressRelease one = release();
  one.unlock_at = base::parse_local("2025-10-08T17:30");
  one.zone = "America/Los_Angeles";
  ASSERT_TRUE(keep(one));
  ASSERT_TRUE(clear());
  ASSERT_TRUE(step(AgreementStatus::Ready, AgreementStatus::Withdrawn));
  world.now = base::parse_instant("2026-10-09T00:30:00Z").value();
  EXPECT_EQ(news("coordinator"), 0U);
}

TEST_F(ReleaseTest, ThatIsWithdrawnItselfNeverAppears) {
  ASSERT_TRUE(keep(release()));
  ASSERT_TRUE(clear());
  ASSERT_TRUE(withdraw_release(world.context, office, "R01"));
  ASSERT_TRUE(step(AgreementStatus::Ready, AgreementStatus::Signed));
  EXPECT_EQ(news("coordinator"), 0U);
}

TEST_F(ReleaseTest, IsRefusedWithBothSentencesWhereVersionsDiffer) {
  store::PressRelease one = release();
  one.body.set(base::Language::Fr, "Le contrat vaut 125 millions d’euros.");
  ASSERT_TRUE(keep(one));
  const auto refused = clear();
  ASSERT_FALSE(refused);
  const auto& issues = std::get<base::Issues>(refused.error());
  ASSERT_EQ(issues.size(), 2U);
  EXPECT_EQ(issues[0].code, "release_versions_differ");
  EXPECT_TRUE(issues[0].value.contains("FR: Le contrat vaut 125 millions d’euros."));
  EXPECT_TRUE(issues[0].value.contains("NL: Het contract is 12,5 miljoen euro waard."));
  EXPECT_EQ(issues[1].code, "release_contradicted");
  EXPECT_EQ(issues[1].parameters.at("expected"), "12500000 EUR");
  ASSERT_TRUE(step(AgreementStatus::Ready, AgreementStatus::Signed));
  EXPECT_EQ(news("coordinator"), 0U);
}

TEST_F(ReleaseTest, IsRefusedWhereALanguageIsMissing) {
  store::PressRelease one = release();
  one.body.set(base::Language::De, "");
  ASSERT_TRUE(keep(one));
  ASSERT_FALSE(clear());
}

TEST_F(ReleaseTest, ChangedIsADraftAnewAndOutNoLongerChanged) {
  ASSERT_TRUE(keep(release()));
  ASSERT_TRUE(clear());
  store::PressRelease changed = release();
  changed.id = "R01";
  ASSERT_TRUE(keep(changed));
  EXPECT_EQ(read_kept_releases(world.context, office)->front().release.state, "draft");
  ASSERT_TRUE(clear());
  ASSERT_TRUE(step(AgreementStatus::Ready, AgreementStatus::Signed));
  const auto late = keep(changed);
  ASSERT_FALSE(late);
  EXPECT_EQ(std::get<Conflict>(late.error()).code, "release_is_out");
}

TEST_F(ReleaseTest, AreKeptByCoordinatorsAlone) {
  for (const auto& [name, acting] : readers()) {
    EXPECT_EQ(read_kept_releases(world.context, acting).has_value(), name == "coordinator");
    EXPECT_EQ(keep_release(world.context, acting, release()).has_value(), name == "coordinator");
  }
}

TEST_F(ReleaseTest, NamesEveryFaultAtOnce) {
  store::PressRelease one;
  one.subject = "agreement/none";
  one.unlock_at = base::parse_local("2025-10-08T17:30");
  one.zone = "Mars/Olympus";
  const auto refused = keep(one);
  ASSERT_FALSE(refused);
  EXPECT_EQ(std::get<base::Issues>(refused.error()).size(), 3U);
}

}  // namespace
}  // namespace kontor::actions
