#include "actions/event_log.h"

#include <fmt/format.h>
#include <sstream>

#include "actions/webhooks.h"
#include "base/check.h"
#include "store/events.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

constexpr int events_at_once = 100'000;  // more than are kept

std::string_view word(Audience audience) {
  return audience == Audience::Planners ? "planners" : "everybody";
}

struct Logged {
  std::string_view kind;
  std::string data;
};

Logged logged(const Published& event) {
  return {"published", fmt::format("{}", event.version)};
}

Logged logged(const PlanProgress& event) {
  return {"plan_progress", text_of(event)};
}

// Nothing for a kind that a newer Kontor has logged.
std::optional<Event> event_of(const store::LoggedEvent& row) {
  if (row.kind == "published") {
    Published event;
    std::istringstream(row.data) >> event.version;
    event.number = row.audience_number;
    return event;
  }
  if (row.kind != "plan_progress") return std::nullopt;
  auto event = read_plan_progress(row.data);
  CHECK(event.has_value());
  event->number = row.audience_number;
  return *std::move(event);
}

}  // namespace

std::string text_of(const PlanProgress& progress) {
  return fmt::format("{} {} {} {} {} {} {} {} {} {}", progress.job,
                     static_cast<int>(progress.state), progress.permille_done, progress.value,
                     progress.bound, progress.musts_placed, progress.musts_asked,
                     progress.wishes_placed, progress.wishes_asked, progress.draft);
}

std::optional<PlanProgress> read_plan_progress(const std::string& text) {
  std::istringstream in(text);
  PlanProgress progress;
  int state = 0;
  in >> std::boolalpha >> progress.job >> state >> progress.permille_done >> progress.value >>
      progress.bound >> progress.musts_placed >> progress.musts_asked >> progress.wishes_placed >>
      progress.wishes_asked >> progress.draft;
  if (in.fail() || state < 0 || state > static_cast<int>(JobState::Failed)) return std::nullopt;
  progress.state = static_cast<JobState>(state);
  return progress;
}

void log_event(Context& context, sql::Connection& connection, const Event& event) {
  const Logged row = std::visit([](const auto& one) { return logged(one); }, event);
  store::append_event(connection, word(audience_of(event)), row.kind, row.data);
  if (const auto* published = std::get_if<Published>(&event))
    queue_webhooks(context, connection, *published);
}

void deliver_events(Context& context) {
  if (context.events == nullptr) return;
  context.events->catch_up([&](std::int64_t& number) {
    std::vector<Event> events;
    const auto rows = context.store.read([&](sql::Connection& connection) {
      return store::read_events(connection, number, events_at_once);
    });
    for (const store::LoggedEvent& row : rows) {
      number = row.number;
      if (auto event = event_of(row)) events.push_back(*std::move(event));
    }
    return events;
  });
}

bool wait_for_news(Context& context, std::chrono::milliseconds most) {
  return context.store.wait_for_news(most);
}

std::string begin_events(Context& context) {
  return context.store.write([&](sql::Connection& connection) {
    EventNumbers told{};
    for (const Audience audience : all_audiences)
      told.at(static_cast<std::size_t>(audience)) = store::last_event(connection, word(audience));
    context.events->begin_at(store::last_event(connection), told);
    return store::event_log_start(connection);
  });
}

std::optional<std::vector<Event>> events_between(Context& context, Audience audience,
                                                 std::int64_t after, std::int64_t to) {
  const auto rows = context.store.read([&](sql::Connection& connection) {
    return store::read_events(connection, word(audience), after, to);
  });
  if (static_cast<std::int64_t>(rows.size()) != to - after) return std::nullopt;
  std::vector<Event> events;
  for (const store::LoggedEvent& row : rows)
    if (auto event = event_of(row)) events.push_back(*std::move(event));
  return events;
}

}  // namespace kontor::actions
