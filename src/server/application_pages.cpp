#include <algorithm>
#include <charconv>
#include <limits>

#include "actions/feed_link.h"
#include "actions/feed_person.h"
#include "actions/read_changes.h"
#include "actions/read_view.h"
#include "actions/rights.h"
#include "server/application.h"
#include "server/calendar_feed.h"
#include "server/paging.h"
#include "server/problems.h"

// What GET answers.

namespace kontor::server {

namespace {

template <class Message>
std::optional<std::string> json_of(const std::optional<Message>& message) {
  if (!message) return std::nullopt;
  return wire::to_json(*message);
}

template <class Message>
std::string json_of_list(const std::vector<Message>& list) {
  return wire::to_json(list);
}

Subscription subscription_of(const mission::Acting& acting, const Directory& directory,
                             const mission::PersonId& id) {
  const auto* person = directory.person(id);
  const bool allowed =
      person != nullptr &&
      actions::may_link_feed(acting, *person, directory.organisation(person->organisation));
  return allowed ? Subscription::Allowed : Subscription::Denied;
}

std::optional<base::Language> asked_language(const Request& request) {
  const auto asked = request.query.find("lang");
  return asked == request.query.end() ? std::nullopt : base::language_of(asked->second);
}

// The first language of the person whose feed it is.
base::Language own_language(const Directory& directory, const mission::PersonId& id) {
  const auto* person = directory.person(id);
  return person == nullptr || person->languages.empty() ? base::Language::En
                                                        : person->languages.front();
}

}  // namespace

// All rows at once, or where `limit` or `cursor` is asked for a page of them: those behind the row
// that the cursor names. The address of the next page stands in the header Link (RFC 8288).
template <class Row>
Response Application::list(const Request& request, const Reader& reader,
                           std::vector<Row> (*rows)(const Directory&)) {
  const auto cursor = request.query.find("cursor");
  if (!request.query.contains("limit") && cursor == request.query.end())
    return page(request, reader,
                [rows](const Directory& directory) { return json_of_list(rows(directory)); });
  const auto limit = number_in(request, "limit", usual_rows, 1, most_rows);
  if (!limit) return problem(request, 422, "invalid", limit.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  const std::vector<Row> all = rows(Directory(**view));
  auto first = all.begin();
  if (cursor != request.query.end()) {
    first = std::ranges::find(all, cursor->second, &Row::id);
    if (first == all.end())
      return problem(
          request, 422, "invalid",
          {{"unknown_reference", "/cursor", cursor->second, {{"noun", "row"}, {"hint", ""}}, {}}});
    ++first;
  }
  const auto last = first + std::min<std::int64_t>(*limit, all.end() - first);
  Response response =
      respond(request, page_of(json_of_list(std::vector<Row>(first, last))), "application/json");
  if (last != all.end() && last != first) link_next(response, request, *limit, std::prev(last)->id);
  return response;
}

Response Application::mission_page(const Request& request, const Reader& reader) {
  return page(request, reader, [](const Directory& directory) {
    return wire::to_json(server::mission_page(directory));
  });
}

Response Application::programme(const Request& request, const Reader& reader) {
  return page(request, reader, [](const Directory& directory) {
    return wire::to_json(server::programme(directory));
  });
}

Response Application::placements(const Request& request, const Reader& reader) {
  return page(request, reader, [](const Directory& directory) {
    return wire::to_json(server::placements(directory));
  });
}

Response Application::activity_page(const Request& request, const Reader& reader) {
  return page(request, reader, [&](const Directory& directory) {
    return json_of(server::activity_page(directory, {request.parameters.at("id")}));
  });
}

Response Application::organisations(const Request& request, const Reader& reader) {
  return list(request, reader, organisation_rows);
}

Response Application::organisation_page(const Request& request, const Reader& reader) {
  return page(request, reader, [&](const Directory& directory) {
    return json_of(server::organisation_page(directory, {request.parameters.at("id")}));
  });
}

Response Application::people(const Request& request, const Reader& reader) {
  return list(request, reader, person_rows);
}

Response Application::person_page(const Request& request, const Reader& reader) {
  return page(request, reader, [&](const Directory& directory) {
    const mission::PersonId id{request.parameters.at("id")};
    return json_of(
        server::person_page(directory, id, subscription_of(reader.acting, directory, id)));
  });
}

Response Application::agreements(const Request& request, const Reader& reader) {
  return list(request, reader, agreement_rows);
}

Response Application::figures(const Request& request, const Reader& reader) {
  return list(request, reader, figure_rows);
}

Response Application::plan_page(const Request& request, const Reader& reader) {
  return page(request, reader, [](const Directory& directory) {
    return wire::to_json(server::plan_page(directory));
  });
}

Response Application::certificate(const Request& request, const Reader& reader) {
  if (!actions::may_see(reader.acting, actions::Matter::Proof))
    return refused(request, reader, actions::Denied{actions::Verb::ReadMission});
  const auto build = [](const Directory& directory) -> std::optional<std::string> {
    if (directory.plan().certificate.empty()) return std::nullopt;
    return directory.plan().certificate;
  };
  return page(request, reader, build, "text/plain; charset=utf-8");
}

Response Application::changes(const Request& request, const Reader& reader) {
  base::Issues issues;
  const auto number = [&](const std::string& name, std::int64_t fallback, std::int64_t least) {
    const auto most = name == "limit" ? most_rows : std::numeric_limits<std::int64_t>::max();
    auto read = number_in(request, name, fallback, least, most);
    if (!read) issues.insert(issues.end(), read.error().begin(), read.error().end());
    return read.value_or(fallback);
  };
  const auto limit = static_cast<int>(number("limit", usual_rows, 1));
  const std::int64_t before = number("after", std::numeric_limits<std::int64_t>::max(), 1);
  const std::int64_t since = number("since", -1, 0);
  if (!issues.empty()) return problem(request, 422, "invalid", issues);
  const auto changes = since >= 0
                           ? actions::read_changes_since(context_, reader.acting, since, limit)
                           : actions::read_changes(context_, reader.acting, before, limit);
  if (!changes) return refused(request, reader, changes.error());
  return respond(request, page_of(wire::to_json(change_page(*changes))), "application/json");
}

Response Application::fairness_page(const Request& request, const Reader& reader) {
  int minimum = 0;
  if (const auto asked = request.query.find("minimum"); asked != request.query.end()) {
    const char* end = asked->second.data() + asked->second.size();
    const auto [at, error] = std::from_chars(asked->second.data(), end, minimum);
    if (at != end || error != std::errc() || minimum < 1 || minimum > 100)
      return problem(request, 422, "invalid",
                     {{"out_of_range",
                       "/minimum",
                       asked->second,
                       {{"expected", "a whole number from 1 to 100"}},
                       {}}});
  }
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  return respond(request, page_of(wire::to_json(server::fairness_page(Directory(**view), minimum))),
                 "application/json");
}

Response Application::why_page(const Request& request, const Reader& reader) {
  const mission::WishId wish{request.parameters.at("id")};
  const auto answer = actions::ask_why(context_, reader.acting, wish);
  if (!answer) return refused(request, reader, answer.error());
  return respond(request, page_of(wire::to_json(server::why_page(*answer, wish))),
                 "application/json");
}

// Unknown, ended and malformed links are told apart by nobody.
Response Application::feed(const Request& request, const Reader&) {
  const auto acting = actions::feed_person(context_, request.parameters.at("token"));
  if (!acting) return problem(request, 404, "not_found");
  const auto language = asked_language(request);
  Request nameless = request;  // the secret must not become a key of the cache
  nameless.path = "/feeds/" + std::string(language ? base::code(*language) : "");
  const auto build = [&](const Directory& directory) {
    return calendar_feed(directory, acting->person,
                         language ? *language : own_language(directory, acting->person));
  };
  Response response =
      page(nameless, {*acting, "feed", {}, {}, false}, build, "text/calendar; charset=utf-8");
  response.headers.emplace_back("Content-Disposition", "inline; filename=\"kontor.ics\"");
  return response;
}

Response Application::events(const Request& request, const Reader& reader) {
  std::string_view last = request.header("last-event-id");
  if (const auto asked = request.query.find("last_event_id");
      last.empty() && asked != request.query.end())
    last = asked->second;
  Response response;
  response.type = "text/event-stream";
  response.headers.emplace_back("Cache-Control", "no-store");
  response.headers.emplace_back("X-Accel-Buffering", "no");
  if (request.method == "HEAD") return response;
  response.stream =
      hub_.open(reader.acting, {reader.token, reader.session.id, reader.session.account}, last,
                [&] { return events_so_far(reader.acting); });
  return response;
}

std::vector<actions::Event> Application::events_so_far(const mission::Acting& acting) {
  std::vector<actions::Event> events;
  const auto view = actions::read_view(context_, acting);
  if (view && (*view)->published)
    events.emplace_back(actions::Published{(*view)->published->version});
  if (const auto progress = jobs_.latest(acting)) events.emplace_back(*progress);
  return events;
}

}  // namespace kontor::server
