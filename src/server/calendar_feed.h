#pragma once
#include <string>

#include "base/text.h"
#include "exchange/calendar_write.h"
#include "mission/acting.h"
#include "server/directory.h"

namespace kontor::server {

// The agenda of the person in `directory`, to be written as a file. Events keep their uid while
// time, table or place change.
exchange::Calendar calendar_of(const Directory& directory, const mission::PersonId& person,
                               base::Language language);

// The agenda of the person in `directory`, a view of just what they may know, as an iCalendar file
// in `language`. The same view gives the same bytes.
std::string calendar_feed(const Directory& directory, const mission::PersonId& person,
                          base::Language language);

}  // namespace kontor::server
