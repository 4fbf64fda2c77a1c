#include "actions/passwords.h"
#include "server/account_messages.h"
#include "server/answers.h"
#include "server/application.h"

// Passwords, where the mission has them.

namespace kontor::server {

Application::Handlers Application::password_handlers() {
  return {{"sign_in_by_password", &Application::sign_in_by_password},
          {"password_state", &Application::password_state},
          {"set_password", &Application::set_password},
          {"remove_password", &Application::remove_password},
          {"set_password_use", &Application::set_password_use}};
}

Response Application::sign_in_by_password(const Request& request, const Reader& reader) {
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_password_entry(request.body);
  if (!message) return refused(request, reader, message.error());
  const actions::SignInPlace place{std::string(request.header("user-agent")), reader.token};
  return signed_in(request, reader,
                   actions::sign_in_by_password(context_, message->mail, message->password,
                                                network_of(request.peer), place));
}

Response Application::password_state(const Request& request, const Reader& reader) {
  const wire::PasswordState state{actions::has_passwords(context_),
                                  actions::has_own_password(context_, reader.session)};
  return respond(request, page_of(wire::to_json(state)), "application/json");
}

Response Application::set_password(const Request& request, const Reader& reader) {
  if (reader.session.account.empty())
    return refused(request, reader, actions::Denied{actions::Verb::KeepOwnSignIn});
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_new_password(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto done =
      actions::set_own_password(context_, reader.session, message->current, message->password);
  if (!done) return refused(request, reader, done.error());
  return password_state(request, reader);
}

Response Application::remove_password(const Request& request, const Reader& reader) {
  const auto done = actions::remove_own_password(context_, reader.session);
  if (!done) return refused(request, reader, done.error());
  return password_state(request, reader);
}

Response Application::set_password_use(const Request& request, const Reader& reader) {
  if (!actions::may(reader.acting, actions::Verb::ManageAccounts))
    return refused(request, reader, actions::Denied{actions::Verb::ManageAccounts});
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_password_use(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto done = actions::set_password_use(
      context_, reader.acting,
      message->used ? actions::PasswordUse::On : actions::PasswordUse::Off);
  if (!done) return refused(request, reader, done.error());
  return password_state(request, reader);
}

}  // namespace kontor::server
