#pragma once
#include <string>

#include "base/decimal.h"
#include "base/text.h"

namespace kontor::briefing {

// "31 437 000 000" with the group and decimal signs of the language (CLDR 48): fr U+202F and comma,
// nl and de full stop and comma, en comma and full stop; a minus is U+2212.
std::string in_figures(base::Decimal number, base::Language language);

// An amount of a currency in billions or millions to one digit behind the sign, with its words:
// "32,9 milliards EUR". Amounts below a million stand in full.
std::string in_money(base::Decimal amount, std::string_view currency, base::Language language);

// "−1,1 %", to one digit, with the language's blank before the sign.
std::string in_percent(base::Decimal percent, base::Language language);

// "4ᵉ", "4de", "4.", "4th".
std::string in_ordinal(int number, base::Language language);

}  // namespace kontor::briefing
