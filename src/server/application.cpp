#include "server/application.h"

#include <fmt/format.h>
#include <map>

#include "actions/event_log.h"
#include "actions/read_state.h"
#include "actions/read_view.h"
#include "actions/sessions.h"
#include "base/check.h"
#include "server/guard.h"
#include "server/problems.h"

namespace kontor::server {

namespace {

constexpr std::string_view session_cookie = "kontor_session";

// Names everything that a page depends on: what the reader may know, who they are, which page. No
// page depends on its query, so that strange queries cannot fill the cache.
std::string cache_key(const actions::View& view, const mission::Acting& acting,
                      const Request& request) {
  return fmt::format("{}|{}|{}|{}|{}|{}", view.etag, word(acting.role), acting.agency.value,
                     acting.organisation.value, acting.person.value, request.path);
}

std::string listed(const std::vector<std::string>& methods) {
  std::string list;
  for (const auto& method : methods) list += (list.empty() ? "" : ", ") + method;
  return list;
}

// The token of "Authorization: Bearer …"; "" where there is none.
std::string bearer_of(const Request& request) {
  const std::string_view header = request.header("authorization");
  constexpr std::string_view scheme = "bearer ";
  if (lower(header.substr(0, scheme.size())) != scheme) return {};
  return std::string(header.substr(scheme.size()));
}

}  // namespace

Application::Application(actions::Context& context, Options options)
    : context_(context),
      options_(std::move(options)),
      jobs_(context),
      hub_(context),
      cache_(options_.cache_bytes),
      kept_(options_.cache_bytes),
      post_room_(context, {options_.public_address, options_.mail_from}, options_.send_mail),
      provider_sign_in_(context, options_.fetch),
      files_(options_.web_folder) {
  bind_routes();
}

Application::Handlers Application::page_handlers() {
  return {
      {"session", &Application::session},
      {"sign_out", &Application::sign_out},
      {"mission_page", &Application::mission_page},
      {"programme", &Application::programme},
      {"placements", &Application::placements},
      {"activity_page", &Application::activity_page},
      {"organisations", &Application::organisations},
      {"organisation_page", &Application::organisation_page},
      {"people", &Application::people},
      {"person_page", &Application::person_page},
      {"feed_link", &Application::feed_link},
      {"end_feed_links", &Application::end_feed_links},
      {"agreements", &Application::agreements},
      {"figures", &Application::figures},
      {"plan_page", &Application::plan_page},
      {"certificate", &Application::certificate},
      {"start_plan", &Application::start_plan},
      {"stop_plan", &Application::stop_plan},
      {"publish_plan", &Application::publish_plan},
      {"changes", &Application::changes},
      {"change_detail", &Application::change_detail},
      {"fairness_page", &Application::fairness_page},
      {"why_page", &Application::why_page},
      {"grant_wish", &Application::grant_wish},
      {"preview_change", &Application::preview_change},
      {"try_change", &Application::try_change},
      {"apply_change", &Application::apply_change},
      {"undo_change", &Application::undo_change},
      {"undo_change_of_number", &Application::undo_change_of_number},
      {"locks", &Application::locks},
      {"lock", &Application::lock},
      {"unlock", &Application::unlock},
  };
}

void Application::bind_routes() {
  handlers_ = page_handlers();
  handlers_.merge(account_handlers());
  handlers_.merge(webhook_handlers());
  handlers_.merge(provider_handlers());
  handlers_.merge(host_handlers());
  handlers_.merge(password_handlers());
  handlers_.merge(office_handlers());
  handlers_.merge(import_handlers());
  handlers_.merge(register_handlers());
  handlers_.merge(release_handlers());
  handlers_.merge(export_handlers());
  const auto add = [this](std::string_view method, std::string_view path, ApiHandler handler,
                          std::string_view verb = "read_mission") {
    router_.add(std::string(method), path, [this, handler, verb](const Request& request) {
      const Reader reader = reader_of(request);
      if (auto refusal = refused_token(request, reader, verb)) return *std::move(refusal);
      return (this->*handler)(request, reader);
    });
  };
  for (const wire::Route& route : wire::routes) {
    CHECK(handlers_.contains(route.name));
    if (is_safe(route.method)) {
      add(route.method, route.path, handlers_.at(route.name), route.verb);
    } else {
      router_.add(std::string(route.method), route.path, [this, &route](const Request& request) {
        Reader reader = reader_of(request);
        if (auto refusal = refused_token(request, reader, route.verb)) return *std::move(refusal);
        const bool ends_viewing = route.name == "end_view_as" || route.name == "sign_out";
        if (reader.session.viewing && !ends_viewing) return problem(request, 403, "viewing");
        return write(route, request, std::move(reader));
      });
    }
  }
  add("GET", wire::event_stream, &Application::events);
  add("GET", wire::feed, &Application::feed);
  add("GET", "/newsroom.atom", &Application::newsroom_feed);
  add("GET", "/exports/{name}", &Application::export_of);
  add("GET", "/demo/{key}", &Application::demo_sign_in);
}

std::shared_ptr<const KeptAnswers::Kept> Application::kept_answer(const Request& request) {
  const auto version = actions::data_version(context_);
  return version ? kept_.find(request, *version, context_.now()) : nullptr;
}

Response Application::answer(Request request) {
  Response response;
  const auto version = actions::data_version(context_);  // before anything is read
  try {
    response = dispatch(request);
  } catch (const std::logic_error& fault) {  // base::Bug among them
    response = logged_fault(request, fault.what(), 500, "internal");
  } catch (const std::exception& failure) {
    response = logged_fault(request, failure.what(), 503, "unavailable");
  }
  add_security_headers(response);
  if (version && response.same_until > base::Instant{})
    kept_.keep(request, *version, response, route_of(request));
  return response;
}

std::string Application::route_of(const Request& request) const {
  const Router::Match match = router_.find(request.method, request.path);
  return match.handler == nullptr ? "other" : match.pattern;
}

void Application::hear_news() {
  actions::deliver_events(context_);
  jobs_.look();
}

Response Application::refuse(int status) const {
  Response response = problem({}, status, code_of(status));
  add_security_headers(response);
  return response;
}

Response Application::logged_fault(const Request& request, std::string_view what, int status,
                                   std::string_view code) {
  // Paths may carry a feed's secret: only the first segment is written.
  const std::string place = request.path.substr(0, request.path.find('/', 1));
  context_.log.write(base::Log::Level::Error, "request_failed",
                     {{"method", request.method}, {"path", place}, {"reason", what}});
  return problem(request, status, code);
}

Response Application::dispatch(Request& request) {
  Router::Match match = router_.find(request.method, request.path);
  if (!is_safe(request.method) && is_from_another_site(request))
    return problem(request, 403, "foreign_origin");
  if (match.handler == nullptr) return without_route(request, match);
  request.parameters = std::move(match.parameters);
  return (*match.handler)(request);
}

Response Application::without_route(const Request& request, const Router::Match& match) const {
  if (!match.allowed.empty()) {
    Response response = problem(request, 405, "method_not_allowed");
    response.headers.emplace_back("Allow", listed(match.allowed));
    return response;
  }
  const bool is_ours = request.path == "/api" || request.path.starts_with("/api/") ||
                       request.path.starts_with("/feeds/") || request.path.starts_with("/demo/");
  if (!is_ours && is_safe(request.method))
    if (auto file = files_.answer(request)) return std::move(*file);
  return problem(request, 404, "not_found");
}

Reader Application::reader_of(const Request& request) {
  if (const std::string bearer = bearer_of(request); !bearer.empty()) {
    const auto found = actions::find_api_token(context_, bearer);
    Reader reader;
    reader.unknown_token = !found;
    if (!found) return reader;
    reader.acting = found->session.acting;
    reader.token = bearer;
    reader.session = found->session;
    reader.by_token = Reader::ByToken{found->scope, found->api_version};
    return reader;
  }
  const std::string token(request.cookie(session_cookie));
  if (token.empty()) return {};
  auto session = actions::find_session(context_, token);
  if (!session) return {};
  return {session->acting, token, *std::move(session), {}, false};
}

Response Application::refused(const Request& request, const Reader& reader,
                              const actions::Refusal& refusal) const {
  return problem(request, refusal, reader.signed_in());
}

Response Application::page(const Request& request, const Reader& reader, const Build& build,
                           std::string_view type) {
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  const auto found = cache_.get(cache_key(**view, reader.acting, request),
                                [&] { return build(Directory(**view)); });
  if (!found) return problem(request, 404, "not_found");
  Response response = respond(request, *found, std::string(type));
  response.same_until = reader.session.same_until;
  return response;
}

std::string Application::cookie(std::string_view token, std::int64_t seconds) const {
  return cookie(session_cookie, "/", token, seconds);
}

std::string Application::cookie(std::string_view name, std::string_view path,
                                std::string_view value, std::int64_t seconds) const {
  return fmt::format("{}={}; Path={}; HttpOnly; SameSite=Lax; Max-Age={}{}", name, value, path,
                     seconds, options_.public_address.starts_with("https:") ? "; Secure" : "");
}

// Where the reader finds this server; a Host header with anything odd in it is not repeated.
std::string Application::address_of(const Request& request) const {
  if (!options_.public_address.empty()) return options_.public_address;
  const std::string host(request.header("host"));
  const bool plain = host.find_first_not_of(
                         "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                         "0123456789.-:[]") == std::string::npos;
  return "http://" + (plain ? host : std::string("localhost"));
}

}  // namespace kontor::server
