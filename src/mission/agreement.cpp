#include "mission/agreement.h"

#include <algorithm>

namespace kontor::mission {

std::vector<AgreementStatus> next_statuses(AgreementStatus from) {
  using enum AgreementStatus;
  switch (from) {
    case Draft:
      return {Legal, Withdrawn};
    case Legal:
      return {Agreed, Draft, Withdrawn};
    case Agreed:
      return {Ready, Legal, Withdrawn};
    case Ready:
      return {Signed, Agreed, Withdrawn};
    case Announced:
      return {Signed, Withdrawn};
    case Signed:
      return {Published};
    case Withdrawn:
      return {Draft};
    case Published:
      break;
  }
  return {};
}

Hindrances hindrances(const Agreement& agreement, AgreementStatus to) {
  using enum AgreementStatus;
  Hindrances found;
  const auto need = [&](bool holds, std::string_view word) {
    if (!holds) found.push_back(word);
  };
  const auto next = next_statuses(agreement.status);
  need(std::ranges::find(next, to) != next.end(), "not_next");
  const bool forward = agreement.status != Ready && agreement.status != Announced;
  if ((to == Agreed && forward) || to == Ready) {
    need(!agreement.home_parties.empty(), "no_home_party");
    need(!agreement.foreign_parties.empty(), "no_foreign_party");
  }
  if (to == Ready) {
    need(!agreement.home_signatories.empty(), "no_home_signatory");
    need(!agreement.foreign_signatories.empty(), "no_foreign_signatory");
  }
  if (to == Published)
    need(agreement.confidentiality != Confidentiality::Confidential, "confidential");
  return found;
}

}  // namespace kontor::mission
