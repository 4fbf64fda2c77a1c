#pragma once
#include <array>
#include <string_view>

#include "base/text.h"

namespace kontor::exchange {

// Headings in French, Dutch, German and English.
struct Heading {
  std::array<std::string_view, 4> words;

  std::string in(base::Language language) const {
    return std::string(words.at(base::index_of(language)));
  }
};

namespace headings {
inline constexpr Heading key{{"Clé", "Sleutel", "Schlüssel", "Key"}};
inline constexpr Heading name{{"Nom", "Naam", "Name", "Name"}};
inline constexpr Heading kind{{"Type", "Soort", "Art", "Kind"}};
inline constexpr Heading side{{"Partie", "Zijde", "Seite", "Side"}};
inline constexpr Heading region{{"Région", "Gewest", "Region", "Region"}};
inline constexpr Heading size{{"Taille", "Grootte", "Größe", "Size"}};
inline constexpr Heading country{{"Pays", "Land", "Land", "Country"}};
inline constexpr Heading sectors{{"Secteurs", "Sectoren", "Branchen", "Sectors"}};
inline constexpr Heading offers{{"Offre", "Aanbod", "Bietet", "Offers"}};
inline constexpr Heading seeks{{"Recherche", "Zoekt", "Sucht", "Seeks"}};
inline constexpr Heading profile{{"Profil", "Profiel", "Profil", "Profile"}};
inline constexpr Heading owner{{"Agence", "Agentschap", "Agentur", "Agency"}};
inline constexpr Heading invented{{"Inventé", "Verzonnen", "Erfunden", "Invented"}};
inline constexpr Heading family_name{
    {"Nom de famille", "Familienaam", "Familienname", "Family name"}};
inline constexpr Heading given_name{{"Prénom", "Voornaam", "Vorname", "Given name"}};
inline constexpr Heading organisation{
    {"Organisation", "Organisatie", "Organisation", "Organisation"}};
inline constexpr Heading role{{"Rôle", "Rol", "Rolle", "Role"}};
inline constexpr Heading function{{"Fonction", "Functie", "Funktion", "Function"}};
inline constexpr Heading languages{{"Langues", "Talen", "Sprachen", "Languages"}};
inline constexpr Heading title{{"Titre", "Titel", "Titel", "Title"}};
inline constexpr Heading status{{"Statut", "Status", "Status", "Status"}};
inline constexpr Heading leg{{"Ville", "Stad", "Stadt", "City"}};
inline constexpr Heading room{{"Salle", "Zaal", "Raum", "Room"}};
inline constexpr Heading starts_at{{"Début", "Begin", "Beginn", "Start"}};
inline constexpr Heading ends_at{{"Fin", "Einde", "Ende", "End"}};
inline constexpr Heading host{{"Hôte", "Gastheer", "Gastgeber", "Host"}};
inline constexpr Heading attending{{"Participants", "Deelnemers", "Teilnehmer", "Attending"}};
inline constexpr Heading session{{"Session", "Sessie", "Sitzung", "Session"}};
inline constexpr Heading table{{"Table", "Tafel", "Tisch", "Table"}};
inline constexpr Heading counterpart{{"Contrepartie", "Tegenpartij", "Gegenüber", "Counterpart"}};
inline constexpr Heading person{{"Personne", "Persoon", "Person", "Person"}};
inline constexpr Heading activity{{"Activité", "Activiteit", "Programmpunkt", "Activity"}};
inline constexpr Heading level{{"Degré", "Graad", "Grad", "Level"}};
inline constexpr Heading rank{{"Rang", "Rang", "Rang", "Rank"}};
inline constexpr Heading granted{{"Exaucé", "Ingewilligd", "Erfüllt", "Granted"}};
inline constexpr Heading home_parties{
    {"Parties belges", "Belgische partijen", "Belgische Parteien", "Belgian parties"}};
inline constexpr Heading foreign_parties{
    {"Autres parties", "Andere partijen", "Andere Parteien", "Other parties"}};
inline constexpr Heading signed_on{{"Signé le", "Getekend op", "Unterzeichnet am", "Signed on"}};
}  // namespace headings

// The names of the tables themselves.
inline constexpr std::array<Heading, 6> table_names{
    {{{"Organisations", "Organisaties", "Organisationen", "Organisations"}},
     {{"Personnes", "Personen", "Personen", "People"}},
     {{"Programme", "Programma", "Programm", "Programme"}},
     {{"Rendez-vous", "Afspraken", "Termine", "Meetings"}},
     {{"Souhaits", "Wensen", "Wünsche", "Wishes"}},
     {{"Accords", "Akkoorden", "Abkommen", "Agreements"}}}};

}  // namespace kontor::exchange
