#include "server/watched.h"

#include <algorithm>
#include <fmt/format.h>

#include "actions/read_state.h"
#include "base/hash.h"
#include "server/guard.h"
#include "server/problems.h"

namespace kontor::server {

namespace {

using Clock = std::chrono::steady_clock;
constexpr int burst_seconds = 5;      // of a session, in requests at its usual rate
constexpr int sessions_behind = 100;  // that one address may stand for: a hotel, a ministry

// The trace of a W3C traceparent header, "00-4bf9…-00f0…-01"; else a number of our own.
std::string id_of(const Request& request) {
  const std::string_view parent = request.header("traceparent");
  const bool good = parent.size() == 55 && parent[2] == '-' && parent[35] == '-' &&
                    parent.substr(3, 32).find_first_not_of("0123456789abcdef") == parent.npos;
  return good ? std::string(parent.substr(3, 32)) : base::random_hex(8);
}

// "kontor.example:8443" without its port, "[::1]:80" too.
std::string name_in(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  const bool port = colon != host.npos && host.find(']', colon) == host.npos;
  return lower(port ? host.substr(0, colon) : host);
}

std::string_view last_forwarded(const Request& request) {
  std::string_view list = request.header("x-forwarded-for");
  if (const auto comma = list.rfind(','); comma != list.npos) list.remove_prefix(comma + 1);
  while (list.starts_with(' ')) list.remove_prefix(1);
  return list;
}

Response plain(int status, std::string body) {
  Response response;
  response.status = status;
  response.type = "text/plain; charset=utf-8";
  response.body = std::move(body);
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

}  // namespace

Watched::Watched(actions::Context& context, Application& application, Options options)
    : context_(context),
      application_(application),
      options_(std::move(options)),
      by_session_(options_.requests_per_second, options_.requests_per_second * burst_seconds),
      by_address_(options_.requests_per_second * sessions_behind,
                  options_.requests_per_second * sessions_behind * burst_seconds) {}

void Watched::begin(Request& request) const {
  request.id = id_of(request);
  if (options_.behind_proxy)
    if (const auto forwarded = last_forwarded(request); !forwarded.empty())
      request.peer = forwarded;
}

std::optional<Response> Watched::answer_at_once(Request& request) {
  const auto started = Clock::now();
  const auto kept = application_.kept_answer(request);
  if (!kept) return std::nullopt;
  begin(request);
  auto refused = refusal(request);
  if (refused) add_security_headers(*refused);
  Response response = refused ? *std::move(refused) : kept->response;
  response.headers.emplace_back("X-Request-Id", request.id);
  note(request, kept->route, response, Clock::now() - started);
  return response;
}

Response Watched::answer(Request request) {
  const auto started = Clock::now();
  begin(request);
  auto refused = health(request);
  if (!refused) refused = refusal(request);
  if (refused) add_security_headers(*refused);
  Response response = refused ? *std::move(refused) : application_.answer(request);
  response.headers.emplace_back("X-Request-Id", request.id);
  note(request, application_.route_of(request), response, Clock::now() - started);
  return response;
}

Response Watched::operations(const Request& request) {
  if (auto answer = health(request)) return *std::move(answer);
  if (request.path != "/metrics" || !is_safe(request.method)) return plain(404, "not found\n");
  Response response = plain(200, metrics_.text());
  response.type = "text/plain; version=0.0.4; charset=utf-8";
  return response;
}

// Healthy: the process answers. Ready: it can also read the database.
std::optional<Response> Watched::health(const Request& request) {
  if (request.path == "/healthz") return plain(200, "ok\n");
  if (request.path != "/readyz") return std::nullopt;
  try {
    actions::read_state(context_);
    return plain(200, "ready\n");
  } catch (const std::exception&) {
    return plain(503, "the database does not answer\n");
  }
}

std::optional<Response> Watched::refusal(const Request& request) {
  if (!options_.hosts.empty() &&
      std::ranges::find(options_.hosts, name_in(request.header("host"))) == options_.hosts.end())
    return problem(request, 421, "foreign_host");
  std::string session(request.header("authorization"));
  if (session.empty()) session = request.cookie("kontor_session");
  const auto now = Clock::now();
  int wait = by_address_.wait_seconds(request.peer, now);
  // What the web application is made of is the same for all, and a page may need a dozen of it.
  if (wait == 0 && !request.path.starts_with("/assets/"))
    wait = by_session_.wait_seconds(session.empty() ? request.peer : session, now);
  if (wait == 0) return std::nullopt;
  Response response = problem(request, 429, "too_many_requests");
  response.headers.emplace_back("Retry-After", fmt::format("{}", wait));
  return response;
}

void Watched::note(const Request& request, std::string_view route, const Response& response,
                   std::chrono::nanoseconds took) {
  metrics_.count_request(route, response.status, took);
  if (!options_.log_requests) return;
  const auto milliseconds = std::chrono::duration<double, std::milli>(took).count();
  context_.log.write(base::Log::Level::Info, "request",
                     {{"id", request.id},
                      {"method", request.method},
                      {"route", route},
                      {"status", fmt::format("{}", response.status)},
                      {"bytes", fmt::format("{}", response.bytes().size())},
                      {"ms", fmt::format("{:.2f}", milliseconds)}});
}

std::vector<std::string> hosts_of(const std::string& host, const std::string& public_address) {
  std::vector<std::string> hosts;
  const std::size_t begin = public_address.find("://");
  if (begin != public_address.npos) {
    const std::string rest = public_address.substr(begin + 3);
    hosts.push_back(name_in(rest.substr(0, rest.find('/'))));
  }
  const bool everywhere = host == "0.0.0.0" || host == "::";
  if (everywhere && hosts.empty()) return {};
  for (const std::string& own :
       {lower(host), std::string("localhost"), std::string("127.0.0.1"), std::string("[::1]")})
    hosts.push_back(own);
  return hosts;
}

}  // namespace kontor::server
