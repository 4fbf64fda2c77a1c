#include "exchange/import_fault.h"

#include <array>
#include <set>

#include "exchange/import_sheet.h"
#include "exchange/table.h"

namespace kontor::exchange {

namespace {

using Wordings = std::array<std::string_view, 4>;

// {value} and the fault's parameters stand in braces.
const std::map<std::string, Wordings, std::less<>> fault_wordings{
    {"no_heading",
     {"Aucune ligne d'en-têtes n'est reconnue. Nommez les colonnes (par exemple Nom), ou indiquez "
      "ce que contient le fichier.",
      "Er is geen rij met kolomtitels herkend. Benoem de kolommen (bijvoorbeeld Naam), of zeg wat "
      "het bestand bevat.",
      "Keine Zeile mit Überschriften wurde erkannt. Benennen Sie die Spalten (etwa Name), oder "
      "geben Sie an, was die Datei enthält.",
      "No row of headings is recognised. Name the columns (Name, for instance), or say what the "
      "file holds."}},
    {"missing_column",
     {"Aucune colonne n'est prise pour « {field} ». Indiquez laquelle.",
      "Geen kolom geldt als “{field}”. Zeg welke.",
      "Keine Spalte gilt als „{field}“. Geben Sie an, welche.",
      "No column is taken for \"{field}\". Say which."}},
    {"missing_value",
     {"La cellule est vide. Complétez-la.", "De cel is leeg. Vul ze in.",
      "Die Zelle ist leer. Füllen Sie sie aus.", "The cell is empty. Fill it in."}},
    {"unknown_value",
     {"« {value} » n'est pas connu. Écrivez l'un de : {known}.",
      "“{value}” is niet bekend. Schrijf een van: {known}.",
      "„{value}“ ist nicht bekannt. Schreiben Sie eines von: {known}.",
      "\"{value}\" is not known. Write one of: {known}."}},
    {"unknown_sector",
     {"Le secteur « {value} » n'existe pas dans la mission. Écrivez son nom ou sa clé.",
      "De sector “{value}” bestaat niet in de missie. Schrijf zijn naam of sleutel.",
      "Die Branche „{value}“ gibt es in der Mission nicht. Schreiben Sie ihren Namen oder "
      "Schlüssel.",
      "The mission has no sector \"{value}\". Write its name or key."}},
    {"bad_enterprise_number",
     {"« {value} » n'est pas un numéro d'entreprise belge : dix chiffres commençant par 0 ou 1.",
      "“{value}” is geen Belgisch ondernemingsnummer: tien cijfers die met 0 of 1 beginnen.",
      "„{value}“ ist keine belgische Unternehmensnummer: zehn Ziffern, die mit 0 oder 1 beginnen.",
      "\"{value}\" is no Belgian enterprise number: ten digits that begin with 0 or 1. For another "
      "country fill in the column of countries."}},
    {"wrong_check_digits",
     {"Les deux derniers chiffres de « {value} » ne correspondent pas aux autres. Vérifiez le "
      "numéro.",
      "De laatste twee cijfers van “{value}” passen niet bij de andere. Kijk het nummer na.",
      "Die letzten zwei Ziffern von „{value}“ passen nicht zu den anderen. Prüfen Sie die Nummer.",
      "The last two digits of \"{value}\" do not fit the others. Check the number."}},
    {"bad_phone",
     {"« {value} » n'est pas un numéro de téléphone complet. Écrivez +32 470 12 34 56.",
      "“{value}” is geen volledig telefoonnummer. Schrijf +32 470 12 34 56.",
      "„{value}“ ist keine vollständige Telefonnummer. Schreiben Sie +32 470 12 34 56.",
      "\"{value}\" is no complete phone number. Write +32 470 12 34 56."}},
    {"phone_without_country",
     {"« {value} » ne dit pas de quel pays il est. Commencez-le par + et l'indicatif.",
      "“{value}” zegt niet van welk land het is. Begin met + en de landcode.",
      "„{value}“ sagt nicht, aus welchem Land sie ist. Beginnen Sie mit + und der Vorwahl.",
      "\"{value}\" does not say of which country it is. Begin it with + and the country's code."}},
    {"bad_mail",
     {"« {value} » n'est pas une adresse électronique.", "“{value}” is geen e-mailadres.",
      "„{value}“ ist keine E-Mail-Adresse.", "\"{value}\" is no mail address."}},
    {"ambiguous_date",
     {"« {value} » peut se lire de deux façons. Écrivez l'année d'abord : 2025-10-07.",
      "“{value}” is op twee manieren te lezen. Schrijf het jaar eerst: 2025-10-07.",
      "„{value}“ ist auf zwei Arten zu lesen. Schreiben Sie das Jahr zuerst: 2025-10-07.",
      "\"{value}\" reads in two ways. Write the year first: 2025-10-07."}},
    {"bad_date",
     {"« {value} » n'est pas une date. Écrivez l'année d'abord : 2025-10-07.",
      "“{value}” is geen datum. Schrijf het jaar eerst: 2025-10-07.",
      "„{value}“ ist kein Datum. Schreiben Sie das Jahr zuerst: 2025-10-07.",
      "\"{value}\" is no date. Write the year first: 2025-10-07."}},
    {"bad_time",
     {"« {value} » n'est pas une heure. Écrivez 14:30.", "“{value}” is geen uur. Schrijf 14:30.",
      "„{value}“ ist keine Uhrzeit. Schreiben Sie 14:30.", "\"{value}\" is no time. Write 14:30."}},
    {"bad_count",
     {"« {value} » n'est pas un nombre. Écrivez un nombre entier.",
      "“{value}” is geen aantal. Schrijf een geheel getal.",
      "„{value}“ ist keine Anzahl. Schreiben Sie eine ganze Zahl.",
      "\"{value}\" is no number. Write a whole number."}},
    {"time_without_date",
     {"Une heure sans date ne dit pas quand. Complétez la date.",
      "Een uur zonder datum zegt niet wanneer. Vul de datum in.",
      "Eine Uhrzeit ohne Datum sagt nicht, wann. Füllen Sie das Datum aus.",
      "A time without a date does not say when. Fill in the date."}},
    {"end_before_start",
     {"La fin « {value} » n'est pas après le début. Corrigez l'une des deux.",
      "Het einde “{value}” ligt niet na het begin. Verbeter een van beide.",
      "Das Ende „{value}“ liegt nicht nach dem Beginn. Verbessern Sie eines von beiden.",
      "The end \"{value}\" is not after the start. Correct one of the two."}},
    {"bad_rank",
     {"« {value} » n'est pas un rang. Écrivez un nombre de 1 à 9.",
      "“{value}” is geen rang. Schrijf een getal van 1 tot 9.",
      "„{value}“ ist kein Rang. Schreiben Sie eine Zahl von 1 bis 9.",
      "\"{value}\" is no rank. Write a number from 1 to 9."}},
    {"unknown_key",
     {"La clé « {value} » n'existe pas. Écrivez une clé existante, ou « nouveau ».",
      "De sleutel “{value}” bestaat niet. Schrijf een bestaande sleutel, of “nieuw”.",
      "Den Schlüssel „{value}“ gibt es nicht. Schreiben Sie einen, den es gibt, oder „neu“.",
      "There is no key \"{value}\". Write one that there is, or \"new\"."}},
    {"unknown_record",
     {"« {value} » n'est pas connu. Importez-le d'abord, ou écrivez son nom exactement.",
      "“{value}” is niet bekend. Importeer het eerst, of schrijf de naam precies.",
      "„{value}“ ist nicht bekannt. Importieren Sie es zuerst, oder schreiben Sie den Namen genau.",
      "\"{value}\" is not known. Import it first, or write its name exactly."}},
    {"nameless_wish",
     {"Il faut qui souhaite, et soit une contrepartie soit une activité.",
      "Nodig: wie wenst, en ofwel een tegenpartij ofwel een activiteit.",
      "Nötig ist, wer wünscht, und entweder ein Gegenüber oder ein Programmpunkt.",
      "It needs who wishes, and either a counterpart or an activity."}},
    {"repeated_row",
     {"La ligne {first} dit déjà autre chose de {name}. Gardez-en une.",
      "Rij {first} zegt al iets anders over {name}. Houd er één.",
      "Zeile {first} sagt schon etwas anderes über {name}. Behalten Sie eine.",
      "Row {first} already says something else of {name}. Keep one."}},
    {"probable_duplicate",
     {"Probablement déjà connu comme « {name} » ({key}). Écrivez {key} dans la colonne « Même que "
      "», "
      "ou « nouveau ».",
      "Waarschijnlijk al bekend als “{name}” ({key}). Schrijf {key} in de kolom “Zelfde als”, of "
      "“nieuw”.",
      "Wahrscheinlich schon bekannt als „{name}“ ({key}). Schreiben Sie {key} in die Spalte "
      "„Gleich "
      "wie“, oder „neu“.",
      "Probably known already as \"{name}\" ({key}). Write {key} into the column \"Same as\", or "
      "\"new\"."}},
};

std::string filled(std::string_view wording, const ImportFault& fault) {
  std::string out;
  while (!wording.empty()) {
    const std::size_t open = std::min(wording.find('{'), wording.size());
    out += wording.substr(0, open);
    wording.remove_prefix(open);
    if (wording.empty()) break;
    const std::size_t close = wording.find('}');
    const std::string name(wording.substr(1, close - 1));
    const auto found = fault.parameters.find(name);
    out += name == "value"                   ? fault.value
           : found != fault.parameters.end() ? found->second
                                             : std::string();
    wording.remove_prefix(close + 1);
  }
  return out;
}

// The column's own heading, or the one that the importer knows, so that it reads back.
constexpr Wordings same_as_heading{"Même que", "Zelfde als", "Gleich wie", "Same as"};
constexpr Wordings reason_heading{"Motif du refus", "Reden van weigering", "Grund der Ablehnung",
                                  "Reason of refusal"};

using Reasons = std::map<std::size_t, std::string>;  // by row

std::string name_of_table(const ImportSheet& sheet) {
  if (!sheet.name.empty()) return sheet.name;
  const std::string file = sheet.file.substr(sheet.file.find_last_of("/\\") + 1);
  return file.substr(0, file.rfind('.'));
}

Table fault_table(const ImportSheet& sheet, const Reasons& reasons, base::Language language) {
  Table out{name_of_table(sheet), {}, {}};
  std::size_t width = 0;
  for (const MappedColumn& column : sheet.columns) width = std::max(width, column.column + 1);
  for (const auto& row : sheet.sheet->rows) width = std::max(width, row.size());
  out.columns.resize(width);
  for (const MappedColumn& column : sheet.columns) out.columns[column.column] = column.heading;
  const auto place = [&](ImportField field, const Wordings& words) {
    if (const auto column = sheet.column_of(field)) return *column;
    out.columns.emplace_back(words.at(base::index_of(language)));
    return out.columns.size() - 1;
  };
  const std::size_t same_as = place(ImportField::SameAs, same_as_heading);
  const std::size_t reason = place(ImportField::Reason, reason_heading);
  for (std::size_t row = sheet.heading_row + 1; row < sheet.sheet->rows.size(); ++row) {
    auto& cells = out.rows.emplace_back(out.columns.size());
    for (std::size_t column = 0; column < width; ++column)
      if (const auto text = sheet.sheet->cell(row, column); !text.empty() && column != reason)
        cells[column] = std::string(text);
    if (const auto found = sheet.decided.find(row + 1); found != sheet.decided.end())
      cells[same_as] = found->second;
    if (const auto found = reasons.find(row + 1); found != reasons.end())
      cells[reason] = found->second;
  }
  return out;
}

}  // namespace

std::string cell_name(const ImportFault& fault) {
  std::string letters;
  for (std::size_t left = fault.column; left > 0; left = (left - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  return letters + std::to_string(fault.row);
}

std::string import_sentence(const ImportFault& fault, base::Language language,
                            const IssueWords& words) {
  if (fault.issue) return words(*fault.issue, language);
  const auto found = fault_wordings.find(fault.code);
  if (found == fault_wordings.end()) return fault.code;
  return filled(found->second.at(base::index_of(language)), fault);
}

std::string write_fault_workbook(const std::vector<ImportSheet>& sheets,
                                 const std::vector<ImportFault>& faults, base::Language language,
                                 const IssueWords& words) {
  std::vector<Table> tables;
  std::set<std::string> names;
  for (const ImportSheet& sheet : sheets) {
    Reasons reasons;
    for (const ImportFault& fault : faults) {
      if (fault.file != sheet.file || fault.sheet != sheet.name || fault.row == 0) continue;
      std::string& text = reasons[fault.row];
      if (!text.empty()) text += " ";
      if (!fault.heading.empty()) text += fault.heading + ": ";
      text += import_sentence(fault, language, words);
    }
    if (reasons.empty()) continue;
    Table table = fault_table(sheet, reasons, language);
    for (int number = 2; !names.insert(table.name).second; ++number)
      table.name = table.name.substr(0, 25) + " " + std::to_string(number);
    tables.push_back(std::move(table));
  }
  return write_xlsx(tables, language);
}

}  // namespace kontor::exchange
