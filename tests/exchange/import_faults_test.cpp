// Tables as ugly as agencies send them: each fault is found, in one run, at its cell.
#include <gtest/gtest.h>
#include <set>

#include "exchange/import_merge.h"

namespace kontor::exchange {
namespace {

mission::Mission one_day() {
  mission::Mission mission;
  mission.id.value = "m";
  mission.name = base::Text::same("M");
  mission.home_zone = "Europe/Brussels";
  using std::chrono::year, std::chrono::October, std::chrono::day;
  mission.first_day = mission.travel_first_day = year{2025} / October / day{5};
  mission.last_day = mission.travel_last_day = year{2025} / October / day{10};
  mission.sectors.push_back({{"food"}, base::Text::same("Food")});
  return mission;
}

// In Windows-1252, below a title and an empty row.
constexpr const char* organisations =
    "D\xE9l\xE9gation wallonne;;;;;;;;;;\n;;;;;;;;;;\n"
    "Raison sociale;N\xB0 d'entreprise;Type;R\xE9gion;Taille;Pays;Secteurs;E-mail;GSM;M\xEAme que;"
    "Cl\xE9\n"
    ";0403.199.702;;;;;;;;;\n"
    "Rubens;n/a;;;;;;;;;\n"
    "Ensor;0403.199.703;;;;;;;;;\n"
    "Magritte;2403199702;;;;;;;;;\n"
    "Delvaux;0403.199;;;;;;;;;\n"
    "Permeke;12345678901234567890123456789012345678901;;;;FR;;;;;\n"
    "Khnopff;;man\xE8ge;;;;;;;;\n"
    "Jordaens;;;Walonie;;;;;;;\n"
    "Memling;;;;\xE9norme;;;;;;\n"
    "Bosch;;;;;Absurdie;;;;;\n"
    "Bruegel;;;;;;Food, D\xE9sert;;;;\n"
    "Van Eyck;;;;;;;info;;;\n"
    "Van Dyck;;;;;;;a@@example.org;;;\n"
    "Teniers;;;;;;;a@example.org, b@example.org;;;\n"
    "Wouters;;;;;;;a@example;;;\n"
    "Minne;;;;;;;;0470 12 34 56;;\n"
    "Claus;;;Flandre;;;;;0470 12;;\n"
    "Rops;;;;;BE;;;demander;;\n"
    "Spilliaert;;;;;;;;+32 470 12;;\n"
    "Tytgat;;;;;BE;;;470 12 34 56;;\n"
    "Servaes;;;;;;;;;;O99\n"
    "Brusselmans;;;;;;;;;O99;\n"
    "Solvay SA;;;;;;;;;;\n"
    "solvay nv;;;;;;;;;;\n"
    "Slovay;;;;;;;;;;\n"
    "Solvay SA;;;Bruxelles;;;;;;;\n";
constexpr const char* people =
    "Familienaam,Voornaam,Bedrijf,Rol,Taal,Mail,GSM,Zelfde als\n"
    ",An,,,,,,\n"
    "Janssens,Bo,Onbekend,,,,,\n"
    "Peeters,Bo,,held,,,,\n"
    "Maes,Bo,,,\"NL, Klingon\",,,\n"
    "Jacobs,Bo,,,,bo.example.org,,\n"
    "Mertens,Bo,,,,,12,\n"
    "Kint,An,Solvay SA,,,,,\n"
    "An,Kint,,,,,,\n"
    "Willems,Bo,,,,,,P99\n"
    "Kint,An,Solvay SA,,NL,,,\n";
constexpr const char* wishes =
    "Company,Wants to meet,Activity,Participant,Level,Rank\n"
    "Solvay SA,Solvay SA,,,,\n"
    "Solvay SA,Solvay SA,,,perhaps,\n"
    "Solvay SA,Solvay SA,,,want,10\n"
    "Solvay SA,Umicore,,,want,\n"
    "Umicore,Solvay SA,,,want,\n"
    "Solvay SA,,Parade,,want,\n"
    "Solvay SA,,,,want,\n"
    "Solvay SA,Solvay SA,,,want,\n";

constexpr const char* programme =
    "Title,Kind,City,Host,Date,Start,End,Duration,Places\n"
    ",,,,2025-10-07,,,,\n"
    "Port,holiday,,,2025-10-07,,,,\n"
    "Museum,,Atlantis,,2025-10-07,,,,\n"
    "Forum,,,Nobody,2025-10-07,,,,\n"
    "Lunch,,,,07/10/2025,,,,\n"
    "Dinner,,,,soon,,,,\n"
    "Tour,,,,2025-10-07,noon,,,\n"
    "Show,,,,,10:00,,,\n"
    "Talk,,,,2025-10-07,10:00,9:00,,\n"
    "Walk,,,,2025-10-07,,,long,\n"
    "Race,,,,2025-10-07,,,,many\n";

ImportResult merged_all() {
  static const std::vector<std::pair<std::string, std::string>> files{{"awex.csv", organisations},
                                                                      {"fit.csv", people},
                                                                      {"hub.csv", wishes},
                                                                      {"programme.csv", programme}};
  static std::vector<Workbook> books;
  std::vector<ImportSheet> sheets;
  books.clear();
  for (const auto& [name, text] : files) books.push_back(read_workbook(text, name).value());
  for (std::size_t n = 0; n < files.size(); ++n)
    sheets.push_back(propose_sheet(books[n].sheets.front(), files[n].first, {}, {}).value());
  return merge_sheets({one_day(), {}}, sheets, {});
}

TEST(ImportFaults, AllOfThemAreFoundInOneRunEachAtItsCell) {
  const auto result = merged_all();
  std::vector<std::string> found;
  for (const auto& fault : result.faults)
    found.push_back(fault.file + " " + cell_name(fault) + " " + fault.code);
  const std::vector<std::string> expected{
      "awex.csv A4 missing_value",
      "awex.csv B5 bad_enterprise_number",
      "awex.csv B6 wrong_check_digits",
      "awex.csv B7 bad_enterprise_number",
      "awex.csv B8 bad_enterprise_number",
      "awex.csv B9 bad_enterprise_number",
      "awex.csv C10 unknown_value",
      "awex.csv D11 unknown_value",
      "awex.csv E12 unknown_value",
      "awex.csv F13 unknown_value",
      "awex.csv G14 unknown_sector",
      "awex.csv H15 bad_mail",
      "awex.csv H16 bad_mail",
      "awex.csv H17 bad_mail",
      "awex.csv H18 bad_mail",
      "awex.csv I19 phone_without_country",
      "awex.csv I20 bad_phone",
      "awex.csv I21 bad_phone",
      "awex.csv I22 bad_phone",
      "awex.csv I23 bad_phone",
      "awex.csv K24 unknown_key",
      "awex.csv J25 unknown_key",
      "awex.csv A27 probable_duplicate",
      "awex.csv A28 probable_duplicate",
      "awex.csv K29 repeated_row",
      "fit.csv A2 missing_value",
      "fit.csv C3 unknown_record",
      "fit.csv D4 unknown_value",
      "fit.csv E5 unknown_value",
      "fit.csv F6 bad_mail",
      "fit.csv G7 phone_without_country",
      "fit.csv A9 probable_duplicate",
      "fit.csv H10 unknown_key",
      "fit.csv 11 repeated_row",
      "hub.csv E2 missing_value",
      "hub.csv E3 unknown_value",
      "hub.csv F4 bad_rank",
      "hub.csv B5 unknown_record",
      "hub.csv A6 unknown_record",
      "hub.csv C7 unknown_record",
      "hub.csv E8 nameless_wish",
      "hub.csv 9 invalid",
      "programme.csv A2 missing_value",
      "programme.csv B3 unknown_value",
      "programme.csv C4 unknown_record",
      "programme.csv D5 unknown_record",
      "programme.csv E6 ambiguous_date",
      "programme.csv E7 bad_date",
      "programme.csv F8 bad_time",
      "programme.csv F9 time_without_date",
      "programme.csv G10 end_before_start",
      "programme.csv H11 bad_count",
      "programme.csv I12 bad_count",
  };
  EXPECT_EQ(found, expected);
  EXPECT_EQ(result.added, 2U) << "the rows without fault";
}

TEST(ImportFaults, EachSaysWhatToDoInFourLanguages) {
  const auto words = [](const base::Issue& issue, base::Language) { return base::sentence(issue); };
  for (const auto& fault : merged_all().faults) {
    std::set<std::string> sentences;
    for (const auto language : base::all_languages) {
      const std::string sentence = import_sentence(fault, language, words);
      EXPECT_EQ(sentence.find_first_of("{}"), std::string::npos) << sentence;
      EXPECT_NE(sentence, fault.code);
      sentences.insert(sentence);
    }
    if (!fault.issue) {
      EXPECT_EQ(sentences.size(), base::all_languages.size()) << fault.code;
    }
  }
}

}  // namespace
}  // namespace kontor::exchange
