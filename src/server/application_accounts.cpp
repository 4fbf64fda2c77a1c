#include "actions/accounts.h"
#include "actions/outbox.h"
#include "actions/read_view.h"
#include "server/answers.h"
#include "server/application.h"

// Accounts and the outbox: for the office.

namespace kontor::server {

namespace {

std::optional<std::string> unless_empty(const std::string& key) {
  return key.empty() ? std::nullopt : std::optional(key);
}

wire::AccountRow row_of(const Directory& directory, const store::Account& account) {
  wire::AccountRow row;
  row.id = account.id;
  row.mail = account.mail;
  row.name = account.acting.name;
  row.role = account.acting.role;
  row.agency = directory.named(account.acting.agency);
  row.organisation = directory.named(account.acting.organisation);
  row.person = unless_empty(account.acting.person.value);
  row.language = base::code(account.language);
  row.made_at = account.made_at;
  row.invited = account.invited;
  return row;
}

wire::LetterRow row_of(const store::Letter& letter) {
  wire::LetterRow row;
  row.number = letter.number;
  row.kind = word(letter.kind);
  row.name = letter.name;
  row.mail = letter.mail;
  row.person = unless_empty(letter.person.value);
  row.language = base::code(letter.language);
  row.version = letter.version;
  row.subject = letter.subject;
  row.text = letter.text;
  row.files = static_cast<std::int64_t>(letter.calendars.size());
  row.state = word(letter.state);
  row.reason = letter.reason;
  row.tries = letter.tries;
  row.made_at = letter.made_at;
  row.due_at = letter.due_at;
  return row;
}

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
  };
}

Response Application::accounts(const Request& request, const Reader& reader) {
  const auto accounts = actions::list_accounts(context_, reader.acting);
  if (!accounts) return refused(request, reader, accounts.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  const Directory directory(**view);
  std::vector<wire::AccountRow> rows;
  for (const store::Account& account : *accounts)
    rows.push_back(server::row_of(directory, account));
  return respond(request, page_of(wire::to_json(rows)), "application/json");
}

Response Application::add_account(const Request& request, const Reader& reader) {
  if (!actions::may(reader.acting, actions::Verb::ManageAccounts))
    return refused(request, reader, actions::Denied{actions::Verb::ManageAccounts});
  if (auto refusal = refused_early(request, Body::Json)) return *refusal;
  const auto message = wire::read_new_account(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto wanted = account_of(*message);
  if (!wanted) return refused(request, reader, wanted.error());
  const auto account = actions::add_account(context_, reader.acting, *wanted);
  if (!account) return refused(request, reader, account.error());
  post_room_.look_now();
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  return answered(server::row_of(Directory(**view), *account));
}

Response Application::end_account(const Request& request, const Reader& reader) {
  const auto ended = actions::end_account(context_, reader.acting, request.parameters.at("id"));
  if (!ended) return refused(request, reader, ended.error());
  hub_.end_account(request.parameters.at("id"));
  return accounts(request, reader);
}

Response Application::outbox(const Request& request, const Reader& reader) {
  const auto letters = actions::read_outbox(context_, reader.acting);
  if (!letters) return refused(request, reader, letters.error());
  wire::Outbox page;
  page.can_send = post_room_.can_send();
  for (const store::Letter& letter : *letters) page.letters.push_back(server::row_of(letter));
  return respond(request, page_of(wire::to_json(page)), "application/json");
}

Response Application::order_letters(const Request& request, const Reader& reader,
                                    actions::LetterOrder order) {
  if (!actions::may(reader.acting, actions::Verb::SendLetters))
    return refused(request, reader, actions::Denied{actions::Verb::SendLetters});
  if (auto refusal = refused_early(request, Body::Json)) return *refusal;
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
