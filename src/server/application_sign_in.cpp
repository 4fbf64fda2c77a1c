#include <fmt/format.h>

#include "actions/sign_in_by_mail.h"
#include "server/account_messages.h"
#include "server/answers.h"
#include "server/application.h"
#include "server/letters.h"

// How people sign in, and their sessions.

namespace kontor::server {

namespace {

constexpr std::string_view try_cookie = "kontor_sign_in";

}  // namespace

Response Application::begin_sign_in(const Request& request, const Reader& reader) {
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_sign_in_request(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto begun = actions::begin_sign_in(context_, message->mail, network_of(request.peer));
  if (!begun) return refused(request, reader, begun.error());
  if (begun->account)
    post_room_.send_soon(code_mail(
        begun->mission, {begun->account->acting.name, begun->account->mail},
        begun->account->language, begun->code,
        address_of(request) + "/sign-in#" + begun->link_token, context_.now(), post_room_.head()));
  Response response = answered(wire::SignInBegun{begun->ends_at});
  const auto seconds = std::chrono::seconds(actions::SignInLimits::good_for).count();
  response.headers.emplace_back("Set-Cookie",
                                cookie(try_cookie, "/api/sign-in", begun->browser_token, seconds));
  return response;
}

Response Application::signed_in(const Request& request, const Reader& before,
                                const actions::Outcome<std::string>& token) {
  if (!token) return refused(request, before, token.error());
  if (before.signed_in()) hub_.end(before.token);
  auto session = actions::find_session(context_, *token);
  if (!session) return refused(request, before, actions::Conflict{"wrong_code", ""});
  const auto seconds = actions::lifetime_of(session->own.role).absolute.count();
  Response response = answered(session_of({session->acting, *token, *session, {}, false}));
  response.headers.emplace_back("Set-Cookie", cookie(*token, seconds));
  response.headers.emplace_back("Set-Cookie", cookie(try_cookie, "/api/sign-in", "", 0));
  return response;
}

Response Application::sign_in_by_code(const Request& request, const Reader& reader) {
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_code_entry(request.body);
  if (!message) return refused(request, reader, message.error());
  const actions::SignInPlace place{std::string(request.header("user-agent")), reader.token};
  return signed_in(request, reader,
                   actions::sign_in_by_code(context_, std::string(request.cookie(try_cookie)),
                                            message->code, place));
}

Response Application::sign_in_by_link(const Request& request, const Reader& reader) {
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_link_entry(request.body);
  if (!message) return refused(request, reader, message.error());
  const actions::SignInPlace place{std::string(request.header("user-agent")), reader.token};
  return signed_in(request, reader, actions::sign_in_by_link(context_, message->link, place));
}

Response Application::sessions(const Request& request, const Reader& reader) {
  std::vector<wire::SessionRow> rows;
  for (const store::SignedIn& one : actions::own_sessions(context_, reader.session))
    rows.push_back(session_row(one, reader.session.id));
  return respond(request, page_of(wire::to_json(rows)), "application/json");
}

Response Application::end_session(const Request& request, const Reader& reader) {
  const auto ended =
      actions::end_own_session(context_, reader.session, request.parameters.at("id"));
  if (!ended) return refused(request, reader, ended.error());
  hub_.end_session(request.parameters.at("id"));
  return sessions(request, reader);
}

Response Application::view_as(const Request& request, const Reader& reader) {
  if (!actions::may(reader.acting, actions::Verb::ViewAs))
    return refused(request, reader, actions::Denied{actions::Verb::ViewAs});
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_view_as(request.body);
  if (!message) return refused(request, reader, message.error());
  mission::Acting wanted;
  wanted.role = message->role;
  wanted.agency.value = message->agency.value_or("");
  wanted.person.value = message->person.value_or("");
  const auto viewing = actions::view_as(context_, reader.token, wanted);
  if (!viewing) return refused(request, reader, viewing.error());
  hub_.end(reader.token);
  return answered(session_of(reader_of(request)));
}

Response Application::end_view_as(const Request& request, const Reader& reader) {
  const auto ended = actions::end_view_as(context_, reader.token);
  if (!ended) return refused(request, reader, ended.error());
  hub_.end(reader.token);
  return answered(session_of(reader_of(request)));
}

}  // namespace kontor::server
