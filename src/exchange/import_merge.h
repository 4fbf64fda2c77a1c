#pragma once
#include <map>
#include <string>
#include <vector>

#include "exchange/import_fault.h"
#include "exchange/import_sheet.h"
#include "mission/mission.h"

namespace kontor::exchange {

// What is known of records beside the mission, since it is nobody's business but the office's:
// enterprise_number, mail and phone, by subject ("organisation/O1") and field.
using Contacts = std::map<std::string, std::map<std::string, std::string>>;

struct ImportState {
  mission::Mission mission;
  Contacts contacts;

  bool operator==(const ImportState&) const = default;
};

struct ImportResult {
  ImportState state;  // with all good rows
  std::vector<ImportFault> faults;
  std::size_t added = 0, changed = 0, unchanged = 0, refused = 0;  // rows
};

// Merges the rows of `sheets` into `before`, organisations before people before wishes. Each row
// finds its record by key, then enterprise number or mail, then exact name; what it says is set,
// empty cells change nothing, other rows are new records owned by `owner`. A row with any fault
// changes nothing; so does one whose record only resembles another (probable_duplicate) until its
// column "same as" decides. The result is valid; merging the same again changes nothing.
ImportResult merge_sheets(const ImportState& before, const std::vector<ImportSheet>& sheets,
                          const mission::OrganisationId& owner);

}  // namespace kontor::exchange
