#include "server/made_up.h"

#include <array>

namespace kontor::server {

namespace {

constexpr std::array<std::string_view, 4> invented_record{
    "Inventé pour la démonstration.", "Verzonnen voor de demonstratie.",
    "Für die Vorführung erfunden.", "Invented for the demonstration."};
constexpr std::array<std::string_view, 4> assumed_fields{
    "Certains détails sont inventés pour la démonstration.",
    "Sommige details zijn verzonnen voor de demonstratie.",
    "Einzelheiten sind für die Vorführung erfunden.",
    "Some details are invented for the demonstration."};

}  // namespace

std::string_view made_up_words(const mission::Record& record, base::Language language) {
  if (record.invented) return invented_record.at(base::index_of(language));
  return record.assumed.empty() ? std::string_view() : assumed_fields.at(base::index_of(language));
}

}  // namespace kontor::server
