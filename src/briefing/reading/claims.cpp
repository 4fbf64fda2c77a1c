#include "briefing/reading/claims.h"

#include <algorithm>
#include <array>

#include "briefing/reading/claim_words.h"
#include "briefing/reading/passed_over.h"
#include "briefing/reading/quantity.h"
#include "briefing/reading/rank_claim.h"

namespace kontor::briefing {

namespace {

std::vector<int> sentences_of(const TextView& view) {
  std::vector<int> numbers(view.size());
  int sentence = 0;
  for (std::size_t i = 0; i < view.size(); ++i) {
    const bool stop =
        i > 0 && (view.is(i - 1, ".") || view.is(i - 1, "!") || view.is(i - 1, "?")) &&
        view.tokens[i].spaced && view.folded.capital[view.tokens[i].begin] &&
        !(i > 1 && view.text(i - 2).size() <= 3 && view.language != base::Language::En);
    const bool after_number =
        stop && i > 1 && view.is_digits(i - 2) && view.language == base::Language::De;
    if ((stop && !after_number) || view.tokens[i].broken) ++sentence;
    numbers[i] = sentence;
  }
  return numbers;
}

// The place that counts: with a modifier zeros at the end say nothing.
void set_bounds(Claim& claim, const NumberReading& number) {
  claim.value = number.value;
  claim.place = claim.modifier == Modifier::Equal ? number.place : number.nonzero_place;
  const auto half = base::divide(claim.place, {2, 0}, std::min(claim.place.scale + 1, 18));
  claim.lowest = base::trimmed(
      base::subtract(claim.value, half.value_or(base::Decimal{})).value_or(claim.value));
  claim.highest =
      base::trimmed(base::add(claim.value, half.value_or(base::Decimal{})).value_or(claim.value));
}

bool is_precise(const NumberReading& number) {
  return number.in_figures && !number.scaled && number.value.scale == 0 &&
         number.value.coefficient > 10 && number.value.coefficient % 10 != 0;
}

void set_warnings(Claim& claim, const NumberReading& number, const TextView& view) {
  const bool hedged = claim.modifier == Modifier::About || claim.modifier == Modifier::NearBelow;
  if (hedged && is_precise(number)) claim.warnings.emplace_back("hedged_precise");
  if (!number.alternatives.empty()) claim.warnings.emplace_back("ambiguous_separator");
  const bool french_or_german = view.language != base::Language::En;
  for (std::size_t i = number.first; i < number.last; ++i)
    if (french_or_german && view.is_word(i) && view.text(i).starts_with("billion"))
      claim.warnings.emplace_back("long_scale");
  if (number.plural_scale_below_two) claim.warnings.emplace_back("plural_below_two");
}

void place_in_text(Claim& claim, const TextView& view, const NumberReading& number) {
  const auto byte_begin = [&](std::size_t t) { return view.folded.begin[view.tokens[t].begin]; };
  const auto byte_end = [&](std::size_t t) { return view.folded.end[view.tokens[t].end - 1]; };
  claim.begin = byte_begin(claim.first);
  claim.end = byte_end(claim.last - 1);
  claim.number_begin = byte_begin(number.first);
  claim.number_end = byte_end(number.last - 1);
}

// "3D", "5G", "24x7": figures grown together with a word that is neither scale nor unit.
bool is_code(const TextView& view, const NumberReading& number, const Quantity& quantity) {
  if (!number.in_figures || number.kind == NumberReading::Kind::Ordinal) return false;
  const std::size_t next = number.last;
  if (next >= view.size() || view.tokens[next].spaced || !view.is_word(next)) return false;
  return quantity.last <= next;
}

class Finder {
 public:
  explicit Finder(const TextView& view) : view_(view) {}

  std::vector<Claim> find() {
    for (std::size_t token = 0; token < view_.size();) {
      const std::size_t past = passed_over(view_, token);
      if (past != token) {
        done_ = token = past;
        continue;
      }
      token = std::max(take(token), token + 1);
    }
    return std::move(claims_);
  }

 private:
  // Behind the claim that starts here, or `token` where none does.
  std::size_t take(std::size_t token) {
    if (auto rank = read_rank(view_, token, done_)) return keep_rank(*std::move(rank));
    auto number = read_number(view_, token);
    if (!number) return token;
    if (number->kind == NumberReading::Kind::Ordinal) return number->last;
    if (auto range = read_range(view_, *number, done_)) return keep(*std::move(range));
    const Quantity quantity = read_quantity(view_, *number, done_);
    if (is_code(view_, *number, quantity)) return number->last + 1;
    return keep({quantity, *number, {}});
  }

  std::size_t keep_rank(RankReading rank) {
    Claim claim;
    claim.kind = Claim::Kind::Rank;
    claim.unit = "rank";
    claim.noun = rank.noun;
    claim.first = rank.first;
    claim.last = rank.last;
    claim.value = claim.lowest = claim.highest = rank.value;
    claim.place = {1, 0};
    NumberReading number{.first = rank.first, .last = rank.number_last};
    place_in_text(claim, view_, number);
    claims_.push_back(std::move(claim));
    return done_ = rank.last;
  }

  std::size_t keep(const RangeReading& reading) {
    Claim claim;
    const Quantity& quantity = reading.quantity;
    claim.kind = quantity.kind;
    claim.modifier = quantity.modifier;
    claim.unit = quantity.unit;
    claim.noun = quantity.noun;
    claim.first = quantity.first;
    claim.last = quantity.last;
    set_bounds(claim, reading.number);
    claim.alternatives = reading.number.alternatives;
    set_warnings(claim, reading.number, view_);
    if (reading.upper) {
      claim.kind = Claim::Kind::Range;
      claim.upper = claim.highest = *reading.upper;
      claim.lowest = claim.value;
    }
    if (quantity.negative) {
      claim.value.coefficient = -claim.value.coefficient;
      std::swap(claim.lowest, claim.highest);
      claim.lowest.coefficient = -claim.lowest.coefficient;
      claim.highest.coefficient = -claim.highest.coefficient;
    }
    place_in_text(claim, view_, reading.number);
    claims_.push_back(std::move(claim));
    return done_ = quantity.last;
  }

  const TextView& view_;
  std::vector<Claim> claims_;
  std::size_t done_ = 0;  // tokens before it belong to something already
};

}  // namespace

std::string_view word(Claim::Kind kind) {
  constexpr std::array<std::string_view, 10> words{"money",     "count", "percent", "pct_change",
                                                   "pp_change", "rank",  "balance", "range",
                                                   "multiple",  "number"};
  return words[static_cast<std::size_t>(kind)];
}

std::string_view word(Modifier modifier) {
  constexpr std::array<std::string_view, 8> words{"eq",      "about", "near_below", "gt",
                                                  "gt_near", "ge",    "le",         "lt"};
  return words[static_cast<std::size_t>(modifier)];
}

ReadText read_claims(std::string_view text, base::Language language, bool markup) {
  ReadText read{.original = std::string(text),
                .folded = fold(text, markup),
                .tokens = {},
                .sentences = {},
                .claims = {},
                .language = language};
  read.tokens = tokens_of(read.folded);
  const TextView view{read.folded, read.tokens, language};
  read.sentences = sentences_of(view);
  read.claims = Finder(view).find();
  for (Claim& claim : read.claims) claim.sentence = read.sentences[claim.first];
  return read;
}

}  // namespace kontor::briefing
