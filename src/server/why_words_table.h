#pragma once
#include <array>
#include <string_view>

#include "mission/words.h"
#include "server/words_table.h"

// Sentences in the order fr, nl, de, en. A table: exempt from the ceilings of length.

namespace kontor::server {

struct ObstacleWords {
  mission::ObstacleKind kind;
  FourWords words;
};

// clang-format off
inline constexpr std::array obstacle_words{
    ObstacleWords{mission::ObstacleKind::Never,
     {"{who} ne veut pas de {whom}.", "{who} wil niet met {whom}.",
      "{who} lehnt {whom} ab.", "{who} says never to {whom}."}},
    ObstacleWords{mission::ObstacleKind::Absence,
     {"{person} est absent(e), {time}.", "{person} is afwezig, {time}.",
      "{person} ist abwesend, {time}.", "{person} is absent, {time}."}},
    ObstacleWords{mission::ObstacleKind::OtherCity,
     {"{person} ne participe pas à l’étape {city}.", "{person} neemt niet deel in {city}.",
      "{person} nimmt in {city} nicht teil.", "{person} takes no part in {city}."}},
    ObstacleWords{mission::ObstacleKind::Duty,
     {"{person} doit être présent(e) à « {activity} », {time}.",
      "{person} moet aanwezig zijn bij ‘{activity}’, {time}.",
      "{person} muss bei „{activity}“ anwesend sein, {time}.",
      "{person} is bound to be at \"{activity}\", {time}."}},
    ObstacleWords{mission::ObstacleKind::Attendance,
     {"{person} participe à « {activity} », {time}.",
      "{person} neemt deel aan ‘{activity}’, {time}.",
      "{person} nimmt an „{activity}“ teil, {time}.", "{person} attends \"{activity}\", {time}."}},
    ObstacleWords{mission::ObstacleKind::Meeting,
     {"{organisation} rencontre {other}, {time}.", "{organisation} ontmoet {other}, {time}.",
      "{organisation} trifft {other}, {time}.", "{organisation} meets {other}, {time}."}},
    ObstacleWords{mission::ObstacleKind::TablesFull,
     {"Toutes les tables de « {session} » sont prises, {time}.",
      "Alle tafels van ‘{session}’ zijn bezet, {time}.",
      "Alle Tische von „{session}“ sind besetzt, {time}.",
      "All tables of \"{session}\" are taken, {time}."}},
    ObstacleWords{mission::ObstacleKind::ActivityFull,
     {"« {activity} » est complet.", "‘{activity}’ is volzet.", "„{activity}“ ist ausgebucht.",
      "All places of \"{activity}\" are taken."}},
    ObstacleWords{mission::ObstacleKind::ActivityNotHeld,
     {"« {activity} » n’a ni heure ni lieu dans ce plan.",
      "‘{activity}’ heeft geen tijd of plaats in dit plan.",
      "„{activity}“ hat in diesem Plan weder Zeit noch Ort.",
      "\"{activity}\" has no time or no room in this plan."}},
    ObstacleWords{mission::ObstacleKind::RoomTaken,
     {"« {activity} » occupe la salle nécessaire, {time}.",
      "‘{activity}’ bezet de nodige zaal, {time}.",
      "„{activity}“ belegt den nötigen Raum, {time}.",
      "\"{activity}\" is in the room that is needed, {time}."}},
    ObstacleWords{mission::ObstacleKind::SessionInRoom,
     {"« {session} » occupe la salle nécessaire, {time}.",
      "‘{session}’ bezet de nodige zaal, {time}.",
      "„{session}“ belegt den nötigen Raum, {time}.",
      "\"{session}\" is in the room that is needed, {time}."}},
    ObstacleWords{mission::ObstacleKind::AudienceKind,
     {"« {activity} » ne s’adresse pas aux organisations du genre de {organisation}.",
      "‘{activity}’ is niet voor organisaties zoals {organisation}.",
      "„{activity}“ richtet sich nicht an Organisationen der Art von {organisation}.",
      "\"{activity}\" is not for organisations of the kind of {organisation}."}},
    ObstacleWords{mission::ObstacleKind::AudienceRegion,
     {"« {activity} » ne s’adresse pas à la région de {organisation}.",
      "‘{activity}’ is niet voor het gewest van {organisation}.",
      "„{activity}“ richtet sich nicht an die Region von {organisation}.",
      "\"{activity}\" is not for the region of {organisation}."}},
    ObstacleWords{mission::ObstacleKind::AudienceSector,
     {"« {activity} » s’adresse à d’autres secteurs que ceux de {organisation}.",
      "‘{activity}’ is voor andere sectoren dan die van {organisation}.",
      "„{activity}“ richtet sich an andere Branchen als die von {organisation}.",
      "\"{activity}\" is for other sectors than those of {organisation}."}},
    ObstacleWords{mission::ObstacleKind::Nobody,
     {"{organisation} n’a personne pour tenir des rendez-vous.",
      "{organisation} heeft niemand die gesprekken kan voeren.",
      "{organisation} hat niemanden, der Gespräche führen kann.",
      "{organisation} has nobody who may sit at meetings."}},
    ObstacleWords{mission::ObstacleKind::NoSession,
     {"Il n’y a pas de session de rendez-vous.", "Er is geen sessie voor gesprekken.",
      "Es gibt keine Gesprächsrunde.", "There is no session for meetings."}},
    ObstacleWords{mission::ObstacleKind::Rule,
     {"La règle de protocole {rule} l’interdit à {person}.",
      "Protocolregel {rule} verbiedt het aan {person}.",
      "Die Protokollregel {rule} verbietet es {person}.",
      "The rule of protocol {rule} forbids it to {person}."}},
    ObstacleWords{mission::ObstacleKind::NotAvailable,
     {"Pas disponible.", "Niet beschikbaar.", "Nicht verfügbar.", "Not available."}},
};
// clang-format on

}  // namespace kontor::server
