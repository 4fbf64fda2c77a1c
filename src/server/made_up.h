#pragma once
#include <string_view>

#include "base/text.h"
#include "mission/record.h"

namespace kontor::server {

// What of the record is made up, as a sentence; empty where nothing is.
std::string_view made_up_words(const mission::Record& record, base::Language language);

}  // namespace kontor::server
