#pragma once
#include <array>
#include <fmt/format.h>
#include <string>
#include <string_view>

#include "base/text.h"
#include "base/time.h"

// What stands on paper besides the mission's own texts, in French, Dutch, German and English.

namespace kontor::server::paper_words {

using Words = std::array<std::string_view, 4>;

inline std::string in(const Words& words, base::Language language) {
  return std::string(words.at(base::index_of(language)));
}

template <class... Values>
std::string filled(const Words& words, base::Language language, const Values&... values) {
  return fmt::format(fmt::runtime(words.at(base::index_of(language))), values...);
}

// "Monday 6 October 2025".
std::string day(base::LocalDate date, base::Language language);
// "09:30".
inline std::string clock(base::LocalDateTime time) {
  return base::format(time).substr(11);
}

inline constexpr Words version{
    "Plan version {}, publié le {} (UTC)", "Plan versie {}, gepubliceerd op {} (UTC)",
    "Plan Version {}, veröffentlicht am {} (UTC)", "Plan version {}, published {} (UTC)"};
inline constexpr Words invented{"inventé pour la démonstration", "verzonnen voor de demonstratie",
                                "für die Vorführung erfunden", "invented for the demonstration"};
inline constexpr Words table{"Table {}", "Tafel {}", "Tisch {}", "Table {}"};
inline constexpr Words agenda{"Agenda personnel", "Persoonlijke agenda", "Persönliche Agenda",
                              "Personal agenda"};
inline constexpr Words with{"Avec {}", "Met {}", "Mit {}", "With {}"};
inline constexpr Words leaves{"Départ à {} en autocar {} : {}. Retour à {}.",
                              "Vertrek om {} met autocar {}: {}. Terug om {}.",
                              "Abfahrt um {} mit Reisebus {}: {}. Zurück um {}.",
                              "Leaves at {} by coach {}: {}. Back at {}."};
inline constexpr Words travel{"Trajet : {} min", "Reistijd: {} min", "Fahrzeit: {} Min.",
                              "Travel: {} min"};
inline constexpr Words in_place{"Sur place dès {}.", "Aanwezig vanaf {}.", "Anwesend ab {}.",
                                "In place from {}."};
inline constexpr Words stays{"Sur place jusqu’à {}.", "Aanwezig tot {}.", "Anwesend bis {}.",
                             "Stays until {}."};
inline constexpr Words nothing{"Rien n’est prévu.", "Er is niets gepland.", "Nichts ist geplant.",
                               "Nothing is planned."};
inline constexpr Words manifest{"Liste des passagers", "Passagierslijst", "Fahrgastliste",
                                "Coach manifest"};
inline constexpr Words departs{"Départ {} · {}", "Vertrek {} · {}", "Abfahrt {} · {}",
                               "Departs {} · {}"};
inline constexpr Words returns{"Retour {}", "Terug {}", "Zurück {}", "Back {}"};
inline constexpr Words seats{"{} passagers, {} places", "{} passagiers, {} plaatsen",
                             "{} Fahrgäste, {} Plätze", "{} passengers, {} seats"};
inline constexpr Words name{"Nom", "Naam", "Name", "Name"};
inline constexpr Words organisation{"Organisation", "Organisatie", "Organisation", "Organisation"};
inline constexpr Words there{"Aller", "Heen", "Hin", "There"};
inline constexpr Words back{"Retour", "Terug", "Zurück", "Back"};
inline constexpr Words brochure{"Les participants", "De deelnemers", "Die Teilnehmer",
                                "The participants"};
inline constexpr Words offers{"Offre", "Aanbod", "Bietet", "Offers"};
inline constexpr Words seeks{"Recherche", "Zoekt", "Sucht", "Seeks"};
inline constexpr Words sectors{"Secteurs", "Sectoren", "Branchen", "Sectors"};
inline constexpr Words represented{"Représentée par", "Vertegenwoordigd door", "Vertreten durch",
                                   "Represented by"};
inline constexpr Words by_sector{"Index par secteur", "Index per sector",
                                 "Verzeichnis nach Branchen", "Index by sector"};
inline constexpr Words by_region{"Index par région", "Index per gewest",
                                 "Verzeichnis nach Regionen", "Index by region"};
inline constexpr Words other_sectors{"Autres secteurs", "Andere sectoren", "Andere Branchen",
                                     "Other sectors"};
inline constexpr Words home_side{"La délégation", "De delegatie", "Die Delegation",
                                 "The delegation"};
inline constexpr Words other_side{"Leurs interlocuteurs", "Hun gesprekspartners",
                                  "Ihre Gesprächspartner", "Their counterparts"};
inline constexpr std::array<Words, 5> regions{
    Words{"Autres", "Andere", "Andere", "Others"},
    Words{"Bruxelles", "Brussel", "Brüssel", "Brussels"},
    Words{"Flandre", "Vlaanderen", "Flandern", "Flanders"},
    Words{"Wallonie", "Wallonië", "Wallonien", "Wallonia"},
    Words{"Fédéral", "Federaal", "Föderal", "Federal"}};
inline constexpr Words book{"Livret du programme", "Programmaboek", "Programmbuch",
                            "Programme book"};
inline constexpr Words copy{"Exemplaire {}", "Exemplaar {}", "Exemplar {}", "Copy {}"};
inline constexpr Words confidential{"Confidentiel", "Vertrouwelijk", "Vertraulich", "Confidential"};
inline constexpr Words precedence{"Ordre de préséance", "Rangorde", "Protokollarische Rangfolge",
                                  "Order of precedence"};
inline constexpr Words vacant{"vacant", "vacant", "unbesetzt", "vacant"};
inline constexpr Words unordered{"Rang non fixé", "Rang niet vastgelegd", "Rang nicht festgelegt",
                                 "Precedence not settled"};
inline constexpr Words step_leaves{"Départ", "Vertrek", "Abfahrt", "Leaves"};
inline constexpr Words step_there{"Sur place", "Ter plaatse", "Vor Ort", "In place"};
inline constexpr Words step_begins{"Début", "Begin", "Beginn", "Begins"};
inline constexpr Words step_ends{"Fin", "Einde", "Ende", "Ends"};
inline constexpr Words step_free{"Libre", "Vrij", "Frei", "Free"};
inline constexpr Words host{"Hôte : {}", "Gastheer: {}", "Gastgeber: {}", "Host: {}"};
inline constexpr Words speaks{"Prend la parole : {}", "Neemt het woord: {}", "Es spricht: {}",
                              "Speaks: {}"};
inline constexpr Words signs{"Signature", "Ondertekening", "Unterzeichnung", "Signing"};
inline constexpr Words spoken{"Langues : {}", "Talen: {}", "Sprachen: {}", "Languages: {}"};
inline constexpr Words change_pages{"Pages modifiées", "Wijzigingspagina’s", "Änderungsseiten",
                                    "Change pages"};
inline constexpr Words from_to{"De la version {} à la version {}", "Van versie {} naar versie {}",
                               "Von Version {} zu Version {}", "From version {} to version {}"};
inline constexpr Words replace_pages{"Remplacer : {}", "Vervangen: {}", "Ersetzen: {}",
                                     "Replace: {}"};
inline constexpr Words add_pages{"Insérer : {}", "Invoegen: {}", "Einfügen: {}", "Insert: {}"};
inline constexpr Words remove_pages{"Retirer : {}", "Verwijderen: {}", "Entfernen: {}",
                                    "Take out: {}"};
inline constexpr Words no_changes{"Aucune page ne change.", "Geen pagina wijzigt.",
                                  "Keine Seite ändert sich.", "No page changes."};
inline constexpr Words received{
    "Reçu : nom, date, signature", "Ontvangen: naam, datum, handtekening",
    "Erhalten: Name, Datum, Unterschrift", "Received: name, date, signature"};

}  // namespace kontor::server::paper_words
