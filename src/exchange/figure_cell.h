#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace kontor::exchange {

// The number of a cell, exactly: "32929000000", "-1.5", "2.5E3", with a comma where
// `decimal_comma`. Nothing for anything else and for more than 18 digits that count.
std::optional<base::Decimal> cell_number(std::string_view text, bool decimal_comma = false);

// "202402", "2024-02", "2024M02", "2024Q1", "2024-S2", "202452" (the year in Comext), "2024" and
// full dates as the ledger writes them; nothing for any other text.
std::optional<std::string> cell_period(std::string_view text);

// Letters of status flags in order, each once: "p b" -> "bp". SDMX's A (normal) is no flag.
std::string cell_flags(std::string_view text);

// "15/09/25 11:00:00" or "2025-09-15T11:00:00Z" as "2025-09-15 11:00"; the text itself otherwise.
std::string cell_vintage(std::string_view text);

}  // namespace kontor::exchange
