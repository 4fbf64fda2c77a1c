#include "briefing/reading/number_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "briefing/reading/number_table.h"

namespace kontor::briefing {

namespace {

using MorphemeKind = Morpheme::Kind;
using Morphemes = std::vector<Morpheme>;
using Index = std::unordered_map<std::string_view, std::int64_t>;

Index indexed(std::span<const NumberWord> words) {
  Index index;
  for (const NumberWord& word : words) index.emplace(word.word, word.value);
  return index;
}

const Index& values(base::Language language) {
  static const std::array<Index, 4> all{indexed(fr_values), indexed(nl_values), indexed(de_values),
                                        indexed(en_values)};
  return all[index_of(language)];
}

const Index& ordinals(base::Language language) {
  static const std::array<Index, 4> all{indexed(fr_ordinals), indexed(nl_ordinals),
                                        indexed(de_ordinals), indexed(en_ordinals)};
  return all[index_of(language)];
}

const Index& scales(base::Language language) {
  static const std::array<Index, 4> all{indexed(fr_scales), indexed(nl_scales), indexed(de_scales),
                                        indexed(en_scales)};
  return all[index_of(language)];
}

const Index& denominators(base::Language language) {
  static const std::array<Index, 4> all{indexed(fr_denominators), indexed(nl_denominators),
                                        indexed(de_denominators), indexed(en_denominators)};
  return all[index_of(language)];
}

Morpheme counted(std::int64_t value) {
  return {value >= 1000 || value == 100 ? MorphemeKind::Scale : MorphemeKind::Value, value};
}

std::optional<std::int64_t> get(const Index& index, std::string_view word) {
  const auto found = index.find(word);
  if (found == index.end()) return std::nullopt;
  return found->second;
}

// The stem of a French ordinal: "quatr" of "quatrieme", "dix" of "dixiemes".
std::optional<std::int64_t> french_stem(std::string_view word) {
  if (word.ends_with('s')) word.remove_suffix(1);
  if (!word.ends_with("ieme")) return std::nullopt;
  word.remove_suffix(4);
  for (const std::string_view ending : {"", "e", "q"}) {
    std::string stem(word);
    if (ending == "q") {
      if (stem == "cinqu") stem = "cinq";
      if (stem == "neuv") stem = "neuf";
    } else {
      stem += ending;
    }
    if (const auto value = get(values(base::Language::Fr), stem)) return value;
  }
  return std::nullopt;
}

// Cuts a Dutch or German compound into number words, longest first, going back where it must.
class Compound {
 public:
  explicit Compound(base::Language language) : language_(language) {}

  bool cut(std::string_view word, Morphemes& out, int depth = 0) {
    if (word.empty()) return !out.empty();
    if (depth > 12) return false;
    const std::size_t longest = std::min<std::size_t>(word.size(), 14);
    for (std::size_t length = longest; length >= 2; --length) {
      const std::string_view head = word.substr(0, length), tail = word.substr(length);
      if (const auto value = get(values(language_), head);
          value && step(counted(*value), tail, out, depth))
        return true;
      if (tail.empty() && ends(head, out)) return true;
      const bool joint =
          !out.empty() && (language_ == base::Language::Nl ? head == "en" : head == "und");
      if (joint && !tail.empty() && step({MorphemeKind::And, 0}, tail, out, depth)) return true;
    }
    return false;
  }

 private:
  bool step(Morpheme morpheme, std::string_view tail, Morphemes& out, int depth) {
    out.push_back(morpheme);
    if (cut(tail, out, depth + 1)) return true;
    out.pop_back();
    return false;
  }

  // The last piece: an ordinal word ("derde"), its mere ending ("ste") or a half.
  bool ends(std::string_view piece, Morphemes& out) {
    if (const auto value = get(ordinals(language_), piece)) {
      out.push_back(counted(*value));
      out.push_back({MorphemeKind::Ordinal, 0});
      return true;
    }
    if (out.empty()) return false;
    const bool dutch = language_ == base::Language::Nl;
    static constexpr std::array<std::string_view, 2> of_dutch{"ste", "de"};
    static constexpr std::array<std::string_view, 10> of_german{
        "te", "ten", "ter", "tes", "tem", "ste", "sten", "ster", "stes", "stem"};
    const bool ordinal = dutch ? std::ranges::find(of_dutch, piece) != of_dutch.end()
                               : std::ranges::find(of_german, piece) != of_german.end();
    if (ordinal) out.push_back({MorphemeKind::Ordinal, 0});
    if (const auto under = get(denominators(language_), piece);
        under && *under > 2 && out.size() == 1) {
      out.push_back({MorphemeKind::Denominator, *under});
      return true;
    }
    const bool part = !dutch && (piece == "tel" || piece == "stel" || piece == "teln");
    if (part) out.push_back({MorphemeKind::Denominator, 0});
    const bool half = dutch ? piece == "enhalf" || piece == "eneenhalf" || piece == "eneenhalve" ||
                                  piece == "half" || piece == "halve"
                            : piece == "einhalb" || piece == "undeinhalb" || piece == "undhalb";
    if (half) out.push_back({MorphemeKind::Half, 0});
    return ordinal || part || half;
  }

  base::Language language_;
};

Morphemes compound(std::string_view word, base::Language language) {
  Morphemes out;
  if (word.size() < 3 || word.size() > 120 || !Compound(language).cut(word, out)) return {};
  return out;
}

Morphemes english_ordinal(std::string_view word) {
  for (const std::string_view ending : {"tieth", "th"}) {
    if (!word.ends_with(ending)) continue;
    std::string stem(word.substr(0, word.size() - ending.size()));
    if (ending == "tieth") stem += "ty";
    const auto value = get(values(base::Language::En), stem);
    const auto scale = get(scales(base::Language::En), stem);
    if (value || scale) return {counted(value ? *value : *scale), {MorphemeKind::Ordinal, 0}};
  }
  return {};
}

}  // namespace

std::vector<Morpheme> morphemes(std::string_view word, base::Language language) {
  if (const auto value = get(values(language), word)) return {counted(*value)};
  if (const auto value = get(ordinals(language), word)) {
    if (*value == 0) return {};
    return {counted(*value), {MorphemeKind::Ordinal, 0}};
  }
  if (const auto value = get(denominators(language), word))
    return {{MorphemeKind::Denominator, *value}};
  switch (language) {
    case base::Language::Fr:
      if (const auto stem = french_stem(word)) return {counted(*stem), {MorphemeKind::Ordinal, 0}};
      return {};
    case base::Language::En:
      return english_ordinal(word);
    case base::Language::Nl:
    case base::Language::De:
      return compound(word, language);
  }
  return {};
}

std::optional<int> scale_power(std::string_view word, base::Language language) {
  const auto value = get(scales(language), word);
  if (!value) return std::nullopt;
  int power = 0;
  for (std::int64_t rest = *value; rest >= 10; rest /= 10) ++power;
  return power;
}

std::optional<std::int64_t> collective(std::string_view word, base::Language language) {
  static const Index french = indexed(fr_collectives), dutch = indexed(nl_collectives),
                     german = indexed(de_collectives), english = indexed(en_collectives);
  const Index& index = language == base::Language::Fr   ? french
                       : language == base::Language::Nl ? dutch
                       : language == base::Language::De ? german
                                                        : english;
  if (const auto value = get(index, word)) return value;
  if (language != base::Language::Nl || !word.ends_with("tal") || word.size() < 6)
    return std::nullopt;
  const Morphemes parts = morphemes(word.substr(0, word.size() - 3), language);
  if (parts.size() != 1 || parts[0].value < 10) return std::nullopt;
  return parts[0].value;
}

}  // namespace kontor::briefing
