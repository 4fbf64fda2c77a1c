#include "briefing/reading/quantity.h"

#include <algorithm>

#include "briefing/reading/claim_words.h"
#include "briefing/reading/number_words.h"

namespace kontor::briefing {

namespace {

using ClaimKind = Claim::Kind;

bool same_block(const TextView& view, std::size_t token) {
  return token < view.size() && !view.tokens[token].broken;
}

// Past "de", "d'", "of" that link a number to what it counts.
std::size_t past_link(const TextView& view, std::size_t at) {
  if ((view.is(at, "de") || view.is(at, "of") || view.is(at, "des") || view.is(at, "an") ||
       view.is(at, "von")) &&
      same_block(view, at + 1))
    return at + 1;
  if (view.is(at, "d") && view.is(at + 1, "'")) return at + 2;
  return at;
}

// A currency that stands right before the number: "EUR 5", "US$ 5", "€5".
std::string_view money_before(const TextView& view, Quantity& quantity, std::size_t floor) {
  if (quantity.first <= floor) return {};
  const std::size_t before = quantity.first - 1;
  const std::string_view currency = currency_of(view.text(before));
  const bool noun = currency.empty() || view.is(before, "euro") || view.is(before, "dollars") ||
                    view.is(before, "euros") || view.is(before, "dollar");
  if (noun || !same_block(view, quantity.first)) return {};
  quantity.first = before;
  if (before > floor && view.is(before, "$") &&
      (view.is(before - 1, "us") || view.is(before - 1, "u")))
    --quantity.first;
  return currency;
}

std::string_view money_behind(const TextView& view, Quantity& quantity) {
  std::size_t at = quantity.last;
  if (!same_block(view, at)) return {};
  if (view.is(at, "us") && view.is(at + 1, "$")) ++at;
  const std::size_t linked = past_link(view, at);
  std::size_t noun = linked;
  if (view.is(noun, "us") &&
      (view.is(noun + 1, "dollars") || view.is(noun + 1, "dollar") || view.is(noun + 1, "$")))
    ++noun;
  if (!same_block(view, noun)) return {};
  std::string_view currency = currency_of(view.text(noun));
  if (currency.empty()) currency = scaled_code(view, noun).currency;
  if (!currency.empty()) quantity.last = noun + 1;
  if (!currency.empty() && (view.is(noun + 1, "americains") || view.is(noun + 1, "us")) &&
      same_block(view, noun + 1))
    quantity.last = noun + 2;
  return currency;
}

void set_money(const TextView& view, Quantity& quantity, std::size_t floor) {
  std::string_view currency = money_before(view, quantity, floor);
  if (currency.empty()) currency = money_behind(view, quantity);
  if (currency.empty()) return;
  quantity.kind = ClaimKind::Money;
  quantity.unit = currency;
}

// "75 USD million".
void read_scale_behind(const TextView& view, Quantity& quantity, NumberReading& number) {
  if (number.scaled || !same_block(view, quantity.last) || view.text(quantity.last).size() < 2)
    return;
  const auto power = scale_power(view.text(quantity.last), view.language);
  if (!power || !scale_by(number, *power)) return;
  number.scaled = true;
  ++quantity.last;
}

bool is_cent(const TextView& view, std::size_t token) {
  return view.is(token, "cent") || view.is(token, "cents") || view.is(token, "centimes") ||
         view.is(token, "pence");
}

// "3 dollars 50 cents", "zwei Euro fuenfzig", "15 euros et 15.": hundredths of the currency, which
// nothing else may count.
void read_hundredths(const TextView& view, Quantity& quantity, NumberReading& number) {
  std::size_t at = quantity.last;
  if (number.scaled || number.value.scale != 0 || quantity.unit == "JPY") return;
  const bool joined =
      view.is(at, "and") || view.is(at, "et") || view.is(at, "en") || view.is(at, "und");
  if (joined) ++at;
  if (!view.goes_on(at) || !view.tokens[at].spaced) return;
  auto cents = read_number(view, at);
  if (!cents || cents->kind != NumberReading::Kind::Cardinal) return;
  std::size_t behind = cents->last;
  bool named = is_cent(view, behind);
  // French "quarante-cinq cents" counts hundreds elsewhere.
  if (!named && cents->scaled && is_cent(view, behind - 1)) {
    cents->value = base::shift(cents->value, -2).value_or(cents->value);
    named = true;
  } else if (named) {
    ++behind;
  }
  const std::string_view next = view.text(behind);
  const bool ends = !view.goes_on(behind) || next == "." || next == "," || next == ";" ||
                    next == "!" || next == "?" || next == ")";
  const base::Decimal value = base::trimmed(cents->value);
  const bool fits = value.scale == 0 && value.coefficient > 0 && value.coefficient < 100;
  const auto sum = base::add(number.value, {value.coefficient, 2});
  if ((!named && !ends) || !fits || !sum) return;
  number.value = *sum;
  number.place = number.nonzero_place = {1, 2};
  quantity.last = behind;
}

// "12,5 procent", "0,3 point de pourcentage", "2 percentage points".
void set_percent(const TextView& view, Quantity& quantity) {
  std::size_t at = quantity.last;
  if (!same_block(view, at)) return;
  const auto next_is_point = [&](std::size_t token) {
    return view.is(token, "points") || view.is(token, "point") || view.is(token, "punt") ||
           view.is(token, "punten") || view.is(token, "punkte");
  };
  if (listed(WordList::Point, view.text(at))) {
    const bool named = !view.is(at, "point") && !view.is(at, "points");
    const bool of_percent =
        view.is(at + 1, "de") &&
        (view.is(at + 2, "pourcentage") || view.is(at + 2, "pourcent") || view.is(at + 2, "%"));
    if (!named && !of_percent) return;
    quantity.kind = ClaimKind::PointChange;
    quantity.unit = "percentage_point";
    quantity.last = at + (of_percent ? 3 : 1);
    return;
  }
  std::size_t end = 0;
  if (listed(WordList::Percent, view.text(at))) end = at + 1;
  const bool in_two = (view.is(at, "pour") || view.is(at, "per")) && view.is_word(at + 1);
  if (in_two && (view.is(at + 1, "cent") || view.is(at + 1, "cents"))) end = at + 2;
  if (view.is(at, "pour") && view.is(at + 1, "-") && view.is(at + 2, "cent")) end = at + 3;
  if (view.is(at, "percentage") && next_is_point(at + 1)) {
    quantity.kind = ClaimKind::PointChange;
    quantity.unit = "percentage_point";
    quantity.last = at + 2;
    return;
  }
  if (end == 0) return;
  quantity.kind = ClaimKind::Percent;
  quantity.unit = "percent";
  quantity.last = end;
  std::size_t point = end;
  if (view.is(point, "-")) ++point;
  if (same_block(view, point) && next_is_point(point)) {
    quantity.kind = ClaimKind::PointChange;
    quantity.unit = "percentage_point";
    quantity.last = point + 1;
  }
}

// "221 entreprises", "900 entreprises americaines": the noun, and adjectives only by the way.
void set_count(const TextView& view, const NumberReading& number, Quantity& quantity) {
  std::size_t at = quantity.last;
  if (!same_block(view, at)) return;
  at = past_link(view, at);
  if (!view.is_word(at) || !same_block(view, at)) return;
  if (listed(WordList::Times, view.text(at))) {
    quantity.kind = ClaimKind::Multiple;
    quantity.unit = "times";
    quantity.last = at + 1;
    return;
  }
  // An adjective may stand between: "500 Belgian companies", "900 Amerikaanse bedrijven".
  for (std::size_t noun = at; noun < at + 3 && view.is_word(noun) && same_block(view, noun);
       ++noun) {
    const std::string_view unit = counted_unit(view.text(noun));
    if (listed(WordList::FunctionWord, view.text(noun))) break;
    if (unit.empty()) continue;
    quantity.kind = ClaimKind::Count;
    quantity.unit = unit;
    quantity.noun = view.text(noun);
    quantity.last = noun + 1;
    return;
  }
  const bool one_word = number.last - number.first == 1 && !number.in_figures;
  if (listed(WordList::FunctionWord, view.text(at)) || view.text(at).size() < 3) return;
  if (one_word && compare(number.value, {1, 0}) == 0) return;
  quantity.kind = ClaimKind::Count;
  quantity.unit = quantity.noun = view.text(at);
  quantity.last = at + 1;
}

// Whether the text right before token `end` is `words`; then the token where they start.
std::optional<std::size_t> before(const TextView& view, std::size_t end, std::string_view words,
                                  std::size_t floor) {
  if (end == 0) return std::nullopt;
  const std::string_view text = view.folded.text;
  const std::size_t stop = view.tokens[end - 1].end;
  if (stop < words.size() || text.substr(stop - words.size(), words.size()) != words)
    return std::nullopt;
  const std::size_t start = stop - words.size();
  std::size_t token = end - 1;
  while (token > floor && view.tokens[token].begin > start) --token;
  if (token < floor || view.tokens[token].begin != start) return std::nullopt;
  return token;
}

void set_modifier(const TextView& view, const NumberReading& number, Quantity& quantity,
                  std::size_t floor) {
  if (number.kind == NumberReading::Kind::Collective) {
    quantity.modifier = Modifier::About;
    const bool article =
        quantity.first > floor &&
        (view.is(quantity.first - 1, "une") || view.is(quantity.first - 1, "een") ||
         view.is(quantity.first - 1, "un") || view.is(quantity.first - 1, "a"));
    if (article) --quantity.first;
  }
  std::size_t end = quantity.first;
  const bool article = end > floor && (view.is(end - 1, "de") || view.is(end - 1, "the") ||
                                       view.is(end - 1, "les") || view.is(end - 1, "die"));
  for (std::size_t skip = 0; skip <= (article ? 1U : 0U); ++skip)
    for (const ModifierPhrase& phrase : modifier_phrases(view.language))
      if (const auto start = before(view, end - skip, phrase.words, floor)) {
        if (view.tokens[end - skip < view.size() ? end - skip : 0].broken) continue;
        quantity.modifier = phrase.modifier;
        quantity.first = *start;
        return;
      }
  const std::size_t at = quantity.last;
  const bool or_more = (view.is(at, "ou") && view.is(at + 1, "plus")) ||
                       (view.is(at, "or") && view.is(at + 1, "more")) ||
                       (view.is(at, "of") && view.is(at + 1, "meer")) ||
                       (view.is(at, "oder") && view.is(at + 1, "mehr"));
  if (or_more) {
    quantity.modifier = Modifier::AtLeast;
    quantity.last = at + 2;
  }
}

// "a recule de 1,2%", "daalde met 12,5 procent", "Ein Rueckgang um 12,5 Prozent", "rose 20.5%".
void set_direction(const TextView& view, const NumberReading& number, Quantity& quantity,
                   std::size_t floor) {
  std::size_t at = quantity.first;
  const auto is_connector = [&](std::size_t token) {
    for (const char* connector : {"de", "met", "um", "by", "of", "d", "'", "a", "mit", "von", "op"})
      if (view.is(token, connector)) return true;
    return false;
  };
  while (at > floor && quantity.first - at < 2 && is_connector(at - 1)) --at;
  if (at > floor && view.is_word(at - 1)) {
    const std::string_view verb = view.text(at - 1);
    const bool down = listed(WordList::Down, verb), up = listed(WordList::Up, verb);
    const bool money = quantity.kind == ClaimKind::Money;
    const bool deficit = money && listed(WordList::Deficit, verb);
    const bool surplus = money && listed(WordList::Surplus, verb);
    if (quantity.kind == ClaimKind::Percent && (down || up)) {
      quantity.kind = ClaimKind::PercentChange;
      quantity.negative = down && number.value.coefficient > 0;
      quantity.first = at - 1;
    } else if (quantity.kind == ClaimKind::PointChange && down) {
      quantity.negative = number.value.coefficient > 0;
    } else if (deficit || surplus) {
      quantity.kind = ClaimKind::Balance;
      quantity.negative = deficit;
      quantity.first = at - 1;
    }
  }
  const bool signed_figure = number.value.coefficient < 0 && number.in_figures;
  if (quantity.kind == ClaimKind::Percent && signed_figure)
    quantity.kind = ClaimKind::PercentChange;
}

}  // namespace

Quantity read_quantity(const TextView& view, NumberReading& number, std::size_t floor) {
  Quantity quantity;
  quantity.first = number.first;
  quantity.last = number.last;
  set_percent(view, quantity);
  if (quantity.kind == ClaimKind::Number) set_money(view, quantity, floor);
  if (quantity.kind == ClaimKind::Money && quantity.last > number.last) {
    read_scale_behind(view, quantity, number);
    read_hundredths(view, quantity, number);
  }
  if (quantity.kind == ClaimKind::Number) set_count(view, number, quantity);
  set_modifier(view, number, quantity, floor);
  set_direction(view, number, quantity, floor);
  return quantity;
}

std::optional<RangeReading> read_range(const TextView& view, const NumberReading& number,
                                       std::size_t floor) {
  std::size_t at = number.last;
  if (!same_block(view, at)) return std::nullopt;
  std::size_t start = number.first;  // before a currency, too: "between $5m and $7m"
  if (start > floor && !currency_of(view.text(start - 1)).empty()) --start;
  const bool between = start > floor && listed(WordList::Between, view.text(start - 1));
  const bool dash = (view.is(at, "-") || view.is(at, "\xE2\x80\x93")) && number.in_figures;
  const bool joined = view.is_word(at) && listed(WordList::And, view.text(at));
  const bool of_range = joined && !view.is(at, "et") && !view.is(at, "en") && !view.is(at, "und") &&
                        !view.is(at, "and") && !view.is(at, "au");
  if (!dash && !(joined && (between || of_range))) return std::nullopt;
  const bool priced = start < number.first && !currency_of(view.text(at + 1)).empty();
  auto second = read_number(view, at + (priced ? 2 : 1));
  if (!second || second->kind != NumberReading::Kind::Cardinal) return std::nullopt;
  RangeReading range{.quantity = read_quantity(view, *second, at), .number = number, .upper = {}};
  range.upper = second->value;
  if (second->scaled && !number.scaled) {
    // "500 et 700 millions": what the scale made of the second it makes of the first.
    const auto plain = base::divide(second->place, {1, 0}, 0);
    if (plain && second->place.scale == 0 && number.value.scale == 0)
      range.number.value = base::multiply(number.value, *plain).value_or(number.value);
  }
  if (compare(range.number.value, *range.upper) >= 0) return std::nullopt;
  range.quantity.first = between ? start - 1 : start;
  Quantity head;
  head.first = number.first;
  if (range.quantity.unit.empty()) {
    const std::string_view currency = money_before(view, head, floor);
    if (!currency.empty()) {
      range.quantity.unit = currency;
      range.quantity.first = std::min(range.quantity.first, head.first);
    }
  }
  return range;
}

}  // namespace kontor::briefing
