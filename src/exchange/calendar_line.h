#pragma once
#include <string>
#include <string_view>

namespace kontor::exchange {

// `text` as an iCalendar TEXT value (RFC 5545, section 3.3.11): backslash, comma, semicolon and
// line ends escaped, other control characters dropped.
std::string calendar_text(std::string_view text);

// Appends "name:value" as one content line, folded at 75 octets (RFC 5545, section 3.1) without
// cutting a character.
void add_calendar_line(std::string& out, std::string_view name, std::string_view value);

}  // namespace kontor::exchange
