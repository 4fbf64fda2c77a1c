// What is wrong with an agreement of a mission, all at once.
#include <algorithm>
#include <gtest/gtest.h>

#include "mission/mission.h"

namespace kontor::mission {
namespace {

Mission with_ceremony() {
  Mission mission{};
  mission.id.value = "m";
  mission.name = base::Text::same("M");
  mission.home_zone = "Europe/Brussels";
  Office office{};
  office.id.value = "minister";
  office.title = base::Text::same("Minister");
  mission.offices.push_back(office);
  office.id.value = "princess";
  mission.offices.push_back(office);
  Activity ceremony{};
  ceremony.id.value = "A1";
  ceremony.title = base::Text::same("Signing");
  ceremony.kind = ActivityKind::SigningCeremony;
  ceremony.offices = {{"minister"}};
  mission.activities.push_back(ceremony);
  Activity dinner = ceremony;
  dinner.id.value = "A2";
  dinner.kind = ActivityKind::Reception;
  mission.activities.push_back(dinner);
  return mission;
}

Agreement agreement(const std::string& id) {
  Agreement one;
  one.id.value = id;
  one.title = base::Text::same("Title");
  one.ceremony.value = "A1";
  one.ceremony_order = 1;
  one.witnesses = {{"minister"}};
  return one;
}

// The paths of the faults that speak of agreements.
std::vector<std::string> faults(const Mission& mission) {
  std::vector<std::string> paths;
  for (const base::Issue& issue : validate(mission))
    if (issue.path.starts_with("agreement/")) paths.push_back(issue.path);
  return paths;
}

TEST(ValidateAgreements, TakesOneThatIsRight) {
  Mission mission = with_ceremony();
  Agreement one = agreement("G1");
  one.amount = base::parse_decimal("12500000");
  one.currency = "EUR";
  one.documents = {{"Text", "fr", ""}};
  mission.agreements = {one};
  EXPECT_EQ(faults(mission), std::vector<std::string>{});
}

TEST(ValidateAgreements, WantsWitnessesAmongTheOfficesOfTheCeremony) {
  Mission mission = with_ceremony();
  mission.agreements = {agreement("G1")};
  mission.agreements[0].witnesses = {{"minister"}, {"princess"}};
  ASSERT_EQ(faults(mission), std::vector<std::string>{"agreement/G1/witnesses"});
  mission.activities[0].offices.push_back({"princess"});
  EXPECT_EQ(faults(mission), std::vector<std::string>{});
}

TEST(ValidateAgreements, NamesEveryFaultAtOnce) {
  Mission mission = with_ceremony();
  Agreement wrong = agreement("G2");
  wrong.ceremony.value = "A2";
  wrong.ceremony_table = -1;
  wrong.amount = base::parse_decimal("-1");
  wrong.documents = {{"", "xx", ""}};
  mission.agreements = {agreement("G1"), wrong, agreement("G3")};
  mission.agreements[2].currency = "EURO";
  const std::vector<std::string> expected{"agreement/G2",                  // no currency
                                          "agreement/G2/amount",           // below 0
                                          "agreement/G2/ceremony_table",   // below 0
                                          "agreement/G2/ceremony",         // a reception
                                          "agreement/G2/documents",        // no name
                                          "agreement/G2/documents",        // no language
                                          "agreement/G3/currency",         // four letters
                                          "agreement/G3",                  // no amount
                                          "agreement/G3/ceremony_order"};  // the turn of G1
  EXPECT_EQ(faults(mission), expected);
}

TEST(ValidateAgreements, WantsACeremonyWhereThereIsATurn) {
  Mission mission = with_ceremony();
  mission.agreements = {agreement("G1")};
  mission.agreements[0].ceremony = {};
  EXPECT_EQ(faults(mission), std::vector<std::string>{"agreement/G1"});
}

}  // namespace
}  // namespace kontor::mission
