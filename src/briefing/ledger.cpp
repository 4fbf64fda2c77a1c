#include "briefing/ledger.h"

#include <fmt/format.h>
#include <limits>

#include "base/check.h"

namespace kontor::briefing {

namespace {

constexpr char unit_separator = '\x1f';

std::string release_of(const Observation& o) {
  return fmt::format("{1}{0}{2}{0}{3}", unit_separator, o.source, o.dataset, o.vintage);
}

std::string origin_of(const Observation& o) {
  return fmt::format("{1}{0}{2}", unit_separator, o.retrieved, o.origin);
}

std::string cut(std::string_view& text) {
  const std::size_t end = std::min(text.find(unit_separator), text.size());
  std::string part(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

std::uint16_t small(std::uint32_t symbol) {
  CHECK(symbol <= std::numeric_limits<std::uint16_t>::max());
  return static_cast<std::uint16_t>(symbol);
}

}  // namespace

Ledger::Symbol Ledger::Symbols::of(const std::string& text) {
  const auto [place, fresh] = numbers.try_emplace(text, static_cast<Symbol>(texts.size()));
  if (fresh) texts.push_back(place->first);
  return place->second;
}

std::optional<Ledger::Symbol> Ledger::Symbols::known(const std::string& text) const {
  const auto found = numbers.find(text);
  if (found == numbers.end()) return std::nullopt;
  return found->second;
}

Ledger::Record Ledger::pack(const Observation& o) {
  return {.coefficient = o.value.coefficient,
          .product = products_.of(o.product),
          .release = small(releases_.of(release_of(o))),
          .origin = small(origins_.of(origin_of(o))),
          .reporter = small(places_.of(o.reporter)),
          .partner = small(places_.of(o.partner)),
          .classification = small(words_.of(o.classification)),
          .measure = small(words_.of(o.measure)),
          .unit = small(words_.of(o.unit)),
          .period = small(words_.of(o.period)),
          .flags = small(words_.of(o.flags)),
          .flow = static_cast<std::uint8_t>(static_cast<unsigned>(o.flow) & 15U),
          .trade_concept = static_cast<std::uint8_t>(static_cast<unsigned>(o.trade_concept) & 15U),
          .valuation = static_cast<std::uint8_t>(static_cast<unsigned>(o.valuation) & 15U),
          .state = static_cast<std::uint8_t>(static_cast<unsigned>(o.state) & 15U),
          .bound = static_cast<std::uint8_t>(o.bound),
          .scale = static_cast<std::uint8_t>(o.value.scale)};
}

Observation Ledger::at(std::size_t number) const {
  const Record& r = records_.at(number);
  Observation o;
  std::string_view release = releases_.texts[r.release];
  for (std::string* part : {&o.source, &o.dataset, &o.vintage}) *part = cut(release);
  std::string_view origin = origins_.texts[r.origin];
  for (std::string* part : {&o.retrieved, &o.origin}) *part = cut(origin);
  o.reporter = places_.texts[r.reporter];
  o.partner = places_.texts[r.partner];
  o.flow = static_cast<Flow>(r.flow);
  o.classification = words_.texts[r.classification];
  o.product = products_.texts[r.product];
  o.trade_concept = static_cast<TradeConcept>(r.trade_concept);
  o.valuation = static_cast<Valuation>(r.valuation);
  o.measure = words_.texts[r.measure];
  o.unit = words_.texts[r.unit];
  o.period = words_.texts[r.period];
  o.value = {r.coefficient, r.scale};
  o.state = static_cast<State>(r.state);
  o.bound = static_cast<Bound>(r.bound);
  o.flags = words_.texts[r.flags];
  return o;
}

std::optional<Ledger::Record> Ledger::known(const Observation& o) const {
  const auto product = products_.known(o.product);
  const auto release = releases_.known(release_of(o));
  const auto reporter = places_.known(o.reporter), partner = places_.known(o.partner);
  const auto classification = words_.known(o.classification), measure = words_.known(o.measure);
  const auto unit = words_.known(o.unit), period = words_.known(o.period);
  if (!product || !release || !reporter || !partner || !classification || !measure || !unit ||
      !period)
    return std::nullopt;
  Record record{};
  record.product = *product;
  record.release = small(*release);
  record.reporter = small(*reporter);
  record.partner = small(*partner);
  record.classification = small(*classification);
  record.measure = small(*measure);
  record.unit = small(*unit);
  record.period = small(*period);
  record.flow = static_cast<std::uint8_t>(static_cast<unsigned>(o.flow) & 15U);
  record.trade_concept = static_cast<std::uint8_t>(static_cast<unsigned>(o.trade_concept) & 15U);
  record.valuation = static_cast<std::uint8_t>(static_cast<unsigned>(o.valuation) & 15U);
  return record;
}

bool Ledger::same_key(const Record& a, const Record& b) {
  return a.product == b.product && a.release == b.release && a.reporter == b.reporter &&
         a.partner == b.partner && a.classification == b.classification && a.measure == b.measure &&
         a.unit == b.unit && a.period == b.period && a.flow == b.flow &&
         a.trade_concept == b.trade_concept && a.valuation == b.valuation;
}

std::uint64_t Ledger::hash(const Record& r) {
  std::uint64_t h = 0;
  const auto mix = [&](std::uint64_t part) {
    h = (h ^ part) * 0x9E3779B97F4A7C15U;
    h ^= h >> 29U;
  };
  mix(r.product | (std::uint64_t{r.release} << 32U) | (std::uint64_t{r.reporter} << 48U));
  mix(r.partner | (std::uint64_t{r.classification} << 16U) | (std::uint64_t{r.measure} << 32U) |
      (std::uint64_t{r.unit} << 48U));
  mix(r.period | (std::uint64_t{r.flow} << 16U) | (std::uint64_t{r.trade_concept} << 20U) |
      (std::uint64_t{r.valuation} << 24U));
  return h;
}

// The slot that holds the record with this key, or the empty one where it would stand.
std::size_t Ledger::slot_of(const Record& record) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash(record) & mask;
  while (slots_[slot] != 0 && !same_key(records_[slots_[slot] - 1], record))
    slot = (slot + 1) & mask;
  return slot;
}

void Ledger::grow() {
  slots_.assign(slots_.empty() ? 1024 : slots_.size() * 2, 0);
  for (std::size_t i = 0; i < records_.size(); ++i)
    slots_[slot_of(records_[i])] = static_cast<std::uint32_t>(i + 1);
}

Ledger::Outcome Ledger::add(const Observation& observation) {
  if (records_.size() * 4 >= slots_.size() * 3) grow();
  const Record record = pack(observation);
  const std::size_t slot = slot_of(record);
  if (slots_[slot] == 0) {
    records_.push_back(record);
    slots_[slot] = static_cast<std::uint32_t>(records_.size());
    return Outcome::Added;
  }
  const Record& first = records_[slots_[slot] - 1];
  const bool same = first.state == record.state && first.flags == record.flags &&
                    first.bound == record.bound &&
                    (first.state != static_cast<std::uint8_t>(State::Known) ||
                     compare({first.coefficient, first.scale}, observation.value) == 0);
  return same ? Outcome::Repeated : Outcome::Conflicting;
}

std::optional<std::size_t> Ledger::find(const Observation& observation) const {
  const auto record = known(observation);
  if (!record || slots_.empty()) return std::nullopt;
  const std::uint32_t held = slots_[slot_of(*record)];
  if (held == 0) return std::nullopt;
  return held - 1;
}

void Ledger::each(std::string_view reporter,
                  const std::function<void(const Observation&)>& use) const {
  const auto wanted = places_.known(std::string(reporter));
  if (!reporter.empty() && !wanted) return;
  for (std::size_t i = 0; i < records_.size(); ++i)
    if (reporter.empty() || records_[i].reporter == *wanted) use(at(i));
}

}  // namespace kontor::briefing
