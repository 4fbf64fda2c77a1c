#include "briefing/note_words.h"

#include <array>
#include <map>
#include <string>

namespace kontor::briefing {

namespace {

using Wordings = std::array<std::string_view, 4>;  // fr nl de en

constexpr std::array<Wordings, 29> words{{
    {"Échanges de biens", "Goederenhandel", "Warenhandel", "Trade in goods"},
    {"Exportations", "Uitvoer", "Ausfuhr", "Exports"},
    {"Importations", "Invoer", "Einfuhr", "Imports"},
    {"Échanges, total", "Handel, totaal", "Handel, gesamt", "Trade, total"},
    {"Solde commercial", "Handelssaldo", "Handelssaldo", "Trade balance"},
    {"variation", "verandering", "Veränderung", "change"},
    {"client", "klant", "Kunde", "customer"},
    {"fournisseur", "leverancier", "Lieferant", "supplier"},
    {"parmi les pays chargés", "onder de geladen landen", "unter den geladenen Ländern",
     "among the countries loaded"},
    {"certain", "zeker", "sicher", "certain"},
    {"au mieux", "op zijn best", "bestenfalls", "at best"},
    {"Part dans les exportations", "Aandeel in de uitvoer", "Anteil an der Ausfuhr",
     "Share of exports"},
    {"Part dans les importations", "Aandeel in de invoer", "Anteil an der Einfuhr",
     "Share of imports"},
    {"Exportations par section", "Uitvoer per afdeling", "Ausfuhr nach Abschnitten",
     "Exports by section"},
    {"Importations par section", "Invoer per afdeling", "Einfuhr nach Abschnitten",
     "Imports by section"},
    {"Plus fortes variations", "Sterkste veranderingen", "Stärkste Veränderungen",
     "Largest changes"},
    {"Chiffres clés", "Kerncijfers", "Kernzahlen", "Key figures"},
    {"Rangs", "Rangen", "Ränge", "Ranks"},
    {"Déclarations citées", "Geciteerde verklaringen", "Zitierte Aussagen", "Quoted statements"},
    {"Réserves", "Kanttekeningen", "Vorbehalte", "Caveats"},
    {"Chiffres et leurs sources", "Cijfers en hun bronnen", "Zahlen und ihre Quellen",
     "Figures and their sources"},
    {"Sources", "Bronnen", "Quellen", "Sources"},
    {"Les points creux et les chiffres marqués d’un astérisque sont provisoires.",
     "Holle punten en cijfers met een sterretje zijn voorlopig.",
     "Hohle Punkte und Zahlen mit Stern sind vorläufig.",
     "Hollow points and figures with an asterisk are provisional."},
    {"Des cellules sont confidentielles; les sections ne couvrent pas tout.",
     "Sommige cellen zijn vertrouwelijk; de afdelingen dekken niet alles.",
     "Einige Zellen sind vertraulich; die Abschnitte decken nicht alles.",
     "Some cells are confidential; the sections do not cover everything."},
    {"Concept communautaire: tout ce qui passe la frontière, opérations de non-résidents "
     "comprises.",
     "Communautair concept: alles wat de grens passeert, ook verrichtingen van niet-ingezetenen.",
     "Gemeinschaftskonzept: alles, was die Grenze überquert, auch Geschäfte Gebietsfremder.",
     "Community concept: all that crosses the border, operations of non-residents included."},
    {"Concept national: sans les opérations de non-résidents.",
     "Nationaal concept: zonder verrichtingen van niet-ingezetenen.",
     "Nationales Konzept: ohne Geschäfte Gebietsfremder.",
     "National concept: without operations of non-residents."},
    {"La statistique du partenaire donne d’autres valeurs.",
     "De statistiek van de partner geeft andere waarden.",
     "Die Statistik des Partners nennt andere Werte.",
     "The partner's own statistics give other values."},
    {"Source", "Bron", "Quelle", "Source"},
    {"Année", "Jaar", "Jahr", "Year"},
}};

const std::map<std::string_view, Wordings> places{
    {"BE", {"Belgique", "België", "Belgien", "Belgium"}},
    {"US", {"États-Unis", "Verenigde Staten", "Vereinigte Staaten", "United States"}},
    {"DE", {"Allemagne", "Duitsland", "Deutschland", "Germany"}},
    {"FR", {"France", "Frankrijk", "Frankreich", "France"}},
    {"NL", {"Pays-Bas", "Nederland", "Niederlande", "Netherlands"}},
    {"GB", {"Royaume-Uni", "Verenigd Koninkrijk", "Vereinigtes Königreich", "United Kingdom"}},
    {"CN", {"Chine", "China", "China", "China"}},
    {"JP", {"Japon", "Japan", "Japan", "Japan"}},
    {"CA", {"Canada", "Canada", "Kanada", "Canada"}},
    {"MX", {"Mexique", "Mexico", "Mexiko", "Mexico"}},
    {"IN", {"Inde", "India", "Indien", "India"}},
    {"CH", {"Suisse", "Zwitserland", "Schweiz", "Switzerland"}},
    {"IT", {"Italie", "Italië", "Italien", "Italy"}},
    {"ES", {"Espagne", "Spanje", "Spanien", "Spain"}},
    {"PL", {"Pologne", "Polen", "Polen", "Poland"}},
    {"IE", {"Irlande", "Ierland", "Irland", "Ireland"}},
    {"BR", {"Brésil", "Brazilië", "Brasilien", "Brazil"}},
    {"TR", {"Turquie", "Turkije", "Türkei", "Türkiye"}},
    {"SA", {"Arabie saoudite", "Saoedi-Arabië", "Saudi-Arabien", "Saudi Arabia"}},
    {"US-CA", {"Californie", "Californië", "Kalifornien", "California"}}};

constexpr std::array<Wordings, 21> sections{{
    {"Animaux vivants", "Levende dieren", "Lebende Tiere", "Live animals"},
    {"Produits végétaux", "Plantaardige producten", "Pflanzliche Erzeugnisse",
     "Vegetable products"},
    {"Graisses et huiles", "Vetten en oliën", "Fette und Öle", "Fats and oils"},
    {"Aliments et boissons", "Voeding en dranken", "Nahrungsmittel und Getränke", "Food and drink"},
    {"Minéraux et énergie", "Mineralen en energie", "Mineralien und Energie",
     "Minerals and energy"},
    {"Chimie et pharmacie", "Chemie en farma", "Chemie und Pharma", "Chemicals and pharma"},
    {"Plastiques, caoutchouc", "Kunststof, rubber", "Kunststoffe, Kautschuk", "Plastics, rubber"},
    {"Peaux et cuirs", "Huiden en leder", "Häute und Leder", "Hides and leather"},
    {"Bois", "Hout", "Holz", "Wood"},
    {"Papier", "Papier", "Papier", "Paper"},
    {"Textiles", "Textiel", "Textilien", "Textiles"},
    {"Chaussures", "Schoeisel", "Schuhe", "Footwear"},
    {"Pierre, verre", "Steen, glas", "Stein, Glas", "Stone, glass"},
    {"Pierres précieuses", "Edelstenen", "Edelsteine", "Precious stones"},
    {"Métaux communs", "Onedele metalen", "Unedle Metalle", "Base metals"},
    {"Machines", "Machines", "Maschinen", "Machinery"},
    {"Matériel de transport", "Vervoermaterieel", "Fahrzeuge", "Transport equipment"},
    {"Optique, instruments", "Optiek, instrumenten", "Optik, Instrumente", "Optics, instruments"},
    {"Armes", "Wapens", "Waffen", "Arms"},
    {"Divers", "Diversen", "Verschiedenes", "Miscellaneous"},
    {"Objets d’art", "Kunstvoorwerpen", "Kunstgegenstände", "Works of art"},
}};

}  // namespace

std::string_view in(base::Language language, NoteWord word) {
  return words[static_cast<std::size_t>(word)][static_cast<std::size_t>(language)];
}

std::string place_name(std::string_view place, base::Language language) {
  const auto found = places.find(place);
  if (found == places.end()) return std::string(place);
  return std::string(found->second[static_cast<std::size_t>(language)]);
}

std::string section_name(std::string_view section, base::Language language) {
  const int number = std::atoi(std::string(section).c_str());
  if (number < 1 || number > 21) return std::string(section);
  return std::string(
      sections[static_cast<std::size_t>(number - 1)][static_cast<std::size_t>(language)]);
}

}  // namespace kontor::briefing
