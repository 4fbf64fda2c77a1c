#include "exchange/import_row.h"

#include <algorithm>
#include <unordered_map>

namespace kontor::exchange {

namespace {

constexpr std::size_t longest_slug = 48;

using Spellings = std::unordered_map<std::string, std::string_view>;  // folded, to Kontor's word

Spellings spellings_of(std::span<const WordSynonyms> words) {
  Spellings out;
  for (const WordSynonyms& each : words) {
    out.try_emplace(folded(each.word), each.word);
    for (std::string_view rest = each.synonyms; !rest.empty();) {
      const std::size_t end = std::min(rest.find('|'), rest.size());
      out.try_emplace(folded(rest.substr(0, end)), each.word);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return out;
}

// A long table asks for the same few words in each row: each list is folded once.
std::map<const WordSynonyms*, Spellings> spellings_of_lists() {
  std::map<const WordSynonyms*, Spellings> out;
  for (const std::span<const WordSynonyms> list :
       std::initializer_list<std::span<const WordSynonyms>>{
           kind_words, region_words, size_words, role_words, activity_kind_words, level_words,
           language_words, country_words})
    out.emplace(list.data(), spellings_of(list));
  return out;
}

}  // namespace

std::string ImportRow::text(ImportField field) const {
  if (field == ImportField::SameAs)
    if (const auto found = sheet_.decided.find(number()); found != sheet_.decided.end())
      return found->second;
  const auto column = sheet_.column_of(field);
  if (!column) return {};
  return std::string(trimmed(sheet_.sheet->cell(row_, *column)));
}

bool ImportRow::empty() const {
  return std::ranges::all_of(sheet_.columns, [&](const MappedColumn& mapped) {
    return !mapped.field || trimmed(sheet_.sheet->cell(row_, mapped.column)).empty();
  });
}

std::string ImportRow::needed(ImportField field) {
  std::string value = text(field);
  if (value.empty()) refuse(field, "missing_value");
  return value;
}

std::string ImportRow::word_of(ImportField field, std::span<const WordSynonyms> words) {
  const std::string value = text(field);
  if (value.empty()) return {};
  if (auto word = word_in(words, value)) return *std::move(word);
  refuse(field, "unknown_value", {{"known", known_words(words)}});
  return {};
}

std::string ImportRow::country() {
  const std::string value = text(ImportField::Country);
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (value.size() == 2 && capital(value[0]) && capital(value[1])) return value;
  return word_of(ImportField::Country, country_words);
}

std::string ImportRow::checked(ImportField field, const CellValue& value) {
  if (value) return *value;
  refuse(field, value.error());
  return {};
}

void ImportRow::refuse(ImportField field, std::string_view code,
                       std::map<std::string, std::string> parameters) {
  ImportFault& fault = faults_.emplace_back();
  fault.code = code;
  fault.file = sheet_.file;
  fault.sheet = sheet_.name;
  fault.row = number();
  fault.value = text(field);
  fault.parameters = std::move(parameters);
  for (const MappedColumn& mapped : sheet_.columns)
    if (mapped.field == field) {
      fault.column = mapped.column + 1;
      fault.heading = mapped.heading;
    }
}

void ImportRow::refuse_value(ImportField field, std::string_view code, const std::string& value,
                             std::map<std::string, std::string> parameters) {
  refuse(field, code, std::move(parameters));
  faults_.back().value = value;
}

void set_text(base::Text& text, const std::string& value, base::Language language) {
  if (!value.empty() && text.in(language) != value) text.set(language, value);
}

void set_languages(ImportRow& row, std::vector<base::Language>& languages) {
  const auto names = listed(row.text(ImportField::Languages));
  if (!names.empty()) languages.clear();
  for (const std::string& name : names) {
    const auto word = word_in(language_words, name);
    const auto language = word ? base::language_of(*word) : std::nullopt;
    if (!language) {
      row.refuse_value(ImportField::Languages, "unknown_value", name,
                       {{"known", known_words(language_words)}});
    } else if (std::ranges::find(languages, *language) == languages.end()) {
      languages.push_back(*language);
    }
  }
}

std::string slug_of(const std::string& name) {
  std::string out;
  for (const char c : folded(name).substr(0, longest_slug)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      out += c;
    else if (c == ' ' && !out.empty() && out.back() != '-')
      out += '-';
  }
  while (out.ends_with('-')) out.pop_back();
  return out.empty() ? "x" : out;
}

std::vector<std::string> listed(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(";,|\n", at), text.size());
    if (const auto part = trimmed(std::string_view(text).substr(at, end - at)); !part.empty())
      out.emplace_back(part);
    at = end + 1;
  }
  return out;
}

std::optional<std::string> word_in(std::span<const WordSynonyms> words, std::string_view text) {
  static const std::map<const WordSynonyms*, Spellings> lists = spellings_of_lists();
  const Spellings& spellings = lists.at(words.data());
  const auto found = spellings.find(folded(text));
  if (found == spellings.end()) return std::nullopt;
  return std::string(found->second);
}

std::string known_words(std::span<const WordSynonyms> words) {
  std::string out;
  for (const WordSynonyms& each : words) out += (out.empty() ? "" : ", ") + std::string(each.word);
  return out;
}

bool says_new(std::string_view text) {
  constexpr std::array<std::string_view, 6> words{"nouveau", "nouvelle", "nieuw",
                                                  "neu",     "new",      "neuf"};
  return std::ranges::find(words, folded(text)) != words.end();
}

}  // namespace kontor::exchange
