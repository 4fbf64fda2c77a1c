// Which status of an agreement may follow which, and what must be there first.
#include "mission/agreement.h"

#include <gtest/gtest.h>

namespace kontor::mission {
namespace {

Agreement complete(AgreementStatus status) {
  Agreement agreement;
  agreement.status = status;
  agreement.home_parties = agreement.foreign_parties = {"Somebody"};
  agreement.home_signatories = agreement.foreign_signatories = {"Somebody"};
  return agreement;
}

TEST(AgreementStatus, GoesFromDraftToPublishedOneStepAtATime) {
  using enum AgreementStatus;
  const std::vector way{Draft, Legal, Agreed, Ready, Signed, Published};
  for (std::size_t from = 0; from < way.size(); ++from)
    for (std::size_t to = from + 1; to < way.size(); ++to)
      EXPECT_EQ(hindrances(complete(way[from]), way[to]).empty(), to == from + 1)
          << from << " to " << to;
}

TEST(AgreementStatus, GoesBackOnlyBeforeItIsSigned) {
  using enum AgreementStatus;
  EXPECT_TRUE(hindrances(complete(Legal), Draft).empty());
  EXPECT_TRUE(hindrances(complete(Ready), Agreed).empty());
  EXPECT_EQ(hindrances(complete(Signed), Ready), Hindrances{"not_next"});
  EXPECT_EQ(hindrances(complete(Published), Signed), Hindrances{"not_next"});
}

TEST(AgreementStatus, IsWithdrawnBeforeItIsSignedAndThenADraftAtMost) {
  using enum AgreementStatus;
  for (const auto status : {Draft, Legal, Agreed, Ready, Announced})
    EXPECT_TRUE(hindrances(complete(status), Withdrawn).empty());
  for (const auto status : {Signed, Published})
    EXPECT_FALSE(hindrances(complete(status), Withdrawn).empty());
  EXPECT_EQ(next_statuses(Withdrawn), std::vector{Draft});
}

TEST(AgreementStatus, NamesAllThatIsMissingAtOnce) {
  Agreement agreement;
  agreement.status = AgreementStatus::Agreed;
  EXPECT_EQ(hindrances(agreement, AgreementStatus::Ready),
            (Hindrances{"no_home_party", "no_foreign_party", "no_home_signatory",
                        "no_foreign_signatory"}));
}

TEST(AgreementStatus, IsNeverPublishedWhereConfidential) {
  Agreement agreement = complete(AgreementStatus::Signed);
  agreement.confidentiality = Confidentiality::Confidential;
  EXPECT_EQ(hindrances(agreement, AgreementStatus::Published), Hindrances{"confidential"});
}

}  // namespace
}  // namespace kontor::mission
