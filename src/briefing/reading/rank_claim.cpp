#include "briefing/reading/rank_claim.h"

#include <algorithm>
#include <array>

#include "briefing/reading/claim_words.h"
#include "briefing/reading/number_words.h"

namespace kontor::briefing {

namespace {

using base::Language;

bool within(const TextView& view, std::size_t token) {
  return token < view.size() && !view.tokens[token].broken;
}

bool is_superlative(const TextView& view, std::size_t token) {
  return view.is_word(token) && within(view, token) &&
         listed(WordList::Superlative, view.text(token));
}

// "l'un des", "one of the", "een van de", "einer der" say less than a rank.
bool is_one_of(const TextView& view, std::size_t token, std::size_t floor) {
  for (std::size_t back = 1; back <= 4 && token >= floor + back; ++back) {
    const std::size_t at = token - back;
    if (view.is(at, "un") || view.is(at, "une") || view.is(at, "one") || view.is(at, "parmi") ||
        view.is(at, "among") || view.is(at, "einer") || view.is(at, "eines") ||
        view.is(at, "eine") || (view.is(at, "een") && view.is(at + 1, "van")))
      return true;
  }
  return false;
}

// The noun that a rank is of, at or just behind `at`: trade nouns for words, any for figures.
std::size_t noun_end(const TextView& view, std::size_t at, bool any, std::string& noun) {
  if (view.is(at, "-") && view.is(at + 1, "largest")) at += 2;
  if (view.is(at, "'")) return 0;
  if (!view.is_word(at) || !within(view, at)) return 0;
  if (listed(WordList::NoRankNoun, view.text(at))) return 0;
  if (listed(WordList::FunctionWord, view.text(at))) return 0;
  if (!any && !listed(WordList::RankNoun, view.text(at))) {
    // An adjective may stand between: "first commercial partner", "eerste buitenlandse
    // investeerder".
    if (!listed(WordList::RankNoun, view.text(at)) &&
        !(view.is_word(at + 1) && within(view, at + 1) &&
          listed(WordList::RankNoun, view.text(at + 1))))
      return 0;
    ++at;
  }
  noun = view.text(at);
  return at + 1;
}

// "hors Union europeenne" and the like right behind the noun belong to the claim.
std::size_t past_scope(const TextView& view, std::size_t at) {
  static constexpr std::array<std::string_view, 10> scopes{"hors union europeenne",
                                                           "hors de l'union europeenne",
                                                           "hors ue",
                                                           "hors de l'ue",
                                                           "buiten de europese unie",
                                                           "buiten de eu",
                                                           "ausserhalb der europaischen union",
                                                           "ausserhalb der eu",
                                                           "outside the european union",
                                                           "outside the eu"};
  if (!within(view, at)) return at;
  const std::string_view rest = std::string_view(view.folded.text).substr(view.tokens[at].begin);
  for (const std::string_view scope : scopes)
    if (rest.starts_with(scope)) {
      const std::size_t stop = view.tokens[at].begin + scope.size();
      while (at < view.size() && view.tokens[at].begin < stop) ++at;
      return at;
    }
  return at;
}

std::optional<RankReading> made(const TextView& view, std::int64_t value, std::size_t first,
                                std::size_t number_last, std::size_t noun_at, bool any) {
  RankReading rank{
      .value = {value, 0}, .first = first, .number_last = number_last, .last = 0, .noun = {}};
  rank.last = noun_end(view, noun_at, any, rank.noun);
  if (rank.last == 0) return std::nullopt;
  rank.last = past_scope(view, rank.last);
  return rank;
}

// "op drie na grootste klant": the fourth.
std::optional<RankReading> dutch_after(const TextView& view, std::size_t token) {
  if (view.language != Language::Nl || !view.is(token, "op")) return std::nullopt;
  std::size_t at = token + 1;
  std::int64_t places = 0;
  if (const auto number = read_number(view, at)) {
    places = number->value.coefficient;
    at = number->last;
  } else if (view.is(at, "een")) {
    places = 1;
    ++at;
  }
  if (places < 1 || places > 300 || !view.is(at, "na") || !is_superlative(view, at + 1))
    return std::nullopt;
  return made(view, places + 1, token, at + 2, at + 2, true);
}

// "viertgrosste", "zweitwichtigste": a stem of an ordinal, then a superlative.
std::optional<RankReading> german_compound(const TextView& view, std::size_t token) {
  if (view.language != Language::De || !view.is_word(token)) return std::nullopt;
  const std::string_view word = view.text(token);
  for (const std::string_view superlative : {"grosst", "wichtigst", "starkst"}) {
    const std::size_t at = word.find(superlative);
    if (at == std::string_view::npos || at == 0) continue;
    std::string stem(word.substr(0, at));
    std::int64_t value = stem == "dritt" ? 3 : stem == "siebt" ? 7 : stem == "acht" ? 8 : 0;
    if (value == 0) {
      const auto parts = morphemes(stem + "e", Language::De);
      if (parts.size() == 2 && parts[1].kind == Morpheme::Kind::Ordinal) value = parts[0].value;
    }
    if (value == 0) return std::nullopt;
    return made(view, value, token, token + 1, token + 1, true);
  }
  return std::nullopt;
}

// "number one market", "numero un", "Nummer eins".
std::optional<RankReading> number_one(const TextView& view, std::size_t token) {
  const bool lead =
      view.is(token, "number") || view.is(token, "numero") || view.is(token, "nummer");
  const bool one = view.is(token + 1, "one") || view.is(token + 1, "un") ||
                   view.is(token + 1, "een") || view.is(token + 1, "eins");
  if (!lead || !one) return std::nullopt;
  return made(view, 1, token, token + 2, token + 2, false);
}

// "le plus grand partenaire", "the largest market", "de grootste klant", "der groesste Kunde".
std::optional<RankReading> superlative(const TextView& view, std::size_t token, std::size_t floor) {
  std::size_t at = token;
  if (view.language == Language::Fr) {
    const bool plain = view.is(token, "principal") || view.is(token, "principale");
    if (!plain && !view.is(token, "plus")) return std::nullopt;
    if (!plain) ++at;
  }
  if (!is_superlative(view, at) || is_one_of(view, token, floor)) return std::nullopt;
  return made(view, 1, token, at + 1, at + 1, false);
}

// "4eme debouche", "vierte Absatzmarkt", "second-largest supplier", "XVe rang".
std::optional<RankReading> ordinal(const TextView& view, std::size_t token, std::size_t floor) {
  const auto number = read_number(view, token);
  if (!number || number->kind != NumberReading::Kind::Ordinal) return std::nullopt;
  if (number->value.scale != 0 || number->value.coefficient < 1 ||
      number->value.coefficient > 300 || is_one_of(view, token, floor))
    return std::nullopt;
  std::size_t noun = number->last;
  if (view.is(noun, "-") && is_superlative(view, noun + 1)) {
    noun += 2;
  } else if (view.is(noun, "plus") && is_superlative(view, noun + 1)) {
    noun += 2;
  } else if (is_superlative(view, noun)) {
    noun += 1;
  }
  const bool words_of_one =
      number->value.coefficient == 1 && !number->in_figures && noun == number->last;
  const bool second = view.is(token, "second") || view.is(token, "seconde");
  return made(view, number->value.coefficient, token, number->last, noun, !words_of_one && !second);
}

}  // namespace

std::optional<RankReading> read_rank(const TextView& view, std::size_t token, std::size_t floor) {
  if (auto rank = dutch_after(view, token)) return rank;
  if (auto rank = german_compound(view, token)) return rank;
  if (auto rank = number_one(view, token)) return rank;
  if (auto rank = superlative(view, token, floor)) return rank;
  return ordinal(view, token, floor);
}

}  // namespace kontor::briefing
