#include "briefing/reading/claim_words.h"

#include <array>
#include <map>
#include <set>

namespace kontor::briefing {

namespace {

using M = Modifier;

constexpr ModifierPhrase french[] = {{"un peu plus de", M::MoreThanNear},
                                     {"un peu plus d'", M::MoreThanNear},
                                     {"un peu moins de", M::NearBelow},
                                     {"a peu pres", M::About},
                                     {"aux alentours de", M::About},
                                     {"autour de", M::About},
                                     {"environ", M::About},
                                     {"quelque", M::About},
                                     {"quelques", M::About},
                                     {"approximativement", M::About},
                                     {"pres de", M::NearBelow},
                                     {"pres d'", M::NearBelow},
                                     {"presque", M::NearBelow},
                                     {"quasiment", M::NearBelow},
                                     {"quasi", M::NearBelow},
                                     {"plus de", M::MoreThan},
                                     {"plus d'", M::MoreThan},
                                     {"au-dela de", M::MoreThan},
                                     {"superieur a", M::MoreThan},
                                     {"superieure a", M::MoreThan},
                                     {"au moins", M::AtLeast},
                                     {"au minimum", M::AtLeast},
                                     {"minimum", M::AtLeast},
                                     {"au plus", M::AtMost},
                                     {"au maximum", M::AtMost},
                                     {"jusqu'a", M::AtMost},
                                     {"moins de", M::LessThan},
                                     {"moins d'", M::LessThan},
                                     {"inferieur a", M::LessThan},
                                     {"inferieure a", M::LessThan}};
constexpr ModifierPhrase dutch[] = {{"iets meer dan", M::MoreThanNear},
                                    {"net meer dan", M::MoreThanNear},
                                    {"ruim", M::MoreThanNear},
                                    {"iets minder dan", M::NearBelow},
                                    {"ongeveer", M::About},
                                    {"om en bij de", M::About},
                                    {"om en bij", M::About},
                                    {"circa", M::About},
                                    {"ca.", M::About},
                                    {"zowat", M::About},
                                    {"rond de", M::About},
                                    {"rond", M::About},
                                    {"zo'n", M::About},
                                    {"bijna", M::NearBelow},
                                    {"haast", M::NearBelow},
                                    {"meer dan", M::MoreThan},
                                    {"boven de", M::MoreThan},
                                    {"minstens", M::AtLeast},
                                    {"ten minste", M::AtLeast},
                                    {"tenminste", M::AtLeast},
                                    {"minimaal", M::AtLeast},
                                    {"minimum", M::AtLeast},
                                    {"hoogstens", M::AtMost},
                                    {"maximaal", M::AtMost},
                                    {"maximum", M::AtMost},
                                    {"tot", M::AtMost},
                                    {"minder dan", M::LessThan},
                                    {"onder de", M::LessThan}};
constexpr ModifierPhrase german[] = {{"etwas mehr als", M::MoreThanNear},
                                     {"gut", M::MoreThanNear},
                                     {"etwas weniger als", M::NearBelow},
                                     {"rund", M::About},
                                     {"etwa", M::About},
                                     {"ungefahr", M::About},
                                     {"circa", M::About},
                                     {"zirka", M::About},
                                     {"ca.", M::About},
                                     {"an die", M::About},
                                     {"knapp", M::NearBelow},
                                     {"fast", M::NearBelow},
                                     {"beinahe", M::NearBelow},
                                     {"nahezu", M::NearBelow},
                                     {"mehr als", M::MoreThan},
                                     {"uber", M::MoreThan},
                                     {"ueber", M::MoreThan},
                                     {"mindestens", M::AtLeast},
                                     {"wenigstens", M::AtLeast},
                                     {"hochstens", M::AtMost},
                                     {"maximal", M::AtMost},
                                     {"bis zu", M::AtMost},
                                     {"weniger als", M::LessThan},
                                     {"unter", M::LessThan}};
constexpr ModifierPhrase english[] = {{"a little over", M::MoreThanNear},
                                      {"just over", M::MoreThanNear},
                                      {"slightly more than", M::MoreThanNear},
                                      {"just under", M::NearBelow},
                                      {"slightly less than", M::NearBelow},
                                      {"close to", M::NearBelow},
                                      {"nearly", M::NearBelow},
                                      {"almost", M::NearBelow},
                                      {"approximately", M::About},
                                      {"approx.", M::About},
                                      {"roughly", M::About},
                                      {"around", M::About},
                                      {"about", M::About},
                                      {"some", M::About},
                                      {"circa", M::About},
                                      {"an estimated", M::About},
                                      {"in excess of", M::MoreThan},
                                      {"more than", M::MoreThan},
                                      {"over", M::MoreThan},
                                      {"above", M::MoreThan},
                                      {"exceeding", M::MoreThan},
                                      {"at least", M::AtLeast},
                                      {"a minimum of", M::AtLeast},
                                      {"at most", M::AtMost},
                                      {"up to", M::AtMost},
                                      {"a maximum of", M::AtMost},
                                      {"fewer than", M::LessThan},
                                      {"less than", M::LessThan},
                                      {"under", M::LessThan},
                                      {"below", M::LessThan}};

const std::map<std::string_view, std::string_view> currencies{
    {"\xE2\x82\xAC", "EUR"}, {"eur", "EUR"},     {"euro", "EUR"},
    {"euros", "EUR"},        {"$", "USD"},       {"usd", "USD"},
    {"dollar", "USD"},       {"dollars", "USD"}, {"\xC2\xA3", "GBP"},
    {"gbp", "GBP"},          {"pond", "GBP"},    {"livres", "GBP"},
    {"pounds", "GBP"},       {"pound", "GBP"},   {"pfund", "GBP"},
    {"\xC2\xA5", "JPY"},     {"yen", "JPY"},     {"jpy", "JPY"},
    {"chf", "CHF"},          {"yuan", "CNY"},    {"rmb", "CNY"}};

struct Unit {
  std::string_view unit, nouns;
};
constexpr Unit units[] = {
    {"person",
     "personne personnes persoon personen mensen mens person people persons employes "
     "employees werknemers mitarbeiter beschaftigte beschaftigten medewerkers leute "
     "menschen travailleurs workers salaries collaborateurs"},
    {"job",
     "emploi emplois banen baan jobs job arbeitsplatze arbeitsplatzen stellen arbeidsplaatsen "
     "postes betrekkingen"},
    {"company",
     "entreprise entreprises societe societes bedrijf bedrijven onderneming "
     "ondernemingen unternehmen firma firmen company companies firm firms businesses "
     "business"},
    {"participant",
     "participant participants participante participantes deelnemer deelnemers "
     "teilnehmer teilnehmern teilnehmende delegue delegues delegate delegates"},
    {"federation",
     "federation federations federatie federaties verband verbande foderationen "
     "beroepsfederaties"},
    {"institution",
     "institution institutions instelling instellingen institutionen einrichtungen "
     "universites universities universiteiten"},
    {"activity",
     "activite activites activiteit activiteiten activity activities aktivitaten "
     "veranstaltungen"},
    {"agreement",
     "accord accords akkoord akkoorden overeenkomsten agreement agreements abkommen "
     "vereinbarungen"},
    {"country", "pays landen land lander landern countries country"},
    {"member", "membre membres leden lid mitglieder members"},
    {"meeting", "reunions rencontres vergaderingen ontmoetingen treffen meetings"},
    {"student", "etudiants studenten students"},
    {"project", "projet projets project projects projecten projekte projekten"},
    {"visit", "visite visites bezoek bezoeken besuche visits"},
    {"day", "jour jours dag dagen tag tage tagen day days"},
    {"week", "semaine semaines week weken woche wochen weeks"},
    {"month", "mois maand maanden monat monate monaten month months"},
    {"year", "an ans annee annees jaar jaren jahr jahre jahren year years"},
    {"hour", "heure heures uur uren stunde stunden hour hours"},
    {"minute", "minute minutes minuten"}};

constexpr std::string_view month_words =
    " janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre januari "
    "februari maart april mei juni juli augustus september oktober november december januar "
    "februar "
    "marz maerz august dezember january february march may june july october jan feb fev apr avr "
    "jun jul aug sep sept oct okt nov dec dez ";

constexpr std::string_view lists[] = {
    month_words,
    // Century
    " siecle siecles eeuw eeuwen jahrhundert jahrhunderts jahrhunderten century centuries ",
    // YearLead
    " en in depuis since seit sinds jahr jahre jahres jaar annee annees l'annee exercice fin debut "
    "mi year by until van voor pour to from of de from dans im eind begin ende anfang mid horizon "
    "ete printemps automne hiver zomer lente herfst winter sommer fruhjahr herbst summer spring "
    "autumn q1 q2 q3 q4 ",
    // CodeLead
    " article articles art artikel artikels page pages p pagina seite seiten chapitre chapter "
    "kapitel hoofdstuk no nr nummer numero hs sh nc cn gn section figure fig tableau table tabel "
    "tabelle version versie v phase fase annexe annex bijlage anlage paragraphe lid paragraph iso "
    "din en horizon agenda appollo formule formula vol volume ligne lijn linie route gate hall "
    "stand room salle zaal saal etage ",
    // PhoneLead
    " tel telephone telefoon telefon phone gsm mobile fax mobiel handy ",
    // Down
    " recul* baiss* diminu* chut* repli* daal* gedaald daling zakt* gezakt krimp* ruckgang* sank "
    "sinkt gesunken fiel* gefallen abnahm* verringer* fell fall* drop* declin* decreas* down "
    "shrank "
    "shrink* afgenomen verlies perdu regress* ",
    // Up
    " variation* change* changing verander* veranderung* augment* progress* hauss* croissance cru "
    "croitre bond* gagn* accru* steeg stijg* gestegen "
    "groei* gegroeid toename toegenomen stieg* steig* gestiegen anstieg* wuchs* wachstum gewachsen "
    "zunahme zugenommen rose risen rise* increas* grew grow* growth up gain* climb* jump* plus ",
    // Surplus
    " excedent excedents surplus overschot uberschuss ueberschuss handelsoverschot "
    "handelsuberschuss ",
    // Deficit
    " deficit deficits tekort handelstekort defizit handelsdefizit handelsbilanzdefizit ",
    // Times
    " fois keer maal mal times x ",
    // RankNoun
    " rang place position client clients partenaire partenaires partenaire fournisseur "
    "fournisseurs marche marches debouche debouches destination destinations investisseur "
    "investisseurs exportateur importateur economie employeur acheteur pays kunde kunden partner "
    "partners handelspartner handelspartners lieferant lieferanten lieferland absatzmarkt markt "
    "markte investor investoren exporteur importeur volkswirtschaft bestemming klant afnemer "
    "leverancier afzetmarkt investeerder economie plaats platz stelle customer market supplier "
    "trading trade commercial commerciele exporter importer economy source buyer foreign etranger "
    "auslandische buitenlandse export exportmarkt handelspartner afzetgebied zielland "
    "abnehmer ",
    // NoRankNoun
    " fois ministre ministres trimestre semestre jour jours pas temps lieu keer maal minister "
    "kwartaal semester stap dag dagen mal quartal halbjahr tag tage schritt time times quarter "
    "half "
    "step day days lady edition editie anniversaire anniversary session article year annee jaar "
    "jahr jahre monat month mois maand niveau level classe class party parties hand generation "
    "etage verdieping floor storey stock etape vice degre partie part deel teil weekend semaine "
    "week woche chapitre chapter age point "
    "citoyen mai person world and et en und or ou of oder to name names language langue mission "
    "missie reise visit visite bezoek besuch ",
    // Superlative
    " grand grands grande grandes important importants importante importantes gros principal "
    "principale largest biggest leading top grootste belangrijkste voornaamste grosste grossten "
    "grosster grosstes grosstem wichtigste wichtigsten wichtigster ",
    // FunctionWord
    " de des du d la le les l et ou en dans sur pour par a au aux un une qui que est sont van het "
    "een en of in op voor met door die dat is zijn der die das den dem und oder im am mit von zu "
    "fur auf ist sind the of and or in on for by with to that is are was were at from as than per "
    "dont selon contre vers depuis soit als bei bij aan uit over nach aus ont a ete avec chez ",
    // City
    " bruxelles brussel brussels brussel antwerpen anvers antwerp gent gand ghent liege luik "
    "luttich namur namen charleroi mons bergen leuven louvain brugge bruges eupen hasselt "
    "kortrijk mechelen oostende arlon tournai wavre ",
    // Percent
    " % pourcent procent prozent percent pct pc ",
    // Point
    " point points procentpunt procentpunten prozentpunkt prozentpunkte prozentpunkten punt punten "
    "pp ",
    // And
    " et en und and a tot bis to au ",
    // Between
    " entre tussen zwischen between "};

const std::set<std::string_view>& exact(WordList list) {
  static const auto all = [] {
    std::array<std::set<std::string_view>, std::size(lists)> sets;
    for (std::size_t i = 0; i < sets.size(); ++i) {
      std::string_view rest = lists[i];
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (end > 0) sets[i].insert(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return sets;
  }();
  return all[static_cast<std::size_t>(list)];
}

}  // namespace

std::span<const ModifierPhrase> modifier_phrases(base::Language language) {
  switch (language) {
    case base::Language::Fr:
      return french;
    case base::Language::Nl:
      return dutch;
    case base::Language::De:
      return german;
    case base::Language::En:
      return english;
  }
  return {};
}

std::string_view currency_of(std::string_view word) {
  const auto found = currencies.find(word);
  return found == currencies.end() ? std::string_view() : found->second;
}

std::string_view counted_unit(std::string_view noun) {
  static const auto all = [] {
    std::map<std::string_view, std::string_view> index;
    for (const Unit& unit : units) {
      std::string_view rest = unit.nouns;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        index.emplace(rest.substr(0, end), unit.unit);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return index;
  }();
  const auto found = all.find(noun);
  return found == all.end() ? std::string_view() : found->second;
}

bool listed(WordList list, std::string_view word) {
  const auto& words = exact(list);
  if (words.contains(word)) return true;
  if (list != WordList::Down && list != WordList::Up) return false;
  // Stems with a star: the longest word not after `word` that is a prefix of it.
  for (std::size_t length = word.size(); length >= 3; --length)
    if (words.contains(std::string(word.substr(0, length)) + "*")) return true;
  return false;
}

}  // namespace kontor::briefing
