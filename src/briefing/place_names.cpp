#include "briefing/place_names.h"

#include <algorithm>
#include <array>
#include <map>

namespace kontor::briefing {

namespace {

struct Name {
  std::string_view place;
  std::string_view words;       // folded, separated by |; a trailing * matches any ending
  std::string_view adjectives;  // the same
};

constexpr Name names[] = {
    {"BE", "belgique|belgie|belgien|belgium", "belge|belges|belgisch*|belgian*"},
    {"US",
     "etats-unis|usa|vs|verenigde staten|vereinigte staaten|vereinigten staaten|united "
     "states|amerika|"
     "u.s.|us",
     "americain*|amerikaan*|amerikanisch*|american*|us-"},
    {"US-CA", "californie|california|californie|kalifornien|golden state|californisch",
     "californien*|californisch*|kalifornisch*|californian*"},
    {"US-TX", "texas", "texan*"},
    {"US-NY", "etat de new york|new york state|staat new york", ""},
    {"US-NJ", "new jersey", ""},
    {"US-IL", "illinois", ""},
    {"US-PA", "pennsylvanie|pennsylvania|pennsylvanien", ""},
    {"US-LA", "louisiane|louisiana", ""},
    {"US-WA", "etat de washington|washington state", ""},
    {"DE", "allemagne|duitsland|deutschland|germany", "allemand*|duits*|deutsch*|german*"},
    {"FR", "france|frankrijk|frankreich", "francais*|frans*|franzosisch*|french"},
    {"NL", "pays-bas|nederland|niederlande|niederlanden|netherlands",
     "neerlandais*|nederlands*|niederlandisch*|dutch"},
    {"GB",
     "royaume-uni|verenigd koninkrijk|vereinigtes konigreich|vereinigte konigreich|united kingdom|"
     "grande-bretagne|uk",
     "britannique*|brits*|britisch*|british"},
    {"CN", "chine|china", "chinois*|chinees*|chinesisch*|chinese"},
    {"JP", "japon|japan", "japonais*|japans*|japanisch*|japanese"},
    {"CA", "canada|kanada", "canadien*|canadees*|kanadisch*|canadian*"},
    {"MX", "mexique|mexico|mexiko", "mexicain*|mexicaan*|mexikanisch*|mexican*"},
    {"IN", "inde|india|indien", "indien*|indisch*|indian*"},
    {"CH", "suisse|zwitserland|schweiz|switzerland", "suisses|zwitsers*|schweizer*|swiss"},
    {"IT", "italie|italien|italy", "italien*|italiaan*|italienisch*|italian*"},
    {"ES", "espagne|spanje|spanien|spain", "espagnol*|spaans*|spanisch*|spanish"},
    {"BR", "bresil|brazilie|brasilien|brazil", "bresilien*|braziliaans*|brasilianisch*"},
    {"TR", "turquie|turkije|turkei|turkiye|turkey", "turc*|turks*|turkisch*|turkish"},
    {"SA", "arabie saoudite|saoedi-arabie|saudi-arabien|saudi arabia", ""},
    {"BE-VLG", "flandre|vlaanderen|flandern|flanders", "flamand*|vlaams*|flamisch*|flemish"},
    {"BE-WAL", "wallonie|wallonien|wallonia", "wallon*|waals*|wallonisch*|walloon"},
    {"EU",
     "union europeenne|ue|europese unie|eu|europaische union|europaischen union|european union",
     ""}};

struct Entry {
  std::string_view place;
  std::string_view words;
  bool adjective = false;
  bool open = false;  // any ending
};

// By the first word of the name.
const std::multimap<std::string_view, Entry>& entries() {
  static const auto all = [] {
    std::multimap<std::string_view, Entry> index;
    const auto add = [&](std::string_view place, std::string_view list, bool adjective) {
      while (!list.empty()) {
        const std::size_t end = std::min(list.find('|'), list.size());
        Entry entry{place, list.substr(0, end), adjective, false};
        entry.open = entry.words.ends_with('*');
        if (entry.open) entry.words.remove_suffix(1);
        const std::string_view first = entry.words.substr(0, entry.words.find_first_of(" -."));
        index.emplace(entry.open ? first.substr(0, 4) : first, entry);
        list.remove_prefix(std::min(end + 1, list.size()));
      }
    };
    for (const Name& name : names) {
      add(name.place, name.words, false);
      add(name.place, name.adjectives, true);
    }
    return index;
  }();
  return all;
}

bool matches(const TextView& view, std::size_t token, const Entry& entry, std::size_t& last) {
  const std::string_view text = view.folded.text;
  const Token& t = view.tokens[token];
  if (text.substr(t.begin, entry.words.size()) != entry.words) return false;
  const std::size_t stop = t.begin + entry.words.size();
  last = token;
  while (last + 1 < view.size() && view.tokens[last].end < stop) ++last;
  const bool whole = view.tokens[last].end == stop;
  if (!whole && !entry.open) return false;
  // "us" and "vs" are words, too; the country is written in capitals.
  if (entry.words.size() == 2 && !view.folded.capital[t.begin]) return false;
  ++last;
  return true;
}

bool any_of(const TextView& view, std::size_t token, std::initializer_list<const char*> words) {
  return std::ranges::any_of(words, [&](const char* word) { return view.is(token, word); });
}

// Over articles back to a preposition; "en provenance de", "from the", "vers les", "uit de".
PlaceMention::Side side_of(const TextView& view, std::size_t token) {
  using Side = PlaceMention::Side;
  std::size_t at = token;
  while (at > 0 && any_of(view, at - 1,
                          {"la", "le", "les", "l", "'", "the", "de", "den", "die", "der", "het",
                           "d", "des", "of", "du"})) {
    const bool from = any_of(view, at - 1, {"de", "d", "des", "du"});
    --at;
    if (from && at > 0 && any_of(view, at - 1, {"provenance", "venant", "depuis"}))
      return Side::Origin;
  }
  if (at == 0) return Side::None;
  if (any_of(view, at - 1, {"vers", "to", "naar", "nach", "aux", "a", "into", "au"}))
    return Side::Destination;
  if (any_of(view, at - 1, {"from", "uit", "aus", "vanuit", "depuis"})) return Side::Origin;
  return Side::None;
}

}  // namespace

std::vector<PlaceMention> places_in(const TextView& view) {
  std::vector<PlaceMention> found;
  for (std::size_t token = 0; token < view.size(); ++token) {
    if (!view.is_word(token)) continue;
    const std::string_view word = view.text(token);
    PlaceMention best;
    const auto look = [&](std::string_view key) {
      const auto [from, to] = entries().equal_range(key);
      for (auto entry = from; entry != to; ++entry) {
        std::size_t last = 0;
        if (matches(view, token, entry->second, last) && last > best.last)
          best = {std::string(entry->second.place), token, last, entry->second.adjective,
                  PlaceMention::Side::None};
      }
    };
    look(word);
    if (word.size() > 4) look(word.substr(0, 4));
    if (best.last == 0) continue;
    best.side = side_of(view, token);
    found.push_back(best);
    token = best.last - 1;
  }
  return found;
}

}  // namespace kontor::briefing
