// The cue sheet of a ceremony: order, tables, who stands where.
#include "exchange/cue_sheet.h"

#include <gtest/gtest.h>

namespace kontor::exchange {
namespace {

mission::Agreement agreement(const std::string& id, int turn, mission::AgreementStatus status) {
  mission::Agreement one;
  one.id.value = id;
  one.title = base::Text::same("Title " + id);
  one.status = status;
  one.ceremony.value = "A1";
  one.ceremony_order = turn;
  one.ceremony_table = turn;
  one.home_parties = {"O1"};
  one.foreign_parties = {"Somewhere Inc."};
  one.home_signatories = {"P1"};
  return one;
}

mission::Mission ceremony() {
  mission::Mission mission{};
  mission::Activity activity;
  activity.id.value = "A1";
  activity.title = base::Text::same("Signing");
  activity.kind = mission::ActivityKind::SigningCeremony;
  activity.leg.value = "LA";
  mission.activities.push_back(activity);
  mission::Leg leg{};
  leg.id.value = "LA";
  leg.zone = "America/Los_Angeles";
  mission.legs.push_back(leg);
  mission::Person person{};
  person.id.value = "P1";
  person.given_name = "Ann";
  person.family_name = "Peeters";
  mission.people.push_back(person);
  mission::Organisation organisation{};
  organisation.id.value = "O1";
  organisation.name = base::Text::same("Sunless BV");
  mission.organisations.push_back(organisation);
  mission::Office office{};
  office.id.value = "minister";
  office.title = base::Text::same("Minister");
  office.holder.value = "P1";
  mission.offices.push_back(office);
  using enum mission::AgreementStatus;
  mission.agreements = {agreement("G3", 0, Agreed), agreement("G2", 2, Ready),
                        agreement("G1", 1, Ready), agreement("G4", 3, Withdrawn)};
  mission.agreements[2].witnesses = {{"minister"}};
  return mission;
}

TEST(CueSheet, SaysInTheOrderOfSigningWhoStandsWhere) {
  const mission::Mission mission = ceremony();
  mission::Plan plan{};
  mission::ActivityPlacement placement{};
  placement.activity.value = "A1";
  placement.starts_at = base::parse_local("2025-10-09T17:15").value();
  plan.activities.push_back(placement);
  mission::Attendance attendance{};
  attendance.activity.value = "A1";
  attendance.person.value = "P1";
  plan.attendances.push_back(attendance);
  EXPECT_EQ(cue_sheet(mission, plan, mission.activities[0], base::Language::En),
            "Cue sheet · Signing\n"
            "2025-10-09T17:15 America/Los_Angeles\n"
            "Present: Minister\n"
            "\n  1  G1  Title G1 · table 1\n"
            "     left: Ann Peeters (Sunless BV)\n"
            "     right: not named yet (Somewhere Inc.)\n"
            "     behind: Minister\n"
            "\n  2  G2  Title G2 · table 2\n"
            "     left: Ann Peeters (Sunless BV)\n"
            "     right: not named yet (Somewhere Inc.)\n"
            "\n  –  G3  Title G3\n"
            "     ! not ready to sign\n"
            "     left: Ann Peeters (Sunless BV)\n"
            "     right: not named yet (Somewhere Inc.)\n");
}

TEST(CueSheet, SpeaksFourLanguagesAndSaysWhereNothingIsSigned) {
  mission::Mission mission = ceremony();
  mission.agreements.clear();
  const mission::Plan plan{};
  const auto text = [&](base::Language language) {
    return cue_sheet(mission, plan, mission.activities[0], language);
  };
  EXPECT_TRUE(text(base::Language::Fr).contains("Rien n’est signé ici."));
  EXPECT_TRUE(text(base::Language::Nl).contains("Hier wordt niets getekend."));
  EXPECT_TRUE(text(base::Language::De).contains("Hier wird nichts unterzeichnet."));
}

}  // namespace
}  // namespace kontor::exchange
