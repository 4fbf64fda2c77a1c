#include "actions/own_data.h"
#include "actions/read_view.h"
#include "actions/sensitive.h"
#include "server/account_messages.h"
#include "server/answers.h"
#include "server/application.h"
#include "server/remark_messages.h"

// Sealed fields, and what is kept of a person.

namespace kontor::server {

namespace {

std::vector<wire::SensitiveField> rows_of(const std::vector<actions::SensitiveValue>& values) {
  std::vector<wire::SensitiveField> rows;
  for (const auto& one : values) rows.push_back({one.field, one.value, one.purpose, one.purge_on});
  return rows;
}

}  // namespace

Response Application::read_sensitive(const Request& request, const Reader& reader) {
  const auto values =
      actions::read_sensitive(context_, reader.acting, {request.parameters.at("id")});
  if (!values) return refused(request, reader, values.error());
  return answered(rows_of(*values));
}

Response Application::keep_sensitive(const Request& request, const Reader& reader) {
  const mission::PersonId person{request.parameters.at("id")};
  if (const auto allowed = actions::may_keep_sensitive(context_, reader.acting, person); !allowed)
    return refused(request, reader, allowed.error());
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_sensitive_field(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto kept = actions::keep_sensitive(
      context_, reader.acting, person,
      {message->field, message->value, message->purpose, message->purge_on});
  if (!kept) return refused(request, reader, kept.error());
  return read_sensitive(request, reader);
}

Response Application::erase_sensitive(const Request& request, const Reader& reader) {
  const mission::PersonId person{request.parameters.at("id")};
  if (const auto allowed = actions::may_keep_sensitive(context_, reader.acting, person); !allowed)
    return refused(request, reader, allowed.error());
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_field_name(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto erased = actions::erase_sensitive(context_, reader.acting, person, message->field);
  if (!erased) return refused(request, reader, erased.error());
  return read_sensitive(request, reader);
}

Response Application::own_data(const Request& request, const Reader& reader) {
  const mission::PersonId person{request.parameters.at("id")};
  const auto data = actions::read_own_data(context_, reader.acting, person);
  if (!data) return refused(request, reader, data.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  wire::OwnData message;
  message.person = person.value;
  if (data->account)
    message.account = account_row(Directory(**view), *data->account, data->passkeys);
  for (const auto& [field, value] : data->contacts) message.contacts.push_back({field, value});
  message.sensitive = rows_of(data->sensitive);
  for (const auto& one : data->sessions)
    message.sessions.push_back(session_row(one, reader.session.id));
  for (const auto& letter : data->letters) message.letters.push_back(letter_row(letter));
  message.remarks = remark_messages(data->remarks);
  return answered(message);
}

Response Application::erase_own_data(const Request& request, const Reader& reader) {
  const auto erased =
      actions::erase_own_data(context_, reader.acting, {request.parameters.at("id")});
  if (!erased) return refused(request, reader, erased.error());
  if (reader.acting.person.value == request.parameters.at("id"))
    hub_.end_account(reader.session.account);
  return answered(wire::ErasedData{erased->sensitive, erased->letters, erased->calendar_links,
                                   erased->accounts, erased->remarks, erased->contacts});
}

Response Application::purges(const Request& request, const Reader& reader) {
  const auto records = actions::read_purges(context_, reader.acting);
  if (!records) return refused(request, reader, records.error());
  std::vector<wire::PurgeRow> rows;
  for (const auto& one : *records)
    rows.push_back({one.number, one.person.value, one.field, one.purpose, one.purge_on,
                    one.purged_at, one.cause});
  return respond(request, page_of(wire::to_json(rows)), "application/json");
}

}  // namespace kontor::server
