#pragma once
#include <expected>
#include <string>
#include <string_view>

#include "base/time.h"

namespace kontor::exchange {

// Readers of single cells; what is refused comes as the code of a fault (import_fault.h).
using CellValue = std::expected<std::string, std::string_view>;

// A Belgian enterprise or VAT number as ten digits, from "BE 0403.199.702", "0403199702" or the
// nine digits that they had before 2005. The last two are 97 less the rest of the first eight by 97
// (Crossroads Bank for Enterprises). Codes: bad_enterprise_number (its form), wrong_check_digits.
CellValue enterprise_number(std::string_view text);

// The register number of another country, as it stands; one line. Code: bad_enterprise_number.
CellValue foreign_number(std::string_view text);

// A phone number as E.164, from an international spelling or that of `country` (ISO 3166), of which
// a few are known: BE, NL, LU, FR, DE, GB, US, CA. Codes: bad_phone, phone_without_country.
CellValue phone_number(std::string_view text, std::string_view country);

// A day: 2025-10-07, 7.10.2025, with slashes or dashes where only one of day and month can be meant
// (27/10/2025, 10/10/2025), or with the month's name in four languages (7 octobre 2025). Codes:
// bad_date, ambiguous_date (a day and a month that could change places).
std::expected<base::LocalDate, std::string_view> day_value(std::string_view text);

// A time of day in minutes since midnight: 9:30, 09h30, 9 h, 14.30, 9u30, 9 Uhr, 2:30 pm. Code:
// bad_time.
std::expected<int, std::string_view> time_value(std::string_view text);

// A whole number from 1 on, below a million. Code: bad_count.
std::expected<int, std::string_view> count_value(std::string_view text);

// A mail address as it stands, without the blanks around it. Code: bad_mail.
CellValue mail_address(std::string_view text);

// `text` without blanks, no-break spaces and line ends around it.
std::string_view trimmed(std::string_view text);

}  // namespace kontor::exchange
