#include "exchange/import_field.h"

#include <algorithm>
#include <map>
#include <vector>

#include "exchange/import_words.h"

namespace kontor::exchange {

namespace {

// Latin-1 Supplement and Latin Extended-A without accents, from U+00C0 on; a dot is kept apart.
constexpr std::string_view plain_letters =
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

void add_letter(std::string& out, unsigned point) {
  if (point == 0xC6 || point == 0xE6) {
    out += "ae";
  } else if (point == 0x152 || point == 0x153) {
    out += "oe";
  } else if (point == 0xDF) {
    out += "ss";
  } else if (point >= 0xC0 && point < 0x180 && plain_letters.at(point - 0xC0) != '.') {
    out += plain_letters.at(point - 0xC0);
  } else if (!out.empty() && out.back() != ' ') {
    out += ' ';
  }
}

using Headings = std::map<std::string, KnownHeading, std::less<>>;

Headings known_headings(ImportNoun noun) {
  Headings out;
  for (const HeadingWords& words : heading_words) {
    if (words.nouns.find(letter_of(noun)) == std::string_view::npos) continue;
    for (const base::Language language : base::all_languages) {
      std::string_view rest = words.synonyms.at(base::index_of(language));
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('|'), rest.size());
        out.try_emplace(folded(rest.substr(0, end)), KnownHeading{words.field, language});
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
  }
  return out;
}

const Headings& headings(ImportNoun noun) {
  static const std::array<Headings, all_import_nouns.size()> all{
      known_headings(ImportNoun::Organisations), known_headings(ImportNoun::Hosts),
      known_headings(ImportNoun::People), known_headings(ImportNoun::Activities),
      known_headings(ImportNoun::Wishes)};
  return all.at(static_cast<std::size_t>(noun));
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 'A' && byte <= 'Z') {
      out += static_cast<char>(byte + ('a' - 'A'));
    } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
      out += static_cast<char>(byte);
    } else if (byte >= 0xC3 && byte <= 0xC5 && at + 1 < text.size()) {
      add_letter(out, ((byte & 0x1FU) << 6U) | (static_cast<unsigned char>(text[at + 1]) & 0x3FU));
      ++at;
    } else if (byte >= 0xC6) {  // other scripts are kept as they are
      for (out += text[at]; at + 1 < text.size() && (text[at + 1] & 0xC0) == 0x80; ++at)
        out += text[at + 1];
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string_view word(ImportNoun noun) {
  return noun_words.at(static_cast<std::size_t>(noun));
}

std::optional<ImportNoun> import_noun_of(std::string_view text) {
  for (const ImportNoun noun : all_import_nouns)
    if (word(noun) == text) return noun;
  return std::nullopt;
}

std::string_view word(ImportField field) {
  return field_words.at(static_cast<std::size_t>(field));
}

std::optional<ImportField> import_field_of(std::string_view text) {
  const auto* const found = std::ranges::find(field_words, text);
  if (found == field_words.end()) return std::nullopt;
  return static_cast<ImportField>(found - field_words.begin());
}

std::optional<KnownHeading> known_heading(ImportNoun noun, std::string_view heading) {
  const auto found = headings(noun).find(folded(heading));
  if (found == headings(noun).end()) return std::nullopt;
  return found->second;
}

std::vector<ImportField> fields_of(ImportNoun noun) {
  std::vector<ImportField> out;
  for (const HeadingWords& words : heading_words)
    if (words.field != ImportField::Reason &&
        words.nouns.find(letter_of(noun)) != std::string_view::npos)
      out.push_back(words.field);
  return out;
}

bool is_needed(ImportNoun noun, ImportField field) {
  switch (noun) {
    case ImportNoun::Organisations:
    case ImportNoun::Hosts:
      return field == ImportField::Name;
    case ImportNoun::People:
      return field == ImportField::FamilyName;
    case ImportNoun::Activities:
      return field == ImportField::Title;
    case ImportNoun::Wishes:
      return field == ImportField::Level;
  }
  return false;
}

}  // namespace kontor::exchange
