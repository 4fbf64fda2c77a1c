#pragma once
#include <string>
#include <string_view>

#include "base/issue.h"
#include "base/text.h"

// The sentences that the server says, in the reader's language.

namespace kontor::server {

// What a refusal is called and what to do about it. Codes stand in words_table.h; "internal" stands
// in for an unknown one.
struct Wording {
  std::string_view title;
  std::string_view detail;
};
Wording wording(std::string_view code, base::Language language);

// The words of an issue's code before anything stands in for {path}, {value} and its parameters;
// empty for an unknown one.
std::string_view issue_wording(std::string_view code, base::Language language);

// base::sentence in any of the four languages, without the place; an unknown code in English.
std::string sentence(const base::Issue& issue, base::Language language);

// The language that an Accept-Language header prefers (RFC 9110, section 12.5.4) among ours;
// English where it names none of them.
base::Language preferred_language(std::string_view accept_language);

}  // namespace kontor::server
