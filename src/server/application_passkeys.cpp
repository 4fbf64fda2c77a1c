#include "actions/passkeys.h"
#include "server/account_messages.h"
#include "server/answers.h"
#include "server/application.h"

// Passkeys: making them, signing in with them, and ending them.

namespace kontor::server {

namespace {

constexpr std::string_view passkey_cookie = "kontor_passkey";
constexpr std::string_view passkey_path = "/api";

wire::PasskeyQuestion passkey_question(const actions::PasskeyQuestion& asked) {
  return {asked.challenge, asked.relying_party, asked.account,
          asked.name,      asked.known,         asked.ends_at};
}

std::vector<wire::PasskeyRow> passkey_rows(const std::vector<store::Passkey>& passkeys) {
  std::vector<wire::PasskeyRow> rows;
  for (const store::Passkey& one : passkeys)
    rows.push_back({actions::id_of(one), one.name, one.made_at, one.used_at});
  return rows;
}

actions::PasskeyPlace passkey_place(const Request& request, const Reader& reader,
                                    const std::string& origin) {
  return {origin,
          std::string(request.cookie(passkey_cookie)),
          {std::string(request.header("user-agent")), reader.token}};
}

}  // namespace

Response Application::asked(const Request& request, const Reader& reader,
                            const actions::Outcome<actions::PasskeyQuestion>& question) {
  if (!question) return refused(request, reader, question.error());
  Response response = answered(passkey_question(*question));
  const auto seconds = std::chrono::seconds(actions::PasskeyLimits::good_for).count();
  response.headers.emplace_back(
      "Set-Cookie", cookie(passkey_cookie, passkey_path, question->browser_token, seconds));
  return response;
}

Response Application::begin_passkey(const Request& request, const Reader& reader) {
  return asked(request, reader,
               actions::begin_passkey(context_, reader.session, address_of(request)));
}

Response Application::add_passkey(const Request& request, const Reader& reader) {
  if (reader.session.account.empty() && !reader.session.first_passkey)
    return refused(request, reader, actions::Denied{actions::Verb::KeepOwnSignIn});
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_new_passkey(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto token = actions::add_passkey(
      context_, reader.session, {message->client_data, message->authenticator_data, {}, {}},
      message->name, passkey_place(request, reader, address_of(request)));
  if (!token || !token->empty()) return signed_in(request, reader, token);
  return answered(session_of(reader));
}

Response Application::begin_passkey_sign_in(const Request& request, const Reader& reader) {
  return asked(
      request, reader,
      actions::begin_passkey_sign_in(context_, address_of(request), network_of(request.peer)));
}

Response Application::sign_in_by_passkey(const Request& request, const Reader& reader) {
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_passkey_entry(request.body);
  if (!message) return refused(request, reader, message.error());
  return signed_in(
      request, reader,
      actions::sign_in_by_passkey(context_,
                                  {message->client_data, message->authenticator_data,
                                   message->credential, message->signature},
                                  passkey_place(request, reader, address_of(request))));
}

Response Application::passkeys(const Request& request, const Reader& reader) {
  return respond(
      request,
      page_of(wire::to_json(passkey_rows(actions::own_passkeys(context_, reader.session)))),
      "application/json");
}

Response Application::remove_passkey(const Request& request, const Reader& reader) {
  const auto removed =
      actions::remove_passkey(context_, reader.session, request.parameters.at("id"));
  if (!removed) return refused(request, reader, removed.error());
  return passkeys(request, reader);
}

Response Application::reset_passkeys(const Request& request, const Reader& reader) {
  const auto reset = actions::reset_passkeys(context_, reader.acting, request.parameters.at("id"),
                                             reader.session.account);
  if (!reset) return refused(request, reader, reset.error());
  hub_.end_account(request.parameters.at("id"));
  return accounts(request, reader);
}

}  // namespace kontor::server
