#include "store/events.h"

#include "base/hash.h"

namespace kontor::store {

namespace {

constexpr int start_bytes = 6;

std::vector<LoggedEvent> events_of(sql::Query query) {
  std::vector<LoggedEvent> events;
  while (query.step())
    events.push_back(
        {query.integer(0), query.text(1), query.integer(2), query.text(3), query.text(4)});
  return events;
}

}  // namespace

void append_event(sql::Connection& connection, std::string_view audience, std::string_view kind,
                  std::string_view data) {
  connection.run(
      "INSERT INTO event (number, audience, audience_number, kind, data) "
      "SELECT (SELECT coalesce(max(number), 0) + 1 FROM event), $1, "
      "(SELECT coalesce(max(audience_number), 0) + 1 FROM event WHERE audience = $1), $2, $3",
      audience, kind, data);
  connection.run("DELETE FROM event WHERE audience = $1 AND audience_number <= $2", audience,
                 last_event(connection, audience) - kept_events);
  connection.announce();
}

std::vector<LoggedEvent> read_events(sql::Connection& connection, std::int64_t number, int limit) {
  return events_of(connection.query(
      "SELECT number, audience, audience_number, kind, data FROM event WHERE number > $1 "
      "ORDER BY number LIMIT $2",
      number, limit));
}

std::vector<LoggedEvent> read_events(sql::Connection& connection, std::string_view audience,
                                     std::int64_t after, std::int64_t to) {
  return events_of(connection.query(
      "SELECT number, audience, audience_number, kind, data FROM event WHERE audience = $1 "
      "AND audience_number > $2 AND audience_number <= $3 ORDER BY audience_number",
      audience, after, to));
}

std::int64_t last_event(sql::Connection& connection) {
  sql::Query query = connection.query("SELECT coalesce(max(number), 0) FROM event");
  query.step();
  return query.integer(0);
}

std::int64_t last_event(sql::Connection& connection, std::string_view audience) {
  sql::Query query = connection.query(
      "SELECT coalesce(max(audience_number), 0) FROM event WHERE audience = $1", audience);
  query.step();
  return query.integer(0);
}

std::string event_log_start(sql::Connection& connection) {
  connection.run("INSERT INTO event_log (one, start) VALUES (1, $1) ON CONFLICT (one) DO NOTHING",
                 base::random_hex(start_bytes));
  sql::Query query = connection.query("SELECT start FROM event_log");
  query.step();
  return query.text(0);
}

void restart_event_log(sql::Connection& connection) {
  connection.run("UPDATE event_log SET start = $1", base::random_hex(start_bytes));
}

}  // namespace kontor::store
