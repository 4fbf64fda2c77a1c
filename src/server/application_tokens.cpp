#include "actions/api_tokens.h"
#include "server/answers.h"
#include "server/application.h"
#include "server/guard.h"

// Tokens for programs, and what a request with one may do.

namespace kontor::server {

namespace {

std::vector<wire::TokenRow> token_rows(const std::vector<store::ApiToken>& tokens) {
  std::vector<wire::TokenRow> rows;
  for (const store::ApiToken& one : tokens)
    rows.push_back(
        {one.id, one.name, one.scopes, one.api_version, one.made_at, one.ends_at, one.used_at});
  return rows;
}

}  // namespace

std::optional<Response> Application::refused_token(const Request& request, const Reader& reader,
                                                   std::string_view verb) {
  const std::string_view version = request.header("kontor-version");
  if (!version.empty() && version != actions::api_version)
    return problem(request, 400, "other_version");
  if (reader.unknown_token) {
    Response response = problem(request, 401, "bad_token");
    response.headers.emplace_back("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    return response;
  }
  if (!reader.by_token) return std::nullopt;
  if (reader.by_token->api_version != actions::api_version)
    return problem(request, 400, "other_version");
  const auto access = is_safe(request.method) ? actions::Access::Reads : actions::Access::Changes;
  if (actions::may_by_token(reader.by_token->scope, verb, access)) return std::nullopt;
  return problem(request, 403, "token_reach");
}

Response Application::tokens(const Request& request, const Reader& reader) {
  return respond(
      request,
      page_of(wire::to_json(token_rows(actions::own_api_tokens(context_, reader.session)))),
      "application/json");
}

Response Application::add_token(const Request& request, const Reader& reader) {
  if (reader.session.account.empty())
    return refused(request, reader, actions::Denied{actions::Verb::KeepOwnSignIn});
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_new_token(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto scope = actions::parse_token_scope(message->scope);
  if (!scope)
    return refused(request, reader,
                   base::Issues{{"unknown_word",
                                 "/scope",
                                 message->scope,
                                 {{"known", "read, write"}, {"hint", ""}},
                                 {}}});
  const bool is_days = message->days >= 0 && message->days < 1000;
  const auto made = actions::add_api_token(
      context_, reader.session,
      {message->name, *scope, is_days ? static_cast<int>(message->days) : 0});
  if (!made) return refused(request, reader, made.error());
  return answered(
      wire::MadeToken{made->token, token_rows(actions::own_api_tokens(context_, reader.session))});
}

Response Application::remove_token(const Request& request, const Reader& reader) {
  const auto removed =
      actions::remove_api_token(context_, reader.session, request.parameters.at("id"));
  if (!removed) return refused(request, reader, removed.error());
  hub_.end_session(request.parameters.at("id"));
  return tokens(request, reader);
}

}  // namespace kontor::server
