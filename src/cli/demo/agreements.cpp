#include <algorithm>
#include <array>
#include <set>

#include "cli/demo/draft.h"
#include "cli/demo/wording.h"

namespace kontor::cli::demo {

namespace {

using mission::Agreement;
using mission::AgreementKind;
using mission::AgreementStatus;
using mission::Organisation;
using mission::Side;

// What kind of agreement it is, as a title names it: "Partnership: …".
base::Text title_of(AgreementKind kind) {
  switch (kind) {
    case AgreementKind::MemorandumOfUnderstanding:
      return in_four("Protocole d’accord : {}", "Memorandum van overeenstemming: {}",
                     "Absichtserklärung: {}", "Memorandum of understanding: {}");
    case AgreementKind::LetterOfIntent:
      return in_four("Lettre d’intention : {}", "Intentieverklaring: {}", "Absichtsbrief: {}",
                     "Letter of intent: {}");
    case AgreementKind::Contract:
      return in_four("Contrat : {}", "Contract: {}", "Vertrag: {}", "Contract: {}");
    case AgreementKind::Distribution:
      return in_four("Distribution : {}", "Distributie: {}", "Vertrieb: {}", "Distribution: {}");
    case AgreementKind::Research:
      return in_four("Recherche commune : {}", "Gezamenlijk onderzoek: {}",
                     "Gemeinsame Forschung: {}", "Joint research: {}");
    default:
      return in_four("Partenariat : {}", "Partnerschap: {}", "Partnerschaft: {}",
                     "Partnership: {}");
  }
}

constexpr std::array kinds{AgreementKind::MemorandumOfUnderstanding,
                           AgreementKind::LetterOfIntent,
                           AgreementKind::Contract,
                           AgreementKind::Distribution,
                           AgreementKind::Research,
                           AgreementKind::Partnership,
                           AgreementKind::Partnership};
constexpr std::array statuses{AgreementStatus::Draft, AgreementStatus::Agreed,
                              AgreementStatus::Agreed, AgreementStatus::Ready};

std::vector<const Organisation*> companies(const mission::Mission& mission, Side side) {
  std::vector<const Organisation*> found;
  for (const Organisation& one : mission.organisations)
    if (one.record.invented && one.side == side && one.kind == mission::OrganisationKind::Company &&
        !one.offers.empty())
      found.push_back(&one);
  return found;
}

// A counterpart that seeks what `home` offers, and the topic; none where nobody does.
std::pair<const Organisation*, mission::TopicId> partner_of(
    const Organisation& home, const std::vector<const Organisation*>& guests, base::Rng& rng) {
  std::vector<std::pair<const Organisation*, mission::TopicId>> found;
  for (const Organisation* guest : guests)
    for (const mission::TopicId& topic : home.offers)
      if (std::ranges::find(guest->seeks, topic) != guest->seeks.end())
        found.emplace_back(guest, topic);
  if (found.empty()) return {nullptr, {}};
  return any_of(found, rng);
}

Agreement made_up(const Draft& draft, const Organisation& home, const Organisation& guest,
                  const mission::TopicId& topic, base::Rng& rng) {
  Agreement agreement;
  const auto number = static_cast<int>(draft.mission.agreements.size()) + 1;
  agreement.id.value = numbered("G", number, 2);
  agreement.kind = any_of(kinds, rng);
  agreement.status = any_of(statuses, rng);
  agreement.title =
      filled(title_of(agreement.kind),
             std::ranges::find(draft.mission.topics, topic, &mission::Topic::id)->name);
  agreement.home_parties = {home.id.value};
  agreement.foreign_parties = {guest.id.value};
  agreement.sector = home.sectors.front();
  agreement.signed_precision = "unknown";
  agreement.record.visibility = mission::Visibility::Sealed;
  agreement.record.invented = true;
  agreement.record.owner = home.record.owner;
  return agreement;
}

}  // namespace

void add_agreements(Draft& draft) {
  base::Rng rng = draft.stream(Stream::Agreements);
  const auto homes = companies(draft.mission, Side::Delegation);
  const auto guests = companies(draft.mission, Side::Counterpart);
  if (homes.empty() || guests.empty()) return;
  std::set<mission::OrganisationId> signing;
  const auto wanted = static_cast<std::size_t>(draft.settings.agreements);
  for (int tries = 0; draft.mission.agreements.size() < wanted && tries < 10000; ++tries) {
    const Organisation& home = *any_of(homes, rng);
    const auto [guest, topic] = partner_of(home, guests, rng);
    if (!guest || !signing.insert(home.id).second) continue;
    draft.mission.agreements.push_back(made_up(draft, home, *guest, topic, rng));
  }
}

}  // namespace kontor::cli::demo
