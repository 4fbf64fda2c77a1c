#pragma once
#include <string>
#include <vector>

#include "exchange/calendar_write.h"

// What somebody was told of their days, and what of it is no longer so.

namespace kontor::server {

// The events as a text that stays the same while none of them changes: an event a line, with uid,
// start, end, zone, summary and location between tabs.
std::string told_text(const std::vector<exchange::CalendarEvent>& events);

struct AgendaChanges {
  std::vector<exchange::CalendarEvent> added;
  std::vector<exchange::CalendarEvent> moved;    // as they are now
  std::vector<exchange::CalendarEvent> removed;  // as they were told

  bool empty() const { return added.empty() && moved.empty() && removed.empty(); }
};

// What `events` bring that the text of told_text() does not say. Each by its uid.
AgendaChanges changes_of(const std::string& told,
                         const std::vector<exchange::CalendarEvent>& events);

}  // namespace kontor::server
