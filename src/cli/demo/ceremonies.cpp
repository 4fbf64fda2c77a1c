#include <algorithm>
#include <array>
#include <map>

#include "cli/demo/draft.h"
#include "cli/demo/wording.h"

// What the register knows of invented agreements: who signs, what it is worth, where it is signed.

namespace kontor::cli::demo {

namespace {

using mission::Agreement;
using mission::AgreementKind;
using mission::AgreementStatus;

// Somebody who travels for the organisation, else who receives there; "" where there is nobody.
std::string signatory_of(const mission::Mission& mission, const std::string& organisation) {
  const auto found = std::ranges::find_if(mission.people, [&](const mission::Person& person) {
    return person.organisation.value == organisation;
  });
  return found == mission.people.end() ? "" : found->id.value;
}

// The ceremony of the city where its other side can be met.
const mission::Activity* ceremony_of(const Draft& draft, const Agreement& agreement) {
  const auto met = std::ranges::find(draft.counterparts,
                                     mission::OrganisationId{agreement.foreign_parties.front()},
                                     &Counterpart::id);
  if (met == draft.counterparts.end()) return nullptr;
  const auto found =
      std::ranges::find_if(draft.mission.activities, [&](const mission::Activity& activity) {
        return activity.kind == mission::ActivityKind::SigningCeremony &&
               activity.leg == met->leg && activity.status != mission::ActivityStatus::Cancelled &&
               (activity.record.invented || !activity.sector.empty());
      });
  return found == draft.mission.activities.end() ? nullptr : &*found;
}

base::Text state_before(std::size_t number) {
  static const std::array texts{
      in_four("Aucun contact avant la mission.", "Geen contact voor de missie.",
              "Vor der Mission kein Kontakt.", "No contact before the mission."),
      in_four("Premier échange à un salon, sans suite.",
              "Eerste gesprek op een beurs, zonder gevolg.",
              "Ein erstes Gespräch auf einer Messe, ohne Folgen.",
              "A first talk at a fair, without a follow-up."),
      in_four("Négociation avancée : le prix reste à convenir.",
              "Onderhandeling ver gevorderd: alleen de prijs ontbreekt.",
              "Verhandlung weit gediehen: Nur der Preis ist offen.",
              "Far advanced: only the price is open.")};
  return texts[number % texts.size()];
}

bool has_value(AgreementKind kind) {
  return kind == AgreementKind::Contract || kind == AgreementKind::Distribution ||
         kind == AgreementKind::Partnership;
}

void set_value(Agreement& agreement, base::Rng& rng) {
  static constexpr std::array<std::int64_t, 9> amounts{
      150'000, 240'000, 480'000, 750'000, 1'200'000, 2'500'000, 4'000'000, 8'000'000, 12'500'000};
  if (!has_value(agreement.kind)) return;
  agreement.amount = base::Decimal{any_of(amounts, rng), 0};
  agreement.currency = rng.below(3) == 0 ? "USD" : "EUR";
  agreement.basis = agreement.kind == AgreementKind::Distribution ? mission::ValueBasis::Yearly
                    : agreement.kind == AgreementKind::Contract   ? mission::ValueBasis::Fixed
                                                                  : mission::ValueBasis::Estimated;
  agreement.period = "2026-2028";
}

void set_confidentiality(Agreement& agreement, base::Rng& rng) {
  const std::uint64_t drawn = rng.below(12);
  if (drawn == 0) agreement.confidentiality = mission::Confidentiality::Confidential;
  if (drawn > 0 && drawn < 4) agreement.confidentiality = mission::Confidentiality::ValueHidden;
}

}  // namespace

void add_ceremonies(Draft& draft) {
  base::Rng rng = draft.stream(Stream::Ceremonies);
  std::map<mission::ActivityId, int> turns;
  std::size_t number = 0;
  for (Agreement& agreement : draft.mission.agreements) {
    if (!agreement.record.invented) continue;
    ++number;
    if (agreement.status == AgreementStatus::Draft && number % 2 == 0)
      agreement.status = AgreementStatus::Legal;
    set_value(agreement, rng);
    set_confidentiality(agreement, rng);
    agreement.before = state_before(rng.below(3));
    agreement.documents = {{"Text", "en", ""}};
    const std::string home = signatory_of(draft.mission, agreement.home_parties.front());
    const std::string foreign = signatory_of(draft.mission, agreement.foreign_parties.front());
    if (!home.empty()) agreement.home_signatories = {home};
    if (!foreign.empty()) agreement.foreign_signatories = {foreign};
    if (agreement.status == AgreementStatus::Draft || agreement.status == AgreementStatus::Legal)
      continue;
    const mission::Activity* ceremony = ceremony_of(draft, agreement);
    if (ceremony == nullptr) continue;
    agreement.ceremony = ceremony->id;
    agreement.ceremony_order = ++turns[ceremony->id];
    agreement.ceremony_table = (agreement.ceremony_order - 1) % 3 + 1;
    agreement.witnesses = ceremony->offices;
  }
}

}  // namespace kontor::cli::demo
