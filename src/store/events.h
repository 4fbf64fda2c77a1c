#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sql/connection.h"

// The log of what happened, from which streams of events resume. All throw sql::Error; writers are
// called within Store::write.

namespace kontor::store {

// Events are numbered from 1 twice: among all, which nobody is told, and among those of one
// audience, without a gap, so that no number tells of an event for others.
struct LoggedEvent {
  std::int64_t number = 0;
  std::string audience;
  std::int64_t audience_number = 0;
  std::string kind;
  std::string data;

  bool operator==(const LoggedEvent&) const = default;
};

// How many of each audience are kept.
inline constexpr std::int64_t kept_events = 10'000;

// Adds an event, forgets what is too old and announces it (sql::Driver::announce).
void append_event(sql::Connection& connection, std::string_view audience, std::string_view kind,
                  std::string_view data);

// At most `limit` events behind `number`, in order.
std::vector<LoggedEvent> read_events(sql::Connection& connection, std::int64_t number, int limit);
// Those of an audience with numbers above `after` up to `to`, in order.
std::vector<LoggedEvent> read_events(sql::Connection& connection, std::string_view audience,
                                     std::int64_t after, std::int64_t to);

// The latest number of all, and of an audience; 0: none was ever there.
std::int64_t last_event(sql::Connection& connection);
std::int64_t last_event(sql::Connection& connection, std::string_view audience);

// What tells the numbers of this log from those of others: made with the first call, kept since.
std::string event_log_start(sql::Connection& connection);
// Gives the log another start: after a restore, numbers may come again for other events.
void restart_event_log(sql::Connection& connection);

}  // namespace kontor::store
