#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace kontor::exchange {

// What agencies send tables of. Hosts are organisations that receive; they belong to no side of the
// delegation.
enum class ImportNoun { Organisations, Hosts, People, Activities, Wishes };
inline constexpr std::array all_import_nouns{ImportNoun::Organisations, ImportNoun::Hosts,
                                             ImportNoun::People, ImportNoun::Activities,
                                             ImportNoun::Wishes};
std::string_view word(ImportNoun noun);
std::optional<ImportNoun> import_noun_of(std::string_view word);

// What a column of such a table holds. `SameAs` is the column of Kontor's own workbook of faults
// with which probable duplicates are decided; `Reason` is its other one, which is not read.
enum class ImportField {
  Key,
  Name,
  Kind,
  Region,
  Size,
  Country,
  Sectors,
  Profile,
  EnterpriseNumber,
  Mail,
  Phone,
  FamilyName,
  GivenName,
  Role,
  Function,
  Languages,
  Organisation,
  Person,
  Counterpart,
  Activity,
  Level,
  Rank,
  Title,
  City,
  Host,
  Place,
  Date,
  StartsAt,
  EndsAt,
  DurationMinutes,
  Capacity,
  SameAs,
  Reason
};
std::string_view word(ImportField field);
std::optional<ImportField> import_field_of(std::string_view word);

// A heading that is understood, and of which language it is.
struct KnownHeading {
  ImportField field;
  base::Language language;
};

// What `heading` means in a table of `noun`, whatever its case, accents and punctuation; nothing
// where it is not known or means nothing there.
std::optional<KnownHeading> known_heading(ImportNoun noun, std::string_view heading);

// What columns of such a table may hold, without Reason.
std::vector<ImportField> fields_of(ImportNoun noun);

// Whether rows of `noun` are nothing without that column.
bool is_needed(ImportNoun noun, ImportField field);

// Lower case without accents (Latin letters), each run of anything but letters and digits one
// blank: what texts are compared by, never what is kept.
std::string folded(std::string_view text);

}  // namespace kontor::exchange
