#include <array>
#include <string_view>

#include "cli/demo/draft.h"
#include "cli/demo/names.h"

namespace kontor::cli::demo {

namespace {

using mission::OrganisationKind;

// A function for a man and a woman where the language tells them apart.
struct Function {
  std::array<std::string_view, 2> fr;
  std::array<std::string_view, 2> nl;
  std::array<std::string_view, 2> de;
  std::string_view en;
};

const std::vector<Function> company_leaders{{{"administrateur délégué", "administratrice déléguée"},
                                             {"gedelegeerd bestuurder", "gedelegeerd bestuurder"},
                                             {"Geschäftsführer", "Geschäftsführerin"},
                                             "chief executive officer"},
                                            {{"fondateur", "fondatrice"},
                                             {"oprichter", "oprichtster"},
                                             {"Gründer", "Gründerin"},
                                             "founder"},
                                            {{"directeur général", "directrice générale"},
                                             {"algemeen directeur", "algemeen directeur"},
                                             {"Generaldirektor", "Generaldirektorin"},
                                             "managing director"}};

const std::vector<Function> company_staff{
    {{"directeur commercial", "directrice commerciale"},
     {"commercieel directeur", "commercieel directeur"},
     {"Vertriebsleiter", "Vertriebsleiterin"},
     "sales director"},
    {{"responsable export", "responsable export"},
     {"exportverantwoordelijke", "exportverantwoordelijke"},
     {"Exportleiter", "Exportleiterin"},
     "export manager"},
    {{"directeur technique", "directrice technique"},
     {"technisch directeur", "technisch directeur"},
     {"technischer Leiter", "technische Leiterin"},
     "chief technology officer"},
    {{"responsable de la recherche", "responsable de la recherche"},
     {"hoofd onderzoek", "hoofd onderzoek"},
     {"Forschungsleiter", "Forschungsleiterin"},
     "head of research"},
    {{"responsable des partenariats", "responsable des partenariats"},
     {"verantwoordelijke partnerschappen", "verantwoordelijke partnerschappen"},
     {"Leiter Partnerschaften", "Leiterin Partnerschaften"},
     "head of partnerships"}};

const std::vector<Function> federation_staff{
    {{"directeur", "directrice"},
     {"directeur", "directrice"},
     {"Direktor", "Direktorin"},
     "director"},
    {{"conseiller aux affaires internationales", "conseillère aux affaires internationales"},
     {"adviseur internationale zaken", "adviseur internationale zaken"},
     {"Referent für Internationales", "Referentin für Internationales"},
     "international affairs adviser"}};

const std::vector<Function> academic_staff{
    {{"vice-recteur à la recherche", "vice-rectrice à la recherche"},
     {"vicerector onderzoek", "vicerector onderzoek"},
     {"Prorektor für Forschung", "Prorektorin für Forschung"},
     "vice-rector for research"},
    {{"professeur", "professeure"},
     {"hoogleraar", "hoogleraar"},
     {"Professor", "Professorin"},
     "professor"},
    {{"responsable du transfert de technologie", "responsable du transfert de technologie"},
     {"verantwoordelijke technologietransfer", "verantwoordelijke technologietransfer"},
     {"Leiter Technologietransfer", "Leiterin Technologietransfer"},
     "head of technology transfer"}};

const std::vector<Function> press_staff{{{"journaliste", "journaliste"},
                                         {"journalist", "journaliste"},
                                         {"Journalist", "Journalistin"},
                                         "journalist"}};

const std::vector<Function>& functions_of(OrganisationKind kind, bool first) {
  switch (kind) {
    case OrganisationKind::Federation:
    case OrganisationKind::Chamber:
      return federation_staff;
    case OrganisationKind::Academic:
      return academic_staff;
    case OrganisationKind::Press:
      return press_staff;
    default:
      return first ? company_leaders : company_staff;
  }
}

}  // namespace

base::Text function_of(OrganisationKind kind, bool first, bool woman, base::Rng& rng) {
  const Function& function = any_of(functions_of(kind, first), rng);
  base::Text text;
  text.set(base::Language::Fr, std::string(function.fr[woman]));
  text.set(base::Language::Nl, std::string(function.nl[woman]));
  text.set(base::Language::De, std::string(function.de[woman]));
  text.set(base::Language::En, std::string(function.en));
  return text;
}

}  // namespace kontor::cli::demo
