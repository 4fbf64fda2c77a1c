#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace kontor::briefing {

// The reporter's side of a flow. Balance and Total only where a source publishes them itself.
enum class Flow : std::uint8_t { None, Export, Import, Balance, Total };

// Community: all that crosses the border under EU rules; National: without the operations of
// non-residents; General and Special as a customs statistic calls them.
enum class TradeConcept : std::uint8_t { Unstated, National, Community, General, Special };

enum class Valuation : std::uint8_t { Unstated, Fob, Cif, Fas, Customs };

// Absent is not zero, and suppressed is not absent.
enum class State : std::uint8_t { Known, Absent, Suppressed };

// How a source words its number: "more than 500" is a bound, not a value.
enum class Bound : std::uint8_t { Exact, About, MoreThan, LessThan };

// One number with everything that says which number it is. Codes are normalised: places are
// ISO 3166 ("BE", "US-CA", "BE-VLG") or WORLD, EU, EXTRA_EU, INTRA_EU; periods are "2024",
// "2024-Q1", "2024-S2", "2024-02" or "2024-02-13"; a money's unit is its ISO 4217 code.
struct Observation {
  std::string source{};    // key of sources.h: "eurostat"
  std::string dataset{};   // "DS-059341"
  std::string reporter{};  // whose statistic
  std::string partner{};   // the other end of the flow
  Flow flow = Flow::None;
  std::string classification{};  // TOTAL, SECTION, HS2, HS4, HS6, CN8, SITC …
  std::string product{};         // its code; "TOTAL" for all goods
  TradeConcept trade_concept = TradeConcept::Unstated;
  Valuation valuation = Valuation::Unstated;
  std::string measure{};  // value, quantity, exchange_rate, participants, companies …
  std::string unit{};     // EUR, USD, 100KG, KG, person …
  std::string period{};
  base::Decimal value{};  // in whole units; meaningless unless Known
  State state = State::Known;
  Bound bound = Bound::Exact;
  std::string flags{};      // letters in order, each once: "bp"
  std::string vintage{};    // when the source released it: "2025-09-15" or with a time
  std::string retrieved{};  // when it was fetched: "2025-10-01"
  std::string origin{};     // file or address that it was read from

  bool operator==(const Observation&) const = default;
};

// The word for each enumerator in files and messages, and back; nothing for another word.
std::string_view word(Flow flow);
std::string_view word(TradeConcept trade_concept);
std::string_view word(Valuation valuation);
std::string_view word(State state);
std::string_view word(Bound bound);
std::optional<Flow> flow_of(std::string_view word);
std::optional<TradeConcept> concept_of(std::string_view word);
std::optional<Valuation> valuation_of(std::string_view word);
std::optional<State> state_of(std::string_view word);
std::optional<Bound> bound_of(std::string_view word);

// "eurostat DS-059341, BE export to US, TOTAL, community, FOB, EUR, 2024, vintage 2025-09-15".
std::string source_line(const Observation& observation);

// What tells two observations apart but for the vintage, as one text.
std::string series_key(const Observation& observation);

}  // namespace kontor::briefing
