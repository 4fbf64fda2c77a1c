#include "server/problems.h"

#include <algorithm>

#include "server/words.h"
#include "wire/messages.h"

namespace kontor::server {

namespace {

wire::Fault fault_of(const base::Issue& issue, base::Language language) {
  return {issue.code, issue.path, issue.value, sentence(issue, language)};
}

bool is_syntax(const base::Issues& issues) {
  return std::ranges::any_of(issues, [](const auto& issue) { return issue.code == "bad_syntax"; });
}

int status_of(std::string_view conflict) {
  if (conflict == "no_mission") return 404;
  if (conflict == "wrong_code" || conflict == "wrong_passkey" ||
      conflict == "wrong_provider_answer" || conflict == "not_invited" ||
      conflict == "wrong_password")
    return 403;
  if (conflict == "provider_busy" || conflict == "passwords_busy") return 503;
  return conflict == "too_many_tries" ? 429 : 409;
}

Response worded(const Request& request, int status, std::string_view code,
                const base::Issues& issues, wire::Problem message) {
  const auto language = preferred_language(request.header("accept-language"));
  const Wording words = wording(code, language);
  message.type = "urn:kontor:problem:" + std::string(code);
  message.title = words.title;
  message.status = status;
  message.detail = words.detail;
  if (!request.id.empty()) message.instance = "urn:kontor:request:" + request.id;
  for (const auto& issue : issues) message.issues.push_back(fault_of(issue, language));
  Response response;
  response.status = status;
  response.type = "application/problem+json";
  response.body = wire::to_json(message);
  response.headers.emplace_back("Cache-Control", "no-store");
  response.headers.emplace_back("Content-Language", base::code(language));
  return response;
}

}  // namespace

Response problem(const Request& request, int status, std::string_view code,
                 const base::Issues& issues) {
  return worded(request, status, code, issues, {});
}

Response problem(const Request& request, int status, std::string_view code,
                 const Versions& versions) {
  wire::Problem message;
  if (!versions.given.empty()) message.given = versions.given;
  if (!versions.current.empty()) message.current = versions.current;
  return worded(request, status, code, {}, std::move(message));
}

Response problem(const Request& request, const actions::Refusal& refusal, bool signed_in) {
  if (std::holds_alternative<actions::Denied>(refusal)) {
    if (signed_in) return problem(request, 403, "denied");
    Response response = problem(request, 401, "sign_in_required");
    response.headers.emplace_back("WWW-Authenticate", "Cookie realm=\"Kontor\"");
    return response;
  }
  if (std::holds_alternative<actions::Missing>(refusal)) return problem(request, 404, "not_found");
  if (const auto* conflict = std::get_if<actions::Conflict>(&refusal))
    return problem(request, status_of(conflict->code), conflict->code,
                   Versions{conflict->given, conflict->current});
  const auto& issues = std::get<base::Issues>(refusal);
  return problem(request, is_syntax(issues) ? 400 : 422, "invalid", issues);
}

std::string_view code_of(int status) {
  switch (status) {
    case 413:
      return "too_large";
    case 429:
      return "too_many_requests";
    case 431:
      return "headers_too_large";
    case 500:
      return "internal";
    default:
      return "bad_request";
  }
}

}  // namespace kontor::server
