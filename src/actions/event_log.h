#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/events.h"
#include "sql/connection.h"

// Events that must reach everybody, even who was away, are written to the log of the database in
// the transaction of what they tell of; every process then tells its own listeners. Nothing that
// was acknowledged is missed, and nothing is told that did not happen.

namespace kontor::actions {

// How far a plan is, as one line, and back; nothing for what was not so written.
std::string text_of(const PlanProgress& progress);
std::optional<PlanProgress> read_plan_progress(const std::string& text);

// Within Store::write. What everybody may hear waits for the webhooks too (actions/webhooks.h).
void log_event(Context& context, sql::Connection& connection, const Event& event);

// Tells the listeners of context.events what this and other processes have logged since. After
// every transaction that logged an event, and on every Store::wait_for_news.
void deliver_events(Context& context);

// Store::wait_for_news; by one thread of the process.
bool wait_for_news(Context& context, std::chrono::milliseconds most);

// What was logged before is no news. The start of the log's numbers (store::event_log_start).
std::string begin_events(Context& context);

// The kept events of an audience behind `after` up to `to`; nothing: not all of them are kept.
std::optional<std::vector<Event>> events_between(Context& context, Audience audience,
                                                 std::int64_t after, std::int64_t to);

}  // namespace kontor::actions
