#include <algorithm>
#include <array>
#include <map>

#include "mission/validate_parts.h"

// What an agreement says of itself and of the ceremony where it is signed.

namespace kontor::mission {

namespace {

void check_value(const std::string& path, const Agreement& agreement, Faults& faults) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const std::string& currency = agreement.currency;
  if (!currency.empty() && (currency.size() != 3 || !std::ranges::all_of(currency, capital)))
    faults.add("out_of_range", path + "/currency", currency,
               {{"expected", "three capital letters (ISO 4217), such as EUR"}});
  if (agreement.amount && currency.empty()) faults.missing(path, "currency");
  if (!agreement.amount && !currency.empty()) faults.missing(path, "amount");
  if (agreement.amount && agreement.amount->coefficient < 0)
    faults.add("out_of_range", path + "/amount", base::format(*agreement.amount),
               {{"expected", "a number that is not below 0"}});
}

void check_signing(const std::string& path, const Agreement& agreement, Faults& faults) {
  static constexpr std::array<std::string_view, 4> precisions{"", "day", "on_or_before", "unknown"};
  if (agreement.signed_on && !agreement.signed_on->ok())
    faults.add("impossible_date", path + "/signed_on", base::format(*agreement.signed_on));
  if (std::ranges::find(precisions, agreement.signed_precision) == precisions.end())
    faults.add("unknown_word", path + "/signed_precision", agreement.signed_precision,
               {{"known", "day, on_or_before, unknown"}});
}

// Witnesses must be offices of the ceremony: only these does the plan bring there.
void check_ceremony(const Index& index, const std::string& path, const Agreement& agreement,
                    Faults& faults) {
  faults.reference(path + "/ceremony", agreement.ceremony, index.activities);
  faults.references(path + "/witnesses", agreement.witnesses, index.offices);
  faults.at_least(path + "/ceremony_order", agreement.ceremony_order, 0);
  faults.at_least(path + "/ceremony_table", agreement.ceremony_table, 0);
  if (agreement.ceremony.empty() && (agreement.ceremony_order > 0 || agreement.ceremony_table > 0 ||
                                     !agreement.witnesses.empty()))
    faults.missing(path, "ceremony");
  if (!index.activities.has(agreement.ceremony.value)) return;
  const Activity& ceremony =
      index.mission.activities[index.activities.at(agreement.ceremony.value)];
  if (ceremony.kind != ActivityKind::SigningCeremony)
    faults.add("out_of_range", path + "/ceremony", agreement.ceremony.value,
               {{"expected", "an activity of the kind signing_ceremony"}});
  for (const OfficeId& witness : agreement.witnesses)
    if (index.offices.has(witness.value) &&
        std::ranges::find(ceremony.offices, witness) == ceremony.offices.end())
      faults.add("out_of_range", path + "/witnesses", witness.value,
                 {{"expected", "one of the offices of activity/" + agreement.ceremony.value +
                                   "; add it there, and the plan has it at the ceremony"}});
}

void check_documents(const std::string& path, const Agreement& agreement, Faults& faults) {
  for (const Document& document : agreement.documents) {
    if (document.name.empty()) faults.missing(path + "/documents", "name");
    if (!document.language.empty() && !base::language_of(document.language))
      faults.add("unknown_word", path + "/documents", document.language,
                 {{"known", "fr, nl, de, en"}});
  }
}

void check_agreement(const Index& index, const Agreement& agreement, Faults& faults) {
  const std::string path = "agreement/" + agreement.id.value;
  faults.wording(path + "/title", agreement.title);
  faults.reference(path + "/sector", agreement.sector, index.sectors);
  check_value(path, agreement, faults);
  check_signing(path, agreement, faults);
  check_ceremony(index, path, agreement, faults);
  check_documents(path, agreement, faults);
  faults.record(path, agreement.record, index);
}

}  // namespace

void validate_agreements(const Index& index, Faults& faults) {
  std::map<std::pair<ActivityId, int>, const Agreement*> turns;
  for (const Agreement& agreement : index.mission.agreements) {
    check_agreement(index, agreement, faults);
    if (agreement.ceremony.empty() || agreement.ceremony_order < 1) continue;
    const auto [taken, free] =
        turns.try_emplace({agreement.ceremony, agreement.ceremony_order}, &agreement);
    if (!free)
      faults.add("out_of_range", "agreement/" + agreement.id.value + "/ceremony_order",
                 std::to_string(agreement.ceremony_order),
                 {{"expected", "a turn that agreement/" + taken->second->id.value + " has not"}});
  }
}

}  // namespace kontor::mission
