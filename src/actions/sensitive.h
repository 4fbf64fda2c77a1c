#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "store/sensitive.h"

// What a site, a caterer or a doctor must know of a person, and nobody else: sealed in the
// database, each with a purpose and the day on which it is deleted. Every reading is logged.

namespace kontor::actions {

// The fields that there are: passport_number, passport_expires_on, birth_date, birth_place,
// nationality, diet, health, emergency_contact.
std::vector<std::string_view> sensitive_fields();

struct SensitiveValue {
  std::string field;
  std::string value;
  std::string purpose;
  base::LocalDate purge_on{};

  bool operator==(const SensitiveValue&) const = default;
};

// Whether `acting` may keep, read and delete the fields of `person`. Refused: Denied, Missing (also
// for those whom they must not know), Conflict no_mission.
Outcome<void> may_keep_sensitive(Context& context, const mission::Acting& acting,
                                 const mission::PersonId& person);

// Keeps it in the place of what was there. Refused: as above, Issues, Conflict key_lost.
Outcome<void> keep_sensitive(Context& context, const mission::Acting& acting,
                             const mission::PersonId& person, const SensitiveValue& value);
// All of a person. Logged with who, whose and which fields.
Outcome<std::vector<SensitiveValue>> read_sensitive(Context& context, const mission::Acting& acting,
                                                    const mission::PersonId& person);
// Deletes a field; the record of that stays. Refused: Denied, Missing.
Outcome<void> erase_sensitive(Context& context, const mission::Acting& acting,
                              const mission::PersonId& person, const std::string& field);

// Deletes every field whose day has come; the fields deleted. The server does so by itself.
std::vector<store::SensitiveField> purge_due(Context& context);
// What was deleted, the latest first. Refused: Denied, Conflict no_mission.
Outcome<std::vector<store::PurgeRecord>> read_purges(Context& context,
                                                     const mission::Acting& acting);

// Whether the key opens what this database sealed; true where nothing was.
bool key_fits(Context& context);

}  // namespace kontor::actions
