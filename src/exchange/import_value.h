#pragma once
#include <expected>
#include <string>
#include <string_view>

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

// A mail address as it stands, without the blanks around it. Code: bad_mail.
CellValue mail_address(std::string_view text);

// `text` without blanks, no-break spaces and line ends around it.
std::string_view trimmed(std::string_view text);

}  // namespace kontor::exchange
