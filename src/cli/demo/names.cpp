#include "cli/demo/names.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "cli/demo/draft.h"

namespace kontor::cli::demo {

namespace {

using Words = std::vector<std::string_view>;

struct Roots {
  Words women;
  Words men;
  Words particles;
  Words beginnings;
  Words endings;
};

const Roots french{
    {"Élodie", "Anaïs", "Maëlle", "Françoise", "Inès", "Noémie", "Céline", "Aurore", "Solène",
     "Margaux", "Léa", "Bérénice", "Gaëlle", "Yasmina", "Capucine", "Eugénie"},
    {"Benoît", "Loïc", "François", "Gaëtan", "Cédric", "Grégoire", "Rémi", "Thibault", "Jérôme",
     "Hadrien", "Mehdi", "Raphaël", "Quentin", "Aurélien", "Maxence", "Félicien"},
    {"", "", "", "", "", "", "de ", "de ", "du ", "de la "},
    {"Delva", "Mari", "Lambre", "Coura", "Belli", "Haute", "Clair", "Monte", "Roche", "Sauve",
     "Verdi", "Grange", "Thiri", "Ormé"},
    {"mont", "court", "ville", "champs", "sart", "fontaine", "pré", "lieu", "noy", "vaux"}};

const Roots dutch{
    {"Lotte", "Hanne", "Marijke", "Fien", "Annelies", "Griet", "Leen", "Saartje", "Noor", "Elke",
     "Veerle", "Machteld", "Roos", "Zoë", "Liesbeth", "Fatima"},
    {"Wout", "Pieter", "Bram", "Joris", "Stijn", "Koen", "Thijs", "Matteo", "Arne", "Dries", "Gert",
     "Lander", "Ruben", "Seppe", "Yannick", "Karim"},
    {"", "", "", "", "Van ", "Van den ", "De ", "van der ", "Van de ", "'t "},
    {"Hazel", "Linder", "Kruis", "Door", "Molen", "Eike", "Wilgen", "Berken", "Zand", "Wille",
     "Rozen", "Vlas", "Konings", "Ooste"},
    {"broeck", "velde", "dael", "berghe", "houte", "beke", "straeten", "donck", "meersch", "laer"}};

const Roots german{{"Annegret", "Heike", "Katharina", "Jördis", "Ute", "Miriam", "Käthe", "Svenja"},
                   {"Jürgen", "Björn", "Matthias", "Günther", "Lukas", "Detlef", "Konrad", "Sören"},
                   {"", "", "", "", "von "},
                   {"Kalten", "Hohn", "Mero", "Eifel", "Bütgen", "Weser", "Rauen", "Stein"},
                   {"brück", "felder", "heimer", "bacher", "thal", "rather", "scheid", "born"}};

const Roots californian{
    {"Grace", "Marisol", "Aiko", "Priya", "Hannah", "Camila", "Naomi", "Olivia", "Linh", "Zuri",
     "Madison", "Soledad", "Mei", "Abigail", "Leilani", "Tamar"},
    {"Ethan", "Diego", "Kenji", "Arjun", "Tyler", "Mateo", "Isaiah", "Jordan", "Minh", "Darnell",
     "Logan", "Andrés", "Wei", "Caleb", "Keanu", "Omid"},
    {"", "", "", "", "", "", "", "De La "},
    {"Alder", "Maris", "Wint", "Hollo", "Ashen", "Thorn", "Calde", "Reyna", "Soler", "Kestle",
     "Naka", "Villa", "Oko", "Tran"},
    {"quist", "well", "forde", "ridge", "combe", "dale", "wick", "stone", "mere", "rado", "shiro",
     "nez"}};

const Roots& roots_of(Tongue tongue) {
  switch (tongue) {
    case Tongue::French:
      return french;
    case Tongue::Dutch:
      return dutch;
    case Tongue::German:
      return german;
    case Tongue::Californian:
      return californian;
  }
  return french;
}

std::string compound(const Roots& roots, base::Rng& rng) {
  return std::string(any_of(roots.beginnings, rng)) + std::string(any_of(roots.endings, rng));
}

const Words first_halves{"Vel", "Orb", "Kas",  "Tarn", "Mel",  "Zan",  "Quil", "Bran",
                         "Dov", "Fal", "Gryn", "Hest", "Ivar", "Jor",  "Kel",  "Lorn",
                         "Myr", "Nol", "Osk",  "Pell", "Ryn",  "Sel",  "Thal", "Ulm",
                         "Wex", "Yor", "Cind", "Edr",  "Vosk", "Trell"};
const Words second_halves{"trona", "iskel", "adis",  "ovane", "umira", "enta", "aldo",  "ystra",
                          "ineo",  "arbo",  "ukela", "esso",  "imond", "avia", "oreth", "uvelo",
                          "anthe", "ilux",  "ombra", "etis",  "urion", "aspen"};

// Names that everybody would take for a real organisation.
const Words well_known{"google",   "amazon",  "apple",   "microsoft", "oracle",  "tesla",
                       "intel",    "nvidia",  "netflix", "disney",    "boeing",  "solvay",
                       "umicore",  "barco",   "melexis", "proximus",  "telenet", "colruyt",
                       "delhaize", "belfius", "dexia",   "ucb",       "imec",    "sabena",
                       "sonaca",   "agfa",    "bekaert", "velux",     "seldis",  "keltis",
                       "veltis",   "selux",   "pellenc", "nolato",    "zanardi", "melinda",
                       "brando",   "kasper",  "falanx",  "thales",    "wexler",  "kelvion"};

std::string lower_case(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

bool looks_real(const std::string& name, const mission::Mission& facts) {
  const std::string small = lower_case(name);
  if (std::ranges::any_of(well_known, [&](auto real) { return small.find(real) != small.npos; }))
    return true;
  return std::ranges::any_of(facts.organisations, [&](const mission::Organisation& one) {
    const std::string real = lower_case(one.name.best(base::Language::En));
    return real.starts_with(small) || small.starts_with(real);
  });
}

}  // namespace

PersonName person_name(Tongue tongue, base::Rng& rng) {
  const Roots& roots = roots_of(tongue);
  PersonName name;
  name.woman = rng.chance(430);
  name.given = any_of(name.woman ? roots.women : roots.men, rng);
  name.family = std::string(any_of(roots.particles, rng)) + compound(roots, rng);
  if (rng.chance(60)) name.family += "-" + compound(roots, rng);
  return name;
}

std::vector<std::string> organisation_names(const mission::Mission& facts, base::Rng& rng) {
  std::vector<std::string> names;
  for (const auto first : first_halves)
    for (const auto second : second_halves) {
      std::string name = std::string(first) + std::string(second);
      if (!looks_real(name, facts)) names.push_back(std::move(name));
    }
  rng.shuffle(std::span(names));
  return names;
}

std::string sector_word(const mission::SectorId& sector, base::Rng& rng) {
  static const std::vector<std::pair<std::string_view, Words>> words{
      {"aerospace_defence", {"Aerosystems", "Avionics", "Space", "Defence", "Composites"}},
      {"energy", {"Energy", "Power", "Hydrogen", "Grid", "Renewables"}},
      {"hightech_ai", {"Software", "Robotics", "Photonics", "AI", "Semiconductors"}},
      {"life_sciences", {"Biotech", "Pharma", "Diagnostics", "Medical", "Therapeutics"}},
      {"logistics_smart_infrastructure", {"Logistics", "Mobility", "Ports", "Water", "Transit"}},
      {"media_design_architecture", {"Studios", "Design", "Architects", "Pictures", "Games"}}};
  for (const auto& [name, list] : words)
    if (name == sector.value) return std::string(any_of(list, rng));
  return "Group";
}

std::string town_name(Tongue tongue, base::Rng& rng) {
  for (;;) {  // until the French "de" needs no apostrophe
    std::string name = compound(roots_of(tongue), rng);
    if (std::string_view("AEIOUH").find(name.front()) == std::string_view::npos) return name;
  }
}

}  // namespace kontor::cli::demo
