#pragma once
#include <array>
#include <string_view>

#include "exchange/import_field.h"

// The words that tables of agencies use, in French, Dutch, German and English. Add what is met.

namespace kontor::exchange {

inline constexpr std::array<std::string_view, 5> noun_words{"organisations", "hosts", "people",
                                                            "activities", "wishes"};
inline constexpr std::array<std::string_view, 33> field_words{
    "key",         "name",         "kind",
    "region",      "size",         "country",
    "sectors",     "profile",      "enterprise_number",
    "mail",        "phone",        "family_name",
    "given_name",  "role",         "function",
    "languages",   "organisation", "person",
    "counterpart", "activity",     "level",
    "rank",        "title",        "city",
    "host",        "place",        "date",
    "starts_at",   "ends_at",      "duration_minutes",
    "capacity",    "same_as",      "reason"};

constexpr char letter_of(ImportNoun noun) {
  return noun == ImportNoun::People       ? 'p'
         : noun == ImportNoun::Wishes     ? 'w'
         : noun == ImportNoun::Activities ? 'a'
                                          : 'o';
}

// Headings of a field in the tables of some nouns (letter_of), by language, divided by bars. Of a
// heading that stands twice the first counts.
struct HeadingWords {
  ImportField field;
  std::string_view nouns;
  std::array<std::string_view, 4> synonyms;
};

inline constexpr std::array heading_words{
    HeadingWords{ImportField::Key,
                 "opa",
                 {"clé|clef|code kontor|id", "sleutel|kontor-code", "Schlüssel", "key|kontor key"}},
    HeadingWords{
        ImportField::Name,
        "o",
        {"nom|organisation|entreprise|société|nom de l'entreprise|nom de la société|raison "
         "sociale|dénomination|dénomination sociale|nom de l'organisation|institution|nom "
         "société|firme",
         "naam|organisatie|bedrijf|onderneming|bedrijfsnaam|naam bedrijf|naam van het bedrijf|naam "
         "onderneming|firma|maatschappelijke naam|naam organisatie|vennootschap",
         "Name|Firma|Unternehmen|Firmenname|Name der Firma|Name des Unternehmens|Gesellschaft|Name "
         "der Organisation|Einrichtung",
         "name|organisation|organization|company|company name|organisation name|organization "
         "name|legal name|name of company|name of the company|host|host organisation"}},
    HeadingWords{ImportField::Kind,
                 "oa",
                 {"type|type d'organisation|nature|catégorie|type d'organisme|forme",
                  "soort|type organisatie|aard|categorie|soort organisatie",
                  "Art|Typ|Art der Organisation|Kategorie|Organisationstyp",
                  "kind|type of organisation|type of organization|organisation type|category"}},
    HeadingWords{
        ImportField::Region, "o", {"région", "regio|gewest", "Region", "region|home region"}},
    HeadingWords{
        ImportField::Size,
        "o",
        {"taille|taille de l'entreprise|taille entreprise", "grootte|bedrijfsgrootte|omvang",
         "Größe|Unternehmensgröße|Betriebsgröße", "size|company size"}},
    HeadingWords{ImportField::Country,
                 "op",
                 {"pays|pays d'établissement|code pays", "land|landcode", "Land|Länderkürzel|Staat",
                  "country|country code"}},
    HeadingWords{ImportField::Sectors,
                 "o",
                 {"secteur|secteurs|secteur d'activité|secteurs d'activité|branche",
                  "sector|sectoren|bedrijfssector|activiteitensector|bedrijfstak",
                  "Branche|Branchen|Sektor|Sektoren|Wirtschaftszweig",
                  "sector|sectors|industry|field of activity"}},
    HeadingWords{ImportField::Profile,
                 "o",
                 {"profil|description|description de l'activité|activité|activités|présentation",
                  "profiel|omschrijving|beschrijving|activiteit|activiteiten|voorstelling",
                  "Profil|Beschreibung|Tätigkeit|Kurzbeschreibung",
                  "profile|description|activity|activities|about|short description"}},
    HeadingWords{
        ImportField::EnterpriseNumber,
        "op",
        {"numéro d'entreprise|n° d'entreprise|no d'entreprise|num entreprise|numéro bce|n° "
         "bce|bce|tva|n° tva|numéro de tva|numéro tva|n° de tva",
         "ondernemingsnummer|ondernemingsnr|kbo|kbo-nummer|kbo nr|btw|btw-nummer|btw nr|btw nummer",
         "Unternehmensnummer|ZUD-Nummer|MwSt|MwSt-Nummer|MwSt-Nr|USt-IdNr|Steuernummer",
         "enterprise number|company number|vat|vat number|vat no|registration number|cbe "
         "number|cbe"}},
    HeadingWords{
        ImportField::Mail,
        "opw",
        {"courriel|e-mail|mail|email|adresse e-mail|adresse mail|adresse électronique|adresse "
         "email",
         "e-mailadres|mailadres|e-mail adres|e-post", "E-Mail-Adresse|Mailadresse|E-Mail Adresse",
         "email address|e-mail address|mail address"}},
    HeadingWords{ImportField::Phone,
                 "op",
                 {"téléphone|tél|tel|gsm|portable|mobile|n° de téléphone|numéro de "
                  "téléphone|numéro de gsm|n° gsm",
                  "telefoon|telefoonnummer|gsm-nummer|tel nr|mobiel|mobiel nummer",
                  "Telefon|Telefonnummer|Handy|Mobiltelefon|Handynummer",
                  "phone|telephone|phone number|mobile|mobile phone|cell|cell phone"}},
    HeadingWords{ImportField::FamilyName,
                 "p",
                 {"nom|nom de famille|nom du participant|nom famille",
                  "naam|familienaam|achternaam|naam deelnemer", "Name|Nachname|Familienname|Zuname",
                  "family name|surname|last name|name|lastname"}},
    HeadingWords{
        ImportField::GivenName,
        "p",
        {"prénom|prénoms|prénom usuel", "voornaam|voornamen|roepnaam", "Vorname|Vornamen|Rufname",
         "given name|first name|forename|firstname|christian name"}},
    HeadingWords{
        ImportField::Role, "p", {"rôle|qualité", "rol|hoedanigheid", "Rolle|Eigenschaft", "role"}},
    HeadingWords{ImportField::Function,
                 "p",
                 {"fonction|titre|poste|fonction dans l'entreprise",
                  "functie|functietitel|titel|functie in het bedrijf",
                  "Funktion|Position|Stellung|Titel", "function|job title|title|position|job"}},
    HeadingWords{ImportField::Languages,
                 "p",
                 {"langue|langues|langue préférée|langues parlées",
                  "taal|talen|voorkeurtaal|voertaal", "Sprache|Sprachen|bevorzugte Sprache",
                  "language|languages|preferred language|languages spoken"}},
    HeadingWords{ImportField::Organisation,
                 "pw",
                 {"organisation|entreprise|société|institution|nom de l'entreprise|nom de la "
                  "société|employeur|raison sociale",
                  "organisatie|bedrijf|onderneming|firma|bedrijfsnaam|werkgever|naam bedrijf",
                  "Firma|Unternehmen|Firmenname|Arbeitgeber",
                  "organisation|organization|company|company name|employer"}},
    HeadingWords{ImportField::Person,
                 "w",
                 {"personne|participant", "persoon|deelnemer", "Person|Teilnehmer",
                  "person|participant|delegate"}},
    HeadingWords{ImportField::Counterpart,
                 "w",
                 {"contrepartie|souhaite rencontrer|partenaire|rendez-vous souhaité|à rencontrer",
                  "tegenpartij|wil ontmoeten|partner|gewenste partner|gewenste afspraak",
                  "Gegenüber|möchte treffen|Partner|Wunschpartner",
                  "counterpart|wants to meet|partner|wishes to meet|meet"}},
    HeadingWords{ImportField::Activity,
                 "w",
                 {"activité|visite|activité souhaitée", "activiteit|bezoek|gewenste activiteit",
                  "Programmpunkt|Besuch|Aktivität", "activity|visit|event"}},
    HeadingWords{ImportField::Level,
                 "w",
                 {"degré|souhait|niveau|importance", "graad|wens|niveau|belang",
                  "Grad|Wunsch|Stufe|Wichtigkeit", "level|wish|importance"}},
    HeadingWords{ImportField::Rank,
                 "w",
                 {"rang|priorité|ordre", "rang|prioriteit|volgorde", "Rang|Priorität|Reihenfolge",
                  "rank|priority|order"}},
    HeadingWords{ImportField::Title,
                 "a",
                 {"titre|intitulé|activité|nom de l'activité|nom|événement|visite",
                  "titel|activiteit|naam activiteit|naam|evenement|bezoek|programmapunt",
                  "Titel|Programmpunkt|Veranstaltung|Bezeichnung|Besuch",
                  "title|activity|name of the activity|event|name|visit"}},
    HeadingWords{ImportField::City, "a", {"ville|étape", "stad", "Stadt", "city|leg"}},
    HeadingWords{ImportField::Host,
                 "a",
                 {"hôte|organisation hôte|accueilli par|chez", "gastheer|ontvangen door|bij",
                  "Gastgeber|empfangen von|bei", "host|hosted by|host organisation"}},
    HeadingWords{ImportField::Place,
                 "a",
                 {"lieu|endroit|adresse|lieu exact", "plaats|locatie|adres", "Ort|Adresse",
                  "place|venue|location|address"}},
    HeadingWords{ImportField::Date,
                 "a",
                 {"date|jour|date de l'activité", "datum|dag", "Datum|Tag", "date|day"}},
    HeadingWords{ImportField::StartsAt,
                 "a",
                 {"début|heure|heure de début|de|à partir de", "begin|uur|beginuur|aanvang|van",
                  "Beginn|Uhrzeit|Anfang|von", "start|starts at|time|begin|start time|from"}},
    HeadingWords{ImportField::EndsAt,
                 "a",
                 {"fin|heure de fin|jusqu'à", "einde|einduur|tot", "Ende|bis",
                  "end|ends at|end time|to|until"}},
    HeadingWords{ImportField::DurationMinutes,
                 "a",
                 {"durée|durée en minutes|minutes|durée (min)", "duur|duur in minuten|minuten",
                  "Dauer|Dauer in Minuten|Minuten", "duration|minutes|duration in minutes"}},
    HeadingWords{ImportField::Capacity,
                 "a",
                 {"capacité|places|nombre de places|max", "capaciteit|plaatsen|aantal plaatsen",
                  "Kapazität|Plätze|Anzahl Plätze", "capacity|places|seats|maximum"}},
    HeadingWords{ImportField::SameAs, "opaw", {"même que", "zelfde als", "gleich wie", "same as"}},
    HeadingWords{
        ImportField::Reason,
        "opaw",
        {"motif du refus", "reden van weigering", "Grund der Ablehnung", "reason of refusal"}},
};

// A word of a closed vocabulary of Kontor and how people write it, divided by bars.
struct WordSynonyms {
  std::string_view word, synonyms;
};
inline constexpr std::array kind_words{
    WordSynonyms{
        "company",
        "entreprise|société|pme|firme|bedrijf|onderneming|kmo|firma|Unternehmen|KMU|sme|business"},
    WordSynonyms{"federation",
                 "fédération|fédération sectorielle|federatie|sectorfederatie|Verband|Fachverband"},
    WordSynonyms{"chamber",
                 "chambre de commerce|chambre|kamer van "
                 "koophandel|kamer|Handelskammer|Kammer|chamber of commerce"},
    WordSynonyms{
        "academic",
        "université|universiteit|Universität|university|hogeschool|haute école|Hochschule|centre "
        "de recherche|onderzoekscentrum|Forschungszentrum|research centre|academia"},
    WordSynonyms{"administration",
                 "administration publique|autorité "
                 "publique|overheid|overheidsdienst|bestuur|Verwaltung|Behörde|public "
                 "authority|government|ministère|ministerie"},
    WordSynonyms{"agency", "agence|agentschap|Agentur"},
    WordSynonyms{"host", "hôte|gastheer|Gastgeber"},
    WordSynonyms{"press", "presse|pers|Presse|media|médias|Medien"},
    WordSynonyms{"association", "asbl|vzw|VoG|vereniging|Verein|non profit|ngo|ong"}};
inline constexpr std::array region_words{
    WordSynonyms{"brussels",
                 "bruxelles|brussel|Brüssel|région de bruxelles capitale|brussels hoofdstedelijk "
                 "gewest|bruxelles capitale|brussels capital region"},
    WordSynonyms{"flanders",
                 "flandre|vlaanderen|Flandern|région flamande|vlaams gewest|flemish region"},
    WordSynonyms{"wallonia",
                 "wallonie|wallonië|Wallonien|région wallonne|waals gewest|walloon region"},
    WordSynonyms{"federal", "fédéral|federaal|föderal|Föderalstaat"}};
inline constexpr std::array size_words{
    WordSynonyms{"start_up", "startup|jeune pousse|starter"},
    WordSynonyms{"small", "petite|petite entreprise|klein|kleine onderneming|kleines Unternehmen"},
    WordSynonyms{"medium",
                 "moyenne|moyenne entreprise|middelgroot|middelgrote "
                 "onderneming|mittel|mittelgroß|mittleres Unternehmen"},
    WordSynonyms{
        "large",
        "grande|grande entreprise|groot|grote onderneming|groß|Großunternehmen|corporate"}};
inline constexpr std::array role_words{
    WordSynonyms{"delegate",
                 "délégué|déléguée|participant|participante|deelnemer|afgevaardigde|Teilnehmer|"
                 "Teilnehmerin|Delegierter|Delegierte"},
    WordSynonyms{"press", "presse|pers|journaliste|journalist|Presse"},
    WordSynonyms{"official", "officiel|ambtenaar|Beamter|civil servant|fonctionnaire"},
    WordSynonyms{"host", "hôte|gastheer|Gastgeber"},
    WordSynonyms{"counterpart", "contrepartie|tegenpartij|Gegenüber"}};
inline constexpr std::array activity_kind_words{
    WordSynonyms{"b2b", "rencontres d'affaires|rendez-vous b2b|b2b gesprekken|Kontaktgespräche"},
    WordSynonyms{"seminar", "séminaire|seminarie|Seminar|conférence|conferentie|workshop|atelier"},
    WordSynonyms{"company_visit",
                 "visite d'entreprise|bedrijfsbezoek|Firmenbesuch|Betriebsbesuch|company visit"},
    WordSynonyms{"official_visit", "visite officielle|officieel bezoek|offizieller Besuch"},
    WordSynonyms{"official_meeting",
                 "rencontre officielle|entretien officiel|officiële ontmoeting|offizielles "
                 "Gespräch|official meeting"},
    WordSynonyms{"cultural_visit", "visite culturelle|cultureel bezoek|Kulturbesuch"},
    WordSynonyms{"academic", "académique|academisch|akademisch"},
    WordSynonyms{"reception", "réception|receptie|Empfang|cocktail|dîner|diner|Abendessen|dinner"},
    WordSynonyms{"signing_ceremony",
                 "cérémonie de signature|signature|ondertekening|Unterzeichnung|signing"},
    WordSynonyms{"briefing", ""},
    WordSynonyms{"pitch_session", "pitch|pitches|session de pitch|pitchsessie"},
    WordSynonyms{"demonstration", "démonstration|demonstratie|demo|Vorführung"},
    WordSynonyms{"press", "presse|pers|point presse|persmoment|Pressetermin"},
    WordSynonyms{"announcement", "annonce|aankondiging|Ankündigung"},
    WordSynonyms{"transfer", "transfert|verplaatsing"}};
inline constexpr std::array level_words{
    WordSynonyms{
        "must",
        "indispensable|obligatoire|impératif|moet|noodzakelijk|onmisbaar|muss|unbedingt|required"},
    WordSynonyms{
        "want", "souhaité|souhaite|voudrait|gewenst|graag|wenst|gewünscht|gern|möchte|wish|wanted"},
    WordSynonyms{"never",
                 "jamais|refus|à éviter|nooit|niet|vermijden|nie|niemals|vermeiden|avoid"}};
inline constexpr std::array language_words{
    WordSynonyms{"fr", "français|francais|frans|Französisch|french|f"},
    WordSynonyms{"nl", "néerlandais|nederlands|Niederländisch|dutch|n"},
    WordSynonyms{"de", "allemand|duits|Deutsch|german|d"},
    WordSynonyms{"en", "anglais|engels|Englisch|english|e"}};
// Countries by name; every code of two capital letters is taken as it is.
inline constexpr std::array country_words{
    WordSynonyms{"BE", "belgique|belgië|Belgien|belgium|b"},
    WordSynonyms{"NL", "pays bas|nederland|Niederlande|netherlands|the netherlands"},
    WordSynonyms{"LU", "luxembourg|luxemburg|grand duché de luxembourg"},
    WordSynonyms{"FR", "france|frankrijk|Frankreich"},
    WordSynonyms{"DE", "allemagne|duitsland|Deutschland|germany"},
    WordSynonyms{"GB", "royaume uni|verenigd koninkrijk|Vereinigtes Königreich|united kingdom|uk"},
    WordSynonyms{"US",
                 "états unis|verenigde staten|Vereinigte Staaten|united states|usa|united states "
                 "of america"}};

}  // namespace kontor::exchange
