#include "cli/demo/wording.h"

#include <algorithm>
#include <fmt/format.h>

namespace kontor::cli::demo {

using base::Language;
using base::Text;
using mission::OrganisationKind;
using mission::Region;

namespace {

std::string replaced(std::string pattern, const std::string& part) {
  for (std::size_t at = pattern.find("{}"); at != std::string::npos;
       at = pattern.find("{}", at + part.size()))
    pattern.replace(at, 2, part);
  return pattern;
}

Text separated(const std::vector<Text>& parts, std::string_view separator) {
  Text out;
  for (const Language language : base::all_languages) {
    std::string wording;
    for (const Text& part : parts)
      wording += (wording.empty() ? "" : std::string(separator)) + part.in(language);
    out.set(language, std::move(wording));
  }
  return out;
}

Text topics_of(const mission::Mission& mission, const std::vector<mission::TopicId>& ids) {
  std::vector<Text> names;
  for (const mission::TopicId& id : ids)
    names.push_back(std::ranges::find(mission.topics, id, &mission::Topic::id)->name);
  return joined(names);
}

Text company_origin(Region region, bool first_leg) {
  switch (region) {
    case Region::Brussels:
      return in_four("Entreprise bruxelloise, fondée en {}.", "Brussels bedrijf, opgericht in {}.",
                     "Brüsseler Unternehmen, gegründet {}.", "Brussels company, founded in {}.");
    case Region::Wallonia:
      return in_four("Entreprise wallonne, fondée en {}.", "Waals bedrijf, opgericht in {}.",
                     "Wallonisches Unternehmen, gegründet {}.", "Walloon company, founded in {}.");
    case Region::Flanders:
      return in_four("Entreprise flamande, fondée en {}.", "Vlaams bedrijf, opgericht in {}.",
                     "Flämisches Unternehmen, gegründet {}.", "Flemish company, founded in {}.");
    default:
      break;
  }
  if (first_leg)
    return in_four("Entreprise de la baie de San Francisco, fondée en {}.",
                   "Bedrijf uit de Bay Area van San Francisco, opgericht in {}.",
                   "Unternehmen aus der Bucht von San Francisco, gegründet {}.",
                   "Company from the San Francisco Bay Area, founded in {}.");
  return in_four("Entreprise de la région de Los Angeles, fondée en {}.",
                 "Bedrijf uit de regio Los Angeles, opgericht in {}.",
                 "Unternehmen aus dem Großraum Los Angeles, gegründet {}.",
                 "Company from the Los Angeles area, founded in {}.");
}

Text origin(const mission::Organisation& one, bool first_leg) {
  switch (one.kind) {
    case OrganisationKind::Federation:
      return in_four("Fédération professionnelle, fondée en {}.",
                     "Beroepsfederatie, opgericht in {}.", "Branchenverband, gegründet {}.",
                     "Trade federation, founded in {}.");
    case OrganisationKind::Chamber:
      return in_four("Chambre de commerce, fondée en {}.", "Kamer van koophandel, opgericht in {}.",
                     "Handelskammer, gegründet {}.", "Chamber of commerce, founded in {}.");
    case OrganisationKind::Academic:
      return in_four("Établissement d’enseignement et de recherche, fondé en {}.",
                     "Instelling voor onderwijs en onderzoek, opgericht in {}.",
                     "Einrichtung für Lehre und Forschung, gegründet {}.",
                     "Institution for teaching and research, founded in {}.");
    case OrganisationKind::Press:
      return in_four("Rédaction, fondée en {}.", "Redactie, opgericht in {}.",
                     "Redaktion, gegründet {}.", "Newsroom, founded in {}.");
    default:
      return company_origin(one.region, first_leg);
  }
}

}  // namespace

Text in_four(std::string_view fr, std::string_view nl, std::string_view de, std::string_view en) {
  Text text;
  text.set(Language::Fr, std::string(fr));
  text.set(Language::Nl, std::string(nl));
  text.set(Language::De, std::string(de));
  text.set(Language::En, std::string(en));
  return text;
}

Text filled(const Text& pattern, const Text& part) {
  Text out;
  for (const Language language : base::all_languages)
    out.set(language, replaced(pattern.in(language), part.in(language)));
  return out;
}

Text joined(const std::vector<Text>& parts) {
  return separated(parts, ", ");
}

Text sentences(const std::vector<Text>& parts) {
  return separated(parts, " ");
}

Text profile_of(const mission::Mission& mission, const mission::Organisation& organisation,
                bool first_leg, int founded) {
  std::vector<Text> parts{
      filled(origin(organisation, first_leg), Text::same(fmt::format("{}", founded)))};
  if (!organisation.offers.empty())
    parts.push_back(filled(in_four("Propose : {}.", "Biedt aan: {}.", "Bietet: {}.", "Offers: {}."),
                           topics_of(mission, organisation.offers)));
  if (!organisation.seeks.empty())
    parts.push_back(filled(in_four("Recherche : {}.", "Zoekt: {}.", "Sucht: {}.", "Looks for: {}."),
                           topics_of(mission, organisation.seeks)));
  return sentences(parts);
}

}  // namespace kontor::cli::demo
