#pragma once
#include <array>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "briefing/observation.h"

namespace kontor::exchange {

// What a column or dimension of a statistical message says, whatever its agency calls it.
enum class Role {
  Dataset,
  Updated,
  Action,
  Frequency,
  Reporter,
  Partner,
  Product,
  Flow,
  Concept,
  Indicator,
  Currency,
  CurrencyPer,
  RateType,
  Period,
  Value,
  Flags,
  Confidentiality,
  Unit,
  Multiplier,
  Ignored
};
inline constexpr std::size_t role_count = static_cast<std::size_t>(Role::Ignored) + 1;

// RateType is the ECB's EXR_SUFFIX: A an average, E the end of the period.
// The role of a column by its name in any spelling of case; nothing for an unknown one.
std::optional<Role> role_of(std::string_view column);

// One observation of an SDMX message (CSV, JSON, XML), of JSON-stat or of Eurostat's tables, as
// codes by role; an empty view where the message lacks the role.
struct SdmxRow {
  std::array<std::string_view, role_count> cells{};
  bool decimal_comma = false;

  std::string_view operator[](Role role) const { return cells[static_cast<std::size_t>(role)]; }
  std::string_view& operator[](Role role) { return cells[static_cast<std::size_t>(role)]; }
};

// Which code was not understood: the role's word and the code.
struct UnknownCode {
  std::string_view code;  // of the issue: unknown_code, bad_number, impossible_period
  std::string_view what;
  std::string value;
};

// The observation that the row states, by the rules of its agency: Eurostat's Comext ("DS-…"),
// NBB's foreign trade ("BE2:DF_EXTTRADE…") and rates (DF_EXR), ECB's EXR.
std::expected<briefing::Observation, UnknownCode> to_observation(const SdmxRow& row);

}  // namespace kontor::exchange
