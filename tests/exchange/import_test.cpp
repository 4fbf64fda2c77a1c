#include <gtest/gtest.h>

#include "exchange/import_merge.h"
#include "exchange/import_near.h"
#include "exchange/import_value.h"

namespace kontor::exchange {
namespace {

mission::Mission empty_mission() {
  mission::Mission mission;
  mission.id.value = "m";
  mission.name = base::Text::same("M");
  mission.home_zone = "Europe/Brussels";
  using std::chrono::year, std::chrono::October, std::chrono::day;
  mission.first_day = mission.travel_first_day = year{2025} / October / day{5};
  mission.last_day = mission.travel_last_day = year{2025} / October / day{10};
  return mission;
}

ImportResult merged(const ImportState& before, const std::vector<std::string>& texts) {
  std::vector<Workbook> books;
  for (const std::string& text : texts) books.push_back(read_workbook(text, "t.csv").value());
  std::vector<ImportSheet> sheets;
  for (const Workbook& book : books)
    sheets.push_back(propose_sheet(book.sheets.front(), "t.csv", {}, {}).value());
  return merge_sheets(before, sheets, {});
}

std::vector<std::string> codes(const ImportResult& result) {
  std::vector<std::string> out;
  for (const auto& fault : result.faults) out.push_back(cell_name(fault) + " " + fault.code);
  return out;
}

using Codes = std::vector<std::string>;

TEST(Import, KnowsHeadingsInFourLanguagesWhateverTheirCaseAndAccents) {
  EXPECT_EQ(known_heading(ImportNoun::Organisations, "DENOMINATION SOCIALE")->field,
            ImportField::Name);
  EXPECT_EQ(known_heading(ImportNoun::People, "Achternaam")->language, base::Language::Nl);
  EXPECT_EQ(known_heading(ImportNoun::People, "Nom")->field, ImportField::FamilyName);
  EXPECT_EQ(known_heading(ImportNoun::Organisations, "Bemerkung"), std::nullopt);
  EXPECT_EQ(known_heading(ImportNoun::Organisations, "Unternehmensgröße")->field,
            ImportField::Size);
}

TEST(Import, TakesASheetForWhatSomebodySaysWhateverItsHeadings) {
  const Workbook book = read_workbook("Liste\nZaak;Wie\nBakkerij Ooms;An\n", "t.csv").value();
  EXPECT_FALSE(propose_sheet(book.sheets.front(), "t.csv", {}, {}));
  const auto bare = take_sheet(book.sheets.front(), "t.csv", ImportNoun::Hosts, {});
  ASSERT_TRUE(bare);
  EXPECT_EQ(bare->heading_row, 1U);
  EXPECT_EQ(bare->missing(), ImportField::Name);
  const auto said = take_sheet(book.sheets.front(), "t.csv", ImportNoun::Hosts, {{"zaak", "name"}});
  EXPECT_FALSE(said->missing());
}

TEST(Import, ADecisionStandsInThePlaceOfTheCellSameAs) {
  const Workbook book = read_workbook("Name\nSolvay SA\nSolvay S.A.\n", "t.csv").value();
  auto sheet = propose_sheet(book.sheets.front(), "t.csv", {}, {}).value();
  ImportState before{empty_mission(), {}};
  EXPECT_EQ(codes(merge_sheets(before, {sheet}, {})), Codes{"A3 probable_duplicate"});
  sheet.decided[3] = "new";
  const auto decided = merge_sheets(before, {sheet}, {});
  EXPECT_EQ(codes(decided), Codes{});
  EXPECT_EQ(decided.state.mission.organisations.size(), 2U);
}

TEST(Import, TakesDaysThatCanBeReadInOneWayOnly) {
  using std::chrono::year, std::chrono::October, std::chrono::day;
  const base::LocalDate seventh = year{2025} / October / day{7};
  for (const char* text :
       {"2025-10-07", "2025/10/7", "7.10.2025", "07.10.2025", "7 octobre 2025", "mardi 7 oct. 2025",
        "di 7 oktober 2025", "October 7, 2025", "2025-10-07T09:30"})
    EXPECT_EQ(day_value(text), seventh) << text;
  EXPECT_EQ(day_value("27/10/2025"), year{2025} / October / day{27});
  EXPECT_EQ(day_value("10/27/2025"), year{2025} / October / day{27});
  EXPECT_EQ(day_value("10/10/2025"), year{2025} / October / day{10});
  EXPECT_EQ(day_value("07/10/2025").error(), "ambiguous_date");
  EXPECT_EQ(day_value("7-10-2025").error(), "ambiguous_date");
  for (const char* text : {"", "soon", "30/02/2025", "7/10/25", "2025-13-01", "octobre 2025"})
    EXPECT_EQ(day_value(text).error(), "bad_date") << text;
}

TEST(Import, TakesTimesAsPeopleSpellThem) {
  for (const char* text : {"14:30", "14h30", "14 h 30", "14u30", "14.30", "14:30:00", "2:30 pm",
                           "14.30 Uhr", "2025-10-07T14:30"})
    EXPECT_EQ(time_value(text), 870) << text;
  EXPECT_EQ(time_value("9h"), 540);
  EXPECT_EQ(time_value("12:15 am"), 15);
  for (const char* text : {"", "25:00", "9:75", "noon", "14:30 pm"})
    EXPECT_EQ(time_value(text).error(), "bad_time") << text;
}

TEST(Import, MergesActivitiesWithTheirDaysTimesAndHosts) {
  ImportState before{empty_mission(), {}};
  const char* programme =
      "Titre;Type;Hôte;Date;Début;Fin;Places\n"
      "Visite du port;visite d'entreprise;Port SA;2025-10-07;9h30;11h;40\n"
      "Dîner;réception;;8 octobre 2025;;;\n";
  const auto once = merged(before, {"Raison sociale\nPort SA\n", programme});
  EXPECT_EQ(codes(once), Codes{});
  ASSERT_EQ(once.state.mission.activities.size(), 2U);
  const auto& visit = once.state.mission.activities[0];
  EXPECT_EQ(visit.id.value, "visite-du-port");
  EXPECT_EQ(visit.kind, mission::ActivityKind::CompanyVisit);
  EXPECT_EQ(visit.host.value, "port-sa");
  EXPECT_EQ(visit.timing.precision, mission::Precision::Fixed);
  EXPECT_EQ(base::format(*visit.timing.earliest), "2025-10-07T09:30");
  EXPECT_EQ(visit.duration_minutes, 90);
  EXPECT_EQ(visit.capacity, 40);
  EXPECT_EQ(once.state.mission.activities[1].timing.precision, mission::Precision::Day);
  const auto twice = merged(once.state, {programme});
  EXPECT_EQ(twice.unchanged, 2U);
  EXPECT_EQ(twice.state, once.state);
}

TEST(Import, ATableOfNamesAndAddressesIsOneOfOrganisations) {
  const Workbook book = read_workbook("Nom;Type;Adresse;Ville\nA;PME;x;y\n", "t.csv").value();
  EXPECT_EQ(propose_sheet(book.sheets.front(), "t.csv", {}, {})->noun, ImportNoun::Organisations);
}

TEST(Import, ChecksEnterpriseNumbersByTheirLastTwoDigits) {
  EXPECT_EQ(enterprise_number("BE 0403.199.702").value(), "0403199702");
  EXPECT_EQ(enterprise_number("403199702").value(), "0403199702");
  EXPECT_EQ(enterprise_number("0403.199.703").error(), "wrong_check_digits");
  EXPECT_EQ(enterprise_number("2403199702").error(), "bad_enterprise_number");
  EXPECT_EQ(enterprise_number("n/a").error(), "bad_enterprise_number");
}

TEST(Import, WritesPhonesAsE164OrRefusesThem) {
  EXPECT_EQ(phone_number("0470 12 34 56", "BE").value(), "+32470123456");
  EXPECT_EQ(phone_number("+32 (0)2 555 12 12", "").value(), "+3225551212");
  EXPECT_EQ(phone_number("(415) 555-0123", "US").value(), "+14155550123");
  EXPECT_EQ(phone_number("0470 12 34 56", "").error(), "phone_without_country");
  EXPECT_EQ(phone_number("0470 12", "BE").error(), "bad_phone");
  EXPECT_EQ(phone_number("ask Jan", "BE").error(), "bad_phone");
}

TEST(Import, TakesPhonesOfBelgianRecordsForBelgian) {
  const auto result =
      merged({empty_mission(), {}}, {"Name,Region,Phone\nSolvay,Brussels,02 555 12 12\n",
                                     "Surname,Company,GSM\nKint,Solvay,0470 12 34 56\n"});
  EXPECT_EQ(codes(result), std::vector<std::string>{});
  EXPECT_EQ(result.state.contacts.at("organisation/solvay").at("phone"), "+3225551212");
  EXPECT_EQ(result.state.contacts.at("person/kint").at("phone"), "+32470123456");
}

TEST(Import, NamesAreNearWithoutLegalFormsAndWithOneOtherLetterButNotWithOtherDigits) {
  NearNames names;
  names.add(name_core("Solvay S.A."), 1);
  names.add(name_core("Hall 1 Robotics"), 2);
  EXPECT_EQ(names.find(name_core("SOLVAY nv")), 1U);
  EXPECT_EQ(names.find(name_core("Slovay")), 1U);
  EXPECT_EQ(names.find(name_core("Hall 2 Robotics")), std::nullopt);
  EXPECT_EQ(names.find(name_core("Agfa")), std::nullopt);
}

constexpr const char* companies =
    "Liste 2025;;\n;;\nRaison sociale;N° d'entreprise;Région\n"
    "Müller-Lüdenscheidt SA;0403.199.702;Wallonie\nD'hondt Frères;0403.199.703;Wallonie\n"
    "Étoile Verte;;Walonie\n";
constexpr const char* people =
    "Familienaam,Voornaam,Bedrijf,Taal\nvan der Straeten-Waillet,Jan,Müller-Lüdenscheidt SA,NL\n"
    "'t Kint,An,Müller-Lüdenscheidt SA,\"NL, FR\"\n'T Kint,An,Müller-Lüdenscheidt SA,NL\n";

TEST(Import, MergesGoodRowsAndNamesEveryFaultWithItsCell) {
  const auto result = merged({empty_mission(), {}}, {companies, people});
  EXPECT_EQ(codes(result),
            (Codes{"A4 probable_duplicate", "B5 wrong_check_digits", "C6 unknown_value"}));
  EXPECT_EQ(result.added, 3U);
  EXPECT_EQ(result.refused, 3U);
  const auto& mission = result.state.mission;
  ASSERT_EQ(mission.organisations.size(), 1U);
  EXPECT_EQ(mission.organisations[0].name.in(base::Language::Fr), "Müller-Lüdenscheidt SA");
  EXPECT_EQ(result.state.contacts.at("organisation/muller-ludenscheidt-sa").at("enterprise_number"),
            "0403199702");
  ASSERT_EQ(mission.people.size(), 2U);
  EXPECT_EQ(mission.people[0].family_name, "van der Straeten-Waillet");
  EXPECT_EQ(mission.people[1].family_name, "'t Kint");
}

TEST(Import, TheSameAgainChangesNothing) {
  const auto once = merged({empty_mission(), {}}, {companies, people});
  const auto twice = merged(once.state, {companies, people});
  EXPECT_EQ(twice.added + twice.changed, 0U);
  EXPECT_EQ(twice.unchanged, 3U);
  EXPECT_EQ(twice.state, once.state);
  EXPECT_EQ(codes(twice), codes(once));
}

TEST(Import, SameAsDecidesProbableDuplicates) {
  const auto once = merged({empty_mission(), {}}, {"Name,Region\nSolvay SA,Brussels\n"});
  EXPECT_EQ(codes(merged(once.state, {"Name,Region\nSolvay,Flanders\n"})),
            (Codes{"A2 probable_duplicate"}));
  const auto same =
      merged(once.state, {"Name,Region,Same as\nSolvay,Flanders,solvay-sa\n"}).state.mission;
  ASSERT_EQ(same.organisations.size(), 1U);
  EXPECT_EQ(same.organisations[0].name.in(base::Language::En), "Solvay SA");
  EXPECT_EQ(same.organisations[0].region, mission::Region::Flanders);
  const auto apart = merged(once.state, {"Name,Region,Same as\nSolvay,Flanders,new\n"});
  EXPECT_EQ(apart.state.mission.organisations.size(), 2U);
}

TEST(Import, TwoRowsThatSayDifferentThingsOfOneRecordAreNotBothBelieved) {
  const auto result =
      merged({empty_mission(), {}}, {"Name,Region\nSolvay,Brussels\nSolvay,Flanders\n"});
  ASSERT_EQ(result.faults.size(), 1U);
  EXPECT_EQ(result.faults[0].code, "repeated_row");
  EXPECT_EQ(result.faults[0].parameters.at("first"), "2");
}

TEST(Import, RowsThatTheMissionItselfRefusesAreLeftOut) {
  const auto result =
      merged({empty_mission(), {}}, {"Name,Region\nSolvay,Brussels\nUmicore,Brussels\n",
                                     "Company,Wants to meet,Level\nSolvay,Solvay,want\n"});
  ASSERT_EQ(result.faults.size(), 1U);
  EXPECT_EQ(result.faults[0].code, "invalid");
  EXPECT_EQ(result.faults[0].row, 2U);
  EXPECT_TRUE(result.state.mission.wishes.empty());
  EXPECT_EQ(result.added, 2U);
}

TEST(Import, TheWorkbookOfFaultsImportsAgainAfterCorrection) {
  const auto book = read_workbook(companies, "t.csv").value();
  const std::vector sheets{propose_sheet(book.sheets[0], "t.csv", {}, {}).value()};
  const auto once = merge_sheets({empty_mission(), {}}, sheets, {});
  const auto words = [](const base::Issue& issue, base::Language) { return base::sentence(issue); };
  const auto bytes = write_fault_workbook(sheets, once.faults, base::Language::Nl, words);
  auto again = read_workbook(bytes, "f.xlsx").value();
  auto& rows = again.sheets[0].rows;
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0].back(), "Reden van weigering");
  EXPECT_TRUE(rows[2].back().find("laatste twee cijfers") != std::string::npos);
  rows[2][1] = "0202.239.951";
  rows[3][2] = "Wallonie";
  const auto sheet = propose_sheet(again.sheets[0], "f.xlsx", {}, {}).value();
  const auto twice = merge_sheets(once.state, {sheet}, {});
  EXPECT_EQ(codes(twice), Codes{});
  EXPECT_EQ(twice.added, 2U);
  EXPECT_EQ(twice.unchanged, 1U);
}

TEST(Import, HeadingsInTwoRowsWithMergedCellsAreUnderstood) {
  Sheet sheet;
  sheet.rows = {{"Delegation"},
                {"Organisation", "Contact", ""},
                {"Company", "Surname", "First name"},
                {"Solvay", "Kint", "An"}};
  sheet.merged = {{1, 1, 1, 2}};
  const auto read = propose_sheet(sheet, "t.xlsx", {}, {});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->noun, ImportNoun::People);
  EXPECT_EQ(read->heading_row, 2U);
  EXPECT_EQ(read->column_of(ImportField::GivenName), 2U);
}

TEST(Import, RememberedHeadingsGoBeforeKnownOnes) {
  const auto book = read_workbook("Name;Bemerkung\nSolvay;x\n", "t.csv").value();
  const auto read =
      propose_sheet(book.sheets[0], "t.csv", ImportNoun::Organisations, {{"bemerkung", "profile"}});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->column_of(ImportField::Profile), 1U);
}

}  // namespace
}  // namespace kontor::exchange
