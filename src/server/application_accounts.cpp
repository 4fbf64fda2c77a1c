#include "actions/accounts.h"
#include "actions/outbox.h"
#include "actions/passkeys.h"
#include "actions/read_view.h"
#include "server/account_messages.h"
#include "server/answers.h"
#include "server/application.h"
#include "server/paging.h"

// Accounts and the outbox: for the office.

namespace kontor::server {

namespace {

constexpr int usual_letters = 500;

base::Checked<actions::NewAccount> account_of(const wire::NewAccount& message) {
  actions::NewAccount wanted;
  wanted.mail = message.mail;
  wanted.acting.role = message.role;
  wanted.acting.agency.value = message.agency.value_or("");
  wanted.acting.person.value = message.person.value_or("");
  wanted.acting.name = message.name.value_or("");
  if (!message.language) return wanted;
  wanted.language = base::language_of(*message.language);
  if (!wanted.language)
    return std::unexpected(base::Issues{{"unknown_word",
                                         "/language",
                                         *message.language,
                                         {{"known", "fr, nl, de, en"}, {"hint", ""}},
                                         {}}});
  return wanted;
}

}  // namespace

Application::Handlers Application::account_handlers() {
  return {
      {"begin_sign_in", &Application::begin_sign_in},
      {"sign_in_by_code", &Application::sign_in_by_code},
      {"sign_in_by_link", &Application::sign_in_by_link},
      {"begin_passkey_sign_in", &Application::begin_passkey_sign_in},
      {"sign_in_by_passkey", &Application::sign_in_by_passkey},
      {"begin_passkey", &Application::begin_passkey},
      {"add_passkey", &Application::add_passkey},
      {"passkeys", &Application::passkeys},
      {"remove_passkey", &Application::remove_passkey},
      {"reset_passkeys", &Application::reset_passkeys},
      {"tokens", &Application::tokens},
      {"add_token", &Application::add_token},
      {"remove_token", &Application::remove_token},
      {"sessions", &Application::sessions},
      {"end_session", &Application::end_session},
      {"view_as", &Application::view_as},
      {"end_view_as", &Application::end_view_as},
      {"accounts", &Application::accounts},
      {"add_account", &Application::add_account},
      {"end_account", &Application::end_account},
      {"outbox", &Application::outbox},
      {"send_letters", &Application::send_letters},
      {"withdraw_letters", &Application::withdraw_letters},
      {"read_sensitive", &Application::read_sensitive},
      {"keep_sensitive", &Application::keep_sensitive},
      {"erase_sensitive", &Application::erase_sensitive},
      {"own_data", &Application::own_data},
      {"erase_own_data", &Application::erase_own_data},
      {"purges", &Application::purges},
      {"remarks", &Application::remarks},
      {"keep_remark", &Application::keep_remark},
      {"all_remarks", &Application::all_remarks},
  };
}

Response Application::accounts(const Request& request, const Reader& reader) {
  const auto accounts = actions::list_accounts(context_, reader.acting);
  if (!accounts) return refused(request, reader, accounts.error());
  const auto counts = actions::passkey_counts(context_, reader.acting);
  if (!counts) return refused(request, reader, counts.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  const Directory directory(**view);
  std::vector<wire::AccountRow> rows;
  for (const store::Account& account : *accounts) {
    const auto found = counts->find(account.id);
    rows.push_back(account_row(directory, account, found == counts->end() ? 0 : found->second));
  }
  return respond(request, page_of(wire::to_json(rows)), "application/json");
}

Response Application::add_account(const Request& request, const Reader& reader) {
  if (!actions::may(reader.acting, actions::Verb::ManageAccounts))
    return refused(request, reader, actions::Denied{actions::Verb::ManageAccounts});
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_new_account(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto wanted = account_of(*message);
  if (!wanted) return refused(request, reader, wanted.error());
  const auto account = actions::add_account(context_, reader.acting, *wanted);
  if (!account) return refused(request, reader, account.error());
  post_room_.look_now();
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  return answered(account_row(Directory(**view), *account, 0));
}

Response Application::end_account(const Request& request, const Reader& reader) {
  const auto ended = actions::end_account(context_, reader.acting, request.parameters.at("id"));
  if (!ended) return refused(request, reader, ended.error());
  hub_.end_account(request.parameters.at("id"));
  return accounts(request, reader);
}

Response Application::outbox(const Request& request, const Reader& reader) {
  auto rows = rows_in(request, usual_letters);
  if (!rows) return refused(request, reader, rows.error());
  const int limit = rows->limit++;  // the one behind the page says whether there is another
  auto letters = actions::read_outbox(context_, reader.acting, *rows);
  if (!letters) return refused(request, reader, letters.error());
  const bool more = end_page(*letters, limit);
  wire::Outbox page;
  page.can_send = post_room_.can_send();
  for (const store::Letter& letter : *letters) page.letters.push_back(letter_row(letter));
  Response response = respond(request, page_of(wire::to_json(page)), "application/json");
  if (more) link_next(response, request, limit, std::to_string(letters->back().number));
  return response;
}

Response Application::order_letters(const Request& request, const Reader& reader,
                                    actions::LetterOrder order) {
  if (!actions::may(reader.acting, actions::Verb::SendLetters))
    return refused(request, reader, actions::Denied{actions::Verb::SendLetters});
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_letter_numbers(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto ordered = actions::order_letters(context_, reader.acting, message->numbers, order);
  if (!ordered) return refused(request, reader, ordered.error());
  post_room_.look_now();
  return answered(wire::LettersOrdered{*ordered});
}

Response Application::send_letters(const Request& request, const Reader& reader) {
  return order_letters(request, reader, actions::LetterOrder::Send);
}

Response Application::withdraw_letters(const Request& request, const Reader& reader) {
  return order_letters(request, reader, actions::LetterOrder::Withdraw);
}

}  // namespace kontor::server
