#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "exchange/import_fault.h"
#include "exchange/import_sheet.h"
#include "exchange/import_value.h"
#include "exchange/import_words.h"
#include "mission/words.h"

namespace kontor::exchange {

// One row of a table while it is read: cells by field, and all faults found in it.
class ImportRow {
 public:
  ImportRow(const ImportSheet& sheet, std::size_t row) : sheet_(sheet), row_(row) {}

  // Without blanks around it; "" where the column or cell is missing.
  std::string text(ImportField field) const;
  bool empty() const;
  const ImportSheet& sheet() const { return sheet_; }
  std::size_t number() const { return row_ + 1; }

  // As text(), with a fault where it is empty.
  std::string needed(ImportField field);
  // Kontor's own word for the cell; "" where it is empty, and with a fault where it is unknown.
  std::string word_of(ImportField field, std::span<const WordSynonyms> words);
  // The code of its country; "" as above.
  std::string country();
  // One of the readers of import_value.h; "" with a fault where it refuses.
  std::string checked(ImportField field, const CellValue& value);
  void refuse(ImportField field, std::string_view code,
              std::map<std::string, std::string> parameters = {});
  // Of a value in that cell.
  void refuse_value(ImportField field, std::string_view code, const std::string& value,
                    std::map<std::string, std::string> parameters = {});

  const std::vector<ImportFault>& faults() const { return faults_; }

 private:
  const ImportSheet& sheet_;
  std::size_t row_;
  std::vector<ImportFault> faults_;
};

// Puts what the column of languages says in the place of `languages`, if it says anything.
void set_languages(ImportRow& row, std::vector<base::Language>& languages);

// Set what a cell says, where it says something.
void set_text(base::Text& text, const std::string& value, base::Language language);
template <class E>
void set_word(E& value, const std::string& text) {
  if (const auto parsed = mission::parse_word<E>(text)) value = *parsed;
}

// A key made of a name: "van-der-straeten-waillet"; at most 48 letters, "x" where none is left.
std::string slug_of(const std::string& name);

// The parts of a cell that lists several: divided by ; , | or line ends.
std::vector<std::string> listed(const std::string& text);

// Kontor's word for a text; nothing where it is no known spelling.
std::optional<std::string> word_in(std::span<const WordSynonyms> words, std::string_view text);
std::string known_words(std::span<const WordSynonyms> words);

// Whether a cell of the column "same as" says that the row is a record of its own.
bool says_new(std::string_view text);

}  // namespace kontor::exchange
