#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/issue.h"
#include "base/text.h"

namespace kontor::exchange {

struct ImportSheet;

// Why a row of a table is not imported, as data. Codes stand in import_fault.cpp with their
// wordings; `invalid` carries what the mission's own check says.
struct ImportFault {
  std::string code;
  std::string file, sheet;
  std::size_t row = 0;     // as spreadsheets count, from 1; 0: the whole sheet
  std::size_t column = 0;  // from 1; 0: the whole row
  std::string heading;
  std::string value;
  std::map<std::string, std::string> parameters;
  std::optional<base::Issue> issue;

  bool operator==(const ImportFault&) const = default;
};

// "B7" of a cell; "row 7" words are left to the sentence.
std::string cell_name(const ImportFault& fault);

// How base::sentence reads in another language: given by the door, which has those words.
using IssueWords = std::function<std::string(const base::Issue&, base::Language)>;

// Reason and remedy in `language`, without the place.
std::string import_sentence(const ImportFault& fault, base::Language language,
                            const IssueWords& words);

// The sheets as they came from their headings on, as a workbook with two columns more: what decides
// probable duplicates, and in the rows that were refused the reasons. It imports like the original.
std::string write_fault_workbook(const std::vector<ImportSheet>& sheets,
                                 const std::vector<ImportFault>& faults, base::Language language,
                                 const IssueWords& words);

}  // namespace kontor::exchange
