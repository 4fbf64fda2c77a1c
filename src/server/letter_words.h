#pragma once
#include <array>
#include <string_view>

// The words of letters in the order fr, nl, de, en. A table: exempt from the ceilings of length.

namespace kontor::server {

using LetterWords = std::array<std::string_view, 4>;

// clang-format off
inline constexpr LetterWords letter_greeting{
    "Bonjour {},", "Geachte {},", "Guten Tag {},", "Dear {},"};
inline constexpr LetterWords letter_close{
    "Cordialement,\n{}", "Met vriendelijke groeten,\n{}", "Mit freundlichen Grüßen\n{}",
    "Kind regards,\n{}"};
inline constexpr LetterWords invitation_subject{
    "{} : votre accès", "{}: uw toegang", "{}: Ihr Zugang", "{}: your access"};
inline constexpr LetterWords invitation_text{
    "Vous avez accès à la mission « {} ». Aucun mot de passe n’est nécessaire : ouvrez\n\n  {}\n\n"
    "et indiquez cette adresse électronique ({}). Vous recevrez un code.",
    "U hebt toegang tot de missie “{}”. Een wachtwoord is niet nodig: open\n\n  {}\n\n"
    "en vul dit e-mailadres in ({}). U krijgt dan een code.",
    "Sie haben Zugang zur Mission „{}“. Ein Kennwort brauchen Sie nicht: Öffnen Sie\n\n  {}\n\n"
    "und geben Sie diese E-Mail-Adresse an ({}). Sie erhalten dann einen Code.",
    "You have access to the mission “{}”. No password is needed: open\n\n  {}\n\n"
    "and give this mail address ({}). You will be sent a code."};
inline constexpr LetterWords host_subject{
    "{} : votre accueil", "{}: uw ontvangst", "{}: Ihr Empfang", "{}: your part as host"};
inline constexpr LetterWords host_text{
    "La mission « {} » souhaite vous rendre visite : {}.\n\nDites-nous en trois minutes si cela "
    "vous convient, combien de personnes vous recevez,\ndans quelles langues et à quelles "
    "conditions :\n\n  {}\n\nCe lien est personnel et secret ; il vaut jusqu’au {}. "
    "Aucun compte n’est nécessaire.",
    "De missie “{}” komt graag bij u langs: {}.\n\nZeg ons in drie minuten of dat past, hoeveel "
    "mensen u ontvangt,\nin welke talen en onder welke voorwaarden:\n\n  {}\n\nDeze link is "
    "persoonlijk en geheim; hij geldt tot {}. Een account is niet nodig.",
    "Die Mission „{}“ möchte Sie besuchen: {}.\n\nSagen Sie uns in drei Minuten, ob es passt, wie "
    "viele Personen Sie empfangen,\nin welchen Sprachen und unter welchen Bedingungen:\n\n  {}\n\n"
    "Dieser Link ist persönlich und geheim; er gilt bis {}. Ein Konto brauchen Sie nicht.",
    "The mission “{}” would like to visit you: {}.\n\nTell us in three minutes whether that suits "
    "you, how many people you receive,\nin which languages and on which conditions:\n\n  {}\n\n"
    "This link is personal and secret; it is good until {}. No account is needed."};
inline constexpr LetterWords agenda_subject{
    "{} : votre programme", "{}: uw programma", "{}: Ihr Programm", "{}: your programme"};
inline constexpr LetterWords agenda_changed_subject{
    "{} : votre programme change", "{}: uw programma verandert", "{}: Ihr Programm ändert sich",
    "{}: your programme changes"};
inline constexpr LetterWords agenda_text{
    "Voici votre programme personnel.", "Hierbij uw persoonlijke programma.",
    "Hier ist Ihr persönliches Programm.", "Here is your personal programme."};
inline constexpr LetterWords agenda_changed_text{
    "Votre programme personnel a changé.", "Uw persoonlijke programma is veranderd.",
    "Ihr persönliches Programm hat sich geändert.", "Your personal programme has changed."};
inline constexpr LetterWords agenda_new{"Nouveau :", "Nieuw:", "Neu:", "New:"};
inline constexpr LetterWords agenda_moved{"Modifié :", "Gewijzigd:", "Geändert:", "Changed:"};
inline constexpr LetterWords agenda_off{"Supprimé :", "Vervallen:", "Entfällt:", "Cancelled:"};
inline constexpr LetterWords agenda_clock{
    "Les heures sont celles de chaque ville. Les pièces jointes mettent votre agenda à jour.",
    "De uren zijn die van elke stad. De bijlagen werken uw agenda bij.",
    "Die Uhrzeiten sind die der jeweiligen Stadt. Die Anhänge aktualisieren Ihren Kalender.",
    "Times are those of each city. The attachments bring your calendar up to date."};
inline constexpr LetterWords agenda_online{
    "Votre programme à jour : {}", "Uw actuele programma: {}", "Ihr aktuelles Programm: {}",
    "Your programme, always current: {}"};
inline constexpr LetterWords demo_note{
    "Ceci est une démonstration ; les données sont inventées.",
    "Dit is een demonstratie; de gegevens zijn verzonnen.",
    "Dies ist eine Vorführung; die Angaben sind erfunden.",
    "This is a demonstration; its data are invented."};
inline constexpr LetterWords code_subject{
    "{} : votre code de connexion", "{}: uw aanmeldcode", "{}: Ihr Anmeldecode",
    "{}: your sign-in code"};
inline constexpr LetterWords code_text{
    "Votre code : {}\n\nSaisissez-le là où vous l’avez demandé, ou ouvrez ce lien et "
    "confirmez :\n\n  {}\n\nLe code et le lien valent une fois, pendant 20 minutes. "
    "Si vous n’avez rien demandé,\n"
    "ne faites rien et ne donnez ce code à personne.",
    "Uw code: {}\n\nVul de code in waar u hem hebt gevraagd, of open deze link en bevestig:\n\n"
    "  {}\n\nCode en link gelden één keer, 20 minuten lang. Hebt u niets gevraagd, doe dan niets\n"
    "en geef deze code aan niemand.",
    "Ihr Code: {}\n\nGeben Sie ihn dort ein, wo Sie ihn angefordert haben, oder öffnen Sie diesen\n"
    "Link und bestätigen Sie:\n\n  {}\n\nCode und Link gelten einmal, 20 Minuten lang. Haben Sie\n"
    "nichts angefordert, tun Sie nichts und geben Sie den Code niemandem.",
    "Your code: {}\n\nType it where you asked for it, or open this link and confirm:\n\n  {}\n\n"
    "Code and link are good once, for 20 minutes. If you asked for nothing, do nothing and give\n"
    "this code to nobody."};

// Sunday first, as std::chrono::weekday counts.
inline constexpr std::array<std::array<std::string_view, 7>, 4> weekdays{{
    {"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
    {"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"},
    {"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
    {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}}};
inline constexpr std::array<std::array<std::string_view, 12>, 4> months{{
    {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
     "octobre", "novembre", "décembre"},
    {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
     "oktober", "november", "december"},
    {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
     "Oktober", "November", "Dezember"},
    {"January", "February", "March", "April", "May", "June", "July", "August", "September",
     "October", "November", "December"}}};
// clang-format on

}  // namespace kontor::server
