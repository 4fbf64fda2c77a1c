#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"
#include "base/time.h"
#include "mission/keys.h"
#include "mission/record.h"

namespace kontor::mission {

// A text of an agreement, where it lies.
struct Document {
  std::string name;
  std::string language;  // "fr"; empty: unknown
  std::string address;   // where those with the right find it

  bool operator==(const Document&) const = default;
};

// An agreement between parties of the delegation and parties of the other side. Parties are keys
// of organisations and signatories keys of people where they are registered, else names or
// functions as printed.
struct Agreement {
  AgreementId id;
  base::Text title;
  AgreementKind kind = AgreementKind::Partnership;
  AgreementStatus status = AgreementStatus::Draft;
  std::vector<std::string> home_parties;
  std::vector<std::string> foreign_parties;
  std::vector<std::string> home_signatories;
  std::vector<std::string> foreign_signatories;
  SectorId sector;
  std::optional<base::Decimal> amount;  // what it is worth; unknown stays empty
  std::string currency;                 // ISO 4217
  ValueBasis basis = ValueBasis::Unknown;
  std::string period;  // "2026-2028"
  Confidentiality confidentiality = Confidentiality::Open;
  base::Text before;       // how far it was before the mission
  ActivityId ceremony;     // where it is signed; empty: at none
  int ceremony_order = 0;  // its turn, from 1; 0: not set
  int ceremony_table = 0;  // from 1; 0: not set
  // The principals who watch it being signed. They are offices of the ceremony, so that the plan
  // has them there.
  std::vector<OfficeId> witnesses;
  std::vector<Document> documents;
  std::optional<base::LocalDate> signed_on;
  std::string signed_precision;  // "day", "on_or_before", "unknown"
  Record record;                 // Sealed until it may be known

  bool operator==(const Agreement&) const = default;
};

// Why an agreement cannot take a status, as words: "not_next", "no_home_party",
// "no_foreign_party", "no_home_signatory", "no_foreign_signatory", "confidential".
using Hindrances = std::vector<std::string_view>;

// The statuses that may follow `from`, dearest first:
//   draft → legal → agreed → ready → signed → published; one back until signed; withdrawn until
//   signed, and from there a draft anew. Announced is what a source says of one that is nobody's
//   here: it can be signed or withdrawn.
std::vector<AgreementStatus> next_statuses(AgreementStatus from);
// Empty: it can. Agreed needs parties of both sides, ready signatories of both, and what is
// confidential is never published.
Hindrances hindrances(const Agreement& agreement, AgreementStatus to);

}  // namespace kontor::mission
