// The register of agreements: who takes which step, what it changes and for whom it is seen.
#include "actions/agreements.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "actions/read_changes.h"
#include "actions/read_view.h"
#include "actions/world.h"

namespace kontor::actions {
namespace {

using mission::Agreement;
using mission::AgreementStatus;

// The small mission with G2, ready, of AW.
mission::Mission with_sealed() {
  mission::Mission mission = small_mission();
  Agreement sealed = mission.agreements[0];
  sealed.id.value = "G2";
  sealed.status = AgreementStatus::Ready;
  sealed.home_parties = {"O1"};
  sealed.foreign_parties = {"C1"};
  sealed.home_signatories = {"P1"};
  sealed.foreign_signatories = {"Q1"};
  sealed.amount = base::parse_decimal("12500000");
  sealed.currency = "EUR";
  sealed.signed_on.reset();
  sealed.before = base::Text::same("Nothing before");
  sealed.record.visibility = mission::Visibility::Sealed;
  sealed.record.owner.value = "AW";
  mission.agreements.push_back(sealed);
  return mission;
}

struct RegisterTest : testing::Test {
  RegisterTest() { put(with_sealed()); }

  void put(const mission::Mission& mission) { world.put(mission); }

  Outcome<void> step(const std::string& who, AgreementStatus from, AgreementStatus to,
                     const std::string& reason = "") {
    return step_agreement(world.context, reader(who), {{"G2"}, from, to, std::nullopt, reason});
  }
  const Agreement* seen_by(const std::string& who) {
    const auto view = read_view(world.context, reader(who));
    if (!view) return nullptr;
    held = *view;
    const auto found =
        std::ranges::find(held->mission->agreements, mission::AgreementId{"G2"}, &Agreement::id);
    return found == held->mission->agreements.end() ? nullptr : &*found;
  }

  World world;
  std::shared_ptr<const View> held;
};

using enum AgreementStatus;

TEST_F(RegisterTest, SignedIsDatedAndStillSealedUntilItIsPublished) {
  ASSERT_TRUE(step("coordinator", Ready, Signed));
  const Agreement* agreement = seen_by("coordinator");
  ASSERT_NE(agreement, nullptr);
  EXPECT_EQ(agreement->status, Signed);
  EXPECT_EQ(base::format(agreement->signed_on.value()), "2025-09-01");
  EXPECT_EQ(seen_by("public"), nullptr);
  ASSERT_TRUE(step("coordinator", Signed, Published));
  const Agreement* published = seen_by("public");
  ASSERT_NE(published, nullptr);
  EXPECT_EQ(base::format(published->amount.value()), "12500000");
  EXPECT_TRUE(published->before.empty());
  EXPECT_TRUE(published->home_signatories.empty());
}

TEST_F(RegisterTest, AHiddenValueStaysHiddenAndConfidentialIsNeverPublished) {
  mission::Mission mission = with_sealed();
  mission.agreements.back().confidentiality = mission::Confidentiality::ValueHidden;
  put(mission);
  ASSERT_TRUE(step("coordinator", Ready, Signed));
  ASSERT_TRUE(step("coordinator", Signed, Published));
  ASSERT_NE(seen_by("press"), nullptr);
  EXPECT_FALSE(seen_by("press")->amount);
  EXPECT_EQ(seen_by("press")->currency, "");
  EXPECT_TRUE(seen_by("AW")->amount);

  World other;
  mission.agreements.back().confidentiality = mission::Confidentiality::Confidential;
  other.put(mission);
  const auto order = [&](AgreementStatus from, AgreementStatus to) {
    return step_agreement(other.context, reader("coordinator"), {{"G2"}, from, to, {}, ""});
  };
  ASSERT_TRUE(order(Ready, Signed));
  const auto refused = order(Signed, Published);
  ASSERT_FALSE(refused);
  EXPECT_EQ(std::get<base::Issues>(refused.error()).front().code, "agreement_confidential");
}

TEST_F(RegisterTest, TheWithdrawnNeverAppears) {
  ASSERT_FALSE(step("coordinator", Ready, Withdrawn));  // without a reason
  ASSERT_TRUE(step("coordinator", Ready, Withdrawn, "the other side has left"));
  for (const auto& [name, acting] : readers())
    EXPECT_EQ(seen_by(name) != nullptr, name == "coordinator" || name == "AW") << name;
}

TEST_F(RegisterTest, AnAdviserStepsTheirOwnAndOthersLearnNothing) {
  EXPECT_TRUE(step("AW", Ready, Agreed, "a word is missing"));
  const auto unknown =
      step_agreement(world.context, reader("FI"), {{"none"}, Agreed, Ready, std::nullopt, ""});
  const auto foreign = step("FI", Agreed, Ready);
  ASSERT_FALSE(foreign);
  EXPECT_EQ(foreign.error().index(), unknown.error().index());
  EXPECT_EQ(std::get<Missing>(foreign.error()).noun, "agreement");
  for (const std::string name : {"public", "P1", "Q1", "press", "protocol", "director"}) {
    const auto denied = step(name, Agreed, Ready);
    ASSERT_FALSE(denied) << name;
    EXPECT_TRUE(std::holds_alternative<Denied>(denied.error())) << name;
  }
}

TEST_F(RegisterTest, WhoLooksAtAnOlderStateChangesNothing) {
  ASSERT_TRUE(step("coordinator", Ready, Signed));
  const auto late = step("AW", Ready, Withdrawn, "late");
  ASSERT_FALSE(late);
  EXPECT_EQ(std::get<Conflict>(late.error()).code, "agreement_moved_on");
}

TEST_F(RegisterTest, ListsStepsAndWhatMayFollow) {
  ASSERT_TRUE(step("coordinator", Ready, Agreed, "the price"));
  const auto kept = read_register(world.context, reader("coordinator"));
  ASSERT_TRUE(kept);
  const Registered& last = kept->agreements.back();
  ASSERT_EQ(last.steps.size(), 1U);
  EXPECT_EQ(last.steps[0].reason, "the price");
  ASSERT_EQ(last.next.size(), 3U);
  EXPECT_EQ(last.next[0].status, Ready);
  EXPECT_TRUE(last.next[0].hindrances.empty());
  const auto own = read_register(world.context, reader("AW"));
  ASSERT_TRUE(own);
  EXPECT_EQ(own->agreements.back().agreement.value, "G2");
  EXPECT_FALSE(read_register(world.context, reader("press")));
}

TEST_F(RegisterTest, TheChangeLogDoesNotNameTheAgreement) {
  ASSERT_TRUE(step("coordinator", Ready, Signed));
  const auto changes = read_changes(world.context, reader("director"), 1'000'000, 10);
  ASSERT_TRUE(changes);
  for (const auto& change : changes->changes) {
    EXPECT_FALSE(change.subject.contains("G2")) << change.subject;
    EXPECT_FALSE(change.detail.contains("G2")) << change.detail;
  }
}

}  // namespace
}  // namespace kontor::actions
